# Find-ActivationError: texts, events and files.
. "$PSScriptRoot/support.ps1"
Import-Module $modulePath

# The text of the event 8198 of Windows' Security-SPP.
$event8198 = "License Activation (slui.exe) failed with the following error code:`r`n" +
    "hr=0xC004F074`r`nCommand-line arguments:`r`nRuleId=eeba1977-569e-4571-b639-7623d8bfecc0;" +
    'Action=AutoActivate;AppId=55c92734-d682-4d71-983e-d6ec3f16059f'

Test 'an event is searched and kept' {
    $record = [pscustomobject]@{ TimeCreated = [datetime]'2026-01-02'; MachineName = 'PC7'; Message = $event8198 }
    $found = @($record | Find-ActivationError)
    Assert-Equal $found.Hex '0xC004F074'
    Assert-Equal $found[0].LineNumber 2
    Assert-Equal $found[0].Offset $event8198.IndexOf('0xC004F074')
    Assert-Equal $found[0].InputObject.MachineName PC7
    Assert-True ([object]::ReferenceEquals($found[0].InputObject, $record)) 'it is the same object'
    Assert-Equal $found[0].psobject.TypeNames[0] ActDiag.ActivationErrorMatch
}

Test 'texts come by argument, by value and as Description' {
    Assert-Equal (Find-ActivationError 'a 0xC004F074 b', '0x8007232b').Hex ('0xC004F074', '0x8007232B')
    Assert-Equal ('0xC004F074', 'nothing', '' | Find-ActivationError).InputObject '0xC004F074'
    $record = [pscustomobject]@{ Description = 'hr=0x8007232B' }
    Assert-Equal ($record | Find-ActivationError -Language ja).Language ja
    $empty = [pscustomobject]@{ Message = $null }
    Assert-Equal @(Invoke-Collecting { $empty, $record | Find-ActivationError }).Count 1
    Assert-Equal $problems.Count 0 'the number of errors'
}

Test 'lines and offsets of a text count characters' {
    $text = "コード`n0x8007232B, 0xC004F074`n`n😀 0xC004F074"
    $found = @(Find-ActivationError $text)
    Assert-Equal $found.LineNumber (2, 2, 4)
    Assert-Equal $found.Offset (4, 16, 31)
    Assert-Equal ($found | & { process { $text.Substring($_.Offset, 10) } }) $found.Hex
}

Test 'a line of the pipeline is answered before the next is read' {
    $order = & { foreach ($line in 1, 2) { "line $line"; "0xC004F074 in $line" } } |
        & { process { if ($_ -like 'line*') { $script:read = $_ }; $_ } } |
        Find-ActivationError | & { process { "$read, $($_.InputObject)" } }
    Assert-Equal $order ('line 1, 0xC004F074 in 1', 'line 2, 0xC004F074 in 2')
}

Test 'texts of the pipeline give what arguments give' {
    $texts = ("`n0xC004F074 " * 3), ('0xC004F074 0x8007232B ' * 300), '0xC004F074, 0x8007232B', 'plain', ''
    $wanted = foreach ($text in $texts) { Find-ActivationError -Text $text -Language en -ErrorAction Ignore }
    $found = $texts | Find-ActivationError -Language en
    $shown = { process { "$($_.Hex) $($_.LineNumber) $($_.Offset) $($_.Name) $($_.InputObject.Length)" } }
    Assert-Equal @($wanted).Count 605
    Assert-Equal ($found | & $shown) ($wanted | & $shown)
    Assert-Equal ($texts | Find-ActivationError -Summary | & { process { $_.Count } }) (304, 301)
}

Test 'unknown codes are reported with -All only' {
    Assert-Equal (Find-ActivationError '0x12345678 0xC004F074').Hex '0xC004F074'
    Assert-Equal (Find-ActivationError '0x12345678 0xC004F074' -All).Hex ('0x12345678', '0xC004F074')
}

Test 'every way to write a code is found' {
    $text = 'OxC004F074 C004F074 3221549172 (-1073418124), xC004F074 C004F074-1 7.3221549172 1700000000'
    $found = @(Find-ActivationError $text)
    Assert-Equal $found.Hex (@('0xC004F074') * 4)
    Assert-Equal $found.Offset (0, 11, 20, 32)
}

# How codes are written, as a regular expression.
$digit, $letters = '[0-9A-Fa-f]', '0-9A-Za-z-'
$before, $after = "(?<![$letters])(?<![0-9]\.)", "(?![$letters])(?!\.[0-9])"
$forms = "(?<![0-9])(?:0[xX]|[Oo]x)(?<prefixed>$digit{8})(?:(?!$digit)|(?=[A-Fa-f]{1,4}[G-Zg-z]))" +
    "|$before(?<decimal>-[0-9]{8,10}|[0-9]{10})$after|$before(?<bare>$digit{8})$after"

# The code of a match; nothing for one that is not to be found.
$isKnown = @{}
function Get-ExpectedCode($Match, [bool]$All) {
    $value = if ($Match.Groups['decimal'].Success) { [long]$Match.Value } else {
        [Convert]::ToInt64($Match.Groups['prefixed'].Value + $Match.Groups['bare'].Value, 16)
    }
    $isDecimal = $Match.Groups['decimal'].Success
    if ($isDecimal -and ($value -lt -2147483648 -or $value -ge 4294967296)) { return }
    if ($isDecimal -and $value -ge 0 -and $value -lt 2147483648) { return }
    $hex = '0x{0:X8}' -f ($value -band 4294967295)
    if (-not $isKnown.ContainsKey($hex)) {
        $isKnown[$hex] = 'documented', 'named' -contains (Get-ActivationError $hex).Known
    }
    if ($isKnown[$hex] -or ($All -and $Match.Groups['prefixed'].Success)) { $hex }
}

# Codes, and what only looks like one, close together.
function New-Mixture {
    $pieces = '0xC004F074', '0X8007232b', '0x12345678', 'OxC004F00F', 'C004F074', '8007232b',
        '3221549172', '-1073418124', '12345678', '1700000000', '-3221549172', '-10734181240'
    $between = ' ', ', ', "`n", "`r`n", '-', '.', '. ', 'x', '0', 'face', 'ERROR', 'コード', '。',
        '《' # of its two bytes in UTF-16, one is that of a line feed
    $random = [Random]::new(7)
    -join @(for ($i = 0; $i -lt 2500; $i++) {
            $pieces[$random.Next($pieces.Length)]
            $between[$random.Next($between.Length)]
        })
}

Test 'a text and its file give what a regular expression gives' {
    $text = New-Mixture
    Use-Folder {
        param($folder)
        foreach ($all in $false, $true) {
            $wanted = @(foreach ($match in [regex]::Matches($text, $forms)) {
                    $hex = Get-ExpectedCode $match $all
                    $line = $text.Substring(0, $match.Index).Split("`n").Length
                    if ($hex) { "$($match.Index) $line $hex" }
                })
            Assert-True ($wanted.Count -gt 300) 'there are many'
            $found = @(Find-ActivationError $text -All:$all)
            Assert-Equal @($found | & { process { "$($_.Offset) $($_.LineNumber) $($_.Hex)" } }) $wanted
            foreach ($isBigEndian in $false, $true) {
                $encoding = [Text.UnicodeEncoding]::new($isBigEndian, $false)
                [IO.File]::WriteAllText("$folder/a.log", "x`n$text", $encoding)
                $found = @(Find-ActivationError -Path "$folder/a.log" -All:$all)
                Assert-Equal @($found | & { process {
                            "$($_.Offset / 2 - 2) $($_.LineNumber - 1) $($_.Hex)" } }) $wanted
            }
        }
    }
}

Test '-Summary counts, the most frequent first' {
    $found = @('0x8007232B 0xC004F074 0xC004F074', '0xC004F074' | Find-ActivationError -Summary)
    Assert-Equal $found.Count 2 'the number of summaries'
    Assert-Equal ($found | & { process { "$($_.Count) $($_.Hex) $($_.Category)" } }) (
        '3 0xC004F074 kms-host', '1 0x8007232B dns')
    Assert-Equal $found[0].psobject.TypeNames[0] ActDiag.ActivationErrorSummary
    Assert-Equal $found[0].psobject.Properties['InputObject'] $null
}

Test 'computers and times of events are kept, and counted' {
    $records = foreach ($day in 3, 1, 2) {
        [pscustomobject]@{ TimeCreated = [datetime]"2026-01-0$day"; MachineName = "PC$day"; Message = 'hr=0xC004F074' }
    }
    $found = @($records | Find-ActivationError)
    Assert-Equal $found.Computer ('PC3', 'PC1', 'PC2')
    Assert-Equal $found[1].Time ([datetime]'2026-01-01')
    $summary = $records | Find-ActivationError -Summary
    Assert-Equal $summary.Computers ('PC1', 'PC2', 'PC3')
    Assert-Equal ($summary.First, $summary.Last) ([datetime]'2026-01-01', [datetime]'2026-01-03')
}

Test 'a match of Select-String keeps its place' {
    $match = [pscustomobject]@{ Path = 'a.log'; LineNumber = 17; Line = 'hr=0xC004F074' }
    $found = $match | Find-ActivationError
    Assert-Equal ($found.Path, $found.LineNumber, $found.Offset) ('a.log', 17, 3)
}

Test 'a compressed file and one in UTF-32 are named in a warning' {
    Use-Folder {
        param($folder)
        [IO.File]::WriteAllBytes("$folder/a.gz", [byte[]](0x1F, 0x8B, 8, 0, 0))
        [IO.File]::WriteAllText("$folder/b.log", '0xC004F074', [Text.Encoding]::UTF32)
        [IO.File]::WriteAllText("$folder/c.log", '0xC004F074', [Text.Encoding]::Unicode)
        [IO.File]::WriteAllBytes("$folder/empty.log", [byte[]]@())
        $found = @(Find-ActivationError -Path "$folder/*" -WarningVariable warnings -WarningAction SilentlyContinue)
        Assert-Equal $found.Count 1 'the number of matches'
        Assert-Equal $warnings.Count 2 'the number of warnings'
        Assert-True ("$($warnings[0])" -like '*a.gz is compressed with gzip*') "$($warnings[0])"
        Assert-True ("$($warnings[1])" -like '*b.log is in UTF-32*') "$($warnings[1])"
    }
}

# A log of many lines, with codes at known places, longer than two reads.
$lines = 120000
$planted = @{ 7 = '0xC004F074'; 20000 = '3221549172'; 40000 = 'C004F074'; 60000 = '0x8007232B'
    80000 = '-1073418124'; 119999 = '0x80072EE2' }
function New-Log([string]$NewLine) {
    $log = [Text.StringBuilder]::new()
    for ($i = 1; $i -le $lines; $i++) {
        $null = $log.Append("line $i of a log $($planted[$i])").Append($NewLine)
    }
    $log.ToString()
}

$encodings = @{
    'UTF-8'             = [Text.UTF8Encoding]::new($false)
    'UTF-16'            = [Text.UnicodeEncoding]::new($false, $true)
    'UTF-16BE'          = [Text.UnicodeEncoding]::new($true, $true)
    'unmarked UTF-16BE' = [Text.UnicodeEncoding]::new($true, $false)
    'ANSI'              = [Text.Encoding]::GetEncoding(28591)
}
foreach ($encodingName in $encodings.Keys) {
    Test "finds lines and offsets in a large $encodingName file" {
        Use-Folder {
            param($folder)
            [IO.File]::WriteAllText("$folder/a.log", (New-Log "`r`n"), $encodings[$encodingName])
            $bytes = [IO.File]::ReadAllBytes("$folder/a.log")
            Assert-True ($bytes.Length -gt 2MB) 'the file is longer than two reads'
            $found = @(Find-ActivationError -Path "$folder/a.log")
            $kms = '0xC004F074'
            Assert-Equal $found.Hex ($kms, $kms, $kms, '0x8007232B', $kms, '0x80072EE2')
            Assert-Equal $found.LineNumber (7, 20000, 40000, 60000, 80000, 119999)
            foreach ($match in $found) {
                $code = $planted[[int]$match.LineNumber]
                $width = $encodings[$encodingName].GetByteCount($code)
                $there = $encodings[$encodingName].GetString($bytes, $match.Offset, $width)
                Assert-Equal $there $code 'the text at Offset'
            }
        }
    }
}

Test 'a code across the border of two reads is found once' {
    Use-Folder {
        param($folder)
        foreach ($before in (1MB - 12)..(1MB + 1)) {
            [IO.File]::WriteAllText("$folder/a.log", ('x' * ($before - 1)) + "`n0xC004F074`n")
            $found = @(Find-ActivationError -LiteralPath "$folder/a.log")
            Assert-Equal $found.Offset $before
            Assert-Equal $found.LineNumber 2
        }
    }
}

Test 'a number in UTF-16BE across the border of two reads is found once, on its line' {
    Use-Folder {
        param($folder)
        $bigEndian = [Text.UnicodeEncoding]::new($true, $true)
        foreach ($before in (512KB - 16)..(512KB + 24)) {
            $text = 'x' * ($before - 23) + "`n" + ' ' * 20 + "`n-1073418124`nC004F074"
            [IO.File]::WriteAllText("$folder/a.log", $text, $bigEndian)
            $found = @(Find-ActivationError -LiteralPath "$folder/a.log")
            Assert-Equal $found.Offset ((2 * $before), (2 * $before + 24))
            Assert-Equal $found.LineNumber (3, 4)
        }
    }
}

Test 'a line end in UTF-16BE of which the second byte alone is kept is counted' {
    Use-Folder {
        param($folder)
        $bigEndian = [Text.UnicodeEncoding]::new($true, $true)
        foreach ($before in (512KB - 8)..512KB) {
            # A digit that begins no code: act_scan goes on at its second byte.
            $text = 'x' * $before + "`nx7" + 'x' * 40 + ' C004F074'
            [IO.File]::WriteAllText("$folder/a.log", $text, $bigEndian)
            Assert-Equal (Find-ActivationError -LiteralPath "$folder/a.log").LineNumber 2
        }
    }
}

Test 'files come by wildcard, by exact name and from the provider' {
    Use-Folder {
        param($folder)
        [IO.File]::WriteAllText("$folder/a.log", '0xC004F074')
        [IO.File]::WriteAllText("$folder/b[1].log", '0x8007232B')
        [IO.File]::WriteAllText("$folder/c.txt", '0x80072EE2')
        $null = [IO.Directory]::CreateDirectory("$folder/d.log")
        $found = @(Invoke-Collecting { Find-ActivationError -Path "$folder/*.log" })
        Assert-Equal $problems.Count 0 'the number of errors'
        Assert-Equal $found.Hex ('0xC004F074', '0x8007232B')
        Assert-Equal ([IO.Path]::GetFileName($found[0].Path)) a.log
        Assert-Equal (Find-ActivationError -LiteralPath "$folder/b[1].log").Hex '0x8007232B'
        $children = $ExecutionContext.InvokeProvider.ChildItem.Get($folder, $false)
        $found = @(Invoke-Collecting { $children | Find-ActivationError })
        Assert-Equal $problems.Count 0 'the number of errors'
        Assert-Equal $found.Hex ('0xC004F074', '0x8007232B', '0x80072EE2')
        Assert-Equal $found[0].InputObject $found[0].Path 'InputObject of a file'
        $plain = [IO.DirectoryInfo]::new($folder).GetFiles('*.txt') | Find-ActivationError
        Assert-Equal $plain.Hex '0x80072EE2'
    }
}

Test 'a text that names a file is searched as that file' {
    Use-Folder {
        param($folder)
        $null = [IO.Directory]::CreateDirectory("$folder/in/er")
        [IO.File]::WriteAllText("$folder/a.log", "x`n0xC004F074")
        [IO.File]::WriteAllText("$folder/in/er/b.log", '0x8007232B')
        $location = $ExecutionContext.SessionState.Path
        $here = $location.CurrentLocation
        $null = $location.SetLocation($folder)
        try {
            foreach ($name in "$folder/a.log", './a.log', 'a.log', '*.log') {
                Assert-Equal (Find-ActivationError $name).Hex '0xC004F074' $name
                Assert-Equal (Resolve-ActivationError $name).Hex '0xC004F074' "$name as a case"
            }
            Assert-Equal ("$folder/a.log", 'a.log', 'no.log' | Find-ActivationError).LineNumber (2, 2)
            Assert-Equal ('a.log' | Resolve-ActivationError).Hex '0xC004F074'
            Assert-Equal ([pscustomobject]@{ Path = 'a.log' } | Find-ActivationError).Hex '0xC004F074'
        } finally {
            $null = $location.SetLocation($here)
        }
        $null = Invoke-Collecting { Find-ActivationError "$folder/none.log"; Resolve-ActivationError "$folder/none.log" }
        Assert-Equal ($problems | & { process { $_.FullyQualifiedErrorId } }) (
            'PathNotFound,Find-ActivationError', 'PathNotFound,Resolve-ActivationError')
        Assert-Equal (Find-ActivationError "/no/such/place: 0xC004F074").Hex '0xC004F074' 'a text with a code'
        Assert-Equal (Find-ActivationError -Path $folder -Recurse).Hex ('0xC004F074', '0x8007232B')
        Assert-Equal (Resolve-ActivationError -LiteralPath $folder -Recurse).Findings.Count 2
    }
}

Test 'the caller''s preference stops a script' {
    Use-Folder {
        param($folder)
        foreach ($call in 'Get-ActivationError rubbish', "Find-ActivationError -Path '$folder/none.log'",
            "Resolve-ActivationError -LiteralPath '$folder/none.log'") {
            [IO.File]::WriteAllText("$folder/call.ps1", "`$ErrorActionPreference = 'Stop'; $call; 'not stopped'")
            $output = try { & "$folder/call.ps1" } catch { 'stopped' }
            Assert-Equal $output stopped $call
        }
        [IO.File]::WriteAllBytes("$folder/a.gz", [byte[]](0x1F, 0x8B, 8, 0, 0))
        foreach ($call in 'Find-ActivationError', 'Resolve-ActivationError') {
            [IO.File]::WriteAllText("$folder/call.ps1",
                "`$WarningPreference = 'Stop'; $call -Path '$folder/a.gz'; 'not stopped'")
            $output = try { & "$folder/call.ps1" } catch { 'stopped' }
            Assert-Equal $output stopped "$call and its warning"
        }
    }
}

Test 'files that cannot be searched are reported and the others are' {
    Use-Folder {
        param($folder)
        [IO.File]::WriteAllText("$folder/a.log", '0xC004F074')
        $paths = "$folder/missing.log", $folder, 'variable:PSHOME', "$folder/none*", "$folder/a.log"
        $found = @(Invoke-Collecting { Find-ActivationError -Path $paths })
        Assert-Equal $found.Hex '0xC004F074'
        Assert-Equal ($problems | & { process { $_.FullyQualifiedErrorId } }) (
            'PathNotFound,Find-ActivationError', 'PathNotFile,Find-ActivationError',
            'PathNotFile,Find-ActivationError')
        Assert-Equal $problems[0].CategoryInfo.Category ObjectNotFound
        Assert-Equal $problems[0].TargetObject "$folder/missing.log"
        $global:Error.Clear()
        $null = Invoke-Collecting { Find-ActivationError -LiteralPath "$folder/missing.log" }
        Assert-Equal $problems[0].FullyQualifiedErrorId 'PathNotFound,Find-ActivationError'
        Assert-Equal $problems[0].CategoryInfo.Category ObjectNotFound
        $null = Find-ActivationError -LiteralPath "$folder/missing.log" -ErrorAction Ignore
        Assert-Equal $global:Error.Count 1 'records in $Error'
    }
}

Test 'a file that another program writes is searched' {
    Use-Folder {
        param($folder)
        $writer = [IO.FileStream]::new("$folder/a.log", 'Create', 'Write', 'Read')
        try {
            $bytes = [Text.Encoding]::ASCII.GetBytes("0xC004F074`n")
            $writer.Write($bytes, 0, $bytes.Length)
            $writer.Flush()
            Assert-Equal (Find-ActivationError -Path "$folder/a.log").Hex '0xC004F074'
        } finally {
            $writer.Dispose()
        }
    }
}

Test 'long files show progress and take it away' {
    Assert-EngineHost
    Use-Folder {
        param($folder)
        $stream = [IO.FileStream]::new("$folder/a.log", 'Create')
        $stream.SetLength(400MB)
        $stream.Dispose()
        $screen = [ActDiag.Tests.RecordingHost]::new(80, $null)
        $runspace = [runspacefactory]::CreateRunspace($screen, (New-State))
        $runspace.Open()
        $shell = [powershell]::Create($runspace)
        $null = $shell.AddScript("Import-Module '$modulePath'; Find-ActivationError -Path '$folder/a.log'")
        $null = $shell.Invoke()
        $runspace.Dispose()
        $records = @($screen.Progress)
        Assert-True ($records.Count -ge 1) 'there is progress'
        Assert-Equal $records[-1].RecordType Completed
    }
}
