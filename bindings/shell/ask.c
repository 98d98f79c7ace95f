/* Answers codes from the command line or standard input. */
#include "ask.h"

#include <actdiag.h>
#include <errno.h>
#include <string.h>

#include "answer.h"
#include "json.h"
#include "nearest.h"
#include "status.h"
#include "text.h"

enum { LINE_SIZE = 4096 };

struct asking {
    const struct options *options;
    const char *language;
    struct text_style style;
    bool has_answered;
    int status;
};

static void refuse(struct asking *asking, const char *word)
{
    const char *names[NEAREST_MAXIMUM];
    size_t count = nearest_names(word, names);
    fflush(stdout);
    fputs("actdiag: \"", stderr);
    text_print_line(stderr, word, true);
    fputs("\" is no code; expected 0x and up to 8 hex digits, 8 hex digits, a decimal number or a "
          "symbolic name",
          stderr);
    for (size_t i = 0; i < count; i++)
        fprintf(stderr, "%s %s", i == 0 ? "; did you mean" : " or", names[i]);
    fputs(count > 0 ? "?\n" : "\n", stderr);
    asking->status = STATUS_WRONG;
}

static void answer(struct asking *asking, const char *word)
{
    uint32_t code;
    if (!act_parse(word, strlen(word), &code)) {
        refuse(asking, word);
        return;
    }
    if (!act_lookup(code) && asking->status < STATUS_NOT_FOUND)
        asking->status = STATUS_NOT_FOUND;
    if (asking->options->json) {
        putchar('{');
        json_print_members(stdout, code, asking->language);
        fputs("}\n", stdout);
        return;
    }
    if (asking->has_answered)
        fputs("\n\n", stdout);
    asking->has_answered = true;
    answer_print(stdout, code, asking->language, &asking->style);
}

/* Cuts the line end off; false if the line is longer than the buffer, whose rest is skipped. */
static bool end_line(char *line)
{
    size_t length = strlen(line);
    bool is_whole = (length > 0 && line[length - 1] == '\n') || feof(stdin);
    while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r'))
        line[--length] = '\0';
    for (int c = 0; !is_whole && c != '\n' && c != EOF;)
        c = getchar();
    return is_whole;
}

static void answer_input(struct asking *asking)
{
    char line[LINE_SIZE];
    while (!ferror(stdout) && fgets(line, sizeof line, stdin)) {
        if (!end_line(line))
            refuse(asking, line);
        else if (line[strspn(line, " \t")] != '\0')
            answer(asking, line);
    }
    if (ferror(stdin)) {
        text_complain("(standard input)", strerror(errno));
        asking->status = STATUS_WRONG;
    }
}

int ask_run(const struct options *options, const char *language)
{
    struct asking asking = {options, language, text_style_of_output(), false, STATUS_FOUND};
    for (int i = 0; i < options->operand_count; i++) {
        if (strcmp(options->operands[i], "-") == 0)
            answer_input(&asking);
        else
            answer(&asking, options->operands[i]);
    }
    return asking.status;
}
