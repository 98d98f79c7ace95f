# Here every construct must be one that constrained language mode allows.
if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    throw "The module ActDiag calls a native library, which PowerShell's language mode " +
        "$($ExecutionContext.SessionState.LanguageMode) forbids. Import it in a session in full " +
        'language mode, or have the module signed by a publisher that your application control ' +
        'policy trusts.'
}
Set-StrictMode -Version 3.0

. "$PSScriptRoot/Types.ps1"
. "$PSScriptRoot/Native.ps1"
$types = Import-Library
$native = $types.Native

# To be dot-sourced by a command: the module does not see the variables of a script that calls it.
$adoptPreference = {
    if (-not $PSBoundParameters.ContainsKey('ErrorAction')) {
        $ErrorActionPreference = $PSCmdlet.GetVariableValue('ErrorActionPreference')
    }
    if (-not $PSBoundParameters.ContainsKey('WarningAction')) {
        $WarningPreference = $PSCmdlet.GetVariableValue('WarningPreference')
    }
}

. "$PSScriptRoot/Errors.ps1"
. "$PSScriptRoot/Answer.ps1"
. "$PSScriptRoot/Paths.ps1"
. "$PSScriptRoot/Search.ps1"
. "$PSScriptRoot/Case.ps1"
. "$PSScriptRoot/Get-ActivationError.ps1"
. "$PSScriptRoot/Find-ActivationError.ps1"
. "$PSScriptRoot/Resolve-ActivationError.ps1"
. "$PSScriptRoot/Completion.ps1"
Export-ModuleMember -Function Get-ActivationError, Find-ActivationError, Resolve-ActivationError
