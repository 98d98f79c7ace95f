/* The floor: what a call of a function in a shared library costs, whatever the function does. */
#include "empty.h"

ACT_API const void *empty(uint32_t code)
{
    (void)code;
    return NULL;
}

ACT_API const void *pass(uint32_t code)
{
    return (const void *)(uintptr_t)code;
}
