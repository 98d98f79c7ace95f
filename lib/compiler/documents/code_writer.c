/* Writes code. */
#include "documents/code_writer.h"

#include <string.h>

#include "documents/invisible.h"
#include "input/utf8.h"

size_t code_write(struct writer *writer, struct span code, struct arena *arena,
                  struct diagnostics *diagnostics, struct location place)
{
    const char *text = arena_copy(arena, code.text, code.length);
    size_t written = 0;
    uint32_t character;
    for (const char *found; (found = invisible_find(text, &character)) != NULL;) {
        size_t before = (size_t)(found - text);
        bool is_blank = invisible_kind(character) == INVISIBLE_BLANK;
        if (diagnostics)
            diagnose(diagnostics, SEVERITY_WARNING, place,
                     "the code has the invisible character U+%04X; it is %s", (unsigned)character,
                     is_blank ? "read as a blank" : "left out");
        writer_literal(writer, text, before);
        writer_literal(writer, " ", is_blank);
        written += before + is_blank;
        text += before + utf8_length(found, UTF8_LONGEST);
    }
    writer_literal(writer, text, strlen(text));
    return written + strlen(text);
}
