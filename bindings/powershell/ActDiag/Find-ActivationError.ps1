function Find-ActivationError {
    <#
    .SYNOPSIS
    Finds activation error codes in texts, events and log files.

    .DESCRIPTION
    Find-ActivationError searches text for activation error codes and emits one object for each code found, in the order in which they appear. A code is written in one of these ways:

    - 0x and eight hexadecimal digits, such as 0xC004F074. By default only known codes are reported; with -All, every code.
    - A decimal number from 2147483648, such as 3221549172, or a negative one, such as -1073418124.
    - Eight hexadecimal digits alone, such as C004F074.

    The last two are reported for known codes only, and only where they are not part of a word, a GUID or a version number: there is no letter, digit or hyphen beside them.

    Each object has the properties of Get-ActivationError's objects, and three more:

    - Path: the file; null for a text.
    - LineNumber: the line of the match, counted from 1.
    - Offset: where the match begins, counted from 0; in bytes of the file, or in characters of the text.

    Its InputObject property is the object that came down the pipeline, such as an event record, so that the computer and the time of each error stay at hand.

    Files are read piece by piece, whatever their size, in any one-byte encoding, UTF-8 or UTF-16, as they are, even while another program writes to them. UTF-16 is read as big-endian where the file begins with FE FF or its first line end, at an even offset of the first 512 bytes, is 00 0A. Of a file that is compressed or in UTF-32 a warning says that codes in it are not found.

    .PARAMETER Text
    The text to search. Objects with a Message or a Description property, such as events, can be piped in.

    .PARAMETER Path
    The files to search. Wildcard characters are permitted.

    .PARAMETER LiteralPath
    The files to search, by names that are used exactly as typed. Files from Get-ChildItem can be piped in; folders among them are passed over.

    .PARAMETER All
    Reports every code that is written with 0x, not only the known ones.

    .PARAMETER Summary
    Emits, in place of one object per match, one object per code at the end, the most frequent first, with the number of matches in the property Count.

    .PARAMETER Language
    The language of the texts, such as ja or en-US. The default is that of the user interface. Where the library has no texts in the language, they are in English.

    .PARAMETER Commands
    The tool for which commands are written: powershell, slmgr, oslicense or office. The default is what the environment variable ACTDIAG_COMMANDS names, else powershell.

    .INPUTS
    System.String, or any object with a Message or Description property, or a file.

    .OUTPUTS
    ActDiag.ActivationErrorMatch; with -Summary, ActDiag.ActivationErrorSummary.

    .EXAMPLE
    Find-ActivationError -Text 'Activation failed. Error code: 0xC004F074'

    Finds the code in one text.

    .EXAMPLE
    Get-WinEvent -LogName Application | Find-ActivationError | Select-Object Hex, Name, @{ Name = 'When'; Expression = { $_.InputObject.TimeCreated } }

    Lists the activation errors in an event log, each with the time of its event.

    .EXAMPLE
    Find-ActivationError -Path C:\Windows\Logs\CBS\*.log -Summary

    Counts the codes in all files that match a wildcard pattern.

    .EXAMPLE
    Get-ChildItem /var/log/collected -Recurse | Find-ActivationError

    Searches the files that Get-ChildItem finds.

    .EXAMPLE
    Find-ActivationError -LiteralPath 'setup[1].log' -All -Language ja

    Reports every code in a file whose name has brackets, unknown ones too, with texts in Japanese.

    .EXAMPLE
    Find-ActivationError 'hr=0xC004F074' -Commands slmgr

    Explains the code in a text with the commands of slmgr.vbs.

    .LINK
    Get-ActivationError

    .LINK
    Resolve-ActivationError

    .LINK
    about_ActDiag
    #>
    [CmdletBinding(DefaultParameterSetName = 'Text')]
    [OutputType('ActDiag.ActivationErrorMatch', 'ActDiag.ActivationErrorSummary')]
    param(
        [Parameter(ParameterSetName = 'Text', Mandatory = $true, Position = 0,
            ValueFromPipeline = $true, ValueFromPipelineByPropertyName = $true)]
        [Alias('Message', 'Description')]
        [AllowNull()] [AllowEmptyString()] [AllowEmptyCollection()]
        [string[]]$Text,

        [Parameter(ParameterSetName = 'Path', Mandatory = $true)]
        [SupportsWildcards()]
        [string[]]$Path,

        [Parameter(ParameterSetName = 'LiteralPath', Mandatory = $true,
            ValueFromPipelineByPropertyName = $true)]
        [Alias('PSPath', 'LP', 'FullName')]
        [string[]]$LiteralPath,

        [switch]$All,

        [switch]$Summary,

        [string]$Language = $PSUICulture,

        [string]$Commands
    )

    begin {
        $dialect = Resolve-Dialect $Commands $PSCmdlet
        $search = New-Search $PSCmdlet $Language $dialect $All $Summary
    }

    process {
        $isPiped = $MyInvocation.ExpectingInput
        foreach ($item in $Text) {
            if ($item) { Search-Text $search $item $(if ($isPiped) { $_ } else { $item }) }
        }
        $files = if ($Path) { Resolve-File $PSCmdlet $Path } elseif ($LiteralPath) {
            Resolve-LiteralFile $PSCmdlet $LiteralPath $isPiped
        }
        foreach ($file in $files) {
            Search-File $search $file $(if ($isPiped) { $_ } else { $file })
        }
    }

    end {
        if ($Summary) { Write-Summary $search }
    }
}
