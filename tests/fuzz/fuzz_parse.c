/* act_parse(): the input is the text. */
#include "fuzz.h"

#include "actdiag.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { UNTOUCHED = 0x5A5A5A5A, LONGEST = 256 };

static int parse(const char *text, size_t length, uint32_t *code)
{
    *code = UNTOUCHED;
    int accepted = act_parse(text, length, code);
    fuzz_require(accepted == 0 || accepted == 1, "act_parse() returns 0 or 1");
    fuzz_require(accepted || *code == UNTOUCHED, "what is refused leaves the code as it was");
    return accepted;
}

static void require_same(const char *text, size_t length, int accepted, uint32_t code,
                         const char *promise)
{
    uint32_t other;
    fuzz_require(parse(text, length, &other) == accepted && (!accepted || other == code), promise);
}

static int is_ascii(const uint8_t *data, size_t size)
{
    while (size > 0 && data[size - 1] < 0x80)
        size--;
    return size == 0;
}

static void check_wrapped(const uint8_t *data, size_t size, int accepted, uint32_t code)
{
    static const char before[] = "\t(\xE3\x80\x8C ", after[] = "\xE3\x80\x8D\r)\n";
    char *text = malloc(size + sizeof before + sizeof after);
    fuzz_require(text != NULL, "memory for a test");
    memcpy(text, before, sizeof before - 1);
    memcpy(text + sizeof before - 1, data, size);
    memcpy(text + sizeof before - 1 + size, after, sizeof after - 1);
    require_same(text, sizeof before + sizeof after - 2 + size, accepted, code,
                 "blanks, parentheses and quotation marks around a code do not matter");
    free(text);
}

/* Each ASCII character as its full-width twin, in UTF-8; a blank is U+3000. */
static void check_full_width(const uint8_t *data, size_t size, int accepted, uint32_t code)
{
    char *text = malloc(3 * size + 1);
    size_t length = 0;
    fuzz_require(text != NULL, "memory for a test");
    for (size_t i = 0; i < size; i++) {
        uint32_t wide = data[i] == ' ' ? 0x3000U : data[i] + 0xFEE0U;
        if (data[i] < ' ' || data[i] > '~') {
            text[length++] = (char)data[i];
            continue;
        }
        text[length++] = (char)(0xE0 | wide >> 12);
        text[length++] = (char)(0x80 | (wide >> 6 & 0x3F));
        text[length++] = (char)(0x80 | (wide & 0x3F));
    }
    require_same(text, length, accepted, code, "full-width characters are their ASCII twins");
    free(text);
}

/* Plain numbers as the C library reads them. */
static void check_number(const char *text, size_t size, int accepted, uint32_t code)
{
    size_t sign = text[0] == '-' || text[0] == '+';
    if (size > 2 && size <= 10 && (strncmp(text, "0x", 2) == 0 || strncmp(text, "0X", 2) == 0) &&
        strspn(text + 2, "0123456789abcdefABCDEF") == size - 2)
        fuzz_require(accepted && code == strtoul(text, NULL, 16), "hex digits are read as hex");
    if (sign + strspn(text + sign, "0123456789") != size || size == sign || size > LONGEST ||
        (size == 8 && !sign))
        return;
    errno = 0;
    long long value = strtoll(text, NULL, 10);
    int fits = errno == 0 && value >= -2147483648LL && value <= 4294967295LL;
    fuzz_require(accepted == fits && (!fits || code == (uint32_t)value),
                 "decimal digits are read as decimal");
}

static void check_round_trip(uint32_t code)
{
    char text[11];
    fuzz_require(act_format(code, text, sizeof text) == 10, "every code is written in 10 bytes");
    require_same(text, 10, 1, code, "a code as act_format() writes it is read back");
    const char *name = act_name(code);
    if (name)
        require_same(name, strlen(name), 1, code, "the name of a code is read back");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint32_t code;
    int accepted = parse((const char *)data, size, &code);
    char *text = calloc(size + 1, 1);
    fuzz_require(text != NULL, "memory for a test");
    if (size > 0)
        memcpy(text, data, size);
    if (size > 0)
        check_number(text, size, accepted, code);
    if (is_ascii(data, size))
        check_full_width(data, size, accepted, code);
    check_wrapped(data, size, accepted, code);
    if (accepted)
        check_round_trip(code);
    free(text);
    return 0;
}
