using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace ActDiag;

// Strings and lists as the library hands them over.
internal static class Native
{
    // The language that is wanted, which by default is that of the user interface.
    internal static byte[] Language(string? language) => Bytes(language ?? CultureInfo.CurrentUICulture.Name)!;

    // UTF-8 with a NUL at the end.
    internal static byte[]? Bytes(string? text) => text == null ? null : Encoding.UTF8.GetBytes(text + "\0");

    internal static string? Text(IntPtr text)
    {
        if (text == IntPtr.Zero)
            return null;
        int length = 0;
        while (Marshal.ReadByte(text, length) != 0)
            length++;
        var bytes = new byte[length];
        Marshal.Copy(text, bytes, 0, length);
        return Encoding.UTF8.GetString(bytes);
    }

    // What a function under snprintf()'s contract writes.
    internal static string Written(Func<byte[]?, UIntPtr, UIntPtr> write)
    {
        var bytes = new byte[(int)write(null, UIntPtr.Zero) + 1];
        write(bytes, (UIntPtr)(uint)bytes.Length);
        return Encoding.UTF8.GetString(bytes, 0, bytes.Length - 1);
    }

    internal static UIntPtr Length(byte[] bytes) => (UIntPtr)(uint)bytes.Length;

    // What a function gives for 0, 1, 2 and so on, up to the first null.
    internal static IReadOnlyList<T> List<T>(Func<UIntPtr, T?> get) where T : class
    {
        var items = new List<T>();
        while (get((UIntPtr)(uint)items.Count) is T item)
            items.Add(item);
        return items;
    }

    // The same for numbers, up to the first 0.
    internal static IReadOnlyList<uint> Numbers(Func<UIntPtr, uint> get)
    {
        var numbers = new List<uint>();
        uint number;
        while ((number = get((UIntPtr)(uint)numbers.Count)) != 0)
            numbers.Add(number);
        return numbers;
    }

    // A piece of a text that begins so is UTF-16BE.
    internal static bool IsBigEndian(byte[] text, int length) => length >= 2 && text[0] == 0xFE && text[1] == 0xFF;
}
