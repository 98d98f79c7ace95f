/*
 * Every number of actdiag.h, written out once more: within major version 1 they never change. Each
 * compiler for each target must agree, as C and as C++; nothing is run.
 */
#include "actdiag.h"

#ifdef __cplusplus
#define PIN(name, value) static_assert((name) == (value), #name " has changed")
#define ALIGNMENT(type) alignof(type)
#else
#define PIN(name, value) _Static_assert((name) == (value), #name " has changed")
#define ALIGNMENT(type) _Alignof(type)
#endif

PIN(ACT_VERSION_MAJOR, 1);

PIN(ACT_TYPE_MAK, 1);
PIN(ACT_TYPE_KMS, 2);
PIN(ACT_TYPE_KMS_CLIENT, 4);
PIN(ACT_TYPE_KMS_HOST, 8);
PIN(ACT_TYPE_AD, 16);
PIN(ACT_TYPE_AVMA, 32);
PIN(ACT_TYPE_TOKEN, 64);
PIN(ACT_TYPE_OEM, 128);
PIN(ACT_TYPE_DIGITAL, 256);
PIN(ACT_TYPE_ALL, 511);

PIN(ACT_FIELD_MESSAGE, 0);
PIN(ACT_FIELD_CAUSE, 1);
PIN(ACT_FIELD_STEPS, 2);

PIN(ACT_DIALECT_SLMGR, 0);
PIN(ACT_DIALECT_POWERSHELL, 1);
PIN(ACT_DIALECT_OSLICENSE, 2);
PIN(ACT_DIALECT_OFFICE, 3);

PIN(ACT_COMMAND_ELEVATED, 1);
PIN(ACT_COMMAND_CHANGES, 2);
PIN(ACT_COMMAND_HARD_TO_UNDO, 4);
PIN(ACT_COMMAND_PRACTICE, 8);
PIN(ACT_COMMAND_AS_SLMGR, 16);
PIN(ACT_COMMAND_NO_FORM, 32);
PIN(ACT_COMMAND_WINDOWS, 64);
PIN(ACT_COMMAND_ON_KMS_HOST, 128);
PIN(ACT_COMMAND_ON_FOREST, 256);
PIN(ACT_COMMAND_ON_VIRTUALIZATION_HOST, 512);

PIN(ACT_KNOWN_NONE, 0);
PIN(ACT_KNOWN_STRUCTURAL, 1);
PIN(ACT_KNOWN_NAMED, 2);
PIN(ACT_KNOWN_DOCUMENTED, 3);

PIN(ACT_CATEGORY_UNKNOWN, 0);
PIN(ACT_CATEGORY_PRODUCT_KEY, 1);
PIN(ACT_CATEGORY_KEY_BLOCKED, 2);
PIN(ACT_CATEGORY_ACTIVATION_LIMIT, 3);
PIN(ACT_CATEGORY_GRACE_PERIOD, 4);
PIN(ACT_CATEGORY_GENUINE, 5);
PIN(ACT_CATEGORY_HARDWARE, 6);
PIN(ACT_CATEGORY_KMS_HOST, 7);
PIN(ACT_CATEGORY_DNS, 8);
PIN(ACT_CATEGORY_NETWORK, 9);
PIN(ACT_CATEGORY_CLOCK, 10);
PIN(ACT_CATEGORY_PERMISSION, 11);
PIN(ACT_CATEGORY_OFFLINE_DATA, 12);
PIN(ACT_CATEGORY_LICENSE_FILES, 13);
PIN(ACT_CATEGORY_TOKEN_ACTIVATION, 14);
PIN(ACT_CATEGORY_ACTIVE_DIRECTORY, 15);
PIN(ACT_CATEGORY_VIRTUALIZATION, 16);
PIN(ACT_CATEGORY_DIGITAL_LICENSE, 17);
PIN(ACT_CATEGORY_ACTIVATION_SERVER, 18);
PIN(ACT_CATEGORY_SERVICE, 19);
PIN(ACT_CATEGORY_STATUS, 20);

PIN(ACT_SIDE_UNKNOWN, 0);
PIN(ACT_SIDE_NONE, 1);
PIN(ACT_SIDE_CLIENT, 2);
PIN(ACT_SIDE_KMS_HOST, 3);
PIN(ACT_SIDE_DNS, 4);
PIN(ACT_SIDE_NETWORK, 5);
PIN(ACT_SIDE_LICENSING, 6);
PIN(ACT_SIDE_DIRECTORY, 7);

PIN(ACT_ROLE_UNKNOWN, 0);
PIN(ACT_ROLE_CAUSE, 1);
PIN(ACT_ROLE_ENVELOPE, 2);
PIN(ACT_ROLE_STATE, 3);

PIN(ACT_NAME_MAXIMUM, 127);
PIN(ACT_FORMAT_SIZE, 11);

PIN(ACT_FLAG_RETRY, 1);

PIN(ACT_CATEGORY_LABEL, 0);
PIN(ACT_CATEGORY_ADVICE, 1);

PIN(ACT_SCAN_ALL, 1);
PIN(ACT_SCAN_MORE, 2);
PIN(ACT_SCAN_DECIMAL, 4);
PIN(ACT_SCAN_BARE, 8);
PIN(ACT_SCAN_UTF16BE, 16);
PIN(ACT_SCAN_CONTEXT, 4);
PIN(ACT_SCAN_TAIL, 33);

PIN(ACT_EVENT_UNKNOWN, 0);
PIN(ACT_EVENT_FAULT, 1);
PIN(ACT_EVENT_LOOK, 2);
PIN(ACT_EVENT_GOOD, 3);
PIN(ACT_EVENT_NOISE, 4);

PIN(ACT_EVENT_MEANING, 0);
PIN(ACT_EVENT_ADVICE, 1);

PIN(ACT_RULE_NONE, 0);
PIN(ACT_RULE_ONLY, 1);
PIN(ACT_RULE_ROLE, 2);
PIN(ACT_RULE_REQUEST, 3);
PIN(ACT_RULE_DOCUMENTED, 4);
PIN(ACT_RULE_LATEST, 5);
PIN(ACT_RULE_ACTIVATED, 6);

PIN(ACT_LEFT_OUT_LICENSE_LIST, 0);
PIN(ACT_LEFT_OUT_STATE, 1);
PIN(ACT_LEFT_OUT_NO_KEY, 2);
PIN(ACT_LEFT_OUT_NO_ROOM, 3);

PIN(ACT_NOT_KNOWN, 4294967295);
PIN(ACT_FINDING_REQUEST, 1);
PIN(ACT_FINDING_OFFICE, 2);
PIN(ACT_FINDING_SETTLED, 4);
PIN(ACT_FINDING_BARE, 8);
PIN(ACT_FINDING_EVALUATION, 16);

PIN(ACT_DOCUMENT_LANGUAGE, 0);
PIN(ACT_DOCUMENT_TITLE, 1);
PIN(ACT_DOCUMENT_DATE, 2);
PIN(ACT_DOCUMENT_SOURCE, 3);

PIN(sizeof(act_class), 64);
PIN(offsetof(act_class, code), 0);
PIN(offsetof(act_class, known), 4);
PIN(offsetof(act_class, category), 8);
PIN(offsetof(act_class, types), 12);
PIN(offsetof(act_class, side), 16);
PIN(offsetof(act_class, flags), 20);
PIN(offsetof(act_class, severity), 24);
PIN(offsetof(act_class, facility), 28);
PIN(offsetof(act_class, status), 32);
PIN(offsetof(act_class, role), 36);
PIN(offsetof(act_class, subject), 40);
PIN(offsetof(act_class, reserved), 44);

PIN(sizeof(act_match), 16);
PIN(offsetof(act_match, offset), 0);
PIN(offsetof(act_match, code), 8);
PIN(offsetof(act_match, length), 12);

PIN(sizeof(act_case), 65536);
PIN(offsetof(act_case, opaque), 0);

PIN(sizeof(act_finding), 96);
PIN(offsetof(act_finding, offset), 0);
PIN(offsetof(act_finding, latest), 8);
PIN(offsetof(act_finding, count), 16);
PIN(offsetof(act_finding, time), 24);
PIN(offsetof(act_finding, code), 32);
PIN(offsetof(act_finding, role), 36);
PIN(offsetof(act_finding, event), 40);
PIN(offsetof(act_finding, record), 44);
PIN(offsetof(act_finding, flags), 48);
PIN(offsetof(act_finding, computer), 52);
PIN(offsetof(act_finding, host), 56);
PIN(offsetof(act_finding, current), 60);
PIN(offsetof(act_finding, needed), 64);
PIN(offsetof(act_finding, state), 68);
PIN(offsetof(act_finding, minutes), 72);
PIN(offsetof(act_finding, reserved), 76);

PIN(sizeof(act_verdict), 32);
PIN(offsetof(act_verdict, code), 0);
PIN(offsetof(act_verdict, rule), 4);
PIN(offsetof(act_verdict, dialect), 8);
PIN(offsetof(act_verdict, reserved), 12);

/* Pointers make act_origin as large as the target's are. */
PIN(offsetof(act_origin, source), 0);
PIN(offsetof(act_origin, computer), sizeof(void *));
PIN(offsetof(act_origin, field), 2 * sizeof(void *));
PIN(offsetof(act_origin, time) % 8, sizeof(void *) == 4 ? offsetof(act_origin, time) % 8 : 0);
PIN(offsetof(act_origin, event), offsetof(act_origin, time) + 8);
PIN(offsetof(act_origin, record), offsetof(act_origin, time) + 12);
PIN(offsetof(act_origin, reserved), offsetof(act_origin, time) + 16);

/* Enumerations travel as int. */
PIN(sizeof(act_category), 4);
PIN(sizeof(act_type), 4);
PIN(sizeof(act_field), 4);
PIN(sizeof(act_known), 4);
PIN(sizeof(act_side), 4);
PIN(sizeof(act_role), 4);
PIN(sizeof(act_category_field), 4);
PIN(sizeof(act_document_field), 4);
PIN(ALIGNMENT(act_class), 4);
PIN(sizeof(((act_class *)0)->reserved), 20);
PIN(sizeof(((act_match *)0)->offset), 8);
