/* Finds codes by seven of their eight digits. */
#include "printing/nearest_codes.h"

#include <actdiag.h>
#include <stdbool.h>

enum { DIGIT_BITS = 4, CODE_BITS = 32 };

/* Whether leaving out one digit of a code gives the number. */
static bool lost_a_digit(uint32_t code, uint32_t number)
{
    for (unsigned place = 0; place < CODE_BITS; place += DIGIT_BITS) {
        uint32_t right = code & ((UINT32_C(1) << place) - 1);
        uint32_t left = (uint32_t)((uint64_t)code >> (place + DIGIT_BITS)) << place;
        if ((left | right) == number)
            return true;
    }
    return false;
}

static size_t find(uint32_t number, bool is_documented, uint32_t codes[NEAREST_CODES])
{
    size_t count = 0;
    uint32_t code;
    for (size_t i = 0; count < NEAREST_CODES && act_code_at(i, &code); i++)
        if ((act_lookup(code) != NULL) == is_documented && lost_a_digit(code, number))
            codes[count++] = code;
    return count;
}

size_t nearest_codes(uint32_t code, uint32_t codes[NEAREST_CODES])
{
    if (code >> (CODE_BITS - DIGIT_BITS) != 0 || code >> (CODE_BITS - 2 * DIGIT_BITS) == 0)
        return 0;
    size_t count = find(code, true, codes);
    return count > 0 ? count : find(code, false, codes);
}
