# Reads lib/functions.tsv for the script of a binding, and calls that one's
#
#     declare(name, result, types, names, count)
#
# for each exported function. Types are C's without const, such as "uint32_t" and "act_match *".
BEGIN { FS = "\t" }

/^[0-9]/ {
    place = FILENAME ":" FNR
    open = index($2, "(")
    match($2, /act_[a-z0-9_]*\(/)
    name = substr($2, RSTART, RLENGTH - 1)
    list = substr($2, open + 1, index($2, ");") - open - 1)
    count = list == "void" ? 0 : split(list, parameters, /, */)
    for (i = 1; i <= count; i++) {
        match(parameters[i], /[A-Za-z0-9_]+$/)
        names[i] = substr(parameters[i], RSTART)
        types[i] = plain_type(substr(parameters[i], 1, RSTART - 1))
    }
    declare(name, plain_type(substr($2, 1, index($2, name) - 1)), types, names, count)
}

function plain_type(text) {
    sub(/^const /, "", text)
    sub(/ +$/, "", text)
    return text
}

# What value[], which the binding fills, has for a type: under "*" for pointers, under "int" for
# enumerations. A type that it does not have ends the build.
function written(type,    kind) {
    kind = type ~ /\*$/ ? "*" : type ~ /^act_/ ? "int" : type
    if (!(kind in value)) {
        print place ": the binding has no type for " type | "cat 1>&2"
        exit 1
    }
    return value[kind]
}
