/* Reads title, date and language from the front matter. */
#include "documents/front_matter.h"

#include <string.h>

#include "documents/tag.h"

static struct span trim(struct span span)
{
    while (span.length > 0 && (*span.text == ' ' || *span.text == '\t')) {
        span.text++;
        span.length--;
    }
    while (span.length > 0 &&
           (span.text[span.length - 1] == ' ' || span.text[span.length - 1] == '\t'))
        span.length--;
    return span;
}

static bool is_mark(struct span line)
{
    line = trim(line);
    return line.length == 3 && memcmp(line.text, "---", 3) == 0;
}

/* Number of the closing mark's line, or 0. */
static unsigned find_end(const struct source *source)
{
    if (!is_mark(source_line(source, 1)))
        return 0;
    for (unsigned line = 2; line <= source->line_count; line++)
        if (is_mark(source_line(source, line)))
            return line;
    return 0;
}

/* The value of a line "key: value", without quotes around it; its text is NULL for other lines. */
static struct span value_of(struct span line, const char *key)
{
    size_t length = strlen(key);
    if (line.length <= length || memcmp(line.text, key, length) != 0 || line.text[length] != ':')
        return (struct span){NULL, 0};
    struct span value = trim((struct span){line.text + length + 1, line.length - length - 1});
    char quote = value.length >= 2 ? *value.text : '\0';
    if ((quote == '"' || quote == '\'') && value.text[value.length - 1] == quote)
        value = (struct span){value.text + 1, value.length - 2};
    return value;
}

/* Digits up to any other character; the value, and how many there were. */
static unsigned read_number(struct span *span, size_t *digits)
{
    unsigned number = 0;
    for (*digits = 0; span->length > 0 && *span->text >= '0' && *span->text <= '9'; ++*digits) {
        number = *digits < 5 ? number * 10 + (unsigned)(*span->text - '0') : number;
        span->text++;
        span->length--;
    }
    return number;
}

static bool skip(struct span *span, char character)
{
    if (span->length == 0 || *span->text != character)
        return false;
    span->text++;
    span->length--;
    return true;
}

/* MM/DD/YYYY, as Microsoft writes it, or YYYY-MM-DD. */
static bool read_date(struct span text, unsigned date[3])
{
    size_t digits[3];
    unsigned numbers[3];
    char separator = memchr(text.text, '/', text.length) ? '/' : '-';
    for (int i = 0; i < 3; i++) {
        if (i > 0 && !skip(&text, separator))
            return false;
        numbers[i] = read_number(&text, &digits[i]);
    }
    int year = separator == '/' ? 2 : 0;
    date[0] = numbers[year];
    date[1] = numbers[year == 0 ? 1 : 0];
    date[2] = numbers[year == 0 ? 2 : 1];
    return text.length == 0 && digits[year] == 4 && date[1] >= 1 && date[1] <= 12 && date[2] >= 1 &&
           date[2] <= 31;
}

static const char *iso_date(struct span value, struct location place, struct arena *arena,
                            struct diagnostics *diagnostics)
{
    enum { SIZE = sizeof "YYYY-MM-DD" };
    unsigned date[3];
    if (!read_date(value, date)) {
        diagnose(diagnostics, SEVERITY_WARNING, place,
                 "\"%.*s\" is not a date; ignored; expected MM/DD/YYYY or YYYY-MM-DD",
                 (int)value.length, value.text);
        return "";
    }
    char *text = arena_allocate(arena, SIZE, 1);
    snprintf(text, SIZE, "%04u-%02u-%02u", date[0] % 10000, date[1] % 100, date[2] % 100);
    return text;
}

static const char *read_locale(struct span value, struct location place, struct arena *arena,
                               struct diagnostics *diagnostics)
{
    const char *tag = tag_read(value, arena);
    if (!tag)
        diagnose(diagnostics, SEVERITY_WARNING, place,
                 "\"%.*s\" is not a language tag; ignored; expected one such as ja or pt-BR",
                 (int)value.length, value.text);
    return tag;
}

static unsigned column_of(struct span value, struct span line)
{
    return (unsigned)(value.text - line.text) + 1;
}

struct front_matter front_matter_read(const struct source *source, struct arena *arena,
                                      struct diagnostics *diagnostics)
{
    struct front_matter matter = {find_end(source), "", "", NULL};
    for (unsigned line = 2; line < matter.line_count; line++) {
        struct span text = source_line(source, line);
        struct span title = value_of(text, "title");
        struct span date = value_of(text, "ms.date");
        struct span locale = value_of(text, "ms.contentlocale");
        if (title.text)
            matter.title = arena_copy(arena, title.text, title.length);
        if (date.text && date.length > 0)
            matter.date = iso_date(date, source_place(source, line, column_of(date, text)), arena,
                                   diagnostics);
        if (locale.text)
            matter.locale = read_locale(locale, source_place(source, line, column_of(locale, text)),
                                        arena, diagnostics);
    }
    return matter;
}
