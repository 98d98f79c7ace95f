# What the test scripts share. They are run by EngineHost; tests are blocks that throw if they fail.

$modulePath = $env:ACTDIAG_MODULE
$sourcePath = $env:ACTDIAG_SOURCE
$commandPath = $env:ACTDIAG_COMMAND
$onWindows = [Environment]::OSVersion.Platform -eq 'Win32NT'

# The text of the documents of a language, or of all, in the order of their list.
function Get-Document([string]$Language) {
    $texts = foreach ($line in [IO.File]::ReadAllLines("$sourcePath/doc/documents.list")) {
        $tag, $name = $line -split ' '
        if ($tag -ne '#' -and (-not $Language -or $tag -eq $Language)) {
            [IO.File]::ReadAllText("$sourcePath/doc/$name")
        }
    }
    $texts -join "`n"
}

# Runs a test and emits its result.
function Test([string]$Name, [scriptblock]$Body) {
    $outcome, $detail = 'passed', ''
    try {
        $null = & $Body
    } catch {
        $outcome = if ($_.FullyQualifiedErrorId -eq 'Skipped') { 'skipped' } else { 'failed' }
        $detail = "$($_.Exception.Message)"
        if ($outcome -eq 'failed') { $detail += " [$($_.ScriptStackTrace -replace '\r?\n', '; ')]" }
    }
    [pscustomobject]@{ Name = $Name; Outcome = $outcome; Detail = $detail }
}

function Skip([string]$Reason) {
    throw [System.Management.Automation.ErrorRecord]::new(
        [Exception]::new($Reason), 'Skipped', 'NotSpecified', $null)
}

# For what only EngineHost can show, not PowerShell itself.
function Assert-EngineHost {
    if (-not ('ActDiag.Tests.RecordingHost' -as [type])) { Skip 'only EngineHost shows this' }
}

# Lists are compared item by item.
function Assert-Equal($Actual, $Expected, [string]$What = 'value') {
    $have = @($Actual | & { process { "$_" } }) -join '|'
    $want = @($Expected | & { process { "$_" } }) -join '|'
    if ($have -cne $want) { throw "$What is '$have', expected '$want'" }
}

function Assert-True($Condition, [string]$What) {
    if (-not $Condition) { throw "not true: $What" }
}

# The error that a block ends with; it must have this id.
function Get-Thrown([scriptblock]$Body, [string]$Id) {
    try {
        $null = & $Body
    } catch {
        Assert-Equal $_.FullyQualifiedErrorId $Id 'the error id'
        return $_
    }
    throw "no error, expected $Id"
}

# Emits what a pipeline emits and leaves its non-terminating errors in the variable problems.
function Invoke-Collecting([scriptblock]$Body) {
    $all = @(& $Body 2>&1)
    $script:problems = @($all | & { process {
                if ($_ -is [System.Management.Automation.ErrorRecord]) { $_ } } })
    $all | & { process { if ($_ -isnot [System.Management.Automation.ErrorRecord]) { $_ } } }
}

# Of a new session: the engine's commands, and scripts may run.
function New-State {
    $state = [initialsessionstate]::CreateDefault2()
    if ($onWindows) { $state.ExecutionPolicy = 'Bypass' }
    $state
}

# What a user sees who runs a script in a new session.
function Get-Screen([string]$Script, [int]$Width = 100) {
    $screen = [ActDiag.Tests.RecordingHost]::new($Width, $null)
    $runspace = [runspacefactory]::CreateRunspace($screen, (New-State))
    $runspace.Open()
    try {
        $shell = [powershell]::Create($runspace)
        $null = $shell.AddScript("Import-Module '$modulePath'")
        $null = $shell.Invoke()
        $shell.Commands.Clear()
        $null = $shell.AddScript($Script).AddCommand('Out-Default')
        $null = $shell.Invoke()
        # Without the colours.
        $screen.Screen -replace '\x1B\[[0-9;]*m'
    } finally {
        $runspace.Dispose()
    }
}

# Calls a script in a new runspace of its own and emits the result; its first error is thrown.
function Invoke-Apart([string]$Script, [string]$LanguageMode = 'FullLanguage') {
    $state = New-State
    $state.LanguageMode = $LanguageMode
    $runspace = [runspacefactory]::CreateRunspace($state)
    $runspace.Open()
    try {
        $shell = [powershell]::Create($runspace)
        $null = $shell.AddScript($Script)
        try { $shell.Invoke() } catch { throw $_.Exception.InnerException.ErrorRecord }
        foreach ($problem in $shell.Streams.Error) { throw $problem }
    } finally {
        $runspace.Dispose()
    }
}

# A folder that is removed after the body has run in its name.
function Use-Folder([scriptblock]$Body) {
    $folder = [IO.Path]::Combine([IO.Path]::GetTempPath(), 'actdiag-' + [guid]::NewGuid())
    $null = [IO.Directory]::CreateDirectory($folder)
    try { & $Body $folder } finally { [IO.Directory]::Delete($folder, $true) }
}
