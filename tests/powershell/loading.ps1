# Import: again, in many runspaces, stopped early, and the messages where it cannot succeed.
. "$PSScriptRoot/support.ps1"

$library = $env:ACTDIAG_LIBRARY
$importId = 'Microsoft.PowerShell.Commands.ImportModuleCommand'

# Imports the module with another library, or none, in a new runspace.
function Invoke-WithLibrary([string]$Path, [string]$Module = $modulePath, [string]$LanguageMode = 'FullLanguage') {
    $env:ACTDIAG_LIBRARY = $Path
    try { Invoke-Apart "Import-Module '$Module' -ErrorAction Stop" $LanguageMode } finally {
        $env:ACTDIAG_LIBRARY = $library
    }
}

# A header that names a processor: ELF (its machine number at 18) or PE.
function New-ForeignLibrary([string]$Path) {
    $bytes = [byte[]]::new(4096)
    if ($onWindows) {
        $bytes[0], $bytes[1], $bytes[60], $bytes[128], $bytes[129] = 0x4D, 0x5A, 128, 0x50, 0x45
        $bytes[132], $bytes[133] = 0x64, 0xAA
    } else {
        $bytes[0], $bytes[1], $bytes[2], $bytes[3], $bytes[4], $bytes[5] = 0x7F, 0x45, 0x4C, 0x46, 2, 1
        $bytes[16], $bytes[18] = 3, 183
    }
    [IO.File]::WriteAllBytes($Path, $bytes)
}

# What an import without ACTDIAG_LIBRARY fails with in a process that has not loaded the library.
function Get-ImportFailure {
    Use-Folder {
        param($folder)
        [IO.File]::WriteAllText("$folder/import.ps1", "function global:Write-Warning { [Console]::Out.Write(`$args[0]) }
            try { Import-Module '$modulePath' -ErrorAction Stop } catch { [Console]::Out.Write(`$_.Exception.Message) }")
        $program = [Diagnostics.Process]::GetCurrentProcess().MainModule.FileName
        $arguments = "run `"$folder/import.ps1`""
        if ($program -match 'dotnet$') { $arguments = "`"$([AppContext]::BaseDirectory)EngineHost.dll`" $arguments" }
        $start = [Diagnostics.ProcessStartInfo]::new($program, $arguments)
        $start.UseShellExecute = $false
        $start.RedirectStandardOutput = $true
        $null = $start.EnvironmentVariables.Remove('ACTDIAG_LIBRARY')
        $process = [Diagnostics.Process]::Start($start)
        $process.StandardOutput.ReadToEnd()
        $process.WaitForExit()
    }
}

# What an import of a copy of the module warns of, in a session without PowerShell's other modules.
function Get-ImportWarning([string]$Module) {
    $env:ACTDIAG_LIBRARY = $null
    try {
        Invoke-Apart "function global:Write-Warning { `$global:heard = `$args[0] }; Import-Module '$Module'; `$heard"
    } finally {
        $env:ACTDIAG_LIBRARY = $library
    }
}

function Get-NativeAssemblyCount {
    $count = 0
    foreach ($assembly in [AppDomain]::CurrentDomain.GetAssemblies()) {
        if ($assembly.GetName().Name -eq 'ActDiag.Native') { $count++ }
    }
    $count
}

Test 'the module imports twice, and again after removal' {
    for ($i = 0; $i -lt 3; $i++) {
        Import-Module $modulePath -ErrorAction Stop
        Import-Module $modulePath -Force -ErrorAction Stop
        Assert-Equal (Get-ActivationError 0xC004F074).Category kms-host
        Remove-Module ActDiag -ErrorAction Stop
    }
    Assert-Equal (Get-NativeAssemblyCount) 1 'the number of assemblies that stay'
    Assert-Equal $Error.Count 0 'the number of errors'
}

Test 'the module exports three functions and nothing else' {
    $module = Import-Module $modulePath -PassThru
    Assert-Equal ($module.ExportedCommands.Keys | & { process { $_ } }) (
        'Find-ActivationError', 'Get-ActivationError', 'Resolve-ActivationError')
    Assert-Equal $module.ExportedVariables.Count 0
    Assert-Equal $module.ExportedAliases.Count 0
    Assert-Equal $module.Version 1.0.0
}

Test 'the manifest is valid and lists its files' {
    $manifest = Test-ModuleManifest "$modulePath/ActDiag.psd1" -ErrorAction Stop
    Assert-Equal $manifest.PowerShellVersion 5.1
    Assert-Equal $manifest.CompatiblePSEditions ('Desktop', 'Core')
    $listed = [string[]]@($manifest.FileList | & { process { [IO.Path]::GetFullPath($_) } })
    $there = [string[]]@([IO.Directory]::GetFiles([IO.Path]::GetFullPath($modulePath), '*', 'AllDirectories') -notmatch
        '\.(dll|so.*)$')
    [Array]::Sort($listed, [StringComparer]::Ordinal)
    [Array]::Sort($there, [StringComparer]::Ordinal)
    Assert-Equal $listed $there 'the list of files'
}

Test 'several runspaces import and answer at once' {
    $state = New-State
    $shells = foreach ($i in 1..6) {
        $runspace = [runspacefactory]::CreateRunspace($state)
        $runspace.Open()
        $shell = [powershell]::Create($runspace)
        $null = $shell.AddScript("Import-Module '$modulePath'
            1..300 | & { process { 0xC004F000 + `$_ } } | Get-ActivationError | & { process { `$_.Hex } }")
        @{ Shell = $shell; Runspace = $runspace; Handle = $shell.BeginInvoke() }
    }
    $expected = 1..300 | & { process { '0x{0:X8}' -f (0xC004F000 + $_) } }
    foreach ($one in $shells) {
        $hexes = $one.Shell.EndInvoke($one.Handle)
        Assert-Equal $one.Shell.Streams.Error.Count 0 'the number of errors'
        Assert-Equal $hexes $expected
        $one.Runspace.Dispose()
    }
    Assert-Equal (Get-NativeAssemblyCount) 1 'the number of assemblies'
}

Test 'a pipeline that is stopped early closes its file' {
    Import-Module $modulePath
    Use-Folder {
        param($folder)
        [IO.File]::WriteAllText("$folder/a.log", "0xC004F074`n" * 100000)
        foreach ($attempt in 1..3) {
            $first = $null
            do {
                Find-ActivationError -Path "$folder/a.log" | & { process { $script:first = $_; break } }
            } while ($false)
            Assert-Equal $script:first.Hex '0xC004F074'
        }
        # Only a closed file can be opened for its user alone.
        [IO.FileStream]::new("$folder/a.log", 'Open', 'ReadWrite', 'None').Dispose()
        $shell = [powershell]::Create((New-State))
        $null = $shell.AddScript("Import-Module '$modulePath'; Find-ActivationError -Path '$folder/a.log'")
        $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
        $none = [System.Management.Automation.PSDataCollection[psobject]]::new()
        $handle = $shell.BeginInvoke($none, $output)
        while ($output.Count -lt 10 -and -not $handle.IsCompleted) { [Threading.Thread]::Sleep(5) }
        $shell.Stop()
        $shell.Dispose()
        [IO.FileStream]::new("$folder/a.log", 'Open', 'ReadWrite', 'None').Dispose()
    }
}

Test 'strict mode in the session does not matter' {
    $found = Invoke-Apart "Set-StrictMode -Version Latest; Import-Module '$modulePath'
        (Get-ActivationError C004F074).Hex; ('a 0x8007232B' | Find-ActivationError).Hex
        (Find-ActivationError '0x8007232B' -Summary).Hex"
    Assert-Equal $found ('0xC004F074', '0x8007232B', '0x8007232B')
}

Test 'without a library every place tried is listed' {
    Assert-EngineHost
    Use-Folder {
        param($folder)
        $problem = Get-Thrown { Invoke-WithLibrary "$folder/none.so" } "LibraryNotFound,$importId"
        Assert-True $problem.Exception.Message.Contains("$folder/none.so") 'it names the file'
        Assert-True $problem.Exception.Message.Contains('$env:ACTDIAG_LIBRARY = ') 'and the remedy'
        $beside = [IO.Path]::Combine($modulePath, $(if ($onWindows) { 'libactdiag-1.dll' } else { 'libactdiag.so.1' }))
        $message = Get-ImportFailure
        if (-not $message) { Skip 'libactdiag is installed, or lies beside the module' }
        Assert-True $message.Contains($beside) "the module's folder is in: $message"
        Assert-True ($message -match 'system32|system''s loader') "the system's place is in: $message"
    }
}

Test 'a bare name is refused' {
    $problem = Get-Thrown { Invoke-WithLibrary 'libactdiag.so.1' } "LibraryNotFound,$importId"
    Assert-True ($problem.Exception.Message -like '*not a full path*') $problem
}

Test 'a library beside the module is found' {
    Use-Folder {
        param($folder)
        $copy = [IO.Path]::Combine($folder, 'ActDiag')
        foreach ($file in [IO.Directory]::GetFiles($modulePath)) {
            $null = [IO.Directory]::CreateDirectory($copy)
            [IO.File]::Copy($file, [IO.Path]::Combine($copy, [IO.Path]::GetFileName($file)))
        }
        $name = if ($onWindows) { 'libactdiag-1.dll' } else { 'libactdiag.so.1' }
        New-ForeignLibrary ([IO.Path]::Combine($copy, $name))
        # It ends the search, so it was found.
        $path = [IO.Path]::Combine($copy, $name)
        $warning = Get-ImportWarning $copy
        Assert-True $warning.Contains("Only documented and named codes are answered") $warning
        Assert-True $warning.Contains("$path is built for arm64") $warning
    }
}

Test 'a module that was not built is refused by name' {
    Use-Folder {
        param($folder)
        $copy = [IO.Path]::Combine($folder, 'ActDiag')
        $null = [IO.Directory]::CreateDirectory($copy)
        foreach ($file in [IO.Directory]::GetFiles($modulePath) -notmatch 'Signatures') {
            [IO.File]::Copy($file, [IO.Path]::Combine($copy, [IO.Path]::GetFileName($file)))
        }
        try { Invoke-WithLibrary $library $copy } catch { $problem = $_ }
        Assert-True $problem.Exception.Message.Contains('Signatures.ps1') $problem
        Assert-True $problem.Exception.Message.Contains('The module is not complete') $problem
    }
}

Test 'a library for this processor is found among those of a package' {
    Use-Folder {
        param($folder)
        $copy = [IO.Path]::Combine($folder, 'ActDiag')
        $system = if ($onWindows) { 'win' } else { 'linux' }
        foreach ($processor in 'x64', 'x86', 'arm64') {
            $null = [IO.Directory]::CreateDirectory("$copy/runtimes/$system-$processor/native")
            $name = if ($onWindows) { 'libactdiag-1.dll' } else { 'libactdiag.so.1' }
            New-ForeignLibrary ([IO.Path]::Combine($copy, 'runtimes', "$system-$processor", 'native', $name))
        }
        foreach ($file in [IO.Directory]::GetFiles($modulePath)) {
            [IO.File]::Copy($file, [IO.Path]::Combine($copy, [IO.Path]::GetFileName($file)))
        }
        $warning = Get-ImportWarning $copy
        Assert-True ($warning -match "runtimes.$system-x64.native.\S+ is built for arm64") $warning
    }
}

Test 'a library for another processor is refused by name' {
    Use-Folder {
        param($folder)
        New-ForeignLibrary "$folder/foreign.so"
        $problem = Get-Thrown { Invoke-WithLibrary "$folder/foreign.so" } "LibraryArchitecture,$importId"
        Assert-True ($problem.Exception.Message -like '*foreign.so is built for arm64*x64*') $problem
        Assert-Equal $problem.Exception.GetType().Name BadImageFormatException
    }
}

Test 'a file that is not a library, or another one, is refused by name' {
    Use-Folder {
        param($folder)
        [IO.File]::WriteAllText("$folder/text.so", 'not a library')
        $problem = Get-Thrown { Invoke-WithLibrary "$folder/text.so" } "LibraryNotValid,$importId"
        Assert-True ($problem.Exception.Message -like '*text.so is not a library; expected libactdiag for *on *') $problem
    }
    Use-Folder {
        param($folder)
        # Of the other system: PE on Linux, ELF on Windows.
        $bytes = [byte[]]::new(4096)
        if ($onWindows) { $bytes[0], $bytes[1], $bytes[2], $bytes[3], $bytes[18] = 0x7F, 0x45, 0x4C, 0x46, 62 } else {
            $bytes[0], $bytes[1], $bytes[60], $bytes[132], $bytes[133] = 0x4D, 0x5A, 128, 0x64, 0x86
        }
        [IO.File]::WriteAllBytes("$folder/other.so", $bytes)
        $problem = Get-Thrown { Invoke-WithLibrary "$folder/other.so" } "LibraryNotValid,$importId"
        Assert-True ($problem.Exception.Message -like '*other.so is a library for *; expected libactdiag for *') $problem
    }
    $other = if ($onWindows) { "$([Environment]::SystemDirectory)\version.dll" } else {
        @([IO.File]::ReadAllLines('/proc/self/maps') -match '/libc\.so' -replace '^[^/]*')[0]
    }
    $problem = Get-Thrown { Invoke-WithLibrary $other } "LibraryNotValid,$importId"
    Assert-True ($problem.Exception.Message -like '*lacks act_version_number*') $problem
}

Test 'a library of another major version is refused by name' {
    if (-not $env:ACTDIAG_VERSION_2) { Skip 'no library of version 2 was built' }
    $problem = Get-Thrown { Invoke-WithLibrary $env:ACTDIAG_VERSION_2 } "LibraryVersion,$importId"
    Assert-True ($problem.Exception.Message -like '*version 2.3.4*needs version 1*') $problem
}
