/* act_parse(): what may surround a code, and what may not. */
#include "suites.h"

#include <inttypes.h>
#include <string.h>

#include "actdiag.h"
#include "guarded.h"

static const struct accepted {
    const char *text;
    uint32_t code;
} accepted[] = {
    /* Blanks, brackets and marks. */
    {"  0xC004F074", 0xC004F074},
    {"0xC004F074\t \r\n\v\f", 0xC004F074},
    {"\xC2\xA0"
     "0xC004F074\xE2\x80\xAF",
     0xC004F074},
    {"hr=0xC004F074", 0xC004F074},
    {"HR=0xC004F074", 0xC004F074},
    {"hr=C004F074", 0xC004F074},
    {"hr=-1073418124", 0xC004F074},
    {"hr= 0xC004F074", 0xC004F074},
    {"\"0xC004F074\"", 0xC004F074},
    {"'0xC004F074'", 0xC004F074},
    {"(0xC004F074)", 0xC004F074},
    {"(((0xC004F074)))", 0xC004F074},
    {"( '0xC004F074' )", 0xC004F074},
    {" ( \"hr=0xC004F074\" ) ", 0xC004F074},
    {"hr=(\"0xC004F074\")", 0xC004F074},
    {"“0xC004F074”", 0xC004F074},
    {"‘0xC004F074’", 0xC004F074},
    {"„0xC004F074“", 0xC004F074},
    {"‚0xC004F074‘", 0xC004F074},
    {"«\xC2\xA0"
     "0xC004F074\xC2\xA0»",
     0xC004F074},
    {"「0xC004F074」", 0xC004F074},
    {"『0xC004F074』", 0xC004F074},
    {"（\"0xC004F074\"）", 0xC004F074},
    {"（0xC004F074)", 0xC004F074},
    {"[0xC004F074]", 0xC004F074},
    {"{0xC004F074}", 0xC004F074},
    {"<0xC004F074>", 0xC004F074},
    {"【0xC004F074】", 0xC004F074},
    {"〔0xC004F074〕", 0xC004F074},
    {"《〈0xC004F074〉》", 0xC004F074},
    {"｢0xC004F074｣", 0xC004F074},
    {"`0xC004F074`", 0xC004F074},
    {"```\n0xC004F074\n```", 0xC004F074},
    {"**0xC004F074**", 0xC004F074},
    {"* `0xC004F074` *", 0xC004F074},
    {"[ (\"0xC004F074\") ]", 0xC004F074},
    /* Punctuation after it. */
    {"0xC004F074.", 0xC004F074},
    {"0xC004F074,", 0xC004F074},
    {"0xC004F074;", 0xC004F074},
    {"0xC004F074:", 0xC004F074},
    {"0xC004F074!", 0xC004F074},
    {"0xC004F074?", 0xC004F074},
    {"0xC004F074?!", 0xC004F074},
    {"0xC004F074 ...", 0xC004F074},
    {"0xC004F074。", 0xC004F074},
    {"0xC004F074、", 0xC004F074},
    {"0xC004F074｡", 0xC004F074},
    {"0xC004F074､", 0xC004F074},
    {"０ｘＣ００４Ｆ０７４．", 0xC004F074},
    {"0xC004F074：", 0xC004F074},
    {"(0xC004F074).", 0xC004F074},
    {"\"0xC004F074.\"", 0xC004F074},
    {"「0xC004F074」。", 0xC004F074},
    {"C004F074.", 0xC004F074},
    {"-1073418124.", 0xC004F074},
    {"5.", 5},
    {"0xC004F074UL;", 0xC004F074},
    {"SL_E_VL_BINDING_SERVICE_UNAVAILABLE:", 0xC004F074},
    /* One word or two before it. */
    {"hr:0xC004F074", 0xC004F074},
    {"hr = 0xC004F074", 0xC004F074},
    {"h r=0xC004F074", 0xC004F074},
    {"HRESULT: 0xC004F074", 0xC004F074},
    {"HRESULT:0xC004F074", 0xC004F074},
    {"[HRESULT = 0xC004F074]", 0xC004F074},
    {"Error Code: 0xC004F074", 0xC004F074},
    {"Error Code: 0xC004F074.", 0xC004F074},
    {"error_code=-1073418124", 0xC004F074},
    {"exit-code: 3221549172", 0xC004F074},
    {"Win32 error: 5", 5},
    {"Code d'erreur : 0xC004F074", 0xC004F074},
    {"Code d’erreur\xC2\xA0: 0xC004F074", 0xC004F074},
    {"エラー: 0xC004F074", 0xC004F074},
    {"エラー：0xC004F074。", 0xC004F074},
    {"エラー コード: 0xC004F074", 0xC004F074},
    {"エラー・コード: 0xC004F074", 0xC004F074},
    {"エラー　コード　：　０ｘＣ００４Ｆ０７４", 0xC004F074},
    {"ｴﾗｰ: 0xC004F074", 0xC004F074},
    {"오류 코드: 0xC004F074", 0xC004F074},
    {"错误代码：0xC004F074", 0xC004F074},
    {"Código: 0xC004F074", 0xC004F074},
    {"ｈｒ：0xC004F074", 0xC004F074},
    {"Error: (0xC004F074)", 0xC004F074},
    {"(Error: 0xC004F074)", 0xC004F074},
    {"**Error: `0xC004F074`**", 0xC004F074},
    {"Error: SL_E_VL_BINDING_SERVICE_UNAVAILABLE", 0xC004F074},
    {"SL_E_VL_BINDING_SERVICE_UNAVAILABLE: 0xC004F074", 0xC004F074},
    {"SL_E_VL_BINDING_SERVICE_UNAVAILABLE = 0xC004F074", 0xC004F074},
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
    /* Nothing but what may surround a code. */
    REFUSED("\""),
    REFUSED("'"),
    REFUSED("\"\""),
    REFUSED("()"),
    REFUSED("hr="),
    REFUSED("(hr=)"),
    REFUSED("(\0)"),
    REFUSED("[]"),
    REFUSED("**"),
    REFUSED("."),
    REFUSED("。"),
    REFUSED("Error:"),
    REFUSED("Error: ."),
    REFUSED("エラー："),
    /* What is not a pair. */
    REFUSED("\"0xC004F074"),
    REFUSED("0xC004F074\""),
    REFUSED("(0xC004F074"),
    REFUSED("0xC004F074)"),
    REFUSED("((0xC004F074)"),
    REFUSED("(\"0xC004F074)\""),
    REFUSED("'0xC004F074\""),
    REFUSED(")0xC004F074("),
    REFUSED("”0xC004F074“"),
    REFUSED("“0xC004F074\""),
    REFUSED("「0xC004F074』"),
    REFUSED("0xC004(F074)"),
    REFUSED("[0xC004F074)"),
    REFUSED("【0xC004F074]"),
    REFUSED("`0xC004F074'"),
    REFUSED("*0xC004F074"),
    REFUSED("_0xC004F074_"),
    REFUSED("/0xC004F074/"),
    /* Punctuation elsewhere, and other marks. */
    REFUSED(".0xC004F074"),
    REFUSED(":0xC004F074"),
    REFUSED("0xC004.F074"),
    REFUSED("0xC004F074.5"),
    REFUSED("0xC004F074-"),
    REFUSED("0xC004F074…"),
    REFUSED("0xC004F074%"),
    REFUSED("・0xC004F074"),
    REFUSED("0xC004F074」"),
    /* Other things before it, and after it. */
    REFUSED("one of three: 0xC004F074"),
    REFUSED("Error: hr=0xC004F074"),
    REFUSED("hr==0xC004F074"),
    REFUSED("Error:: 0xC004F074"),
    REFUSED("2: 0xC004F074"),
    REFUSED("10:15"),
    REFUSED("Error 5: 0xC004F074"),
    REFUSED("Error (hex): 0xC004F074"),
    REFUSED("Error, 0xC004F074"),
    REFUSED("Error - 0xC004F074"),
    REFUSED("エラー 0xC004F074"),
    REFUSED("→: 0xC004F074"),
    REFUSED("\xFF: 0xC004F074"),
    REFUSED("Error: 0xC004F074 The service"),
    REFUSED("0xC004F074: The service"),
    REFUSED("0xC004F074 (3221549172)"),
    /* Two codes, which may differ. */
    REFUSED("0xC004F075: 0xC004F074"),
    REFUSED("DEADBEEF: 0xC004F074"),
    REFUSED("OxC004F075: 0xC004F074"),
    REFUSED("SL_E_VL_NOT_ENOUGH_COUNT: 0xC004F074"),
    REFUSED("Error SL_E_VL_NOT_ENOUGH_COUNT: 0xC004F074"),
#undef REFUSED
};

START_TEST(what_is_around_a_code_does_no_harm)
{
    uint32_t code = ~accepted[_i].code;
    int read = guarded_parse(accepted[_i].text, strlen(accepted[_i].text), &code);
    ck_assert_msg(read == 1, "refused: %s", accepted[_i].text);
    ck_assert_msg(code == accepted[_i].code, "%s is read as %08" PRIX32, accepted[_i].text, code);
}
END_TEST

START_TEST(all_else_around_a_code_is_refused)
{
    uint32_t code = 0x12345678;
    int read = guarded_parse(refused[_i].text, refused[_i].length, &code);
    ck_assert_msg(read == 0, "read as %08" PRIX32 ": %s", code, refused[_i].text);
    ck_assert_uint_eq(code, 0x12345678);
}
END_TEST

/* Any amount of what may surround a code is stripped; what is too long for a code is not. */
START_TEST(length_alone_is_no_fault)
{
    char text[3000];
    uint32_t code = 0;
    memset(text, ' ', sizeof text);
    memcpy(text + 1500, "0x5", 3);
    ck_assert_int_eq(guarded_parse(text, sizeof text, &code), 1);
    ck_assert_uint_eq(code, 5);
    memset(text, '(', 1500);
    memset(text + 1503, ')', 1497);
    ck_assert_int_eq(guarded_parse(text, sizeof text, &code), 0);
    ck_assert_int_eq(guarded_parse(text + 3, sizeof text - 3, &code), 1);
    memset(text, 'A', sizeof text);
    ck_assert_int_eq(guarded_parse(text, sizeof text, &code), 0);
}
END_TEST

Suite *surroundings_suite(void)
{
    Suite *suite = suite_create("surroundings");
    TCase *cases = tcase_create("surroundings");
    tcase_add_loop_test(cases, what_is_around_a_code_does_no_harm, 0,
                        sizeof accepted / sizeof *accepted);
    tcase_add_loop_test(cases, all_else_around_a_code_is_refused, 0,
                        sizeof refused / sizeof *refused);
    tcase_add_test(cases, length_alone_is_no_fault);
    suite_add_tcase(suite, cases);
    return suite;
}
