# Runs tests in Pester and prints their counts as the other scripts do: pester_run.ps1 MANIFEST TESTS
Import-Module $args[0]
$result = Invoke-Pester -Configuration @{ Run = @{ Path = $args[1]; PassThru = $true }; Output = @{ Verbosity = 'None' } }
foreach ($test in $result.Failed) { "FAIL: $($test.ExpandedPath): $($test.ErrorRecord)" }
if ($result.TotalCount -eq 0) { throw "$($args[1]) holds no test" }
"$($result.PassedCount) passed, $($result.FailedCount) failed, $($result.SkippedCount) skipped"
exit [int]($result.Result -ne 'Passed')
