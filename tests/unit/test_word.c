/* Words of an answer, by their identifiers. */
#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "actdiag.h"

static const char *const languages[] = {"ja", "en"};

START_TEST(labels_are_found_by_their_identifiers)
{
    const char *language = languages[_i], *id;
    char key[64];
    for (int i = 0; (id = act_category_id((act_category)i)) != NULL; i++) {
        snprintf(key, sizeof key, "category.%s", id);
        ck_assert_ptr_eq(act_word(key, language),
                         act_category_text((act_category)i, ACT_CATEGORY_LABEL, language));
        snprintf(key, sizeof key, "category-advice.%s", id);
        ck_assert_ptr_eq(act_word(key, language),
                         act_category_text((act_category)i, ACT_CATEGORY_ADVICE, language));
    }
    for (int i = 0; (id = act_side_id((act_side)i)) != NULL; i++) {
        snprintf(key, sizeof key, "side.%s", id);
        ck_assert_ptr_eq(act_word(key, language), act_side_text((act_side)i, language));
    }
    for (int i = 0; (id = act_role_id((act_role)i)) != NULL; i++) {
        snprintf(key, sizeof key, "role.%s", id);
        ck_assert_ptr_eq(act_word(key, language), act_role_text((act_role)i, language));
    }
    for (int i = 1; (id = act_type_id((act_type)i)) != NULL; i *= 2) {
        snprintf(key, sizeof key, "type.%s", id);
        ck_assert_ptr_eq(act_word(key, language), act_type_text((act_type)i, language));
    }
}
END_TEST

START_TEST(headings_are_in_the_language_asked_for)
{
    static const char *const cases[][3] = {
        {"heading.cause", "en", "Cause"},
        {"heading.cause", "ja_JP.UTF-8", "原因"},
        {"heading.cause", NULL, "原因"},
        {"heading.cause", "de", "Cause"},
        {"heading.side", "C", "Where to fix it"},
        {"heading.side", "ja", "対処する場所"},
        {"side.dns", "", "DNS"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_str_eq(act_word(cases[i][0], cases[i][1]), cases[i][2]);
    ck_assert_ptr_nonnull(strstr(act_word("heading.event", "en"), "{0}"));
}
END_TEST

START_TEST(other_identifiers_have_no_word)
{
    static const char *const ids[] = {
        "",
        "cause",
        "heading",
        "heading.",
        "heading.caus",
        "heading.causes",
        "side.DNS",
        "category.dns ",
        "side.",
        "advice",
        "category-advice.mak",
        "type.kms-hos",
        "\xEF\xBC",
        "a",
        "zzz.zzz",
        "heading.cause.",
        ".cause",
    };
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        ck_assert_ptr_null(act_word(ids[i], "en"));
}
END_TEST

START_TEST(words_have_a_language)
{
    ck_assert_str_eq(act_words_language("ja-JP"), "ja");
    ck_assert_str_eq(act_words_language("en_GB"), "en");
    ck_assert_str_eq(act_words_language("zh-TW"), "en");
    ck_assert_str_eq(act_words_language("POSIX"), "en");
    ck_assert_str_eq(act_words_language(NULL), "ja");
}
END_TEST

Suite *word_suite(void)
{
    Suite *suite = suite_create("word");
    TCase *cases = tcase_create("word");
    tcase_add_loop_test(cases, labels_are_found_by_their_identifiers, 0,
                        sizeof languages / sizeof *languages);
    tcase_add_test(cases, headings_are_in_the_language_asked_for);
    tcase_add_test(cases, other_identifiers_have_no_word);
    tcase_add_test(cases, words_have_a_language);
    suite_add_tcase(suite, cases);
    return suite;
}
