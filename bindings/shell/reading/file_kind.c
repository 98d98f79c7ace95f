/* Knows kinds of files by their first bytes. */
#include "reading/file_kind.h"

#include <string.h>

#define COMPRESSED(with) "is compressed with " with "; to find the codes in it, unpack it first"
#define CONVERT "is in UTF-32; to find the codes in it, convert it to UTF-8 first"

struct kind {
    unsigned char begin[FILE_KIND_SIZE];
    size_t length;
    const char *obstacle;
};

const char *file_kind_obstacle(const char *begin, size_t length)
{
    static const struct kind kinds[] = {
        {{0x1F, 0x8B, 0x08}, 3, COMPRESSED("gzip")}, /* RFC 1952; 8: deflate */
        {{'P', 'K', 3, 4}, 4, COMPRESSED("zip")},
        {{0xFD, '7', 'z', 'X', 'Z', 0}, 6, COMPRESSED("xz")},
        {{0x28, 0xB5, 0x2F, 0xFD}, 4, COMPRESSED("zstd")}, /* RFC 8878 */
        {{'7', 'z', 0xBC, 0xAF, 0x27, 0x1C}, 6, COMPRESSED("7-Zip")},
        {{'M', 'S', 'C', 'F', 0, 0}, 6, "is a cabinet; to find the codes in it, unpack it first"},
        {{0xFF, 0xFE, 0, 0}, 4, CONVERT},
        {{0, 0, 0xFE, 0xFF}, 4, CONVERT},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (length >= kinds[i].length && memcmp(begin, kinds[i].begin, kinds[i].length) == 0)
            return kinds[i].obstacle;
    return NULL;
}

bool file_kind_is_big_endian(const char *begin, size_t length)
{
    if (length > FILE_KIND_ORDER_SIZE)
        length = FILE_KIND_ORDER_SIZE;
    if (length >= 2 && memcmp(begin, "\xFE\xFF", 2) == 0)
        return true;
    for (size_t i = 0; i + 1 < length; i += 2) {
        if (begin[i] == '\n' && begin[i + 1] == '\0')
            return false;
        if (begin[i] == '\0' && begin[i + 1] == '\n')
            return true;
    }
    return false;
}
