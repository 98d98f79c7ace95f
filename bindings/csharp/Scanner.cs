using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace ActDiag;

/// <summary>A code found in a text.</summary>
public readonly struct CodeMatch
{
    internal CodeMatch(uint code, long offset, int length)
    {
        Code = code;
        Offset = offset;
        Length = length;
    }

    /// <summary>The code.</summary>
    public uint Code { get; }

    /// <summary>Where it begins: in characters of a string, in bytes of anything else.</summary>
    public long Offset { get; }

    /// <summary>How long it is as written, in the same units.</summary>
    public int Length { get; }

    /// <summary>The code as text.</summary>
    public override string ToString() => ActivationErrors.Format(Code);
}

internal static class Scanner
{
    private const int Capacity = 256;
    private const int BufferSize = 1 << 16;

    internal static IReadOnlyList<CodeMatch> Scan(byte[] text, ScanOptions options)
    {
        var found = new List<CodeMatch>();
        var matches = new ActMatch[Capacity];
        UIntPtr offset = UIntPtr.Zero;
        uint flags = Flags(options, text, text.Length);
        int count;
        while ((count = Next(text, text.Length, ref offset, flags, matches)) > 0)
        {
            for (int i = 0; i < count; i++)
                found.Add(new CodeMatch(matches[i].Code, (long)matches[i].Offset, (int)matches[i].Length));
        }
        return found;
    }

    // Codes are ASCII, so that they are as long in UTF-8 as in the string; what is before them is not.
    internal static IReadOnlyList<CodeMatch> Scan(string text, ScanOptions options)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        var found = new List<CodeMatch>();
        int counted = 0, characters = 0;
        foreach (CodeMatch match in Scan(bytes, options))
        {
            characters += Encoding.UTF8.GetCharCount(bytes, counted, (int)match.Offset - counted);
            counted = (int)match.Offset;
            found.Add(new CodeMatch(match.Code, characters, match.Length));
        }
        return found;
    }

    internal static IEnumerable<CodeMatch> Scan(Stream text, ScanOptions options)
    {
        var buffer = new byte[BufferSize];
        var matches = new ActMatch[Capacity];
        long before = 0;
        int filled = 0;
        UIntPtr offset = UIntPtr.Zero;
        uint? flags = null;
        bool isMore = true;
        while (isMore)
        {
            filled += Fill(text, buffer, filled);
            isMore = filled == buffer.Length;
            flags ??= Flags(options, buffer, filled);
            int count;
            while ((count = Next(buffer, filled, ref offset, flags.Value | (isMore ? Header.ScanMore : 0), matches)) > 0)
            {
                for (int i = 0; i < count; i++)
                    yield return new CodeMatch(matches[i].Code, before + (long)matches[i].Offset, (int)matches[i].Length);
            }
            int from = Math.Max(0, (int)offset - Header.ScanContext);
            filled -= from;
            Array.Copy(buffer, from, buffer, 0, filled);
            before += from;
            offset = (UIntPtr)((uint)offset - (uint)from);
        }
    }

    // Reads until the buffer is full or the stream ends.
    internal static int Fill(Stream stream, byte[] buffer, int filled)
    {
        int read, sum = 0;
        while ((read = stream.Read(buffer, filled + sum, buffer.Length - filled - sum)) > 0)
            sum += read;
        return sum;
    }

    private static int Next(byte[] text, int length, ref UIntPtr offset, uint flags, ActMatch[] matches) =>
        (int)NativeMethods.act_scan(text, (UIntPtr)(uint)length, ref offset, flags, matches, (UIntPtr)(uint)matches.Length);

    private static uint Flags(ScanOptions options, byte[] text, int length) =>
        (uint)(options | (Native.IsBigEndian(text, length) ? ScanOptions.Utf16be : 0)) & ~Header.ScanMore;
}
