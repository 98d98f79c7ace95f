# Here every construct must be one that constrained language mode allows.
if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    throw "The module ActDiag calls a native library, which PowerShell's language mode " +
        "$($ExecutionContext.SessionState.LanguageMode) forbids. Import it in a session in full " +
        'language mode, or have the module signed by a publisher that your application control ' +
        'policy trusts.'
}
Set-StrictMode -Version 3.0

. "$PSScriptRoot/Native.ps1"
$library = Import-Library
$native = $library.Native
$typeSet = $library.ActivationType

. "$PSScriptRoot/Answer.ps1"
. "$PSScriptRoot/Search.ps1"
. "$PSScriptRoot/Case.ps1"
. "$PSScriptRoot/Get-ActivationError.ps1"
. "$PSScriptRoot/Find-ActivationError.ps1"
. "$PSScriptRoot/Resolve-ActivationError.ps1"
. "$PSScriptRoot/Completion.ps1"
Export-ModuleMember -Function Get-ActivationError, Find-ActivationError, Resolve-ActivationError
