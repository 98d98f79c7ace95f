/* Knows which members the objects of each command have. */
#include "printing/fields.h"

#include <string.h>

#include "printing/text.h"

#define CODE                                                                                       \
    "code,value,subject,known,name,category,side,role,retry,types,reference,message,cause,steps,"  \
    "advice,commands,language"
#define CASE                                                                                       \
    "computer,code,subject,name,category,side,role,rule,dialect,reference,findings,events,"        \
    "left_out,language"

static const char *fields_of(const struct options *options)
{
    switch (options->action) {
    case ACTION_SCAN:
        return options->wants_summary ? "count," CODE
               : options->wants_count ? "file,count"
                                      : "file,line,offset,record,event,time,computer,source," CODE;
    case ACTION_DIAGNOSE:
        return options->wants_summary ? "file," CASE : CASE;
    case ACTION_EVENT:
        return "event,kind,meaning,advice,language";
    case ACTION_COMMANDS:
        return "slmgr,powershell,oslicense,office,elevated,changes,hard_to_undo,practice";
    default:
        return CODE;
    }
}

bool fields_contain(const char *fields, const char *name, size_t length)
{
    while (fields) {
        size_t field = strcspn(fields, ",");
        if (field == length && memcmp(fields, name, length) == 0)
            return true;
        fields = fields[field] == ',' ? fields + field + 1 : NULL;
    }
    return false;
}

static void refuse(const char *name, size_t length, const char *expected)
{
    fputs("actdiag: --fields \"", stderr);
    text_print_part(stderr, name, length, true);
    fputs("\": expected one or more, separated by commas, of", stderr);
    for (const char *field = expected; *field != '\0'; field += *field == ',') {
        size_t end = strcspn(field, ",");
        fprintf(stderr, "%s %.*s", field > expected ? "," : "", (int)end, field);
        field += end;
    }
    putc('\n', stderr);
}

bool fields_check(const struct options *options)
{
    const char *name = options->fields, *expected = fields_of(options);
    while (name) {
        size_t length = strcspn(name, ",");
        if (length == 0 || !fields_contain(expected, name, length)) {
            refuse(name, length, expected);
            return false;
        }
        name = name[length] == ',' ? name + length + 1 : NULL;
    }
    return true;
}
