/* act_parse(): one code in any notation, with what people put around it. */
#include "name.h"
#include "notation.h"
#include "surroundings.h"

#include "actdiag.h"

/* For what is left when all around it is stripped: no symbolic name comes near this size. */
enum { CORE_SIZE = 256 };

/* Writes the slice in ASCII; returns its length, or 0 if it has other characters or too many. */
static size_t fold(struct slice slice, char core[CORE_SIZE])
{
    size_t length = 0, width;
    for (; !act_slice_is_empty(slice); slice.begin += width) {
        uint32_t value = act_slice_first(slice, &width);
        if (value >= 0x80 || length == CORE_SIZE)
            return 0;
        core[length++] = (char)value;
    }
    return length;
}

/* Makes a zero of the letter O before an x, as people type it from paper or from a picture. */
static int mend_zero(char *core, size_t length)
{
    size_t x = length > 1 && core[1] == ' ' ? 2 : 1;
    if (length <= x || (core[0] | 0x20) != 'o' || (core[x] | 0x20) != 'x')
        return 0;
    core[0] = '0';
    return 1;
}

static int read_core(struct slice slice, uint32_t *code)
{
    char core[CORE_SIZE];
    size_t length = fold(slice, core);
    return act_notation_number(core, length, code) || act_name_find(core, length, code) ||
           (mend_zero(core, length) && act_notation_number(core, length, code));
}

ACT_API int ACT_CALL act_parse(const char *text, size_t length, uint32_t *code)
{
    uint32_t value, other;
    if (length == 0)
        return 0;
    struct slice slice = {(const unsigned char *)text, (const unsigned char *)text + length};
    struct label label = act_surroundings_strip(&slice);
    if (!read_core(slice, &value))
        return 0;
    /* A label that is a code as well leaves open which of the two is meant. */
    for (size_t i = 0; i < sizeof label.words / sizeof *label.words; i++)
        if (read_core(label.words[i], &other) && other != value)
            return 0;
    *code = value;
    return 1;
}
