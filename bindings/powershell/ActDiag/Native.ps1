# The native layer: finds libactdiag, defines one .NET method for each of its functions, and reports what is wrong where that cannot be done.

$sizeType = if ([IntPtr]::Size -eq 8) { [long] } else { [int] }
$signatures = try { . "$PSScriptRoot/Signatures.ps1" } catch {
    throw "The module is not complete: $($_.Exception.Message) The build makes this file; import the module from a package, or as installed."
}
$majorVersion = 1

# ---- Where the library is -----------------------------------------------------------------------

# Full paths, in order. Bare names, which the system's loader looks up, only where it never looks
# into the current folder: not on Windows.
function Get-LibraryCandidate {
    if ($env:ACTDIAG_LIBRARY) { return $env:ACTDIAG_LIBRARY }
    $onWindows = [Environment]::OSVersion.Platform -eq [PlatformID]::Win32NT
    $names = if ($onWindows) { 'libactdiag-1.dll', 'actdiag.dll' }
    elseif ($PSVersionTable['OS'] -like 'Darwin*') { , 'libactdiag.1.dylib' }
    else { , 'libactdiag.so.1' }
    foreach ($name in $names) { [IO.Path]::Combine($PSScriptRoot, $name) }
    $runtimes = [IO.Path]::Combine($PSScriptRoot, 'runtimes')
    if ([IO.Directory]::Exists($runtimes)) {
        $system = if ($onWindows) { 'win' } else { 'linux' }
        $own = "$system-$((Get-Image ([Diagnostics.Process]::GetCurrentProcess().MainModule.FileName)).Processor)"
        foreach ($name in $names) { [IO.Path]::Combine($runtimes, $own, 'native', $name) }
    }
    foreach ($name in $names) {
        if ($onWindows) { [IO.Path]::Combine([Environment]::SystemDirectory, $name) } else { $name }
    }
}

function New-LibraryError([string]$Id, [Exception]$Exception, [string]$Library) {
    [System.Management.Automation.ErrorRecord]::new($Exception, $Id, 'ResourceUnavailable', $Library)
}

function New-NotFoundError([string[]]$Tried) {
    $message = "The library libactdiag was not found. Tried:`n  " + ($Tried -join "`n  ") +
        "`nInstall it, or set the environment variable ACTDIAG_LIBRARY to the full path of the " +
        'library file before the module is imported, for example: ' +
        '$env:ACTDIAG_LIBRARY = "' + [IO.Path]::Combine($PSScriptRoot, (Get-LibraryExample)) + '"'
    New-LibraryError LibraryNotFound ([DllNotFoundException]::new($message)) $Tried[0]
}

function Get-LibraryExample {
    if ([Environment]::OSVersion.Platform -eq [PlatformID]::Win32NT) { 'libactdiag-1.dll' }
    else { 'libactdiag.so.1' }
}

# ---- Its functions as methods -------------------------------------------------------------------

function New-NativeType([System.Reflection.Emit.ModuleBuilder]$Module, [string]$Library) {
    $builder = $Module.DefineType('ActDiag.NativeMethods', 'Public, Abstract, Sealed')
    foreach ($signature in $signatures.GetEnumerator()) {
        $return, $parameters = $signature.Value
        $method = $builder.DefinePInvokeMethod($signature.Key, $Library,
            'Public, Static, PinvokeImpl', 'Standard', $return, [Type[]]$parameters, 'Cdecl',
            'Ansi')
        $method.SetImplementationFlags('PreserveSig')
    }
    # act_scan with a .NET string, which is handed on as it is.
    $parameters = [Type[]]@([string], $sizeType, $sizeType.MakeArrayType(), [uint32], [long[]], $sizeType)
    $method = $builder.DefinePInvokeMethod('scan_text', $Library, 'act_scan',
        'Public, Static, PinvokeImpl', 'Standard', $sizeType, $parameters, 'Cdecl', 'Unicode')
    $method.SetImplementationFlags('PreserveSig')
    Add-ScanMethod $builder $method $sizeType
    Add-TextMethod $builder
    $builder.CreateType()
}

# ---- What is wrong with a library ---------------------------------------------------------------

# The system (ELF or PE) and the processor that a program or library file is for; nothing for any
# other file.
function Get-Image([string]$Path) {
    $header = [byte[]]::new(4096)
    $stream = [IO.FileStream]::new($Path, 'Open', 'Read', 'ReadWrite, Delete')
    try { $length = $stream.Read($header, 0, $header.Length) } finally { $stream.Dispose() }
    if ($length -lt 64) { return }
    if ([BitConverter]::ToUInt32($header, 0) -eq 0x464C457F) {
        $machine = [BitConverter]::ToUInt16($header, 18)
        $processor = @{ 3 = 'x86'; 40 = 'arm'; 62 = 'x64'; 183 = 'arm64' }[[int]$machine]
        return @{ System = 'Linux'; Processor = $processor }
    }
    $signature = [BitConverter]::ToInt32($header, 60)
    if ($header[0] -ne 0x4D -or $signature -lt 0 -or $signature + 6 -gt $length) { return }
    $machine = [BitConverter]::ToUInt16($header, $signature + 4)
    $processor = @{ 0x14C = 'x86'; 0x1C4 = 'arm'; 0x8664 = 'x64'; 0xAA64 = 'arm64' }[[int]$machine]
    @{ System = 'Windows'; Processor = $processor }
}

function New-LoadError([string]$Library, [Exception]$Exception) {
    if ($Exception -is [EntryPointNotFoundException]) {
        $message = "The file $Library is not libactdiag: it lacks act_version_number."
        return New-LibraryError LibraryNotValid ([DllNotFoundException]::new($message)) $Library
    }
    $image = Get-Image $Library
    $own = Get-Image ([Diagnostics.Process]::GetCurrentProcess().MainModule.FileName)
    if ($own -and (-not $image -or $image.System -ne $own.System)) {
        $kind = if ($image) { "is a library for $($image.System)" } else { 'is not a library' }
        $message = "The file $Library ${kind}; expected libactdiag for $($own.System) on $($own.Processor)."
        return New-LibraryError LibraryNotValid ([DllNotFoundException]::new($message)) $Library
    }
    if ($own -and $image.Processor -and $image.Processor -ne $own.Processor) {
        $message = "The library $Library is built for $($image.Processor), but this PowerShell process is " +
            "$($own.Processor) ($(8 * [IntPtr]::Size)-bit). Use the library for $($own.Processor), or " +
            "PowerShell for $($image.Processor)."
        $wrong = [BadImageFormatException]::new($message, $Library)
        return New-LibraryError LibraryArchitecture $wrong $Library
    }
    $message = "The library $Library cannot be loaded: $($Exception.Message)"
    New-LibraryError LibraryNotValid ([DllNotFoundException]::new($message)) $Library
}

# ---- Loading ------------------------------------------------------------------------------------

# The types of one library file, native methods and records; null where there is no such library.
function New-LibraryType([string]$Library) {
    $assembly = [System.Reflection.Emit.AssemblyBuilder]::DefineDynamicAssembly(
        'ActDiag.Native', 'Run')
    $module = $assembly.DefineDynamicModule('ActDiag.Native')
    $native = New-NativeType $module $Library
    try {
        $version = $native::act_version_number()
    } catch {
        $cause = $_.Exception.GetBaseException()
        $isFound = [IO.Path]::IsPathRooted($Library) -or $cause -is [EntryPointNotFoundException]
        if (-not $isFound) { return }
        throw (New-LoadError $Library $cause)
    }
    $major = $version -shr 16
    if ($major -ne $majorVersion) {
        $message = "The library $Library has version $major.$($version -shr 8 -band 255)." +
            "$($version -band 255); this module needs version $majorVersion."
        throw (New-LibraryError LibraryVersion ([NotSupportedException]::new($message)) $Library)
    }
    $activationType = New-ActivationType $module $native
    $types = New-RecordTypeSet $module $activationType
    $types.Native, $types.ActivationType = $native, $activationType
    $types
}

# The types of a library are defined once a process, whichever runspace imports the module first:
# .NET cannot unload them.
function Get-LibraryType([string]$Library) {
    $key = "ActDiag.Native/$majorVersion/$Library"
    $lock = [string]::Intern($key)
    [Threading.Monitor]::Enter($lock)
    try {
        $types = [AppDomain]::CurrentDomain.GetData($key)
        if ($null -eq $types) {
            $types = New-LibraryType $Library
            [AppDomain]::CurrentDomain.SetData($key, $types)
        }
        $types
    } finally {
        [Threading.Monitor]::Exit($lock)
    }
}

function Import-Library {
    $tried = [Collections.Generic.List[string]]::new()
    foreach ($library in Get-LibraryCandidate) {
        $isPath = [IO.Path]::IsPathRooted($library)
        if ($isPath -and -not [IO.File]::Exists($library)) {
            $tried.Add("$library (no such file)")
        } elseif (-not $isPath -and $library -eq $env:ACTDIAG_LIBRARY) {
            $tried.Add("$library (ACTDIAG_LIBRARY is not a full path)")
        } else {
            $types = Get-LibraryType $library
            if ($types) { return $types }
            $tried.Add("$library (not found by the system's loader)")
        }
    }
    throw (New-NotFoundError $tried)
}
