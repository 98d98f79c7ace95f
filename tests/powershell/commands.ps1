# The PowerShell forms of the catalogue of commands: they parse, and what they call exists with these
# names. Methods are those of Microsoft's page on the WMI classes of licensing (dn502536) and of
# slmgr.vbs; slmgr-ps on GitHub has the names of their arguments.
. "$PSScriptRoot/support.ps1"

$serviceMethods = @{
    InstallProductKey = 'ProductKey'; InstallLicense = 'License'; RefreshLicenseStatus = ''
    ClearProductKeyFromRegistry = ''; ReArmWindows = ''; ReArmApp = 'ApplicationId'
    SetKeyManagementServiceMachine = 'MachineName'; ClearKeyManagementServiceMachine = ''
    SetKeyManagementServicePort = 'PortNumber'; ClearKeyManagementServicePort = ''
    SetKeyManagementServiceLookupDomain = 'LookupDomain'; ClearKeyManagementServiceLookupDomain = ''
    DisableKeyManagementServiceHostCaching = 'DisableCaching'
    SetKeyManagementServiceListeningPort = 'PortNumber'; ClearKeyManagementServiceListeningPort = ''
    SetVLActivationInterval = 'ActivationInterval'; SetVLRenewalInterval = 'RenewalInterval'
    DisableKeyManagementServiceDnsPublishing = 'DisablePublishing'
    EnableKeyManagementServiceLowPriority = 'EnableLowPriority'
    SetVLActivationTypeEnabled = 'ActivationType'; ClearVLActivationTypeEnabled = ''
    DoActiveDirectoryOnlineActivation = 'ActivationObjectName,ProductKey'
    GenerateActiveDirectoryOfflineActivationId = 'ProductKey'
    DepositActiveDirectoryOfflineActivationConfirmation = 'ActivationObjectName,ConfirmationID,ProductKey'
}
$productMethods = @{
    Activate = ''; UninstallProductKey = ''; ReArmSku = ''
    DepositOfflineConfirmationId = 'ConfirmationId,InstallationId'
    SetKeyManagementServiceMachine = 'MachineName'; ClearKeyManagementServiceMachine = ''
    SetKeyManagementServicePort = 'PortNumber'; ClearKeyManagementServicePort = ''
    SetKeyManagementServiceLookupDomain = 'LookupDomain'; ClearKeyManagementServiceLookupDomain = ''
    SetVLActivationTypeEnabled = 'ActivationType'; ClearVLActivationTypeEnabled = ''
}
$classes = @{
    SoftwareLicensingService = $serviceMethods
    SoftwareLicensingProduct = $productMethods
    SoftwareLicensingTokenActivationLicense = @{ Uninstall = '' }
}

# The calls of a form, as "Class.Method(Argument=value)".
$calls = [Collections.Generic.List[string]]::new()

function Get-CimInstance([string]$ClassName, [string]$Filter) {
    Assert-True $classes.ContainsKey($ClassName) "$ClassName is a class"
    [pscustomobject]@{ Class = $ClassName; LicenseIsAddon = $false; OfflineInstallationId = '123' }
}

function Invoke-CimMethod {
    param([Parameter(ValueFromPipeline)] $InputObject, [string]$MethodName, [hashtable]$Arguments = @{})
    process {
        $methods = $classes[$InputObject.Class]
        Assert-True $methods.ContainsKey($MethodName) "$($InputObject.Class) has $MethodName"
        Assert-Equal (($Arguments.Keys | Sort-Object) -join ',') $methods[$MethodName] "arguments of $MethodName"
        foreach ($name in 'PortNumber', 'ActivationType', 'ActivationInterval', 'RenewalInterval') {
            Assert-True (-not $Arguments.ContainsKey($name) -or $Arguments[$name] -is [uint32]) "$name is a uint32"
        }
        $given = ($Arguments.GetEnumerator() | ForEach-Object { "$($_.Key)=$($_.Value)" }) -join ','
        $calls.Add("$($InputObject.Class).$MethodName($given)")
    }
}

# What stands for a placeholder: a number where the form wants one.
function Resolve-Placeholder([string]$Form) {
    $Form = $Form -replace '\[uint32\]<\w+>', '[uint32]1' -replace 'Id = <\w+>(, <\w+>)?', 'Id = 1' -replace
        '-MaxEvents <\w+>', '-MaxEvents 1'
    $Form -replace '<[^<>]+>', 'value'
}

# First form and PowerShell form of each row that has one.
function Get-Form {
    foreach ($line in [IO.File]::ReadAllLines("$sourcePath/doc/commands.tsv")) {
        $first, $form = ($line -split "`t")[0, 1]
        if ($line -and $line[0] -ne '#' -and $form -notin '-', '=') {
            [pscustomobject]@{ First = $first; Form = Resolve-Placeholder ($form -replace '<br />', "`n") }
        }
    }
}

Test 'the forms are PowerShell' {
    $forms = @(Get-Form)
    Assert-True ($forms.Count -gt 60) "$($forms.Count) forms are many"
    foreach ($one in $forms) {
        $tokens = $errors = $null
        $null = [System.Management.Automation.Language.Parser]::ParseInput($one.Form, [ref]$tokens, [ref]$errors)
        Assert-Equal $errors.Count 0 "errors in $($one.Form)"
    }
}

Test 'the methods that they call exist, with these arguments' {
    foreach ($one in Get-Form) {
        if ($one.Form -match 'CimInstance' -and $one.Form -notmatch 'Get-Content') {
            $null = & ([scriptblock]::Create($one.Form))
        }
    }
    Assert-True ($calls.Count -gt 40) "$($calls.Count) calls are many"
}

# Each switches something on whose name says that it is off, or the other way round.
Test 'Booleans that mean their opposite' {
    $expected = @{
        'slmgr.vbs /skhc' = 'DisableKeyManagementServiceHostCaching(DisableCaching=False)'
        'slmgr.vbs /ckhc' = 'DisableKeyManagementServiceHostCaching(DisableCaching=True)'
        'slmgr.vbs /sdns' = 'DisableKeyManagementServiceDnsPublishing(DisablePublishing=False)'
        'slmgr.vbs /cdns' = 'DisableKeyManagementServiceDnsPublishing(DisablePublishing=True)'
        'slmgr.vbs /spri' = 'EnableKeyManagementServiceLowPriority(EnableLowPriority=False)'
        'slmgr.vbs /cpri' = 'EnableKeyManagementServiceLowPriority(EnableLowPriority=True)'
    }
    foreach ($one in Get-Form) {
        if (-not $expected.ContainsKey($one.First)) { continue }
        $calls.Clear()
        $null = & ([scriptblock]::Create($one.Form))
        Assert-Equal $calls "SoftwareLicensingService.$($expected[$one.First])" $one.First
        $expected.Remove($one.First)
    }
    Assert-Equal $expected.Keys.Count 0 'commands not found'
}
