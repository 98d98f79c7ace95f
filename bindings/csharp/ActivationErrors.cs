using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace ActDiag;

/// <summary>
/// What Windows activation error codes mean, where to fix them, and what to do. All members may be used from any
/// number of threads at once. The first use of a member loads the native library, and throws
/// <see cref="DllNotFoundException"/> where there is none.
/// </summary>
public static class ActivationErrors
{
    /// <summary>The version of the native library, such as "1.0.0".</summary>
    public static string LibraryVersion => Native.Text(NativeMethods.act_version())!;

    /// <summary>What the documents describe, in their order.</summary>
    public static IReadOnlyList<Entry> Entries => Native.List(index => Entry.Of(NativeMethods.act_entry_at(index)));

    /// <summary>Every code that is documented or named, in ascending order.</summary>
    public static IReadOnlyList<uint> Codes
    {
        get
        {
            var codes = new List<uint>();
            while (NativeMethods.act_code_at((UIntPtr)(uint)codes.Count, out uint code) != 0)
                codes.Add(code);
            return codes;
        }
    }

    /// <summary>Numbers of the events that are known, in ascending order.</summary>
    public static IReadOnlyList<uint> Events => Native.Numbers(NativeMethods.act_event_at);

    /// <summary>The commands that documents and advice use, and the options of slmgr.vbs and ospp.vbs.</summary>
    public static IReadOnlyList<Command> Commands => Native.List(index => Command.Of(NativeMethods.act_command_at(index)));

    /// <summary>The documents from which the library's table was made; the first one's language is the primary one.</summary>
    public static IReadOnlyList<Document> Documents => Native.List(Document.At);

    /// <summary>Finds what the documents say of a code.</summary>
    /// <param name="code">Any 32-bit value.</param>
    /// <returns>The entry, or null if no document describes this code; <see cref="Classify(uint)"/> answers for those too.</returns>
    public static Entry? Lookup(uint code) => Entry.Of(NativeMethods.act_lookup(code));

    /// <summary>Finds what the documents say of a code that is signed, such as <see cref="Exception.HResult"/>.</summary>
    /// <param name="code">Any 32-bit value.</param>
    /// <returns>The entry, or null if no document describes this code.</returns>
    public static Entry? Lookup(int code) => Lookup(unchecked((uint)code));

    /// <summary>Classifies any code: the kind of fault, and where to fix it.</summary>
    /// <param name="code">Any 32-bit value.</param>
    public static Classification Classify(uint code) => new Classification(code);

    /// <summary>Classifies a code that is signed, such as <see cref="Exception.HResult"/>.</summary>
    /// <param name="code">Any 32-bit value.</param>
    public static Classification Classify(int code) => Classify(unchecked((uint)code));

    /// <summary>
    /// Reads one code as people and tools write it: hexadecimal, decimal, or by its symbolic name. Codes in longer
    /// texts are found by <see cref="Scan(string, ScanOptions)"/>.
    /// </summary>
    /// <param name="text">The text; null is not a code.</param>
    /// <param name="code">Receives the code, or 0.</param>
    /// <returns>Whether the text is a code.</returns>
    public static bool TryParse(string? text, out uint code)
    {
        code = 0;
        if (text == null)
            return false;
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return NativeMethods.act_parse(bytes, Native.Length(bytes), out code) != 0;
    }

    /// <summary>Reads one code as <see cref="TryParse"/> does.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The code.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    /// <exception cref="FormatException">The text is not a code.</exception>
    public static uint Parse(string text)
    {
        if (text == null)
            throw new ArgumentNullException(nameof(text));
        return TryParse(text, out uint code) ? code : throw new FormatException(
            "\"" + text + "\" is not a code; expected a number such as 0xC004F074 or -1073418124, or a symbolic name");
    }

    /// <summary>A code as "0x" and eight hexadecimal digits.</summary>
    /// <param name="code">Any 32-bit value.</param>
    public static string Format(uint code) =>
        Native.Written((buffer, size) => NativeMethods.act_format(code, buffer, size));

    /// <summary>Finds codes by words, each of which occurs in the name, the message, the cause or the category.</summary>
    /// <param name="words">Words with blanks between them; without a word nothing is found.</param>
    /// <param name="language">The language that is searched; null is the culture of the user interface.</param>
    /// <returns>Documented codes, then others, both in ascending order.</returns>
    /// <exception cref="ArgumentNullException">The words are null.</exception>
    public static IReadOnlyList<uint> Find(string words, string? language = null)
    {
        byte[] text = Encoding.UTF8.GetBytes(words ?? throw new ArgumentNullException(nameof(words)));
        byte[] tag = Native.Language(language);
        UIntPtr count = NativeMethods.act_find(text, Native.Length(text), tag, null, UIntPtr.Zero);
        var codes = new uint[(int)count];
        NativeMethods.act_find(text, Native.Length(text), tag, codes, count);
        return codes;
    }

    /// <summary>Explains an event of the Windows event log.</summary>
    /// <param name="number">The event's number.</param>
    /// <param name="source">
    /// Its provider or source, such as "Microsoft-Windows-Security-SPP"; null is any of the licensing sources.
    /// </param>
    /// <returns>The event, or null if it is not one of activation, or not known.</returns>
    public static ActivationEvent? GetEvent(uint number, string? source = null)
    {
        var found = new ActivationEvent(number, Native.Bytes(source));
        return found.Kind == EventKind.Unknown ? null : found;
    }

    /// <summary>Finds codes in a text. Offsets are in characters.</summary>
    /// <param name="text">The text.</param>
    /// <param name="options">Which notations are found.</param>
    /// <returns>The codes in the order of the text.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static IReadOnlyList<CodeMatch> Scan(
        string text, ScanOptions options = ScanOptions.Decimal | ScanOptions.Bare) =>
        Scanner.Scan(text ?? throw new ArgumentNullException(nameof(text)), options);

    /// <summary>Finds codes in bytes of a one-byte encoding, UTF-8 or UTF-16. Offsets are in bytes.</summary>
    /// <param name="text">The bytes, such as those of a file.</param>
    /// <param name="options">Which notations are found.</param>
    /// <returns>The codes in the order of the text.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static IReadOnlyList<CodeMatch> Scan(
        byte[] text, ScanOptions options = ScanOptions.Decimal | ScanOptions.Bare) =>
        Scanner.Scan(text ?? throw new ArgumentNullException(nameof(text)), options);

    /// <summary>
    /// Finds codes in a stream of any length, in encodings as in bytes, with memory that does not grow. Offsets are
    /// in bytes from where the stream is at the start.
    /// </summary>
    /// <param name="text">The stream, which is read as the result is enumerated, and not closed.</param>
    /// <param name="options">Which notations are found.</param>
    /// <returns>The codes in the order of the text.</returns>
    /// <exception cref="ArgumentNullException">The stream is null.</exception>
    public static IEnumerable<CodeMatch> Scan(
        Stream text, ScanOptions options = ScanOptions.Decimal | ScanOptions.Bare) =>
        Scanner.Scan(text ?? throw new ArgumentNullException(nameof(text)), options);

    /// <summary>Finds the code to act on in all text at hand for one failure; <see cref="Case"/> takes it in pieces.</summary>
    /// <param name="text">The text.</param>
    /// <returns>A verdict for each computer that has findings.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static IReadOnlyList<Verdict> Diagnose(string text)
    {
        var all = new Case();
        all.Add(text);
        return all.GetVerdicts();
    }

    /// <summary>Finds the code to act on in a file, or another stream, of any of the encodings of a scan.</summary>
    /// <param name="text">The stream, which is read to its end and not closed.</param>
    /// <returns>A verdict for each computer that has findings.</returns>
    /// <exception cref="ArgumentNullException">The stream is null.</exception>
    public static IReadOnlyList<Verdict> Diagnose(Stream text)
    {
        var all = new Case();
        all.Add(text);
        return all.GetVerdicts();
    }
}
