/* Reads the catalogue of commands. */
#include "tables/commands.h"

#include <stdlib.h>
#include <string.h>

#include "tables/tsv.h"

/* The first columns are the dialects. */
enum column {
    COLUMN_ELEVATED = ACT_DIALECT_COUNT,
    COLUMN_CHANGES,
    COLUMN_PRACTICE,
    COLUMN_SOURCE,
    COLUMN_COUNT
};

static const char line_break[] = "<br />";

struct catalogue {
    struct commands *commands;
    struct diagnostics *diagnostics;
};

static void refuse(const struct catalogue *catalogue, const struct tsv_row *row, unsigned column,
                   const char *expected)
{
    diagnose(catalogue->diagnostics, SEVERITY_ERROR, row->places[column], "\"%s\"; expected %s",
             row->cells[column], expected);
}

/* The commands of a cell, one per line. */
static const char *lines_of(const char *cell, struct arena *arena)
{
    char *lines = arena_allocate(arena, strlen(cell) + 1, 1), *end = lines;
    while (*cell != '\0') {
        if (strncmp(cell, line_break, sizeof line_break - 1) == 0) {
            *end++ = '\n';
            cell += sizeof line_break - 1;
        } else {
            *end++ = *cell++;
        }
    }
    return lines;
}

static bool has_word(const char *cell, const char *word)
{
    size_t length = strlen(word);
    for (const char *found = cell; (found = strstr(found, word)) != NULL; found += length)
        if ((found == cell || found[-1] == ' ') && (found[length] == ' ' || found[length] == '\0'))
            return true;
    return false;
}

static uint32_t read_changes(const struct catalogue *catalogue, const struct tsv_row *row)
{
    const char *cell = row->cells[COLUMN_CHANGES];
    if (strcmp(cell, "hard") == 0)
        return ACT_COMMAND_CHANGES | ACT_COMMAND_HARD_TO_UNDO;
    if (strcmp(cell, "yes") == 0)
        return ACT_COMMAND_CHANGES;
    if (strcmp(cell, "no") != 0)
        refuse(catalogue, row, COLUMN_CHANGES, "no, yes or hard");
    return 0;
}

/* ospp.vbs may need more rights than the command of slmgr.vbs that it stands for. */
static void read_flags(const struct catalogue *catalogue, const struct tsv_row *row,
                       struct command_row *command)
{
    const char *elevated = row->cells[COLUMN_ELEVATED], *practice = row->cells[COLUMN_PRACTICE];
    uint32_t changes = read_changes(catalogue, row);
    bool is_all = strcmp(elevated, "all") == 0, is_office = strcmp(elevated, "office") == 0;
    if (!is_all && !is_office && strcmp(elevated, "none") != 0)
        refuse(catalogue, row, COLUMN_ELEVATED, "all, none or office");
    for (unsigned i = 0; i < ACT_DIALECT_COUNT; i++) {
        uint32_t *flags = &command->flags[i];
        *flags |= changes;
        if (is_all || (is_office && i == ACT_DIALECT_OFFICE && command->forms[i]))
            *flags |= ACT_COMMAND_ELEVATED;
        if (has_word(practice, act_dialect_id((act_dialect)i)))
            *flags |= ACT_COMMAND_PRACTICE;
    }
}

/* A dialect without a form of its own keeps the line; for OSLicense, PowerShell's form. */
static void read_forms(const struct catalogue *catalogue, const struct tsv_row *row,
                       struct command_row *command)
{
    bool is_slmgr = strncmp(row->cells[ACT_DIALECT_SLMGR], "slmgr.vbs ", 10) == 0;
    for (unsigned i = ACT_DIALECT_POWERSHELL; i < ACT_DIALECT_COUNT; i++) {
        const char *cell = row->cells[i];
        if (strcmp(cell, "=") == 0)
            command->forms[i] = i == ACT_DIALECT_OSLICENSE ? command->forms[i - 1] : NULL;
        else if (i == ACT_DIALECT_OFFICE && strcmp(cell, "windows") == 0)
            command->flags[i] |= ACT_COMMAND_WINDOWS;
        else if (strcmp(cell, "-") != 0)
            command->forms[i] = lines_of(cell, catalogue->commands->arena);
        else if (is_slmgr)
            command->flags[i] |= ACT_COMMAND_NO_FORM;
        else
            refuse(catalogue, row, i, "a command or =: - is for commands of slmgr.vbs");
        if (is_slmgr && !command->forms[i])
            command->flags[i] |= ACT_COMMAND_AS_SLMGR;
    }
}

static void read_row(const struct catalogue *catalogue, const struct tsv_row *row)
{
    struct commands *commands = catalogue->commands;
    struct command_row *command = &commands->rows[commands->row_count];
    struct model_command model;
    if (!tsv_optional(row->cells[ACT_DIALECT_SLMGR])) {
        refuse(catalogue, row, ACT_DIALECT_SLMGR, "a command");
        return;
    }
    command->forms[ACT_DIALECT_SLMGR] = row->cells[ACT_DIALECT_SLMGR];
    read_forms(catalogue, row, command);
    read_flags(catalogue, row, command);
    for (unsigned i = 0; i < ACT_DIALECT_COUNT; i++) {
        model.texts[i] = command->forms[i] ? command->forms[i] : row->cells[ACT_DIALECT_SLMGR];
        model.flags[i] = command->flags[i];
    }
    if (commands_add(commands, &model) == commands->row_count)
        commands->row_count++;
    else
        refuse(catalogue, row, ACT_DIALECT_SLMGR, "each command once");
}

void commands_read(struct commands *commands, const struct source *source,
                   struct diagnostics *diagnostics)
{
    struct tsv_row *rows;
    struct catalogue catalogue = {commands, diagnostics};
    size_t count = tsv_read(source, COLUMN_COUNT, &rows, commands->arena, diagnostics);
    commands->rows = arena_allocate(commands->arena, count, sizeof *commands->rows);
    for (size_t i = 0; i < count; i++)
        read_row(&catalogue, &rows[i]);
}

static uint32_t hash_of(const struct model_command *command)
{
    uint32_t hash = 2166136261U; /* FNV-1a */
    for (unsigned i = 0; i < ACT_DIALECT_COUNT; i++) {
        hash = (hash ^ command->flags[i]) * 16777619U;
        for (const char *c = command->texts[i]; *c != '\0'; c++)
            hash = (hash ^ (unsigned char)*c) * 16777619U;
    }
    return hash;
}

static bool is_same(const struct model_command *a, const struct model_command *b)
{
    for (unsigned i = 0; i < ACT_DIALECT_COUNT; i++)
        if (a->flags[i] != b->flags[i] || strcmp(a->texts[i], b->texts[i]) != 0)
            return false;
    return true;
}

/* The place of a command, which is empty if it is new. There is always an empty one. */
static uint32_t *find_place(struct commands *commands, const struct model_command *command)
{
    size_t place = hash_of(command) & (commands->place_count - 1);
    while (commands->places[place] != 0 &&
           !is_same(&commands->list[commands->places[place] - 1], command))
        place = (place + 1) & (commands->place_count - 1);
    return &commands->places[place];
}

/* Makes room for twice as many; half of the places stay empty. */
static void grow(struct commands *commands)
{
    size_t capacity = commands->capacity > 0 ? 2 * commands->capacity : 256;
    struct model_command *list = arena_allocate(commands->arena, capacity, sizeof *list);
    if (commands->count > 0)
        memcpy(list, commands->list, commands->count * sizeof *list);
    commands->list = list;
    commands->capacity = capacity;
    commands->place_count = 2 * capacity;
    commands->places =
        arena_allocate(commands->arena, commands->place_count, sizeof *commands->places);
    for (size_t i = 0; i < commands->count; i++)
        *find_place(commands, &list[i]) = (uint32_t)i + 1;
}

uint32_t commands_add(struct commands *commands, const struct model_command *command)
{
    if (commands->count == commands->capacity)
        grow(commands);
    uint32_t *place = find_place(commands, command);
    if (*place == 0) {
        commands->list[commands->count++] = *command;
        *place = (uint32_t)commands->count;
    }
    return *place - 1;
}
