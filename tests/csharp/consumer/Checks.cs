using System.Globalization;
using System.Text;

namespace ActDiag.Tests;

/// <summary>What no command can be asked: nulls, nonsense, cultures, offsets in strings, threads, origins.</summary>
internal static class Checks
{
    private const uint Code = 0xC004F074;

    internal static int Run()
    {
        var checks = new (string Name, Action Check)[]
        {
            ("nulls", Nulls), ("what is not a code", NotCodes), ("values that do not exist", NoSuchValues),
            ("signed codes", Signed), ("the culture", Culture), ("strings", Strings), ("streams", Streams),
            ("UTF-16BE", BigEndian), ("origins", Origins), ("threads", Threads),
        };
        int failed = 0;
        foreach ((string name, Action check) in checks)
        {
            try
            {
                check();
            }
            catch (Exception problem)
            {
                failed++;
                Console.WriteLine($"FAIL: {name}: {problem}");
            }
        }
        Console.WriteLine($"{checks.Length - failed} passed, {failed} failed, 0 skipped");
        return failed == 0 ? 0 : 1;
    }

    private static void Equal<T>(T actual, T expected)
    {
        if (!EqualityComparer<T>.Default.Equals(actual, expected))
            throw new InvalidOperationException($"expected {expected}, was {actual}");
    }

    private static void Throws<T>(Action action) where T : Exception
    {
        try
        {
            action();
        }
        catch (T)
        {
            return;
        }
        throw new InvalidOperationException("expected " + typeof(T).Name);
    }

    private static void Nulls()
    {
        Equal(ActivationErrors.TryParse(null, out uint code), false);
        Equal(code, 0u);
        Throws<ArgumentNullException>(() => ActivationErrors.Parse(null!));
        Throws<ArgumentNullException>(() => ActivationErrors.Find(null!));
        Throws<ArgumentNullException>(() => ActivationErrors.Scan((string)null!));
        Throws<ArgumentNullException>(() => ActivationErrors.Scan((byte[])null!));
        Throws<ArgumentNullException>(() => ActivationErrors.Scan((Stream)null!));
        Throws<ArgumentNullException>(() => ActivationErrors.Diagnose((string)null!));
        Throws<ArgumentNullException>(() => ActivationErrors.Diagnose((Stream)null!));
        Throws<ArgumentNullException>(() => new Case().Add((byte[])null!));
    }

    private static void NotCodes()
    {
        foreach (string text in new[] { "", " ", "\0", "xyz", "0x", "0x123456789", "\uD800", "0xC004F074 and more", new('1', 99999) })
        {
            Equal(ActivationErrors.TryParse(text, out uint code), false);
            Equal(code, 0u);
            Throws<FormatException>(() => ActivationErrors.Parse(text));
            Equal(ActivationErrors.Scan("no code " + text.Replace("0xC004F074", "")).Count, 0);
        }
        Equal(ActivationErrors.Lookup(0x12345678), null);
        Equal(ActivationErrors.Classify(0x12345678).Known == Known.Documented, false);
        Equal(ActivationErrors.Find("").Count, 0);
        Equal(ActivationErrors.Find("no such words").Count, 0);
        Equal(ActivationErrors.GetEvent(1), null);
        Equal(ActivationErrors.GetEvent(12288, "another source"), null);
        Equal(ActivationErrors.Diagnose("nothing is wrong").All(verdict => verdict.Code == null), true);
        Equal(ActivationErrors.Scan(Array.Empty<byte>()).Count, 0);
    }

    private static void NoSuchValues()
    {
        Equal(((Category)999).ToId(), null);
        Equal(((Side)(-1)).ToId(), null);
        Equal(((Role)999).ToText("en"), "");
        Equal(((Category)999).GetAdvice("en"), "");
        Equal(ActivationErrors.Lookup(Code)!.GetSteps("en", (Dialect)999), "");
        Equal(((ActivationTypes)int.MinValue).ToIds().Count, 0);
        Equal(ActivationErrors.Lookup(Code)!.GetLanguage("no language at all, \0 and more"), "en");
    }

    private static void Signed()
    {
        var problem = new System.Runtime.InteropServices.COMException("", unchecked((int)Code));
        Equal(ActivationErrors.Classify(problem.HResult).Code, Code);
        Equal(ActivationErrors.Lookup(problem.HResult)!.Code, Code);
        Equal(ActivationErrors.Parse("-1073418124"), Code);
        Equal(ActivationErrors.Classify(1722).Subject, 0x800706BAu);
    }

    private static void Culture()
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        foreach ((string culture, string expected) in new[] { ("ja-JP", "ja"), ("en-GB", "en"), ("", "en"), ("fr-FR", "en") })
        {
            CultureInfo.CurrentUICulture = new CultureInfo(culture);
            Equal(ActivationErrors.Lookup(Code)!.GetLanguage(), expected);
            Equal(Side.Network.ToText(), Side.Network.ToText(expected));
        }
        CultureInfo.CurrentUICulture = before;
        Equal(Side.Network.ToText("ja"), "ネットワーク");
    }

    private static void Strings()
    {
        string text = "エラー😀: 0xC004F074、-1073418124 \uD800 C004F00F";
        var found = ActivationErrors.Scan(text);
        Equal(string.Join(" ", found.Select(match => text.Substring((int)match.Offset, match.Length))),
            "0xC004F074 -1073418124 C004F00F");
        Equal(ActivationErrors.Scan(text, ScanOptions.None).Count, 1);
        Equal(ActivationErrors.Scan("0x12345678").Count, 0);
        Equal(ActivationErrors.Scan("0x12345678", ScanOptions.All).Single().Code, 0x12345678u);
    }

    // A code at each place around the end of a buffer, and more matches than one call takes.
    private static void Streams()
    {
        for (int length = 65500; length < 65560; length++)
        {
            var stream = new MemoryStream(Encoding.Latin1.GetBytes(new string('x', length) + " 0xC004F074 and " + new string('y', 70000) + " 0x8007232B"));
            Equal(string.Join(" ", ActivationErrors.Scan(stream).Select(match => $"{match.Offset}:{match}")),
                $"{length + 1}:0xC004F074 {length + 70017}:0x8007232B");
        }
        string many = string.Concat(Enumerable.Repeat("0xC004F074 ", 100_000));
        Equal(ActivationErrors.Scan(many).Count, 100_000);
        Equal(ActivationErrors.Scan(new MemoryStream(Encoding.Unicode.GetBytes(many))).Count(), 100_000);
    }

    private static void BigEndian()
    {
        byte[] text = Encoding.BigEndianUnicode.GetBytes("\uFEFF0xC004F074");
        Equal(ActivationErrors.Scan(text).Single().Offset, 2);
        Equal(ActivationErrors.Scan(new MemoryStream(text)).Single().Offset, 2);
        var all = new Case();
        all.Add(text);
        Equal(all.GetVerdicts().Single().Code, Code);
    }

    private static void Origins()
    {
        var time = new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
        var all = new Case();
        all.Add("0x8007232B", new Origin { Source = "Microsoft-Windows-Security-SPP", Computer = "PC-1", Event = 8198, Record = 7, Time = time });
        all.Add(new MemoryStream(Encoding.UTF8.GetBytes("0xC004F00F")), new Origin { Computer = "PC-ö" });
        var verdicts = all.GetVerdicts();
        Equal(string.Join(" ", verdicts.Select(verdict => $"{verdict.Computer}:{verdict.Code:X8}")), "PC-1:8007232B PC-ö:C004F00F");
        Finding finding = verdicts[0].Findings.Single();
        Equal((finding.Event, finding.Record, finding.Time), (8198u, 7u, time));
        Equal((finding.Host, finding.Current, finding.LicenseState), (null, null, null));
        Equal(verdicts[1].Findings.Single().Event, null);
    }

    private static void Threads()
    {
        IReadOnlyList<uint> codes = ActivationErrors.Codes;
        var expected = codes.Select(code => ActivationErrors.Classify(code).Entry?.GetSteps("ja")).ToArray();
        Parallel.For(0, 8, _ =>
        {
            for (int i = 0; i < codes.Count; i++)
                Equal(ActivationErrors.Classify(codes[i]).Entry?.GetSteps("ja"), expected[i]);
            Equal(ActivationErrors.Diagnose("0xC004F074 and 0x8007232B").Single().Code, 0x8007232Bu);
        });
    }
}
