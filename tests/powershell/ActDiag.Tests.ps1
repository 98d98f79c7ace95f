# What tests of scripts that use the module rely on, in Pester: the commands' parameters and errors,
# the types of their objects, and that they can be mocked.
BeforeAll { Import-Module $env:ACTDIAG_MODULE }

Describe 'The commands of ActDiag' {
    It '<Command> has the parameter <Parameter>' -ForEach @(
        @{ Command = 'Get-ActivationError'; Parameter = 'Code'; Type = [object]; Mandatory = $true }
        @{ Command = 'Get-ActivationError'; Parameter = 'Search'; Type = [string[]]; Mandatory = $true }
        @{ Command = 'Find-ActivationError'; Parameter = 'Path'; Type = [string[]]; Mandatory = $true }
        @{ Command = 'Find-ActivationError'; Parameter = 'Summary'; Type = [switch]; Mandatory = $false }
        @{ Command = 'Resolve-ActivationError'; Parameter = 'LiteralPath'; Type = [string[]]; Mandatory = $true }
        @{ Command = 'Resolve-ActivationError'; Parameter = 'Language'; Type = [string]; Mandatory = $false }
    ) {
        Get-Command $Command | Should -HaveParameter $Parameter -Type $Type -Mandatory:$Mandatory
    }

    It '<Command> emits <Type>' -ForEach @(
        @{ Command = { Get-ActivationError 5 }; Type = 'ActDiag.ActivationError' }
        @{ Command = { Find-ActivationError '0xC004F074' }; Type = 'ActDiag.ActivationErrorMatch' }
        @{ Command = { Resolve-ActivationError '0xC004F074' }; Type = 'ActDiag.ActivationVerdict' }
    ) {
        & $Command | Should -BeOfType $Type
    }

    It 'fail with their identifiers' {
        { Get-ActivationError rubbish -ErrorAction Stop } | Should -Throw -ErrorId 'MalformedCode,Get-ActivationError'
        { Find-ActivationError -LiteralPath none.log -ErrorAction Stop } |
            Should -Throw -ErrorId 'PathNotFound,Find-ActivationError'
    }

    It 'can be mocked' {
        function Get-Side([string]$Path) { (Resolve-ActivationError -LiteralPath $Path).Side }
        Mock Resolve-ActivationError { [pscustomobject]@{ Side = 'dns' } }
        Get-Side none.log | Should -Be dns
        Should -Invoke Resolve-ActivationError -Exactly 1 -ParameterFilter { $LiteralPath -eq 'none.log' }
    }
}
