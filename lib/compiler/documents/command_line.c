/* Matches command lines with the catalogue's patterns. */
#include "documents/command_line.h"

#include <string.h>
#include <strings.h>

#include "ascii.h"

static const char slmgr[] = "slmgr.vbs ", ospp[] = "cscript ospp.vbs ";

static size_t skip_blanks(struct span text, size_t at)
{
    while (at < text.length && text.text[at] == ' ')
        at++;
    return at;
}

/* The word at a place of a line: up to a blank, or all between quotes. */
static struct span word_at(struct span line, size_t at)
{
    struct span word = {line.text + at, 0};
    bool is_quoted = false;
    while (at + word.length < line.length) {
        char c = word.text[word.length];
        if (c == ' ' && !is_quoted)
            break;
        is_quoted ^= c == '"';
        word.length++;
    }
    return word;
}

static bool is_word(struct span word, const char *text)
{
    return word.length == strlen(text) && strncasecmp(word.text, text, word.length) == 0;
}

/* The name of a program without quotes and folder. */
static struct span program_of(struct span word)
{
    if (word.length > 1 && word.text[0] == '"' && word.text[word.length - 1] == '"')
        word = (struct span){word.text + 1, word.length - 2};
    for (size_t i = word.length; i > 0; i--)
        if (word.text[i - 1] == '\\')
            return (struct span){word.text + i, word.length - i};
    return word;
}

/* Where the program is that cscript runs, or the program itself. */
static size_t skip_host(struct span line, bool *has_host)
{
    size_t at = skip_blanks(line, 0);
    struct span word = program_of(word_at(line, at));
    *has_host = is_word(word, "cscript") || is_word(word, "cscript.exe");
    while (*has_host && at < line.length && word.length > 0) {
        at = skip_blanks(line, at + word_at(line, at).length);
        word = word_at(line, at);
        if (!is_word(word, "//nologo") && !is_word(word, "/nologo") && !is_word(word, "//B"))
            break;
    }
    return at;
}

const char *command_line_normal(struct span line, struct arena *arena)
{
    bool has_host;
    size_t at = skip_host(line, &has_host);
    struct span word = word_at(line, at), program = program_of(word);
    const char *name = NULL;
    if (is_word(program, "slmgr") || is_word(program, "slmgr.vbs"))
        name = slmgr;
    else if (is_word(program, "ospp.vbs"))
        name = ospp;
    if (!name)
        return arena_copy(arena, line.text, line.length);
    at = skip_blanks(line, at + word.length);
    size_t prefix = strlen(name), rest = line.length - at;
    char *normal = arena_allocate(arena, prefix + rest + 1, 1);
    memcpy(normal, name, prefix);
    memcpy(normal + prefix, line.text + at, rest);
    if (normal[prefix] == '-')
        normal[prefix] = '/';
    while (rest > 0 && normal[prefix + rest - 1] == ' ')
        normal[prefix + --rest] = '\0';
    return normal;
}

bool command_line_is_licensing(const char *line)
{
    return strncmp(line, "slmgr.vbs /", strlen("slmgr.vbs /")) == 0 ||
           strncmp(line, "cscript ospp.vbs /", strlen("cscript ospp.vbs /")) == 0;
}

/* Bytes of a piece that a value does not break off in: <a placeholder>, "quoted text", one byte. */
static size_t piece_length(const char *text)
{
    const char *end = *text == '<'   ? strchr(text, '>')
                      : *text == '"' ? strchr(text + 1, '"')
                                     : NULL;
    return end ? (size_t)(end - text) + 1 : 1;
}

/* The longest value with which the rest matches, too; no blank is in it, but in a piece. */
static bool match_value(const char *line, const char *pattern, struct command_values *values)
{
    const char *end = strchr(pattern, '>');
    size_t lengths[256], count = 0, length = 0, mine = values->count;
    if (!end || mine == COMMAND_VALUES_MAXIMUM)
        return false;
    while (line[length] != '\0' && line[length] != ' ' &&
           count < sizeof lengths / sizeof *lengths) {
        length += piece_length(line + length);
        lengths[count++] = length;
    }
    for (; count > 0; count--) {
        struct command_value value = {{pattern, (size_t)(end - pattern) + 1},
                                      {line, lengths[count - 1]}};
        values->list[mine] = value;
        values->count = mine + 1;
        if (command_line_matches(line + value.value.length, end + 1, values))
            return true;
    }
    values->count = mine;
    return false;
}

bool command_line_matches(const char *line, const char *pattern, struct command_values *values)
{
    for (; *pattern != '<'; line++, pattern++) {
        if (act_ascii_lower(*line) != act_ascii_lower(*pattern))
            return false;
        if (*pattern == '\0')
            return true;
    }
    return match_value(line, pattern, values);
}

static struct span value_of(const char *form, const struct command_values *values)
{
    size_t length = piece_length(form);
    for (size_t i = 0; i < values->count; i++) {
        struct span name = values->list[i].name;
        if (name.length == length && memcmp(name.text, form, length) == 0)
            return values->list[i].value;
    }
    return (struct span){form, length};
}

const char *command_line_fill(const char *form, const struct command_values *values,
                              struct arena *arena)
{
    size_t size = strlen(form) + 1;
    for (const char *c = form; *c != '\0'; c++)
        if (*c == '<')
            size += value_of(c, values).length;
    char *filled = arena_allocate(arena, size, 1), *end = filled;
    while (*form != '\0') {
        struct span piece = *form == '<' ? value_of(form, values) : (struct span){form, 1};
        memcpy(end, piece.text, piece.length);
        end += piece.length;
        form += *form == '<' ? piece_length(form) : 1;
    }
    return filled;
}
