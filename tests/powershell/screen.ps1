# What a user sees: default formatting, completion.
. "$PSScriptRoot/support.ps1"
Import-Module $modulePath

Test 'an answer is a list with its steps' {
    $screen = Get-Screen 'Get-ActivationError 0xC004F074 -Commands slmgr -Language en'
    $labels = [regex]::Matches($screen, '(?m)^(\w+) +:') | & { process { $_.Groups[1].Value } }
    Assert-Equal $labels ('Hex', 'Name', 'Category', 'Side', 'Role', 'Retry', 'ActivationType', 'Reference', 'Message', 'Cause', 'Steps')
    Assert-True ($screen -match '(?m)^Hex            : 0xC004F074$') 'the code'
    Assert-True ($screen -match '(?m)^ {20,}slmgr.vbs /ato$') 'commands are indented'
}

Test 'an answer without an entry shows advice' {
    $screen = Get-Screen 'Get-ActivationError 0x80041015 -Language en'
    $labels = [regex]::Matches($screen, '(?m)^(\w+) +:') | & { process { $_.Groups[1].Value } }
    Assert-Equal $labels ('Hex', 'Name', 'Category', 'Side', 'Retry', 'Reference', 'Advice')
}

Test 'a number that is another code in other clothes shows that code' {
    $screen = Get-Screen 'Get-ActivationError 1722 -Language en'
    Assert-True ($screen -match '(?m)^Subject +: 0x800706BA$') $screen
}

Test 'a verdict is a list that begins with where it was taken from' {
    $screen = Get-Screen "Resolve-ActivationError 'hr=0xC004F074' -Language en"
    $labels = [regex]::Matches($screen, '(?m)^(\w+) +:') | & { process { $_.Groups[1].Value } }
    Assert-Equal $labels[0..2] ('Hex', 'Rule', 'Name')
    Assert-Equal $labels[-1] Findings
    $screen = Get-Screen "Resolve-ActivationError 'nothing'"
    $labels = [regex]::Matches($screen, '(?m)^(\w+) +:') | & { process { $_.Groups[1].Value } }
    Assert-Equal $labels ('Rule', 'Remarks')
}

Test 'Japanese reaches the screen' {
    $message = (Get-ActivationError 0xC004F074 -Language ja).Message
    $screen = Get-Screen 'Get-ActivationError 0xC004F074 -Language ja' 200
    Assert-True $screen.Contains($message) "the screen shows $message"
}

Test '-All is a table of one line per entry' {
    $lines = (Get-Screen 'Get-ActivationError -All -Language en').Trim() -split '\n'
    Assert-True ($lines[0] -match '^Hex +Category +Side +Message') $lines[0]
    Assert-Equal ($lines.Count - 2) @(Get-ActivationError -All).Count 'the number of lines'
    foreach ($line in $lines[2..($lines.Count - 1)]) { Assert-True ($line -match '^0x[0-9A-F]{8} ') $line }
}

Test 'matches and summaries are tables' {
    $lines = (Get-Screen "Find-ActivationError 'a 0x8007232B'").Trim() -split '\n'
    Assert-True ($lines[0] -match '^ *Line +Hex +Category +Name +Source') $lines[0]
    Assert-True ($lines[2] -match '^ *1 +0x8007232B +dns +DNS_ERROR_RCODE_NAME_ERROR') $lines[2]
    $lines = (Get-Screen "Find-ActivationError '0x8007232B' -Summary").Trim() -split '\n'
    Assert-True ($lines[0] -match '^ *Count +Hex +Category +Side +Name') $lines[0]
    Assert-True ($lines[2] -match '^ *1 +0x8007232B +dns +dns +DNS_ERROR_RCODE_NAME_ERROR') $lines[2]
}

Test 'a product, a computer and a time are shown' {
    $screen = Get-Screen "[pscustomobject]@{ Name = 'Windows(R), Enterprise edition'; PSComputerName = 'PC7'
        LicenseStatusReason = [uint32]3221549172 } | Get-ActivationError -Language en"
    Assert-True ($screen -match '(?m)^Product +: Windows\(R\), Enterprise edition\r?$') $screen
    Assert-True ($screen -match '(?m)^Computer +: PC7\r?$') $screen
    $event = "[pscustomobject]@{ TimeCreated = [datetime]'2026-01-02'; MachineName = 'PC7'; Message = '0xC004F074' }"
    Assert-True ((Get-Screen "$event | Find-ActivationError" 120) -match 'PC7 2026-01-02T00:00:00') 'of a match'
    Assert-True ((Get-Screen "$event | Find-ActivationError -Summary" 120) -match '2026-01-02T00:00:00') 'of a summary'
}

Test 'rows of -All stay a table when they are chosen and sorted' {
    $screen = Get-Screen "`$rows = @(Get-ActivationError -All -Language en); [Array]::Reverse(`$rows); `$rows[0..2]"
    Assert-Equal ($screen.Trim() -split '\n').Count 5 'the number of lines'
}

Test 'an error is shown with its cause' {
    $screen = Get-Screen "Get-ActivationError rubbish 2>&1"
    Assert-True ($screen -match '"rubbish" is not a code') $screen
}

function Get-Completion([string]$Line) {
    [System.Management.Automation.CommandCompletion]::CompleteInput($Line, $Line.Length, $null).CompletionMatches
}

Test 'codes complete with their message' {
    $matches = @(Get-Completion 'Get-ActivationError 0xC004F074')
    Assert-Equal $matches.CompletionText '0xC004F074'
    Assert-Equal $matches[0].ToolTip (Get-ActivationError 0xC004F074).Message
    Assert-Equal @(Get-Completion 'Get-ActivationError ').CompletionText (
        [string[]]@(Get-ActivationError -All).Hex | & { begin { $all = @() } process { $all += $_ } end {
                [Array]::Sort($all); $all } })
    $names = @(Get-Completion 'Get-ActivationError SL_E_VL_BINDING_SERVICE_U').CompletionText
    Assert-Equal $names SL_E_VL_BINDING_SERVICE_UNAVAILABLE
}

Test 'languages, categories and types complete' {
    Assert-Equal @(Get-Completion 'Find-ActivationError x -Language j').CompletionText ja
    Assert-Equal @(Get-Completion 'Get-ActivationError -All -Category dn').CompletionText dns
    Assert-Equal @(Get-Completion 'Get-ActivationError -All -Category dn')[0].ToolTip DNS
    Assert-Equal @(Get-Completion 'Get-ActivationError -All -ActivationType KmsC').CompletionText KmsClient
}

Test 'names complete in every culture' {
    $found = Invoke-Apart "[Threading.Thread]::CurrentThread.CurrentCulture = 'tr-TR'; Import-Module '$modulePath'
        `$line = 'Get-ActivationError sl_e_vl_binding_service_u'
        [System.Management.Automation.CommandCompletion]::CompleteInput(`$line, `$line.Length, `$null).CompletionMatches[0].CompletionText"
    Assert-Equal $found SL_E_VL_BINDING_SERVICE_UNAVAILABLE
}
