# What the module costs, beside what PowerShell itself costs. Emits names and numbers, one line each.
#
#   bench.ps1 import MODULE   milliseconds of the first import of a module in this process
#   bench.ps1 sessions EMPTY  milliseconds by which an import in a new session exceeds EMPTY's
#   bench.ps1 calls           10,000 codes through Get-ActivationError, as a ratio
#   bench.ps1 lines WHAT      100,000 lines through Find-ActivationError, none or all of which hold a
#                             code, as a ratio of Select-String's processor time
param([string]$What, [string]$Module)

# An advanced function that does nothing but emit an object of as many properties.
function Get-Nothing {
    [CmdletBinding()]
    param([Parameter(ValueFromPipeline)] $Code)
    process {
        [pscustomobject]@{
            Code = $Code; Hex = ''; Subject = ''; Name = ''; Known = ''; Category = ''; Side = ''
            Role = ''; Retry = $false; ActivationType = 0; Reference = ''; Message = ''; Cause = ''
            Steps = ''; Advice = ''; Commands = @(); Language = ''; InputObject = $Code
        }
    }
}

function Measure-Milliseconds([scriptblock]$Body) {
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $null = & $Body
    $watch.Elapsed.TotalMilliseconds
}

function Get-Median([double[]]$Numbers) {
    [Array]::Sort($Numbers)
    $Numbers[$Numbers.Length -shr 1]
}

# Documented codes, named ones, and ones known by their structure only, in turn.
function Get-Code {
    $listed = @(Get-ActivationError -All | & { process { $_.Code } })
    for ($i = 0; $i -lt 10000; $i++) {
        if ($i % 2) { $listed[$i % $listed.Count] } else { [uint32](3221549056 + $i) }
    }
}

# Milliseconds of an import in a new session.
function Measure-Import([string]$Path) {
    $runspace = [runspacefactory]::CreateRunspace([initialsessionstate]::CreateDefault2())
    $runspace.Open()
    try {
        $shell = [powershell]::Create($runspace)
        $null = $shell.AddCommand('Import-Module').AddArgument($Path)
        Measure-Milliseconds { $shell.Invoke() }
    } finally {
        $runspace.Dispose()
    }
}

function Measure-ProcessorTime([scriptblock]$Body) {
    $process = [Diagnostics.Process]::GetCurrentProcess()
    $before = $process.TotalProcessorTime
    $null = & $Body
    $process.Refresh()
    ($process.TotalProcessorTime - $before).TotalMilliseconds
}

if ($What -eq 'lines') {
    Import-Module $env:ACTDIAG_MODULE
    $text = if ($Module -eq 'all') { 'hr=0xC004F074' } else { 'nothing of the kind' }
    $lines = @(for ($i = 0; $i -lt 100000; $i++) { "2026-01-02 03:04:05, Info  line $i of a log: $text" })
    # The first rounds warm both up.
    $ratios = for ($round = 0; $round -lt 7; $round++) {
        $plain = Measure-ProcessorTime { $lines | Select-String 0x }
        $found = Measure-ProcessorTime { $lines | Find-ActivationError }
        if ($round -gt 1) { $found / $plain }
    }
    Get-Median $ratios
    return
}
if ($What -eq 'sessions') {
    # The first round warms both up.
    $differences = for ($round = 0; $round -lt 12; $round++) {
        $empty = Measure-Import $Module
        $own = Measure-Import $env:ACTDIAG_MODULE
        if ($round -gt 0) { $own - $empty }
    }
    Get-Median $differences
    return
}
if ($What -eq 'import') {
    Measure-Milliseconds { Import-Module $Module }
    return
}
Import-Module $env:ACTDIAG_MODULE
$codes = @(Get-Code)
$properties = @(Get-ActivationError $codes[0])[0].PSObject.Properties
if (@($properties).Count -ne @((Get-Nothing 1).PSObject.Properties).Count) {
    throw 'Get-Nothing emits another number of properties than Get-ActivationError'
}
# The first round warms both up.
$ratios = for ($round = 0; $round -lt 8; $round++) {
    $nothing = Measure-Milliseconds { $codes | Get-Nothing }
    $answers = Measure-Milliseconds { $codes | Get-ActivationError }
    if ($round -gt 0) { $answers / $nothing }
}
Get-Median $ratios
