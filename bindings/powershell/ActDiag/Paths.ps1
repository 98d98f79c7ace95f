# Names of files as users write them: relative, with wildcards, of folders, or exact.

function Write-PathError($Cmdlet, [string]$Id, [string]$Category, [string]$Path, [string]$Message) {
    $Cmdlet.WriteError([System.Management.Automation.ErrorRecord]::new(
            [IO.IOException]::new($Message), $Id, $Category, $Path))
}

# Full names of the files that a pattern matches. What is not there is asked for first: an exception
# would be in $Error, too, though it is caught.
function Resolve-File($Cmdlet, [string[]]$Path, [bool]$Recurses) {
    foreach ($pattern in $Path) {
        $isPattern = [System.Management.Automation.WildcardPattern]::ContainsWildcardCharacters($pattern)
        $provider = $null
        try {
            if (-not $isPattern -and -not $Cmdlet.SessionState.InvokeProvider.Item.Exists($pattern)) {
                Write-PathError $Cmdlet PathNotFound ObjectNotFound $pattern "There is no file $pattern."
                continue
            }
            $names = $Cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath($pattern, [ref]$provider)
        } catch {
            $global:Error.Remove($_)
            Write-PathError $Cmdlet PathNotFound ObjectNotFound $pattern $_.Exception.GetBaseException().Message
            continue
        }
        Select-File $Cmdlet $provider $names $isPattern $Recurses
    }
}

# Full names of files that are named exactly.
function Resolve-LiteralFile($Cmdlet, [string[]]$Path, [bool]$SkipsFolders, [bool]$Recurses) {
    foreach ($name in $Path) {
        $provider = $drive = $null
        try {
            $full = $Cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath($name,
                [ref]$provider, [ref]$drive)
        } catch {
            $global:Error.Remove($_)
            Write-PathError $Cmdlet PathNotFound ObjectNotFound $name $_.Exception.GetBaseException().Message
            continue
        }
        Select-File $Cmdlet $provider $full $SkipsFolders $Recurses
    }
}

# Full names of the files that -Path or -LiteralPath gives.
function Resolve-Given($Cmdlet, [string[]]$Path, [string[]]$LiteralPath, [bool]$Recurses) {
    if ($Path) { Resolve-File $Cmdlet $Path $Recurses }
    if ($LiteralPath) { Resolve-LiteralFile $Cmdlet $LiteralPath $false $Recurses }
}

# What can be read, and, with -Recurse, what is in folders.
function Select-File($Cmdlet, $Provider, [string[]]$Name, [bool]$SkipsFolders, [bool]$Recurses) {
    foreach ($file in $Name) {
        if ($Provider.Name -ne 'FileSystem') {
            Write-PathError $Cmdlet PathNotFile InvalidArgument $file "$file is not a file."
        } elseif ([IO.Directory]::Exists($file)) {
            if ($Recurses) {
                Get-FolderFile $Cmdlet $file
            } elseif (-not $SkipsFolders) {
                Write-PathError $Cmdlet PathNotFile InvalidArgument $file (
                    "$file is a folder; expected a file. -Recurse reads the files in it.")
            }
        } elseif ([IO.File]::Exists($file)) {
            $file
        } else {
            Write-PathError $Cmdlet PathNotFound ObjectNotFound $file "There is no file $file."
        }
    }
}

# The files in a folder and in its folders, in order; links to folders are not followed.
function Get-FolderFile($Cmdlet, [string]$Folder) {
    try {
        $files, $folders = [IO.Directory]::GetFiles($Folder), [IO.Directory]::GetDirectories($Folder)
    } catch {
        $global:Error.Remove($_)
        Write-PathError $Cmdlet FolderNotReadable ReadError $Folder $_.Exception.GetBaseException().Message
        return
    }
    [Array]::Sort($files, [StringComparer]::Ordinal)
    [Array]::Sort($folders, [StringComparer]::Ordinal)
    $files
    foreach ($inner in $folders) {
        $isLink = [IO.File]::GetAttributes($inner) -band [IO.FileAttributes]::ReparsePoint
        if (-not $isLink) { Get-FolderFile $Cmdlet $inner }
    }
}

# ---- Texts that name files ----------------------------------------------------------------------

# A text is tried as the name of a file only if it has one of the latter, and, after a drive, none of
# the former.
$notInNames = [char[]]":*?`"<>|`r`n"
$inNames = [char[]]'\/.'
$pathForm = '^(?:[A-Za-z]:[\\/]|\\\\|~?[\\/]|\.{1,2}[\\/])[^\r\n"<>|]*$'

# The full name of an existing file that a text names; nothing if it names none.
function Get-NamedFile($Cmdlet, [string]$Text) {
    try {
        $paths = $Cmdlet.SessionState.Path
        if ($Text -match '^~[\\/]') { $Text = $paths.GetUnresolvedProviderPathFromPSPath($Text) }
        $full = [IO.Path]::Combine($paths.CurrentFileSystemLocation.ProviderPath, $Text)
        if ([IO.File]::Exists($full)) { $full }
    } catch {
        $global:Error.Remove($_)
    }
}

# Full names of the files that a text names, in an argument perhaps with wildcards; nothing if it is
# no more than a text. A path to nothing is reported: whoever typed it did not mean to search the path
# itself.
function Resolve-Text($Cmdlet, [string]$Text, [bool]$IsArgument) {
    $file = Get-NamedFile $Cmdlet $Text
    if ($file -or -not $IsArgument) { return $file }
    $isPath = $Text -match $pathForm -and -not (Find-TextCode $Text)
    $isPattern = $Text -match '^(?:[A-Za-z]:)?[^\r\n"<>|:]{0,300}[*?][^\r\n"<>|:]{0,300}$'
    if ($isPath -or $isPattern) { Resolve-File $Cmdlet $Text }
}
