using System;
using System.Collections.Generic;

namespace ActDiag;

/// <summary>What is known of a code. Every 32-bit value has one.</summary>
public sealed class Classification
{
    private readonly ActClass found;

    internal Classification(uint code) => NativeMethods.act_classify(code, out found);

    /// <summary>The code that was asked for.</summary>
    public uint Code => found.Code;

    /// <summary>
    /// The code that the answer is about. It differs where a number is another code in other clothes, such as the
    /// Win32 error number 1722 for 0x800706BA.
    /// </summary>
    public uint Subject => found.Subject;

    /// <summary>Where the answer comes from.</summary>
    public Known Known => (Known)found.Known;

    /// <summary>The kind of fault.</summary>
    public Category Category => (Category)found.Category;

    /// <summary>Where it is fixed.</summary>
    public Side Side => (Side)found.Side;

    /// <summary>What the code reports where there are several.</summary>
    public Role Role => (Role)found.Role;

    /// <summary>The activation types for which it occurs; none where no document describes it.</summary>
    public ActivationTypes Types => (ActivationTypes)found.Types;

    /// <summary>Whether waiting or trying again alone can cure it.</summary>
    public bool Retry => ((ClassFlags)found.Flags & ClassFlags.Retry) != 0;

    /// <summary>Whether the code's HRESULT severity is that of a failure.</summary>
    public bool IsFailure => found.Severity != 0;

    /// <summary>The code's HRESULT facility, 11 bits: 4 is that of licensing, 7 that of Win32.</summary>
    public int Facility => (int)found.Facility;

    /// <summary>The code's HRESULT status, 16 bits: with facility 7 the Win32 error number.</summary>
    public int Status => (int)found.Status;

    /// <summary>The symbolic name, such as "SL_E_VL_BINDING_SERVICE_UNAVAILABLE"; null if none is known.</summary>
    public string? Name => Native.Text(NativeMethods.act_name(Subject));

    /// <summary>The address of the public page on it; null if none is known.</summary>
    public string? Reference => Native.Text(NativeMethods.act_reference(Subject));

    /// <summary>What the documents say of it; null where none describes it.</summary>
    public Entry? Entry => Entry.Of(NativeMethods.act_lookup(Subject));

    /// <summary>Code and name.</summary>
    public override string ToString() => (ActivationErrors.Format(Code) + " " + Name).TrimEnd();
}

/// <summary>
/// What the documents say of a code. A language is a BCP 47 tag or the name of a POSIX locale, such as "ja" or
/// "en_US.UTF-8"; null is the culture of the user interface. What lacks the language is answered in English, or else
/// in the documents' primary language.
/// </summary>
public sealed class Entry
{
    private readonly IntPtr entry;

    private Entry(IntPtr entry) => this.entry = entry;

    internal static Entry? Of(IntPtr entry) => entry == IntPtr.Zero ? null : new Entry(entry);

    /// <summary>The code.</summary>
    public uint Code => NativeMethods.act_entry_code(entry);

    /// <summary>The activation types for which the error occurs.</summary>
    public ActivationTypes Types => (ActivationTypes)NativeMethods.act_entry_types(entry);

    /// <summary>The error message as the documents give it.</summary>
    /// <param name="language">The language wanted.</param>
    public string GetMessage(string? language = null) => GetText(Field.Message, language);

    /// <summary>Why the error occurs.</summary>
    /// <param name="language">The language wanted.</param>
    public string GetCause(string? language = null) => GetText(Field.Cause, language);

    /// <summary>What to do about it.</summary>
    /// <param name="language">The language wanted.</param>
    /// <param name="dialect">The tool for which commands are written.</param>
    public string GetSteps(string? language = null, Dialect dialect = Dialect.Slmgr)
    {
        byte[] tag = Native.Language(language);
        return Native.Written((buffer, size) =>
            NativeMethods.act_entry_steps(entry, (int)dialect, tag, buffer, size));
    }

    /// <summary>The tag of the language in which the texts are answered, such as "ja".</summary>
    /// <param name="language">The language wanted.</param>
    public string GetLanguage(string? language = null) =>
        Native.Text(NativeMethods.act_entry_language(entry, Native.Language(language)))!;

    /// <summary>The commands in the steps, in their order, with the values that the steps give them.</summary>
    /// <param name="language">The language wanted.</param>
    public IReadOnlyList<Command> GetCommands(string? language = null)
    {
        byte[] tag = Native.Language(language);
        return Native.List(index => Command.Of(NativeMethods.act_entry_command(entry, tag, index)));
    }

    /// <summary>The code as text.</summary>
    public override string ToString() => ActivationErrors.Format(Code);

    private string GetText(Field field, string? language) =>
        Native.Text(NativeMethods.act_entry_text(entry, (int)field, Native.Language(language)))!;
}

/// <summary>A command of the catalogue, or of an entry's steps.</summary>
public sealed class Command
{
    private readonly IntPtr command;

    private Command(IntPtr command) => this.command = command;

    internal static Command? Of(IntPtr command) => command == IntPtr.Zero ? null : new Command(command);

    /// <summary>
    /// The command as it is typed; several that belong together are on lines of their own. A tool that has no form
    /// of it gives that of slmgr.
    /// </summary>
    /// <param name="dialect">The tool.</param>
    public string GetText(Dialect dialect = Dialect.Slmgr) =>
        Native.Text(NativeMethods.act_command_text(command, (int)dialect))!;

    /// <summary>The nature of the command.</summary>
    /// <param name="dialect">The tool.</param>
    public CommandFlags GetFlags(Dialect dialect = Dialect.Slmgr) =>
        (CommandFlags)NativeMethods.act_command_flags(command, (int)dialect);

    /// <summary>The command as it is typed for slmgr.vbs.</summary>
    public override string ToString() => GetText();
}

/// <summary>An event of the Windows event log about activation.</summary>
public sealed class ActivationEvent
{
    private readonly byte[]? source;

    internal ActivationEvent(uint number, byte[]? source)
    {
        Number = number;
        this.source = source;
    }

    /// <summary>The event's number.</summary>
    public uint Number { get; }

    /// <summary>What it reports.</summary>
    public EventKind Kind => (EventKind)NativeMethods.act_event_kind_of(source, Number);

    /// <summary>What it means.</summary>
    /// <param name="language">The language wanted; null is the culture of the user interface.</param>
    public string GetMeaning(string? language = null) => GetText(EventField.Meaning, language);

    /// <summary>What to do, and which of its values matters.</summary>
    /// <param name="language">The language wanted; null is the culture of the user interface.</param>
    public string GetAdvice(string? language = null) => GetText(EventField.Advice, language);

    private string GetText(EventField field, string? language) =>
        Native.Text(NativeMethods.act_event_text(source, Number, (int)field, Native.Language(language)))!;
}

/// <summary>A document from which the library's table was made.</summary>
public sealed class Document
{
    private readonly UIntPtr index;

    private Document(UIntPtr index) => this.index = index;

    internal static Document? At(UIntPtr index) =>
        NativeMethods.act_document(index, 0) == IntPtr.Zero ? null : new Document(index);

    /// <summary>The tag of its language, such as "ja".</summary>
    public string Language => GetText(DocumentField.Language);

    /// <summary>Its title; empty if it has none.</summary>
    public string Title => GetText(DocumentField.Title);

    /// <summary>Its date, YYYY-MM-DD; empty if it has none.</summary>
    public string Date => GetText(DocumentField.Date);

    /// <summary>The name of its file.</summary>
    public string Source => GetText(DocumentField.Source);

    private string GetText(DocumentField field) => Native.Text(NativeMethods.act_document(index, (int)field))!;
}
