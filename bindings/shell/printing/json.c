/* Writes JSON (RFC 8259). */
#include "printing/json.h"

#include "printing/characters.h"

/* Bytes up to the first that cannot stand for itself. */
static size_t plain_length(const char *text)
{
    size_t length = 0, size;
    uint32_t character;
    while (text[length] != '\0' && (size = utf8_read(text + length, &character)) > 0 &&
           character != '"' && character != '\\' && !utf8_is_control(character))
        length += size;
    return length;
}

/*
 * Returns the number of bytes. One that is not UTF-8 becomes the low surrogate that Python's
 * os.fsdecode() makes of it: names of files stay apart, and can be had back.
 */
static size_t print_escaped(FILE *out, const char *text)
{
    uint32_t character;
    size_t size = utf8_read(text, &character);
    if (size == 0)
        fprintf(out, "\\udc%02x", (unsigned)(unsigned char)*text);
    else if (utf8_is_control(character))
        fprintf(out, "\\u%04x", (unsigned)character);
    else
        fprintf(out, "\\%c", (char)character);
    return size > 0 ? size : 1;
}

void json_print_string(FILE *out, const char *text)
{
    putc('"', out);
    while (*text != '\0') {
        size_t length = plain_length(text);
        fwrite(text, 1, length, out);
        text += length;
        if (*text != '\0')
            text += print_escaped(out, text);
    }
    putc('"', out);
}

void json_print_text(FILE *out, const char *text)
{
    if (text)
        json_print_string(out, text);
    else
        fputs("null", out);
}

void json_print_member(FILE *out, const char *key, const char *text)
{
    fprintf(out, ",\"%s\":", key);
    json_print_text(out, text);
}
