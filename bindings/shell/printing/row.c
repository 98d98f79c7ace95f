/* Prints a code in one line. */
#include "printing/row.h"

#include "printing/subject.h"
#include "printing/text.h"

static void print_code(FILE *out, uint32_t code)
{
    char hex[ACT_FORMAT_SIZE];
    act_format(code, hex, sizeof hex);
    fputs(hex, out);
}

static void print_message(FILE *out, const struct subject *subject, const char *language,
                          bool is_terminal)
{
    act_category category = (act_category)subject->details.category;
    const char *message = subject->entry
                              ? act_entry_text(subject->entry, ACT_FIELD_MESSAGE, language)
                              : act_category_text(category, ACT_CATEGORY_LABEL, language);
    text_print_line(out, message, is_terminal);
    putc('\n', out);
}

void row_print_category(FILE *out, uint32_t code, const char *language, bool is_terminal)
{
    struct subject subject;
    subject_find(code, &subject);
    print_code(out, code);
    fprintf(out, "\t%s\t%s\t", subject.name ? subject.name : "-",
            act_category_id((act_category)subject.details.category));
    print_message(out, &subject, language, is_terminal);
}

void row_print_types(FILE *out, uint32_t code, const char *language, bool is_terminal)
{
    struct subject subject;
    const char *separator = "\t";
    subject_find(code, &subject);
    print_code(out, code);
    for (unsigned type = 1; type & ACT_TYPE_ALL; type <<= 1) {
        if (!(subject.details.types & type))
            continue;
        fprintf(out, "%s%s", separator, act_type_id((act_type)type));
        separator = ",";
    }
    fputs(subject.details.types != 0 ? "\t" : "\t-\t", out);
    print_message(out, &subject, language, is_terminal);
}
