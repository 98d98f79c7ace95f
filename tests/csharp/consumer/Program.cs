using System.Text.Json;

namespace ActDiag.Tests;

/// <summary>
/// Uses the package: "checks" runs the checks in here, "examples" what the pages show, "answers FILE" answers what a request asks, in JSON of the
/// names that actdiag --json has, for comparison.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is ["checks"])
            return Checks.Run();
        if (arguments is ["examples"])
        {
            Examples.Run();
            return 0;
        }
        var request = JsonSerializer.Deserialize<Request>(File.ReadAllText(arguments[1]))!;
        foreach (string line in Answers.Of(request))
            Console.WriteLine(line);
        return 0;
    }
}
