# Resolve-ActivationError: cases whose outcome is known, every kind of input, and the command.
. "$PSScriptRoot/support.ps1"
Import-Module $modulePath

$spp = 'Microsoft-Windows-Security-SPP'
$failed = "License Activation (slui.exe) failed with the following error code:`r`nhr=0xC004F074"
$office = "LICENSE NAME: Office 16, Office16ProPlusVL_KMS_Client edition`nERROR CODE: 0xC004F074"

# An event as Get-WinEvent gives it.
function New-Event([uint32]$Id, [string]$Message, [int]$Hour = 8, [string]$Computer = 'PC7') {
    [pscustomobject]@{
        Id = $Id; ProviderName = $spp; MachineName = $Computer; RecordId = 100 + $Hour; Message = $Message
        TimeCreated = ([datetime]"2026-11-24T0${Hour}:00:00Z")
    }
}

function New-Request([string]$Code, [int]$Hour = 8) {
    New-Event 12288 ("The client has sent an activation request.`r`nInfo:`r`n$Code, 0x00000000, " +
        'kms.example.org:1688, 8f9d1c3a-0000-4000-8000-123456789abc, 2026/11/24 08:00, 1, 2, 41760, ' +
        '2de67392-b7a7-462a-b1ca-108dd189f588, 25') $Hour
}

Test 'the code in a request is the one to act on' {
    $verdict = (New-Event 8198 $failed), (New-Request 0x8007232B) | Resolve-ActivationError -Language en
    Assert-Equal @($verdict).Count 1 'the number of verdicts'
    Assert-Equal ($verdict.Hex, $verdict.Rule, $verdict.Side, $verdict.Dialect) ('0x8007232B', 'role', 'dns', 'slmgr')
    Assert-Equal ($verdict.Computer, $verdict.Event, $verdict.KmsHost) ('PC7', 12288, 'kms.example.org:1688')
    Assert-Equal $verdict.Time.ToString('s') '2026-11-24T08:00:00'
    Assert-Equal $verdict.Time.Kind Utc
    Assert-Equal $verdict.Findings.Hex ('0x8007232B', '0xC004F074')
    Assert-Equal $verdict.Findings.Role ('cause', 'envelope')
    Assert-Equal $verdict.Findings[0].Record 108
    Assert-Equal ($verdict.Findings[0].State, $verdict.Findings[0].Minutes) (2, 41760)
    Assert-Equal $verdict.Findings[1].Needed $null
    Assert-Equal $verdict.psobject.TypeNames[0] ActDiag.ActivationVerdict
    Assert-Equal $verdict.psobject.Properties['InputObject'] $null
}

Test 'the order of a log does not matter' {
    $events = (New-Request 0x800706BA 7), (New-Request 0x8007232B 8)
    Assert-Equal ($events | Resolve-ActivationError).Hex '0x8007232B'
    [array]::Reverse($events)
    Assert-Equal ($events | Resolve-ActivationError).Hex '0x8007232B'
}

Test 'a success afterwards ends it' {
    $verdict = $failed, 'Product activated successfully.' | Resolve-ActivationError
    Assert-Equal ($verdict.Code, $verdict.Message, $verdict.Rule) ($null, $null, 'activated')
    Assert-True $verdict.Findings[0].Settled 'the finding is settled'
}

Test 'there is one object for each computer, and one where nothing is found' {
    $events = (New-Event 8198 $failed 8 PC1), (New-Event 8198 'hr=0x8007232B' 8 PC2)
    $found = @($events | Resolve-ActivationError)
    Assert-Equal ($found | & { process { "$($_.Computer) $($_.Hex)" } }) ('PC1 0xC004F074', 'PC2 0x8007232B')
    foreach ($nothing in 'nothing', '', $null, @()) {
        $found = @(Resolve-ActivationError -InputObject $nothing)
        Assert-Equal $found.Count 1 'the number of objects'
        Assert-Equal ($found[0].Code, $found[0].Rule, $found[0].Findings.Count) ($null, 'none', 0)
    }
}

Test 'the dialect is that of the text, the parameter or the environment' {
    Assert-True (Resolve-ActivationError $failed -Language en).Steps.Contains('Get-CimInstance') 'PowerShell by default'
    $verdict = Resolve-ActivationError $office -Language en
    Assert-Equal $verdict.Dialect office
    Assert-True $verdict.Steps.Contains('ospp.vbs /act') 'Office by its text'
    Assert-True (-not $verdict.Steps.Contains('Get-CimInstance')) 'nothing for Windows'
    Assert-True (Resolve-ActivationError $office -Commands slmgr -Language en).Steps.Contains('slmgr.vbs /ato') 'slmgr'
    $env:ACTDIAG_COMMANDS = 'slmgr'
    try {
        $answer = Get-ActivationError 0xC004F074 -Language en
        Assert-True $answer.Steps.Contains('slmgr.vbs /ato') 'the environment'
        Assert-Equal (Find-ActivationError $failed -Language en)[0].Steps $answer.Steps
        $env:ACTDIAG_COMMANDS = 'cmd'
        $problem = Get-Thrown { Get-ActivationError 5 } 'UnknownDialect,Get-ActivationError'
        Assert-True $problem.Exception.Message.StartsWith('ACTDIAG_COMMANDS: "cmd" is not') $problem.Exception.Message
    } finally {
        $env:ACTDIAG_COMMANDS = $null
    }
    $null = Get-Thrown { Resolve-ActivationError $failed -Commands cmd } 'UnknownDialect,Resolve-ActivationError'
    $null = Get-Thrown { Find-ActivationError $failed -Commands cmd } 'UnknownDialect,Find-ActivationError'
}

Test 'licensing objects, errors, numbers and events without a message are read' {
    $product = [pscustomobject]@{
        Name = 'Windows(R), Professional edition'; PartialProductKey = 'ABCDE'; LicenseStatus = 0
        LicenseStatusReason = [uint32]3221549172; Description = 'VOLUME_KMSCLIENT channel'
    }
    $problem = try { throw [Runtime.InteropServices.COMException]::new('not activated', -1073418124) } catch { $_ }
    $bare = New-Event 8198 ''
    $bare.psobject.Properties.Add([psnoteproperty]::new('Properties', @([pscustomobject]@{ Value = 'hr=0xC004F074' })))
    $old = [pscustomobject]@{ EventID = 8198; Source = $spp; MachineName = 'PC7'; Index = 5; Message = $failed
        TimeGenerated = [datetime]::Now }
    foreach ($item in $product, $problem, -1073418124, [uint32]3221549172, $bare, $old) {
        Assert-Equal ($item | Resolve-ActivationError).Hex '0xC004F074' $item.GetType().Name
    }
    Assert-Equal ($old | Resolve-ActivationError).Findings[0].Record 5
    Assert-Equal ($old | Resolve-ActivationError).Event 8198
}

Test 'files are read in any encoding, and what cannot be read is an error' {
    Use-Folder {
        param($folder)
        foreach ($encoding in 'utf-8', 'utf-16', 'utf-16BE') {
            [IO.File]::WriteAllText("$folder/$encoding.log", "$failed", [Text.Encoding]::GetEncoding($encoding))
        }
        Assert-Equal (Resolve-ActivationError -Path "$folder/*.log").Findings[0].Count 3
        Assert-Equal (Resolve-ActivationError -LiteralPath "$folder/utf-16BE.log").Hex '0xC004F074'
        $files = [IO.DirectoryInfo]::new($folder).GetFiles()
        Assert-Equal (([IO.DirectoryInfo]::new($folder), $files) | Resolve-ActivationError).Findings[0].Count 3
        $found = @(Invoke-Collecting { Resolve-ActivationError -LiteralPath "$folder/none.log" })
        Assert-Equal $problems[0].FullyQualifiedErrorId 'PathNotFound,Resolve-ActivationError'
        Assert-Equal $found[0].Rule none
    }
}

# What the command makes of a text.
function Invoke-Diagnose([string]$Text, [string]$Options = '--json --language en') {
    $start = [Diagnostics.ProcessStartInfo]::new($commandPath, "diagnose $Options")
    $start.UseShellExecute = $false
    $start.RedirectStandardInput = $start.RedirectStandardOutput = $true
    $start.StandardOutputEncoding = [Text.UTF8Encoding]::new($false)
    $process = [Diagnostics.Process]::Start($start)
    $reading = $process.StandardOutput.ReadToEndAsync()
    $bytes = [Text.Encoding]::UTF8.GetBytes($Text)
    $process.StandardInput.BaseStream.Write($bytes, 0, $bytes.Length)
    $process.StandardInput.Close()
    $reading.Result -split '\r?\n' -ne ''
    $process.WaitForExit()
}

# Three cases without a code to act on, and three whose license or place is described.
$events = "Log Name: Application`nSource: Microsoft-Windows-Security-SPP`nEvent ID: 8198`nnothing"
$evaluation = "Name: Windows(R), EnterpriseEval edition`nDescription: Windows(R) Operating System, TIMEBASED_EVAL " +
    "channel`nLicense Status: Notification`nTimebased activation expiration: 1234 minute(s)`n" +
    'Notification Reason: 0xC004F009'
$list = "1: 0f1c2d3e-0000-4000-8000-123456789abc, 1, 0 [(0 [0xC004F014, 0, 0], [(?)(?)(?)(?)(?)(?)])]"
$remarked = $events, "$failed`nProduct activated successfully.", 'nothing', $evaluation, "$failed`n$failed",
    ((New-Request 0x8007232B).Message + "`n$list")

Test 'remarks are the sentences of the command' {
    foreach ($language in 'en', 'ja') {
        foreach ($text in $remarked) {
            $verdict = Resolve-ActivationError -InputObject $text -Language $language
            $shown = (Invoke-Diagnose $text "--language $language") -join "`n"
            foreach ($line in "$($verdict.Remarks)" -split '\n' -ne '') {
                # The command wraps long lines.
                $isShown = ($shown -replace '\s+').Contains(($line -replace '\s+'))
                Assert-True $isShown "the command shows $line"
            }
            # All that the command shows before the answer, or all that there is.
            $place = if ($verdict.Code) { ($shown -split '(?m)^0x')[0] } else { $shown }
            foreach ($line in $place -split '\n' -ne '') {
                if ($line -match '^\s*0x|^\S') { continue } # other findings, and headings
                Assert-True ("$($verdict.Remarks)" -replace '\s+').Contains(($line -replace '\s+')) "$language remarks have $line"
            }
        }
    }
    $left = (Resolve-ActivationError $remarked[-1] -Language en).Remarks
    Assert-True ($left -match '(?m)^Left out\n1: ') $left
    $verdict = Resolve-ActivationError $evaluation
    Assert-Equal ($verdict.Findings[0].Evaluation, $verdict.Findings[0].Minutes) ($true, 1234)
}

function Get-Shown($Value) { if ($null -eq $Value) { 'null' } else { "$Value" } }

Test 'the outcome of field cases is that of the command' {
    $path = "$sourcePath/../shared/field/cases.json"
    if (-not [IO.File]::Exists($path)) { Skip 'the field cases are not beside this source' }
    $options = [Text.Json.JsonDocumentOptions]::new()
    foreach ($case in [Text.Json.JsonDocument]::Parse([IO.File]::ReadAllText($path), $options).RootElement.EnumerateArray()) {
        $text = $case.GetProperty('text').GetString()
        $lines = @(Invoke-Diagnose $text)
        $verdicts = @(Resolve-ActivationError $text -Language en)
        Assert-Equal $verdicts.Count $lines.Count 'the number of verdicts'
        for ($i = 0; $i -lt $lines.Count; $i++) {
            $line = [Text.Json.JsonDocument]::Parse($lines[$i], $options).RootElement
            $ours, $findings = $verdicts[$i], @($verdicts[$i].Findings)
            $pairs = @{ computer = $ours.Computer; code = $ours.Hex; subject = $ours.Subject; name = $ours.Name
                category = $ours.Category; side = $ours.Side; role = $ours.Role; rule = $ours.Rule
                dialect = $ours.Dialect; reference = $ours.Reference }
            foreach ($key in $pairs.Keys) {
                Assert-Equal (Get-Shown $pairs[$key]) (Get-Shown $line.GetProperty($key).GetString()) "$key of $($case.GetProperty('id'))"
            }
            Assert-Equal @($ours.Events) @($line.GetProperty('events').EnumerateArray() | & { process { $_.GetRawText() } })
            $theirs = @($line.GetProperty('findings').EnumerateArray() | & { process {
                        "$($_.GetProperty('code').GetString()) $($_.GetProperty('count').GetRawText()) " +
                        "$($_.GetProperty('event').GetRawText()) $($_.GetProperty('minutes').GetRawText())" } })
            Assert-Equal ($findings | & { process {
                        "$($_.Hex) $($_.Count) $(Get-Shown $_.Event) $(Get-Shown $_.Minutes)" } }) $theirs 'the findings'
        }
    }
}
