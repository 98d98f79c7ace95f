/* Memory between two pages that cannot be touched. */
#include "config.h"

#include "guarded.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "actdiag.h"

#ifdef _WIN32
#include <windows.h>

static size_t page_size(void)
{
    SYSTEM_INFO information;
    GetSystemInfo(&information);
    return information.dwPageSize;
}

/* Pages of which none can be touched, or NULL. */
static unsigned char *reserve(size_t size)
{
    return VirtualAlloc(NULL, size, MEM_RESERVE, PAGE_NOACCESS);
}

static int make_writable(unsigned char *start, size_t size)
{
    return size == 0 || VirtualAlloc(start, size, MEM_COMMIT, PAGE_READWRITE) != NULL;
}
#else
#include <sys/mman.h>
#include <unistd.h>

static size_t page_size(void)
{
    return (size_t)sysconf(_SC_PAGESIZE);
}

static unsigned char *reserve(size_t size)
{
    void *map = mmap(NULL, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return map == MAP_FAILED ? NULL : map;
}

static int make_writable(unsigned char *start, size_t size)
{
    return mprotect(start, size, PROT_READ | PROT_WRITE) == 0;
}
#endif

unsigned char *guarded_end(size_t size)
{
    size_t page = page_size(), inner = (size + page - 1) / page * page;
    unsigned char *map = reserve(inner + 2 * page);
    if (!map || !make_writable(map + page, inner)) {
        fputs("guarded memory cannot be had\n", stderr);
        abort();
    }
    return map + page + inner;
}

int guarded_parse(const char *text, size_t length, uint32_t *code)
{
    static unsigned char *end;
    if (!end)
        end = guarded_end(4096);
    memcpy(end - length, text, length);
    return act_parse((const char *)end - length, length, code);
}
