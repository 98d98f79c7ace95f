/* Steps and advice with the commands of a dialect. */
#include <string.h>

#include "uses.h"

/* A longer command does not go into a sentence. */
enum { SENTENCE_MAXIMUM = 60 };

/* What snprintf() does: counts all, keeps what fits. */
struct sink {
    char *buffer;
    size_t size, length;
};

struct rendering {
    struct sink *sink;
    struct act_text_uses uses;
    act_dialect dialect;
    const char *language;
};

static void put(struct sink *sink, const char *text, size_t length)
{
    if (sink->length < sink->size) {
        size_t room = sink->size - sink->length;
        memcpy(sink->buffer + sink->length, text, length < room ? length : room);
    }
    sink->length += length;
}

static void put_string(struct sink *sink, const char *text)
{
    put(sink, text, strlen(text));
}

static size_t finish(const struct sink *sink)
{
    if (sink->size > 0)
        sink->buffer[sink->length < sink->size ? sink->length : sink->size - 1] = '\0';
    return sink->length;
}

static const act_command *command_of(const struct rendering *rendering, size_t number)
{
    return &act_table_commands[rendering->uses.list[number].command];
}

static const char *form_of(const struct rendering *rendering, size_t number)
{
    return act_command_text(command_of(rendering, number), rendering->dialect);
}

static uint32_t flags_of(const struct rendering *rendering, size_t number)
{
    return act_command_flags(command_of(rendering, number), rendering->dialect);
}

static int is_changed(const struct rendering *rendering, size_t number)
{
    const act_command *command = command_of(rendering, number);
    return command->texts[rendering->dialect] != command->texts[ACT_DIALECT_SLMGR];
}

/* Blanks before a command if it has its line to itself, else -1. */
static int indent_of(const struct rendering *rendering, size_t number)
{
    const struct act_use *use = &rendering->uses.list[number];
    const char *begin = rendering->uses.text + use->offset;
    char after = begin[use->length];
    int indent = 0;
    /* Before the text is the NUL of another one. */
    while (begin[-indent - 1] == ' ')
        indent++;
    char before = begin[-indent - 1];
    return (before == '\n' || before == '\0') && (after == '\n' || after == '\0') ? indent : -1;
}

static int fits_sentence(const char *form)
{
    return strlen(form) <= SENTENCE_MAXIMUM && !strchr(form, '\n');
}

/* A command in a sentence, but for one that is shown below it. */
static const char *name_of(const struct rendering *rendering, size_t number)
{
    const char *form = form_of(rendering, number);
    return fits_sentence(form) ? form
                               : act_command_text(command_of(rendering, number), ACT_DIALECT_SLMGR);
}

static int is_shown_below(const struct rendering *rendering, size_t number)
{
    return is_changed(rendering, number) && indent_of(rendering, number) < 0 &&
           !fits_sentence(form_of(rendering, number));
}

/* Each line of a form begins where the first one does. */
static void put_lines(struct sink *sink, const char *form, int indent, const char *mark)
{
    size_t length = strcspn(form, "\n");
    put_string(sink, mark);
    put(sink, form, length);
    while (form[length] != '\0') {
        form += length + 1;
        length = strcspn(form, "\n");
        put_string(sink, "\n");
        for (int i = 0; i < indent; i++)
            put(sink, " ", 1);
        put_string(sink, mark);
        put(sink, form, length);
    }
}

/* What is not for Office is made a comment of the command prompt: pasted, it does nothing. */
static void put_command(const struct rendering *rendering, size_t number)
{
    int indent = indent_of(rendering, number);
    int is_barred = (flags_of(rendering, number) & ACT_COMMAND_WINDOWS) != 0;
    if (indent < 0)
        put_string(rendering->sink, name_of(rendering, number));
    else
        put_lines(rendering->sink, form_of(rendering, number), indent, is_barred ? "rem " : "");
}

static void put_text(const struct rendering *rendering)
{
    const struct act_text_uses *uses = &rendering->uses;
    size_t done = 0;
    for (size_t i = 0; i < uses->count; i++) {
        put(rendering->sink, uses->text + done, uses->list[i].offset - done);
        put_command(rendering, i);
        done = uses->list[i].offset + uses->list[i].length;
    }
    put_string(rendering->sink, uses->text + done);
}

/* Whether a number is the first of those for which test is true and that have its command. */
static int is_first(const struct rendering *rendering, size_t number,
                    int (*test)(const struct rendering *rendering, size_t number))
{
    if (!test(rendering, number))
        return 0;
    for (size_t i = 0; i < number; i++)
        if (rendering->uses.list[i].command == rendering->uses.list[number].command &&
            test(rendering, i))
            return 0;
    return 1;
}

static void put_commands_below(const struct rendering *rendering)
{
    for (size_t i = 0; i < rendering->uses.count; i++) {
        if (!is_first(rendering, i, is_shown_below))
            continue;
        put_string(rendering->sink, "\n\n");
        put_string(rendering->sink, name_of(rendering, i));
        put_string(rendering->sink, ":\n\n    ");
        put_lines(rendering->sink, form_of(rendering, i), 4, "");
    }
}

static int is_hard_to_undo(const struct rendering *rendering, size_t number)
{
    return (flags_of(rendering, number) & ACT_COMMAND_HARD_TO_UNDO) != 0;
}

static int is_for_windows(const struct rendering *rendering, size_t number)
{
    return (flags_of(rendering, number) & ACT_COMMAND_WINDOWS) != 0;
}

static int has_no_form(const struct rendering *rendering, size_t number)
{
    return (flags_of(rendering, number) & ACT_COMMAND_NO_FORM) != 0;
}

static int is_practice(const struct rendering *rendering, size_t number)
{
    return (flags_of(rendering, number) & ACT_COMMAND_PRACTICE) != 0;
}

static int any_is(const struct rendering *rendering,
                  int (*test)(const struct rendering *rendering, size_t number))
{
    for (size_t i = 0; i < rendering->uses.count; i++)
        if (test(rendering, i))
            return 1;
    return 0;
}

/* A sentence with the commands that it is about, if there are any and it has words. */
static void put_note(const struct rendering *rendering, const char *word,
                     int (*test)(const struct rendering *rendering, size_t number))
{
    const char *note = any_is(rendering, test) ? act_word(word, rendering->language) : NULL;
    const char *separator = "";
    if (!note)
        return;
    size_t before = strcspn(note, "{"); /* "{0}" */
    put_string(rendering->sink, "\n\n");
    put(rendering->sink, note, before);
    for (size_t i = 0; i < rendering->uses.count; i++) {
        if (!is_first(rendering, i, test))
            continue;
        put_string(rendering->sink, separator);
        put_string(rendering->sink, name_of(rendering, i));
        separator = ", ";
    }
    put_string(rendering->sink, note + before + strspn(note + before, "{0}"));
}

static void put_notes(const struct rendering *rendering)
{
    put_note(rendering, "heading.hard-to-undo", is_hard_to_undo);
    put_note(rendering, "heading.windows-commands", is_for_windows);
    put_note(rendering, "heading.no-other-form", has_no_form);
    put_note(rendering, "heading.practice", is_practice);
}

/* The word of what is to be read before the commands of a dialect; NULL without one. */
static const char *preface_of(const struct rendering *rendering)
{
    if (rendering->dialect == ACT_DIALECT_OFFICE && rendering->uses.is_windows_only)
        return "heading.windows-only";
    for (size_t i = 0; i < rendering->uses.count; i++) {
        const act_command *command = command_of(rendering, i);
        if (!is_changed(rendering, i))
            continue;
        if (rendering->dialect == ACT_DIALECT_OFFICE)
            return "heading.office-commands";
        if (rendering->dialect == ACT_DIALECT_OSLICENSE &&
            command->texts[ACT_DIALECT_OSLICENSE] != command->texts[ACT_DIALECT_POWERSHELL])
            return "heading.oslicense-commands";
    }
    return NULL;
}

size_t act_render(struct act_text_uses uses, act_dialect dialect, const char *language,
                  char *buffer, size_t size)
{
    struct sink sink = {buffer, size, 0};
    struct rendering rendering = {&sink, uses, dialect, language};
    if ((unsigned)dialect < ACT_DIALECT_COUNT && *uses.text != '\0') {
        const char *preface = preface_of(&rendering);
        const char *words = preface ? act_word(preface, language) : NULL;
        if (words) {
            put_string(&sink, words);
            put_string(&sink, "\n\n");
        }
        put_text(&rendering);
        put_commands_below(&rendering);
        put_notes(&rendering);
    }
    return finish(&sink);
}

ACT_API size_t ACT_CALL act_entry_steps(const act_entry *entry, act_dialect dialect,
                                        const char *language, char *buffer, size_t size)
{
    return act_render(act_entry_uses(entry, language), dialect, language, buffer, size);
}

ACT_API size_t ACT_CALL act_category_advice(act_category category, act_dialect dialect,
                                            const char *language, char *buffer, size_t size)
{
    struct act_text_uses none = {"", NULL, 0, 0};
    int exists = (unsigned)category < ACT_CATEGORY_COUNT;
    return act_render(exists ? act_advice_uses(category, language) : none, dialect, language,
                      buffer, size);
}
