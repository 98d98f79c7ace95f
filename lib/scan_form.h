/* The forms in which a code is written in text: what act_scan() takes for one. */
#ifndef ACTDIAG_SCAN_FORM_H
#define ACTDIAG_SCAN_FORM_H

#include <stddef.h>
#include <stdint.h>

/*
 * Characters are bytes here, whatever the width of the text; one that is not ASCII is any byte from
 * 0x80 on. So many of them count before the first digit of a code, and from its start on: "0x",
 * eight digits, four hex letters that belong to a word, and the fifth letter of that word.
 */
enum { ACT_FORM_BEFORE = 3, ACT_FORM_REACH = 15 };

struct act_form {
    uint32_t code;
    uint8_t before;     /* characters of it before its digits: its prefix or sign */
    uint8_t characters; /* all of them */
};

/*
 * Reads the code whose digits begin at a place. From ACT_FORM_BEFORE characters before that place
 * to ACT_FORM_REACH after it all must be readable; what lies outside the text is no ASCII. Returns
 * 0 if no code in one of the forms that the flags of act_scan() ask for.
 */
int act_form_read(const unsigned char *digits, uint32_t flags, struct act_form *form);

/* Whether a code may begin with a character. */
int act_form_may_begin(unsigned char character);

/* How many characters the prefix or sign takes with which a code would begin at start: 0 to 2. */
size_t act_form_lead(const unsigned char *start);

/*
 * Whether the last few characters of a text, fewer than ACT_FORM_REACH, may be the beginning of a
 * code, or of what decides whether they are one, if other text follows.
 */
int act_form_may_go_on(const unsigned char *start, size_t count, uint32_t flags);

#endif
