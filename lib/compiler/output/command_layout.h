/* The commands of the table: their strings, and which texts use them where. */
#ifndef ACTDIAG_COMPILER_COMMAND_LAYOUT_H
#define ACTDIAG_COMPILER_COMMAND_LAYOUT_H

#include "input/memory.h"
#include "output/model.h"
#include "output/pool.h"

struct command_offsets {
    uint32_t texts[ACT_DIALECT_COUNT]; /* in the pool */
    uint32_t flags[ACT_DIALECT_COUNT];
};

/* The uses of one text, of which all are in one list. */
struct use_range {
    uint32_t first, count, is_windows_only;
};

struct command_layout {
    struct command_offsets *commands;
    struct model_use *uses;
    size_t use_count;
    struct use_range *ranges; /* the first is that of texts without commands */
    size_t range_count;
    uint32_t *advice; /* [language * ACT_CATEGORY_COUNT + category]: numbers of ranges */
    size_t advice_count;
};

/* Lays out the commands, and the advice's ranges. */
void command_layout_begin(struct command_layout *layout, const struct model *model,
                          struct pool *pool, struct arena *arena);

/* The number of the range of a text's commands. */
uint32_t command_layout_add(struct command_layout *layout, const struct model_uses *uses);

#endif
