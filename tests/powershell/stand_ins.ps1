# Stands in for what Windows and PowerShell's other modules have, as far as the examples of the help
# and of the pages use it. Two products, two events, and the files of a folder: $logFolder.

# One product that does not reach its KMS host, and one that is activated.
function Get-CimInstance([string]$ClassName, [string]$Filter) {
    foreach ($reason in [uint32]3221549172, [uint32]1074066433) {
        [pscustomobject]@{ LicenseStatusReason = $reason }
    }
}

function Get-WinEvent([string]$LogName) {
    foreach ($text in 'License Activation failed: hr=0xC004F074', 'The service has started.') {
        [pscustomobject]@{ TimeCreated = [datetime]'2026-03-01'; Message = $text }
    }
}

function Get-ChildItem([string]$Path, [switch]$Recurse, [string]$Filter) {
    [IO.DirectoryInfo]::new($logFolder).GetFiles()
}

# Properties by name, and by name and expression.
function Select-Object([object[]]$Property) {
    process {
        $chosen = [pscustomobject]@{}
        foreach ($one in $Property) {
            $name, $value = if ($one -is [string]) { $one, $_.$one } else {
                $one.Name, (& $one.Expression)
            }
            $chosen.psobject.Properties.Add([psnoteproperty]::new($name, $value))
        }
        $chosen
    }
}

# The last error is that of a call that failed with an activation error.
try { throw [Runtime.InteropServices.COMException]::new('not activated', -1073418124) } catch { $null = $_ }
