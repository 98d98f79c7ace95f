<#
.SYNOPSIS
Checks a computer's activation for a remote monitoring tool: prints one line, exits with 0, 1 or 2.

.DESCRIPTION
Counts the activation errors that the licensing service has logged lately, or those in an exported
log, and names the most frequent one with where to fix it.

Exit codes: 0 no error; 1 errors, named in the line; 2 the log cannot be read.

.PARAMETER Path
An exported log (.evtx, .csv, .txt, of any encoding) to read in place of the computer's own.

.PARAMETER Hours
How far back the computer's own log is read; 24 by default.

.EXAMPLE
powershell.exe -File Test-Activation.ps1 -Hours 72

.EXAMPLE
./Test-Activation.ps1 -Path /srv/export/client-17.evtx
#>
[CmdletBinding()]
param([string] $Path, [ValidateRange(1, 8760)] [int] $Hours = 24)

Import-Module ActDiag
try {
    $found = if ($Path) {
        Find-ActivationError -Path $Path -Summary -ErrorAction Stop
    } else {
        $filter = @{
            LogName = 'Application'; ProviderName = 'Microsoft-Windows-Security-SPP'
            StartTime = [datetime]::Now.AddHours(-$Hours)
        }
        Get-WinEvent -FilterHashtable $filter -ErrorAction Stop | Find-ActivationError -Summary
    }
} catch {
    # It is not an error here that no event matches.
    if ($_.FullyQualifiedErrorId -notlike 'NoMatchingEventsFound*') {
        "UNKNOWN: $($_.Exception.Message)"
        exit 2
    }
}
$errors = @($found | & { process { if ($_ -and $_.Category -ne 'status') { $_ } } })
if ($errors.Count -eq 0) {
    'OK: no activation errors'
    exit 0
}
$most = $errors[0]
$total = 0
foreach ($one in $errors) { $total += $one.Count }
$name = if ($most.Name) { " $($most.Name)" } else { '' }
"ALERT: $total activation errors; $($most.Count) times $($most.Hex)$name; where to fix it: $($most.Side)"
exit 1
