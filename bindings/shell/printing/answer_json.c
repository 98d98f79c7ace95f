/* Writes an answer as JSON. */
#include "printing/answer_json.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>

#include "printing/guidance.h"
#include "printing/json.h"
#include "printing/subject.h"

static void print_code(FILE *out, const char *key, uint32_t code)
{
    char hex[ACT_FORMAT_SIZE];
    act_format(code, hex, sizeof hex);
    json_print_member(out, key, hex);
}

static void print_flag(FILE *out, const char *key, bool is_set)
{
    fprintf(out, ",\"%s\":%s", key, is_set ? "true" : "false");
}

static void print_types(FILE *out, uint32_t types)
{
    const char *separator = "";
    fputs(",\"types\":[", out);
    for (unsigned type = 1; type & ACT_TYPE_ALL; type <<= 1) {
        if (!(types & type))
            continue;
        fprintf(out, "%s\"%s\"", separator, act_type_id((act_type)type));
        separator = ",";
    }
    putc(']', out);
}

static const char *place_of(uint32_t flags)
{
    return flags & ACT_COMMAND_ON_KMS_HOST              ? "kms-host"
           : flags & ACT_COMMAND_ON_FOREST              ? "forest"
           : flags & ACT_COMMAND_ON_VIRTUALIZATION_HOST ? "virtualization-host"
                                                        : "client";
}

void answer_json_print_nature(FILE *out, uint32_t flags)
{
    print_flag(out, "elevated", flags & ACT_COMMAND_ELEVATED);
    print_flag(out, "changes", flags & ACT_COMMAND_CHANGES);
    print_flag(out, "hard_to_undo", flags & ACT_COMMAND_HARD_TO_UNDO);
    print_flag(out, "practice", flags & ACT_COMMAND_PRACTICE);
}

static void print_command(FILE *out, const act_command *command, act_dialect dialect)
{
    uint32_t flags = act_command_flags(command, dialect);
    act_dialect used = flags & ACT_COMMAND_AS_SLMGR ? ACT_DIALECT_SLMGR : dialect;
    fputs("{\"text\":", out);
    json_print_string(out, act_command_text(command, dialect));
    json_print_member(out, "dialect", act_dialect_id(used));
    json_print_member(out, "where", place_of(flags));
    answer_json_print_nature(out, flags);
    putc('}', out);
}

static void print_commands(FILE *out, const act_entry *entry, act_dialect dialect,
                           const char *language)
{
    const act_command *command;
    fputs(",\"commands\":[", out);
    for (size_t i = 0; entry && (command = act_entry_command(entry, language, i)) != NULL; i++) {
        if (i > 0)
            putc(',', out);
        print_command(out, command, dialect);
    }
    putc(']', out);
}

/* Takes the text over; NULL and "" are null. */
static void print_guidance(FILE *out, const char *key, char *text)
{
    json_print_member(out, key, text && *text != '\0' ? text : NULL);
    free(text);
}

void answer_json_print_members(FILE *out, uint32_t code, act_dialect dialect, const char *language)
{
    struct subject subject;
    subject_find(code, &subject);
    const act_class *details = &subject.details;
    const act_entry *entry = subject.entry;
    char hex[ACT_FORMAT_SIZE];
    language = entry ? act_entry_language(entry, language) : act_words_language(language);
    act_format(code, hex, sizeof hex);
    fprintf(out, "\"code\":\"%s\",\"value\":%" PRIu32, hex, code);
    print_code(out, "subject", details->subject);
    json_print_member(out, "known", act_known_id((act_known)details->known));
    json_print_member(out, "name", subject.name);
    json_print_member(out, "category", act_category_id((act_category)details->category));
    json_print_member(out, "side", act_side_id((act_side)details->side));
    json_print_member(out, "role", act_role_id((act_role)details->role));
    print_flag(out, "retry", details->flags & ACT_FLAG_RETRY);
    print_types(out, details->types);
    json_print_member(out, "reference", act_reference(details->subject));
    json_print_member(out, "message",
                      entry ? act_entry_text(entry, ACT_FIELD_MESSAGE, language) : NULL);
    json_print_member(out, "cause",
                      entry ? act_entry_text(entry, ACT_FIELD_CAUSE, language) : NULL);
    print_guidance(out, "steps", entry ? guidance_of_entry(entry, dialect, language) : NULL);
    print_guidance(out, "advice",
                   guidance_of_category((act_category)details->category, dialect, language));
    print_commands(out, entry, dialect, language);
    json_print_member(out, "language", language);
}

void answer_json_print(FILE *out, uint32_t code, act_dialect dialect, const char *language)
{
    putc('{', out);
    answer_json_print_members(out, code, dialect, language);
    fputs("}\n", out);
}
