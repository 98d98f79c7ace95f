/* Judges a code by its severity, its facility and the range its number lies in. */
#include "structure.h"

struct range {
    uint16_t first, last; /* of the high or low half of a code, both included */
    uint8_t category, side;
};

/* Win32 error numbers, as winerror.h groups them. */
static const struct range win32_ranges[] = {
    {5, 5, ACT_CATEGORY_PERMISSION, ACT_SIDE_CLIENT},
    {1700, 1999, ACT_CATEGORY_NETWORK, ACT_SIDE_NETWORK},   /* RPC */
    {9000, 9999, ACT_CATEGORY_DNS, ACT_SIDE_DNS},           /* DNS */
    {10000, 11999, ACT_CATEGORY_NETWORK, ACT_SIDE_NETWORK}, /* Windows Sockets */
    {12000, 12199, ACT_CATEGORY_NETWORK, ACT_SIDE_NETWORK}, /* WinINet and WinHTTP */
};

/* Codes 0xC004xxxx, as slerror.h groups them. */
static const struct range licensing_ranges[] = {
    {0xB000, 0xBFFF, ACT_CATEGORY_ACTIVATION_SERVER, ACT_SIDE_LICENSING}, /* SL_E_SRV_ */
    {0xC000, 0xCFFF, ACT_CATEGORY_PRODUCT_KEY, ACT_SIDE_LICENSING},       /* SL_E_CHPA_ */
    {0xD000, 0xDFFF, ACT_CATEGORY_LICENSE_FILES, ACT_SIDE_CLIENT},        /* trusted store */
    {0xE000, 0xEFFF, ACT_CATEGORY_LICENSE_FILES, ACT_SIDE_CLIENT},        /* token store */
    {0xF000, 0xFFFF, ACT_CATEGORY_SERVICE, ACT_SIDE_CLIENT},              /* the service itself */
};

static struct act_structure find_range(const struct range *ranges, size_t count, uint32_t number)
{
    for (size_t i = 0; i < count; i++)
        if (number >= ranges[i].first && number <= ranges[i].last)
            return (struct act_structure){ACT_KNOWN_STRUCTURAL, (act_category)ranges[i].category,
                                          (act_side)ranges[i].side};
    return (struct act_structure){ACT_KNOWN_NONE, ACT_CATEGORY_UNKNOWN, ACT_SIDE_UNKNOWN};
}

struct act_structure act_structure_of(uint32_t code)
{
    uint32_t status = act_hresult_status(code);
    if (act_hresult_severity(code) == 0)
        return (struct act_structure){ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_STATUS, ACT_SIDE_NONE};
    switch (code >> 16) {
    case 0x8007:
        return find_range(win32_ranges, sizeof win32_ranges / sizeof *win32_ranges, status);
    case 0xC004:
        return find_range(licensing_ranges, sizeof licensing_ranges / sizeof *licensing_ranges,
                          status);
    default:
        return find_range(NULL, 0, status);
    }
}
