/*
 * Scans one text, by act_scan() and by its peers; each counts the codes.
 *
 * usage: scan SERIES FILE REPETITIONS
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "measure.h"
#include "scan.h"
#include "scan_peers.h"

enum { CAPACITY = 256 };

static unsigned char *copy;

/* Memory read once, eight bytes at a time: the floor. */
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
    while (offset < length &&
           (count = scan(text, length, &offset, ACT_SCAN_ALL, matches, CAPACITY)) > 0)
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
#endif

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

int main(int argc, char **argv)
{
    struct contender contenders[12] = {{"memory read", sum_words, 0}, {"memcpy", copy_text, 0}};
    size_t count = 2, length;
    if (argc != 4)
        return 2;
    unsigned char *text = read_file(argv[2], &length);
    copy = calloc(length, 1);
    if (!copy)
        return 1;
#ifdef ACT_SCAN_X86
    if (act_scan_has_avx2())
        contenders[count++] = (struct contender){"act_scan, AVX2", avx2, 1};
    contenders[count++] = (struct contender){"act_scan, SSE2", sse2, 1};
#endif
    contenders[count++] = (struct contender){"act_scan, portable", portable, 1};
    contenders[count++] = (struct contender){"memmem loop", find_with_memmem, 1};
#ifdef HAVE_PCRE2
    if (peer_pcre2_begin())
        contenders[count++] = (struct contender){"PCRE2 JIT", peer_pcre2, 1};
#endif
#ifdef HAVE_HYPERSCAN
    if (peer_hyperscan_begin())
        contenders[count++] = (struct contender){"Hyperscan", peer_hyperscan, 1};
#endif
    struct measurement measurement = {"scan", argv[1],       text,
                                      length, atoi(argv[3]), find_with_memmem};
    measure(&measurement, contenders, count);
    free(copy);
    free(text);
    return 0;
}
