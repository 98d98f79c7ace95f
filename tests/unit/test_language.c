/* The choice of a language, on tags that the default build does not have. */
#include "suites.h"

#include "language.h"

static const char pool[] = "\0ja-JP\0en-us\0zh-CN\0zh-tw\0pt-br\0de\0sr-Latn";
static const uint32_t tags[] = {1, 7, 13, 19, 25, 31, 34};
enum { JAPANESE, ENGLISH, SIMPLIFIED, TRADITIONAL, PORTUGUESE, GERMAN, SERBIAN, TAG_COUNT };
static const struct act_languages languages = {pool, tags, TAG_COUNT};

/* context: the set of available languages. */
static int is_in_set(const void *context, size_t language)
{
    return (int)(*(const unsigned *)context >> language & 1);
}

static const struct choice {
    const char *wanted;
    size_t expected;
} choices[] = {
    {NULL, JAPANESE},
    {"", ENGLISH},
    {"ja-JP", JAPANESE},
    {"JA_jp.UTF-8", JAPANESE},
    {"en", ENGLISH},
    {"en-US", ENGLISH},
    {"en_GB.ISO-8859-1", ENGLISH},
    {"EN", ENGLISH},
    {"en@euro", ENGLISH},
    {"zh", SIMPLIFIED},
    {"zh-CN", SIMPLIFIED},
    {"zh_SG.GB18030", SIMPLIFIED},
    {"zh-Hans", SIMPLIFIED},
    {"zh-Hans-HK", SIMPLIFIED},
    {"zh_TW.Big5", TRADITIONAL},
    {"zh-HK", TRADITIONAL},
    {"zh-mo", TRADITIONAL},
    {"zh-Hant", TRADITIONAL},
    {"zh-Hant-CN", TRADITIONAL},
    {"zh_TW@stroke", TRADITIONAL},
    {"pt", PORTUGUESE},
    {"pt-PT", PORTUGUESE},
    {"de_AT", GERMAN},
    {"de-", GERMAN},
    {"sr", SERBIAN},
    {"C", ENGLISH},
    {"POSIX", ENGLISH},
    {"e", ENGLISH},
    {"eng", ENGLISH},
    {"-en", ENGLISH},
    {"_", ENGLISH},
    {".UTF-8", ENGLISH},
    {"z-TW", ENGLISH},
    {"d", ENGLISH},
};

START_TEST(the_nearest_language_is_chosen)
{
    unsigned all = ~0U;
    ck_assert_uint_eq(act_language_choose(choices[_i].wanted, &languages, is_in_set, &all),
                      choices[_i].expected);
}
END_TEST

/* Chooses among the languages in the set has. */
static size_t choose_among(unsigned has, const char *wanted)
{
    return act_language_choose(wanted, &languages, is_in_set, &has);
}

START_TEST(missing_languages_fall_back)
{
    unsigned japanese = 1U << JAPANESE, english = 1U << ENGLISH, german = 1U << GERMAN,
             chinese = 1U << SIMPLIFIED;
    ck_assert_uint_eq(choose_among(japanese | chinese | english, "zh-TW"), ENGLISH);
    ck_assert_uint_eq(choose_among(japanese | chinese, "zh-TW"), JAPANESE);
    ck_assert_uint_eq(choose_among(german | chinese, "zh-TW"), SIMPLIFIED);
    ck_assert_uint_eq(choose_among(german | english, "ja"), ENGLISH);
    ck_assert_uint_eq(choose_among(german | english, NULL), ENGLISH);
    ck_assert_uint_eq(choose_among(german, NULL), GERMAN);
    ck_assert_uint_eq(choose_among(0, "ja"), TAG_COUNT);
}
END_TEST

START_TEST(without_a_test_all_languages_are_there)
{
    ck_assert_uint_eq(act_language_choose("de-CH", &languages, NULL, NULL), GERMAN);
    ck_assert_uint_eq(act_language_choose("ko", &languages, NULL, NULL), ENGLISH);
    ck_assert_uint_eq(act_language_choose(NULL, &languages, NULL, NULL), JAPANESE);
    static const struct act_languages without_english = {pool, tags + SIMPLIFIED, 2};
    ck_assert_uint_eq(act_language_choose("ko", &without_english, NULL, NULL), 0);
}
END_TEST

/* Of two tags of one language the exact one wins, in either order. */
START_TEST(the_exact_tag_wins)
{
    static const char twins[] = "\0en-GB\0en-US\0en";
    static const uint32_t twin_tags[] = {1, 7, 13};
    static const struct act_languages english = {twins, twin_tags, 3};
    unsigned all = ~0U;
    ck_assert_uint_eq(act_language_choose("en_US", &english, is_in_set, &all), 1);
    ck_assert_uint_eq(act_language_choose("en", &english, is_in_set, &all), 2);
    ck_assert_uint_eq(act_language_choose("en-AU", &english, is_in_set, &all), 0);
}
END_TEST

Suite *language_suite(void)
{
    Suite *suite = suite_create("language");
    TCase *cases = tcase_create("language");
    tcase_add_loop_test(cases, the_nearest_language_is_chosen, 0, sizeof choices / sizeof *choices);
    tcase_add_test(cases, missing_languages_fall_back);
    tcase_add_test(cases, without_a_test_all_languages_are_there);
    tcase_add_test(cases, the_exact_tag_wins);
    suite_add_tcase(suite, cases);
    return suite;
}
