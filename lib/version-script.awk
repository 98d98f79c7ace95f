# Makes the linker's version script of functions.tsv: one node per minor version, ascending.
BEGIN { FS = "\t" }
/^#/ { next }
$1 != version {
    if (version != "")
        end_node()
    printf "LIBACTDIAG_%s {\nglobal:\n", $1
    before = version
    version = $1
}
{
    match($2, /act_[a-z0-9_]*\(/)
    printf "\t%s;\n", substr($2, RSTART, RLENGTH - 1)
}
END { end_node() }

function end_node() {
    if (before == "")
        print "local:\n\t*;"
    printf "}%s;\n", before == "" ? "" : " LIBACTDIAG_" before
}
