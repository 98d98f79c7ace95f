# Errors as activation really gives them: the code is rarely that of the error itself.
. "$PSScriptRoot/support.ps1"
Import-Module $modulePath

# What a method call throws, as $product.Activate() does.
function Get-CallError([int]$Code) {
    try { [Runtime.InteropServices.Marshal]::ThrowExceptionForHR($Code) } catch { $_ }
}

function Get-TaskError {
    $task = [Threading.Tasks.TaskCompletionSource[int]]::new()
    $task.SetException([Exception[]]@([IO.InvalidDataException]::new('x'),
            [Runtime.InteropServices.COMException]::new('no KMS', -1073418124)))
    try { $task.Task.Wait() } catch { $_ }
}

# As Invoke-CimMethod reports it: the exception has no code, but the record's identifier does.
function Get-CimError {
    [System.Management.Automation.ErrorRecord]::new([Exception]::new('The software licensing service failed.'),
        'HRESULT 0xc004f074,Microsoft.Management.Infrastructure.CimCmdlets.InvokeCimMethodCommand',
        'NotSpecified', $null)
}

function Get-Stored($Record) {
    $serializer = [System.Management.Automation.PSSerializer]
    $serializer::Deserialize($serializer::Serialize($Record, 2))
}

$errors = [ordered]@{
    'of a method call'           = Get-CallError -1073418124
    'of a task'                  = Get-TaskError
    'of a CIM method'            = Get-CimError
    'with a code in its message' = [Exception]::new('Error 0xC004F074 was returned')
    'in an unspecified failure'  = [Runtime.InteropServices.COMException]::new('0xC004F074', -2147467259)
}
foreach ($kind in $errors.Keys) {
    foreach ($isStored in $false, $true) {
        Test "an error $kind$(if ($isStored) { ', from a file' })" {
            $item = if ($isStored) { Get-Stored $errors[$kind] } else { $errors[$kind] }
            Assert-Equal ($item | Get-ActivationError).Hex '0xC004F074'
            $found = @($item | Find-ActivationError)
            Assert-Equal $found[0].Hex '0xC004F074'
            Assert-True ([object]::ReferenceEquals($found[0].InputObject, $item)) 'InputObject is the error'
            Assert-Equal ($item | Resolve-ActivationError).Hex '0xC004F074'
        }
    }
}

Test 'a cause comes before the envelope around it' {
    $inner = [Runtime.InteropServices.COMException]::new('x', -2147023838)
    $outer = [Runtime.InteropServices.COMException]::new('0xC004F074', $inner)
    Assert-Equal ($outer | Get-ActivationError).Hex '0x80070422'
}

Test 'an error of .NET alone is reported as such' {
    $record = try { throw 'x' } catch { $_ }
    Assert-Equal @(Invoke-Collecting { $record | Get-ActivationError }).Count 0
    Assert-Equal $problems[0].FullyQualifiedErrorId 'MalformedCode,Get-ActivationError'
    Assert-True ($problems[0].Exception.Message -clike "*no code but .NET's own: x") $problems[0]
    Assert-Equal @($record | Find-ActivationError).Count 0
    Assert-Equal ($record | Resolve-ActivationError).Rule none
}

Test 'a Windows error gives its number' {
    $answer = [ComponentModel.Win32Exception]::new(1722) | Get-ActivationError
    Assert-Equal ($answer.Code, $answer.Subject) (1722, '0x800706BA')
}
