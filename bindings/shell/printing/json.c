/* Writes JSON (RFC 8259). */
#include "printing/json.h"

#include <actdiag.h>
#include <inttypes.h>
#include <string.h>

#include "printing/characters.h"
#include "printing/fields.h"

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

/* The letter of a short escape, such as n for a line feed; '\0' where there is none. */
static char short_escape(uint32_t character)
{
    static const char characters[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
    const char *found = character < 0x80 ? strchr(characters, (int)character) : NULL;
    return found ? letters[found - characters] : '\0';
}

/*
 * Returns the number of bytes. One that is not UTF-8 becomes the low surrogate that Python's
 * os.fsdecode() makes of it: names of files stay apart, and can be had back.
 */
static size_t print_escaped(FILE *out, const char *text)
{
    uint32_t character;
    size_t size = utf8_read(text, &character);
    char letter = size > 0 ? short_escape(character) : '\0';
    if (size == 0)
        fprintf(out, "\\udc%02x", (unsigned)(unsigned char)*text);
    else if (letter != '\0')
        fprintf(out, "\\%c", letter);
    else
        fprintf(out, "\\u%04x", (unsigned)character);
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

struct json_object json_begin(FILE *out, const char *fields)
{
    putc('{', out);
    return (struct json_object){.out = out, .fields = fields};
}

bool json_key(struct json_object *object, const char *key)
{
    if (object->fields && !fields_contain(object->fields, key, strlen(key)))
        return false;
    fprintf(object->out, "%s\"%s\":", object->has_members ? "," : "", key);
    object->has_members = true;
    return true;
}

void json_text(struct json_object *object, const char *key, const char *text)
{
    if (!text)
        json_null(object, key);
    else if (json_key(object, key))
        json_print_string(object->out, text);
}

void json_code(struct json_object *object, const char *key, uint32_t code)
{
    char hex[ACT_FORMAT_SIZE];
    act_format(code, hex, sizeof hex);
    json_text(object, key, hex);
}

void json_number(struct json_object *object, const char *key, uint64_t number)
{
    if (json_key(object, key))
        fprintf(object->out, "%" PRIu64, number);
}

void json_flag(struct json_object *object, const char *key, bool is_set)
{
    if (json_key(object, key))
        fputs(is_set ? "true" : "false", object->out);
}

void json_null(struct json_object *object, const char *key)
{
    if (json_key(object, key))
        fputs("null", object->out);
}

void json_end(struct json_object *object)
{
    putc('}', object->out);
}
