/* act_parse(): every notation of a code, and what is not one. */
#include "suites.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "actdiag.h"
#include "guarded.h"

static const struct accepted {
    const char *text;
    uint32_t code;
} accepted[] = {
    /* Prefixed, 1 to 8 digits. */
    {"0xC004F074", 0xC004F074},
    {"0XC004F074", 0xC004F074},
    {"0xc004f074", 0xC004F074},
    {"0 x C004F074", 0xC004F074},
    {"0 x 80070005", 0x80070005},
    {"0 x 5", 5},
    {"&HC004F074", 0xC004F074},
    {"&hc004f074", 0xC004F074},
    {"0x0", 0},
    {"0x5", 5},
    {"0x00000005", 5},
    {"0xFFFFFFFF", 0xFFFFFFFF},
    {"&H5", 5},
    /* Bare, exactly 8 digits, decimal ones too. */
    {"C004F074", 0xC004F074},
    {"c004f074", 0xC004F074},
    {"80070005", 0x80070005},
    {"00000000", 0},
    {"FFFFFFFF", 0xFFFFFFFF},
    /* Decimal. */
    {"-1073418124", 0xC004F074},
    {"3221549172", 0xC004F074},
    {"+3221549172", 0xC004F074},
    {"0", 0},
    {"-0", 0},
    {"+5", 5},
    {"5", 5},
    {"1234567", 1234567},
    {"123456789", 123456789},
    {"4294967295", 0xFFFFFFFF},
    {"+4294967295", 0xFFFFFFFF},
    {"-2147483648", 0x80000000},
    {"-1", 0xFFFFFFFF},
    {"-80070005", 0xFB3A3A8B},
    {"+80070005", 80070005},
    {"00004294967295", 0xFFFFFFFF},
    /* Suffixes. */
    {"0xC004F074u", 0xC004F074},
    {"0xC004F074U", 0xC004F074},
    {"0xC004F074l", 0xC004F074},
    {"0xC004F074L", 0xC004F074},
    {"0xC004F074UL", 0xC004F074},
    {"0xC004F074Lu", 0xC004F074},
    {"0xC004F074ull", 0xC004F074},
    {"0xC004F074LLU", 0xC004F074},
    {"3221549172u", 0xC004F074},
    {"3221549172UL", 0xC004F074},
    {"-1073418124L", 0xC004F074},
    {"80070005u", 80070005},
    {"&HC004F074&", 0xC004F074},
    {"0xC004F074&", 0xC004F074},
    {"-1073418124&", 0xC004F074},
    {"0 x C004F074UL", 0xC004F074},
    /* Symbolic names. */
    {"SL_E_VL_BINDING_SERVICE_UNAVAILABLE", 0xC004F074},
    {"sl_e_vl_binding_service_unavailable", 0xC004F074},
    {"Sl_E_Vl_Binding_Service_Unavailable", 0xC004F074},
    {"(SL_E_VL_BINDING_SERVICE_UNAVAILABLE)", 0xC004F074},
    {"hr=SL_E_VL_BINDING_SERVICE_UNAVAILABLE", 0xC004F074},
    /* The letter O for the zero of the prefix. */
    {"OxC004F074", 0xC004F074},
    {"oxC004F074", 0xC004F074},
    {"OXC004F074", 0xC004F074},
    {"oXc004f074", 0xC004F074},
    {"O x C004F074", 0xC004F074},
    {"Ox5", 5},
    {"OxC004F074UL", 0xC004F074},
    {"Error: OxC004F074.", 0xC004F074},
    {"ＯｘＣ００４Ｆ０７４", 0xC004F074},
    /* Full width. */
    {"０ｘＣ００４Ｆ０７４", 0xC004F074},
    {"０Ｘｃ００４ｆ０７４", 0xC004F074},
    {"0xＣ００４F074", 0xC004F074},
    {"０　ｘ　Ｃ００４Ｆ０７４", 0xC004F074},
    {"Ｃ００４Ｆ０７４", 0xC004F074},
    {"８００７０００５", 0x80070005},
    {"＆ＨＣ００４Ｆ０７４＆", 0xC004F074},
    {"－１０７３４１８１２４", 0xC004F074},
    {"−１０７３４１８１２４", 0xC004F074},
    {"＋５", 5},
    {"３２２１５４９１７２ＵＬ", 0xC004F074},
    {"ｈｒ＝０ｘＣ００４Ｆ０７４", 0xC004F074},
    {"　０ｘＣ００４Ｆ０７４　", 0xC004F074},
    {"＂０ｘＣ００４Ｆ０７４＂", 0xC004F074},
    {"＇０ｘＣ００４Ｆ０７４＇", 0xC004F074},
    {"（０ｘＣ００４Ｆ０７４）", 0xC004F074},
    {"ＳＬ＿Ｅ＿ＶＬ＿ＢＩＮＤＩＮＧ＿ＳＥＲＶＩＣＥ＿ＵＮＡＶＡＩＬＡＢＬＥ", 0xC004F074},
};

/* Pieces end with the literal's NUL, which is not part of the text. */
static const struct refused {
    const char *text;
    size_t length;
} refused[] = {
#define REFUSED(text)                                                                              \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }
    /* Nothing, or nothing but blanks. */
    REFUSED(""),
    REFUSED(" "),
    REFUSED("　"),
    REFUSED("\0"),
    /* Prefixes without digits, or with too many. */
    REFUSED("0x"),
    REFUSED("0X"),
    REFUSED("0 x "),
    REFUSED("0 x"),
    REFUSED("&H"),
    REFUSED("&"),
    REFUSED("&5"),
    REFUSED("&C004F074"),
    REFUSED("&x5"),
    REFUSED("0xC004F0744"),
    REFUSED("0x00000000C004F074"),
    REFUSED("&HC004F0744"),
    REFUSED("0 x C004F0744"),
    REFUSED("x"),
    REFUSED("xC004F074"),
    REFUSED("0x0xC004F074"),
    REFUSED("00xC004F074"),
    REFUSED("0 xC004F074"),
    REFUSED("0x C004F074"),
    REFUSED("0  x  C004F074"),
    REFUSED("0\tx\tC004F074"),
    REFUSED("0\nx\nC004F074"),
    REFUSED("0 X C004F074"),
    REFUSED("$C004F074"),
    REFUSED("#C004F074"),
    REFUSED("\\xC004F074"),
    REFUSED("C004F074h"),
    REFUSED("H'C004F074'"),
    REFUSED("0o17"),
    REFUSED("0b1"),
    /* What is not a digit, and bare digits that are not 8. */
    REFUSED("0xC004G074"),
    REFUSED("0xC004 F074"),
    REFUSED("0xC004_F074"),
    REFUSED("C004G074"),
    REFUSED("C004F07"),
    REFUSED("C004F0744"),
    REFUSED("F"),
    REFUSED("FFFFFFFFF"),
    REFUSED("C004 F074"),
    REFUSED("0xＣ００４Ｇ０７４"),
    REFUSED("٣٢٢١"),
    REFUSED("५"),
    REFUSED("0xC004F074\0"),
    REFUSED("C004F074\0"),
    REFUSED("5\0"),
    REFUSED("\0"
            "5"),
    /* Decimal numbers out of range or malformed. */
    REFUSED("4294967296"),
    REFUSED("+4294967296"),
    REFUSED("-2147483649"),
    REFUSED("-4294967295"),
    REFUSED("18446744073709551616"),
    REFUSED("18446744073709551621"),
    REFUSED("99999999999"),
    REFUSED("12 34"),
    REFUSED("1,234"),
    REFUSED("1.0"),
    REFUSED("1e5"),
    REFUSED("-"),
    REFUSED("+"),
    REFUSED("--5"),
    REFUSED("+-5"),
    REFUSED("- 5"),
    REFUSED("5-"),
    REFUSED("–5"),
    REFUSED("ー５"),
    /* A sign means decimal. */
    REFUSED("0x-5"),
    REFUSED("-0x5"),
    REFUSED("+0xC004F074"),
    REFUSED("-C004F074"),
    REFUSED("+C004F074"),
    REFUSED("-&H5"),
    /* What is not a suffix, and suffixes after bare digits. */
    REFUSED("C004F074L"),
    REFUSED("C004F074u"),
    REFUSED("C004F074&"),
    REFUSED("0xC004F074ll"),
    REFUSED("0xC004F074uu"),
    REFUSED("0xC004F074lul"),
    REFUSED("0xC004F074ulll"),
    REFUSED("0xC004F074&&"),
    REFUSED("0xC004F074&u"),
    REFUSED("0xC004F074 u"),
    REFUSED("0xC004F074i64"),
    REFUSED("5f"),
    REFUSED("u"),
    REFUSED("-L"),
    /* The letter O elsewhere. */
    REFUSED("OxCO04F074"),
    REFUSED("0xCOO4F074"),
    REFUSED("Ox"),
    REFUSED("OxC004F0744"),
    REFUSED("OC004F074"),
    REFUSED("O0xC004F074"),
    REFUSED("&OC004F074"),
    REFUSED("-Ox5"),
    REFUSED("oxen"),
    REFUSED("hr=hr=0xC004F074"),
    REFUSED("=0xC004F074"),
    REFUSED("hr0xC004F074"),
    REFUSED("\"hr\"=0xC004F074"),
    REFUSED("Error 0xC004F074"),
    REFUSED("0xC004F074 0xC004F075"),
    REFUSED("0xC004F074,0xC004F075"),
    /* Names with a slip. */
    REFUSED("SL_E_VL_BINDING_SERVICE_UNAVAILABL"),
    REFUSED("SL_E_VL_BINDING_SERVICE_UNAVAILABLES"),
    REFUSED("SL_E_VL_BINDING_SERVICE_UNAVAILABLE\0"),
    REFUSED("SL E VL BINDING"),
    REFUSED("SL-E-VL-BINDING-SERVICE-UNAVAILABLE"),
    REFUSED("SL_E_VL_BINDING_SERVICE_UNAVAILABLEu"),
    /* Broken UTF-8: cut, overlong, a lone continuation byte, a character beyond three bytes. */
    REFUSED("\xEF\xBC"),
    REFUSED("0x5\xEF\xBC"),
    REFUSED("\xE0\x80\xB5"),
    REFUSED("\xC0\xB5"),
    REFUSED("\x80"
            "5"),
    REFUSED("5\x80"),
    REFUSED("\xE0\x80\xA2"
            "5\xE0\x80\xA2"),
    REFUSED("5\xE3\x80\x80\x80"),
    REFUSED("5\xF0\x9F\x98\x80"),
    REFUSED("\xF0\x9F\x98\x80"),
    REFUSED("\xE3\x80"),
    REFUSED("5\xC2"),
    REFUSED("\xC3("),
    REFUSED("\xC3(5"),
    REFUSED("\xC3\xC3\xA4"),
    REFUSED("\xE3(5"),
    REFUSED("\xE3(\x80"),
    REFUSED("\xE3\x80("),
    REFUSED("0x5\xE3\x80("),
    REFUSED("\xF0\x9F\x94\x91"),
    REFUSED("\xFF"),
    REFUSED("\xEF\xBB\xBF"
            "5"),
#undef REFUSED
};

START_TEST(every_notation_is_read)
{
    uint32_t code = ~accepted[_i].code;
    int read = guarded_parse(accepted[_i].text, strlen(accepted[_i].text), &code);
    ck_assert_msg(read == 1, "refused: %s", accepted[_i].text);
    ck_assert_msg(code == accepted[_i].code, "%s is read as %08" PRIX32, accepted[_i].text, code);
}
END_TEST

START_TEST(all_else_is_refused)
{
    uint32_t code = 0x12345678;
    int read = guarded_parse(refused[_i].text, refused[_i].length, &code);
    ck_assert_msg(read == 0, "read as %08" PRIX32 ": %s", code, refused[_i].text);
    ck_assert_uint_eq(code, 0x12345678);
}
END_TEST

START_TEST(absent_text_is_refused)
{
    uint32_t code = 7;
    ck_assert_int_eq(act_parse(NULL, 0, &code), 0);
    ck_assert_uint_eq(code, 7);
}
END_TEST

/* Check writes a line to a file for each of its assertions: not in a loop this long. */
START_TEST(what_printf_writes_is_read)
{
    static const char *const formats[] = {"0x%08" PRIX32,   "0x%" PRIx32,   "%08" PRIX32,
                                          "&H%" PRIX32 "&", "%" PRIu32 "u", "+%" PRIu32};
    char text[64];
    uint32_t code = 0xC004F074, read;
    for (unsigned round = 0; round < 20000; round++, code = code * 1664525 + 1013904223) {
        for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
            int length = snprintf(text, sizeof text, formats[i], code >> (round & 31));
            if (guarded_parse(text, (size_t)length, &read) != 1 || read != code >> (round & 31))
                ck_abort_msg("refused or misread: %s", text);
        }
        int length = snprintf(text, sizeof text, "%+" PRId32, (int32_t)code);
        if (guarded_parse(text, (size_t)length, &read) != 1 || read != code)
            ck_abort_msg("refused or misread: %s", text);
    }
}
END_TEST

Suite *notation_suite(void)
{
    Suite *suite = suite_create("notation");
    TCase *cases = tcase_create("notation");
    tcase_add_loop_test(cases, every_notation_is_read, 0, sizeof accepted / sizeof *accepted);
    tcase_add_loop_test(cases, all_else_is_refused, 0, sizeof refused / sizeof *refused);
    tcase_add_test(cases, absent_text_is_refused);
    tcase_add_test(cases, what_printf_writes_is_read);
    suite_add_tcase(suite, cases);
    return suite;
}
