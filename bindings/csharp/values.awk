# Makes enumerations, structures and numbers of include/actdiag.h. act_event_kind becomes EventKind,
# its enumerator ACT_EVENT_GOOD becomes Good; bits that are macros, such as ACT_SCAN_BARE, become an
# enumeration for each prefix; structures keep their prefix, as ActClass.
BEGIN {
    split("FLAG SCAN FINDING COMMAND", prefixes, " ")
    bits["FLAG"] = "ClassFlags"
    bits["SCAN"] = "ScanOptions"
    bits["FINDING"] = "FindingFlags"
    bits["COMMAND"] = "CommandFlags"
    about["ClassFlags"] = "Bits of a classification."
    about["ScanOptions"] = "Which notations a scan finds beside documented and named codes with the prefix 0x."
    about["FindingFlags"] = "What else is known of a code of a case."
    about["CommandFlags"] = "The nature of a command."

    managed["uint32_t"] = "uint"
    managed["uint64_t"] = "ulong"
    managed["int64_t"] = "long"

    print "// Generated from the public header.\n#nullable enable\n#pragma warning disable CS0649, CA1815"
    print "using System;\nusing System.Runtime.InteropServices;\n\nnamespace ActDiag\n{"
}

function pascal(words,    parts, count, i, name) {
    count = split(tolower(words), parts, "_")
    for (i = 1; i <= count; i++)
        name = name toupper(substr(parts[i], 1, 1)) substr(parts[i], 2)
    return name
}

# The text of the comment on a line, as a sentence.
function comment(line) {
    if (!match(line, /\/\*\*<? .* \*\//))
        return ""
    line = substr(line, RSTART, RLENGTH)
    sub(/^\/\*\*<? +(Flag|Bit) of [a-z_.]+(\(\))?: /, "", line)
    sub(/^\/\*\*<? +/, "", line)
    sub(/ +\*\/$/, "", line)
    sub(/\.$/, "", line)
    gsub(/&/, "\\&amp;", line)
    gsub(/</, "\\&lt;", line)
    return toupper(substr(line, 1, 1)) substr(line, 2) "."
}

function member(name, value, text) {
    return "        /// <summary>" text "</summary>\n        " name " = " value ",\n"
}

function enumeration(name, text, members, is_set, is_public) {
    print "    /// <summary>" text "</summary>"
    if (is_set)
        print "    [Flags]"
    print "    " (is_public ? "public" : "internal") " enum " name "\n    {"
    if (is_set)
        print member("None", 0, "Nothing.")
    print members "    }\n"
}

/^\/\*\* .*\*\/$/ { above = comment($0); next }

/^typedef enum act_/ {
    kind = substr($3, 5)
    prefix = kind
    sub(/_(field|kind)$/, "", prefix)
    members = ""
    next
}

kind != "" && match($0, /ACT_[A-Z0-9_]+ = [0-9]+/) {
    split(substr($0, RSTART, RLENGTH), pair, " = ")
    members = members (members == "" ? "" : "\n") \
        member(pascal(substr(pair[1], length("ACT_" prefix "_") + 1)), pair[2], comment($0))
}

kind != "" && /^}/ {
    # Which text of several is a matter of the methods, one for each.
    enumeration(kind == "type" ? "ActivationTypes" : pascal(kind), above, members, kind == "type", kind !~ /field$/)
    kind = ""
}

/^typedef struct act_[a-z]+ \{/ {
    structure = pascal($3)
    fields = ""
    next
}

structure != "" && match($0, /^    [a-z0-9_ ]+\*?[a-z0-9_]+(\[[0-9]+\])?;/) {
    field = substr($0, RSTART + 4, RLENGTH - 5)
    count = 1
    if (match(field, /\[[0-9]+\]/)) {
        count = substr(field, RSTART + 1, RLENGTH - 2) + 0
        field = substr(field, 1, RSTART - 1)
    }
    match(field, /[a-z0-9_]+$/)
    type = field ~ /\*/ ? "IntPtr" : managed[substr(field, 1, RSTART - 2)]
    if (type == "") {
        print FILENAME ":" FNR ": the binding has no type for this field" | "cat 1>&2"
        exit 1
    }
    field = substr(field, RSTART)
    if (field == "opaque")
        numbers = numbers "        internal const int CaseWords = " count ";\n"
    else
        for (i = 0; i < count; i++)
            fields = fields "        internal " type " " pascal(field) (count > 1 ? i : "") ";\n"
}

structure != "" && /^}/ {
    if (fields != "")
        print "    [StructLayout(LayoutKind.Sequential)]\n    internal struct " structure "\n    {\n" fields "    }\n"
    structure = ""
}

/^#define ACT_[A-Z0-9_]+ UINT32_C\([0-9]+\)/ {
    split($2, words, "_")
    value = $3
    gsub(/[^0-9]/, "", value)
    value = substr(value, 3)
    name = pascal(substr($2, length("ACT_" words[2] "_") + 1))
    if (!(words[2] in bits) || $2 == "ACT_SCAN_MORE") {
        numbers = numbers "        internal const uint " pascal(substr($2, 5)) " = " value ";\n"
    } else {
        text = comment($0)
        set[words[2]] = set[words[2]] (set[words[2]] == "" ? "" : "\n") member(name, value, text == "" ? above : text)
    }
}

/^#define ACT_[A-Z0-9_]+ ([0-9]+|UINT32_MAX)$/ {
    numbers = numbers "        internal const " ($3 == "UINT32_MAX" ? "uint " : "int ") pascal(substr($2, 5)) " = " \
        ($3 == "UINT32_MAX" ? "uint.MaxValue" : $3) ";\n"
}

END {
    for (i = 1; i in prefixes; i++)
        enumeration(bits[prefixes[i]], about[bits[prefixes[i]]], set[prefixes[i]], 1, prefixes[i] != "FLAG")
    print "    internal static class Header\n    {\n" numbers "    }\n}"
}
