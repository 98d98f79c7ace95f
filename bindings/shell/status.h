/* Exit statuses; of several the greatest is the command's. */
#ifndef ACTDIAG_SHELL_STATUS_H
#define ACTDIAG_SHELL_STATUS_H

enum status {
    STATUS_FOUND = 0,
    STATUS_NOT_FOUND = 1, /* not in the documents; nothing found */
    STATUS_WRONG = 2      /* usage, a file, something that is not a code */
};

#endif
