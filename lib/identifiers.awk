# Makes identifiers.h of actdiag.h: what each vocabulary counts, and its identifiers in the order of
# the values, where ACT_EVENT_GOOD of act_event_kind is "good". Enumerations of fields have none.
BEGIN {
    print "/* Generated from actdiag.h: the identifiers of each vocabulary, in the order of their values. */"
    print "#ifndef ACTDIAG_IDENTIFIERS_H\n#define ACTDIAG_IDENTIFIERS_H\n\n#include \"actdiag.h\"\n"
}
/^typedef enum act_[a-z_]+ \{/ && $3 !~ /field$/ {
    vocabulary = toupper($3)
    prefix = vocabulary
    sub(/_KIND$/, "", prefix)
    identifiers = ""
    count = width = 0
    value = vocabulary == "ACT_TYPE" ? 1 : 0
}
vocabulary != "" && match($0, /ACT_[A-Z0-9_]+ = [0-9]+/) {
    split(substr($0, RSTART, RLENGTH), pair, " = ")
    if (pair[2] + 0 != value) {
        print FILENAME ":" FNR ": expected the next value, " pair[1] " = " value | "cat 1>&2"
        exit failed = 1
    }
    value = vocabulary == "ACT_TYPE" ? 2 * value : value + 1
    identifier = tolower(substr(pair[1], length(prefix) + 2))
    gsub(/_/, "-", identifier)
    identifiers = identifiers (count++ ? ", " : "") "\"" identifier "\""
    if (length(identifier) >= width)
        width = length(identifier) + 1
}
vocabulary != "" && /^}/ {
    printf "#define %s_COUNT %d\n#define %s_WIDTH %d\n", vocabulary, count, vocabulary, width
    printf "#define %s_IDS {%s}\n\n", vocabulary, identifiers
    vocabulary = ""
}
END {
    if (!failed)
        print "#endif"
}
