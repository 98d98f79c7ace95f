# Answers without the library, in constrained language mode, are those that the library gives.
. "$PSScriptRoot/support.ps1"
Import-Module $modulePath

$session = [powershell]::Create((New-State))
$null = $session.AddScript("`$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'
    Import-Module '$modulePath'").Invoke()
$warnings = @($session.Streams.Warning)

# What a command emits in that session, and its errors as the variable problems.
function Invoke-Plain([string]$Command, $Arguments) {
    $session.Commands.Clear()
    $session.Streams.ClearStreams()
    $null = $session.AddScript($Command).AddArgument($Arguments)
    $session.Invoke()
    $script:problems = @($session.Streams.Error)
}

# An answer as text: each property, and each of each command.
function Get-Flat($Answer) {
    foreach ($property in $Answer.psobject.Properties) {
        if ($property.Name -eq 'InputObject') { continue }
        $value = $property.Value
        if ($property.Name -eq 'Commands') { $value = $value | & { process { $_.psobject.Properties | & { process { "$($_.Name)=$($_.Value)" } } } } }
        "$($property.Name)=$($value -join ';')"
    }
}

Test 'the import warns, and the language mode is the constrained one' {
    Assert-True ("$warnings" -like '*Only documented and named codes*ConstrainedLanguage*') 'the warning'
    Assert-Equal (Invoke-Plain '$ExecutionContext.SessionState.LanguageMode') ConstrainedLanguage
}

foreach ($case in @{ Language = 'en'; Commands = 'powershell' }, @{ Language = 'ja-JP'; Commands = 'slmgr' },
    @{ Language = 'ja'; Commands = 'oslicense' }, @{ Language = 'fr'; Commands = 'office' }) {
    Test "every code is answered alike in $($case.Language) for $($case.Commands)" {
        $register = [string[]]@([IO.File]::ReadAllLines("$sourcePath/doc/codes.tsv") -match '^0x' -replace '\t.*')
        $register += (Get-ActivationError -All).Hex
        $wanted = @(Get-ActivationError $register @case)
        $found = @(Invoke-Plain 'param($codes) Get-ActivationError $codes[0] -Language $codes[1] -Commands $codes[2]' (
                $register, $case.Language, $case.Commands))
        Assert-Equal $problems.Count 0 'the number of errors'
        Assert-Equal $found.Count $wanted.Count 'the number of answers'
        for ($i = 0; $i -lt $wanted.Count; $i++) {
            Assert-Equal (Get-Flat $found[$i]) (Get-Flat $wanted[$i]) $register[$i]
        }
        Assert-Equal $found[0].psobject.TypeNames[0] ActDiag.ActivationError
    }
}

Test 'notations, objects and errors are read' {
    $found = Invoke-Plain "'C004F074', '-1073418124', 'SL_E_VL_BINDING_SERVICE_UNAVAILABLE', -1073418124,
        @{ ErrorCode = 3221549172 } | Get-ActivationError
        try { 1 / 0 } catch { }
        Get-ActivationError 3221549172, 'hr=0xC004F074'"
    Assert-Equal $found.Hex (@('0xC004F074') * 7)
}

Test 'filters apply, and -All lists' {
    Assert-Equal (Invoke-Plain '(Get-ActivationError -All).Hex') (Get-ActivationError -All).Hex
    Assert-Equal (Invoke-Plain '(Get-ActivationError -All -Category d*, network -ActivationType KmsHost).Hex') (
        Get-ActivationError -All -Category d*, network -ActivationType KmsHost).Hex
}

Test 'what needs the library is refused by name' {
    $null = Invoke-Plain 'Get-ActivationError 0xDEADBEEF, rubbish'
    Assert-Equal ($problems | & { process { $_.FullyQualifiedErrorId } }) (
        'LibraryNeeded,Get-ActivationError', 'MalformedCode,Get-ActivationError')
    foreach ($command in 'Find-ActivationError a.log', "'x' | Resolve-ActivationError") {
        $message = try { Invoke-Plain $command; "$problems" } catch { "$_" }
        Assert-True ($message -like '*needs the library*ConstrainedLanguage*') $message
    }
}
$session.Dispose()
