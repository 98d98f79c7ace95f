/* Valid C11 and C++17: what a reader of the manual writes first. */
#include <actdiag.h>
#include <stdio.h>

int main(void)
{
    const act_entry *entry = act_lookup(0xC004F074U);
    if (!entry)
        return 1;
    printf("%s %zu %s\n", act_version(), act_count(), act_entry_language(entry, "en"));
    return 0;
}
