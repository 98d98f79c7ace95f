# Codes in error records and exceptions. The code of a failed activation is rarely that of the error
# itself: it is in an inner exception, in the identifier of a CIM error, or in a message.

# .NET gives its own failures numbers with this upper half; they tell nothing of activation.
$frameworkFailure = 0x8013
$unspecifiedFailure = 2147500037 # 0x80004005
$deepestError = 16
$innerErrors = 'Exception', 'InnerException', 'InnerExceptions', 'SerializedRemoteException'

# The first of these properties that an object has a value for.
function Get-Property($Item, [string[]]$Name) {
    foreach ($one in $Name) {
        $property = $Item.psobject.Properties[$one]
        $value = if ($property) { try { $property.Value } catch { $null } }
        if ($null -ne $value) { return $value }
    }
}

# Whether it is an error record or an exception, or was one before it went through a job, a remote
# session or a file.
function Test-Error($Item) {
    if ($Item -is [System.Management.Automation.ErrorRecord] -or $Item -is [Exception]) { return $true }
    if ($Item.psobject.BaseObject -isnot [System.Management.Automation.PSCustomObject]) { return $false }
    $names = $Item.psobject.TypeNames
    $names -contains 'Deserialized.System.Exception' -or
        $names -contains 'Deserialized.System.Management.Automation.ErrorRecord'
}

# An error and the errors in it, the innermost first. Of what was written to a file, the innermost
# may be no more than a text.
function Get-InnerError($Item, [int]$Depth = 0) {
    if ($Depth -lt $deepestError -and $Item -isnot [string]) {
        foreach ($name in $innerErrors) {
            foreach ($inner in Get-Property $Item $name) {
                if ($null -ne $inner) { Get-InnerError $inner ($Depth + 1) }
            }
        }
    }
    , $Item
}

# The codes in a text.
function Find-TextCode([string]$Text) {
    $flags = $scanDecimal -bor $scanBare
    $offset = [Array]::CreateInstance($sizeType, 1)
    $found = [long[]]::new(2)
    while ($native::scan_text($Text, 2 * $Text.Length, $offset, $flags, $found, 1)) {
        [uint32]($found[1] -band 4294967295)
    }
}

# The numbers that an error itself carries.
function Get-ErrorNumber($Item) {
    $isWin32 = $Item -is [ComponentModel.Win32Exception] -or
        $Item.psobject.TypeNames -contains 'Deserialized.System.ComponentModel.Win32Exception'
    $numbers = @(Get-Property $Item HResult; if ($isWin32) { Get-Property $Item NativeErrorCode })
    foreach ($number in $numbers) {
        $code = ConvertTo-Code $number
        if ($code -and $code -shr 16 -ne $frameworkFailure) { $code }
    }
}

# The code of an error: of those that its identifiers, its numbers and its messages hold, in this
# order, the first that is not an envelope around another. Nothing if there is none.
function Get-ErrorCode($Item) {
    $errors = @(Get-InnerError $Item)
    $codes = @(
        foreach ($one in $errors) {
            foreach ($name in 'MessageId', 'FullyQualifiedErrorId') { Find-TextCode (Get-Property $one $name) }
        }
        foreach ($one in $errors) { if ($one -is [string]) { Find-TextCode $one } else { Get-ErrorNumber $one } }
        foreach ($one in $errors) { if ($one -isnot [string]) { Find-TextCode (Get-Property $one Message) } }
    )
    $envelope = $null
    foreach ($code in $codes) {
        $null = $native::act_classify($code, $class)
        if ($roleIds[$class[$classRole]] -ne 'envelope') { return $code }
        if ($null -eq $envelope -or $envelope -eq $unspecifiedFailure) { $envelope = $code }
    }
    $envelope
}

# An error as text in which its code is found.
function Get-ErrorText($Item) {
    $code = Get-ErrorCode $Item
    # An outer message mostly repeats the inner one.
    $text = ''
    foreach ($one in Get-InnerError $Item) {
        $line = if ($one -is [string]) { $one } else { Get-Property $one Message }
        if ($line -and -not $text.Contains($line)) { $text = if ($text -and $line.Contains($text)) { $line } else { "$line`n$text".TrimEnd() } }
    }
    if ($null -eq $code -or @(Find-TextCode $text) -contains $code) { return $text }
    $text + "`n0x{0:X8}" -f $code
}
