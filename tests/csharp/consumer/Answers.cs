using System.Text.Json;

namespace ActDiag.Tests;

internal sealed record Request(uint[] codes, string[] languages, Dialect[] dialects, string[] words, string[] files);

/// <summary>Answers of the package as lines of ASCII JSON.</summary>
internal static class Answers
{
    internal static IEnumerable<string> Of(Request request) =>
        All(request).Select(answer => JsonSerializer.Serialize(answer));

    private static IEnumerable<object> All(Request request)
    {
        foreach (string language in request.languages)
        {
            foreach (Dialect dialect in request.dialects)
            {
                foreach (uint code in request.codes)
                    yield return Code(code, language, dialect);
            }
            foreach (string words in request.words)
                yield return ActivationErrors.Find(words, language);
            foreach (uint number in ActivationErrors.Events)
                yield return Event(ActivationErrors.GetEvent(number)!, language);
        }
        yield return ActivationErrors.Codes;
        yield return ActivationErrors.Entries.Select(entry => entry.Code);
        foreach (Command command in ActivationErrors.Commands)
            yield return Enum.GetValues<Dialect>().ToDictionary(dialect => dialect.ToId()!, command.GetText);
        foreach (string file in request.files)
        {
            yield return Matches(file);
            foreach (Verdict verdict in Diagnose(file))
                yield return Diagnosis(verdict);
        }
    }

    private static object Code(uint code, string language, Dialect dialect)
    {
        Classification answer = ActivationErrors.Classify(code);
        Entry? entry = answer.Entry;
        string advice = answer.Category.GetAdvice(language, dialect);
        return new
        {
            code = ActivationErrors.Format(code),
            value = code,
            subject = ActivationErrors.Format(answer.Subject),
            known = answer.Known.ToId(),
            name = answer.Name,
            category = answer.Category.ToId(),
            side = answer.Side.ToId(),
            role = answer.Role.ToId(),
            retry = answer.Retry,
            types = answer.Types.ToIds(),
            reference = answer.Reference,
            message = entry?.GetMessage(language),
            cause = entry?.GetCause(language),
            steps = entry?.GetSteps(language, dialect),
            advice = advice.Length == 0 ? null : advice,
            commands = entry?.GetCommands(language).Select(command => command.GetText(dialect)) ?? [],
            language = entry?.GetLanguage(language) ?? Vocabulary.GetLanguage(language),
        };
    }

    private static object Event(ActivationEvent found, string language) => new
    {
        @event = found.Number,
        kind = found.Kind.ToId(),
        meaning = found.GetMeaning(language),
        advice = found.GetAdvice(language),
    };

    // As bytes and as a stream, which must be the same.
    private static List<object> Matches(string file)
    {
        byte[] bytes = File.ReadAllBytes(file);
        using var stream = File.OpenRead(file);
        var matches = ActivationErrors.Scan(bytes);
        if (!matches.SequenceEqual(ActivationErrors.Scan(stream)))
            throw new InvalidOperationException(file + ": the stream gives other matches");
        return matches.Select(match => (object)new object[] { match.Offset, match.ToString() }).ToList();
    }

    private static IReadOnlyList<Verdict> Diagnose(string file)
    {
        using var stream = File.OpenRead(file);
        return ActivationErrors.Diagnose(stream);
    }

    private static object Diagnosis(Verdict verdict) => new
    {
        computer = verdict.Computer.Length == 0 ? null : verdict.Computer,
        code = verdict.Code is uint code ? ActivationErrors.Format(code) : null,
        rule = verdict.Rule.ToId(),
        dialect = verdict.Dialect.ToId(),
        findings = verdict.Findings.Select(finding => new
        {
            code = ActivationErrors.Format(finding.Code),
            count = finding.Count,
            offset = finding.Offset,
            role = finding.Role.ToId(),
            @event = finding.Event,
            record = finding.Record,
            time = finding.Time?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss"),
            host = finding.Host,
            current = finding.Current,
            needed = finding.Needed,
            minutes = finding.Minutes,
            evaluation = finding.Flags.HasFlag(FindingFlags.Evaluation),
            settled = finding.Flags.HasFlag(FindingFlags.Settled),
        }),
    };
}
