# Makes rsyslog's lookup table of what this prints:
# actdiag list --all --fields code,value,category,side,name,message
# Each code is found by its 8 hex digits, in lower case as rsyslog's tolower() makes them, and as a
# signed and an unsigned number. The value: category, side, and the message, or else the name or the code.

# A member whose value is a number, null, or a string without quotation marks in it.
function member(name, start) {
    match($0, "\"" name "\":(\"[^\"]*\"|[^,}\"]*)")
    start = RSTART + length(name) + 3
    value = substr($0, start, RSTART + RLENGTH - start)
    gsub(/"/, "", value)
    return value
}
function print_row(key, text) {
    printf "%s\n{\"index\":\"%s\",\"value\":\"%s\"}", separator, key, text
    separator = ","
}
BEGIN { printf "{\"version\":1,\"nomatch\":\"\",\"type\":\"string\",\"table\":[" }
{
    match($0, /"message":/)
    message = substr($0, RSTART + RLENGTH)
    text = message == "null}" ? member("name") : substr(message, 2, length(message) - 3)
    if (text == "null")
        text = member("code")
    text = member("category") " " member("side") " " text
    print_row(tolower(member("code")), text)
    number = member("value") + 0
    print_row(sprintf("%.0f", number), text)
    if (number >= 2147483648)
        print_row(sprintf("%.0f", number - 4294967296), text)
}
END { print "\n]}" }
