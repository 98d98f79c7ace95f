/* Prints codes as comma-separated values. */
#include "printing/csv.h"

#include <inttypes.h>
#include <string.h>

#include "printing/subject.h"

static void print_quoted(FILE *out, const char *text)
{
    putc('"', out);
    for (; *text != '\0'; text++) {
        if (*text == '"')
            putc('"', out);
        putc(*text, out);
    }
    putc('"', out);
}

/* A comma and a value; NULL is an empty one. */
static void print_value(FILE *out, const char *text)
{
    putc(',', out);
    if (text && strpbrk(text, "\",\r\n"))
        print_quoted(out, text);
    else if (text)
        fputs(text, out);
}

static void print_types(FILE *out, uint32_t types)
{
    const char *separator = "";
    putc(',', out);
    for (unsigned type = 1; type & ACT_TYPE_ALL; type <<= 1) {
        if (!(types & type))
            continue;
        fprintf(out, "%s%s", separator, act_type_id((act_type)type));
        separator = " ";
    }
}

void csv_print_heading(FILE *out)
{
    fputs("code,signed,unsigned,name,category,side,role,types,reference,message\n", out);
}

void csv_print_code(FILE *out, uint32_t code, const char *language)
{
    struct subject subject;
    subject_find(code, &subject);
    const act_class *details = &subject.details;
    act_category category = (act_category)details->category;
    char hex[ACT_FORMAT_SIZE];
    int64_t sign = code > INT32_MAX ? INT64_C(1) << 32 : 0;
    act_format(code, hex, sizeof hex);
    fprintf(out, "%s,%" PRId64 ",%" PRIu32, hex, (int64_t)code - sign, code);
    print_value(out, subject.name);
    print_value(out, act_category_id(category));
    print_value(out, act_side_id((act_side)details->side));
    print_value(out, act_role_id((act_role)details->role));
    print_types(out, details->types);
    print_value(out, act_reference(details->subject));
    print_value(out, subject.entry ? act_entry_text(subject.entry, ACT_FIELD_MESSAGE, language)
                                   : act_category_text(category, ACT_CATEGORY_LABEL, language));
    putc('\n', out);
}
