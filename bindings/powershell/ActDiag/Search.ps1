# Finds codes in texts and files with act_scan.

# Values in actdiag.h, and the least size of a match in UTF-16 and of what a match consists of.
$scanAll, $scanMore, $scanDecimal, $scanBare, $scanBigEndian = 1, 2, 4, 8, 16
$scanContext = 4
$wideLength = 16
$wordsPerMatch = 2

# The properties of answers that matches and summaries have, too.
$answerNames = @((Get-AnswerField ([int]) $true).Keys)

# Room for what act_scan reports, two words a match: the offset, then the code and, 32 bits up, the
# length.
$matchCapacity = 256
$bufferSize = 1MB
$progressSize = 16MB
$progressInterval = 250

function New-Search($Cmdlet, [string]$Language, [string]$Dialect, [bool]$All, [bool]$Summary) {
    @{
        Cmdlet    = $Cmdlet
        Speech    = Get-Speech $Language $Dialect
        Flags     = $scanDecimal -bor $scanBare -bor $(if ($All) { $scanAll } else { 0 })
        Matches   = [long[]]::new($wordsPerMatch * $matchCapacity)
        Templates = @{}
        Counts    = if ($Summary) { @{} }
    }
}

# ---- Results ------------------------------------------------------------------------------------

# A match of a code, to be cloned for each place where it is found.
function New-MatchTemplate($Search, [uint32]$Code) {
    $match = [Activator]::CreateInstance($types.Match)
    Copy-Field (Get-Answer $Code $Search.Speech) $match $answerNames
    $Search.Templates[$Code] = $match
    $match
}

# Where an object comes from, as far as it tells: a computer and a time.
function Get-Source($InputObject) {
    $time = Get-Property $InputObject TimeCreated, TimeGenerated
    $computer = Get-Property $InputObject MachineName, PSComputerName
    @{ Computer = "$computer"; Time = if ($time -is [datetime]) { $time } }
}

# Counts a match under -Summary, else emits it.
function Write-Match($Search, [uint32]$Code, $InputObject, [string]$Path, [long]$Line, [long]$Offset, $Source) {
    if ($Search.Counts) { return Add-Count $Search $Code $Source }
    $match = $Search.Templates[$Code]
    if ($null -eq $match) { $match = New-MatchTemplate $Search $Code }
    $match = $match.Clone()
    $match.InputObject = $InputObject
    $match.LineNumber = $Line
    $match.Offset = $Offset
    if ($Path) { $match.Path = $Path }
    if ($Source) {
        if ($Source.Computer) { $match.Computer = $Source.Computer }
        $match.Time = $Source.Time
    }
    $match
}

function Add-Count($Search, [uint32]$Code, $Source) {
    $count = $Search.Counts[$Code]
    if ($null -eq $count) {
        $count = $Search.Counts[$Code] = @{ Count = 0L; Computers = @{}; First = $null; Last = $null }
    }
    $count.Count++
    if (-not $Source) { return }
    if ($Source.Computer) { $count.Computers[$Source.Computer] = $true }
    if ($Source.Time) {
        if (-not $count.First -or $Source.Time -lt $count.First) { $count.First = $Source.Time }
        if (-not $count.Last -or $Source.Time -gt $count.Last) { $count.Last = $Source.Time }
    }
}

# One object per code, the most frequent first.
function Write-Summary($Search) {
    $codes = [uint32[]]@($Search.Counts.Keys)
    $order = [long[]]@(foreach ($code in $codes) { -$Search.Counts[$code].Count * 4294967296 + $code })
    [Array]::Sort($order, $codes)
    foreach ($code in $codes) {
        $count = $Search.Counts[$code]
        $summary = [Activator]::CreateInstance($types.Summary)
        $summary.Count = $count.Count
        Copy-Field (Get-Answer $code $Search.Speech) $summary $answerNames
        $computers = [string[]]@($count.Computers.Keys)
        [Array]::Sort($computers)
        $summary.Computers = $computers
        $summary.First, $summary.Last = $count.First, $count.Last
        # Their table shows when.
        if ($count.Last) { $summary.psobject.TypeNames.Insert(0, 'ActDiag.ActivationErrorSummary#Events') }
        $summary
    }
}

# ---- Texts --------------------------------------------------------------------------------------

# The lines of a text are counted from FirstLine, that of a place in a file where it is known.
function Search-Text($Search, [string]$Text, $InputObject, $Source, [string]$Path, [long]$FirstLine = 1) {
    $offset = [Array]::CreateInstance($sizeType, 1)
    $line, $counted = $FirstLine, 0
    while ($count = $native::scan_text($Text, 2 * $Text.Length, $offset, $Search.Flags,
            $Search.Matches, $matchCapacity)) {
        for ($i = 0; $i -lt $wordsPerMatch * $count; $i += $wordsPerMatch) {
            $at, $rest = $Search.Matches[$i], $Search.Matches[$i + 1]
            $index = [int]($at / 2)
            while (($next = $Text.IndexOf([char]10, $counted, $index - $counted)) -ge 0) {
                $line++
                $counted = $next + 1
            }
            $counted = $index
            Write-Match $Search ($rest -band 4294967295) $InputObject $Path $line $index $Source
        }
    }
}

# What Search-Text and Write-Match do, without calls for each match: of a text without line feeds, in
# which so many matches have been found.
function Write-LineMatch($Search, $Text, [int]$Count) {
    $matches, $templates, $counts = $Search.Matches, $Search.Templates, $Search.Counts
    for ($i = 0; $i -lt $wordsPerMatch * $Count; $i += $wordsPerMatch) {
        $code = [uint32]($matches[$i + 1] -band 4294967295)
        if ($counts) {
            $tally = $counts[$code]
            if ($tally) { $tally.Count++ } else { Add-Count $Search $code }
            continue
        }
        $match = $templates[$code]
        if ($null -eq $match) { $match = New-MatchTemplate $Search $code }
        $match = $match.Clone()
        $match.InputObject = $Text
        $match.LineNumber = 1
        $match.Offset = $matches[$i] -shr 1
        $match
    }
}

# Searches a text, the files that it names, or an object.
function Search-Item($Search, $Item, [bool]$IsArgument) {
    if ($Item -isnot [string]) { return Search-Object $Search $Item }
    $files = Resolve-Text $Search.Cmdlet $Item $IsArgument
    if (-not $files) { return Search-Text $Search $Item $Item }
    foreach ($file in $files) { Search-File $Search $file }
}

# Searches what the pipeline or an argument brings, but for plain texts: events, errors, files,
# matches of Select-String, and objects with a text.
function Search-Object($Search, $Item) {
    if ($null -eq $Item -or $Item -is [IO.DirectoryInfo]) { return }
    if (Test-Error $Item) { return Search-Text $Search (Get-ErrorText $Item) $Item (Get-Source $Item) }
    $line = Get-Property $Item Line
    if ($line -is [string] -and (Get-Property $Item LineNumber)) {
        $path = Get-Property $Item Path
        if ($path -eq 'InputStream') { $path = '' }
        return Search-Text $Search $line $Item $null $path $Item.LineNumber
    }
    $text = Get-Property $Item Message, Description, Text
    if ($null -ne $text) { return Search-Text $Search "$text" $Item (Get-Source $Item) }
    if (Get-Property $Item TimeCreated) { return Search-Text $Search (Get-EventText $Item) $Item (Get-Source $Item) }
    $name = Get-Property $Item PSPath, LiteralPath, FullName, Path
    if ($name) {
        foreach ($file in Resolve-LiteralFile $Search.Cmdlet $name $true) { Search-File $Search $file }
    } elseif ([Type]::GetTypeCode($Item.GetType()) -ne [TypeCode]::Object -or $Item.psobject.Properties['Length']) {
        Search-Text $Search "$Item" $Item
    }
}

# ---- Files --------------------------------------------------------------------------------------

# Counts line feeds up to a place: as bytes, and as UTF-16 units at even and at odd offsets of the
# file.
function Add-LineFeed($Part, [int]$To) {
    $lines, $buffer, $from = $Part.Lines, $Part.Buffer, $Part.Counted
    $isBigEndian = $Part.Order -ne 0
    while ($from -lt $To) {
        $from = [Array]::IndexOf($buffer, [byte]10, $from, $To - $from)
        if ($from -lt 0) { break }
        $lines[0]++
        $high = if ($isBigEndian) { $from - 1 } else { $from + 1 }
        if ($high -ge 0 -and $buffer[$high] -eq 0) {
            $lines[1 + (($Part.Start + [Math]::Min($from, $high)) -band 1)]++
        }
        $from++
    }
    $Part.Counted = [Math]::Max($Part.Counted, $To)
}

# Shows how far a long file has been read, not more often than four times a second.
function Show-Progress($Search, [string]$Path, [long]$Done, [long]$Length, $Clock) {
    if ($Length -lt $progressSize -or $Clock.ElapsedMilliseconds -lt $progressInterval) { return }
    $Clock.Restart()
    $record = [System.Management.Automation.ProgressRecord]::new(
        1, 'Searching for activation error codes', $Path)
    $record.PercentComplete = [Math]::Min(100, [int](100 * $Done / $Length))
    $Search.Cmdlet.WriteProgress($record)
}

function Hide-Progress($Search, [string]$Path, [long]$Length) {
    if ($Length -lt $progressSize) { return }
    $record = [System.Management.Automation.ProgressRecord]::new(
        1, 'Searching for activation error codes', $Path)
    $record.RecordType = 'Completed'
    $Search.Cmdlet.WriteProgress($record)
}

# Files whose text is not found, by their first bytes.
$unreadableSize = 6
$unreadableKinds = @{
    '1F8B08'       = 'compressed with gzip'
    '504B0304'     = 'compressed with zip'
    'FD377A585A00' = 'compressed with xz'
    '28B52FFD'     = 'compressed with zstd'
    '377ABCAF271C' = 'compressed with 7-Zip'
    '4D5343460000' = 'a cabinet'
    'FFFE0000'     = 'in UTF-32'
    '0000FEFF'     = 'in UTF-32'
}

function Write-UnreadableWarning($Search, [byte[]]$Buffer, [int]$Length, [string]$Path) {
    $begin = [BitConverter]::ToString($Buffer, 0, [Math]::Min($Length, $unreadableSize)).Replace('-', '')
    foreach ($kind in $unreadableKinds.GetEnumerator()) {
        if ($begin.StartsWith($kind.Key, [StringComparison]::Ordinal)) {
            $Search.Cmdlet.WriteWarning("The file $Path is $($kind.Value): codes in it are not found.")
        }
    }
}

# Whether a file that begins so is in UTF-16BE, by its byte-order mark or its first line end.
$orderSize = 512
function Test-BigEndian([byte[]]$Buffer, [int]$Length) {
    if ($Length -ge 2 -and $Buffer[0] -eq 0xFE -and $Buffer[1] -eq 0xFF) { return $true }
    $last = [Math]::Min($Length, $orderSize) - 1
    for ($i = 0; $i -lt $last; $i += 2) {
        if ($Buffer[$i] -eq 10 -and $Buffer[$i + 1] -eq 0) { return $false }
        if ($Buffer[$i] -eq 0 -and $Buffer[$i + 1] -eq 10) { return $true }
    }
    $false
}

# Reports the matches in the part of a file that is in memory; offset[0] is where to go on.
function Search-Buffer($Search, $Part, [int]$Flags, [string]$Path) {
    $lines = $Part.Lines
    while ($count = $native::act_scan($Part.Buffer, $Part.Length, $Part.Offset,
            ($Flags -bor $Part.Order), $Search.Matches, $matchCapacity)) {
        for ($i = 0; $i -lt $wordsPerMatch * $count; $i += $wordsPerMatch) {
            $at, $rest = $Search.Matches[$i], $Search.Matches[$i + 1]
            Add-LineFeed $Part $at
            $kind = if ($rest -shr 32 -ge $wideLength) { 1 + (($Part.Start + $at) -band 1) } else { 0 }
            Write-Match $Search ($rest -band 4294967295) $Path $Path (1 + $lines[$kind]) ($Part.Start + $at)
        }
    }
}

# Makes room for the next part: keeps what act_scan wants to see again. The first byte that is kept
# is counted here, where the byte before it still is.
function Move-Buffer($Part) {
    $keep = $Part.Offset[0] - $scanContext
    if ($keep -le 0) { return }
    Add-LineFeed $Part ($keep + 1)
    $Part.Length -= $keep
    [Array]::Copy($Part.Buffer, $keep, $Part.Buffer, 0, $Part.Length)
    $Part.Offset[0] -= $keep
    $Part.Start += $keep
    $Part.Counted -= $keep
}

function Search-Stream($Search, [IO.Stream]$Stream, [string]$Path) {
    $part = @{
        Buffer  = [byte[]]::new($bufferSize)
        Length  = 0
        Offset  = [Array]::CreateInstance($sizeType, 1)
        Start   = [long]0
        Lines   = [long[]]::new(3)
        Counted = 0
        Order   = 0
    }
    $length = if ($Stream.CanSeek) { $Stream.Length } else { 0 }
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $isBegin = $true
    do {
        $read = $Stream.Read($part.Buffer, $part.Length, $bufferSize - $part.Length)
        $part.Length += $read
        if ($isBegin) {
            Write-UnreadableWarning $Search $part.Buffer $part.Length $Path
            if (Test-BigEndian $part.Buffer $part.Length) { $part.Order = $scanBigEndian }
        }
        $isBegin = $false
        $more = if ($read) { $scanMore } else { 0 }
        Search-Buffer $Search $part ($Search.Flags -bor $more) $Path
        Move-Buffer $part
        Show-Progress $Search $Path ($part.Start + $part.Length) $length $clock
    } while ($read)
    Hide-Progress $Search $Path $length
}

# The file as a stream; nothing, but an error, where it cannot be read.
function Open-File($Cmdlet, [string]$Path) {
    try {
        [IO.FileStream]::new($Path, 'Open', 'Read', 'ReadWrite, Delete', 1)
    } catch {
        $cause = $_.Exception.GetBaseException()
        $global:Error.Remove($_)
        $message = "The file $Path cannot be read: $($cause.Message)"
        $Cmdlet.WriteError([System.Management.Automation.ErrorRecord]::new(
                [IO.IOException]::new($message, $cause), 'FileNotReadable', 'ReadError', $Path))
    }
}

function Search-File($Search, [string]$Path) {
    $stream = Open-File $Search.Cmdlet $Path
    if ($null -eq $stream) { return }
    try {
        Search-Stream $Search $stream $Path
    } finally {
        $stream.Dispose()
    }
}
