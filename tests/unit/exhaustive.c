/*
 * Tries every 32-bit value: act_lookup() answers for exactly the codes on the command line, which
 * actdiag-compile --list printed, and act_classify() agrees with it and with itself.
 */
#include <actdiag.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static unsigned char *documented; /* one bit per value */

static int is_documented(uint32_t code)
{
    return documented[code >> 3] >> (code & 7) & 1;
}

static int read_codes(int count, char **codes)
{
    documented = calloc((size_t)UINT32_MAX / 8 + 1, 1);
    if (!documented)
        return 0;
    for (int i = 0; i < count; i++) {
        uint32_t code = (uint32_t)strtoul(codes[i], NULL, 16);
        documented[code >> 3] |= (unsigned char)(1U << (code & 7));
    }
    return count > 0;
}

/* The same code in another form: a Win32 error number, an NTSTATUS, another severity. */
static int is_form_of(uint32_t code, uint32_t subject)
{
    if (code < 0x10000)
        return code != 0 && subject == 0x80070000 + code;
    if ((code & 0x10000000) != 0)
        return subject == (code & 0xEFFFFFFF);
    uint32_t facility = code << 4 >> 20;
    return (facility == 4 || facility == 7) && (code ^ subject) << 4 == 0;
}

/* A code stands for itself or, in one step, for another one, which answers in the same way. */
static int is_right_subject(const act_class *details)
{
    act_class subject;
    act_classify(details->subject, &subject);
    return subject.subject == details->subject && subject.category == details->category &&
           subject.known == details->known && subject.side == details->side &&
           (details->subject == details->code || is_form_of(details->code, details->subject));
}

static int is_right(uint32_t code)
{
    const act_entry *entry = act_lookup(code);
    act_class details;
    if (is_documented(code) != (entry != NULL) || (entry && act_entry_code(entry) != code))
        return 0;
    act_category category = act_classify(code, &details);
    return details.code == code && details.category == (uint32_t)category &&
           act_category_id(category) != NULL && act_side_id((act_side)details.side) != NULL &&
           is_right_subject(&details) &&
           (details.known == ACT_KNOWN_DOCUMENTED) == (act_lookup(details.subject) != NULL);
}

int main(int count, char **arguments)
{
    uint64_t wrong = 0;
    if (!read_codes(count - 1, arguments + 1)) {
        fputs("usage: exhaustive CODE...\n", stderr);
        return 2;
    }
    for (uint64_t code = 0; code <= UINT32_MAX; code++) {
        if (is_right((uint32_t)code))
            continue;
        if (wrong++ < 10)
            printf("FAIL: 0x%08" PRIX32 "\n", (uint32_t)code);
    }
    free(documented);
    printf("%" PRIu64 " values wrong of %" PRIu64 "\n%d passed, %d failed\n", wrong,
           (uint64_t)UINT32_MAX + 1, wrong == 0, wrong != 0);
    return wrong != 0;
}
