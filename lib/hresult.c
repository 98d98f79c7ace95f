/* The ranges of codes. */
#include "hresult.h"

#define HRESULT_OF(number) (UINT32_C(0x80070000) + (number))
#define NUMBER_OF(number) (number)
#define LICENSING(number) (UINT32_C(0xC0040000) + (number))

/* Win32 error numbers, grouped as in winerror.h. */
#define WIN32_RANGES(RANGE, FORM)                                                                  \
    RANGE(FORM(12200), NETWORK, NETWORK) /* Windows Sockets, WinINet and WinHTTP */                \
    RANGE(FORM(10000), DNS, DNS)                                                                   \
    RANGE(FORM(9000), ACTIVE_DIRECTORY, DIRECTORY) /* ERROR_DS_ */                                 \
    RANGE(FORM(8200), UNKNOWN, UNKNOWN)                                                            \
    RANGE(FORM(1835), NETWORK, NETWORK) /* RPC again */                                            \
    RANGE(FORM(1817), UNKNOWN, UNKNOWN)                                                            \
    RANGE(FORM(1784), NETWORK, NETWORK) /* RPC */                                                  \
    RANGE(FORM(1700), UNKNOWN, UNKNOWN)                                                            \
    RANGE(FORM(6), PERMISSION, CLIENT)                                                             \
    RANGE(FORM(5), UNKNOWN, UNKNOWN)

/*
 * Codes 0xC004xxxx are grouped as in slerror.h. A success code is not a fault only where the
 * register says so: its digits prove nothing. Each range ends before its number, and begins with
 * that of the line below it.
 */
#define RANGES(RANGE)                                                                              \
    RANGE(UINT32_MAX, UNKNOWN, UNKNOWN)                                                            \
    RANGE(0xD0EA0100, DIGITAL_LICENSE, CLIENT) /* NTSTATUS as HRESULT, here and below */           \
    RANGE(0xD0EA0000, UNKNOWN, UNKNOWN)                                                            \
    RANGE(0xD0030000, NETWORK, NETWORK)                                                            \
    RANGE(0xD0020000, UNKNOWN, UNKNOWN)                                                            \
    RANGE(0xC0EA0100, DIGITAL_LICENSE, CLIENT) /* STATUS_LICENSE_ */                               \
    RANGE(0xC0EA0000, UNKNOWN, UNKNOWN)                                                            \
    RANGE(0xC0050000, SERVICE, CLIENT)                                                             \
    RANGE(LICENSING(0xFE00), VIRTUALIZATION, CLIENT)                                               \
    RANGE(LICENSING(0xFD00), SERVICE, CLIENT)                                                      \
    RANGE(LICENSING(0xF500), DIGITAL_LICENSE, CLIENT)                                              \
    RANGE(LICENSING(0xF400), TOKEN_ACTIVATION, CLIENT)                                             \
    RANGE(LICENSING(0xF300), SERVICE, CLIENT)       /* the service itself */                       \
    RANGE(LICENSING(0xF000), LICENSE_FILES, CLIENT) /* token store from 0xE000 */                  \
    RANGE(LICENSING(0xD800), GENUINE, CLIENT)       /* authentication of modules */                \
    RANGE(LICENSING(0xD400), LICENSE_FILES, CLIENT) /* trusted store */                            \
    RANGE(LICENSING(0xD300), SERVICE, CLIENT)       /* security processor */                       \
    RANGE(LICENSING(0xD000), PRODUCT_KEY, LICENSING)                                               \
    RANGE(LICENSING(0xC800), ACTIVATION_SERVER, LICENSING)                                         \
    RANGE(LICENSING(0xC700), PRODUCT_KEY, LICENSING)                                               \
    RANGE(LICENSING(0xC601), GENUINE, CLIENT)                                                      \
    RANGE(LICENSING(0xC401), PRODUCT_KEY, LICENSING)                                               \
    RANGE(LICENSING(0xC330), GENUINE, CLIENT) /* SL_E_NONGENUINE_ */                               \
    RANGE(LICENSING(0xC290), PRODUCT_KEY, LICENSING)                                               \
    RANGE(LICENSING(0xC100), ACTIVATION_SERVER, LICENSING) /* SL_E_CHPA_ */                        \
    RANGE(LICENSING(0xC000), ACTIVATION_SERVER, LICENSING) /* SL_E_SRV_ from 0xB000 */             \
    RANGE(LICENSING(0xA000), UNKNOWN, UNKNOWN)                                                     \
    RANGE(0xC0030000, NETWORK, NETWORK) /* RPC as NTSTATUS */                                      \
    RANGE(0xC0020000, UNKNOWN, UNKNOWN)                                                            \
    RANGE(0x87E20000, DIGITAL_LICENSE, CLIENT) /* the Store's licenses */                          \
    RANGE(0x87E10000, UNKNOWN, UNKNOWN)                                                            \
    RANGE(0x803FB000, ACTIVATION_SERVER, LICENSING) /* 0xC004Cxxx in its form */                   \
    RANGE(0x803FA000, DIGITAL_LICENSE, CLIENT)      /* the Store's licenses */                     \
    RANGE(0x803F7000, UNKNOWN, UNKNOWN)                                                            \
    WIN32_RANGES(RANGE, HRESULT_OF)                                                                \
    RANGE(0x80041100, SERVICE, CLIENT) /* WMI, through which the scripts work */                   \
    RANGE(0x80041000, UNKNOWN, UNKNOWN)                                                            \
    WIN32_RANGES(RANGE, NUMBER_OF)                                                                 \
    RANGE(1, STATUS, NONE)

#define END(end, kind, place) end,
#define FACTS(end, kind, place)                                                                    \
    {.category = ACT_CATEGORY_##kind,                                                              \
     .side = ACT_SIDE_##place,                                                                     \
     .role = ACT_CATEGORY_##kind == ACT_CATEGORY_STATUS ? ACT_ROLE_STATE : ACT_ROLE_UNKNOWN,       \
     .known =                                                                                      \
         ACT_CATEGORY_##kind != ACT_CATEGORY_UNKNOWN ? ACT_KNOWN_STRUCTURAL : ACT_KNOWN_NONE},

_Static_assert(sizeof(uint32_t[]){RANGES(END)} <= ACT_RANGE_COUNT * sizeof(uint32_t),
               "more ranges than a search halves");

const struct act_ranges act_ranges = {
    .ends = {RANGES(END)},
    .facts = {RANGES(FACTS)},
};
