/* Writes JSON (RFC 8259). */
#include "printing/json.h"

#include <actdiag.h>
#include <inttypes.h>

#include "printing/characters.h"

enum { CODE_SIZE = ACT_FORMAT_SIZE };

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

static void print_types(FILE *out, uint32_t types)
{
    const char *separator = "";
    fputs(",\"types\":[", out);
    for (unsigned type = 1; type & ACT_TYPE_ALL; type <<= 1) {
        if (!(types & type))
            continue;
        fprintf(out, "%s\"%s\"", separator, act_type_id((act_type)type));
        separator = ",";
    }
    putc(']', out);
}

void json_print_members(FILE *out, uint32_t code, const char *language)
{
    char hex[CODE_SIZE];
    act_class details;
    const act_entry *entry = act_lookup(code);
    act_category category = act_classify(code, &details);
    language = entry ? act_entry_language(entry, language) : act_words_language(language);
    const char *advice = act_category_text(category, ACT_CATEGORY_ADVICE, language);
    act_format(code, hex, sizeof hex);
    fprintf(out, "\"code\":\"%s\",\"value\":%" PRIu32, hex, code);
    json_print_member(out, "known", act_known_id((act_known)details.known));
    json_print_member(out, "name", act_name(code));
    json_print_member(out, "category", act_category_id(category));
    json_print_member(out, "side", act_side_id((act_side)details.side));
    fprintf(out, ",\"retry\":%s", details.flags & ACT_FLAG_RETRY ? "true" : "false");
    print_types(out, details.types);
    json_print_member(out, "message",
                      entry ? act_entry_text(entry, ACT_FIELD_MESSAGE, language) : NULL);
    json_print_member(out, "cause",
                      entry ? act_entry_text(entry, ACT_FIELD_CAUSE, language) : NULL);
    json_print_member(out, "steps",
                      entry ? act_entry_text(entry, ACT_FIELD_STEPS, language) : NULL);
    json_print_member(out, "advice", *advice != '\0' ? advice : NULL);
    json_print_member(out, "language", language);
}

void json_print_code(FILE *out, uint32_t code, const char *language)
{
    putc('{', out);
    json_print_members(out, code, language);
    fputs("}\n", out);
}
