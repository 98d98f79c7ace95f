# The same codes give the same fields as the command's JSON.
. "$PSScriptRoot/support.ps1"
Import-Module $modulePath

# What the command prints for codes that it reads from its input.
function Invoke-Command([string[]]$Codes, [string]$Language) {
    $start = [Diagnostics.ProcessStartInfo]::new($commandPath, "--json --commands powershell --language $Language -")
    $start.UseShellExecute = $false
    $start.RedirectStandardInput = $start.RedirectStandardOutput = $true
    $start.StandardOutputEncoding = [Text.UTF8Encoding]::new($false)
    $process = [Diagnostics.Process]::Start($start)
    $reading = $process.StandardOutput.ReadToEndAsync()
    $process.StandardInput.Write(($Codes -join "`n") + "`n")
    $process.StandardInput.Close()
    $reading.Result -split '\r?\n' -ne ''
    $process.WaitForExit()
}

# JSON text of a value as the test compares it: null, or its text.
function Get-Member($Line, [string]$Key) {
    $value = $Line.RootElement.GetProperty($Key)
    switch ($value.ValueKind) {
        Null { $null }
        Array { @($value.EnumerateArray() | & { process {
                        if ($_.ValueKind -eq 'Object') {
                            @($_.EnumerateObject() | & { process { $_.Value.ToString() } }) -join '|'
                        } else { $_.GetString() } } }) -join ', ' }
        String { $value.GetString() }
        default { $value.GetRawText() }
    }
}

function Get-CommandText($Commands) {
    @($Commands | & { process {
                @($_.psobject.Properties | & { process { $_.Value } }) -join '|' } }) -join ', '
}

function Get-TypeIdentifier($ActivationType) {
    if ($ActivationType -eq 0) { return '' }
    # KmsClient is kms-client.
    ("$ActivationType" -creplace '(?<=[a-z])(?=[A-Z])', '-').ToLowerInvariant()
}

# Every code of the register, and codes known by their structure only: 1,000 in all.
function Get-TestCode {
    $register = [IO.File]::ReadAllLines("$sourcePath/doc/codes.tsv") -match '^0x' -replace '\t.*', ''
    $register
    $random = [Random]::new(1)
    $facilities = 0x8007, 0xC004, 0x8004, 0x4004, 0x0000, 0x8024
    for ($i = $register.Count; $i -lt 1000; $i++) {
        '0x{0:X4}{1:X4}' -f $facilities[$i % 6], $random.Next(0x10000)
    }
}

foreach ($language in 'ja', 'en', 'fr') {
    Test "1,000 codes answer as actdiag --json does in $language" {
        $codes = @(Get-TestCode)
        Assert-Equal $codes.Count 1000 'the number of codes'
        $lines = @(Invoke-Command $codes $language)
        $answers = @($codes | Get-ActivationError -Language $language)
        Assert-Equal $lines.Count 1000 'the number of lines'
        Assert-Equal $answers.Count 1000 'the number of answers'
        for ($i = 0; $i -lt 1000; $i++) {
            $line = [Text.Json.JsonDocument]::Parse($lines[$i], [Text.Json.JsonDocumentOptions]::new())
            $answer = $answers[$i]
            $pairs = @{
                code = $answer.Hex; value = $answer.Code; subject = $answer.Subject; known = $answer.Known
                name = $answer.Name; category = $answer.Category; side = $answer.Side
                role = $answer.Role; reference = $answer.Reference
                commands = Get-CommandText $answer.Commands
                retry = "$($answer.Retry)".ToLowerInvariant()
                types = Get-TypeIdentifier $answer.ActivationType
                message = $answer.Message; cause = $answer.Cause; steps = $answer.Steps
                advice = $answer.Advice; language = $answer.Language
            }
            foreach ($key in $pairs.Keys) {
                $expected = Get-Member $line $key
                if ("$($pairs[$key])" -cne "$expected" -or ($null -eq $expected) -ne ($null -eq $pairs[$key])) {
                    throw "$($codes[$i]) $key is '$($pairs[$key])', the command has '$expected'"
                }
            }
            $keys = @($line.RootElement.EnumerateObject() | & { process { $_.Name } })
            Assert-Equal $keys.Count $pairs.Count 'the number of keys'
        }
    }
}
