/* Where the commands of a code block are typed, by the word after "console". */
#ifndef ACTDIAG_COMPILER_CONSOLE_H
#define ACTDIAG_COMPILER_CONSOLE_H

enum console {
    CONSOLE_NONE,   /* not a block of commands */
    CONSOLE_CLIENT, /* "console": on the computer that is to be activated */
    CONSOLE_HOST,   /* "console host": on a KMS host */
    CONSOLE_FOREST, /* "console forest": on a domain controller, or by an administrator of the
                       forest */
    CONSOLE_PARENT, /* "console parent": on a virtualization host */
    CONSOLE_UNKNOWN /* "console" and anything else */
};

/* Reads the info string of a code block. */
enum console console_of(const char *info);

#endif
