/* Reads where commands are typed. */
#include "documents/console.h"

#include <string.h>

enum console console_of(const char *info)
{
    static const char *const words[] = {[CONSOLE_CLIENT] = "console",
                                        [CONSOLE_HOST] = "console host",
                                        [CONSOLE_FOREST] = "console forest",
                                        [CONSOLE_PARENT] = "console parent"};
    for (enum console console = CONSOLE_CLIENT; console < CONSOLE_UNKNOWN; console++)
        if (strcmp(info, words[console]) == 0)
            return console;
    return strncmp(info, "console ", strlen("console ")) == 0 ? CONSOLE_UNKNOWN : CONSOLE_NONE;
}
