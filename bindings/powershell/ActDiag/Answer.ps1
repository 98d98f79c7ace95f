# Reads codes from what the pipeline brings, and turns the library's answers into objects.

# Values of the enumerations in actdiag.h.
$fieldMessage, $fieldCause, $fieldSteps = 0, 1, 2
$categoryLabel, $categoryAdvice = 0, 1
$documentLanguage = 0
$flagRetry = 1
$knownNamed = 2

# What act_classify and act_parse write into; the members of act_class that are read from it.
$class = [uint32[]]::new(16)
$parsed = [uint32[]]::new(1)
$classKnown, $classTypes, $classSide, $classFlags = 1, 3, 4, 5

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

# Languages in which answers were given, by the tag that was asked for. Of each: the tag as the
# library takes it, and what has been said in it of categories and of known codes.
$speeches = @{}

function Get-Speech([string]$Tag) {
    if (-not $speeches[$Tag]) {
        $bytes = [Text.Encoding]::UTF8.GetBytes("$Tag`0")
        $speeches[$Tag] = @{ Tag = $bytes; Categories = @{}; Answers = @{} }
    }
    $speeches[$Tag]
}

# Of a category: identifier, advice, and the language of the advice.
function Get-CategoryText([int]$Category, $Speech) {
    $id = $native::Text($native::act_category_id($Category))
    $advice = $native::Text($native::act_category_text($Category, $categoryAdvice, $Speech.Tag))
    @{
        Id       = if ($id) { $id } else { 'unknown' }
        Advice   = if ($advice) { $advice }
        Language = $native::Text($native::act_words_language($Speech.Tag))
    }
}

# ---- Answers ------------------------------------------------------------------------------------

# All identifiers that the library's function of this name gives, by their numbers.
function Get-Identifier([string]$Function) {
    for ($i = 0; ($id = $native::Text($native::$Function($i))); $i++) { $id }
}

$knownIds = Get-Identifier act_known_id
$sideIds = Get-Identifier act_side_id

# What is known of a code. Answers for known codes are kept: to copy one is faster than to make it,
# and there are no more of them than the library's table holds.
function New-Answer([uint32]$Code, $Speech, $InputObject) {
    $category = $native::act_classify($Code, $class)
    $known = $class[$classKnown]
    $general = $Speech.Categories[$category]
    if ($null -eq $general) {
        $general = $Speech.Categories[$category] = Get-CategoryText $category $Speech
    }
    $name = $message = $cause = $steps = $null
    $language = $general.Language
    if ($known -ge $knownNamed) { $name = $native::Text($native::act_name($Code)) }
    # A code in another form is as well known as the code that it stands for, but has no entry.
    $entry = $native::act_lookup($Code)
    if ($entry -ne [IntPtr]::Zero) {
        $message = $native::Text($native::act_entry_text($entry, $fieldMessage, $Speech.Tag))
        $cause = $native::Text($native::act_entry_text($entry, $fieldCause, $Speech.Tag))
        $steps = $native::Text($native::act_entry_text($entry, $fieldSteps, $Speech.Tag))
        $language = $native::Text($native::act_entry_language($entry, $Speech.Tag))
    }
    $answer = [pscustomobject]@{
        PSTypeName     = 'ActDiag.ActivationError'
        Code           = $Code
        Hex            = '0x{0:X8}' -f $Code
        Name           = $name
        Known          = $knownIds[$known]
        Category       = $general.Id
        Side           = $sideIds[$class[$classSide]]
        Retry          = ($class[$classFlags] -band $flagRetry) -ne 0
        ActivationType = [Enum]::ToObject($typeSet, $class[$classTypes])
        Message        = $message
        Cause          = $cause
        Steps          = $steps
        Advice         = $general.Advice
        Language       = $language
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
