/* Answers codes from the command line or standard input. */
#include "verbs/run_explain.h"

#include <actdiag.h>
#include <errno.h>
#include <inttypes.h>
#include <string.h>

#include "printing/answer.h"
#include "printing/answer_json.h"
#include "verbs/nearest.h"
#include "printing/standard_output.h"
#include "printing/subject.h"
#include "platform/platform.h"
#include "status.h"
#include "printing/text.h"

/* LINE_SIZE: the rest of a longer line is not read. SHOWN_SIZE: so much of a word is repeated. */
enum { LINE_SIZE = 65536, SHOWN_SIZE = 80, MATCHES = 64, RECENT = 64 };

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
    fprintf(stderr, "%s\" is not a code; ", shown < length ? "..." : "");
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
          "-2147483648 to 4294967295, a symbolic name, or text with a code in it",
          stderr);
    for (size_t i = 0; i < count; i++)
        fprintf(stderr, "%s %s", i == 0 ? "; did you mean" : " or", names[i]);
    fputs(count > 0 ? "?\n" : "\n", stderr);
}

static void answer_code(struct asking *asking, uint32_t code)
{
    struct subject subject;
    subject_find(code, &subject);
    if (!subject.entry && asking->status < STATUS_NOT_FOUND)
        asking->status = STATUS_NOT_FOUND;
    if (asking->options->json) {
        answer_json_print(stdout, code, asking->options, asking->language);
        return;
    }
    if (asking->has_answered)
        fputs("\n\n", stdout);
    asking->has_answered = true;
    answer_print(stdout, code, asking->options->dialect, asking->language, &asking->style);
}

/* The codes answered last. */
struct recent {
    uint32_t codes[RECENT];
    size_t count;
};

static bool is_recent(const struct recent *recent, uint32_t code)
{
    for (size_t i = 0; i < recent->count && i < RECENT; i++)
        if (recent->codes[i] == code)
            return true;
    return false;
}

/* Answers the codes in a text, one that it repeats once; false if it has none. */
static bool answer_text(struct asking *asking, const char *text, size_t length)
{
    act_match matches[MATCHES];
    struct recent recent = {.count = 0};
    uint32_t flags = ACT_SCAN_ALL | ACT_SCAN_DECIMAL | ACT_SCAN_BARE;
    size_t offset = 0, count;
    while ((count = act_scan(text, length, &offset, flags, matches, MATCHES)) > 0)
        for (size_t i = 0; i < count; i++)
            if (!is_recent(&recent, matches[i].code)) {
                recent.codes[recent.count++ % RECENT] = matches[i].code;
                answer_code(asking, matches[i].code);
            }
    return recent.count > 0;
}

static void answer(struct asking *asking, const char *word, size_t length)
{
    uint32_t code;
    if (act_parse(word, length, &code))
        answer_code(asking, code);
    else if (!answer_text(asking, word, length))
        refuse(asking, word, length);
}

/* Reads a line without its end; false at the end of the input. *is_cut: it does not fit. */
static bool read_line(char line[LINE_SIZE], size_t *length, bool *is_cut)
{
    int c = getchar();
    bool has_line = c != EOF;
    *is_cut = false;
    for (*length = 0; c != EOF && c != '\n'; c = getchar())
        if (*length < LINE_SIZE - 1)
            line[(*length)++] = (char)c;
        else
            *is_cut = true;
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

static void report_cut(struct asking *asking)
{
    fflush(stdout);
    fprintf(stderr,
            "actdiag: (standard input):%" PRIu64 ": the line is longer than %d bytes, and the rest "
            "was not read; for a log: actdiag scan\n",
            asking->line, LINE_SIZE - 1);
    asking->status = STATUS_WRONG;
}

static void answer_input(struct asking *asking)
{
    char line[LINE_SIZE];
    size_t length;
    bool is_cut;
    while (!output_is_lost() && read_line(line, &length, &is_cut)) {
        asking->line++;
        const char *word = asking->line == 1 ? skip_byte_order_mark(line, &length) : line;
        if (word[strspn(word, " \t")] != '\0' || strlen(word) < length)
            answer(asking, word, length);
        if (is_cut)
            report_cut(asking);
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
