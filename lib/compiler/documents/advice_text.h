/* The text of a cell of words: sentences in which commands are written as code. */
#ifndef ACTDIAG_COMPILER_ADVICE_TEXT_H
#define ACTDIAG_COMPILER_ADVICE_TEXT_H

#include "documents/command_uses.h"

/*
 * The text without the backticks around code and without comments, which say where the command
 * after them is typed, or that the text is of Windows only; what is code may be a command. uses may
 * be NULL. NULL if a backtick has no partner.
 */
const char *advice_text_read(const char *text, struct location location, struct command_uses *uses,
                             struct arena *arena);

#endif
