/* Judges the places of a text where a code may begin. */
#ifndef ACTDIAG_SCAN_CANDIDATE_H
#define ACTDIAG_SCAN_CANDIDATE_H

#include <stddef.h>
#include <stdint.h>

/* Characters of a code: "0x" and 8 hex digits. */
enum { ACT_CODE_CHARACTERS = 10 };

enum act_verdict {
    ACT_VERDICT_NONE,     /* no code begins here */
    ACT_VERDICT_CODE,     /* a code does */
    ACT_VERDICT_UNDECIDED /* what follows the text decides */
};

/*
 * Judges whether a code begins at text[start], where a "0" stands and the first byte of an "x"
 * behind it, in characters of width bytes: 1, or 2 for UTF-16LE. has_more: the text goes on after
 * length. *code is set unless the verdict is ACT_VERDICT_NONE.
 */
enum act_verdict act_scan_judge(const unsigned char *text, size_t length, size_t start,
                                size_t width, int has_more, uint32_t *code);

#endif
