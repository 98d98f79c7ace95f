/* Writes an answer as JSON. */
#include "printing/answer_json.h"

#include <stdlib.h>

#include "printing/guidance.h"
#include "printing/subject.h"

static void add_types(struct json_object *object, uint32_t types)
{
    const char *separator = "";
    if (!json_key(object, "types"))
        return;
    putc('[', object->out);
    for (unsigned type = 1; type & ACT_TYPE_ALL; type <<= 1) {
        if (!(types & type))
            continue;
        fprintf(object->out, "%s\"%s\"", separator, act_type_id((act_type)type));
        separator = ",";
    }
    putc(']', object->out);
}

static const char *place_of(uint32_t flags)
{
    return flags & ACT_COMMAND_ON_KMS_HOST              ? "kms-host"
           : flags & ACT_COMMAND_ON_FOREST              ? "forest"
           : flags & ACT_COMMAND_ON_VIRTUALIZATION_HOST ? "virtualization-host"
                                                        : "client";
}

void answer_json_add_nature(struct json_object *object, uint32_t flags)
{
    json_flag(object, "elevated", flags & ACT_COMMAND_ELEVATED);
    json_flag(object, "changes", flags & ACT_COMMAND_CHANGES);
    json_flag(object, "hard_to_undo", flags & ACT_COMMAND_HARD_TO_UNDO);
    json_flag(object, "practice", flags & ACT_COMMAND_PRACTICE);
}

static void print_command(FILE *out, const act_command *command, act_dialect dialect)
{
    uint32_t flags = act_command_flags(command, dialect);
    act_dialect used = flags & ACT_COMMAND_AS_SLMGR ? ACT_DIALECT_SLMGR : dialect;
    struct json_object object = json_begin(out, NULL);
    json_text(&object, "text", act_command_text(command, dialect));
    json_text(&object, "dialect", act_dialect_id(used));
    json_text(&object, "where", place_of(flags));
    answer_json_add_nature(&object, flags);
    json_end(&object);
}

static void add_commands(struct json_object *object, const act_entry *entry, act_dialect dialect,
                         const char *language)
{
    const act_command *command;
    if (!json_key(object, "commands"))
        return;
    putc('[', object->out);
    for (size_t i = 0; entry && (command = act_entry_command(entry, language, i)) != NULL; i++) {
        if (i > 0)
            putc(',', object->out);
        print_command(object->out, command, dialect);
    }
    putc(']', object->out);
}

/* Takes the text over; NULL and "" are null. */
static void add_guidance(struct json_object *object, const char *key, char *text)
{
    json_text(object, key, text && *text != '\0' ? text : NULL);
    free(text);
}

static void add_class(struct json_object *object, const struct subject *subject)
{
    const act_class *details = &subject->details;
    json_code(object, "subject", details->subject);
    json_text(object, "known", act_known_id((act_known)details->known));
    json_text(object, "name", subject->name);
    json_text(object, "category", act_category_id((act_category)details->category));
    json_text(object, "side", act_side_id((act_side)details->side));
    json_text(object, "role", act_role_id((act_role)details->role));
    json_flag(object, "retry", details->flags & ACT_FLAG_RETRY);
    add_types(object, details->types);
    json_text(object, "reference", act_reference(details->subject));
}

void answer_json_add_code(struct json_object *object, uint32_t code, act_dialect dialect,
                          const char *language)
{
    struct subject subject;
    subject_find(code, &subject);
    const act_entry *entry = subject.entry;
    act_category category = (act_category)subject.details.category;
    language = entry ? act_entry_language(entry, language) : act_words_language(language);
    json_code(object, "code", code);
    json_number(object, "value", code);
    add_class(object, &subject);
    json_text(object, "message", entry ? act_entry_text(entry, ACT_FIELD_MESSAGE, language) : NULL);
    json_text(object, "cause", entry ? act_entry_text(entry, ACT_FIELD_CAUSE, language) : NULL);
    add_guidance(object, "steps", entry ? guidance_of_entry(entry, dialect, language) : NULL);
    add_guidance(object, "advice", guidance_of_category(category, dialect, language));
    add_commands(object, entry, dialect, language);
    json_text(object, "language", language);
}

void answer_json_print(FILE *out, uint32_t code, const struct options *options,
                       const char *language)
{
    struct json_object object = json_begin(out, options->fields);
    answer_json_add_code(&object, code, options->dialect, language);
    json_end(&object);
    putc('\n', out);
}
