/* Answers codes from the command line or standard input. */
#include "verbs/run_explain.h"

#include <actdiag.h>
#include <errno.h>
#include <inttypes.h>
#include <string.h>

#include "printing/answer.h"
#include "printing/json.h"
#include "verbs/nearest.h"
#include "printing/standard_output.h"
#include "platform/platform.h"
#include "status.h"
#include "printing/text.h"

/* LINE_SIZE: longer lines are no codes. SHOWN_SIZE: what is shown of words that are no codes. */
enum { LINE_SIZE = 4096, SHOWN_SIZE = 80 };

struct asking {
    const struct options *options;
    const char *language;
    struct text_style style;
    bool has_answered;
    uint64_t line; /* of standard input; 0: from the command line */
    int status;
};

/* "NAME:LINE: " where it comes from standard input, and the word. */
static void print_refused(const struct asking *asking, const char *word, size_t length)
{
    size_t shown = length;
    if (shown > SHOWN_SIZE)
        for (shown = SHOWN_SIZE; shown > SHOWN_SIZE - 4; shown--)
            if ((word[shown] & 0xC0) != 0x80) /* NOLINT: a word of this length was read */
                break;
    fputs("actdiag: ", stderr);
    if (asking->line > 0)
        fprintf(stderr, "(standard input):%" PRIu64 ": ", asking->line);
    putc('"', stderr);
    text_print_part(stderr, word, shown, true);
    fprintf(stderr, "%s\" is no code; ", shown < length ? "..." : "");
}

static void refuse(struct asking *asking, const char *word, size_t length)
{
    const char *names[NEAREST_MAXIMUM];
    size_t count = nearest_names(word, names);
    fflush(stdout);
    asking->status = STATUS_WRONG;
    print_refused(asking, word, length);
    if (asking->line == 0 && platform_exists(word)) {
        fputs("to find the codes in a file: actdiag scan FILE\n", stderr);
        return;
    }
    fputs("expected 0x and 1 to 8 hex digits, 8 hex digits alone, a decimal number from "
          "-2147483648 to 4294967295, or a symbolic name",
          stderr);
    for (size_t i = 0; i < count; i++)
        fprintf(stderr, "%s %s", i == 0 ? "; did you mean" : " or", names[i]);
    fputs(count > 0 ? "?\n" : "\n", stderr);
}

static void answer(struct asking *asking, const char *word, size_t length)
{
    uint32_t code;
    if (!act_parse(word, length, &code)) {
        refuse(asking, word, length);
        return;
    }
    if (!act_lookup(code) && asking->status < STATUS_NOT_FOUND)
        asking->status = STATUS_NOT_FOUND;
    if (asking->options->json) {
        json_print_code(stdout, code, asking->language);
        return;
    }
    if (asking->has_answered)
        fputs("\n\n", stdout);
    asking->has_answered = true;
    answer_print(stdout, code, asking->language, &asking->style);
}

/* Reads a line without its end; what does not fit is left out. False at the end of the input. */
static bool read_line(char line[LINE_SIZE], size_t *length)
{
    int c = getchar();
    bool has_line = c != EOF;
    for (*length = 0; c != EOF && c != '\n'; c = getchar())
        if (*length < LINE_SIZE - 1)
            line[(*length)++] = (char)c;
    if (*length > 0 && line[*length - 1] == '\r')
        --*length;
    line[*length] = '\0';
    return has_line;
}

/* PowerShell puts a byte-order mark before what it sends. */
static const char *skip_byte_order_mark(const char *line, size_t *length)
{
    static const char mark[] = "\xEF\xBB\xBF";
    size_t size = sizeof mark - 1;
    if (strncmp(line, mark, size) != 0)
        return line;
    *length -= size;
    return line + size;
}

static void answer_input(struct asking *asking)
{
    char line[LINE_SIZE];
    size_t length;
    while (!output_is_lost() && read_line(line, &length)) {
        asking->line++;
        const char *word = asking->line == 1 ? skip_byte_order_mark(line, &length) : line;
        if (word[strspn(word, " \t")] != '\0' || strlen(word) < length)
            answer(asking, word, length);
        if (platform_is_terminal(stdout))
            fflush(stdout);
    }
    asking->line = 0;
    if (ferror(stdin)) {
        text_complain("(standard input)", strerror(errno));
        asking->status = STATUS_WRONG;
    }
}

int run_explain(const struct options *options, const char *language)
{
    struct asking asking = {.options = options,
                            .language = language,
                            .style = text_style_of_output(),
                            .status = STATUS_FOUND};
    for (int i = 0; i < options->operand_count; i++) {
        const char *operand = options->operands[i];
        if (operand)
            answer(&asking, operand, strlen(operand));
        else
            answer_input(&asking);
    }
    return asking.status;
}
