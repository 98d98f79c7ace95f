# Get-ActivationError: what it reads, and what it answers.
. "$PSScriptRoot/support.ps1"
Import-Module $modulePath

# 0xC004F074 in every type that may come through the pipeline.
$same = @(
    'C004F074', '0xc004f074', ' "0xC004F074" ', '-1073418124', '3221549172', '&HC004F074',
    'sl_e_vl_binding_service_unavailable', -1073418124, 3221549172, [uint32]3221549172,
    [uint64]3221549172, [decimal]3221549172, [double]3221549172,
    [pscustomobject]@{ Code = 'C004F074'; ErrorCode = 5 },
    [pscustomobject]@{ ErrorCode = -1073418124; HResult = 5 },
    [pscustomobject]@{ HResult = -1073418124; LicenseStatusReason = 5 },
    [pscustomobject]@{ LicenseStatusReason = 3221549172; ResultCode = 5 },
    [pscustomobject]@{ ResultCode = '0xC004F074' },
    [pscustomobject]@{ Code = $null; ResultCode = '0xC004F074' },
    @{ ErrorCode = 3221549172 },
    [Runtime.InteropServices.COMException]::new('no KMS', -1073418124),
    [System.Management.Automation.ErrorRecord]::new(
        [Runtime.InteropServices.COMException]::new('no KMS', -1073418124), 'x', 'NotSpecified', 1)
)
for ($i = 0; $i -lt $same.Count; $i++) {
    Test "reads 0xC004F074 from $($same[$i].GetType().Name) $i" {
        $answer = @($same[$i] | Get-ActivationError)
        Assert-Equal $answer.Count 1 'the number of answers'
        Assert-Equal $answer[0].Hex '0xC004F074'
        Assert-Equal $answer[0].Code 3221549172
        Assert-True ([object]::ReferenceEquals($answer[0].InputObject, $same[$i]) -or
            $answer[0].InputObject -eq $same[$i]) 'InputObject is what came in'
    }
}

Test 'an answer has the documented facts' {
    $answer = Get-ActivationError -Code 0xC004F074 -Language en
    Assert-Equal $answer.psobject.TypeNames[0] 'ActDiag.ActivationError'
    Assert-Equal $answer.Name SL_E_VL_BINDING_SERVICE_UNAVAILABLE
    Assert-Equal $answer.Known documented
    Assert-Equal $answer.Category kms-host
    Assert-Equal $answer.Retry $true
    Assert-Equal $answer.ActivationType KmsClient
    Assert-Equal $answer.ActivationType.GetType().FullName ActDiag.ActivationType
    Assert-Equal $answer.Code.GetType().Name UInt32
    Assert-Equal $answer.Language en
    foreach ($field in 'Message', 'Cause', 'Steps', 'Advice') {
        Assert-True $answer.$field "there is a $field"
    }
}

Test 'properties are in their order' {
    $answer = Get-ActivationError 0xC004F074
    Assert-Equal ($answer.psobject.Properties | & { process { $_.Name } }) (
        'Code', 'Hex', 'Subject', 'Name', 'Known', 'Category', 'Side', 'Role', 'Retry', 'ActivationType',
        'Reference', 'Message', 'Cause', 'Steps', 'Advice', 'Commands', 'Language', 'InputObject')
    $again = [System.Management.Automation.PSSerializer]::Deserialize(
        [System.Management.Automation.PSSerializer]::Serialize($answer))
    Assert-Equal $again.Message $answer.Message 'the message after a remote call'
}

Test 'codes are found by words' {
    Assert-Equal (Get-ActivationError -Search too, COUNT, low -Language en).Hex '0xC004F038'
    Assert-Equal (Get-ActivationError -Search 'count too low' -Language en).Hex '0xC004F038'
    Assert-True (@(Get-ActivationError -Search 猶予期間 -Language ja).Hex -contains '0xC004F009') 'in Japanese'
    $found = @(Get-ActivationError -Search SL_E_VL -Language en)
    Assert-True ($found.Count -gt 7) 'names are searched'
    Assert-Equal @($found | & { process { if ($_.Name -notlike 'SL_E_VL*') { $_ } } }).Count 0
    $filtered = @(Get-ActivationError -Search SL_E_VL -Language en -Category kms-host)
    Assert-True ($filtered.Count -gt 0 -and $filtered.Count -lt $found.Count) 'filters apply'
    Assert-Equal @(Get-ActivationError -Search xyzzy).Count 0
}

Test 'Japanese comes intact' {
    $answers = @('C004F074', '0x8007232B' | Get-ActivationError -Language ja)
    Assert-Equal $answers.Hex ('0xC004F074', '0x8007232B')
    Assert-Equal $answers.Language ('ja', 'ja')
    # Kana, and no replacement character.
    foreach ($answer in $answers) {
        foreach ($field in 'Message', 'Cause', 'Steps', 'Advice') {
            Assert-True ($answer.$field -cmatch '[\u3041-\u30FE]') "$field has kana"
            Assert-True ($answer.$field -cnotmatch '[\uFFFD\u0080-\u009F]') "$field is whole"
        }
    }
    Assert-True (Get-Document ja).Contains($answers[0].Message) 'the message is in a document'
}

Test 'a language without texts is answered in English' {
    foreach ($language in 'fr', 'zh-TW', 'C', '', 'xx-YY') {
        Assert-Equal (Get-ActivationError 0xC004F074 -Language $language).Language en $language
    }
    Assert-Equal (Get-ActivationError 0xC004F074 -Language ja_JP.UTF-8).Language ja
}

Test 'the language is by default that of the user interface' {
    $script = "[Threading.Thread]::CurrentThread.CurrentUICulture = '{0}'
        Import-Module '$modulePath'; (Get-ActivationError 0xC004F074).Language"
    Assert-Equal (Invoke-Apart ($script -f 'ja-JP')) ja
    Assert-Equal (Invoke-Apart ($script -f 'de-DE')) en
}

Test 'codes without an entry are classified' {
    $named = Get-ActivationError 0x80041015 -Language en
    Assert-Equal ($named.Known, $named.Category, $named.Side) ('named', 'network', 'network')
    $structural = Get-ActivationError 0x80072400 -Language en
    Assert-Equal $structural.Known structural
    foreach ($answer in $named, $structural) {
        Assert-True ($null -eq $answer.Message) 'there is no message'
        Assert-Equal $answer.ActivationType None
        Assert-True $answer.Advice 'there is advice'
    }
}

Test 'what is not a code is reported and the others are answered' {
    $items = 'rubbish', 3, @{ Name = 'x' }, '0xC004F0740', $true, 4294967296, -2147483649, 2.5, '', 4
    $answers = @(Invoke-Collecting { $items | Get-ActivationError })
    Assert-Equal $answers.Code (3, 4)
    Assert-Equal $problems.Count 8 'the number of errors'
    foreach ($problem in $problems) {
        Assert-Equal $problem.FullyQualifiedErrorId 'MalformedCode,Get-ActivationError'
        Assert-Equal $problem.CategoryInfo.Category InvalidArgument
        Assert-Equal $problem.Exception.GetType().Name FormatException
    }
    Assert-Equal $problems[0].TargetObject rubbish
    Assert-True ($problems[0].Exception.Message -like '"rubbish" is not a code; expected 0x*') 'it names the reason'
    Assert-True ($problems[1].Exception.Message -like '*Hashtable*LicenseStatusReason*') 'and names properties'
}

Test 'an error repeats only the start of a long text' {
    $null = Invoke-Collecting { 'x' * 100000 | Get-ActivationError }
    Assert-True ($problems[0].Exception.Message -clike "`"$('x' * 80)...`" is not a code;*") 'the start'
    Assert-Equal $problems[0].TargetObject.Length 100000 'the length of the target object'
}

Test 'nothing is reported as such' {
    $null = Invoke-Collecting { $null, 'x' | Get-ActivationError }
    Assert-Equal $problems.Count 2 'the number of errors'
    Assert-Equal @(Invoke-Collecting { Get-ActivationError -Code @() }).Count 0
    Assert-Equal $problems.Count 0 'the number of errors'
}

Test '-All lists every entry in the order of the document' {
    $codes = @()
    foreach ($match in [regex]::Matches((Get-Document), '(?m)^\| *\[?(0x[0-9A-F]{8})')) {
        if ($codes -notcontains $match.Groups[1].Value) { $codes += $match.Groups[1].Value }
    }
    Assert-Equal (Get-ActivationError -All).Hex $codes
}

Test '-Category and -ActivationType filter' {
    $all = @(Get-ActivationError -All)
    $expected = $all | & { process { if ($_.Category -in 'dns', 'network') { $_.Hex } } }
    Assert-Equal (Get-ActivationError -All -Category dns, network).Hex $expected
    $expected = $all | & { process { if ("$($_.ActivationType)" -match 'Mak|KmsHost') { $_.Hex } } }
    Assert-Equal (Get-ActivationError -All -ActivationType Mak, KmsHost).Hex $expected
    Assert-True ($expected.Count -lt $all.Count) 'the filter keeps some out'
    $piped = 0xC004F074, 0x8007232B, 0x80072EE2 | Get-ActivationError -ActivationType KmsClient
    Assert-Equal $piped.Hex ('0xC004F074', '0x8007232B')
    $piped = 0xC004F074, 0x80041015, 0x80072400 | Get-ActivationError -ActivationType None
    Assert-Equal $piped.Hex ('0x80041015', '0x80072400')
    $expected = $all | & { process { if ($_.Category -clike 'd*' -or $_.Category -ceq 'network') { $_.Hex } } }
    Assert-Equal (Get-ActivationError -All -Category 'D*', network).Hex $expected 'with wildcards'
}

# PowerShell makes numbers of what is typed: an int, a decimal, a double.
foreach ($case in @{ Line = '80070005'; Hex = '0x80070005' }, @{ Line = '80070490'; Hex = '0x80070490' },
    @{ Line = '8007000D'; Hex = '0x8007000D' }, @{ Line = '800704E3'; Hex = '0x800704E3' },
    @{ Line = '8007E004'; Hex = '0x8007E004' }, @{ Line = '1722'; Hex = '0x000006BA' },
    @{ Line = '12345678'; Hex = '0x00BC614E' }, @{ Line = '3221549172'; Hex = '0xC004F074' },
    @{ Line = '-1073418124'; Hex = '0xC004F074' }, @{ Line = '@{ Code = 80070005 }'; Hex = '0x04C5C575' }) {
    Test "Get-ActivationError $($case.Line) is $($case.Hex)" {
        Assert-Equal (& ([scriptblock]::Create("Get-ActivationError $($case.Line)"))).Hex $case.Hex
    }
}

Test 'answers do not share what a caller changes' {
    $first = Get-ActivationError 0xC004F074
    $first.Message = 'changed'
    Assert-True ((Get-ActivationError 0xC004F074).Message -cne 'changed') 'the next one is whole'
}

Test 'an object without a code that has a text is referred to Find-ActivationError' {
    $null = Invoke-Collecting { [pscustomobject]@{ Message = 'hr=0xC004F074' } | Get-ActivationError }
    Assert-True ($problems[0].Exception.Message -clike '*Find-ActivationError*') $problems[0]
}

Test 'an unknown category is refused with the names of all' {
    $null = Get-Thrown { Get-ActivationError 1 -Category 'x*' } 'UnknownCategory,Get-ActivationError'
    $problem = Get-Thrown { Get-ActivationError 1 -Category nonsense } 'UnknownCategory,Get-ActivationError'
    Assert-Equal $problem.TargetObject nonsense
    Assert-True ($problem.Exception.Message -like '*product-key*kms-host*') 'it lists categories'
}

Test 'the enum has the names of the command''s identifiers' {
    $type = (Get-ActivationError 1).ActivationType.GetType()
    Assert-Equal ([Enum]::GetNames($type)) ('None', 'Mak', 'Kms', 'KmsClient', 'KmsHost', 'Ad', 'Avma', 'Token', 'Oem', 'Digital')
    Assert-Equal ([Enum]::GetValues($type) | & { process { [int]$_ } }) (0, 1, 2, 4, 8, 16, 32, 64, 128, 256)
    Assert-Equal $type.IsDefined([FlagsAttribute], $false) $true
}
