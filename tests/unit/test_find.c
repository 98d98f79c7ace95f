/* Finding codes by words. */
#include "suites.h"

#include <ctype.h>
#include <string.h>

#include "actdiag.h"
#include "guarded.h"

enum { CAPACITY = 4096, WORDS_MAXIMUM = 4 };

/* Searches for a copy of the words after which nothing can be read. */
static size_t find(const char *words, const char *language, uint32_t *codes, size_t capacity)
{
    static unsigned char *end;
    size_t length = strlen(words);
    if (!end)
        end = guarded_end(4096);
    memcpy(end - length, words, length);
    return act_find((const char *)end - length, length, language, codes, capacity);
}

static int contains(const char *text, const char *word)
{
    static char folded[2][1 << 16];
    const char *sources[] = {text ? text : "", word};
    for (size_t i = 0; i < 2; i++) {
        size_t length = strlen(sources[i]);
        ck_assert_uint_lt(length, sizeof folded[i]);
        for (size_t j = 0; j <= length; j++)
            folded[i][j] = (char)toupper((unsigned char)sources[i][j]);
    }
    return strstr(folded[0], folded[1]) != NULL;
}

/* Whether a code has a word, by another way than the library's. */
static int has(uint32_t code, const char *word, const char *language)
{
    const act_entry *entry = act_lookup(code);
    const char *label = act_category_text(act_classify(code, NULL), ACT_CATEGORY_LABEL, language);
    return contains(act_name(code), word) || contains(label, word) ||
           (entry && (contains(act_entry_text(entry, ACT_FIELD_MESSAGE, language), word) ||
                      contains(act_entry_text(entry, ACT_FIELD_CAUSE, language), word)));
}

static const struct query {
    const char *words, *language, *apart[WORDS_MAXIMUM];
} queries[] = {
    {"kms count", "en", {"kms", "count"}}, {" COUNT\tkMs\n", "en", {"kms", "count"}},
    {"SL_E_VL", "en", {"SL_E_VL"}},        {"sl_e_vl service", "ja", {"SL_E_VL", "service"}},
    {"猶予期間", "ja", {"猶予期間"}},      {"　猶予期間　grace ", "ja", {"猶予期間", "grace"}},
    {"kms dns", NULL, {"kms", "dns"}},     {"e", "en", {"e"}},
};

START_TEST(every_code_with_all_words_is_found_in_order)
{
    static uint32_t found[CAPACITY];
    const struct query *query = &queries[_i];
    uint32_t code;
    size_t count = find(query->words, query->language, found, CAPACITY), expected = 0;
    for (int documented = 1; documented >= 0; documented--)
        for (size_t i = 0; act_code_at(i, &code); i++) {
            int has_all = (act_lookup(code) != NULL) == documented;
            for (size_t j = 0; j < WORDS_MAXIMUM && query->apart[j]; j++)
                has_all = has_all && has(code, query->apart[j], query->language);
            if (!has_all)
                continue;
            ck_assert_uint_lt(expected, count);
            ck_assert_uint_eq(found[expected++], code);
        }
    ck_assert_uint_eq(count, expected);
    ck_assert_uint_gt(count, 0);
}
END_TEST

START_TEST(the_number_of_all_is_returned)
{
    uint32_t found[3] = {1, 2, 3};
    size_t count = find("SL_E_VL", "en", NULL, 0);
    ck_assert_uint_gt(count, 3);
    ck_assert_uint_eq(find("SL_E_VL", "en", found, 2), count);
    ck_assert_ptr_nonnull(act_lookup(found[0]));
    ck_assert_uint_lt(found[0], found[1]);
    ck_assert_uint_eq(found[2], 3);
}
END_TEST

START_TEST(the_language_asked_for_is_searched)
{
    ck_assert_uint_gt(find("猶予期間", "ja", NULL, 0), 0);
    ck_assert_uint_eq(find("猶予期間", "en", NULL, 0), 0);
}
END_TEST

START_TEST(without_a_word_nothing_is_found)
{
    ck_assert_uint_eq(act_find(NULL, 0, "en", NULL, 0), 0);
    ck_assert_uint_eq(find(" \t　", "en", NULL, 0), 0);
    ck_assert_uint_eq(find("kms xyzzy", "en", NULL, 0), 0);
    ck_assert_uint_eq(act_find("kms\0", 4, "en", NULL, 0), 0);
    ck_assert_uint_eq(find("\xE7\x8C", "en", NULL, 0), 0);
}
END_TEST

Suite *find_suite(void)
{
    Suite *suite = suite_create("find");
    TCase *cases = tcase_create("find");
    tcase_add_loop_test(cases, every_code_with_all_words_is_found_in_order, 0,
                        sizeof queries / sizeof *queries);
    tcase_add_test(cases, the_number_of_all_is_returned);
    tcase_add_test(cases, the_language_asked_for_is_searched);
    tcase_add_test(cases, without_a_word_nothing_is_found);
    suite_add_tcase(suite, cases);
    return suite;
}
