/* act_format(): a code in its usual notation. */
#include "actdiag.h"

#include <string.h>

ACT_API size_t ACT_CALL act_format(uint32_t code, char *buffer, size_t size)
{
    char text[11] = "0x";
    size_t length = sizeof text - 1;
    for (size_t i = 2; i < length; i++)
        text[i] = "0123456789ABCDEF"[code >> 4 * (length - 1 - i) & 0xF];
    if (size > 0) {
        size_t copied = size <= length ? size - 1 : length;
        memcpy(buffer, text, copied);
        buffer[copied] = '\0';
    }
    return length;
}
