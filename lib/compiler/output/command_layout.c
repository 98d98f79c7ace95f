/* Lays the commands of the table out. */
#include "output/command_layout.h"

#include <string.h>

/* All ranges and uses that the model can need, so that none of the lists grows. */
static void make_room(struct command_layout *layout, const struct model *model, struct arena *arena)
{
    size_t uses = 0, ranges = 1 + layout->advice_count;
    for (size_t i = 0; model->advice && i < layout->advice_count; i++)
        uses += model->advice[i].count;
    for (size_t i = 0; i < model->entry_count; i++)
        for (size_t j = 0; model->entries[i].uses && j < model->language_count; j++, ranges++)
            uses += model->entries[i].uses[j].count;
    layout->uses = arena_allocate(arena, uses, sizeof *layout->uses);
    layout->ranges = arena_allocate(arena, ranges, sizeof *layout->ranges);
    layout->range_count = 1;
}

static void place_commands(struct command_layout *layout, const struct model *model,
                           struct pool *pool, struct arena *arena)
{
    layout->commands = arena_allocate(arena, model->command_count, sizeof *layout->commands);
    for (size_t i = 0; i < model->command_count; i++)
        for (unsigned j = 0; j < ACT_DIALECT_COUNT; j++) {
            layout->commands[i].texts[j] = pool_add(pool, model->commands[i].texts[j]);
            layout->commands[i].flags[j] = model->commands[i].flags[j];
        }
}

void command_layout_begin(struct command_layout *layout, const struct model *model,
                          struct pool *pool, struct arena *arena)
{
    *layout = (struct command_layout){
        .advice_count = (model->advice ? model->word_language_count : 1) * ACT_CATEGORY_COUNT};
    make_room(layout, model, arena);
    place_commands(layout, model, pool, arena);
    layout->advice = arena_allocate(arena, layout->advice_count, sizeof *layout->advice);
    for (size_t i = 0; model->advice && i < layout->advice_count; i++)
        layout->advice[i] = command_layout_add(layout, &model->advice[i]);
}

uint32_t command_layout_add(struct command_layout *layout, const struct model_uses *uses)
{
    if (uses->count == 0 && !uses->is_windows_only)
        return 0;
    if (uses->count > 0)
        memcpy(layout->uses + layout->use_count, uses->list, uses->count * sizeof *uses->list);
    layout->ranges[layout->range_count] = (struct use_range){
        (uint32_t)layout->use_count, (uint32_t)uses->count, uses->is_windows_only};
    layout->use_count += uses->count;
    return (uint32_t)layout->range_count++;
}
