# Fills the line @TABLE@ of a completion script for the shell bash, zsh or fish with the commands and
# options of options.def: awk -v shell=bash -f fill.awk options.def actdiag.bash.in

# Cuts the first argument off the row and returns it without its quotes; NULL is "".
function take(    argument) {
    if (row ~ /^"/) {
        match(row, /^"[^"]*"/)
        argument = substr(row, 2, RLENGTH - 2)
    } else {
        match(row, /^[^,)]*/)
        argument = substr(row, 1, RLENGTH)
    }
    row = substr(row, RLENGTH + 1)
    sub(/^, */, "", row)
    return argument == "NULL" ? "" : argument
}

function begin_row() {
    row = $0
    sub(/^[A-Z]*\(/, "", row)
}

# Notes what an option means to the commands of a list such as "SCAN" or "EVERY".
function add_meaning(option, ids, help,    i) {
    sub(/(: [{]languages[}])?; default:.*/, "", help)
    for (i = 1; i <= command_count; i++)
        if (ids == "EVERY" || ids == command_id[i])
            meaning[i, option] = help
}

FNR == NR && /^COMMAND\(/ {
    begin_row()
    command_id[++command_count] = take()
    command[command_count] = take()
    operands[command_count] = take()
    take()
    summary[command_count] = take()
}
FNR == NR && /^OPTION\(/ {
    begin_row()
    place[take()] = ++option_count
    letter[option_count] = take()
    gsub(/[0']/, "", letter[option_count])
    name[option_count] = take()
    argument[option_count] = take()
    values[option_count] = tolower(take())
    ids = take()
    add_meaning(option_count, ids, take())
}
FNR == NR && /^MORE\(/ {
    begin_row()
    option = place[take()]
    ids = take()
    add_meaning(option, ids, take())
}
FNR != NR && $0 != "@TABLE@"
FNR != NR && $0 == "@TABLE@" {
    if (shell == "bash")
        print_bash()
    else if (shell == "zsh")
        print_zsh()
    else
        print_fish()
}

function print_bash(    i, o, words) {
    words = ""
    for (i = 1; i <= command_count; i++)
        words = words (command[i] == "" ? "" : " " command[i])
    printf "_actdiag_commands='%s'\n\n", substr(words, 2)
    print "_actdiag_options()\n{\n    case $1 in"
    for (i = 1; i <= command_count; i++) {
        words = ""
        for (o = 1; o <= option_count; o++)
            words = words ((i, o) in meaning ? " --" name[o] : "")
        printf "    '%s') echo '%s' ;;\n", command[i], substr(words, 2)
    }
    print "    esac\n}\n\n_actdiag_operands()\n{\n    case $1 in"
    for (i = 1; i <= command_count; i++)
        printf "    '%s') echo %s ;;\n", command[i], tolower(operands[i])
    print "    esac\n}\n\n_actdiag_values()\n{\n    case $1 in"
    for (o = 1; o <= option_count; o++)
        if (argument[o] != "")
            printf "    %s--%s) echo %s ;;\n", letter[o] == "" ? "" : "-" letter[o] " | ", name[o], \
                values[o]
    print "    esac\n}"
}

# The specification of _arguments for an option.
function zsh_specification(i, o,    text, action) {
    text = meaning[i, o]
    gsub(/[\[\]:]/, "\\\\&", text)
    if (argument[o] != "") {
        action = values[o] == "none" ? " " : "{_actdiag_" values[o] " --" name[o] "}"
        action = ":" argument[o] ":" action
    }
    if (letter[o] == "")
        return sprintf("'--%s%s[%s]%s'", name[o], argument[o] == "" ? "" : "=", text, action)
    return sprintf("'(-%s --%s)'{-%s,--%s%s}'[%s]%s'", letter[o], name[o], \
        letter[o] (argument[o] == "" ? "" : "+"), name[o], argument[o] == "" ? "" : "=", text, action)
}

function print_zsh(    i, o) {
    print "_actdiag_set_commands()\n{\n    commands=("
    for (i = 1; i <= command_count; i++)
        if (command[i] != "")
            printf "        '%s:%s'\n", command[i], summary[i]
    print "    )\n}\n\n_actdiag_set_options()\n{\n    case $1 in"
    for (i = 1; i <= command_count; i++) {
        printf "    '%s')\n        operands=%s\n        options=(\n", command[i], tolower(operands[i])
        for (o = 1; o <= option_count; o++)
            if ((i, o) in meaning)
                print "            " zsh_specification(i, o)
        print "        )\n        ;;"
    }
    print "    esac\n}"
}

function print_fish(    i, o) {
    print "function __actdiag_commands"
    for (i = 1; i <= command_count; i++)
        if (command[i] != "")
            print "    echo " command[i]
    print "end\n"
    for (i = 1; i <= command_count; i++) {
        if (command[i] != "")
            printf "complete -c actdiag -f -n '__actdiag_is_first' -a %s -d '%s'\n", command[i], summary[i]
        for (o = 1; o <= option_count; o++) {
            if (!((i, o) in meaning))
                continue
            printf "complete -c actdiag -n '__actdiag_is \"%s\"'%s -l %s -d '%s'", command[i], \
                letter[o] == "" ? "" : " -s " letter[o], name[o], meaning[i, o]
            if (argument[o] != "")
                printf " -x -a '%s'", values[o] == "none" ? "" : "(__actdiag_" values[o] " --" name[o] ")"
            print ""
        }
        if (operands[i] == "FILES")
            printf "complete -c actdiag -F -n '__actdiag_is \"%s\"'\n", command[i]
        else if (operands[i] == "CODES")
            printf "complete -c actdiag -f -n '__actdiag_is \"%s\"' -a '(__actdiag_codes)'\n", command[i]
        else
            printf "complete -c actdiag -f -n '__actdiag_is \"%s\"'\n", command[i]
    }
}
