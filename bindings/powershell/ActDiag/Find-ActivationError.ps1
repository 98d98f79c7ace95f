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

    Each object has the properties of Get-ActivationError's objects, and these:

    - Path: the file; null for a text.
    - LineNumber: the line of the match, counted from 1.
    - Offset: where the match begins, counted from 0; in bytes of the file, or in characters of the text.
    - Computer, Time: of the event; null for what has none.

    Its InputObject property is the object that came down the pipeline, such as an event record; of a file it is the path. With -Summary, objects have Count in place of these, and of events Computers and the times First and Last.

    Files are read piece by piece, whatever their size, in any one-byte encoding, UTF-8 or UTF-16, as they are, even while another program writes to them. UTF-16 is read as big-endian where the file begins with FE FF or its first line end, at an even offset of the first 512 bytes, is 00 0A. Of a file that is compressed or in UTF-32 a warning says that codes in it are not found.

    .PARAMETER Text
    The text to search. Events and other objects with a Message or a Description, error records, matches of Select-String, and files can be piped in; folders are passed over. A text that is the name of an existing file stands for that file; given as an argument, it may have wildcard characters.

    .PARAMETER Path
    The files to search. Wildcard characters are permitted.

    .PARAMETER LiteralPath
    The files to search, by names that are used exactly as typed.

    .PARAMETER Recurse
    Reads the files in the folders that -Path or -LiteralPath names, and in their folders.

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
    Find-ActivationError C:\Windows\Logs\CBS\a.log

    Searches a file by its name alone.

    .EXAMPLE
    Find-ActivationError -Path C:\Windows\Logs\CBS\ -Recurse

    Searches all files in a folder and in its folders.

    .EXAMPLE
    Find-ActivationError 'hr=0xC004F074' -Commands slmgr

    Explains the code in a text with the commands of slmgr.vbs.

    .LINK
    https://learn.microsoft.com/troubleshoot/windows-server/licensing-and-activation/troubleshoot-activation-error-codes

    .LINK
    Get-ActivationError

    .LINK
    Resolve-ActivationError

    .LINK
    about_ActDiag
    #>
    [CmdletBinding(DefaultParameterSetName = 'Text', HelpUri = 'https://learn.microsoft.com/troubleshoot/windows-server/licensing-and-activation/troubleshoot-activation-error-codes')]
    [OutputType('ActDiag.ActivationErrorMatch', 'ActDiag.ActivationErrorSummary')]
    param(
        [Parameter(ParameterSetName = 'Text', Mandatory = $true, Position = 0,
            ValueFromPipeline = $true)]
        [AllowNull()] [AllowEmptyString()] [AllowEmptyCollection()]
        [object]$Text,

        [Parameter(ParameterSetName = 'Path', Mandatory = $true)]
        [SupportsWildcards()]
        [string[]]$Path,

        [Parameter(ParameterSetName = 'LiteralPath', Mandatory = $true)]
        [Alias('PSPath', 'LP')]
        [string[]]$LiteralPath,

        [Parameter(ParameterSetName = 'Path')]
        [Parameter(ParameterSetName = 'LiteralPath')]
        [switch]$Recurse,

        [switch]$All,

        [switch]$Summary,

        [string]$Language = $PSUICulture,

        [string]$Commands
    )

    begin {
        $ErrorActionPreference, $WarningPreference = Get-Preference $PSCmdlet $ErrorActionPreference $WarningPreference
        $search = New-Search $PSCmdlet $Language (Resolve-Dialect $Commands $PSCmdlet) $All $Summary
        $isArgument = -not $MyInvocation.ExpectingInput
        # Local names are found sooner than the module's.
        $native, $names, $noNames, $capacity = $native, $inNames, $notInNames, $matchCapacity
        $flags, $matches = $search.Flags, $search.Matches
        $offset = [Array]::CreateInstance($sizeType, 1)
    }

    process {
        if ($isArgument) {
            foreach ($item in $Text) { Search-Item $search $item $true }
            foreach ($file in Resolve-Given $PSCmdlet $Path $LiteralPath $Recurse) { Search-File $search $file }
            return
        }
        # Most texts are lines without a code, and no names of files.
        $count = $native::ScanLine($Text, $noNames, $names, $offset, $flags, $matches, $capacity)
        if ($count -eq 0) { return }
        if ($count -lt 0 -or $count -eq $capacity -or $Text.IndexOf([char]10) -ge 0) {
            foreach ($item in $Text) { Search-Item $search $item $false }
            return
        }
        Write-LineMatch $search $Text $count
    }

    end {
        if ($Summary) { Write-Summary $search }
    }
}
