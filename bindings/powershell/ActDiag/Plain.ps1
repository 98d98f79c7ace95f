# The commands where no native library can be loaded, as in constrained language mode: plain
# PowerShell over a table that the build generates. It answers documented and named codes. Every
# construct here must be one that constrained language mode allows.

$table = try { . "$PSScriptRoot/Table.ps1" } catch { throw "$noLibrary The module's own table is missing, too." }
$texts = @{}

# The language of the texts: the one that is wanted, else English, else the first.
function Get-PlainText([string]$Wanted) {
    $tag = ($Wanted -split '[_.@-]')[0]
    $found = @($table.Languages | Where-Object { $_ -eq $Wanted }) + @($table.Languages | Where-Object {
            ($_ -split '-')[0] -eq $tag }) + @($table.Languages | Where-Object { $_ -eq 'en' }) + $table.Languages
    $language = $found[0]
    if (-not $texts[$language]) { $texts[$language] = . "$PSScriptRoot/Table.$language.ps1" }
    $texts[$language]
}

# ---- Codes --------------------------------------------------------------------------------------

function ConvertTo-PlainHex($Value) {
    $text = ("$Value" -replace '^(\w+\s?){1,2}[=:]\s*' -replace '^[\s"''(\[`*]+|[\s"'')\]`*.,;:!?]+$')
    if ($Value -isnot [string]) {
        $number = $Value -as [long]
        if ($null -eq $number -or $number -ne $Value) { return }
    } elseif ($text -match '^(?:[0Oo][xX]\s?|&[Hh])([0-9A-Fa-f]{1,8})$') {
        $number = [long]"0x0$($Matches[1])"
    } elseif ($text -match '^[0-9A-Fa-f]{8}$') {
        $number = [long]"0x0$text"
    } elseif ($text -match '^-?[0-9]{1,10}$') {
        $number = [long]$text
    } else {
        return $table.Codes.Keys | Where-Object { $table.Codes[$_][7] -eq $text } | Select-Object -First 1
    }
    if ($number -ge -2147483648 -and $number -le 4294967295) { '0x{0:X8}' -f ($number -band 4294967295) }
}

# The code in an error: in its identifier, or in the innermost exception that is not .NET's own.
function Get-PlainErrorHex($Record) {
    $hex = $null
    if ($Record.FullyQualifiedErrorId -match '0x[0-9A-Fa-f]{8}') { $hex = ConvertTo-PlainHex $Matches[0] }
    $exception = $Record.Exception
    while ($exception) {
        $own = ConvertTo-PlainHex $exception.HResult
        if ($own -and $own -notlike '0x8013*') { $hex = $own }
        $exception = $exception.InnerException
    }
    $hex
}

function Get-PlainHex($Item) {
    if ($null -eq $Item -or $Item -is [string] -or $Item -is [int] -or $Item -is [long] -or $Item -is [uint32]) {
        return ConvertTo-PlainHex $Item
    }
    if ($Item.psobject.Properties['FullyQualifiedErrorId']) { return Get-PlainErrorHex $Item }
    foreach ($name in 'Code', 'ErrorCode', 'HResult', 'LicenseStatusReason', 'ResultCode') {
        $value = if ($Item -is [hashtable]) { $Item[$name] } elseif ($Item.psobject.Properties[$name]) { $Item.$name }
        if ($null -ne $value) { return ConvertTo-PlainHex $value }
    }
    ConvertTo-PlainHex $Item
}

# ---- Answers ------------------------------------------------------------------------------------

# Of texts in all dialects: that of one. The first stands for those that do not differ.
function Select-PlainDialect([object[]]$Each, [int]$Dialect) {
    $text = if ($null -ne $Each[$Dialect]) { $Each[$Dialect] } else { $Each[0] }
    if ($text) { $text }
}

function Get-PlainCommand([object[]]$Index, [int]$Dialect) {
    $places = @{ 128 = 'kms-host'; 256 = 'forest'; 512 = 'virtualization-host' }
    foreach ($i in $Index) {
        $text, $flags = $table.Commands[$i][(2 * $Dialect)], $table.Commands[$i][(2 * $Dialect + 1)]
        $place = foreach ($bit in $places.Keys) { if ($flags -band $bit) { $places[$bit] } }
        New-Object PSObject -Property ([ordered]@{
                Text = $text
                Dialect = $table.Dialects[$(if ($flags -band 16) { 0 } else { $Dialect })]
                Where = if ($place) { $place } else { 'client' }
                Elevated = ($flags -band 1) -ne 0
                Changes = ($flags -band 2) -ne 0
                HardToUndo = ($flags -band 4) -ne 0
                Practice = ($flags -band 8) -ne 0
            })
    }
}

function ConvertTo-PlainType([int]$Bits) {
    $names = for ($i = 0; $i -lt $table.Types.Count; $i++) {
        if ($Bits -band (1 -shl $i)) {
            (($table.Types[$i] -split '-') | ForEach-Object { $_.Substring(0, 1).ToUpperInvariant() + $_.Substring(1) }) -join ''
        }
    }
    if ($names) { $names -join ', ' } else { 'None' }
}

# The same properties as with the library; the activation types are a text.
function New-PlainAnswer([string]$Hex, $Text, [int]$Dialect, $InputObject) {
    $known, $category, $side, $role, $retry, $types, $subject, $name, $reference = $table.Codes[$Hex]
    $entry = $Text.Entries[$subject]
    $language, $message, $cause, $steps, $commands = $entry
    $answer = New-Object PSObject -Property ([ordered]@{
            Code = [uint32][long]"0x0$($Hex.Substring(2))"; Hex = $Hex; Subject = $subject; Name = $name; Known = $known
            Category = $category; Side = $side; Role = $role; Retry = $retry
            ActivationType = ConvertTo-PlainType $types; Reference = $reference; Message = $message; Cause = $cause
            Steps = if ($entry) { Select-PlainDialect $steps $Dialect }
            Advice = Select-PlainDialect $Text.Advice[$category] $Dialect
            Commands = @(Get-PlainCommand $commands $Dialect)
            Language = if ($entry) { $language } else { $Text.WordsLanguage }
            InputObject = $InputObject
        })
    Add-Member -InputObject $answer -TypeName 'ActDiag.ActivationError' -PassThru
}

# ---- Commands -----------------------------------------------------------------------------------

function Get-ActivationError {
    # .EXTERNALHELP ActDiag-help.xml
    [CmdletBinding(DefaultParameterSetName = 'Code')]
    param(
        [Parameter(ParameterSetName = 'Code', Mandatory = $true, Position = 0, ValueFromPipeline = $true)]
        [AllowNull()] [AllowEmptyString()] [AllowEmptyCollection()]
        [object]$Code,
        [Parameter(ParameterSetName = 'All', Mandatory = $true)] [switch]$All,
        [SupportsWildcards()] [string[]]$Category,
        [string[]]$ActivationType,
        [string]$Language = $PSUICulture,
        [string]$Commands = $(if ($env:ACTDIAG_COMMANDS) { $env:ACTDIAG_COMMANDS } else { 'powershell' })
    )
    begin {
        $dialect = 0..($table.Dialects.Count - 1) | Where-Object { $table.Dialects[$_] -eq $Commands }
        if ($null -eq $dialect) { throw "`"$Commands`" is not a dialect; expected one of $($table.Dialects -join ', ')." }
        $text = Get-PlainText $Language
    }
    process {
        $items = if ($All) { $table.Documented } elseif ($null -eq $Code) { , $null } else { $Code }
        foreach ($item in $items) {
            $hex = Get-PlainHex $item
            if (-not $hex) {
                Write-Error -Message "`"$item`" is not a code." -ErrorId MalformedCode -Category InvalidArgument -TargetObject $item
            } elseif (-not $table.Codes.ContainsKey($hex)) {
                Write-Error -Message "$hex is neither documented nor named; $noLibrary" -ErrorId LibraryNeeded `
                    -Category NotImplemented -TargetObject $item
            } else {
                $answer = New-PlainAnswer $hex $text $dialect $item
                $isFit = -not $Category -or @($Category | Where-Object { $answer.Category -like $_ })
                if ($isFit -and $ActivationType) {
                    $isFit = @($ActivationType | Where-Object { ($answer.ActivationType -split ', ') -contains $_ })
                }
                if ($isFit) { $answer }
            }
        }
    }
}

function Find-ActivationError {
    # .EXTERNALHELP ActDiag-help.xml
    [CmdletBinding()]
    param([Parameter(ValueFromPipeline = $true, ValueFromRemainingArguments = $true)] [object]$Text)
    begin { throw "Find-ActivationError needs the library. $noLibrary" }
}

function Resolve-ActivationError {
    # .EXTERNALHELP ActDiag-help.xml
    [CmdletBinding()]
    param([Parameter(ValueFromPipeline = $true, ValueFromRemainingArguments = $true)] [object]$InputObject)
    begin { throw "Resolve-ActivationError needs the library. $noLibrary" }
}
