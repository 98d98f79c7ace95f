/* Reads codes as people and programs write them within text. */
#include "scan_form.h"

#include "actdiag.h"
#include "notation.h"

enum { HEX_DIGITS = 8, DECIMAL_DIGITS = 10, GLUED_LETTERS = 4 };

/* What a character is to the code beside it. */
enum class { DIGIT = 1, HEX_LETTER = 2, OTHER_LETTER = 4, HYPHEN = 8, POINT = 16 };
enum { HEX = DIGIT | HEX_LETTER, JOINS = HEX | OTHER_LETTER | HYPHEN };

#define LETTERS(a, b, class)                                                                       \
    [(a)] = (class), [(a)-0x20] = (class), [(b)] = (class), [(b)-0x20] = (class)
static const unsigned char classes[256] = {
    ['0'] = DIGIT,
    ['1'] = DIGIT,
    ['2'] = DIGIT,
    ['3'] = DIGIT,
    ['4'] = DIGIT,
    ['5'] = DIGIT,
    ['6'] = DIGIT,
    ['7'] = DIGIT,
    ['8'] = DIGIT,
    ['9'] = DIGIT,
    ['-'] = HYPHEN,
    ['.'] = POINT,
    LETTERS('a', 'b', HEX_LETTER),
    LETTERS('c', 'd', HEX_LETTER),
    LETTERS('e', 'f', HEX_LETTER),
    LETTERS('g', 'h', OTHER_LETTER),
    LETTERS('i', 'j', OTHER_LETTER),
    LETTERS('k', 'l', OTHER_LETTER),
    LETTERS('m', 'n', OTHER_LETTER),
    LETTERS('o', 'p', OTHER_LETTER),
    LETTERS('q', 'r', OTHER_LETTER),
    LETTERS('s', 't', OTHER_LETTER),
    LETTERS('u', 'v', OTHER_LETTER),
    LETTERS('w', 'x', OTHER_LETTER),
    LETTERS('y', 'z', OTHER_LETTER),
};
#undef LETTERS

/* "0x", "0X", "Ox" or "ox": the letter O is how some read a zero from a screen. */
static inline int is_prefix(unsigned char zero, unsigned char x)
{
    return zero == '0' ? x == 'x' || x == 'X' : (zero == 'O' || zero == 'o') && x == 'x';
}

/* Whether neither a word nor a number with a point goes on, on a side: the nearer character first.
 */
static inline int is_clear(unsigned char near, unsigned char far)
{
    unsigned class = classes[near];
    return (class & JOINS) == 0 && !(class == POINT && classes[far] == DIGIT);
}

static inline size_t count_digits(const unsigned char *digits, unsigned class, size_t most)
{
    size_t count = 0;
    while (count < most && (classes[digits[count]] & class) != 0)
        count++;
    return count;
}

static inline uint32_t hex_value(const unsigned char *digits)
{
    uint32_t value = 0;
    for (size_t i = 0; i < HEX_DIGITS; i++)
        value = value << 4 | act_notation_hex_values[digits[i]] % ACT_NOTATION_IS_HEX;
    return value;
}

static inline uint64_t decimal_value(const unsigned char *digits, size_t count)
{
    uint64_t value = 0;
    for (size_t i = 0; i < count; i++)
        value = value * 10 + (uint64_t)(digits[i] - '0');
    return value;
}

/* After the eighth digit a word may follow that begins with hex letters, as in "0xC004F009ERROR".
 */
static int ends_prefixed(const unsigned char *after)
{
    size_t letters = count_digits(after, HEX_LETTER, GLUED_LETTERS + 1);
    if (letters == 0)
        return classes[*after] != DIGIT;
    return letters <= GLUED_LETTERS && classes[after[letters]] == OTHER_LETTER;
}

static int read_prefixed(const unsigned char *digits, struct act_form *form)
{
    if (!is_prefix(digits[-2], digits[-1]) || classes[digits[-3]] == DIGIT ||
        count_digits(digits, HEX, HEX_DIGITS) < HEX_DIGITS || !ends_prefixed(digits + HEX_DIGITS))
        return 0;
    *form = (struct act_form){hex_value(digits), 2, 2 + HEX_DIGITS};
    return 1;
}

/* Less than eight digits after a minus sign are not a code that has a name: -1 is an exit status.
 */
static int read_negative(const unsigned char *digits, struct act_form *form)
{
    size_t count = count_digits(digits, DIGIT, DECIMAL_DIGITS);
    if (count < HEX_DIGITS || !is_clear(digits[-2], digits[-3]) ||
        !is_clear(digits[count], digits[count + 1]))
        return 0;
    uint64_t value = decimal_value(digits, count);
    *form = (struct act_form){(uint32_t)(0 - value), 1, (uint8_t)(1 + count)};
    return value <= UINT64_C(1) << 31;
}

static int read_decimal(const unsigned char *digits, struct act_form *form)
{
    if (count_digits(digits, DIGIT, DECIMAL_DIGITS) < DECIMAL_DIGITS ||
        !is_clear(digits[DECIMAL_DIGITS], digits[DECIMAL_DIGITS + 1]))
        return 0;
    uint64_t value = decimal_value(digits, DECIMAL_DIGITS);
    *form = (struct act_form){(uint32_t)value, 0, DECIMAL_DIGITS};
    return value >= UINT64_C(1) << 31 && value <= UINT32_MAX;
}

static int read_bare(const unsigned char *digits, struct act_form *form)
{
    if (!is_clear(digits[HEX_DIGITS], digits[HEX_DIGITS + 1]) ||
        count_digits(digits, HEX, HEX_DIGITS) < HEX_DIGITS)
        return 0;
    *form = (struct act_form){hex_value(digits), 0, HEX_DIGITS};
    return 1;
}

int act_form_read(const unsigned char *digits, uint32_t flags, struct act_form *form)
{
    if (classes[digits[-1]] == OTHER_LETTER)
        return read_prefixed(digits, form);
    if (classes[digits[-1]] == HYPHEN)
        return (flags & ACT_SCAN_DECIMAL) != 0 && read_negative(digits, form);
    if (!is_clear(digits[-1], digits[-2]))
        return 0;
    if (classes[digits[HEX_DIGITS]] == DIGIT)
        return (flags & ACT_SCAN_DECIMAL) != 0 && read_decimal(digits, form);
    return (flags & ACT_SCAN_BARE) != 0 && read_bare(digits, form);
}

int act_form_may_begin(unsigned char character)
{
    return (classes[character] & (HEX | HYPHEN)) != 0 || character == 'O' || character == 'o';
}

size_t act_form_lead(const unsigned char *start)
{
    return is_prefix(start[0], start[1]) ? 2 : *start == '-';
}

static int prefixed_may_go_on(const unsigned char *start, size_t count)
{
    static const unsigned char x = 'x';
    if (!is_prefix(start[0], count > 1 ? start[1] : x) || classes[start[-1]] == DIGIT)
        return 0;
    if (count <= 2)
        return 1;
    size_t digits = count_digits(start + 2, HEX, HEX_DIGITS);
    return digits == count - 2 ||
           (digits == HEX_DIGITS &&
            count_digits(start + 2 + digits, HEX_LETTER, GLUED_LETTERS) == count - 2 - digits);
}

/* A point at the end may be followed by a digit. */
static int number_may_go_on(const unsigned char *digits, size_t count, unsigned class, size_t most)
{
    size_t number = count_digits(digits, class, count < most ? count : most);
    return number == count || (number == count - 1 && classes[digits[number]] == POINT);
}

int act_form_may_go_on(const unsigned char *start, size_t count, uint32_t flags)
{
    if (prefixed_may_go_on(start, count))
        return 1;
    if (!is_clear(start[-1], start[-2]))
        return 0;
    size_t sign = *start == '-';
    return ((flags & ACT_SCAN_DECIMAL) != 0 &&
            number_may_go_on(start + sign, count - sign, DIGIT, DECIMAL_DIGITS)) ||
           ((flags & ACT_SCAN_BARE) != 0 && number_may_go_on(start, count, HEX, HEX_DIGITS));
}
