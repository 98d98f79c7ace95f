/* Memory past whose end any access crashes. */
#ifndef ACTDIAG_TESTS_GUARDED_H
#define ACTDIAG_TESTS_GUARDED_H

#include <stddef.h>

/*
 * Returns the first byte after size bytes of writable memory, itself in a page that can be neither
 * read nor written; bytes before the writable ones cannot either. Lives until the process ends.
 */
unsigned char *guarded_end(size_t size);

#endif
