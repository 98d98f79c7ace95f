/* A program without a C runtime, as MSVC's tools would link it: its exit status is the number of
   documented codes. */
#include <actdiag.h>

__declspec(dllimport) void __stdcall ExitProcess(unsigned status);

void start(void)
{
    ExitProcess(act_lookup(0xC004F074) ? (unsigned)act_count() : 255);
}
