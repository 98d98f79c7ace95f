/*
 * A program written against version 1.0, and left as it is: it must compile against every later
 * header of major version 1 and run with every later library. It calls every function of 1.0.
 */
#include <actdiag.h>
#include <stdio.h>
#include <string.h>

static int failures;

static void expect(int holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "consumer-1.0: %s\n", what);
    failures++;
}

static int is_text(const char *text)
{
    return text != NULL && *text != '\0';
}

struct visit {
    size_t count, stop_at;
};

static int ACT_CALL visit(const act_entry *entry, void *context)
{
    struct visit *so_far = context;
    expect(entry == act_entry_at(so_far->count), "entries are visited in their order");
    return ++so_far->count == so_far->stop_at ? 42 : 0;
}

static void use_version(void)
{
    char text[32];
    uint32_t number = act_version_number();
    snprintf(text, sizeof text, "%u.%u.%u", (unsigned)(number >> 16),
             (unsigned)(number >> 8 & 0xFF), (unsigned)(number & 0xFF));
    expect(strcmp(act_version(), text) == 0, "version as text and as number");
    expect(number >= 0x00010000 && number < 0x00020000, "major version 1");
}

static void use_entries(void)
{
    struct visit whole = {0, 0}, half = {0, 1};
    const act_entry *entry = act_entry_at(0);
    expect(act_count() > 0 && entry != NULL, "there are entries");
    expect(act_entry_at(act_count()) == NULL, "none past the last");
    expect(act_foreach(visit, &whole) == 0 && whole.count == act_count(), "all are visited");
    expect(act_foreach(visit, &half) == 42 && half.count == 1, "a visit can stop");
    expect(act_lookup(act_entry_code(entry)) == entry, "an entry is found by its code");
    expect(act_lookup(0) == NULL, "what is not documented is not found");
    uint32_t types = act_entry_types(entry);
    expect(types != 0 && (types & ~ACT_TYPE_ALL) == 0, "an entry has types");
    expect(is_text(act_entry_text(entry, ACT_FIELD_MESSAGE, NULL)), "an entry has a message");
    expect(is_text(act_entry_text(entry, ACT_FIELD_CAUSE, "en-US")), "an entry has a cause");
    expect(is_text(act_entry_text(entry, ACT_FIELD_STEPS, "xx")), "an entry has steps");
    expect(is_text(act_entry_language(entry, "en_US.UTF-8")), "texts have a language");
}

static void use_commands(void)
{
    char text[16384];
    const act_entry *entry = act_lookup(0xC004F074);
    const act_command *command = act_command_at(0), *step = act_entry_command(entry, "en", 0);
    size_t size = act_entry_steps(entry, ACT_DIALECT_OFFICE, "en", text, sizeof text);
    expect(size > 0 && strlen(text) == size, "steps with Office's commands");
    size = act_category_advice(ACT_CATEGORY_DNS, ACT_DIALECT_POWERSHELL, NULL, NULL, 0);
    expect(size > 0, "advice with PowerShell's commands");
    expect(command != NULL && is_text(act_command_text(command, ACT_DIALECT_OSLICENSE)),
           "a command of the catalogue");
    expect(step != NULL && act_command_flags(step, ACT_DIALECT_SLMGR) < 1024, "its nature");
    expect(strcmp(act_dialect_id(ACT_DIALECT_OFFICE), "office") == 0, "a dialect's identifier");
}

static void use_classification(void)
{
    act_class details;
    uint32_t code = 0;
    memset(&details, 0xFF, sizeof details);
    act_category category = act_classify(0x80072AF9, &details);
    expect(category == act_classify(0x80072AF9, NULL) && details.category == (uint32_t)category,
           "one category");
    expect(details.code == 0x80072AF9 && details.severity == 1 && details.facility == 7 &&
               details.status == 0x2AF9,
           "the parts of an HRESULT");
    for (size_t i = 0; i < sizeof details.reserved / sizeof *details.reserved; i++)
        expect(details.reserved[i] == 0, "reserved words are 0");
    expect(strcmp(act_name(0xC004F038), "SL_E_VL_NOT_ENOUGH_COUNT") == 0, "a code's name");
    expect(act_reference(0) == NULL, "a code without a page");
    expect(act_code_at(0, &code) == 1, "known codes are listed");
    act_classify(code, &details);
    expect(details.known >= ACT_KNOWN_NAMED, "what is listed is known");
    expect(strcmp(act_known_id(ACT_KNOWN_DOCUMENTED), "documented") == 0, "known's identifier");
    expect(strcmp(act_category_id(ACT_CATEGORY_DNS), "dns") == 0, "a category's identifier");
    expect(strcmp(act_side_id(ACT_SIDE_KMS_HOST), "kms-host") == 0, "a side's identifier");
    expect(strcmp(act_role_id(ACT_ROLE_ENVELOPE), "envelope") == 0, "a role's identifier");
    expect(strcmp(act_type_id(ACT_TYPE_MAK), "mak") == 0, "a type's identifier");
    expect(is_text(act_category_text(ACT_CATEGORY_DNS, ACT_CATEGORY_LABEL, "en")), "its label");
    expect(is_text(act_category_text(ACT_CATEGORY_DNS, ACT_CATEGORY_ADVICE, "ja")), "its advice");
    expect(is_text(act_side_text(ACT_SIDE_CLIENT, NULL)), "a side in words");
    expect(is_text(act_role_text(ACT_ROLE_STATE, "en")), "a role in words");
    expect(is_text(act_type_text(ACT_TYPE_KMS_CLIENT, "en")), "a type in words");
    expect(is_text(act_word("heading.cause", "en")), "a heading");
    expect(act_word("heading.", NULL) == NULL, "an identifier that does not exist");
    expect(is_text(act_language(NULL)), "the primary language");
    expect(is_text(act_words_language("xx")), "the language of words");
}

static void use_text(void)
{
    static const char log[] = "failed: 0xC004F038, then 0x80072AF9";
    act_match matches[4];
    uint32_t code;
    char text[16];
    size_t offset = 0;
    expect(act_find("not_enough_count", 16, "en", &code, 1) >= 1 && code == 0xC004F038,
           "a code is found by words");
    expect(act_parse("-1073418184", 11, &code) == 1 && code == 0xC004F038, "a number is read");
    expect(act_format(code, text, sizeof text) == 10 && strcmp(text, "0xC004F038") == 0,
           "a code is written");
    expect(act_scan(log, sizeof log - 1, &offset, ACT_SCAN_ALL, matches, 4) == 2,
           "codes are found");
    expect(matches[0].offset == 8 && matches[0].code == 0xC004F038 && matches[0].length == 10,
           "the first match");
    expect(matches[1].offset == 25 && matches[1].code == 0x80072AF9, "the second match");
    expect(act_scan(log, sizeof log - 1, &offset, ACT_SCAN_ALL, matches, 4) == 0, "no more");
}

static void use_events(void)
{
    expect(act_event_at(0) != 0 && act_event_at(1000000) == 0, "events are listed");
    expect(act_event_kind_of(NULL, 8198) == ACT_EVENT_FAULT, "an event that reports a failure");
    expect(act_event_kind_of("VSS", 8193) == ACT_EVENT_UNKNOWN, "an event of another source");
    expect(strcmp(act_event_kind_id(ACT_EVENT_NOISE), "noise") == 0, "a kind's identifier");
    expect(is_text(act_event_text(NULL, 8198, ACT_EVENT_MEANING, "en")), "an event's meaning");
}

static void use_cases(void)
{
    static const char log[] = "Error: 0xC004F042\n";
    static act_case one;
    act_origin origin = {.source = "Microsoft-Windows-Security-SPP", .computer = "pc", .event = 8198};
    act_finding finding;
    act_verdict verdict;
    expect(act_case_begin(&one, sizeof one) == 1, "a case begins");
    act_case_add(&one, &origin, log, sizeof log - 1, 0);
    expect(act_case_verdict(&one, 0, &verdict) == 1 && verdict.code == 0xC004F042, "its verdict");
    expect(strcmp(act_rule_id((act_rule)verdict.rule), "only") == 0, "the rule that chose it");
    expect(strcmp(act_dialect_id((act_dialect)verdict.dialect), "slmgr") == 0, "the tool");
    expect(act_case_finding(&one, 0, 0, &finding) == 1 && finding.event == 8198, "a finding");
    expect(act_case_host(&one, finding.host) == NULL, "no host was asked");
    expect(strcmp(act_case_computer(&one, 0), "pc") == 0, "the computer");
    expect(act_case_event(&one, 0) == 8198, "the event that the text names");
    expect(act_case_left_out(&one, ACT_LEFT_OUT_NO_ROOM) == 0, "nothing is left out");
}

static void use_documents(void)
{
    expect(is_text(act_document(0, ACT_DOCUMENT_LANGUAGE)), "a document's language");
    expect(act_document(0, ACT_DOCUMENT_TITLE) != NULL, "its title");
    expect(act_document(0, ACT_DOCUMENT_DATE) != NULL, "its date");
    expect(is_text(act_document(0, ACT_DOCUMENT_SOURCE)), "its file");
    expect(act_document(1000000, ACT_DOCUMENT_TITLE) == NULL, "none past the last");
}

int main(void)
{
    use_version();
    use_entries();
    use_commands();
    use_classification();
    use_text();
    use_events();
    use_cases();
    use_documents();
    puts(failures == 0 ? "consumer-1.0: as promised" : "consumer-1.0: promises are broken");
    return failures != 0;
}
