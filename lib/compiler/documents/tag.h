/* Language tags of documents. */
#ifndef ACTDIAG_COMPILER_TAG_H
#define ACTDIAG_COMPILER_TAG_H

#include "input/memory.h"
#include "input/source.h"

/*
 * A tag (BCP 47: a language of 2 or 3 letters, then subtags of 2 to 8 letters or digits) in its
 * usual case: "ja-jp" becomes "ja-JP", "zh-hant" "zh-Hant". NULL if text is none.
 */
const char *tag_read(struct span text, struct arena *arena);

/* The tag in a file's name, "own.en.md" or "ja-jp.2020-09.md"; NULL without one. */
const char *tag_of_file(const char *path, struct arena *arena);

#endif
