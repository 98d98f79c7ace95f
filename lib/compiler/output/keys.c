/* Collects the codes of the hash table. */
#include "output/keys.h"

#include <stdbool.h>

enum { FORMS_MAXIMUM = 2 };

/*
 * The other forms in which a code is written: a Win32 error as a plain number and as NTSTATUS, an
 * NTSTATUS as HRESULT, a code of the licensing facility with another severity.
 */
static size_t forms_of(uint32_t code, uint32_t forms[FORMS_MAXIMUM])
{
    uint32_t status = code & 0xFFFF;
    size_t count = 0;
    switch (code >> 16) {
    case 0x8007:
        if (status != 0)
            forms[count++] = status;
        forms[count++] = 0xC0070000 | status;
        break;
    case 0x4004:
        forms[count++] = 0xC0040000 | status;
        break;
    case 0xC004:
        forms[count++] = 0x80040000 | status;
        break;
    default:
        if (code >> 28 == 0xC)
            forms[count++] = code | 0x10000000;
    }
    return count;
}

/* The index of the record of a code, or count. */
static size_t find(const struct record *records, size_t count, uint32_t code)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (records[middle].code < code)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && records[low].code == code ? low : count;
}

/* Whether a code answers for itself, whatever it may be another form of. */
static bool is_its_own_subject(const struct record *record)
{
    return record->name || record->entry;
}

size_t keys_collect(const struct record *records, size_t count, struct key **keys,
                    struct arena *arena)
{
    size_t key_count = count;
    struct key *all = arena_allocate(arena, (1 + FORMS_MAXIMUM) * count, sizeof *all);
    for (size_t i = 0; i < count; i++)
        all[i] = (struct key){records[i].code, &records[i], &records[i]};
    for (size_t i = 0; i < count; i++) {
        uint32_t forms[FORMS_MAXIMUM];
        size_t form_count = forms_of(records[i].code, forms);
        for (size_t j = 0; j < form_count; j++) {
            size_t other = find(records, count, forms[j]);
            if (other == count)
                all[key_count++] = (struct key){forms[j], NULL, &records[i]};
            else if (!is_its_own_subject(&records[other]))
                all[other].subject = &records[i];
        }
    }
    *keys = all;
    return key_count;
}
