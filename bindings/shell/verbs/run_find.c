/* Finds codes by words. */
#include "verbs/run_find.h"

#include <actdiag.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "platform/platform.h"
#include "printing/answer_json.h"
#include "printing/row.h"
#include "printing/standard_output.h"
#include "printing/text.h"
#include "status.h"

/* The operands with blanks between them, for the caller to free; NULL without memory. */
static char *join(char **operands, int count)
{
    size_t size = 1, length = 0;
    for (int i = 0; i < count; i++)
        size += operands[i] ? strlen(operands[i]) + 1 : 0;
    char *joined = malloc(size);
    for (int i = 0; i < count && joined; i++) {
        if (!operands[i])
            continue;
        size_t part = strlen(operands[i]);
        memcpy(joined + length, operands[i], part);
        joined[length + part] = ' ';
        length += part + 1;
    }
    if (joined)
        joined[length] = '\0';
    return joined;
}

/*
 * The language in whose texts the words occur: the one asked for, or else, where that is only the
 * locale's, the first of the documents'.
 */
static const char *language_of(const char *words, const struct options *options,
                               const char *language)
{
    const char *tag;
    size_t length = strlen(words);
    if (options->language || act_find(words, length, language, NULL, 0) > 0)
        return language;
    for (size_t i = 0; (tag = act_document(i, ACT_DOCUMENT_LANGUAGE)) != NULL; i++)
        if (act_find(words, length, tag, NULL, 0) > 0)
            return tag;
    return language;
}

static int print_codes(const uint32_t *codes, size_t count, const struct options *options,
                       const char *language)
{
    bool is_terminal = platform_is_terminal(stdout);
    for (size_t i = 0; i < count && !output_is_lost(); i++)
        if (options->json)
            answer_json_print(stdout, codes[i], options, language);
        else
            row_print_category(stdout, codes[i], language, is_terminal);
    return STATUS_FOUND;
}

static int find(const char *words, const struct options *options, const char *language)
{
    const char *searched = language_of(words, options, language);
    size_t count = act_find(words, strlen(words), searched, NULL, 0);
    if (count == 0) {
        text_complain("find", "no code with all of these words");
        return STATUS_NOT_FOUND;
    }
    uint32_t *codes = malloc(count * sizeof *codes);
    if (!codes) {
        text_complain("find", strerror(ENOMEM));
        return STATUS_WRONG;
    }
    act_find(words, strlen(words), searched, codes, count);
    int status = print_codes(codes, count, options, language);
    free(codes);
    return status;
}

int run_find(const struct options *options, const char *language)
{
    char *words = join(options->operands, options->operand_count);
    if (!words) {
        text_complain("find", strerror(ENOMEM));
        return STATUS_WRONG;
    }
    int status = find(words, options, language);
    free(words);
    return status;
}
