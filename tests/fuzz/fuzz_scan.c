/*
 * act_scan(), each of its variants, compared with the plain reading of its documentation. The first
 * four bytes of the input are flags and capacity, the sizes of the pieces of a stream, and the
 * offset to begin at; the rest is the text.
 */
#include "fuzz.h"

#include "reference_scan.h"
#include "scan_variants.h"

#include <stdlib.h>
#include <string.h>

enum { PARAMETERS = 4 };

struct input {
    const unsigned char *text;
    size_t length, begin;
    uint32_t flags;
    size_t capacity, first_piece, piece;
    act_match *matches, *expected;
};

static void require_expected(const struct input *input, size_t count, size_t expected_count,
                             const char *promise)
{
    fuzz_require(count == expected_count, promise);
    for (size_t i = 0; i < count; i++)
        fuzz_require(memcmp(&input->matches[i], &input->expected[i], sizeof *input->expected) == 0,
                     promise);
}

static void compare(const struct input *input, scan_function *scan)
{
    size_t count = scan_whole(scan, input->text, input->length, input->begin, input->flags,
                              input->capacity, input->matches);
    size_t expected =
        reference_scan(input->text, input->length, input->begin, input->flags, input->expected);
    require_expected(input, count, expected, "a whole text gives the documented matches");
    count = scan_stream(scan, input->text, input->length, input->first_piece, input->piece,
                        input->flags, input->matches);
    expected = reference_scan(input->text, input->length, 0, input->flags, input->expected);
    require_expected(input, count, expected, "a stream gives the matches of the whole");
}

static void compare_variants(const struct input *input)
{
    static scan_function *variants[SCAN_VARIANTS_MAXIMUM];
    static size_t count;
    if (count == 0)
        count = scan_variants(variants);
    for (size_t i = 0; i < count; i++)
        compare(input, variants[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size <= PARAMETERS)
        return 0;
    size_t length = size - PARAMETERS, most = length / 8 + 1;
    struct input input = {
        .length = length,
        .begin = data[3] % length,
        .flags = data[0] & (ACT_SCAN_ALL | ACT_SCAN_DECIMAL | ACT_SCAN_BARE | ACT_SCAN_UTF16BE),
        .capacity = 1 + (data[0] >> 5) % 8,
        .first_piece = data[1] + 1U,
        .piece = data[2] + 1U,
    };
    unsigned char *text = malloc(length); /* exactly as large as the text */
    input.matches = calloc(2 * most, sizeof *input.matches);
    fuzz_require(text && input.matches, "memory for a test");
    input.expected = input.matches + most;
    input.text = memcpy(text, data + PARAMETERS, length);
    compare_variants(&input);
    free(input.matches);
    free(text);
    return 0;
}
