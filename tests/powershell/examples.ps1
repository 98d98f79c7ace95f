# The example for remote monitoring tools: its line and its exit code.
. "$PSScriptRoot/support.ps1"
$env:PSModulePath = [IO.Path]::GetDirectoryName($modulePath)
$example = "$sourcePath/bindings/powershell/examples/Test-Activation.ps1"

function Assert-Example([string]$Log, [string]$Line, [int]$Status) {
    Use-Folder {
        param($folder)
        $path = [IO.Path]::Combine($folder, 'events.csv')
        [IO.File]::WriteAllText($path, $Log, [Text.Encoding]::Unicode)
        Assert-Equal (& $example -Path $path) $Line 'the line'
        Assert-Equal $LASTEXITCODE $Status 'the exit code'
    }
}

Test 'errors are an alert that names the most frequent' {
    $log = "8198,hr=0xC004F074`r`n12288,hr=0x8007232B`r`n8198,hr=0xC004F074`r`n1003,0x4004F040`r`n"
    $line = 'ALERT: 3 activation errors; 2 times 0xC004F074 SL_E_VL_BINDING_SERVICE_UNAVAILABLE; ' +
        'where to fix it: network'
    Assert-Example $log $line 1
}

Test 'success codes are not failures' {
    Assert-Example "1003,0x4004F040`r`n" 'OK: no activation errors' 0
}

Test 'a log without codes is in order' {
    Assert-Example "nothing`r`n" 'OK: no activation errors' 0
}

Test 'a log that cannot be read is not an alert' {
    $line = & $example -Path '/no/such/events.csv'
    Assert-True ($line -like 'UNKNOWN: *events.csv*') "the line is '$line'"
    Assert-Equal $LASTEXITCODE 2 'the exit code'
}

Test 'hours out of range are refused' {
    $null = Get-Thrown { & $example -Hours 0 } 'ParameterArgumentValidationError,Test-Activation.ps1'
}
