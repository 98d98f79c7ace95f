# Makes the P/Invoke declarations of lib/functions.tsv. Structures are those of values.awk; what is
# returned as a pointer, a string or an opaque one, is an IntPtr; text that is handed in is an array.
BEGIN {
    value["void"] = "void"
    value["int"] = "int"
    value["uint32_t"] = "uint"
    value["uint64_t"] = "ulong"
    value["size_t"] = "UIntPtr"
    value["*"] = "IntPtr"

    argument["char *"] = argument["void *"] = "byte[]?"
    argument["uint32_t *"] = "out uint"
    argument["size_t *"] = "ref UIntPtr"
    argument["act_case *"] = "ulong[]"
    argument["act_origin *"] = "ActOrigin[]?"
    argument["act_match *"] = "[Out] ActMatch[]"
    argument["act_class *"] = "out ActClass"
    argument["act_finding *"] = "out ActFinding"
    argument["act_verdict *"] = "out ActVerdict"

    print "// Generated from the list of the library's functions.\n#nullable enable"
    print "using System;\nusing System.Runtime.InteropServices;\n"
    print "namespace ActDiag\n{\n    internal static partial class NativeMethods\n    {"
}

function declare(name, result, types, names, count,    i, type, list) {
    for (i = 1; i <= count; i++) {
        type = types[i] in argument ? argument[types[i]] : written(types[i])
        # An array where there is a number of elements as well.
        if (types[i] == "uint32_t *" && i < count && names[i + 1] == "capacity")
            type = "[Out] uint[]?"
        list = list (i > 1 ? ", " : "") type " @" names[i]
    }
    print "        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]"
    print "        internal static extern " written(result) " " name "(" list ");\n"
}

END { print "    }\n}" }
