using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

namespace ActDiag;

/// <summary>
/// All text at hand for one failure, and the code in it to act on. Several cases may be worked on at once; one case
/// belongs to one thread at a time.
/// </summary>
public sealed class Case
{
    private const int BufferSize = 1 << 16;
    private readonly ulong[] memory = new ulong[Header.CaseWords];

    /// <summary>Begins a case.</summary>
    /// <exception cref="NotSupportedException">The native library needs more memory than this version gives it.</exception>
    public Case()
    {
        if (NativeMethods.act_case_begin(memory, (UIntPtr)(sizeof(ulong) * Header.CaseWords)) == 0)
            throw new NotSupportedException("libactdiag " + ActivationErrors.LibraryVersion + " needs a larger case");
    }

    /// <summary>Adds a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="origin">Where it comes from; null where nothing is known.</param>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public void Add(string text, Origin? origin = null) =>
        Add(Encoding.UTF8.GetBytes(text ?? throw new ArgumentNullException(nameof(text))), origin);

    /// <summary>Adds a text in a one-byte encoding, UTF-8 or UTF-16.</summary>
    /// <param name="text">Its bytes.</param>
    /// <param name="origin">Where it comes from; null where nothing is known.</param>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public void Add(byte[] text, Origin? origin = null) =>
        AddPiece(text ?? throw new ArgumentNullException(nameof(text)), text.Length, origin, Start(text, text.Length));

    /// <summary>Adds a file, or another stream, of such an encoding.</summary>
    /// <param name="text">The stream, which is read to its end and not closed.</param>
    /// <param name="origin">Where it comes from; null where nothing is known.</param>
    /// <exception cref="ArgumentNullException">The stream is null.</exception>
    public void Add(Stream text, Origin? origin = null)
    {
        if (text == null)
            throw new ArgumentNullException(nameof(text));
        var buffer = new byte[BufferSize];
        int filled = Scanner.Fill(text, buffer, 0);
        uint start = Start(buffer, filled);
        while (filled == buffer.Length)
        {
            AddPiece(buffer, filled, origin, start | Header.ScanMore);
            origin = null;
            filled = Scanner.Fill(text, buffer, 0);
        }
        AddPiece(buffer, filled, origin, start);
    }

    /// <summary>The verdict for each computer that has findings. All text must have been added.</summary>
    public IReadOnlyList<Verdict> GetVerdicts()
    {
        // The names of computers and hosts lie in the memory of the case.
        GCHandle pinned = GCHandle.Alloc(memory, GCHandleType.Pinned);
        try
        {
            return Native.List(GetVerdict);
        }
        finally
        {
            pinned.Free();
        }
    }

    /// <summary>Numbers of the events of activation that the text names.</summary>
    public IReadOnlyList<uint> GetEvents() => Native.Numbers(index => NativeMethods.act_case_event(memory, index));

    /// <summary>How many codes of the text are not findings for a reason.</summary>
    /// <param name="reason">The reason.</param>
    public long CountLeftOut(LeftOut reason) => (long)NativeMethods.act_case_left_out(memory, (int)reason);

    private Verdict? GetVerdict(UIntPtr computer)
    {
        if (NativeMethods.act_case_verdict(memory, computer, out ActVerdict found) == 0)
            return null;
        string name = Native.Text(NativeMethods.act_case_computer(memory, computer))!;
        return new Verdict(name, found, Native.List(index => GetFinding(computer, index)));
    }

    private Finding? GetFinding(UIntPtr computer, UIntPtr index)
    {
        if (NativeMethods.act_case_finding(memory, computer, index, out ActFinding found) == 0)
            return null;
        return new Finding(found, Native.Text(NativeMethods.act_case_host(memory, (UIntPtr)found.Host)));
    }

    private static uint Start(byte[] text, int length) =>
        Native.IsBigEndian(text, length) ? (uint)ScanOptions.Utf16be : 0;

    private void AddPiece(byte[] text, int length, Origin? origin, uint flags)
    {
        using (var native = new NativeOrigin(origin))
            NativeMethods.act_case_add(memory, native.Value, text, (UIntPtr)(uint)length, flags);
    }
}
