/* Commands of the catalogue and of steps, and the dialects. */
#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "uses.h"

enum { DIALECT_COUNT = 4, TEXT_SIZE = 1 << 16 };

START_TEST(dialects_have_identifiers)
{
    static const char *const ids[] = {"slmgr", "powershell", "oslicense", "office"};
    for (unsigned i = 0; i < DIALECT_COUNT; i++)
        ck_assert_str_eq(act_dialect_id((act_dialect)i), ids[i]);
    ck_assert_ptr_null(act_dialect_id((act_dialect)DIALECT_COUNT));
    ck_assert_ptr_null(act_dialect_id((act_dialect)-1));
}
END_TEST

static const act_command *find_command(const char *slmgr)
{
    const act_command *command;
    for (size_t i = 0; (command = act_command_at(i)) != NULL; i++)
        if (strcmp(act_command_text(command, ACT_DIALECT_SLMGR), slmgr) == 0)
            return command;
    ck_abort_msg("%s is not in the catalogue", slmgr);
    return NULL;
}

/* What slmgr.vbs switches on is a Boolean of the class that says the opposite, but for one. */
static const struct {
    const char *slmgr, *method, *argument, *oslicense;
} booleans[] = {
    {"slmgr.vbs /skhc", "DisableKeyManagementServiceHostCaching", "DisableCaching = $false",
     "-HostCaching $true"},
    {"slmgr.vbs /ckhc", "DisableKeyManagementServiceHostCaching", "DisableCaching = $true",
     "-HostCaching $false"},
    {"slmgr.vbs /sdns", "DisableKeyManagementServiceDnsPublishing", "DisablePublishing = $false",
     "-DnsPublishing $true"},
    {"slmgr.vbs /cdns", "DisableKeyManagementServiceDnsPublishing", "DisablePublishing = $true",
     "-DnsPublishing $false"},
    {"slmgr.vbs /spri", "EnableKeyManagementServiceLowPriority", "EnableLowPriority = $false",
     "-Priority Normal"},
    {"slmgr.vbs /cpri", "EnableKeyManagementServiceLowPriority", "EnableLowPriority = $true",
     "-Priority Low"},
};

START_TEST(booleans_are_not_turned_round)
{
    const act_command *command = find_command(booleans[_i].slmgr);
    const char *powershell = act_command_text(command, ACT_DIALECT_POWERSHELL);
    const char *oslicense = act_command_text(command, ACT_DIALECT_OSLICENSE);
    ck_assert_ptr_nonnull(strstr(powershell, booleans[_i].method));
    ck_assert_ptr_nonnull(strstr(powershell, booleans[_i].argument));
    ck_assert_str_eq(oslicense + strlen(oslicense) - strlen(booleans[_i].oslicense),
                     booleans[_i].oslicense);
}
END_TEST

START_TEST(flags_tell_the_nature)
{
    const act_command *dlv = find_command("slmgr.vbs /dlv"), *upk = find_command("slmgr.vbs /upk");
    const act_command *ipk = find_command("slmgr.vbs /ipk <5x5 key>");
    const act_command *rilc = find_command("slmgr.vbs /rilc");
    ck_assert_uint_eq(act_command_flags(dlv, ACT_DIALECT_SLMGR), 0);
    ck_assert_uint_eq(act_command_flags(dlv, ACT_DIALECT_OFFICE), ACT_COMMAND_ELEVATED);
    ck_assert_uint_eq(act_command_flags(ipk, ACT_DIALECT_SLMGR),
                      ACT_COMMAND_ELEVATED | ACT_COMMAND_CHANGES);
    ck_assert_uint_eq(act_command_flags(ipk, ACT_DIALECT_POWERSHELL),
                      ACT_COMMAND_ELEVATED | ACT_COMMAND_CHANGES | ACT_COMMAND_PRACTICE);
    ck_assert_uint_eq(act_command_flags(upk, ACT_DIALECT_OSLICENSE),
                      ACT_COMMAND_ELEVATED | ACT_COMMAND_CHANGES | ACT_COMMAND_HARD_TO_UNDO);
    ck_assert_uint_eq(act_command_flags(rilc, ACT_DIALECT_POWERSHELL),
                      ACT_COMMAND_ELEVATED | ACT_COMMAND_CHANGES | ACT_COMMAND_AS_SLMGR |
                          ACT_COMMAND_NO_FORM);
    ck_assert_uint_ne(act_command_flags(rilc, ACT_DIALECT_OFFICE) & ACT_COMMAND_WINDOWS, 0);
    ck_assert_uint_eq(act_command_flags(upk, (act_dialect)DIALECT_COUNT), 0);
    ck_assert_str_eq(act_command_text(upk, (act_dialect)DIALECT_COUNT), "");
    ck_assert_str_eq(act_command_text(rilc, ACT_DIALECT_POWERSHELL), "slmgr.vbs /rilc");
}
END_TEST

START_TEST(catalogue_ends)
{
    size_t count = 0;
    while (act_command_at(count))
        count++;
    ck_assert_uint_ge(count, 100);
    ck_assert_ptr_null(act_command_at(count + 1));
    ck_assert_ptr_null(act_command_at(SIZE_MAX));
}
END_TEST

/* Whether a line, without its indentation, begins so. */
static int has_line(const char *text, const char *begin)
{
    for (const char *line = text; line; line = strchr(line, '\n')) {
        line += strspn(line, "\n ");
        if (strncmp(line, begin, strlen(begin)) == 0)
            return 1;
    }
    return 0;
}

static int is_on_other_computer(const act_entry *entry)
{
    const act_command *command;
    for (size_t i = 0; (command = act_entry_command(entry, "en", i)) != NULL; i++)
        if (act_command_flags(command, ACT_DIALECT_OFFICE) & ACT_COMMAND_AS_SLMGR)
            return 1;
    return 0;
}

/* No command of Windows' key is run for Office, but where it is typed elsewhere or said so. */
START_TEST(office_leaves_the_key_of_windows)
{
    static const char *const keys[] = {
        "slmgr.vbs /upk", "slmgr.vbs /ipk", "slmgr.vbs /cpky",          "slmgr.vbs /rearm",
        "changepk.exe",   "slui.exe",       "DISM /Online /Set-Edition"};
    char *text = malloc(TEXT_SIZE);
    const act_entry *entry;
    ck_assert_ptr_nonnull(text);
    for (size_t i = 0; (entry = act_entry_at(i)) != NULL; i++) {
        ck_assert_uint_lt(act_entry_steps(entry, ACT_DIALECT_OFFICE, "en", text, TEXT_SIZE),
                          TEXT_SIZE);
        const char *windows_only = act_word("heading.windows-only", "en");
        if (strncmp(text, windows_only, strlen(windows_only)) == 0 || is_on_other_computer(entry))
            continue;
        for (size_t j = 0; j < sizeof keys / sizeof *keys; j++)
            ck_assert_msg(!has_line(text, keys[j]), "%s for Office: 0x%08X", keys[j],
                          (unsigned)act_entry_code(entry));
    }
    free(text);
}
END_TEST

/* In each dialect each command of the steps is in the text, the first of its lines whole. */
static void require_command(const act_entry *entry, const act_command *command, act_dialect dialect,
                            const char *text)
{
    char line[1024];
    const char *form = act_command_text(command, dialect);
    size_t length = strcspn(form, "\n");
    ck_assert_uint_lt(length, sizeof line);
    memcpy(line, form, length);
    line[length] = '\0';
    ck_assert_msg(strstr(text, line) != NULL, "0x%08X lacks %s", (unsigned)act_entry_code(entry),
                  line);
}

START_TEST(steps_are_there_in_each_dialect)
{
    act_dialect dialect = (act_dialect)_i;
    const act_entry *entry;
    const act_command *command;
    char *text = malloc(TEXT_SIZE);
    ck_assert_ptr_nonnull(text);
    for (size_t i = 0; (entry = act_entry_at(i)) != NULL; i++) {
        size_t length = act_entry_steps(entry, dialect, NULL, text, TEXT_SIZE);
        ck_assert_uint_eq(length, strlen(text));
        ck_assert_uint_ge(length, strlen(act_entry_text(entry, ACT_FIELD_STEPS, NULL)) / 2);
        for (size_t j = 0; (command = act_entry_command(entry, NULL, j)) != NULL; j++)
            require_command(entry, command, dialect, text);
        ck_assert_ptr_null(act_entry_command(entry, NULL, SIZE_MAX));
    }
    free(text);
}
END_TEST

START_TEST(steps_of_slmgr_are_those_of_the_documents)
{
    char *text = malloc(TEXT_SIZE);
    const act_entry *entry;
    ck_assert_ptr_nonnull(text);
    for (size_t i = 0; (entry = act_entry_at(i)) != NULL; i++) {
        const char *steps = act_entry_text(entry, ACT_FIELD_STEPS, "ja");
        act_entry_steps(entry, ACT_DIALECT_SLMGR, "ja", text, TEXT_SIZE);
        ck_assert_int_eq(strncmp(text, steps, strlen(steps)), 0);
        ck_assert(text[strlen(steps)] == '\0' || strncmp(text + strlen(steps), "\n\n", 2) == 0);
    }
    free(text);
}
END_TEST

/* snprintf()'s contract: the length of the whole, and never a byte past the end. */
START_TEST(buffers_are_not_overrun)
{
    const act_entry *entry = act_lookup(0xC004F074);
    char whole[16384], part[16384];
    size_t length = act_entry_steps(entry, ACT_DIALECT_POWERSHELL, "en", whole, sizeof whole);
    ck_assert_uint_lt(length, sizeof whole);
    ck_assert_uint_eq(act_entry_steps(entry, ACT_DIALECT_POWERSHELL, "en", NULL, 0), length);
    for (size_t size = 1; size <= length + 2; size++) {
        size_t kept = size <= length ? size - 1 : length;
        memset(part, 0x55, sizeof part);
        ck_assert_uint_eq(act_entry_steps(entry, ACT_DIALECT_POWERSHELL, "en", part, size), length);
        ck_assert_int_eq(memcmp(part, whole, kept), 0);
        ck_assert_int_eq(part[kept], '\0');
        ck_assert_int_eq(part[size], 0x55);
    }
}
END_TEST

START_TEST(what_does_not_exist_is_empty)
{
    char text[16] = "text";
    ck_assert_uint_eq(act_entry_steps(act_entry_at(0), (act_dialect)4, NULL, text, sizeof text), 0);
    ck_assert_str_eq(text, "");
    ck_assert_uint_eq(act_category_advice((act_category)-1, ACT_DIALECT_SLMGR, NULL, NULL, 0), 0);
    ck_assert_uint_eq(act_category_advice(ACT_CATEGORY_DNS, (act_dialect)-1, NULL, NULL, 0), 0);
}
END_TEST

START_TEST(advice_has_the_commands_of_a_dialect)
{
    char text[8192];
    act_category_advice(ACT_CATEGORY_PRODUCT_KEY, ACT_DIALECT_OSLICENSE, "en", text, sizeof text);
    ck_assert_ptr_nonnull(strstr(text, "Invoke-OSLicense -InstallProductKey '<5x5 key>'"));
    act_category_advice(ACT_CATEGORY_PRODUCT_KEY, ACT_DIALECT_SLMGR, "en", text, sizeof text);
    ck_assert_ptr_nonnull(strstr(text, "slmgr.vbs /ipk <5x5 key>"));
    ck_assert_ptr_null(strstr(text, "Invoke-"));
}
END_TEST

/* A rendering of a text in which a command of the catalogue is wherever it is written. */
static void check_rendering(const char *text, int is_windows_only, act_dialect dialect,
                            const char *expected)
{
    static const char slmgr[] = "slmgr.vbs /ipk <5x5 key>";
    struct act_use uses[4];
    char copy[256] = "", rendered[1024];
    size_t count = 0;
    strcpy(copy + 1, text);
    for (const char *place = text; (place = strstr(place, slmgr)) != NULL; place++)
        uses[count++] = (struct act_use){(uint32_t)(place - text), sizeof slmgr - 1,
                                         (uint32_t)(find_command(slmgr) - act_table_commands)};
    act_render((struct act_text_uses){copy + 1, uses, count, is_windows_only}, dialect, "en",
               rendered, sizeof rendered);
    ck_assert_str_eq(rendered, expected);
}

/* The key's command in PowerShell has several lines: they take its line, or follow the text. */
START_TEST(commands_may_be_anywhere_in_a_text)
{
    char expected[2048], lines[512], note[256];
    const char *form =
        act_command_text(find_command("slmgr.vbs /ipk <5x5 key>"), ACT_DIALECT_POWERSHELL);
    const char *practice = act_word("heading.practice", "en");
    size_t before = (size_t)(strstr(practice, "{0}") - practice);
    snprintf(note, sizeof note, "\n\n%.*sslmgr.vbs /ipk <5x5 key>%s", (int)before, practice,
             practice + before + 3);
    ck_assert_ptr_nonnull(strchr(form, '\n'));
    snprintf(expected, sizeof expected, "%s%s", form, note);
    check_rendering("slmgr.vbs /ipk <5x5 key>", 0, ACT_DIALECT_POWERSHELL, expected);

    size_t first = strcspn(form, "\n");
    snprintf(lines, sizeof lines, "%.*s\n    %s", (int)first, form, form + first + 1);
    snprintf(expected, sizeof expected,
             "    %s\nslmgr.vbs /ipk <5x5 key>.\n\n"
             "slmgr.vbs /ipk <5x5 key>:\n\n    %s%s",
             lines, lines, note);
    check_rendering("    slmgr.vbs /ipk <5x5 key>\nslmgr.vbs /ipk <5x5 key>.", 0,
                    ACT_DIALECT_POWERSHELL, expected);
}
END_TEST

START_TEST(texts_of_windows_alone_say_so_to_office)
{
    char expected[256];
    snprintf(expected, sizeof expected, "%s\n\nText.", act_word("heading.windows-only", "en"));
    check_rendering("Text.", 1, ACT_DIALECT_OFFICE, expected);
    check_rendering("Text.", 1, ACT_DIALECT_POWERSHELL, "Text.");
    check_rendering("Text.", 0, ACT_DIALECT_OFFICE, "Text.");
    check_rendering("", 1, ACT_DIALECT_OFFICE, "");
}
END_TEST

Suite *command_suite(void)
{
    Suite *suite = suite_create("command");
    TCase *catalogue = tcase_create("catalogue"), *steps = tcase_create("steps");
    tcase_add_test(catalogue, dialects_have_identifiers);
    tcase_add_test(catalogue, catalogue_ends);
    tcase_add_test(catalogue, flags_tell_the_nature);
    tcase_add_loop_test(catalogue, booleans_are_not_turned_round, 0,
                        sizeof booleans / sizeof *booleans);
    suite_add_tcase(suite, catalogue);
    tcase_add_loop_test(steps, steps_are_there_in_each_dialect, 0, DIALECT_COUNT);
    tcase_add_test(steps, steps_of_slmgr_are_those_of_the_documents);
    tcase_add_test(steps, office_leaves_the_key_of_windows);
    tcase_add_test(steps, buffers_are_not_overrun);
    tcase_add_test(steps, what_does_not_exist_is_empty);
    tcase_add_test(steps, advice_has_the_commands_of_a_dialect);
    tcase_add_test(steps, commands_may_be_anywhere_in_a_text);
    tcase_add_test(steps, texts_of_windows_alone_say_so_to_office);
    suite_add_tcase(suite, steps);
    return suite;
}
