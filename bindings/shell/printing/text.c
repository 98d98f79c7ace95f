/* Prints text for people. */
#include "printing/text.h"

#include <stdlib.h>
#include <string.h>

#include "platform/platform.h"
#include "printing/characters.h"

/* Columns between which lines are easy to read, and so are wrapped. */
enum { NARROWEST = 40, WIDEST = 100 };

struct text_style text_style_of_output(void)
{
    struct text_style style = {.is_terminal = platform_is_terminal(stdout)};
    const char *no_colour = getenv("NO_COLOR");
    style.has_colour = platform_takes_escapes(stdout) && (!no_colour || *no_colour == '\0');
    style.width = style.is_terminal ? platform_terminal_width() : 0;
    if (style.width > 0 && style.width < NARROWEST)
        style.width = NARROWEST;
    if (style.width > WIDEST)
        style.width = WIDEST;
    return style;
}

/* Shows a control character, or a byte that is no UTF-8, as \x1B. */
static void print_shown(FILE *out, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        fprintf(out, "\\x%02X", (unsigned)(unsigned char)bytes[i]);
}

void text_print_part(FILE *out, const char *text, size_t length, bool is_terminal)
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
        text_print_part(out, text, length, is_terminal);
        text += length;
        text += strspn(text, "\n");
        if (*text != '\0')
            putc(' ', out);
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
