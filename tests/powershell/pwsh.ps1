# The module beside the other modules of PowerShell, which the engine alone lacks.
. "$PSScriptRoot/support.ps1"
$env:PSModulePath = [IO.Path]::GetDirectoryName($modulePath) + [IO.Path]::PathSeparator + $env:PSModulePath

Test 'it is listed, and loads by itself' {
    Assert-Equal (Get-Module -ListAvailable ActDiag).Version (Test-ModuleManifest "$modulePath/ActDiag.psd1").Version
    Assert-Equal (Get-ActivationError 0xC004F074).Hex '0xC004F074'
    Assert-Equal (Get-Command -Module ActDiag).Name (
        'Find-ActivationError', 'Get-ActivationError', 'Resolve-ActivationError')
}

Test 'answers go through JSON and CSV' {
    $answer = Get-ActivationError 0xC004F074 -Language ja
    $read = $answer | ConvertTo-Json | ConvertFrom-Json
    foreach ($name in 'Code', 'Hex', 'Name', 'Category', 'Side', 'Retry', 'Message', 'Steps', 'Language') {
        Assert-Equal $read.$name $answer.$name $name
    }
    $rows = 'C004F074', '0x8007232B' | Get-ActivationError | ConvertTo-Csv | ConvertFrom-Csv
    Assert-Equal $rows.Name ('SL_E_VL_BINDING_SERVICE_UNAVAILABLE', 'DNS_ERROR_RCODE_NAME_ERROR')
}

Test 'answers are grouped, sorted and measured' {
    $groups = Get-ActivationError -All | Group-Object Side | Sort-Object Count -Descending
    Assert-Equal ($groups | Measure-Object Count -Sum).Sum @(Get-ActivationError -All).Count 'the sum'
    Assert-True ($groups.Name -contains 'kms-host') 'there are codes for the KMS host'
}

Test 'a table and a list are what Format-Table and Format-List make' {
    $lines = (Get-ActivationError 0xC004F074 -Language en | Format-Table | Out-String -Width 120).Trim() -split '\r?\n'
    Assert-True ($lines[0] -match '^Hex +Category +Side +Message') $lines[0]
    Assert-Equal $lines.Count 3 'lines of the table'
    $text = Get-ActivationError 0xC004F074 -Language en | Format-List | Out-String -Width 120
    Assert-True ($text -match '(?m)^Cause          : Every KMS host') $text
}

Test 'files come from Get-ChildItem, with what is not there as an error' {
    Use-Folder {
        param($folder)
        [IO.File]::WriteAllText("$folder/setup[1].log", 'hr=0xC004F074', [Text.Encoding]::Unicode)
        'hr=0x8007232B' | Out-File "$folder/b.log"
        $found = Get-ChildItem $folder -Recurse | Find-ActivationError | Sort-Object Hex
        Assert-Equal $found.Hex ('0x8007232B', '0xC004F074')
        Assert-Equal $found[1].Path "$folder/setup[1].log"
        $null = Find-ActivationError -Path "$folder/none.log" -ErrorAction SilentlyContinue -ErrorVariable problem
        Assert-Equal $problem.Count 1 'the number of errors'
    }
}

Test 'errors obey -ErrorAction' {
    $null = Get-Thrown { Get-ActivationError rubbish -ErrorAction Stop } 'MalformedCode,Get-ActivationError'
    Assert-Equal (Get-ActivationError rubbish, 0xC004F074 -ErrorAction Ignore).Hex '0xC004F074'
}

Test 'an error of a job and one from a file are taken' {
    $job = Start-Job { [Runtime.InteropServices.Marshal]::ThrowExceptionForHR(-1073418124) }
    $record = Receive-Job (Wait-Job $job) 2>&1
    Remove-Job $job
    Assert-Equal ($record | Get-ActivationError).Hex '0xC004F074'
    Use-Folder {
        param($folder)
        $record | Export-Clixml "$folder/error.xml"
        Assert-Equal (Import-Clixml "$folder/error.xml" | Get-ActivationError).Hex '0xC004F074'
    }
}

Test 'matches of Select-String keep their place' {
    Use-Folder {
        param($folder)
        "a`nhr=0xC004F074" | Out-File "$folder/a.log"
        $found = Select-String hr "$folder/a.log" | Find-ActivationError
        Assert-Equal ($found.Path, $found.LineNumber) ("$folder/a.log", 2)
        Assert-Equal (Get-ChildItem $folder -Name | Find-ActivationError).Count 0 'names relative to another folder'
        Push-Location $folder
        try { Assert-Equal (Get-ChildItem -Name | Find-ActivationError).Hex '0xC004F074' } finally { Pop-Location }
    }
}

Test 'a match in a file becomes JSON without the file' {
    Use-Folder {
        param($folder)
        'hr=0xC004F074' | Out-File "$folder/a.log"
        $json = Get-ChildItem $folder | Find-ActivationError | ConvertTo-Json -Depth 3 -WarningVariable warnings
        Assert-Equal $warnings.Count 0 'warnings'
        Assert-Equal ($json | ConvertFrom-Json).InputObject "$folder/a.log"
    }
}

Test 'rows of -All stay a table after Sort-Object and Select-Object' {
    $text = Get-ActivationError -All -Language en | Sort-Object Hex | Select-Object -First 3 | Out-String -Width 120
    Assert-Equal ($text.Trim() -split '\n').Count 5 'the number of lines'
}

Test 'properties complete after the pipe' {
    foreach ($line in 'Get-ActivationError 5 | Where-Object Cat', '(Get-ActivationError 5).Cat',
        'Find-ActivationError x | Select-Object LineN', 'Resolve-ActivationError x | Sort-Object Verd, Find') {
        $found = (TabExpansion2 $line).CompletionMatches
        Assert-Equal $found.Count 1 "completions of $line"
    }
}
