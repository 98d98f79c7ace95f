/* Judges a code by its severity, its facility and the range its number lies in. */
#include "structure.h"

#define WIN32(number) (UINT32_C(0x80070000) + (number))
#define LICENSING(number) (UINT32_C(0xC0040000) + (number))

/* Win32 error numbers are grouped as in winerror.h, codes 0xC004xxxx as in slerror.h. */
#define RANGES(RANGE)                                                                              \
    RANGE(0, 0, STATUS, NONE) /* severity 0 */                                                     \
    RANGE(1, 0x80000000, UNKNOWN, UNKNOWN)                                                         \
    RANGE(2, WIN32(5), PERMISSION, CLIENT)                                                         \
    RANGE(3, WIN32(6), UNKNOWN, UNKNOWN)                                                           \
    RANGE(4, WIN32(1700), NETWORK, NETWORK) /* RPC */                                              \
    RANGE(5, WIN32(2000), UNKNOWN, UNKNOWN)                                                        \
    RANGE(6, WIN32(9000), DNS, DNS)                                                                \
    RANGE(7, WIN32(10000), NETWORK, NETWORK) /* Windows Sockets */                                 \
    RANGE(8, WIN32(12000), NETWORK, NETWORK) /* WinINet and WinHTTP */                             \
    RANGE(9, WIN32(12200), UNKNOWN, UNKNOWN)                                                       \
    RANGE(10, LICENSING(0xB000), ACTIVATION_SERVER, LICENSING) /* SL_E_SRV_ */                     \
    RANGE(11, LICENSING(0xC000), PRODUCT_KEY, LICENSING)       /* SL_E_CHPA_ */                    \
    RANGE(12, LICENSING(0xD000), LICENSE_FILES, CLIENT)        /* trusted store */                 \
    RANGE(13, LICENSING(0xE000), LICENSE_FILES, CLIENT)        /* token store */                   \
    RANGE(14, LICENSING(0xF000), SERVICE, CLIENT)              /* the service itself */            \
    RANGE(15, LICENSING(0x10000), UNKNOWN, UNKNOWN)

/* The node of a range's first code: of 15 in order, the odd ones are lowest in the tree. */
#define FROM_THE_TOP(number) (ACT_RANGE_COUNT - 1 - (number))
#define NODE(number)                                                                               \
    ((number) == 0       ? 0                                                                       \
     : (number) % 2 != 0 ? 8 + FROM_THE_TOP(number) / 2                                            \
     : (number) % 4 != 0 ? 4 + FROM_THE_TOP(number) / 4                                            \
     : (number) % 8 != 0 ? 2 + FROM_THE_TOP(number) / 8                                            \
                         : 1)

#define FIRST_CODE(number, code, category, side) [NODE(number)] = (code),
#define FACTS(number, code, category, side)                                                        \
    [FROM_THE_TOP(number)] = {0, ACT_CATEGORY_##category, ACT_SIDE_##side, ACT_ROLE_UNKNOWN, 0},

const struct act_ranges act_ranges = {
    .first_codes = {RANGES(FIRST_CODE)},
    .facts = {RANGES(FACTS)},
};
