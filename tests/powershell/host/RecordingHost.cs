// A host whose screen is a text, so that tests see what a user sees.

using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace ActDiag.Tests;

public sealed class RecordingHost : PSHost
{
    private readonly RecordingUserInterface _userInterface;

    public RecordingHost(int width, TextWriter? screen = null)
    {
        _userInterface = new RecordingUserInterface(width, screen ?? new StringWriter());
    }

    /// <summary>All that was written so far, lines ending with LF.</summary>
    public string Screen => _userInterface.Screen.ToString()!.ReplaceLineEndings("\n");

    public Collection<ProgressRecord> Progress => _userInterface.Progress;

    public int? ExitCode { get; private set; }

    public override CultureInfo CurrentCulture { get; } = CultureInfo.GetCultureInfo("en-US");
    public override CultureInfo CurrentUICulture { get; } = CultureInfo.GetCultureInfo("en-US");
    public override Guid InstanceId { get; } = Guid.NewGuid();
    public override string Name => "RecordingHost";
    public override PSHostUserInterface UI => _userInterface;
    public override Version Version { get; } = new(1, 0);

    public override void EnterNestedPrompt() => throw new NotSupportedException();
    public override void ExitNestedPrompt() => throw new NotSupportedException();
    public override void NotifyBeginApplication() { }
    public override void NotifyEndApplication() { }
    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;
}

internal sealed class RecordingUserInterface(int width, TextWriter screen) : PSHostUserInterface
{
    public TextWriter Screen { get; } = screen;
    public Collection<ProgressRecord> Progress { get; } = [];
    public override PSHostRawUserInterface RawUI { get; } = new FixedScreen(width);

    public override void Write(string value) => Screen.Write(value);
    public override void Write(ConsoleColor foreground, ConsoleColor background, string value) =>
        Screen.Write(value);
    public override void WriteLine(string value) => Screen.WriteLine(value);
    public override void WriteErrorLine(string value) => Screen.WriteLine(value);
    public override void WriteDebugLine(string message) => Screen.WriteLine("DEBUG: " + message);
    public override void WriteVerboseLine(string message) => Screen.WriteLine("VERBOSE: " + message);
    public override void WriteWarningLine(string message) => Screen.WriteLine("WARNING: " + message);
    public override void WriteProgress(long sourceId, ProgressRecord record) => Progress.Add(record);

    public override string ReadLine() => throw new NotSupportedException();
    public override SecureString ReadLineAsSecureString() => throw new NotSupportedException();
    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions) =>
        throw new NotSupportedException();
    public override int PromptForChoice(
        string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        throw new NotSupportedException();
    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName) =>
        throw new NotSupportedException();
    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName,
        PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        throw new NotSupportedException();
}

internal sealed class FixedScreen(int width) : PSHostRawUserInterface
{
    public override Size BufferSize { get; set; } = new(width, 1000);
    public override Size WindowSize { get; set; } = new(width, 50);
    public override Size MaxPhysicalWindowSize => WindowSize;
    public override Size MaxWindowSize => WindowSize;
    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;
    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;
    public override Coordinates CursorPosition { get; set; }
    public override int CursorSize { get; set; } = 25;
    public override Coordinates WindowPosition { get; set; }
    public override string WindowTitle { get; set; } = "";
    public override bool KeyAvailable => false;

    public override void FlushInputBuffer() { }
    public override BufferCell[,] GetBufferContents(Rectangle rectangle) =>
        throw new NotSupportedException();
    public override KeyInfo ReadKey(ReadKeyOptions options) => throw new NotSupportedException();
    public override void ScrollBufferContents(
        Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) =>
        throw new NotSupportedException();
    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) { }
    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) { }

    // Characters of East Asian scripts take two columns, as on a real console.
    public override int LengthInBufferCells(string source) => source.Sum(LengthInBufferCells);
    public override int LengthInBufferCells(char source) =>
        source is >= '\u1100' and <= '\u115F' or >= '\u2E80' and <= '\uA4CF'
            or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF'
            or >= '\uFF00' and <= '\uFF60'
            ? 2 : 1;
}
