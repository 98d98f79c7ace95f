/* The block between two lines "---" at the start of a document. */
#ifndef ACTDIAG_COMPILER_FRONT_MATTER_H
#define ACTDIAG_COMPILER_FRONT_MATTER_H

#include "input/source.h"

struct front_matter {
    unsigned line_count; /* of the block with both its marks; 0 without one */
    const char *title;   /* "" without one */
    const char *date;    /* YYYY-MM-DD, "" without one */
    const char *locale;  /* ms.contentlocale, a tag; NULL without one */
};

struct front_matter front_matter_read(const struct source *source, struct arena *arena,
                                      struct diagnostics *diagnostics);

#endif
