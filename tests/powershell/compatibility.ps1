using namespace System.Management.Automation.Language

# The module keeps to what Windows PowerShell 5.1 on .NET Framework 4.6.1 has: its syntax, the
# cmdlets of the engine itself, and the types and members of that time.
. "$PSScriptRoot/support.ps1"

$oldest = [ActDiag.Tests.OldestMembers]::new("$([AppContext]::BaseDirectory)oldest")
$newTokens = 'AndAnd', 'OrOr', 'QuestionMark', 'QuestionQuestion', 'QuestionQuestionEquals', 'QuestionDot',
    'QuestionLBracket', 'Clean'
$newVariables = 'IsWindows', 'IsLinux', 'IsMacOS', 'IsCoreCLR', 'PSStyle', 'EnabledExperimentalFeatures'
# In constrained language mode there is no other way than PowerShell's own modules.
$utilities = 'Where-Object', 'ForEach-Object', 'Select-Object', 'New-Object', 'Add-Member', 'Write-Error', 'Write-Warning'
$mayUseUtilities = $false
$newTypeNames = 'short', 'ushort', 'uint', 'ulong'
$oldNumber = '^-?(0x[0-9a-f]+l?|(\d+\.?\d*|\.\d+)(e[-+]?\d+)?[ld]?)([kmgtp]b)?$'
$newEscape = '(?<!`)(``)*`(e|u\{)'

# What the module defines itself: its function names and the keys of its hashtables.
$files = [IO.Directory]::GetFiles($modulePath, '*.ps*1', 'AllDirectories') -notmatch '\.ps1xml$|[\\/]Table[^\\/]*$'
$functions = [Collections.Generic.HashSet[string]]::new([StringComparer]::OrdinalIgnoreCase)
$keys = [Collections.Generic.HashSet[string]]::new([StringComparer]::OrdinalIgnoreCase)
foreach ($file in $files) {
    $ast = [Parser]::ParseFile($file, [ref]$null, [ref]$null)
    foreach ($node in $ast.FindAll({ $true }, $true)) {
        if ($node -is [FunctionDefinitionAst]) { $null = $functions.Add($node.Name) }
        if ($node -is [HashtableAst]) {
            foreach ($pair in $node.KeyValuePairs) { $null = $keys.Add($pair.Item1.Extent.Text) }
        }
    }
}

# Tokens, those within strings too.
function Get-AllToken($Tokens) {
    foreach ($token in $Tokens) {
        $token
        if ($token -is [StringExpandableToken] -and $token.NestedTokens) { Get-AllToken $token.NestedTokens }
    }
}

function Get-NewToken($Tokens) {
    $before = 'NewLine'
    foreach ($token in Get-AllToken $Tokens) {
        $isNew = switch ("$($token.Kind)") {
            { $_ -in $newTokens } { $true }
            Pipe { $before -eq 'NewLine' }
            Number { $token.Text -notmatch $oldNumber }
            { $_ -like '*StringExpandable' } { $token.Text -cmatch $newEscape }
        }
        if ($isNew) { $token.Extent }
        if ($token.Kind -ne 'Comment') { $before = $token.Kind }
    }
}

# The full name under which metadata has a type; nothing where the running engine has none.
function Get-TypeFullName($TypeName) {
    $type = if ($TypeName) { $TypeName.GetReflectionType() }
    while ($type -and $type.IsArray) { $type = $type.GetElementType() }
    if ($type -and $type.IsGenericType) { $type = $type.GetGenericTypeDefinition() }
    if ($type) { $type.FullName }
}

function Test-TypeName($Node) {
    $name = $Node.TypeName
    if ($name.FullName -eq 'ActDiag.ActivationType') { return $true }
    if ("$($name.FullName)".TrimEnd('[', ']') -in $newTypeNames) { return $false }
    $full = if ($Node -is [AttributeAst] -and $name.GetReflectionAttributeType()) {
        $name.GetReflectionAttributeType().FullName
    } else { Get-TypeFullName $name }
    $full -and $oldest.HasType($full)
}

function Test-Cmdlet($Command) {
    $name = $Command.GetCommandName()
    if (-not $name) { return "$Command" -match '^\. (\$adoptPreference|"\$PSScriptRoot/[\w.$-]+\.ps1")$' }
    if ($functions.Contains($name)) { return $true }
    if ($utilities -contains $name) { return $mayUseUtilities }
    $cmdlet = $ExecutionContext.InvokeCommand.GetCommand($name, 'Cmdlet')
    if (-not $cmdlet -or -not $oldest.HasType($cmdlet.ImplementingType.FullName)) { return $false }
    foreach ($element in $Command.CommandElements) {
        if ($element -is [CommandParameterAst] -and
            -not $oldest.HasProperty($cmdlet.ImplementingType.FullName, $element.ParameterName)) { return $false }
    }
    $true
}

function Test-Member($Node) {
    $object, $name = $Node.Expression, $Node.Member.Value
    if ("$object" -in '$native', '$library.Native' -and $Node.Static) {
        return -not $name -or $name -match '^(act_\w+|scan_text|ScanLine|Text)$'
    }
    $type = if ($Node.Static -and $object -is [TypeExpressionAst]) { Get-TypeFullName $object.TypeName }
    if ($Node -is [InvokeMemberExpressionAst]) {
        $count = @($Node.Arguments).Count - [int]($null -eq $Node.Arguments)
        if (-not $type) { return $oldest.AnyHasMethod($name, $count) }
        return $object.TypeName.IsArray -or $oldest.HasMethod($type, $name, $count)
    }
    if ($type) { return $oldest.HasProperty($type, $name) }
    if ($Node.Member -is [VariableExpressionAst] -or "$object" -in '$table', '$Text') { return $true }
    $name -eq 'psobject' -or $keys.Contains("$name") -or $oldest.AnyHasProperty("$name")
}

function Test-Node($Node) {
    switch ($Node) {
        { $_ -is [CommandAst] } { return Test-Cmdlet $Node }
        { $_ -is [MemberExpressionAst] } { return Test-Member $Node }
        { $_ -is [TypeExpressionAst] -or $_ -is [TypeConstraintAst] -or $_ -is [AttributeAst] } {
            return Test-TypeName $Node
        }
        { $_ -is [PipelineAst] } { return -not $Node.Background }
        { $_ -is [VariableExpressionAst] } { return $Node.VariablePath.UserPath -notin $newVariables }
    }
    $true
}

# What is too new in a script, each as its line number and text.
function Get-Finding([string]$Script) {
    $tokens = $errors = $null
    $ast = [Parser]::ParseInput($Script, [ref]$tokens, [ref]$errors)
    $extents = @(
        foreach ($problem in $errors) { $problem.Extent }
        Get-NewToken $tokens
        foreach ($node in $ast.FindAll({ $true }, $true)) { if (-not (Test-Node $node)) { $node.Extent } }
    )
    foreach ($extent in $extents) { "line $($extent.StartLineNumber): $($extent.Text)" }
}

Test 'the reference assemblies were read' {
    Assert-True ($oldest.TypeCount -gt 1500) "there are $($oldest.TypeCount) types"
    Assert-True $oldest.HasMethod('System.IO.Path', 'Combine', 7) 'a list of arguments is counted'
    Assert-True (-not $oldest.HasMethod('System.IO.Path', 'Join', 2)) 'later methods are not there'
}

Assert-True ($files.Count -ge 7) 'the module has its files'
foreach ($file in $files) {
    Test "$([IO.Path]::GetFileName($file)) keeps to PowerShell 5.1 and .NET Framework 4.6.1" {
        $script:mayUseUtilities = [IO.Path]::GetFileName($file) -in 'Plain.ps1', 'ActDiag.psm1'
        $found = @(Get-Finding ([IO.File]::ReadAllText($file)))
        if ($found) { throw "newer, or not the engine's: $($found -join '; ')" }
    }
}

$mayUseUtilities = $false

# One of each kind that must be found.
$tooNew = @(
    '$a ? 1 : 2', '$a ?? 1', '$a ??= 1', '${a}?.Length', '${a}?[0]', '$(1) && $(2)', '$(1) || $(2)',
    '"$($a ?? 1)"', "1`n| Get-Answer", 'Get-Answer &', 'function f { clean { 1 } }', '0b101', '7u', '"`e[0m"', '"`u{41}"',
    '[uint]1', '[ushort]$a', '[semver]$a', '$IsWindows', '[ValidateNotNullOrWhiteSpace()]param()',
    'Select-Object', '$a | ForEach-Object -Parallel { 1 }', '& $a', 'Write-Warning x', 'Import-Module x -UseWindowsPowerShell',
    '[Runtime.InteropServices.Marshal]::PtrToStringUTF8($a)', '[IO.Path]::Join($a, $b)',
    '[Span[int]]$a', '[Convert]::ToHexString($a)', '[Math]::Clamp(1, 2, 3)',
    '[Runtime.InteropServices.NativeLibrary]::Load($a)', '$a.AppendJoin($b, $c)', '[Environment]::ProcessPath',
    '[Text.Encoding]::Latin1', '[Array]::Fill($a, 1)', '$native::other($a)'
)
foreach ($script in $tooNew) {
    Test "refuses $($script -replace '\n', ' ')" { Assert-True @(Get-Finding $script).Count 'it is found' }
}

Test 'takes what 5.1 has' {
    $old = '[int]$a = 0x7FL; if ($a -and $a -gt 1MB) { [Math]::Max($a, 2) } else { "$($a)`t" }
        foreach ($b in 1.5e3) { $b.ToString("X8").PadLeft(9) } ; [uint32[]]::new(3); [string]::Join(",", 1, 2)'
    Assert-Equal @(Get-Finding $old) @()
}
