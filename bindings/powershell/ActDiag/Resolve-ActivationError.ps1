function Resolve-ActivationError {
    <#
    .SYNOPSIS
    Finds the code to act on in texts, events, licensing objects and log files.

    .DESCRIPTION
    One failed activation leaves several codes, and the loudest is often not the cause. Resolve-ActivationError reads everything that it is given as one case and emits, for each computer in it, one object: the code to act on, what it means and what to do.

    The objects have the properties of Get-ActivationError's objects, without InputObject, and these:

    - Computer: its name; null if the texts name none.
    - Rule: what decided: only, role, request, documented, latest; activated if an activation succeeded afterwards, or none. After the last two, Code and what describes it are null.
    - Dialect: the tool that fits the text: office if it is Office's.
    - Event, Time, KmsHost: the event that carried the code, when (UTC), and the KMS host that was asked.
    - Remarks: what else is known, in sentences: where the code was seen and when, the KMS host and its count, the state of the license and how long it lasts, an evaluation edition; without a code, why, and what the events mean; and what was left out.
    - Findings: all codes of this computer, those first that are acted on first, each with Code, Hex, Name, Count, Role, Event, Record, Time, KmsHost, Current, Needed, State, Minutes, Evaluation and Settled.
    - Events: the numbers of the events of activation in the texts.
    - LeftOut: how many codes are no findings, by reason: LicenseList, State, NoKey, NoRoom.

    Files are read piece by piece, whatever their size. Event logs (.evtx) are better read with Get-WinEvent -Path: as a file, only codes and texts in them are found, without the time of each event.

    .PARAMETER InputObject
    What the case consists of: texts, event records, licensing objects, error records, numbers, and files from Get-ChildItem; folders are passed over. A text that is the name of an existing file stands for that file; given as an argument, it may have wildcard characters.

    .PARAMETER Path
    Files to read. Wildcard characters are permitted.

    .PARAMETER LiteralPath
    Files to read, by names that are used exactly as typed.

    .PARAMETER Recurse
    Reads the files in the folders that -Path or -LiteralPath names, and in their folders.

    .PARAMETER Language
    The language of the texts, such as ja or en-US. The default is that of the user interface. Where the library has no texts in the language, they are in English.

    .PARAMETER Commands
    The tool for which commands are written: powershell, slmgr, oslicense or office. The default is office if the texts are Office's; else what the environment variable ACTDIAG_COMMANDS names, else powershell.

    .INPUTS
    System.Object. Texts, event records, licensing objects, error records, numbers and files.

    .OUTPUTS
    ActDiag.ActivationVerdict

    .EXAMPLE
    Get-WinEvent -LogName Application | Resolve-ActivationError

    Finds the code to act on in an event log.

    .EXAMPLE
    Resolve-ActivationError -Path *.log -Language ja

    Reads the files as one case and answers in Japanese.

    .EXAMPLE
    Get-CimInstance SoftwareLicensingProduct -Filter 'PartialProductKey IS NOT NULL' | Resolve-ActivationError -Commands slmgr

    Explains why a computer is not activated, with the commands of slmgr.vbs.

    .EXAMPLE
    Resolve-ActivationError -InputObject '8198: hr=0xC004F074', '12288: 0x8007232B, 0x0, kms.example.org:1688'

    Finds the code to act on in texts.

    .EXAMPLE
    Resolve-ActivationError -Path C:\Windows\Logs\CBS\ -Recurse

    Reads all files in a folder as one case.

    .EXAMPLE
    Resolve-ActivationError -LiteralPath 'setup[1].log'

    Reads a file whose name has brackets.

    .LINK
    https://learn.microsoft.com/troubleshoot/windows-server/licensing-and-activation/troubleshoot-activation-error-codes

    .LINK
    Get-ActivationError

    .LINK
    Find-ActivationError

    .LINK
    about_ActDiag
    #>
    [CmdletBinding(DefaultParameterSetName = 'InputObject', HelpUri = 'https://learn.microsoft.com/troubleshoot/windows-server/licensing-and-activation/troubleshoot-activation-error-codes')]
    [OutputType('ActDiag.ActivationVerdict')]
    param(
        [Parameter(ParameterSetName = 'InputObject', Mandatory = $true, Position = 0,
            ValueFromPipeline = $true)]
        [AllowNull()] [AllowEmptyString()] [AllowEmptyCollection()]
        [object]$InputObject,

        [Parameter(ParameterSetName = 'Path', Mandatory = $true)]
        [SupportsWildcards()]
        [string[]]$Path,

        [Parameter(ParameterSetName = 'LiteralPath', Mandatory = $true)]
        [Alias('PSPath', 'LP')]
        [string[]]$LiteralPath,

        [Parameter(ParameterSetName = 'Path')]
        [Parameter(ParameterSetName = 'LiteralPath')]
        [switch]$Recurse,

        [string]$Language = $PSUICulture,

        [string]$Commands
    )

    begin {
        $ErrorActionPreference, $WarningPreference = Get-Preference $PSCmdlet $ErrorActionPreference $WarningPreference
        $isArgument = -not $MyInvocation.ExpectingInput
        $reading = New-Reading $PSCmdlet $Language $Commands
    }

    process {
        foreach ($item in $InputObject) { Add-CaseItem $reading $item $isArgument }
        if ($Path -or $LiteralPath) {
            foreach ($file in Resolve-Given $PSCmdlet $Path $LiteralPath $Recurse) { Add-CaseFile $reading $file }
        }
    }

    end {
        Write-Verdict $reading
        Clear-Reading $reading
    }
}
