/* Prints text for people. */
#include "text.h"

#include <stdlib.h>
#include <string.h>

#include "platform.h"
#include "utf8.h"

enum { COMMAND_INDENT = 4, NARROWEST = 40 };

struct text_style text_style_of_output(void)
{
    struct text_style style = {.is_terminal = platform_is_terminal(stdout)};
    const char *no_colour = getenv("NO_COLOR"), *terminal = getenv("TERM");
    style.has_colour = style.is_terminal && (!no_colour || *no_colour == '\0') &&
                       !(terminal && strcmp(terminal, "dumb") == 0);
    style.width = style.is_terminal ? platform_terminal_width() : 0;
    if (style.width > 0 && style.width < NARROWEST)
        style.width = NARROWEST;
    return style;
}

/* Shows a control character, or a byte that is no UTF-8, as \x1B. */
static void print_shown(FILE *out, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        fprintf(out, "\\x%02X", (unsigned)(unsigned char)bytes[i]);
}

/* Prints length bytes of text. */
static void print_safe(FILE *out, const char *text, size_t length, bool is_terminal)
{
    if (!is_terminal) {
        fwrite(text, 1, length, out);
        return;
    }
    for (size_t i = 0; i < length;) {
        uint32_t character;
        size_t size = utf8_read(text + i, &character);
        if (size == 0)
            print_shown(out, text + i, 1);
        else if (utf8_is_control(character))
            print_shown(out, text + i, size);
        else
            fwrite(text + i, 1, size, out);
        i += size == 0 ? 1 : size;
    }
}

void text_print_line(FILE *out, const char *text, bool is_terminal)
{
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        print_safe(out, text, length, is_terminal);
        text += length;
        text += strspn(text, "\n");
        if (*text != '\0')
            putc(' ', out);
    }
}

/* Blanks, and the "1. " or "- " behind them, under which the lines that follow are aligned. */
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

/* Marks that may not begin a line in Japanese. */
static bool is_closing(uint32_t character)
{
    static const uint32_t closing[] = {0x3001, 0x3002, 0x300D, 0x300F, 0xFF09, 0x30FC,
                                       0xFF01, 0xFF1F, 0xFF1A, 0x3083, 0x3085, 0x3087,
                                       0x3063, 0x30C3, 0x30E3, 0x30E5, 0x30E7};
    for (size_t i = 0; i < sizeof closing / sizeof *closing; i++)
        if (character == closing[i])
            return true;
    return false;
}

/* Bytes of text that fit into width columns: up to a blank, or between East Asian characters. */
static size_t fitting_length(const char *text, size_t length, int width)
{
    size_t best = 0;
    int column = 0;
    for (size_t i = 0; i < length;) {
        uint32_t character;
        size_t size = utf8_read(text + i, &character);
        int columns = size == 0 ? 4 : utf8_width(character);
        bool is_wide = size > 0 && columns == 2;
        if (i > 0 && (text[i] == ' ' || (is_wide && !is_closing(character))))
            best = i;
        if (column + columns > width)
            return best > 0 ? best : i > 0 ? i : size;
        column += columns;
        i += size == 0 ? 1 : size;
        if (is_wide && i < length && utf8_read(text + i, &character) > 0 && !is_closing(character))
            best = i;
    }
    return length;
}

static void print_wrapped(FILE *out, const char *line, size_t length, int margin,
                          const struct text_style *style)
{
    size_t indent = hanging_indent(line, length), position = 0;
    int first_width = style->width - margin, width = first_width - (int)indent;
    bool is_first = true;
    while (position < length) {
        size_t count =
            fitting_length(line + position, length - position, is_first ? first_width : width);
        if (is_first && count < indent)
            count = length;
        fprintf(out, "%*s", margin + (is_first ? 0 : (int)indent), "");
        print_safe(out, line + position, count, style->is_terminal);
        putc('\n', out);
        position += count;
        while (position < length && line[position] == ' ')
            position++;
        is_first = false;
    }
}

void text_print_block(FILE *out, const char *text, int margin, const struct text_style *style)
{
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        bool is_command = strspn(text, " ") >= COMMAND_INDENT;
        if (length == 0) {
            putc('\n', out);
        } else if (style->width > 0 && !is_command) {
            print_wrapped(out, text, length, margin, style);
        } else {
            fprintf(out, "%*s", margin, "");
            print_safe(out, text, length, style->is_terminal);
            putc('\n', out);
        }
        text += length + (text[length] == '\n');
    }
}

void text_print_heading(FILE *out, const char *text, const struct text_style *style)
{
    fputs(style->has_colour ? "\033[1m" : "", out);
    text_print_line(out, text, style->is_terminal);
    fputs(style->has_colour ? "\033[0m\n" : "\n", out);
}

void text_complain(const char *subject, const char *what)
{
    fputs("actdiag: ", stderr);
    text_print_line(stderr, subject, true);
    fprintf(stderr, ": %s\n", what);
}
