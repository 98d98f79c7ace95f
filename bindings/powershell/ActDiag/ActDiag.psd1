@{
    RootModule             = 'ActDiag.psm1'
    ModuleVersion          = '1.0.0'
    GUID                   = '3c0e9d5f-5c0a-4a63-9a2e-8f1f6f0b7a51'
    Author                 = 'The libactdiag authors'
    CompanyName            = 'The libactdiag authors'
    Copyright              = 'The libactdiag authors. MIT License.'
    Description            = 'Says what Windows activation error codes mean, where to fix them, and what to do.'
    PowerShellVersion      = '5.1'
    CompatiblePSEditions   = 'Desktop', 'Core'
    DotNetFrameworkVersion = '4.6.1'
    FormatsToProcess       = 'ActDiag.Format.ps1xml'
    FunctionsToExport      = 'Get-ActivationError', 'Find-ActivationError', 'Resolve-ActivationError'
    CmdletsToExport        = @()
    VariablesToExport      = @()
    AliasesToExport        = @()
    FileList               = 'ActDiag.psd1', 'ActDiag.psm1', 'Types.ps1', 'Native.ps1', 'Signatures.ps1', 'Errors.ps1',
                             'Answer.ps1', 'Paths.ps1', 'Search.ps1', 'Case.ps1', 'Remarks.ps1',
                             'Get-ActivationError.ps1', 'Find-ActivationError.ps1',
                             'Resolve-ActivationError.ps1', 'Get-ActivationError.ja.ps1',
                             'Find-ActivationError.ja.ps1', 'Resolve-ActivationError.ja.ps1', 'Completion.ps1', 'Plain.ps1',
                             'Table.ps1', 'Table.en.ps1', 'Table.ja.ps1',
                             'ActDiag.Format.ps1xml', 'en-US/about_ActDiag.help.txt',
                             'ja-JP/about_ActDiag.help.txt'
    PrivateData            = @{
        PSData = @{
            Tags = 'Activation', 'Licensing', 'KMS', 'MAK', 'Windows', 'Linux',
                   'PSEdition_Desktop', 'PSEdition_Core'
            LicenseUri = 'https://licenses.nuget.org/MIT'
            ReleaseNotes = 'The first release: see NEWS.md of libactdiag.'
        }
    }
}
