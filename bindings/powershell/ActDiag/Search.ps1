# Finds codes in texts and files with act_scan.

# Values in actdiag.h, and the least size of a match in UTF-16 and of what a match consists of.
$scanAll, $scanMore, $scanDecimal, $scanBare, $scanBigEndian = 1, 2, 4, 8, 16
$scanContext = 4
$wideLength = 16
$wordsPerMatch = 2

# Room for what act_scan reports, two words a match: the offset, then the code and, 32 bits up, the
# length.
$matchCapacity = 256
$bufferSize = 1MB
$progressSize = 16MB
$progressInterval = 250

function New-Search($Cmdlet, [string]$Language, [string]$Dialect, [bool]$All, [bool]$Summary) {
    @{
        Cmdlet  = $Cmdlet
        Speech  = Get-Speech $Language $Dialect
        Flags   = $scanDecimal -bor $scanBare -bor $(if ($All) { $scanAll } else { 0 })
        Matches = [long[]]::new($wordsPerMatch * $matchCapacity)
        Counts  = if ($Summary) { @{} }
    }
}

# ---- Results ------------------------------------------------------------------------------------

function Add-Property($Object, [string]$Name, $Value) {
    $Object.psobject.Properties.Add(
        [System.Management.Automation.PSNoteProperty]::new($Name, $Value))
}

# Counts a match under -Summary, else emits it.
function Write-Match($Search, [uint32]$Code, $InputObject, [string]$Path, [long]$Line, [long]$Offset) {
    if ($Search.Counts) {
        $Search.Counts[$Code]++
        return
    }
    $match = Get-Answer $Code $Search.Speech $InputObject
    $match.psobject.TypeNames.Insert(0, 'ActDiag.ActivationErrorMatch')
    Add-Property $match Path $(if ($Path) { $Path })
    Add-Property $match LineNumber $Line
    Add-Property $match Offset $Offset
    $match
}

# One object per code, the most frequent first.
function Write-Summary($Search) {
    $codes = [uint32[]]@($Search.Counts.Keys)
    $order = [long[]]@(foreach ($code in $codes) { -$Search.Counts[$code] * 4294967296 + $code })
    [Array]::Sort($order, $codes)
    foreach ($code in $codes) {
        $summary = [pscustomobject]@{
            PSTypeName = 'ActDiag.ActivationErrorSummary'
            Count      = $Search.Counts[$code]
        }
        foreach ($property in (Get-Answer $code $Search.Speech).psobject.Properties) {
            if ($property.Name -ne 'InputObject') {
                Add-Property $summary $property.Name $property.Value
            }
        }
        $summary
    }
}

# ---- Texts --------------------------------------------------------------------------------------

function Search-Text($Search, [string]$Text, $InputObject) {
    $bytes = [Text.Encoding]::Unicode.GetBytes($Text)
    $offset = [Array]::CreateInstance($sizeType, 1)
    $line, $counted = 1, 0
    while ($count = $native::act_scan($bytes, $bytes.Length, $offset, $Search.Flags,
            $Search.Matches, $matchCapacity)) {
        for ($i = 0; $i -lt $wordsPerMatch * $count; $i += $wordsPerMatch) {
            $at, $rest = $Search.Matches[$i], $Search.Matches[$i + 1]
            $index = [int]($at / 2)
            while (($next = $Text.IndexOf("`n", $counted, $index - $counted)) -ge 0) {
                $line++
                $counted = $next + 1
            }
            $counted = $index
            Write-Match $Search ($rest -band 4294967295) $InputObject $null $line $index
        }
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
function Search-Buffer($Search, $Part, [int]$Flags, $InputObject, [string]$Path) {
    $lines = $Part.Lines
    while ($count = $native::act_scan($Part.Buffer, $Part.Length, $Part.Offset,
            ($Flags -bor $Part.Order), $Search.Matches, $matchCapacity)) {
        for ($i = 0; $i -lt $wordsPerMatch * $count; $i += $wordsPerMatch) {
            $at, $rest = $Search.Matches[$i], $Search.Matches[$i + 1]
            Add-LineFeed $Part $at
            $kind = if ($rest -shr 32 -ge $wideLength) { 1 + (($Part.Start + $at) -band 1) } else { 0 }
            Write-Match $Search ($rest -band 4294967295) $InputObject $Path (1 + $lines[$kind]) (
                $Part.Start + $at)
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

function Search-Stream($Search, [IO.Stream]$Stream, $InputObject, [string]$Path) {
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
        Search-Buffer $Search $part ($Search.Flags -bor $more) $InputObject $Path
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
        $message = "The file $Path cannot be read: $($cause.Message)"
        $Cmdlet.WriteError([System.Management.Automation.ErrorRecord]::new(
                [IO.IOException]::new($message, $cause), 'FileNotReadable', 'ReadError', $Path))
    }
}

function Search-File($Search, [string]$Path, $InputObject) {
    $stream = Open-File $Search.Cmdlet $Path
    if ($null -eq $stream) { return }
    try {
        Search-Stream $Search $stream $InputObject $Path
    } finally {
        $stream.Dispose()
    }
}

# ---- Names of files -----------------------------------------------------------------------------

function Write-PathError($Cmdlet, [string]$Id, [string]$Category, [string]$Path, [string]$Message) {
    $Cmdlet.WriteError([System.Management.Automation.ErrorRecord]::new(
            [IO.IOException]::new($Message), $Id, $Category, $Path))
}

# Full names of the files that a pattern matches. What is not there is asked for first: an exception
# would be in $Error, too, though it is caught.
function Resolve-File($Cmdlet, [string[]]$Path) {
    foreach ($pattern in $Path) {
        $isPattern = [System.Management.Automation.WildcardPattern]::ContainsWildcardCharacters($pattern)
        $provider = $null
        try {
            if (-not $isPattern -and -not $Cmdlet.SessionState.InvokeProvider.Item.Exists($pattern)) {
                Write-PathError $Cmdlet PathNotFound ObjectNotFound $pattern "There is no file $pattern."
                continue
            }
            $names = $Cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath($pattern, [ref]$provider)
        } catch {
            $Cmdlet.WriteError([System.Management.Automation.ErrorRecord]::new(
                    $_.Exception.GetBaseException(), 'PathNotFound', 'ObjectNotFound', $pattern))
            continue
        }
        Select-File $Cmdlet $provider $names $isPattern
    }
}

# Full names of files that are named exactly.
function Resolve-LiteralFile($Cmdlet, [string[]]$Path, [bool]$SkipsFolders) {
    foreach ($name in $Path) {
        $provider = $drive = $null
        try {
            $full = $Cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath($name,
                [ref]$provider, [ref]$drive)
        } catch {
            $Cmdlet.WriteError([System.Management.Automation.ErrorRecord]::new(
                    $_.Exception.GetBaseException(), 'PathNotFound', 'ObjectNotFound', $name))
            continue
        }
        Select-File $Cmdlet $provider $full $SkipsFolders
    }
}

function Select-File($Cmdlet, $Provider, [string[]]$Name, [bool]$SkipsFolders) {
    foreach ($file in $Name) {
        if ($Provider.Name -ne 'FileSystem') {
            Write-PathError $Cmdlet PathNotFile InvalidArgument $file "$file is not a file."
        } elseif ([IO.Directory]::Exists($file)) {
            if (-not $SkipsFolders) {
                Write-PathError $Cmdlet PathNotFile InvalidArgument $file (
                    "$file is a folder; expected a file. Its files: Get-ChildItem, piped to this command.")
            }
        } else {
            $file
        }
    }
}
