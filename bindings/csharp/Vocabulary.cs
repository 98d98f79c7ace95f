using System;
using System.Collections.Generic;

namespace ActDiag;

/// <summary>
/// Identifiers of values, the same in every language, and words for people. A language is a BCP 47 tag or the name
/// of a POSIX locale, such as "ja" or "en_US.UTF-8"; null is the culture of the user interface.
/// </summary>
public static class Vocabulary
{
    /// <summary>The tag of the language in which words and advice are answered, such as "ja".</summary>
    /// <param name="language">The language wanted.</param>
    public static string GetLanguage(string? language = null) =>
        Native.Text(NativeMethods.act_words_language(Native.Language(language)))!;

    /// <summary>Identifier of how well a code is known, such as "documented"; null for a value that does not exist.</summary>
    /// <param name="value">The value.</param>
    public static string? ToId(this Known value) => Native.Text(NativeMethods.act_known_id((int)value));

    /// <summary>Identifier of a category, such as "kms-host"; null for a value that does not exist.</summary>
    /// <param name="value">The value.</param>
    public static string? ToId(this Category value) => Native.Text(NativeMethods.act_category_id((int)value));

    /// <summary>Identifier of a side, such as "client"; null for a value that does not exist.</summary>
    /// <param name="value">The value.</param>
    public static string? ToId(this Side value) => Native.Text(NativeMethods.act_side_id((int)value));

    /// <summary>Identifier of a role, such as "cause"; null for a value that does not exist.</summary>
    /// <param name="value">The value.</param>
    public static string? ToId(this Role value) => Native.Text(NativeMethods.act_role_id((int)value));

    /// <summary>Identifier of a dialect, such as "powershell"; null for a value that does not exist.</summary>
    /// <param name="value">The value.</param>
    public static string? ToId(this Dialect value) => Native.Text(NativeMethods.act_dialect_id((int)value));

    /// <summary>Identifier of a kind of event, such as "fault"; null for a value that does not exist.</summary>
    /// <param name="value">The value.</param>
    public static string? ToId(this EventKind value) => Native.Text(NativeMethods.act_event_kind_id((int)value));

    /// <summary>Identifier of a rule, such as "role"; null for a value that does not exist.</summary>
    /// <param name="value">The value.</param>
    public static string? ToId(this Rule value) => Native.Text(NativeMethods.act_rule_id((int)value));

    /// <summary>Identifiers of the activation types of a set, such as "kms-client".</summary>
    /// <param name="value">The set.</param>
    public static IReadOnlyList<string> ToIds(this ActivationTypes value)
    {
        var found = new List<string>();
        for (int bit = 1; bit < Header.TypeAll; bit <<= 1)
        {
            if (((int)value & bit) != 0)
                found.Add(Native.Text(NativeMethods.act_type_id(bit))!);
        }
        return found;
    }

    /// <summary>A category in words, such as "KMS host"; empty for a value that does not exist.</summary>
    /// <param name="value">The value.</param>
    /// <param name="language">The language wanted.</param>
    public static string ToText(this Category value, string? language = null) =>
        Native.Text(NativeMethods.act_category_text((int)value, (int)CategoryField.Label, Native.Language(language)))!;

    /// <summary>A side in words, such as "Network"; empty for a value that does not exist.</summary>
    /// <param name="value">The value.</param>
    /// <param name="language">The language wanted.</param>
    public static string ToText(this Side value, string? language = null) =>
        Native.Text(NativeMethods.act_side_text((int)value, Native.Language(language)))!;

    /// <summary>A role in words, such as "State of the license"; empty for a value that does not exist.</summary>
    /// <param name="value">The value.</param>
    /// <param name="language">The language wanted.</param>
    public static string ToText(this Role value, string? language = null) =>
        Native.Text(NativeMethods.act_role_text((int)value, Native.Language(language)))!;

    /// <summary>One activation type in words, such as "KMS client"; empty for a set of none or several.</summary>
    /// <param name="value">The type.</param>
    /// <param name="language">The language wanted.</param>
    public static string ToText(this ActivationTypes value, string? language = null) =>
        Native.Text(NativeMethods.act_type_text((int)value, Native.Language(language)))!;

    /// <summary>What to do in general about a kind of fault; empty where there is no advice.</summary>
    /// <param name="value">The category.</param>
    /// <param name="language">The language wanted.</param>
    /// <param name="dialect">The tool for which commands are written.</param>
    public static string GetAdvice(this Category value, string? language = null, Dialect dialect = Dialect.Slmgr)
    {
        byte[] tag = Native.Language(language);
        return Native.Written((buffer, size) =>
            NativeMethods.act_category_advice((int)value, (int)dialect, tag, buffer, size));
    }
}
