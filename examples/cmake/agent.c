/* What an agent would send of a code to its server: one JSON object. */
#include <actdiag.h>
#include <stdio.h>

int main(void)
{
    const uint32_t code = 0xC004F041;
    act_class details;
    act_classify(code, &details);
    printf("{\"code\":\"0x%08X\",\"category\":\"%s\",\"side\":\"%s\"}\n", (unsigned)code,
           act_category_id((act_category)details.category), act_side_id((act_side)details.side));
    return 0;
}
