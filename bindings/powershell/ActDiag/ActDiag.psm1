# Up to where it is known that the library is there, every construct must be one that constrained
# language mode allows.
Set-StrictMode -Version 3.0
$noLibrary = if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    "PowerShell's language mode $($ExecutionContext.SessionState.LanguageMode) forbids native libraries, as ActDiag has one. " +
        'Import it in a session in full language mode, or have the module signed by a publisher that your ' +
        'application control policy trusts.'
} else {
    . "$PSScriptRoot/Types.ps1"
    . "$PSScriptRoot/Native.ps1"
    try { $types = Import-Library } catch {
        # Whoever names a library wants that one.
        if ($env:ACTDIAG_LIBRARY -or $_.FullyQualifiedErrorId -notmatch '^Library(NotFound|Architecture)') { throw }
        $_.Exception.Message
    }
}
if ($noLibrary) {
    . "$PSScriptRoot/Plain.ps1"
    Write-Warning ('Only documented and named codes are answered, and no texts or files are searched. ' + $noLibrary)
    Export-ModuleMember -Function Get-ActivationError, Find-ActivationError, Resolve-ActivationError
    return
}
$native = $types.Native

# The caller's preferences for errors and warnings, which the module does not see by itself, where
# the command's own are not given as parameters. Not a block to be dot-sourced: PowerShell reads
# every variable by name in a function that dot-sources, which makes it several times slower.
function Get-Preference($Cmdlet, $OwnError, $OwnWarning) {
    $given = $Cmdlet.MyInvocation.BoundParameters
    if ($given.ContainsKey('ErrorAction')) { $OwnError } else { $Cmdlet.GetVariableValue('ErrorActionPreference') }
    if ($given.ContainsKey('WarningAction')) { $OwnWarning } else { $Cmdlet.GetVariableValue('WarningPreference') }
}

. "$PSScriptRoot/Errors.ps1"
. "$PSScriptRoot/Answer.ps1"
. "$PSScriptRoot/Paths.ps1"
. "$PSScriptRoot/Search.ps1"
. "$PSScriptRoot/Case.ps1"
. "$PSScriptRoot/Remarks.ps1"
# The commands with their help in the language of the user interface, where there is a file with it.
$helpLanguage = '.' + ($PSUICulture -split '-')[0]
foreach ($name in 'Get-ActivationError', 'Find-ActivationError', 'Resolve-ActivationError') {
    if (-not [IO.File]::Exists("$PSScriptRoot/$name$helpLanguage.ps1")) { $helpLanguage = '' }
    . "$PSScriptRoot/$name$helpLanguage.ps1"
}
. "$PSScriptRoot/Completion.ps1"
Export-ModuleMember -Function Get-ActivationError, Find-ActivationError, Resolve-ActivationError
