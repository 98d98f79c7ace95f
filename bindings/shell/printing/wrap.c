/* Wraps lines at blanks and, in Japanese, between characters. */
#include "printing/wrap.h"

#include <string.h>

#include "printing/characters.h"

enum { COMMAND_INDENT = 4, WIDE = 2 };

/* Blanks, and the "1. " or "- " after them, under which the lines that follow are aligned. */
static size_t hanging_indent(const char *line, size_t length)
{
    size_t indent = 0;
    while (indent < length && line[indent] == ' ')
        indent++;
    size_t marker = indent;
    while (marker < length && line[marker] >= '0' && line[marker] <= '9')
        marker++;
    bool is_number = marker > indent && marker < length && line[marker] == '.';
    bool is_dash = marker == indent && marker < length && line[marker] == '-';
    if ((is_number || is_dash) && marker + 1 < length && line[marker + 1] == ' ')
        return marker + 2;
    return indent;
}

static bool is_one_of(uint32_t character, const char *marks)
{
    uint32_t mark;
    for (; *marks != '\0'; marks += utf8_read(marks, &mark))
        if (utf8_read(marks, &mark) > 0 && mark == character)
            return true;
    return false;
}

/* Marks that may not begin a line in Japanese. */
static bool is_closing(uint32_t character)
{
    return is_one_of(character, ",.:;!?)]}>%、。，．：；！？…‥・」』）］｝】〕〉》”’々ー"
                                "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ");
}

/* Marks that may not end one. */
static bool is_opening(uint32_t character)
{
    return is_one_of(character, "([{<「『（［｛【〔〈《“‘");
}

static bool may_break(uint32_t before, uint32_t after)
{
    if (before == ' ' || after == ' ')
        return before != ' ';
    bool is_wide = utf8_width(before) == WIDE || utf8_width(after) == WIDE;
    return is_wide && !is_opening(before) && !is_closing(after);
}

/*
 * Bytes of text for a line of so many columns; more where it cannot be broken earlier, such as an
 * address. The line is not broken within the first bytes, unbroken.
 */
static size_t fitting_length(const char *text, size_t length, size_t unbroken, int width)
{
    size_t best = 0;
    int column = 0;
    uint32_t before = ' ', character;
    for (size_t i = 0, size; i < length; i += size) {
        size = utf8_read(text + i, &character);
        if (size == 0) {
            size = 1;
            character = 0;
        }
        if (i > unbroken && may_break(before, character))
            best = i;
        column += utf8_width(character);
        if (column > width && best > 0)
            return best;
        before = character;
    }
    return length;
}

static void print_wrapped(FILE *out, const char *line, size_t length, int margin,
                          const struct text_style *style)
{
    size_t indent = hanging_indent(line, length), unbroken = indent;
    int width = style->width - margin, column = margin;
    for (size_t position = 0; position < length;) {
        size_t count = fitting_length(line + position, length - position, unbroken, width);
        fprintf(out, "%*s", column, "");
        text_print_part(out, line + position, count, style->is_terminal);
        putc('\n', out);
        position += count;
        while (position < length && line[position] == ' ')
            position++;
        unbroken = 0;
        column = margin + (int)indent;
        width = style->width - column;
    }
}

void wrap_print(FILE *out, const char *text, int margin, const struct text_style *style)
{
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        bool is_command = strspn(text, " ") >= COMMAND_INDENT;
        if (length > 0 && style->width > 0 && !is_command) {
            print_wrapped(out, text, length, margin, style);
        } else {
            fprintf(out, "%*s", length > 0 ? margin : 0, "");
            text_print_part(out, text, length, style->is_terminal);
            putc('\n', out);
        }
        text += length + (text[length] == '\n');
    }
}
