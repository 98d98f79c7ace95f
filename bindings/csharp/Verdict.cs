using System;
using System.Collections.Generic;

namespace ActDiag;

/// <summary>The outcome for one computer of a case.</summary>
public sealed class Verdict
{
    internal Verdict(string computer, ActVerdict found, IReadOnlyList<Finding> findings)
    {
        Computer = computer;
        Code = found.Code == 0 ? (uint?)null : found.Code;
        Rule = (Rule)found.Rule;
        Dialect = (Dialect)found.Dialect;
        Findings = findings;
    }

    /// <summary>The computer's name; empty where the text names none.</summary>
    public string Computer { get; }

    /// <summary>The code to act on; null where there is nothing to act on.</summary>
    public uint? Code { get; }

    /// <summary>What decided.</summary>
    public Rule Rule { get; }

    /// <summary>The tool that fits the text.</summary>
    public Dialect Dialect { get; }

    /// <summary>All codes of the computer, those first that are acted on first.</summary>
    public IReadOnlyList<Finding> Findings { get; }
}

/// <summary>A code of a case. What the text does not tell is null.</summary>
public sealed class Finding
{
    private readonly ActFinding found;

    internal Finding(ActFinding found, string? host)
    {
        this.found = found;
        Host = host;
    }

    /// <summary>The code.</summary>
    public uint Code => found.Code;

    /// <summary>What the code reports.</summary>
    public Role Role => (Role)found.Role;

    /// <summary>How often it was seen.</summary>
    public long Count => (long)found.Count;

    /// <summary>The first place, in bytes of all text that was added; a string counts in UTF-8.</summary>
    public long Offset => (long)found.Offset;

    /// <summary>The latest place, in such bytes.</summary>
    public long Latest => (long)found.Latest;

    /// <summary>When it was seen at the latest place.</summary>
    public DateTimeOffset? Time =>
        found.Time == 0 ? (DateTimeOffset?)null : DateTimeOffset.FromUnixTimeMilliseconds(found.Time);

    /// <summary>Number of the event at the latest place.</summary>
    public uint? Event => found.Event == 0 ? (uint?)null : found.Event;

    /// <summary>Number of that event's record in its log.</summary>
    public uint? Record => found.Record == 0 ? (uint?)null : found.Record;

    /// <summary>What else is known of it.</summary>
    public FindingFlags Flags => (FindingFlags)found.Flags;

    /// <summary>Name and port of the KMS host that was asked.</summary>
    public string? Host { get; }

    /// <summary>How many computers the KMS host had counted.</summary>
    public uint? Current => Known(found.Current);

    /// <summary>How many computers must ask before the KMS host activates any.</summary>
    public uint? Needed => Known(found.Needed);

    /// <summary>State of the client's license: 0 unlicensed, 1 licensed, 2 to 6 states between.</summary>
    public uint? LicenseState => Known(found.State);

    /// <summary>Minutes until that state ends.</summary>
    public uint? Minutes => Known(found.Minutes);

    private static uint? Known(uint number) => number == Header.NotKnown ? (uint?)null : number;
}
