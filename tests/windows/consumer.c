/* A program that uses the library as the README describes. */
#include <actdiag.h>

#include <stdio.h>

int main(void)
{
    const act_entry *entry = act_lookup(0xC004F074);
    if (!entry)
        return 1;
    printf("%s %s\n", act_version(), act_entry_text(entry, ACT_FIELD_MESSAGE, "en"));
    return 0;
}
