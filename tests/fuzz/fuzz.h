/* What the fuzz targets share. Each is one file with the function that libFuzzer calls. */
#ifndef ACTDIAG_TESTS_FUZZ_H
#define ACTDIAG_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* Tries one input. Returns 0; a broken promise ends the process. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the process with a message unless a promise of the code under test holds. */
void fuzz_require(int holds, const char *promise);

#endif
