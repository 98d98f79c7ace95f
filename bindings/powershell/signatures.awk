# Makes the hashtable of lib/functions.tsv with which Native.ps1 defines .NET methods: return type,
# then parameter types. An array stands for a pointer to its first element, IntPtr for a pointer
# that is only handed on.
BEGIN {
    value["void"] = "[void]"
    value["int"] = "[int]"
    value["uint32_t"] = "[uint32]"
    value["uint64_t"] = "[long]"
    value["size_t"] = "$sizeType"
    value["*"] = "[IntPtr]"

    array["char *"] = array["void *"] = "[byte[]]"
    array["uint32_t *"] = "[uint32[]]"
    array["size_t *"] = "$sizeType.MakeArrayType()"
    array["act_match *"] = "[long[]]"
    array["act_class *"] = array["act_finding *"] = array["act_verdict *"] = "[uint32[]]"

    print "# Generated from the list of the library's functions; dot-sourced by Native.ps1, which sets $sizeType."
    print "@{"
}

function declare(name, result, types, names, count,    i, list) {
    for (i = 1; i <= count; i++)
        list = list (i > 1 ? ", " : "") (types[i] in array ? array[types[i]] : written(types[i]))
    printf "    %s = %s, @(%s)\n", name, written(result), list
}

END { print "}" }
