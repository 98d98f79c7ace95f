/* Successes in the languages of Windows: they settle what failed before, in every encoding. */
#include "suites.h"

#include <stdlib.h>
#include <string.h>
#include <uchar.h>

#include "case_feeding.h"

static act_case c;

static uint32_t verdict_after(const void *text, size_t length, uint32_t flags)
{
    ck_assert_int_eq(act_case_begin(&c, sizeof c), 1);
    act_case_add(&c, NULL, text, length, flags);
    ck_assert_uint_eq(case_count_findings(&c, 0), 1);
    return case_code(&c);
}

/* "0xC004F074", a line end and the sentence, as two bytes per character. */
static size_t widen(const char16_t *text, bool is_big, unsigned char *bytes)
{
    size_t length = 0;
    for (; *text != 0; text++) {
        bytes[length + is_big] = (unsigned char)(*text & 0xFF);
        bytes[length + !is_big] = (unsigned char)(*text >> 8);
        length += 2;
    }
    return length;
}

#define FAILED "0xC004F074\n"
#define SENTENCE(text)                                                                             \
    {                                                                                              \
        u8##text, u"0xC004F074\n" u##text                                                          \
    }

static const struct {
    const char *narrow;
    const char16_t *wide;
} successes[] = {
    SENTENCE("成功地激活了产品。"),
    SENTENCE("產品已成功啟用。"),
    SENTENCE("已成功啟用產品。"),
    SENTENCE("Активация выполнена успешно."),
    SENTENCE("製品は正常にライセンス認証されました。"),
    SENTENCE("Produto ativado com êxito."),
    SENTENCE("Das Produkt wurde erfolgreich aktiviert."),
    SENTENCE("El producto se activó correctamente."),
    SENTENCE("Le produit a été activé."),
};

START_TEST(successes_of_all_languages)
{
    char text[256] = FAILED;
    unsigned char bytes[512];
    strcat(text, successes[_i].narrow);
    ck_assert_uint_eq(verdict_after(text, strlen(text), 0), 0);
    for (uint32_t is_big = 0; is_big < 2; is_big++) {
        size_t length = widen(successes[_i].wide, is_big, bytes);
        ck_assert_uint_eq(verdict_after(bytes, length, is_big ? ACT_SCAN_UTF16BE : 0), 0);
    }
}
END_TEST

/* Cut short anywhere a sentence of another script proves nothing. */
START_TEST(parts_of_sentences_are_no_success)
{
    static const char sentence[] = u8"成功地激活了产品";
    for (size_t length = 0; length < sizeof sentence - 1; length++) {
        char text[64] = FAILED;
        memcpy(text + strlen(text), sentence, length);
        ck_assert_uint_eq(verdict_after(text, strlen(text), 0), 0xC004F074);
    }
    ck_assert_uint_eq(verdict_after(FAILED "Le produit a disparu", 31, 0), 0xC004F074);
}
END_TEST

Suite *case_success_suite(void)
{
    Suite *suite = suite_create("case success");
    TCase *cases = tcase_create("case success");
    tcase_add_loop_test(cases, successes_of_all_languages, 0, sizeof successes / sizeof *successes);
    tcase_add_test(cases, parts_of_sentences_are_no_success);
    suite_add_tcase(suite, cases);
    return suite;
}
