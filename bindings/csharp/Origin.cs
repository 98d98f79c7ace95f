using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace ActDiag;

/// <summary>Where a piece of text comes from, as far as that is known.</summary>
public sealed class Origin
{
    /// <summary>Provider or source of an event, such as "Microsoft-Windows-Security-SPP".</summary>
    public string? Source { get; set; }

    /// <summary>Name of the computer.</summary>
    public string? Computer { get; set; }

    /// <summary>The field or property whose value the text is.</summary>
    public string? Field { get; set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset? Time { get; set; }

    /// <summary>Number of the event; 0 where it is not known.</summary>
    public uint Event { get; set; }

    /// <summary>Number of the record in its log; 0 where it is not known.</summary>
    public uint Record { get; set; }
}

// An origin whose strings stay where they are for the time of a call.
internal sealed class NativeOrigin : IDisposable
{
    private readonly List<GCHandle> pinned = new List<GCHandle>();

    internal NativeOrigin(Origin? origin)
    {
        if (origin == null)
            return;
        Value = new[]
        {
            new ActOrigin
            {
                Source = Pin(origin.Source),
                Computer = Pin(origin.Computer),
                Field = Pin(origin.Field),
                Time = origin.Time?.ToUnixTimeMilliseconds() ?? 0,
                Event = origin.Event,
                Record = origin.Record,
            },
        };
    }

    // One element, or null where nothing is known.
    internal ActOrigin[]? Value { get; }

    public void Dispose()
    {
        foreach (GCHandle each in pinned)
            each.Free();
    }

    private IntPtr Pin(string? text)
    {
        if (text == null)
            return IntPtr.Zero;
        GCHandle handle = GCHandle.Alloc(Native.Bytes(text), GCHandleType.Pinned);
        pinned.Add(handle);
        return handle.AddrOfPinnedObject();
    }
}
