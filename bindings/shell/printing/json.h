/* Objects of JSON, one per line, of which perhaps only some members are wanted. */
#ifndef ACTDIAG_SHELL_JSON_H
#define ACTDIAG_SHELL_JSON_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct json_object {
    FILE *out;
    const char *fields; /* the members that are wanted, separated by commas; NULL: all */
    bool has_members;
};

/* Opens an object. */
struct json_object json_begin(FILE *out, const char *fields);

/* Whether the member is wanted. If so, its key is written, and the caller writes its value. */
bool json_key(struct json_object *object, const char *key);

/* A string, or null for NULL. */
void json_text(struct json_object *object, const char *key, const char *text);

/* A code as a string, such as "0xC004F074". */
void json_code(struct json_object *object, const char *key, uint32_t code);

void json_number(struct json_object *object, const char *key, uint64_t number);
void json_flag(struct json_object *object, const char *key, bool is_set);
void json_null(struct json_object *object, const char *key);

/* Closes the object. */
void json_end(struct json_object *object);

/* A string with quotes; a byte that is not UTF-8 becomes a lone surrogate. */
void json_print_string(FILE *out, const char *text);

#endif
