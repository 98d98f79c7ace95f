# Makes the symbols file of the library's package of functions.tsv.
BEGIN {
    FS = "\t"
    print "libactdiag.so.1 libactdiag1 #MINVER#"
    print "* Build-Depends-Package: libactdiag-dev"
}
/^#/ { next }
!($1 in seen) {
    seen[$1]
    printf " LIBACTDIAG_%s@LIBACTDIAG_%s %s.0\n", $1, $1, $1
}
{
    match($2, /act_[a-z0-9_]*\(/)
    printf " %s@LIBACTDIAG_%s %s.0\n", substr($2, RSTART, RLENGTH - 1), $1, $1
}
