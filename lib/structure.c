/* Judges a code by its severity, its facility and the range its number lies in. */
#include "structure.h"

#define WIN32(number) (UINT32_C(0x80070000) + (number))
#define LICENSING(number) (UINT32_C(0xC0040000) + (number))

#define FACTS(category, side)                                                                      \
    {                                                                                              \
        0, ACT_CATEGORY_##category, ACT_SIDE_##side, 0                                             \
    }

/* Win32 error numbers are grouped as in winerror.h, codes 0xC004xxxx as in slerror.h. */
const struct act_judged act_ranges[ACT_RANGE_COUNT] = {
    {0, FACTS(STATUS, NONE)}, /* severity 0 */
    {0x80000000, FACTS(UNKNOWN, UNKNOWN)},
    {WIN32(5), FACTS(PERMISSION, CLIENT)},
    {WIN32(6), FACTS(UNKNOWN, UNKNOWN)},
    {WIN32(1700), FACTS(NETWORK, NETWORK)}, /* RPC */
    {WIN32(2000), FACTS(UNKNOWN, UNKNOWN)},
    {WIN32(9000), FACTS(DNS, DNS)},
    {WIN32(10000), FACTS(NETWORK, NETWORK)}, /* Windows Sockets */
    {WIN32(12000), FACTS(NETWORK, NETWORK)}, /* WinINet and WinHTTP */
    {WIN32(12200), FACTS(UNKNOWN, UNKNOWN)},
    {LICENSING(0xB000), FACTS(ACTIVATION_SERVER, LICENSING)}, /* SL_E_SRV_ */
    {LICENSING(0xC000), FACTS(PRODUCT_KEY, LICENSING)},       /* SL_E_CHPA_ */
    {LICENSING(0xD000), FACTS(LICENSE_FILES, CLIENT)},        /* trusted store */
    {LICENSING(0xE000), FACTS(LICENSE_FILES, CLIENT)},        /* token store */
    {LICENSING(0xF000), FACTS(SERVICE, CLIENT)},              /* the service itself */
    {LICENSING(0x10000), FACTS(UNKNOWN, UNKNOWN)},
};
