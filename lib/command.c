/* The catalogue of commands, and the commands of an entry's steps. */
#include "uses.h"

ACT_API const act_command *ACT_CALL act_command_at(size_t index)
{
    return index < ACT_TABLE_CATALOGUE_COUNT ? &act_table_commands[index] : NULL;
}

ACT_API const char *ACT_CALL act_command_text(const act_command *command, act_dialect dialect)
{
    return (unsigned)dialect < ACT_DIALECT_COUNT ? act_table_string(command->texts[dialect]) : "";
}

ACT_API uint32_t ACT_CALL act_command_flags(const act_command *command, act_dialect dialect)
{
    return (unsigned)dialect < ACT_DIALECT_COUNT ? command->flags[dialect] : 0;
}

ACT_API const act_command *ACT_CALL act_entry_command(const act_entry *entry, const char *language,
                                                      size_t index)
{
    struct act_text_uses uses = act_entry_uses(entry, language);
    return index < uses.count ? &act_table_commands[uses.list[index].command] : NULL;
}
