# Writes a command's script with its help in another language, which PowerShell then shows:
#
#   awk -f translate_help.awk Get-ActivationError.ja.txt Get-ActivationError.ps1
#
# The code of the examples, the outputs and the links are those of the script itself. Windows
# PowerShell 5.1 takes the script for UTF-8 by its first three bytes.
BEGIN { printf "\357\273\277" }

NR == FNR { translated[++lines] = $0; next }

/^ *<#$/ { is_help = 1; print; next }

/^ *#>$/ {
    write_help()
    is_help = 0
}

!is_help { print; next }

/^ *\.[A-Z]+/ { keyword = $1 }

keyword == ".EXAMPLE" && $1 == ".EXAMPLE" { examples++; next }

keyword == ".EXAMPLE" && !(examples in code) { sub(/^ +/, ""); code[examples] = $0 }

keyword == ".OUTPUTS" || keyword == ".LINK" { kept = kept $0 "\n" }

function write_help(    i, written) {
    for (i = 1; i <= lines; i++) {
        print (translated[i] == "" ? "" : "    " translated[i])
        if (translated[i] == ".EXAMPLE")
            printf "    %s\n\n", code[++written]
    }
    if (written != examples) {
        print FILENAME ": " examples " examples, translated " written > "/dev/stderr"
        exit 1
    }
    printf "\n%s", kept
}
