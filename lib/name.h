/* Finds codes by their symbolic names. */
#ifndef ACTDIAG_NAME_H
#define ACTDIAG_NAME_H

#include <stddef.h>
#include <stdint.h>

/* Finds a symbolic name, in any case: 1 and its code, or 0. name need not end with a NUL. */
int act_name_find(const char *name, size_t length, uint32_t *code);

#endif
