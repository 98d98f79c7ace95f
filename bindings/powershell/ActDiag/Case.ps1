# Reads texts, files and objects as one case with the library's act_case functions, and turns its
# outcome into objects.

# Values in actdiag.h: sizes of structures, bits, and the identifiers by their numbers.
$caseSize = 65536
$verdictWords, $findingWords = 8, 24
$notKnown = 4294967295
$findingSettled, $findingEvaluation = 4, 16
$dialectOffice = 'office'
$leftOutReasons = 'LicenseList', 'State', 'NoKey', 'NoRoom'
$ruleIds = Get-Identifier act_rule_id
$unixEpoch = [datetime]::new([long]621355968000000000, [DateTimeKind]::Utc)

# The case lies outside .NET's heap, since what the library returns points into it; in memory that
# .NET frees, too, where a pipeline is stopped.
function New-Reading($Cmdlet, [string]$Language, [string]$Commands) {
    $map = [IO.MemoryMappedFiles.MemoryMappedFile]::CreateNew([NullString]::Value, $caseSize)
    $view = $map.CreateViewAccessor()
    $case = $view.SafeMemoryMappedViewHandle.DangerousGetHandle()
    $null = $native::act_case_begin($case, $caseSize)
    @{
        Cmdlet = $Cmdlet; Language = $Language; IsDialectChosen = [bool]$Commands
        Commands = Resolve-Dialect $Commands $Cmdlet; Case = $case; View = $view; Map = $map
    }
}

function Clear-Reading($Reading) {
    $Reading.View.Dispose()
    $Reading.Map.Dispose()
}

# ---- Texts and where they come from ---------------------------------------------------------------

# An act_origin in memory that Clear-Origin frees, of an event record.
function New-Origin($Record) {
    $marshal = [Runtime.InteropServices.Marshal]
    $pointer = [IntPtr]::Size
    $timeOffset = [Math]::Max(16, 3 * $pointer)
    $size = $timeOffset + 16 + 2 * $pointer
    $origin = $marshal::AllocHGlobal($size)
    $marshal::Copy([byte[]]::new($size), 0, $origin, $size)
    $texts = @(Get-Property $Record ProviderName, Source), @(Get-Property $Record MachineName)
    for ($i = 0; $i -lt 2; $i++) {
        if (-not $texts[$i]) { continue }
        $bytes = [Text.Encoding]::UTF8.GetBytes("$($texts[$i])`0")
        $copy = $marshal::AllocHGlobal($bytes.Length)
        $marshal::Copy($bytes, 0, $copy, $bytes.Length)
        $marshal::WriteIntPtr($origin, $i * $pointer, $copy)
    }
    $time = Get-Property $Record TimeCreated, TimeGenerated
    if ($time -is [datetime]) {
        $milliseconds = [long](($time.ToUniversalTime() - $unixEpoch).TotalMilliseconds)
        $marshal::WriteInt64($origin, $timeOffset, $milliseconds)
    }
    $numbers = @(Get-Property $Record Id, EventID), @(Get-Property $Record RecordId, Index)
    for ($i = 0; $i -lt 2; $i++) {
        if ($numbers[$i]) {
            $number = [int]([long]$numbers[$i][0] -band 2147483647)
            $marshal::WriteInt32($origin, $timeOffset + 8 + 4 * $i, $number)
        }
    }
    $origin
}

function Clear-Origin([IntPtr]$Origin) {
    $marshal = [Runtime.InteropServices.Marshal]
    for ($i = 0; $i -lt 2; $i++) {
        $marshal::FreeHGlobal($marshal::ReadIntPtr($Origin, $i * [IntPtr]::Size))
    }
    $marshal::FreeHGlobal($Origin)
}

function Add-CaseText([IntPtr]$Case, [string]$Text, $Record) {
    $bytes = [Text.Encoding]::UTF8.GetBytes($Text)
    if ($null -eq $Record) {
        $null = $native::act_case_add($Case, [IntPtr]::Zero, $bytes, $bytes.Length, 0)
        return
    }
    $origin = New-Origin $Record
    try { $null = $native::act_case_add($Case, $origin, $bytes, $bytes.Length, 0) } finally {
        Clear-Origin $origin
    }
}

# An event's text; where its provider is not on this computer, its values alone.
function Get-EventText($Record) {
    $message = Get-Property $Record Message, Description
    if ($message) { return "$message" }
    $values = foreach ($value in Get-Property $Record Properties, ReplacementStrings) {
        if ($value -is [string]) { $value } else { Get-Property $value Value }
    }
    $values -join ', '
}

# An object as a list would show it, its codes in hexadecimal.
function Get-ObjectText($Item) {
    $lines = foreach ($property in $Item.psobject.Properties) {
        $value = try { $property.Value } catch { $null }
        if ($null -eq $value -or [Type]::GetTypeCode($value.GetType()) -eq [TypeCode]::Object) { continue }
        if ($codeProperties -contains $property.Name) {
            $code = ConvertTo-Code $value
            if ($null -ne $code) { $value = '0x{0:X8}' -f $code }
        }
        "$($property.Name) : $value"
    }
    $lines -join "`n"
}

# A text, or the files that it names.
function Add-CaseString($Reading, [string]$Text, [bool]$IsArgument) {
    $files = if ($IsArgument -or ($Text.Length -gt 2 -and $Text.IndexOfAny($notInNames, 2) -lt 0)) {
        Resolve-Text $Reading.Cmdlet $Text $IsArgument
    }
    foreach ($file in $files) { Add-CaseFile $Reading $file }
    if (-not $files) { Add-CaseText $Reading.Case $Text }
}

# Adds what the pipeline brings: a text, a file, an event, an error, a number or an object.
function Add-CaseItem($Reading, $Item, [bool]$IsArgument) {
    $case = $Reading.Case
    if ($null -eq $Item -or $Item -is [IO.DirectoryInfo]) { return }
    if ($Item -is [string]) { return Add-CaseString $Reading $Item $IsArgument }
    if ($Item -is [IO.FileInfo]) { return Add-CaseFile $Reading $Item.FullName }
    if (Test-Error $Item) { return Add-CaseText $case (Get-ErrorText $Item) }
    $code = ConvertFrom-Number $Item
    if ($null -ne $code) { return Add-CaseText $case ('0x{0:X8}' -f $code) }
    $isEvent = $Item.psobject.Properties['Message'] -or $Item.psobject.Properties['Description']
    $isProduct = $null -ne (Get-Property $Item LicenseStatusReason)
    if ($isEvent -and -not $isProduct) { return Add-CaseText $case (Get-EventText $Item) $Item }
    Add-CaseText $case (Get-ObjectText $Item)
}

# ---- Files --------------------------------------------------------------------------------------

function Add-CaseFile($Reading, [string]$Path) {
    $stream = Open-File $Reading.Cmdlet $Path
    if ($null -eq $stream) { return }
    try {
        $buffer = [byte[]]::new($bufferSize)
        $flags = 0
        $isBegin = $true
        while ($read = $stream.Read($buffer, 0, $bufferSize)) {
            if ($isBegin) {
                Write-UnreadableWarning $Reading $buffer $read $Path
                if (Test-BigEndian $buffer $read) { $flags = $scanBigEndian }
            }
            $isBegin = $false
            $null = $native::act_case_add($Reading.Case, [IntPtr]::Zero, $buffer, $read,
                $flags -bor $scanMore)
        }
        $null = $native::act_case_add($Reading.Case, [IntPtr]::Zero, $null, 0, $flags)
    } finally {
        $stream.Dispose()
    }
}

# ---- The outcome --------------------------------------------------------------------------------

function ConvertTo-Known([uint32]$Number) {
    if ($Number -ne $notKnown) { $Number }
}

function Get-CaseFinding([IntPtr]$Case, [int]$Computer) {
    $words = [uint32[]]::new($findingWords)
    for ($i = 0; $native::act_case_finding($Case, $Computer, $i, $words); $i++) {
        $milliseconds = [long]$words[6] + 4294967296 * [long]$words[7]
        [pscustomobject]@{
            PSTypeName = 'ActDiag.ActivationFinding'
            Code       = $words[8]
            Hex        = '0x{0:X8}' -f $words[8]
            Name       = $native::Text($native::act_name($words[8]))
            Count      = [long]$words[4] + 4294967296 * [long]$words[5]
            Role       = $roleIds[$words[9]]
            Event      = if ($words[10]) { $words[10] }
            Record     = if ($words[11]) { $words[11] }
            Time       = if ($milliseconds -gt 0) { $unixEpoch.AddMilliseconds($milliseconds) }
            KmsHost    = $native::Text($native::act_case_host($Case, $words[14]))
            Current    = ConvertTo-Known $words[15]
            Needed     = ConvertTo-Known $words[16]
            State      = ConvertTo-Known $words[17]
            Minutes    = ConvertTo-Known $words[18]
            Evaluation = ($words[12] -band $findingEvaluation) -ne 0
            Settled    = ($words[12] -band $findingSettled) -ne 0
        }
    }
}

function Get-CaseEvent([IntPtr]$Case) {
    for ($i = 0; ($number = $native::act_case_event($Case, $i)); $i++) { $number }
}

function Get-LeftOut([IntPtr]$Case) {
    $counts = [ordered]@{}
    for ($i = 0; $i -lt $leftOutReasons.Count; $i++) {
        $counts[$leftOutReasons[$i]] = $native::act_case_left_out($Case, $i)
    }
    [pscustomobject]$counts
}

# The answer for the code to act on; without values where there is none.
function New-VerdictAnswer($Reading, [uint32]$Code, [string]$Dialect) {
    $isOffice = $Dialect -eq $dialectOffice -and -not $Reading.IsDialectChosen
    $commands = if ($isOffice) { $dialectOffice } else { $Reading.Commands }
    $answer = Get-Answer $Code (Get-Speech $Reading.Language $commands) $null
    $verdict = [Activator]::CreateInstance($types.Verdict)
    Copy-Field $answer $verdict $(if ($Code -ne 0) { $answerNames } else { , 'Language' })
    $verdict
}

# One object for each computer that has findings; one without a code where there are none.
function Write-Verdict($Reading) {
    $case = $Reading.Case
    $computer = 0
    do {
        $words = [uint32[]]::new($verdictWords)
        $null = $native::act_case_verdict($case, $computer, $words)
        $dialect = $native::Text($native::act_dialect_id($words[2]))
        $findings = @(Get-CaseFinding $case $computer)
        $first = if ($words[0]) { $findings[0] }
        $name = $native::Text($native::act_case_computer($case, $computer))
        $verdict = New-VerdictAnswer $Reading $words[0] $dialect
        if ($name) { $verdict.Computer = $name }
        $verdict.Rule = $ruleIds[$words[1]]
        $verdict.Dialect = $dialect
        if ($first) { Copy-Field $first $verdict Event, Time, KmsHost }
        $verdict.Findings = $findings
        $verdict.Events = @(Get-CaseEvent $case)
        $verdict.LeftOut = Get-LeftOut $case
        $remarks = Get-Remark $verdict (Get-Speech $Reading.Language)
        if ($remarks) { $verdict.Remarks = $remarks }
        $verdict
        $computer++
    } while ($native::act_case_computer($case, $computer) -ne [IntPtr]::Zero)
}
