/* Windows at the ends of a text. */
#include "scan_window.h"

#include <string.h>

void act_window_copy(unsigned char window[ACT_WINDOW_SIZE], const unsigned char *text,
                     size_t length, size_t start, size_t width)
{
    enum { NO_DIGIT = 0xFF };
    size_t missing = start < width ? width - start : 0;
    size_t first = start + missing - width, wanted = ACT_WINDOW_CHARACTERS * width - missing;
    memset(window, NO_DIGIT, ACT_WINDOW_SIZE);
    memcpy(window + missing, text + first, wanted < length - first ? wanted : length - first);
}
