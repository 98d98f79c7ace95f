/* The version of the library. */
#include "actdiag.h"

#define TEXT(number) #number
#define DOTTED(major, minor, patch) TEXT(major) "." TEXT(minor) "." TEXT(patch)

ACT_API const char *ACT_CALL act_version(void)
{
    return DOTTED(ACT_VERSION_MAJOR, ACT_VERSION_MINOR, ACT_VERSION_PATCH);
}

ACT_API uint32_t ACT_CALL act_version_number(void)
{
    return ACT_VERSION_MAJOR * UINT32_C(0x10000) + ACT_VERSION_MINOR * UINT32_C(0x100) +
           ACT_VERSION_PATCH;
}
