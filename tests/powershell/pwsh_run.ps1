# Runs test scripts in PowerShell itself as EngineHost does: pwsh_run.ps1 SCRIPT...
$counts = @{ passed = 0; failed = 0; skipped = 0 }
foreach ($script in $args) {
    $shell = [powershell]::Create().AddCommand($script)
    $results = try { @($shell.Invoke()) } catch {
        [pscustomobject]@{ Name = 'the script itself'; Outcome = 'failed'; Detail = "$_" }
    }
    foreach ($problem in $shell.Streams.Error) {
        $results += [pscustomobject]@{ Name = 'the script itself'; Outcome = 'failed'; Detail = "$problem" }
    }
    if (-not $results) { throw "$script holds no test" }
    foreach ($result in $results) {
        $counts[$result.Outcome]++
        if ($result.Outcome -ne 'passed') {
            $label = if ($result.Outcome -eq 'failed') { 'FAIL' } else { 'SKIP' }
            "${label}: $([IO.Path]::GetFileName($script)): $($result.Name): $($result.Detail)"
        }
    }
}
"$($counts.passed) passed, $($counts.failed) failed, $($counts.skipped) skipped"
exit [int]($counts.failed -gt 0)
