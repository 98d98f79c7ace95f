/*
 * The whole command: its arguments and its input. The first byte of the fuzz input is the terminal
 * and the size of reads; then one argument per line up to an empty line; the rest is the content of
 * standard input and of every file.
 */
#include "fuzz.h"

#include "fuzz_platform.h"
#include "options.h"
#include "status.h"
#include "printing/characters.h"

#include <actdiag.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ARGUMENTS = 16 };

int actdiag_main(int count, char **arguments);

struct command {
    int count;
    char *arguments[ARGUMENTS + 1];
};

/* An output stream whose text can be read. */
struct output {
    FILE *stream, *replaced;
    char *text;
    size_t length;
};

static char *copy(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);
    fuzz_require(text != NULL, "memory for a test");
    memcpy(text, data, size);
    text[size] = '\0';
    return text;
}

/* Returns the bytes that the arguments take, with the empty line after them. */
static size_t read_arguments(struct command *command, const uint8_t *data, size_t size)
{
    size_t at = 0;
    command->arguments[command->count++] = copy((const uint8_t *)"actdiag", 7);
    while (at < size && data[at] != '\n' && command->count < ARGUMENTS) {
        const uint8_t *end = memchr(data + at, '\n', size - at);
        size_t length = end ? (size_t)(end - data) - at : size - at;
        command->arguments[command->count++] = copy(data + at, length);
        at += length + (end != NULL);
    }
    return at < size ? at + 1 : size;
}

static void set_platform(uint8_t settings, const uint8_t *content, size_t size)
{
    static const char *const locales[] = {"", "ja_JP.UTF-8", "en", "C"};
    static const size_t pieces[] = {1, 7, 64, 1 << 20};
    fuzz_platform = (struct fuzz_platform){
        .content = content,
        .size = size,
        .piece = pieces[settings >> 1 & 3],
        .has_terminal = settings & 1,
        .width = settings >> 5 ? 24 * (settings >> 5) : 0,
        .locale = locales[settings >> 3 & 3],
    };
}

static void begin_output(struct output *output, FILE **stream)
{
    *output = (struct output){.replaced = *stream};
    output->stream = *stream = open_memstream(&output->text, &output->length);
    fuzz_require(*stream != NULL, "memory for a test");
}

static void end_output(struct output *output, FILE **stream)
{
    *stream = output->replaced;
    fclose(output->stream);
}

/* The length of what is neither text nor the command's own control sequence; 0 if it is. */
static size_t control_sequence(const char *text)
{
    static const char *const allowed[] = {"\n", "\t", "\r", "\033[1m", "\033[0m", "\033[K"};
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
        if (strncmp(text, allowed[i], strlen(allowed[i])) == 0)
            return strlen(allowed[i]);
    return 0;
}

static void require_harmless(const struct output *output)
{
    fuzz_require(strlen(output->text) == output->length, "no NUL goes to a terminal");
    for (const char *at = output->text; *at != '\0';) {
        uint32_t character;
        size_t size = control_sequence(at);
        if (size == 0) {
            size = utf8_read(at, &character);
            fuzz_require(size > 0 && !utf8_is_control(character),
                         "no control character goes to a terminal raw");
        }
        at += size;
    }
}

/* The length of one JSON string, with its quotation marks. */
static size_t string_length(const char *text)
{
    size_t length = 1;
    while (text[length] != '"') {
        uint32_t character;
        size_t size = utf8_read(text + length, &character);
        fuzz_require(size > 0 && !utf8_is_control(character), "a JSON string is clean");
        length += text[length] == '\\' ? 2 : size;
    }
    return length + 1;
}

static void require_json(const char *text)
{
    while (*text != '\0') {
        int depth = 0;
        fuzz_require(*text == '{', "a JSON object a line");
        for (; *text != '\n'; text += *text == '"' ? string_length(text) : 1) {
            fuzz_require(*text >= ' ', "a JSON object on one line");
            depth += (*text == '{' || *text == '[') - (*text == '}' || *text == ']');
        }
        fuzz_require(depth == 0 && text[-1] == '}', "a whole JSON object a line");
        text++;
    }
}

static FILE *open_input(const uint8_t *content, size_t size)
{
    static uint8_t nothing[1];
    FILE *input = fmemopen(size > 0 ? (void *)(uintptr_t)content : nothing, size, "r");
    fuzz_require(input != NULL, "memory for a test");
    return input;
}

/* Reading the arguments reorders them. */
static int run(struct command command, const uint8_t *content, size_t size, struct output *out,
               struct output *err)
{
    FILE *input = stdin;
    stdin = open_input(content, size);
    begin_output(out, &stdout);
    begin_output(err, &stderr);
    int status = actdiag_main(command.count, command.arguments);
    end_output(err, &stderr);
    end_output(out, &stdout);
    fclose(stdin);
    stdin = input;
    return status;
}

static int answers_in_json(struct command command)
{
    struct output complaints;
    begin_output(&complaints, &stderr);
    struct options options = options_read(command.count, command.arguments);
    end_output(&complaints, &stderr);
    free(complaints.text);
    return options.json && options.action != ACTION_HELP && options.action != ACTION_VERSION;
}

static void check(const struct command *command, const uint8_t *content, size_t size)
{
    struct output out, err;
    int status = run(*command, content, size, &out, &err);
    fuzz_require(status == STATUS_FOUND || status == STATUS_NOT_FOUND || status == STATUS_WRONG,
                 "the exit status is 0, 1 or 2");
    fuzz_require(status != STATUS_WRONG || err.length > 0, "what is wrong is reported");
    require_harmless(&err);
    if (fuzz_platform.has_terminal)
        require_harmless(&out);
    if (answers_in_json(*command))
        require_json(out.text);
    free(out.text);
    free(err.text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct command command = {0};
    if (size == 0)
        return 0;
    size_t begin = 1 + read_arguments(&command, data + 1, size - 1);
    set_platform(data[0], data + begin, size - begin);
    check(&command, data + begin, size - begin);
    for (int i = 0; i < command.count; i++)
        free(command.arguments[i]);
    return 0;
}
