function Get-ActivationError {
    <#
    .SYNOPSIS
    Says what Windows activation error codes mean, where to fix them, and what to do.

    .DESCRIPTION
    Get-ActivationError emits one object for each code it is given. Every 32-bit code gets an answer. A code that the documentation describes comes with its message, cause and steps; any other with its name, if it has one, and with what its kind of fault calls for. What is not a code is reported as an error, and the codes after it are still answered.

    The objects have these properties:

    - Code: the code, an unsigned 32-bit number.
    - Hex: the code as text, such as 0xC004F074.
    - Subject: the code that the answer is about, as text. It differs from Hex where a number is another code in other clothes, such as the Windows error number 1722, which is 0x800706BA.
    - Name: the symbolic name of the subject; null if it has none.
    - Known: where the answer comes from: documented, named, structural or none.
    - Category: the kind of fault, such as product-key, kms-host or dns.
    - Side: where to fix it: client, kms-host, directory, dns, network, licensing, none or unknown.
    - Role: what the code reports where there are several: cause, envelope (the cause is another code), state (of the license) or unknown.
    - Retry: whether waiting or repeating alone can cure it.
    - ActivationType: the activation types for which it occurs: Mak, Kms, KmsClient, KmsHost, Ad, Avma, Token, Oem, Digital.
    - Reference: the address of Microsoft's page on it; null if none is known.
    - Message, Cause, Steps: what the documentation says; null for a code that it does not describe.
    - Advice: what to do in general about this kind of fault.
    - Commands: the commands of the steps, each with Text, Dialect, Where it is typed, Elevated, Changes, HardToUndo and Practice (not documented).
    - Language: the language of the texts.
    - InputObject: what the code was read from.

    .PARAMETER Code
    The codes: texts such as 0xC004F074, C004F074, -1073418124, 3221549172 or SL_E_VL_BINDING_SERVICE_UNAVAILABLE; numbers; or objects. Of an object, the first of these properties that has a value is read: Code, ErrorCode, HResult, LicenseStatusReason, ResultCode; of an error record, the code in its identifier, in its exceptions from the innermost, or in their messages, but for .NET's own numbers. A number of which nothing is known, and which was typed as 8 hexadecimal digits, such as 80070005 or 8007000D, is taken as typed.

    .PARAMETER All
    Emits every code that the documentation describes.

    .PARAMETER Search
    Emits the codes that have all of these words in their names, messages, causes or kinds of fault, documented codes first. The texts searched are those in the language of -Language. A word may be a part of a longer one, and upper and lower case are one in ASCII.

    .PARAMETER Category
    Emits only codes of these categories. Wildcard characters are permitted.

    .PARAMETER ActivationType
    Emits only codes that occur for one of these activation types; with None, those of which no activation type is known.

    .PARAMETER Language
    The language of the texts, such as ja or en-US. The default is that of the user interface. Where the library has no texts in the language, they are in English.

    .PARAMETER Commands
    The tool for which commands are written: powershell, slmgr, oslicense or office. The default is what the environment variable ACTDIAG_COMMANDS names, else powershell.

    .INPUTS
    System.Object. Texts, numbers, and objects that hold a code.

    .OUTPUTS
    ActDiag.ActivationError

    .EXAMPLE
    Get-ActivationError -Code 0xC004F074

    Says what a code means.

    .EXAMPLE
    'C004F074', '0x8007232B' | Get-ActivationError -Language ja

    Explains two codes in Japanese.

    .EXAMPLE
    Get-CimInstance SoftwareLicensingProduct -Filter 'PartialProductKey IS NOT NULL' | Get-ActivationError | Where-Object Category -ne status

    Explains why products are not activated. The code is read from the property LicenseStatusReason; the product itself is in the property InputObject.

    .EXAMPLE
    Get-ActivationError -All -Category dns, network -ActivationType KmsClient

    Lists the documented codes that occur on KMS clients and have to do with name resolution or connections.

    .EXAMPLE
    Get-ActivationError -Search count, too, low -Language en

    Finds codes by words.

    .EXAMPLE
    Get-ActivationError 0xC004F074 -Commands office

    Says what to do with the commands of Office's ospp.vbs.

    .LINK
    https://learn.microsoft.com/troubleshoot/windows-server/licensing-and-activation/troubleshoot-activation-error-codes

    .LINK
    Find-ActivationError

    .LINK
    Resolve-ActivationError

    .LINK
    about_ActDiag
    #>
    [CmdletBinding(DefaultParameterSetName = 'Code', HelpUri = 'https://learn.microsoft.com/troubleshoot/windows-server/licensing-and-activation/troubleshoot-activation-error-codes')]
    [OutputType('ActDiag.ActivationError')]
    param(
        [Parameter(ParameterSetName = 'Code', Mandatory = $true, Position = 0,
            ValueFromPipeline = $true)]
        [AllowNull()] [AllowEmptyString()] [AllowEmptyCollection()]
        [object]$Code,

        [Parameter(ParameterSetName = 'All', Mandatory = $true)]
        [switch]$All,

        [Parameter(ParameterSetName = 'Search', Mandatory = $true)]
        [string[]]$Search,

        [SupportsWildcards()]
        [string[]]$Category,

        [ActDiag.ActivationType]$ActivationType,

        [string]$Language = $PSUICulture,

        [string]$Commands
    )

    begin {
        $ErrorActionPreference, $WarningPreference = Get-Preference $PSCmdlet $ErrorActionPreference $WarningPreference
        $speech = Get-Speech $Language (Resolve-Dialect $Commands $PSCmdlet)
        $answers = $speech.Answers
        $filter = New-Filter $Category $PSBoundParameters['ActivationType'] $PSCmdlet
    }

    process {
        if ($All) { return Get-DocumentedAnswer $speech $filter }
        if ($Search) { return Find-Answer $Search $speech $filter }
        if ($null -eq $Code) { $Code = , $null }
        foreach ($item in $Code) {
            # What Get-Answer does for most codes, without calls for each.
            $number = if ($item -is [uint32]) { $item }
            elseif ($item -is [int] -and $item -lt 0) { [uint32]($item -band 4294967295) }
            elseif ($item -is [string]) { ConvertTo-Code $item }
            elseif ($item -is [ValueType]) { ConvertFrom-Number $item }
            else { ConvertTo-Code (Get-CodeValue $item) }
            if ($null -eq $number) {
                $PSCmdlet.WriteError((New-CodeError $item))
                continue
            }
            $answer = $answers[$number]
            if ($null -eq $answer) { $answer = New-Answer $number $speech }
            $answer = $answer.Clone()
            $answer.InputObject = $item
            if ($null -eq $filter -or (Test-Filter $answer $filter)) { $answer }
        }
    }
}
