/* A library of the same name with the next major version. */
#if defined(_WIN32)
__declspec(dllexport)
#endif
    unsigned act_version_number(void);

unsigned act_version_number(void)
{
    return 0x020304;
}
