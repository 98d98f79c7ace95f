/* Finds the commands of a text in the catalogue. */
#include "documents/command_uses.h"

#include <string.h>

#include "documents/command_line.h"

static const struct {
    const char *comment;
    enum console console;
    uint32_t flag;
} places[] = {
    {"<!-- host -->", CONSOLE_HOST, ACT_COMMAND_ON_KMS_HOST},
    {"<!-- forest -->", CONSOLE_FOREST, ACT_COMMAND_ON_FOREST},
    {"<!-- parent -->", CONSOLE_PARENT, ACT_COMMAND_ON_VIRTUALIZATION_HOST},
};
enum { PLACE_COUNT = sizeof places / sizeof *places };

enum console command_console_of(const char *comment)
{
    for (size_t i = 0; i < PLACE_COUNT; i++)
        if (strncmp(comment, places[i].comment, strlen(places[i].comment)) == 0)
            return places[i].console;
    return CONSOLE_CLIENT;
}

static uint32_t flag_of(enum console console)
{
    for (size_t i = 0; i < PLACE_COUNT; i++)
        if (places[i].console == console)
            return places[i].flag;
    return 0;
}

bool command_is_windows_only(const char *comment)
{
    static const char mark[] = "<!-- windows only -->";
    return strncmp(comment, mark, sizeof mark - 1) == 0;
}

/* What is typed elsewhere, or concerns Windows alone, never becomes a command of Office. */
static void keep_for_office(struct model_command *command, const struct command_row *row,
                            const char *written)
{
    bool is_slmgr = strncmp(row->forms[ACT_DIALECT_SLMGR], "slmgr.vbs ", 10) == 0;
    command->texts[ACT_DIALECT_OFFICE] = written;
    command->flags[ACT_DIALECT_OFFICE] =
        command->flags[ACT_DIALECT_SLMGR] | (is_slmgr ? ACT_COMMAND_AS_SLMGR : 0);
}

static uint32_t add_command(const struct command_uses *uses, const struct command_row *row,
                            const struct command_values *values, const char *written,
                            uint32_t place)
{
    struct model_command command;
    for (unsigned i = 0; i < ACT_DIALECT_COUNT; i++) {
        bool is_written = i == ACT_DIALECT_SLMGR || !row->forms[i];
        command.texts[i] =
            is_written ? written : command_line_fill(row->forms[i], values, uses->arena);
        command.flags[i] = row->flags[i];
    }
    if (place != 0 || uses->is_windows_only)
        keep_for_office(&command, row, written);
    for (unsigned i = 0; i < ACT_DIALECT_COUNT; i++)
        command.flags[i] |= place;
    return commands_add(uses->search->commands, &command);
}

static void append(struct command_uses *uses, struct model_use use)
{
    if (uses->count == uses->capacity) {
        size_t capacity = uses->capacity > 0 ? 2 * uses->capacity : 8;
        struct model_use *list = arena_allocate(uses->arena, capacity, sizeof *list);
        if (uses->count > 0)
            memcpy(list, uses->list, uses->count * sizeof *list);
        uses->list = list;
        uses->capacity = capacity;
    }
    uses->list[uses->count++] = use;
}

void command_uses_add(struct command_uses *uses, struct span line, size_t offset,
                      enum console console, struct location location)
{
    const struct commands *commands = uses->search->commands;
    const char *normal = command_line_normal(line, uses->arena);
    for (size_t i = 0; i < commands->row_count; i++) {
        struct command_values values = {.count = 0};
        const struct command_row *row = &commands->rows[i];
        if (!command_line_matches(normal, row->forms[ACT_DIALECT_SLMGR], &values))
            continue;
        const char *written = arena_copy(uses->arena, line.text, line.length);
        uint32_t command = add_command(uses, row, &values, written, flag_of(console));
        append(uses, (struct model_use){(uint32_t)offset, (uint32_t)line.length, command});
        return;
    }
    if (uses->search->requires_known && command_line_is_licensing(normal))
        diagnose(uses->diagnostics, SEVERITY_ERROR, location,
                 "\"%.*s\" is not in the catalogue of commands; expected a command of slmgr.vbs or "
                 "ospp.vbs that is",
                 (int)line.length, line.text);
}

struct model_uses command_uses_of(const struct command_uses *uses)
{
    return (struct model_uses){uses->list, uses->count, uses->is_windows_only};
}
