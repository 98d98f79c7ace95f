using System;
using System.IO;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

// On Windows never the current folder.
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.System32)]

namespace ActDiag;

// Where the library is: the file that ACTDIAG_LIBRARY names, the package's, the system's.
internal static partial class NativeMethods
{
    // The package's files have this name on every system: libactdiag-1.dll, libactdiag-1.so.
    private const string Library = "libactdiag-1";

    // Where none is in the package: the one that the system's administrator installed.
    private const string Installed = "libactdiag.so.1";

    private const uint LoadWithAlteredSearchPath = 8;

    private delegate bool TryLoad(string name, Assembly assembly, DllImportSearchPath? path, out IntPtr library);

    private static readonly Func<string, IntPtr>? LoadFile;
    private static readonly TryLoad? LoadByName;

    static NativeMethods()
    {
        // .NET Standard lacks it, .NET 3 and later have it, .NET Framework does not.
        var loader = Type.GetType("System.Runtime.InteropServices.NativeLibrary, System.Runtime.InteropServices");
        var resolver = Type.GetType("System.Runtime.InteropServices.DllImportResolver, System.Runtime.InteropServices");
        if (loader == null || resolver == null)
        {
            LoadOnFramework();
            return;
        }
        LoadFile = (Func<string, IntPtr>)Delegate.CreateDelegate(
            typeof(Func<string, IntPtr>), loader.GetMethod("Load", new[] { typeof(string) })!);
        LoadByName = (TryLoad)Delegate.CreateDelegate(typeof(TryLoad), loader.GetMethod("TryLoad", new[] {
            typeof(string), typeof(Assembly), typeof(DllImportSearchPath?), typeof(IntPtr).MakeByRefType() })!);
        var resolve = typeof(NativeMethods).GetMethod(nameof(Resolve), BindingFlags.NonPublic | BindingFlags.Static)!;
        loader.GetMethod("SetDllImportResolver")!.Invoke(
            null, new object[] { typeof(NativeMethods).Assembly, Delegate.CreateDelegate(resolver, resolve) });
    }

    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        string? file = ChosenFile();
        if (file != null)
            return LoadFile!(file);
        if (LoadByName!(name, assembly, path, out IntPtr library))
            return library;
        bool isFound = Path.DirectorySeparatorChar == '/' && LoadByName(Installed, assembly, path, out library);
        return isFound ? library : IntPtr.Zero;
    }

    // A library that was loaded is found again by its name.
    private static void LoadOnFramework()
    {
        string? file = Path.DirectorySeparatorChar == '\\' ? ChosenFile() : null;
        if (file != null && LoadLibraryEx(file, IntPtr.Zero, LoadWithAlteredSearchPath) == IntPtr.Zero)
            throw new DllNotFoundException(file + ": cannot be loaded: error " + Marshal.GetLastWin32Error());
    }

    // The file that the environment names, or the package's where it lies in a folder for each
    // processor, as in programs for .NET Framework.
    private static string? ChosenFile()
    {
        string? chosen = Environment.GetEnvironmentVariable("ACTDIAG_LIBRARY");
        if (!string.IsNullOrEmpty(chosen))
        {
            return Path.IsPathRooted(chosen) ? chosen
                : throw new DllNotFoundException("ACTDIAG_LIBRARY=" + chosen + ": expected a full path");
        }
        bool isWindows = Path.DirectorySeparatorChar == '\\';
        string system = (isWindows ? "win-" : "linux-") + (LoadFile != null ? Processor() : IntPtr.Size == 8 ? "x64" : "x86");
        string file = Path.Combine(
            Folder(), "runtimes", system, "native", Library + (isWindows ? ".dll" : ".so"));
        return File.Exists(file) ? file : null;
    }

    // In a method of its own, since .NET Framework may lack this type.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string Processor() => RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    // The assembly's own: not where .NET Framework copied it to, and within a single file none.
    private static string Folder()
    {
        Assembly assembly = typeof(NativeMethods).Assembly;
        string place = assembly.Location;
        if (place.Length > 0 && LoadFile == null)
            place = new Uri(assembly.CodeBase).LocalPath;
        return place.Length > 0 ? Path.GetDirectoryName(place)! : AppContext.BaseDirectory;
    }

    [DllImport("kernel32", EntryPoint = "LoadLibraryExW", CharSet = CharSet.Unicode, SetLastError = true)]
    private static extern IntPtr LoadLibraryEx(string file, IntPtr reserved, uint flags);
}
