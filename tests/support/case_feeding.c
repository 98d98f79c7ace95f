/* Gives a text to a case. */
#include "case_feeding.h"

#include <stdlib.h>
#include <string.h>

static size_t put(char *wide, size_t length, char c, const struct case_feeding *feeding)
{
    bool big = (feeding->flags & ACT_SCAN_UTF16BE) != 0;
    if (feeding->width == 2 && big)
        wide[length++] = '\0';
    wide[length++] = c;
    if (feeding->width == 2 && !big)
        wide[length++] = '\0';
    return length;
}

static size_t widen(const char *text, const struct case_feeding *feeding, char *wide)
{
    size_t length = 0;
    for (; *text; text++) {
        if (feeding->crlf && *text == '\n')
            length = put(wide, length, '\r', feeding);
        length = put(wide, length, *text, feeding);
    }
    return length;
}

/* Each piece is a copy of its own, so that a sanitizer sees what is read past its end. */
static void add_piece(act_case *c, const char *text, size_t length, uint32_t flags)
{
    char *copy = malloc(length);
    if (!copy)
        abort();
    memcpy(copy, text, length);
    act_case_add(c, NULL, copy, length, flags | ACT_SCAN_MORE);
    free(copy);
}

void case_feed(act_case *c, const char *text, const struct case_feeding *feeding)
{
    char *wide = malloc(4 * strlen(text) + 1);
    if (!wide || !act_case_begin(c, sizeof *c))
        abort();
    size_t length = widen(text, feeding, wide);
    for (size_t i = 0; i < length;) {
        size_t piece = length - i < feeding->piece ? length - i : feeding->piece;
        add_piece(c, wide + i, piece, feeding->flags);
        i += piece;
    }
    act_case_add(c, NULL, NULL, 0, feeding->flags);
    free(wide);
}

void case_feed_whole(act_case *c, const char *text)
{
    case_feed(c, text, &(struct case_feeding){SIZE_MAX, 1, 0, false});
}

unsigned case_count_findings(const act_case *c, size_t computer)
{
    act_finding finding;
    unsigned count = 0;
    while (count < 1000 && act_case_finding(c, computer, count, &finding))
        count++;
    return count;
}

uint32_t case_code(const act_case *c)
{
    act_verdict verdict = {.code = 0};
    act_case_verdict(c, 0, &verdict);
    return verdict.code;
}
