/* Counts codes. */
#include "printing/tally.h"

#include <stdlib.h>

enum { FIRST_PLACES = 64 };

static struct tally_count *find_place(const struct tally *tally, uint32_t code)
{
    size_t place = (size_t)(code * UINT64_C(0x9E3779B97F4A7C15) >> 32) & (tally->place_count - 1);
    while (tally->places[place].count > 0 && tally->places[place].code != code)
        place = (place + 1) & (tally->place_count - 1);
    return &tally->places[place];
}

static bool grow(struct tally *tally)
{
    struct tally larger = {.place_count =
                               tally->place_count ? tally->place_count * 2 : FIRST_PLACES,
                           .code_count = tally->code_count};
    larger.places = calloc(larger.place_count, sizeof *larger.places);
    if (!larger.places)
        return false;
    for (size_t i = 0; i < tally->place_count; i++)
        if (tally->places[i].count > 0)
            *find_place(&larger, tally->places[i].code) = tally->places[i];
    free(tally->places);
    *tally = larger;
    return true;
}

bool tally_add(struct tally *tally, uint32_t code)
{
    if (tally->code_count * 2 >= tally->place_count && !grow(tally))
        return false;
    struct tally_count *place = find_place(tally, code);
    tally->code_count += place->count == 0;
    place->code = code;
    place->count++;
    return true;
}

/* Free places have the count 0, and so come last. */
static int compare_counts(const void *left, const void *right)
{
    const struct tally_count *a = left, *b = right;
    if (a->count != b->count)
        return a->count < b->count ? 1 : -1;
    return a->code < b->code ? -1 : a->code > b->code;
}

void tally_sort(struct tally *tally)
{
    if (tally->place_count > 0)
        qsort(tally->places, tally->place_count, sizeof *tally->places, compare_counts);
}

void tally_release(struct tally *tally)
{
    free(tally->places);
}
