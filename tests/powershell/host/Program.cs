// Runs PowerShell scripts in the real engine, each in a runspace of its own.
//
//   EngineHost test SCRIPT...   each result object (Name, Outcome, Detail) that a script emits is a
//                               test; prints what did not pass and the counts; exit status 0, 1, or
//                               77 if nothing but skipped tests ran
//   EngineHost run SCRIPT [ARGUMENT...]   prints what the script emits as PowerShell would

using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text;

namespace ActDiag.Tests;

internal static class Program
{
    private const int AllSkipped = 77;

    private static int Main(string[] arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        if (arguments.Length >= 2 && arguments[0] == "test")
        {
            return Test(arguments[1..]);
        }
        if (arguments.Length >= 2 && arguments[0] == "run")
        {
            return Run(arguments[1], arguments[2..]);
        }
        Console.Error.WriteLine("usage: EngineHost test SCRIPT... | run SCRIPT [ARGUMENT...]");
        return 2;
    }

    private static Runspace OpenRunspace(RecordingHost host)
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        }
        Runspace runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.Open();
        return runspace;
    }

    private static int Run(string script, string[] arguments)
    {
        var host = new RecordingHost(width: 100, Console.Out);
        using Runspace runspace = OpenRunspace(host);
        using PowerShell shell = PowerShell.Create(runspace);
        shell.AddCommand(script);
        foreach (string argument in arguments)
        {
            shell.AddArgument(argument);
        }
        shell.AddCommand("Out-Default").Commands.Commands[0].MergeMyResults(
            PipelineResultTypes.Error, PipelineResultTypes.Output);
        try
        {
            shell.Invoke();
        }
        catch (RuntimeException exception)
        {
            Console.Error.WriteLine(exception.ErrorRecord);
            return 1;
        }
        return host.ExitCode ?? (shell.HadErrors ? 1 : 0);
    }

    private static int Test(string[] scripts)
    {
        var counts = new Dictionary<string, int> { ["passed"] = 0, ["failed"] = 0, ["skipped"] = 0 };
        foreach (string script in scripts)
        {
            foreach ((string name, string outcome, string detail) in RunTests(script))
            {
                counts[outcome]++;
                if (outcome != "passed")
                {
                    string label = outcome == "failed" ? "FAIL" : "SKIP";
                    Console.WriteLine($"{label}: {Path.GetFileName(script)}: {name}: {detail}");
                }
            }
        }
        Console.WriteLine(
            $"{counts["passed"]} passed, {counts["failed"]} failed, {counts["skipped"]} skipped");
        return counts["failed"] > 0 ? 1 : counts["passed"] > 0 ? 0 : AllSkipped;
    }

    private static List<(string, string, string)> RunTests(string script)
    {
        var results = new List<(string, string, string)>();
        using Runspace runspace = OpenRunspace(new RecordingHost(width: 100));
        using PowerShell shell = PowerShell.Create(runspace);
        shell.AddCommand(script);
        try
        {
            foreach (PSObject result in shell.Invoke())
            {
                string Property(string name) => result.Properties[name]?.Value?.ToString() ?? "";
                string outcome = Property("Outcome");
                results.Add(outcome is "passed" or "failed" or "skipped"
                    ? (Property("Name"), outcome, Property("Detail"))
                    : ("the script itself", "failed", $"it emits {result}, which is not a test"));
            }
        }
        catch (RuntimeException exception)
        {
            results.Add(("the script itself", "failed",
                exception.ErrorRecord + " " + exception.ErrorRecord.ScriptStackTrace));
        }
        foreach (ErrorRecord error in shell.Streams.Error)
        {
            results.Add(("the script itself", "failed", error + " " + error.ScriptStackTrace));
        }
        if (results.Count == 0)
        {
            results.Add(("the script itself", "failed", "it holds no test"));
        }
        return results;
    }
}
