/* What the library uses of C's <string.h>, where there is no C library. */
#ifndef ACTDIAG_WASM_STRING_H
#define ACTDIAG_WASM_STRING_H

#include <stddef.h>

void *memchr(const void *bytes, int sought, size_t size);
int memcmp(const void *left, const void *right, size_t size);
void *memcpy(void *restrict target, const void *restrict source, size_t size);
void *memmove(void *target, const void *source, size_t size);
void *memset(void *target, int byte, size_t size);
char *strchr(const char *text, int sought);
int strcmp(const char *left, const char *right);
size_t strcspn(const char *text, const char *stops);
size_t strlen(const char *text);
size_t strspn(const char *text, const char *accepted);

#endif
