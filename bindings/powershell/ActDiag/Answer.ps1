# Reads codes from what the pipeline brings, and turns the library's answers into objects.

# Values of the enumerations in actdiag.h.
$fieldMessage, $fieldCause = 0, 1
$categoryLabel = 0
$documentLanguage = 0
$flagRetry = 1
$knownNone, $knownNamed = 0, 2

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

# What may have been typed as 8 hex digits where PowerShell made a number of them: 80070005 is an
# int, 8007000D the decimal 8007000, and 800704E3 the double 800704000.
$hexLength = 8
function Get-TypedDigit($Number) {
    $digits = ([decimal]$Number).ToString('0', [Globalization.CultureInfo]::InvariantCulture)
    if ($Number -is [double]) {
        $significant = $digits.TrimEnd([char]'0')
        for ($length = $significant.Length; $length -le $hexLength - 2 -and $length -le $digits.Length; $length++) {
            $exponent = "$($digits.Length - $length)"
            $room = $hexLength - 1 - $length
            if ($exponent.Length -le $room) {
                $digits.Substring(0, $length) + 'E' + $exponent.PadLeft($room, [char]'0')
            }
        }
    } elseif ($Number -is [decimal] -and $digits.Length -eq $hexLength - 1) {
        "${digits}D"
    } elseif ($digits.Length -eq $hexLength) {
        $digits
    }
}

# The code of a number: its own value, or, where nothing is known of that, the 8 hex digits that were
# typed for it, if something is known of those or they begin as those of failures do.
function ConvertFrom-Number($Number) {
    $own = ConvertTo-Code $Number
    if ($null -eq $own -or $Number -lt 0 -or (Test-Known $own)) { return $own }
    $failure = $null
    foreach ($digits in Get-TypedDigit $Number) {
        $typed = ConvertTo-Code $digits
        if ($null -eq $typed) { continue }
        if (Test-Known $typed) { return $typed }
        if ($null -eq $failure -and $digits.StartsWith('80', [StringComparison]::Ordinal)) { $failure = $typed }
    }
    if ($null -ne $failure) { $failure } else { $own }
}

function Test-Known([uint32]$Code) {
    $null = $native::act_classify($Code, $class)
    $class[$classKnown] -ne $knownNone
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
    if (Test-Error $Item) { return Get-ErrorCode $Item }
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
    elseif (Test-Error $Item) { 
        $exception = Get-Property $Item Exception
        "The error holds no code but .NET's own: $(Get-Property $(if ($exception) { $exception } else { $Item }) Message)"
    }
    else {
        "An object of type $($Item.GetType().FullName) holds no code; expected one of the " +
            "properties $($codeProperties -join ', ')." + $(if (Get-Property $Item Message, Description) {
                ' Find-ActivationError finds the codes in its text.' })
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
function New-Answer([uint32]$Code, $Speech) {
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
    $answer = [Activator]::CreateInstance($types.Answer)
    $answer.Code = $Code
    $answer.Hex = '0x{0:X8}' -f $Code
    $answer.Subject = '0x{0:X8}' -f $subject
    $answer.Known = $knownIds[$known]
    $answer.Category = $general.Id
    $answer.Side = $sideIds[$class[$classSide]]
    $answer.Role = $roleIds[$class[$classRole]]
    $answer.Retry = ($class[$classFlags] -band $flagRetry) -ne 0
    $answer.ActivationType = [int]$class[$classTypes]
    if ($name) { $answer.Name = $name }
    if ($reference) { $answer.Reference = $reference }
    Copy-Field $text $answer Message, Cause, Steps, Commands
    if ($general.Advice) { $answer.Advice = $general.Advice }
    $answer.Language = if ($text.Language) { $text.Language } else { $general.Language }
    if ($known -ge $knownNamed) { $Speech.Answers[$Code] = $answer }
    $answer
}

# An object of its own, about a code that was read from InputObject.
function Get-Answer([uint32]$Code, $Speech, $InputObject) {
    $answer = $Speech.Answers[$Code]
    if ($null -eq $answer) { $answer = New-Answer $Code $Speech }
    $answer = $answer.Clone()
    $answer.InputObject = $InputObject
    $answer
}

# One answer for each code that the documents describe and the filters let through.
function Get-DocumentedAnswer($Speech, $Filter) {
    for ($i = 0; ($entry = $native::act_entry_at($i)) -ne [IntPtr]::Zero; $i++) {
        $number = $native::act_entry_code($entry)
        $answer = Get-Answer $number $Speech $number
        if (Test-Filter $answer $Filter) { ConvertTo-Row $answer }
    }
}

# Marks an answer as one of many, which are shown as a table.
function ConvertTo-Row($Answer) {
    $Answer.psobject.TypeNames.Insert(0, 'ActDiag.ActivationError#All')
    $Answer
}

# One answer for each code that has all words in its texts and that the filters let through.
function Find-Answer([string[]]$Words, $Speech, $Filter) {
    foreach ($number in Find-Code $Words $Speech) {
        $answer = Get-Answer $number $Speech $number
        if (Test-Filter $answer $Filter) { ConvertTo-Row $answer }
    }
}

# ---- Filters ------------------------------------------------------------------------------------

# The categories that names, perhaps with wildcards, stand for.
function Resolve-Category([string[]]$Category, $Cmdlet) {
    $names = Get-Identifier act_category_id
    foreach ($wanted in $Category) {
        $pattern = [System.Management.Automation.WildcardPattern]::new($wanted, 'IgnoreCase, CultureInvariant')
        $found = @(foreach ($name in $names) { if ($pattern.IsMatch($name)) { $name } })
        if ($found) { $found; continue }
        $message = "`"$wanted`" is not a category; expected one of $($names -join ', ')."
        $Cmdlet.ThrowTerminatingError([System.Management.Automation.ErrorRecord]::new(
                [ArgumentException]::new($message), 'UnknownCategory', 'InvalidArgument', $wanted))
    }
}

# What -Category and -ActivationType ask for; null if neither is given. ActivationType None stands for
# codes of which no activation type is known.
function New-Filter([string[]]$Category, $ActivationType, $Cmdlet) {
    if (-not $Category -and $null -eq $ActivationType) { return }
    @{ Category = @(Resolve-Category $Category $Cmdlet); ActivationType = $ActivationType }
}

function Test-Filter($Answer, $Filter) {
    if ($null -eq $Filter) { return $true }
    if ($Filter.Category -and $Filter.Category -notcontains $Answer.Category) { return $false }
    if ($null -eq $Filter.ActivationType) { return $true }
    $common = [int]$Answer.ActivationType -band [int]$Filter.ActivationType
    $common -ne 0 -or ([int]$Filter.ActivationType -eq 0 -and [int]$Answer.ActivationType -eq 0)
}
