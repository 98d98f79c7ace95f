# The help: what it describes, and its examples, each of which is run.
. "$PSScriptRoot/support.ps1"
Import-Module $modulePath

foreach ($command in 'Get-ActivationError', 'Find-ActivationError', 'Resolve-ActivationError') {
    Test "the help of $command describes each parameter and shows it in an example" {
        $help = Get-Help $command -Full
        Assert-True $help.Synopsis 'there is a synopsis'
        $code = @($help.examples.example | & { process { $_.code } }) -join "`n"
        Assert-True ($code.Length -gt 0) 'there are examples'
        $common = [System.Management.Automation.PSCmdlet]::CommonParameters
        $names = (Get-Command $command).Parameters.Keys | & { process { if ($_ -notin $common) { $_ } } }
        Assert-True ($names.Count -ge 5) 'there are parameters'
        foreach ($name in $names) {
            $about = $help.parameters.parameter | & { process { if ($_.name -eq $name) { $_ } } }
            Assert-True $about.description[0].Text "$name is described"
            Assert-True ($code -match "-$name\b") "$name is in an example"
        }
    }
}

# The help of a command as a Japanese user sees it.
function Get-JapaneseHelp([string]$Command) {
    Invoke-Apart "[Threading.Thread]::CurrentThread.CurrentUICulture = 'ja-JP'
        Import-Module '$modulePath'; Get-Help $Command -Full"
}

foreach ($command in 'Get-ActivationError', 'Find-ActivationError', 'Resolve-ActivationError') {
    Test "the help of $command is Japanese for a Japanese user" {
        $kana = '[\u3041-\u30FE]'
        $help, $english = (Get-JapaneseHelp $command), (Get-Help $command -Full)
        Assert-True ($help.Synopsis -match $kana) $help.Synopsis
        Assert-True ($english.Synopsis -notmatch $kana) $english.Synopsis
        $names = @($english.parameters.parameter | & { process { $_.name } })
        Assert-Equal @($help.parameters.parameter | & { process { $_.name } }) $names 'the parameters'
        foreach ($parameter in $help.parameters.parameter) {
            Assert-True ("$($parameter.description.Text)" -match $kana) "$($parameter.name) is described in Japanese"
        }
        Assert-Equal @($help.examples.example.code) @($english.examples.example.code) 'the examples'
        foreach ($example in $help.examples.example) { Assert-True ("$($example.remarks.Text)" -match $kana) $example.code }
        # Each property that is explained in English is in Japanese.
        $listed = [regex]::Matches("$($english.description.Text)", '(?m)^- ([A-Z]\w+(?:, [A-Z]\w+)*):') |
            & { process { $_.Groups[1].Value -split ', ' } }
        Assert-True ($listed.Count -gt 4) 'there are properties'
        foreach ($name in $listed) { Assert-True ("$($help.description.Text)" -cmatch "(?m)^- .*\b$name\b") "$name is explained" }
        Assert-Equal @($help.relatedLinks.navigationLink.linkText) @($english.relatedLinks.navigationLink.linkText) 'the links'
        Assert-Equal "$($help.returnValues.returnValue.type.name)" "$($english.returnValues.returnValue.type.name)" 'the output'
    }
}

Test 'about_ActDiag is there in English and Japanese' {
    foreach ($culture in @{ Name = 'en-US'; Word = 'LONG DESCRIPTION' }, @{ Name = 'ja-JP'; Word = '詳しい説明' }) {
        $text = Invoke-Apart ("[Threading.Thread]::CurrentThread.CurrentUICulture = '$($culture.Name)'
            Import-Module '$modulePath'; Get-Help about_ActDiag")
        Assert-True ("$text".Contains($culture.Word)) "$($culture.Name) has $($culture.Word)"
    }
}

# Runs each example in a folder with two logs and compares the codes that come out of it. Windows'
# own path is the one thing in an example that is replaced.
function Assert-Example([string[]]$Example, [object[]]$Expected) {
    Assert-Equal $Example.Count $Expected.Count 'the number of examples'
    Use-Folder {
        param($logFolder)
        [IO.File]::WriteAllText([IO.Path]::Combine($logFolder, 'a.log'), "0xC004F074`n0x8007232B`n0xC004F074`n")
        [IO.File]::WriteAllText([IO.Path]::Combine($logFolder, 'setup[1].log'), '0x12345678')
        . "$PSScriptRoot/stand_ins.ps1"
        $location = $ExecutionContext.SessionState.Path
        $here = $location.CurrentLocation
        $null = $location.SetLocation($logFolder)
        try {
            for ($i = 0; $i -lt $Example.Count; $i++) {
                $text = $Example[$i].Replace('C:\Windows\Logs\CBS\', "$logFolder/")
                $found = @(& ([scriptblock]::Create($text)))
                Assert-Equal $found.Hex $Expected[$i] "what $text finds"
            }
        } finally {
            $null = $location.SetLocation($here)
        }
    }
}

function Get-Example([string]$Command) {
    (Get-Help $Command).examples.example | & { process { $_.code } }
}

Test 'the examples of Get-ActivationError do what their text describes' {
    Assert-Example (Get-Example Get-ActivationError) @(
        '0xC004F074'
        , ('0xC004F074', '0x8007232B')
        '0xC004F074'
        , ('0x8007007B', '0x800706BA', '0x8007232B', '0x8007251D', '0x80092328', '0xC004F039',
            '0x800705B4', '0xC0020017', '0x8007139F', '0x8007267C')
        '0xC004F038'
        '0xC004F074'
    )
}

Test 'the examples of Find-ActivationError do what their text describes' {
    Assert-Example (Get-Example Find-ActivationError) @(
        '0xC004F074'
        '0xC004F074'
        , ('0xC004F074', '0x8007232B')
        , ('0xC004F074', '0x8007232B', '0xC004F074')
        '0x12345678'
        , ('0xC004F074', '0x8007232B', '0xC004F074')
        , ('0xC004F074', '0x8007232B', '0xC004F074')
        '0xC004F074'
    )
}

Test 'the examples of Resolve-ActivationError do what their text describes' {
    Assert-Example (Get-Example Resolve-ActivationError) @('0xC004F074', '0x8007232B', '0xC004F074', '0x8007232B', '0x8007232B', '')
}

# The indented commands of the section of examples, whose heading is in the topic's language.
function Get-TopicExample([string]$Culture, [string]$Heading, [string]$Next) {
    $text = [IO.File]::ReadAllText("$modulePath/$Culture/about_ActDiag.help.txt")
    $section = [regex]::Match($text, ('(?ms)^' + $Heading + '\r?$(.*?)^' + $Next + '\r?$')).Groups[1].Value
    [regex]::Matches($section, '(?m)(^ {8}\S.*\n(?: {12}.*\n)*)') | & { process { $_.Value } }
}

foreach ($topic in @{ Culture = 'en-US'; Heading = 'EXAMPLES'; Next = 'KEYWORDS' },
    @{ Culture = 'ja-JP'; Heading = '例'; Next = 'キーワード' }) {
    Test "the examples of about_ActDiag in $($topic.Culture) do what their text describes" {
        Assert-Example @(Get-TopicExample @topic) @(
            '0xC004F074'
            , ('0xC004F074', '0x4004F401')
            '0xC004F074'
            '0xC004F038'
            , ('0xC004F074', '0x8007232B')
            '0xC004F074'
        )
    }
}
