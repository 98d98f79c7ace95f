/* Memory past whose end any access crashes. */
#ifndef ACTDIAG_TESTS_GUARDED_H
#define ACTDIAG_TESTS_GUARDED_H

#include <stddef.h>
#include <stdint.h>

/*
 * Returns the first byte after size bytes of writable memory, itself in a page that can be neither
 * read nor written; bytes before the writable ones cannot either. Lives until the process ends.
 */
unsigned char *guarded_end(size_t size);

/* act_parse() of a copy of at most 4096 bytes, after which nothing can be read. */
int guarded_parse(const char *text, size_t length, uint32_t *code);

#endif
