/*
 * Scans one text, by act_scan() and by its peers; each counts the codes.
 *
 * usage: scan SERIES FILE REPETITIONS prefix|all EXPRESSION
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "actdiag.h"
#include "measure.h"
#include "scan.h"
#include "scan_peers.h"
#include "table.h"

enum { CAPACITY = 256, MOST_CONTENDERS = 12, LONGEST_REPETITION = 20000000 /* ns */ };

static unsigned char *copy;
static uint32_t flags;

/*
 * Memory read once, by the widest vectors that the processor has: the floor. Four sums, so that no
 * addition waits for the one before it.
 */
#define READ(size)                                                                                 \
    typedef uint64_t vector##size __attribute__((vector_size(size)));                              \
    static uint64_t read##size(const void *input, size_t count)                                    \
    {                                                                                              \
        const unsigned char *text = input;                                                         \
        vector##size sums[4] = {{0}}, part;                                                        \
        uint64_t sum = 0;                                                                          \
        for (size_t i = 0; i + 4 * (size) <= count; i += 4 * (size))                               \
            for (size_t j = 0; j < 4; j++) {                                                       \
                memcpy(&part, text + i + j * (size), size);                                        \
                sums[j] ^= part;                                                                   \
            }                                                                                      \
        for (size_t i = 0; i < (size) / 8; i++)                                                    \
            sum ^= sums[0][i] ^ sums[1][i] ^ sums[2][i] ^ sums[3][i];                              \
        return sum;                                                                                \
    }

READ(16)
#ifdef ACT_SCAN_X86
#pragma GCC push_options
#pragma GCC target("avx2")
READ(32)
#pragma GCC target("avx512f")
READ(64)
#pragma GCC pop_options
#endif

static measure_work *choose_read(void)
{
#ifdef ACT_SCAN_X86
    if (__builtin_cpu_supports("avx512f"))
        return read64;
    if (__builtin_cpu_supports("avx2"))
        return read32;
#endif
    return read16;
}

/* The same in words of eight bytes. */
static uint64_t sum_words(const void *input, size_t count)
{
    const unsigned char *text = input;
    uint64_t sum = 0, word;
    for (size_t i = 0; i + sizeof word <= count; i += sizeof word) {
        memcpy(&word, text + i, sizeof word);
        sum += word;
    }
    return sum;
}

static uint64_t copy_text(const void *input, size_t count)
{
    memcpy(copy, input, count);
    return copy[count / 2];
}

static uint64_t count_codes(act_scan_variant *scan, const void *text, size_t length)
{
    act_match matches[CAPACITY];
    size_t offset = 0, count, total = 0;
    while (offset < length && (count = scan(text, length, &offset, flags, matches, CAPACITY)) > 0)
        total += count;
    return total;
}

#define VARIANT(name)                                                                              \
    static uint64_t name(const void *input, size_t count)                                          \
    {                                                                                              \
        return count_codes(act_scan_##name, input, count);                                         \
    }

VARIANT(portable)
#ifdef ACT_SCAN_X86
VARIANT(sse2)
VARIANT(avx2)
VARIANT(avx512)
#endif

int peer_is_known(const unsigned char *text, size_t length)
{
    uint32_t code;
    return act_parse((const char *)text, length, &code) && act_table_find(code);
}

static int is_hex(unsigned char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}

/* A loop as one would write it oneself, for lower-case "0x" only, as all generated codes have it.
 */
static uint64_t find_with_memmem(const void *input, size_t count)
{
    const unsigned char *text = input, *end = text + count, *at = text;
    uint64_t total = 0;
    while ((at = memmem(at, (size_t)(end - at), "0x", 2))) {
        int digits = 0;
        while (digits < 9 && at + 2 + digits < end && is_hex(at[2 + digits]))
            digits++;
        total += digits == 8 && (at == text || at[-1] < '0' || at[-1] > '9');
        at += 2;
    }
    return total;
}

static unsigned char *read_file(const char *name, size_t *length)
{
    FILE *file = fopen(name, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0)
        exit(1);
    *length = (size_t)ftell(file);
    rewind(file);
    unsigned char *text = malloc(*length);
    if (!text || fread(text, 1, *length, file) != *length)
        exit(1);
    fclose(file);
    return text;
}

static size_t list_contenders(struct contender *contenders, enum forms forms,
                              const char *expression)
{
    size_t count = 0;
    contenders[count++] = (struct contender){"memory read", choose_read(), 0};
    contenders[count++] = (struct contender){"sum of 8-byte words", sum_words, 0};
    contenders[count++] = (struct contender){"memcpy", copy_text, 0};
#ifdef ACT_SCAN_X86
    if (act_scan_has_avx512())
        contenders[count++] = (struct contender){"act_scan, AVX-512", avx512, 1};
    if (act_scan_has_avx2())
        contenders[count++] = (struct contender){"act_scan, AVX2", avx2, 1};
    contenders[count++] = (struct contender){"act_scan, SSE2", sse2, 1};
#endif
    contenders[count++] = (struct contender){"act_scan, portable", portable, 1};
    if (forms == FORMS_PREFIX)
        contenders[count++] = (struct contender){"memmem loop", find_with_memmem, 1};
#ifdef HAVE_PCRE2
    if (peer_pcre2_begin(forms, expression))
        contenders[count++] = (struct contender){"PCRE2 JIT", peer_pcre2, 1};
#endif
#ifdef HAVE_HYPERSCAN
    if (peer_hyperscan_begin(forms))
        contenders[count++] = (struct contender){"Hyperscan", peer_hyperscan, 1};
#endif
    (void)expression;
    return count;
}

int main(int argc, char **argv)
{
    struct contender contenders[MOST_CONTENDERS];
    size_t length;
    if (argc != 6)
        return 2;
    enum forms forms = strcmp(argv[4], "all") == 0 ? FORMS_ALL : FORMS_PREFIX;
    flags = forms == FORMS_ALL ? ACT_SCAN_DECIMAL | ACT_SCAN_BARE : ACT_SCAN_ALL;
    unsigned char *text = read_file(argv[2], &length);
    copy = calloc(length, 1);
    if (!copy)
        return 1;
    /* Of all forms, the tests compare the portable variant with what is independent of it. */
    struct measurement measurement = {
        .group = forms == FORMS_ALL ? "scan-all" : "scan",
        .series = argv[1],
        .input = text,
        .units = length,
        .repetitions = atoi(argv[3]),
        .longest = LONGEST_REPETITION,
        .expected = forms == FORMS_ALL ? portable : find_with_memmem,
    };
    measure(&measurement, contenders, list_contenders(contenders, forms, argv[5]));
    free(copy);
    free(text);
    return 0;
}
