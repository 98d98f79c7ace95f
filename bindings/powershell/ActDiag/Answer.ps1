# Reads codes from what the pipeline brings, and turns the library's answers into objects.

# Values of the enumerations in actdiag.h.
$fieldMessage, $fieldCause = 0, 1
$categoryLabel = 0
$documentLanguage = 0
$flagRetry = 1
$knownNamed = 2

# What act_classify and act_parse write into; the members of act_class that are read from it.
$class = [uint32[]]::new(16)
$parsed = [uint32[]]::new(1)
$classKnown, $classTypes, $classSide, $classFlags, $classRole, $classSubject = 1, 3, 4, 5, 9, 10

# ---- Codes --------------------------------------------------------------------------------------

$codeProperties = 'Code', 'ErrorCode', 'HResult', 'LicenseStatusReason', 'ResultCode'
$codeNotations = '0x and up to 8 hex digits, 8 hex digits, a decimal number from -2147483648 to ' +
    '4294967295, or a symbolic name'

$numericTypes = [TypeCode[]]@('SByte', 'Byte', 'Int16', 'UInt16', 'Int32', 'UInt32', 'Int64', 'UInt64',
    'Single', 'Double', 'Decimal')

# The code that a text or a number is; nothing for anything else.
function ConvertTo-Code($Value) {
    if ($Value -is [string]) {
        $text = [Text.Encoding]::UTF8.GetBytes($Value)
        if ($native::act_parse($text, $text.Length, $parsed)) { $parsed[0] }
        return
    }
    if ($null -eq $Value -or $numericTypes -notcontains [Type]::GetTypeCode($Value.GetType())) { return }
    if ($Value -ge -2147483648 -and $Value -le 4294967295 -and [long]$Value -eq $Value) {
        [uint32]([long]$Value -band 4294967295)
    }
}

# The codes that have all words in their texts.
function Find-Code([string[]]$Words, $Speech) {
    $text = [Text.Encoding]::UTF8.GetBytes($Words -join ' ')
    $count = $native::act_find($text, $text.Length, $Speech.Tag, $null, 0)
    $codes = [uint32[]]::new($count)
    $null = $native::act_find($text, $text.Length, $Speech.Tag, $codes, $count)
    $codes
}

# What stands for a code: a text or a number itself, of another object the first property that has
# a value; nothing if there is none.
function Get-CodeValue($Item) {
    if ($null -eq $Item -or [Type]::GetTypeCode($Item.GetType()) -ne [TypeCode]::Object) {
        return $Item
    }
    if ($Item -is [System.Management.Automation.ErrorRecord]) { return $Item.Exception.HResult }
    foreach ($name in $codeProperties) {
        if ($Item -is [Collections.IDictionary]) {
            $value = if ($Item.Contains($name)) { $Item[$name] }
        } else {
            $property = $Item.psobject.Properties[$name]
            $value = if ($property) { try { $property.Value } catch { $null } }
        }
        if ($null -ne $value) { return $value }
    }
}

# So much of what is not a code is repeated in its error.
$shownLength = 80

function New-CodeError($Item) {
    $value = Get-CodeValue $Item
    $shown = "$value"
    if ($shown.Length -gt $shownLength) { $shown = $shown.Substring(0, $shownLength) + '...' }
    $message = if ($null -ne $value) { "`"$shown`" is not a code; expected $codeNotations." }
    elseif ($null -eq $Item) { "Null is not a code; expected $codeNotations." }
    else {
        "An object of type $($Item.GetType().FullName) holds no code; expected one of the " +
            "properties $($codeProperties -join ', ')."
    }
    [System.Management.Automation.ErrorRecord]::new(
        [FormatException]::new($message), 'MalformedCode', 'InvalidArgument', $Item)
}

# ---- Languages ----------------------------------------------------------------------------------

# Languages and dialects in which answers were given. Of each: the tag as the library takes it, and
# what has been answered in it for categories and for known codes.
$speeches = @{}

function Get-Speech([string]$Tag, [string]$Dialect = $defaultDialect) {
    $key = "$Dialect|$Tag"
    if (-not $speeches[$key]) {
        $bytes = [Text.Encoding]::UTF8.GetBytes("$Tag`0")
        $number = [array]::IndexOf($dialectIds, $Dialect)
        $speeches[$key] = @{ Tag = $bytes; Dialect = $number; Categories = @{}; Answers = @{} }
    }
    $speeches[$key]
}

# The dialect that the caller names, or else the environment.
function Resolve-Dialect([string]$Commands, $Cmdlet) {
    $origin = 'Commands'
    if (-not $Commands) {
        if (-not $env:ACTDIAG_COMMANDS) { return $defaultDialect }
        $origin, $Commands = 'ACTDIAG_COMMANDS', $env:ACTDIAG_COMMANDS
    }
    if ($dialectIds -contains $Commands) { return $Commands.ToLowerInvariant() }
    $message = "${origin}: `"$Commands`" is not a dialect; expected one of $($dialectIds -join ', ')."
    $Cmdlet.ThrowTerminatingError([System.Management.Automation.ErrorRecord]::new(
            [ArgumentException]::new($message), 'UnknownDialect', 'InvalidArgument', $Commands))
}

# The text that a function under snprintf()'s contract writes; nothing for an empty one.
function Get-EntryStep([IntPtr]$Entry, $Speech) {
    $size = $native::act_entry_steps($Entry, $Speech.Dialect, $Speech.Tag, $null, 0) + 1
    $text = [byte[]]::new($size)
    $size = $native::act_entry_steps($Entry, $Speech.Dialect, $Speech.Tag, $text, $size)
    if ($size) { [Text.Encoding]::UTF8.GetString($text, 0, $size) }
}

function Get-Advice([int]$Category, $Speech) {
    $size = $native::act_category_advice($Category, $Speech.Dialect, $Speech.Tag, $null, 0) + 1
    $text = [byte[]]::new($size)
    $size = $native::act_category_advice($Category, $Speech.Dialect, $Speech.Tag, $text, $size)
    if ($size) { [Text.Encoding]::UTF8.GetString($text, 0, $size) }
}

# Of a category: identifier, advice, and the language of the advice.
function Get-CategoryText([int]$Category, $Speech) {
    $id = $native::Text($native::act_category_id($Category))
    @{
        Id       = if ($id) { $id } else { 'unknown' }
        Advice   = Get-Advice $Category $Speech
        Language = $native::Text($native::act_words_language($Speech.Tag))
    }
}

# ---- Answers ------------------------------------------------------------------------------------

# All identifiers that the library's function of this name gives, by their numbers.
function Get-Identifier([string]$Function) {
    for ($i = 0; ($id = $native::Text($native::$Function($i))); $i++) { $id }
}

$dialectIds = Get-Identifier act_dialect_id
$defaultDialect = 'powershell'
$knownIds = Get-Identifier act_known_id
$sideIds = Get-Identifier act_side_id
$roleIds = Get-Identifier act_role_id

# Bits of act_command_flags(), and the places where commands are typed by theirs.
$commandElevated, $commandChanges, $commandHardToUndo, $commandPractice, $commandAsSlmgr = 1, 2, 4, 8, 16
$commandPlaces = @{ 128 = 'kms-host'; 256 = 'forest'; 512 = 'virtualization-host' }
$dialectSlmgr = 0

# The commands of an entry's steps that the catalogue knows.
function Get-EntryCommand([IntPtr]$Entry, $Speech) {
    for ($i = 0; ($command = $native::act_entry_command($Entry, $Speech.Tag, $i)) -ne [IntPtr]::Zero; $i++) {
        $flags = $native::act_command_flags($command, $Speech.Dialect)
        $dialect = if ($flags -band $commandAsSlmgr) { $dialectSlmgr } else { $Speech.Dialect }
        $place = foreach ($bit in $commandPlaces.Keys) { if ($flags -band $bit) { $commandPlaces[$bit] } }
        [pscustomobject]@{
            Text       = $native::Text($native::act_command_text($command, $Speech.Dialect))
            Dialect    = $dialectIds[$dialect]
            Where      = if ($place) { $place } else { 'client' }
            Elevated   = ($flags -band $commandElevated) -ne 0
            Changes    = ($flags -band $commandChanges) -ne 0
            HardToUndo = ($flags -band $commandHardToUndo) -ne 0
            Practice   = ($flags -band $commandPractice) -ne 0
        }
    }
}

# Message, cause, steps and commands of an entry, and the language of the texts.
function Get-EntryText([IntPtr]$Entry, $Speech) {
    @{
        Message  = $native::Text($native::act_entry_text($Entry, $fieldMessage, $Speech.Tag))
        Cause    = $native::Text($native::act_entry_text($Entry, $fieldCause, $Speech.Tag))
        Steps    = Get-EntryStep $Entry $Speech
        Commands = @(Get-EntryCommand $Entry $Speech)
        Language = $native::Text($native::act_entry_language($Entry, $Speech.Tag))
    }
}

$noText = @{ Message = $null; Cause = $null; Steps = $null; Commands = @(); Language = $null }

# What is known of a code. Answers for known codes are kept: to copy one is faster than to make it,
# and there are no more of them than the library's table holds.
function New-Answer([uint32]$Code, $Speech, $InputObject) {
    $category = $native::act_classify($Code, $class)
    $known = $class[$classKnown]
    $general = $Speech.Categories[$category]
    if ($null -eq $general) {
        $general = $Speech.Categories[$category] = Get-CategoryText $category $Speech
    }
    $subject = $class[$classSubject]
    $name = $reference = $null
    if ($known -ge $knownNamed) { $name = $native::Text($native::act_name($subject)) }
    if ($known -ge $knownNamed) { $reference = $native::Text($native::act_reference($subject)) }
    $entry = $native::act_lookup($subject)
    $text = $noText
    if ($entry -ne [IntPtr]::Zero) { $text = Get-EntryText $entry $Speech }
    $answer = [pscustomobject]@{
        PSTypeName     = 'ActDiag.ActivationError'
        Code           = $Code
        Hex            = '0x{0:X8}' -f $Code
        Subject        = '0x{0:X8}' -f $subject
        Name           = $name
        Known          = $knownIds[$known]
        Category       = $general.Id
        Side           = $sideIds[$class[$classSide]]
        Role           = $roleIds[$class[$classRole]]
        Retry          = ($class[$classFlags] -band $flagRetry) -ne 0
        ActivationType = [Enum]::ToObject($typeSet, $class[$classTypes])
        Reference      = $reference
        Message        = $text.Message
        Cause          = $text.Cause
        Steps          = $text.Steps
        Advice         = $general.Advice
        Commands       = $text.Commands
        Language       = if ($text.Language) { $text.Language } else { $general.Language }
        InputObject    = $InputObject
    }
    if ($known -ge $knownNamed) {
        $kept = $answer.psobject.Copy()
        $kept.InputObject = $null
        $Speech.Answers[$Code] = $kept
    }
    $answer
}

function Get-Answer([uint32]$Code, $Speech, $InputObject) {
    $kept = $Speech.Answers[$Code]
    if ($null -eq $kept) { return New-Answer $Code $Speech $InputObject }
    $answer = $kept.psobject.Copy()
    $answer.InputObject = $InputObject
    $answer
}

# One answer for each code that the documents describe and the filters let through.
function Get-DocumentedAnswer($Speech, [string[]]$Category, [int]$ActivationType) {
    for ($i = 0; ($entry = $native::act_entry_at($i)) -ne [IntPtr]::Zero; $i++) {
        $number = $native::act_entry_code($entry)
        $answer = Get-Answer $number $Speech $number
        if (-not (Test-Filter $answer $Category $ActivationType)) { continue }
        $answer.psobject.TypeNames.Insert(0, 'ActDiag.ActivationError#All')
        $answer
    }
}

# One answer for each code that has all words in its texts and that the filters let through.
function Find-Answer([string[]]$Words, $Speech, [string[]]$Category, [int]$ActivationType) {
    foreach ($number in Find-Code $Words $Speech) {
        $answer = Get-Answer $number $Speech $number
        if (Test-Filter $answer $Category $ActivationType) { $answer }
    }
}

# ---- Filters ------------------------------------------------------------------------------------

function Assert-Category([string[]]$Category, $Cmdlet) {
    $names = Get-Identifier act_category_id
    foreach ($name in $Category) {
        if ($names -contains $name) { continue }
        $message = "`"$name`" is not a category; expected one of $($names -join ', ')."
        $Cmdlet.ThrowTerminatingError([System.Management.Automation.ErrorRecord]::new(
                [ArgumentException]::new($message), 'UnknownCategory', 'InvalidArgument', $name))
    }
}

function Test-Filter($Answer, [string[]]$Category, [int]$ActivationType) {
    if ($Category -and $Category -notcontains $Answer.Category) { return $false }
    -not $ActivationType -or ($Answer.ActivationType -band $ActivationType) -ne 0
}
