/* Lookup, enumeration and texts of entries. */
#include "suites.h"

#include <string.h>

#include "actdiag.h"

/* Some codes of the documents, of several facilities. */
static const uint32_t some_codes[] = {0x8004FE21, 0x80070005, 0x8007232B, 0xC004C003, 0xC004F074};

START_TEST(documented_codes_are_found)
{
    const act_entry *entry = act_lookup(some_codes[_i]);
    ck_assert_ptr_nonnull(entry);
    ck_assert_uint_eq(act_entry_code(entry), some_codes[_i]);
    ck_assert_uint_ne(act_entry_types(entry), 0);
    ck_assert_uint_eq(act_entry_types(entry) & ~ACT_TYPE_ALL, 0);
}
END_TEST

static int is_listed(uint32_t code)
{
    const act_entry *entry;
    for (size_t i = 0; (entry = act_entry_at(i)) != NULL; i++)
        if (act_entry_code(entry) == code)
            return 1;
    return 0;
}

/* Neighbours in every bit, and the codes that sit in the slots probed for them. */
START_TEST(other_codes_are_not_found)
{
    const act_entry *entry;
    for (size_t i = 0; (entry = act_entry_at(i)) != NULL; i++)
        for (unsigned bit = 0; bit < 32; bit++) {
            uint32_t neighbour = act_entry_code(entry) ^ UINT32_C(1) << bit;
            ck_assert_int_eq(act_lookup(neighbour) != NULL, is_listed(neighbour));
        }
    ck_assert_ptr_null(act_lookup(0));
    ck_assert_ptr_null(act_lookup(UINT32_MAX));
}
END_TEST

/* A registered code without an entry is in the table, but is not an entry. */
START_TEST(named_codes_are_no_entries)
{
    size_t named = 0;
    uint32_t code;
    for (size_t i = 0; act_code_at(i, &code); i++) {
        act_class details;
        act_classify(code, &details);
        ck_assert_int_eq(act_lookup(details.subject) != NULL,
                         details.known == ACT_KNOWN_DOCUMENTED);
        named += details.known == ACT_KNOWN_NAMED;
    }
    ck_assert_uint_gt(named, 0);
}
END_TEST

START_TEST(every_way_gives_the_same_entries)
{
    ck_assert_uint_gt(act_count(), sizeof some_codes / sizeof *some_codes);
    for (size_t i = 0; i < act_count(); i++) {
        const act_entry *entry = act_entry_at(i);
        ck_assert_ptr_nonnull(entry);
        ck_assert_ptr_eq(act_lookup(act_entry_code(entry)), entry);
        for (size_t j = 0; j < i; j++)
            ck_assert_ptr_ne(act_entry_at(j), entry);
    }
    ck_assert_ptr_null(act_entry_at(act_count()));
    ck_assert_ptr_null(act_entry_at(SIZE_MAX));
}
END_TEST

struct visits {
    size_t count, stop_at;
    int out_of_order;
};

static int ACT_CALL count_visit(const act_entry *entry, void *context)
{
    struct visits *visits = context;
    visits->out_of_order |= act_entry_at(visits->count) != entry;
    visits->count++;
    return visits->count == visits->stop_at ? -42 : 0;
}

START_TEST(foreach_visits_in_order_and_stops)
{
    struct visits all = {0, 0, 0}, first = {0, 1, 0}, some = {0, 17, 0}, last = {0, act_count(), 0};
    ck_assert_int_eq(act_foreach(count_visit, &all), 0);
    ck_assert_uint_eq(all.count, act_count());
    ck_assert_int_eq(act_foreach(count_visit, &first), -42);
    ck_assert_uint_eq(first.count, 1);
    ck_assert_int_eq(act_foreach(count_visit, &some), -42);
    ck_assert_uint_eq(some.count, 17);
    ck_assert_int_eq(act_foreach(count_visit, &last), -42);
    ck_assert_uint_eq(last.count, act_count());
    ck_assert_int_eq(all.out_of_order | first.out_of_order | some.out_of_order, 0);
}
END_TEST

START_TEST(texts_are_in_the_language_asked_for)
{
    const act_entry *entry = act_lookup(0xC004F074);
    static const char *const tags[][2] = {
        {"ja", "ja"}, {"en", "en"}, {NULL, "ja"}, {"C", "en"}, {"zh_TW", "en"}};
    for (int field = ACT_FIELD_MESSAGE; field <= ACT_FIELD_STEPS; field++) {
        const char *japanese = act_entry_text(entry, (act_field)field, "ja_JP.UTF-8");
        const char *english = act_entry_text(entry, (act_field)field, "en-GB");
        ck_assert_str_ne(japanese, english);
        ck_assert_uint_gt(strlen(english), 0);
        ck_assert_str_eq(act_entry_text(entry, (act_field)field, NULL), japanese);
        ck_assert_str_eq(act_entry_text(entry, (act_field)field, "xx"), english);
    }
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        ck_assert_str_eq(act_entry_language(entry, tags[i][0]), tags[i][1]);
        ck_assert_str_eq(act_language(tags[i][0]), tags[i][1]);
    }
    ck_assert_ptr_nonnull(strstr(act_entry_text(entry, ACT_FIELD_STEPS, "en"), "12288"));
    ck_assert_ptr_nonnull(strstr(act_entry_text(entry, ACT_FIELD_STEPS, "ja"), "12288"));
}
END_TEST

START_TEST(fields_out_of_range_are_empty)
{
    const act_entry *entry = act_entry_at(0);
    ck_assert_str_eq(act_entry_text(entry, (act_field)3, "en"), "");
    ck_assert_str_eq(act_entry_text(entry, (act_field)-1, NULL), "");
}
END_TEST

START_TEST(documents_are_described)
{
    const char *language;
    size_t count = 0;
    for (; (language = act_document(count, ACT_DOCUMENT_LANGUAGE)) != NULL; count++) {
        ck_assert_str_eq(act_language(language), language);
        ck_assert_uint_gt(strlen(act_document(count, ACT_DOCUMENT_TITLE)), 0);
        ck_assert_uint_eq(strlen(act_document(count, ACT_DOCUMENT_DATE)), strlen("YYYY-MM-DD"));
        ck_assert_ptr_nonnull(strstr(act_document(count, ACT_DOCUMENT_SOURCE), ".md"));
        ck_assert_str_eq(act_document(count, (act_document_field)4), "");
        ck_assert_str_eq(act_document(count, (act_document_field)-1), "");
    }
    ck_assert_uint_ge(count, 2);
    ck_assert_str_eq(act_document(0, ACT_DOCUMENT_LANGUAGE), act_language(NULL));
    ck_assert_ptr_null(act_document(count, ACT_DOCUMENT_TITLE));
    ck_assert_ptr_null(act_document(SIZE_MAX, ACT_DOCUMENT_TITLE));
}
END_TEST

Suite *entry_suite(void)
{
    Suite *suite = suite_create("entry");
    TCase *cases = tcase_create("entry");
    tcase_add_loop_test(cases, documented_codes_are_found, 0,
                        sizeof some_codes / sizeof *some_codes);
    tcase_add_test(cases, other_codes_are_not_found);
    tcase_add_test(cases, named_codes_are_no_entries);
    tcase_add_test(cases, every_way_gives_the_same_entries);
    tcase_add_test(cases, foreach_visits_in_order_and_stops);
    tcase_add_test(cases, texts_are_in_the_language_asked_for);
    tcase_add_test(cases, fields_out_of_range_are_empty);
    tcase_add_test(cases, documents_are_described);
    suite_add_tcase(suite, cases);
    return suite;
}
