/*
 * libactdiag: what a Windows volume-activation error code means, where to fix it, and what to do.
 *
 * The library is one constant table and pure functions over it. It never allocates, never does I/O,
 * never reads the locale and keeps no state, so that for every function below this holds:
 *
 * - It may be called from any number of threads at once, from a signal handler, and after fork().
 * - It needs no initialisation and no clean-up.
 * - Strings are UTF-8, end with a NUL, and live, like entries, as long as the library is loaded.
 *   Nothing that is returned may be freed or written to.
 * - It cannot fail. The only misuse is NULL for an argument that does not allow it, which is
 *   undefined behaviour; where NULL is allowed, the function says so.
 *
 * Enumerators, bits, sizes and offsets never change their values within major version 1. A later
 * minor version may add enumerators: treat a value that you do not know as ..._UNKNOWN.
 */
#ifndef ACTDIAG_H
#define ACTDIAG_H

#include <stddef.h>
#include <stdint.h>

#if defined(_WIN32)
#define ACT_CALL __cdecl
#if defined(ACT_BUILDING_LIBRARY) && defined(DLL_EXPORT)
#define ACT_API __declspec(dllexport)
#elif defined(ACT_BUILDING_LIBRARY) || defined(ACT_STATIC)
#define ACT_API
#else
#define ACT_API __declspec(dllimport)
#endif
#else
#define ACT_CALL
#if defined(__GNUC__)
#define ACT_API __attribute__((visibility("default")))
#else
#define ACT_API
#endif
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Version --------------------------------------------------------------------------------- */

/** Version of this header: major, minor and patch level. The ABI changes with major ones only. */
#define ACT_VERSION_MAJOR 1
#define ACT_VERSION_MINOR 0
#define ACT_VERSION_PATCH 0

/**
 * Version of the library that is loaded, as text.
 *
 * @return "MAJOR.MINOR.PATCH" in decimal digits, such as "1.0.0".
 */
ACT_API const char *ACT_CALL act_version(void);

/**
 * Version of the library that is loaded, as a number that compares in the right order.
 *
 * @return major * 0x10000 + minor * 0x100 + patch; 0x00010000 is version 1.0.0.
 */
ACT_API uint32_t ACT_CALL act_version_number(void);

/* ---- Languages ------------------------------------------------------------------------------- */

/**
 * The language in which entries are answered.
 *
 * Every language argument is a BCP 47 tag or the name of a POSIX locale: "ja", "en-US",
 * "ja_JP.UTF-8", "zh_TW@stroke". Upper and lower case do not matter. The answer is in the first of
 * these that exists: the exact tag; the same language (for Chinese, TW, HK, MO and Hant are one,
 * CN, SG and Hans the other); English; the primary language, which is that of the first document.
 * NULL means the primary language.
 *
 * @param wanted  the language wanted; may be NULL.
 * @return the tag of a document's language, such as "ja"; never NULL.
 */
ACT_API const char *ACT_CALL act_language(const char *wanted);

/**
 * The language in which labels, advice and headings are answered. It is chosen by the same rule,
 * but can differ from act_language(): a build may have documents in a language without words in it.
 *
 * @param wanted  the language wanted, as for act_language(); may be NULL.
 * @return a tag such as "en"; never NULL; "" in a build without words.
 */
ACT_API const char *ACT_CALL act_words_language(const char *wanted);

/* ---- Entries: what the documents say of a code ----------------------------------------------- */

/** What the documents say of one code. Only pointers to it are handed out. */
typedef struct act_entry act_entry;

/** Activation types, a bit set. An entry has at least one of them. */
typedef enum act_type {
    ACT_TYPE_MAK = 1,        /**< multiple activation key */
    ACT_TYPE_KMS = 2,        /**< Key Management Service, without saying which side of it */
    ACT_TYPE_KMS_CLIENT = 4, /**< a computer that is activated by a KMS host */
    ACT_TYPE_KMS_HOST = 8,   /**< the computer that runs the Key Management Service */
    ACT_TYPE_AD = 16,        /**< Active Directory-based activation */
    ACT_TYPE_AVMA = 32,    /**< automatic virtual machine activation, by the virtualization host */
    ACT_TYPE_TOKEN = 64,   /**< token-based activation (certificates, smart cards) */
    ACT_TYPE_OEM = 128,    /**< activation by the manufacturer's marker in the firmware */
    ACT_TYPE_DIGITAL = 256 /**< digital license, retail key or Store license */
} act_type;

/** Every act_type bit of this version. */
#define ACT_TYPE_ALL UINT32_C(511)

/** The texts of an entry. */
typedef enum act_field {
    ACT_FIELD_MESSAGE = 0, /**< the error message as the documents give it */
    ACT_FIELD_CAUSE = 1,   /**< why the error occurs */
    ACT_FIELD_STEPS = 2    /**< what to do about it */
} act_field;

/**
 * Looks a code up in the documents.
 *
 * @param code  any 32-bit value.
 * @return the entry, or NULL if the documents do not describe this code (act_classify() answers
 *         for those too).
 */
ACT_API const act_entry *ACT_CALL act_lookup(uint32_t code);

/**
 * Called by act_foreach() for each entry.
 *
 * @param entry    the entry, never NULL.
 * @param context  the pointer that was given to act_foreach().
 * @return 0 to go on, any other value to stop.
 */
typedef int(ACT_CALL act_visitor)(const act_entry *entry, void *context);

/**
 * Visits every entry in document order.
 *
 * @param visit    called once for each entry; must not be NULL.
 * @param context  handed to each call of visit; may be NULL.
 * @return 0 after the last entry, or the first value other than 0 that visit returned.
 */
ACT_API int ACT_CALL act_foreach(act_visitor *visit, void *context);

/** Number of entries. */
ACT_API size_t ACT_CALL act_count(void);

/**
 * The same entries in the same order as act_foreach(), without a callback.
 *
 * @param index  counts from 0.
 * @return the entry, or NULL for an index of act_count() or more.
 */
ACT_API const act_entry *ACT_CALL act_entry_at(size_t index);

/**
 * Code of an entry.
 *
 * @param entry  as act_lookup(), act_entry_at() or act_foreach() gave it; not NULL.
 */
ACT_API uint32_t ACT_CALL act_entry_code(const act_entry *entry);

/**
 * Activation types for which an entry's error occurs.
 *
 * @param entry  as act_lookup(), act_entry_at() or act_foreach() gave it; not NULL.
 * @return a set of act_type bits, never empty.
 */
ACT_API uint32_t ACT_CALL act_entry_types(const act_entry *entry);

/**
 * A text of an entry: paragraphs separated by an empty line, list items numbered or with a dash,
 * commands indented by four blanks.
 *
 * An entry that lacks the language answers in the next one of act_language()'s order that it has.
 *
 * @param entry     as act_lookup(), act_entry_at() or act_foreach() gave it; not NULL.
 * @param field     which text.
 * @param language  the language wanted, as for act_language(); may be NULL.
 * @return the text, never NULL; "" for a field that does not exist.
 */
ACT_API const char *ACT_CALL act_entry_text(const act_entry *entry, act_field field,
                                            const char *language);

/**
 * The language in which act_entry_text() answers.
 *
 * @param entry     as act_lookup(), act_entry_at() or act_foreach() gave it; not NULL.
 * @param language  the language wanted, as for act_language(); may be NULL.
 * @return the tag of a document's language, such as "ja"; never NULL.
 */
ACT_API const char *ACT_CALL act_entry_language(const act_entry *entry, const char *language);

/* ---- Classification: an answer for every 32-bit code ----------------------------------------- */

/** Where the answer comes from; a greater value is better known. */
typedef enum act_known {
    ACT_KNOWN_NONE = 0,       /**< nothing is known of the code but its digits */
    ACT_KNOWN_STRUCTURAL = 1, /**< judged by the structure of its HRESULT alone */
    ACT_KNOWN_NAMED = 2,      /**< in the register of licensing codes, with a name or without */
    ACT_KNOWN_DOCUMENTED = 3  /**< described by the documents: act_lookup() finds it */
} act_known;

/** The kind of fault. */
typedef enum act_category {
    ACT_CATEGORY_UNKNOWN = 0,            /**< nothing tells the kind of fault */
    ACT_CATEGORY_PRODUCT_KEY = 1,        /**< wrong, missing or unsuitable product key */
    ACT_CATEGORY_KEY_BLOCKED = 2,        /**< the product key is blocked */
    ACT_CATEGORY_ACTIVATION_LIMIT = 3,   /**< no activations are left on the key */
    ACT_CATEGORY_GRACE_PERIOD = 4,       /**< a grace or validity period runs or has ended */
    ACT_CATEGORY_GENUINE = 5,            /**< Windows is not, or no longer, held to be genuine */
    ACT_CATEGORY_HARDWARE = 6,           /**< the hardware changed, or its marker is missing */
    ACT_CATEGORY_KMS_HOST = 7,           /**< the KMS host cannot or will not activate */
    ACT_CATEGORY_DNS = 8,                /**< names or SRV records are not found */
    ACT_CATEGORY_NETWORK = 9,            /**< a connection fails */
    ACT_CATEGORY_CLOCK = 10,             /**< system times differ too much */
    ACT_CATEGORY_PERMISSION = 11,        /**< rights are missing */
    ACT_CATEGORY_OFFLINE_DATA = 12,      /**< identifiers typed in for phone activation are wrong */
    ACT_CATEGORY_LICENSE_FILES = 13,     /**< license files or stores are missing or damaged */
    ACT_CATEGORY_TOKEN_ACTIVATION = 14,  /**< token-based activation (certificates, smart cards) */
    ACT_CATEGORY_ACTIVE_DIRECTORY = 15,  /**< Active Directory-based activation */
    ACT_CATEGORY_VIRTUALIZATION = 16,    /**< activation by a virtualization host */
    ACT_CATEGORY_DIGITAL_LICENSE = 17,   /**< digital license, Store license */
    ACT_CATEGORY_ACTIVATION_SERVER = 18, /**< Microsoft's activation servers refused or failed */
    ACT_CATEGORY_SERVICE = 19,           /**< the licensing service or a part of Windows under it */
    ACT_CATEGORY_STATUS = 20             /**< no fault: a success or information code */
} act_category;

/** Where to fix it. */
typedef enum act_side {
    ACT_SIDE_UNKNOWN = 0,   /**< not known */
    ACT_SIDE_NONE = 1,      /**< nowhere: there is no fault */
    ACT_SIDE_CLIENT = 2,    /**< the machine that is to be activated */
    ACT_SIDE_KMS_HOST = 3,  /**< the KMS host */
    ACT_SIDE_DNS = 4,       /**< the DNS servers and their records */
    ACT_SIDE_NETWORK = 5,   /**< connections, firewalls, proxies */
    ACT_SIDE_LICENSING = 6, /**< the licensing desk, and through it Microsoft */
    ACT_SIDE_DIRECTORY = 7  /**< Active Directory: its activation objects and domain controllers */
} act_side;

/** What a code reports in a case of several codes. */
typedef enum act_role {
    ACT_ROLE_UNKNOWN = 0,  /**< not known */
    ACT_ROLE_CAUSE = 1,    /**< the cause itself: this is the code to act on */
    ACT_ROLE_ENVELOPE = 2, /**< it wraps another failure: the code to act on is elsewhere */
    ACT_ROLE_STATE = 3     /**< it describes the state of the license, not a failure */
} act_role;

/** Bit of act_class.flags: waiting or repeating alone can cure the error. */
#define ACT_FLAG_RETRY UINT32_C(1)

/** All that is known of a code. 64 bytes on every platform. */
typedef struct act_class {
    uint32_t code;        /**< the code that was asked for */
    uint32_t known;       /**< an act_known */
    uint32_t category;    /**< an act_category */
    uint32_t types;       /**< act_type bits of the entry; 0 without one */
    uint32_t side;        /**< an act_side */
    uint32_t flags;       /**< ACT_FLAG_ bits */
    uint32_t severity;    /**< HRESULT severity: 0 success, 1 failure */
    uint32_t facility;    /**< HRESULT facility, 11 bits: 4 licensing interfaces, 7 Win32 */
    uint32_t status;      /**< HRESULT code, 16 bits: with facility 7 the Win32 error number */
    uint32_t role;        /**< an act_role */
    uint32_t subject;     /**< the code that the answer is about; mostly the same as code */
    uint32_t reserved[5]; /**< 0 */
} act_class;

/**
 * Classifies any code: the kind of fault, and where to fix it.
 *
 * @param code     any 32-bit value.
 * @param details  filled in completely; may be NULL.
 * @return the category, as in details->category.
 */
ACT_API act_category ACT_CALL act_classify(uint32_t code, act_class *details);

/**
 * Symbolic name of a code.
 *
 * @param code  any 32-bit value.
 * @return a name such as "SL_E_VL_BINDING_SERVICE_UNAVAILABLE", or NULL if none is known. Names
 *         come from the Win32 API metadata and from the headers of the Windows SDK.
 */
ACT_API const char *ACT_CALL act_name(uint32_t code);

/** The most characters that a symbolic name has, without its NUL. */
#define ACT_NAME_MAXIMUM 127

/**
 * The public page on a code, or on what it is about.
 *
 * @param code  any 32-bit value.
 * @return an address that begins with "https://" and has no language in it, so that each reader
 * gets the page in his own; NULL if none is known.
 */
ACT_API const char *ACT_CALL act_reference(uint32_t code);

/**
 * Every code that the documents or the register hold, in ascending order.
 *
 * @param index  counts from 0.
 * @param code   receives the code; not NULL; unchanged when 0 is returned.
 * @return 1, or 0 for an index past the last.
 */
ACT_API int ACT_CALL act_code_at(size_t index, uint32_t *code);

/** Identifier of an act_known: "none", "structural", "named", "documented"; NULL out of range. */
ACT_API const char *ACT_CALL act_known_id(act_known known);

/** Identifier of a category, such as "product-key" or "kms-host"; NULL out of range. */
ACT_API const char *ACT_CALL act_category_id(act_category category);

/** Identifier of a side, such as "client" or "dns"; NULL out of range. */
ACT_API const char *ACT_CALL act_side_id(act_side side);

/** Identifier of a role: "unknown", "cause", "envelope", "state"; NULL out of range. */
ACT_API const char *ACT_CALL act_role_id(act_role role);

/**
 * Identifier of one type bit: "mak", "kms", "kms-client", "kms-host", "ad", "avma", "token", "oem"
 * or "digital"; NULL for other sets.
 */
ACT_API const char *ACT_CALL act_type_id(act_type type);

/** The texts of a category. */
typedef enum act_category_field {
    ACT_CATEGORY_LABEL = 0, /**< a few words */
    ACT_CATEGORY_ADVICE = 1 /**< a paragraph: what to do in general */
} act_category_field;

/**
 * A text of a category, for codes that have no entry.
 *
 * @param category  which category.
 * @param field     which text.
 * @param language  the language wanted, as for act_words_language(); may be NULL.
 * @return the text; "" for a category or field out of range and where there is no advice.
 */
ACT_API const char *ACT_CALL act_category_text(act_category category, act_category_field field,
                                               const char *language);

/**
 * A side in words, such as "KMS host".
 *
 * @param side      which side.
 * @param language  the language wanted, as for act_words_language(); may be NULL.
 * @return the text; "" for a side out of range.
 */
ACT_API const char *ACT_CALL act_side_text(act_side side, const char *language);

/**
 * A role in words, such as "State of the license".
 *
 * @param role      which role.
 * @param language  the language wanted, as for act_words_language(); may be NULL.
 * @return the text; "" for a role out of range.
 */
ACT_API const char *ACT_CALL act_role_text(act_role role, const char *language);

/**
 * An activation type in words, such as "KMS client".
 *
 * @param type      exactly one bit.
 * @param language  the language wanted, as for act_words_language(); may be NULL.
 * @return the text; "" for anything but one known bit.
 */
ACT_API const char *ACT_CALL act_type_text(act_type type, const char *language);

/**
 * A word or a sentence of an answer, by its identifier: "heading.cause" is what to write above a
 * cause. Each label has one that is made of its kind and its own identifier, such as
 * "category.kms-host", "side.dns" and "type.mak"; that of a category's advice is
 * "category-advice.kms-host".
 *
 * @param id        the identifier; not NULL.
 * @param language  the language wanted, as for act_words_language(); may be NULL.
 * @return the text, in which "{0}", "{1}" and so on mark what the caller fills in; NULL if there is
 *         no such identifier.
 */
ACT_API const char *ACT_CALL act_word(const char *id, const char *language);

/**
 * Finds codes by words.
 *
 * All words must occur, each of them anywhere in the symbolic name, the message, the cause or the
 * category's label of a code, also inside a longer word. Upper and lower case are one in ASCII. A
 * code that is documented comes before one that is only named, and each of the two kinds ascends.
 *
 * @param words     words with blanks between them, in UTF-8; the ideographic space is one too. Need
 *                  not end with a NUL; may be NULL if length is 0.
 * @param length    bytes of words; without a word nothing is found.
 * @param language  whose texts are searched: those that act_entry_text() and act_category_text()
 *                  return for it; may be NULL.
 * @param codes     receives the first codes found; may be NULL if capacity is 0.
 * @param capacity  how many codes fit.
 * @return how many codes were found, of which those beyond capacity are not in codes.
 */
ACT_API size_t ACT_CALL act_find(const char *words, size_t length, const char *language,
                                 uint32_t *codes, size_t capacity);

/* ---- Commands -------------------------------------------------------------------------------- */

/** The tool for which commands are written. */
typedef enum act_dialect {
    ACT_DIALECT_SLMGR = 0,      /**< slmgr.vbs, at the command prompt; as the documents have them */
    ACT_DIALECT_POWERSHELL = 1, /**< PowerShell, by CIM */
    ACT_DIALECT_OSLICENSE = 2,  /**< Windows PowerShell with the module OSLicense */
    ACT_DIALECT_OFFICE = 3      /**< Office's ospp.vbs, at the command prompt */
} act_dialect;

/** A command of the catalogue, or of an entry's steps. Only pointers to it are handed out. */
typedef struct act_command act_command;

/** Bit of act_command_flags(): it needs an elevated shell. */
#define ACT_COMMAND_ELEVATED UINT32_C(1)

/** Bit of act_command_flags(): it changes something. */
#define ACT_COMMAND_CHANGES UINT32_C(2)

/** Bit of act_command_flags(): what it changes is hard to undo. */
#define ACT_COMMAND_HARD_TO_UNDO UINT32_C(4)

/** Bit of act_command_flags(): administrators' practice, at least in part, not documented. */
#define ACT_COMMAND_PRACTICE UINT32_C(8)

/** Bit of act_command_flags(): the text is a command of slmgr.vbs, whatever the dialect is. */
#define ACT_COMMAND_AS_SLMGR UINT32_C(16)

/** Bit of act_command_flags(): the dialect has no form of this command; that of slmgr stays. */
#define ACT_COMMAND_NO_FORM UINT32_C(32)

/** Bit of act_command_flags(): it is for Windows, and not to be run where Office is at fault. */
#define ACT_COMMAND_WINDOWS UINT32_C(64)

/** Bit of act_command_flags(): it is typed on the KMS host. */
#define ACT_COMMAND_ON_KMS_HOST UINT32_C(128)

/** Bit of act_command_flags(): it is typed by an administrator of the forest. */
#define ACT_COMMAND_ON_FOREST UINT32_C(256)

/** Bit of act_command_flags(): it is typed on the virtualization host. */
#define ACT_COMMAND_ON_VIRTUALIZATION_HOST UINT32_C(512)

/** Identifier of a dialect: "slmgr", "powershell", "oslicense", "office"; NULL out of range. */
ACT_API const char *ACT_CALL act_dialect_id(act_dialect dialect);

/**
 * What to do about an error, with the commands of a dialect, under snprintf()'s contract. Before
 * the steps comes what the dialect wants to be known, such as the folder of ospp.vbs; after them,
 * which commands are hard to undo, have no form in the dialect, or are practice that is not
 * documented. A command that is too long for its sentence follows below it.
 *
 * For the dialect slmgr it is act_entry_text() with ACT_FIELD_STEPS, and these notes. What is typed
 * on another computer, and the steps of an error of Windows alone, do not become Office's.
 *
 * @param entry     as act_lookup(), act_entry_at() or act_foreach() gave it; not NULL.
 * @param dialect   the tool for which commands are wanted.
 * @param language  the language wanted, as for act_language(); may be NULL.
 * @param buffer    receives at most size - 1 bytes and a NUL; may be NULL if size is 0.
 * @param size      bytes of buffer.
 * @return bytes of the whole text without its NUL, whatever size is; 0 for a dialect out of range.
 */
ACT_API size_t ACT_CALL act_entry_steps(const act_entry *entry, act_dialect dialect,
                                        const char *language, char *buffer, size_t size);

/**
 * The general advice of a category with the commands of a dialect, as act_entry_steps() gives
 * steps.
 *
 * @param category  which category.
 * @param dialect   the tool for which commands are wanted.
 * @param language  the language wanted, as for act_words_language(); may be NULL.
 * @param buffer    receives at most size - 1 bytes and a NUL; may be NULL if size is 0.
 * @param size      bytes of buffer.
 * @return bytes of the whole text without its NUL, whatever size is; 0 for a category or dialect
 *         out of range and where there is no advice.
 */
ACT_API size_t ACT_CALL act_category_advice(act_category category, act_dialect dialect,
                                            const char *language, char *buffer, size_t size);

/**
 * The commands of an entry's steps that the catalogue knows, in the order of the steps, with the
 * values that the steps give them.
 *
 * @param entry     as act_lookup(), act_entry_at() or act_foreach() gave it; not NULL.
 * @param language  the language wanted, as for act_language(); may be NULL.
 * @param index     counts from 0.
 * @return the command, or NULL for an index past the last.
 */
ACT_API const act_command *ACT_CALL act_entry_command(const act_entry *entry, const char *language,
                                                      size_t index);

/**
 * The catalogue: the commands that documents and advice use, and the options of slmgr.vbs and
 * ospp.vbs.
 *
 * @param index  counts from 0.
 * @return the command, or NULL for an index past the last.
 */
ACT_API const act_command *ACT_CALL act_command_at(size_t index);

/**
 * A command as it is typed.
 *
 * @param command  as act_command_at() or act_entry_command() gave it; not NULL.
 * @param dialect  the tool for which it is wanted.
 * @return the text, in which <name> stands for what the reader fills in; several commands that
 *         belong together are on lines of their own. A dialect without a form of its own gives
 *         that of slmgr; "" for a dialect out of range.
 */
ACT_API const char *ACT_CALL act_command_text(const act_command *command, act_dialect dialect);

/**
 * The nature of a command.
 *
 * @param command  as act_command_at() or act_entry_command() gave it; not NULL.
 * @param dialect  the tool for which it is wanted.
 * @return ACT_COMMAND_ bits; 0 for a dialect out of range.
 */
ACT_API uint32_t ACT_CALL act_command_flags(const act_command *command, act_dialect dialect);

/* ---- Codes in text --------------------------------------------------------------------------- */

/**
 * Reads one code in any notation that people and tools write.
 *
 * Accepted:
 *
 * - "0x", "0X", "0 x " or "&H" and 1 to 8 hex digits, also with the letter O for the zero of the
 *   prefix ("OxC004F074");
 * - exactly 8 hex digits without prefix;
 * - a decimal number from -2147483648 to 4294967295, where a sign means decimal;
 * - a prefixed or decimal number and C's suffixes (u, l, ul, ull in any case and order) or "&";
 * - a symbolic name in any case;
 * - all of these in full-width characters too (UTF-8).
 *
 * Around the code there may be blanks and pairs of parentheses, brackets (also 【】, 〔〕, 《》,
 * 〈〉), backticks, asterisks or quotation marks ("", '', “English”, „German“, «French»,
 * 「Japanese」, 『』); after it any of . , ; : ! ? 。 、; before it one word or two and "=" or ":"
 * ("hr=", "HRESULT: ", "Error Code: ", "エラー：").
 *
 * Anything else is refused: text with more words, a label that is itself another code, a code of
 * more than 256 characters. Nothing is guessed.
 *
 * @param text    need not end with a NUL; may be NULL if length is 0.
 * @param length  bytes of text.
 * @param code    receives the code; not NULL; unchanged when 0 is returned.
 * @return 1, or 0 if text is not a code.
 */
ACT_API int ACT_CALL act_parse(const char *text, size_t length, uint32_t *code);

/** The bytes that act_format() needs for any code, the NUL included. */
#define ACT_FORMAT_SIZE 11

/**
 * Writes a code as "0x" and 8 upper-case hex digits, under snprintf()'s contract.
 *
 * @param code    any 32-bit value.
 * @param buffer  receives at most size - 1 characters and a NUL; may be NULL if size is 0.
 * @param size    bytes of buffer; ACT_FORMAT_SIZE holds every code.
 * @return 10, the length of the whole, whatever size is.
 */
ACT_API size_t ACT_CALL act_format(uint32_t code, char *buffer, size_t size);

/** A code found in text. 16 bytes on every platform. */
typedef struct act_match {
    uint64_t offset; /**< where it begins, in bytes from the start of the buffer */
    uint32_t code;   /**< its value */
    uint32_t length; /**< bytes of it as written, prefix or sign included: 10, in UTF-16 20, for the
                          form with "0x"; 8 to 11, in UTF-16 16 to 22, for all others */
} act_match;

/** Flag of act_scan(): report every code with a prefix, not only documented or named ones. */
#define ACT_SCAN_ALL UINT32_C(1)

/** Flag of act_scan(): the text goes on after this buffer. */
#define ACT_SCAN_MORE UINT32_C(2)

/** Flag of act_scan(): find decimal numbers too, such as 3221549172 and -1073418124. */
#define ACT_SCAN_DECIMAL UINT32_C(4)

/** Flag of act_scan(): find 8 hex digits without a prefix too, such as C004F074. */
#define ACT_SCAN_BARE UINT32_C(8)

/** Flag of act_scan(): two bytes per character are UTF-16BE, not UTF-16LE. */
#define ACT_SCAN_UTF16BE UINT32_C(16)

/** Bytes before a place by which act_scan() judges what begins there: two characters of UTF-16. */
#define ACT_SCAN_CONTEXT 4

/**
 * The most bytes that are carried over to the next buffer under ACT_SCAN_MORE: ACT_SCAN_CONTEXT,
 * and all but the last byte of 15 characters of UTF-16, which decide on a code and what follows it.
 */
#define ACT_SCAN_TAIL 33

/**
 * Finds codes in text of any one-byte encoding, UTF-8 or UTF-16LE, even mixed and at odd offsets.
 * With ACT_SCAN_UTF16BE, text of two bytes per character is read as UTF-16BE instead, as where a
 * file begins with the bytes FE FF; what surrounds a code does not tell the two apart. A code is
 *
 * - "0x", "0X", "Ox" or "ox" (a letter O, read from a screen) and 8 hex digits. No decimal digit
 *   comes before it; a letter may. No hex digit follows, unless it begins a word: one to four
 *   letters from a to f, then one from g to z, as in "0xC004F009ERROR" where line ends were lost.
 * - with ACT_SCAN_DECIMAL, 10 decimal digits from 2147483648 to 4294967295, or a minus sign and 8
 *   to 10 digits down to -2147483648. Digits after a minus sign are never read without it.
 * - with ACT_SCAN_BARE, 8 hex digits.
 *
 * Beside the last two, on either side, there is no ASCII letter, digit or hyphen, nor a point that
 * has a digit on its other side: GUIDs, hashes, SIDs and version numbers hold no codes. These two
 * are found only where the code is documented or named; the first also where it is not, with
 * ACT_SCAN_ALL. Codes do not overlap: the first one counts.
 *
 * A large text is scanned with one buffer and several calls, until 0 is returned:
 *
 *     size_t offset = 0, count;
 *     while ((count = act_scan(text, length, &offset, 0, matches, capacity)) > 0)
 *         use(matches, count);
 *
 * A stream is scanned piece by piece with ACT_SCAN_MORE on all pieces but the last: call until 0 is
 * returned, move the bytes from offset - ACT_SCAN_CONTEXT (or from 0 where offset is less) to the
 * start of the buffer, set offset to the number of moved bytes that lay before it, and append the
 * next piece. At most ACT_SCAN_TAIL bytes are moved. Cut anywhere, a stream gives the matches of
 * the whole; what the bytes at hand decide is reported at once.
 *
 * @param text      any bytes; may be NULL if length is 0.
 * @param length    bytes of text.
 * @param offset    in: where to begin; what lies before it is left context and is not reported.
 *                  Out: where to go on. Not NULL.
 * @param flags     ACT_SCAN_ bits; unknown bits are ignored.
 * @param matches   receives the matches in ascending order of offset; may be NULL if capacity is 0.
 * @param capacity  how many matches fit.
 * @return number of matches written; 0 when there are no more. With a capacity of 0, or an offset
 *         at or past length, 0 is returned and offset does not change.
 */
ACT_API size_t ACT_CALL act_scan(const void *text, size_t length, size_t *offset, uint32_t flags,
                                 act_match *matches, size_t capacity);

/* ---- Events of the Windows event log about activation ---------------------------------------- */

/** What an event reports. */
typedef enum act_event_kind {
    ACT_EVENT_UNKNOWN = 0, /**< not an event of activation, or not known */
    ACT_EVENT_FAULT = 1,   /**< something failed */
    ACT_EVENT_LOOK = 2,    /**< worth a look together with others */
    ACT_EVENT_GOOD = 3,    /**< good news */
    ACT_EVENT_NOISE = 4    /**< nothing: it appears on healthy computers */
} act_event_kind;

/** The texts of an event. */
typedef enum act_event_field {
    ACT_EVENT_MEANING = 0, /**< what it means */
    ACT_EVENT_ADVICE = 1   /**< what to do, and which of its values matters */
} act_event_field;

/**
 * What an event reports.
 *
 * @param source  provider or source of the event, such as "Microsoft-Windows-Security-SPP": numbers
 *                mean something only with it. NULL stands for any of the licensing sources.
 * @param number  number of the event.
 * @return the kind; ACT_EVENT_UNKNOWN for another source and for a number that is not known.
 */
ACT_API act_event_kind ACT_CALL act_event_kind_of(const char *source, uint32_t number);

/** Identifier of an act_event_kind, such as "fault" or "noise"; NULL out of range. */
ACT_API const char *ACT_CALL act_event_kind_id(act_event_kind kind);

/**
 * A text about an event.
 *
 * @param source    as for act_event_kind_of(); may be NULL.
 * @param number    number of the event.
 * @param field     which text.
 * @param language  the language wanted, as for act_words_language(); may be NULL.
 * @return the text; NULL where act_event_kind_of() returns ACT_EVENT_UNKNOWN.
 */
ACT_API const char *ACT_CALL act_event_text(const char *source, uint32_t number,
                                            act_event_field field, const char *language);

/** Number of the index-th event of activation that is known, ascending; 0 past the last. */
ACT_API uint32_t ACT_CALL act_event_at(size_t index);

/* ---- Cases: from all text at hand to the code to act on -------------------------------------- */

/**
 * A case: what is known of all text that somebody has at hand for one failure.
 *
 * The caller owns it, on the stack or wherever it likes; its contents are the library's. 64 KiB on
 * every platform. It holds no pointer, so it may be copied. Several cases may be worked on at once;
 * one case belongs to one thread at a time.
 */
typedef struct act_case {
    uint64_t opaque[8192]; /**< only for the functions below */
} act_case;

/** A number of an act_finding that is not in the text. */
#define ACT_NOT_KNOWN UINT32_MAX

/**
 * Where a piece of text comes from, as far as that is known. Set what is not known to NULL or 0.
 * The strings are read during the call and not kept.
 */
typedef struct act_origin {
    const char *source;   /**< provider or source of an event, UTF-8 */
    const char *computer; /**< name of the computer, UTF-8; at most 63 bytes are told apart */
    const char *field;    /**< the field or property whose value the text is; for later use */
    int64_t time;         /**< milliseconds since 1970-01-01 00:00 UTC */
    uint32_t event;       /**< number of the event */
    uint32_t record;      /**< number of the record in its log */
    void *reserved[2];    /**< NULL */
} act_origin;

/** Bits of act_finding.flags. */
#define ACT_FINDING_REQUEST UINT32_C(1) /**< an event about a request to a KMS host carried it */
#define ACT_FINDING_OFFICE UINT32_C(2)  /**< it was seen in text about Office */
#define ACT_FINDING_SETTLED UINT32_C(4) /**< an activation succeeded afterwards */
#define ACT_FINDING_BARE UINT32_C(8)    /**< only eight decimal digits alone were seen */
#define ACT_FINDING_EVALUATION UINT32_C(16) /**< in text of an evaluation edition */

/** A code of a case. 96 bytes on every platform. */
typedef struct act_finding {
    uint64_t offset;      /**< of the first place, in bytes of all text that was added */
    uint64_t latest;      /**< of the latest place */
    uint64_t count;       /**< how often it was seen */
    int64_t time;         /**< of the latest place, milliseconds since 1970; 0 if not known */
    uint32_t code;        /**< the code */
    uint32_t role;        /**< an act_role */
    uint32_t event;       /**< number of the event at the latest place; 0 if not known */
    uint32_t record;      /**< number of that event's record; 0 if not known */
    uint32_t flags;       /**< ACT_FINDING_ bits */
    uint32_t computer;    /**< for the library's own use */
    uint32_t host;        /**< for act_case_host(): the KMS host that was asked */
    uint32_t current;     /**< computers that the KMS host had counted */
    uint32_t needed;      /**< computers that must ask before it activates any */
    uint32_t state;       /**< license state of the client: 0 unlicensed, 1 licensed, 2 to 6 */
    uint32_t minutes;     /**< until that state ends */
    uint32_t reserved[5]; /**< 0 */
} act_finding;

/** What decided which code of a case to act on. */
typedef enum act_rule {
    ACT_RULE_NONE = 0,       /**< there is nothing to act on */
    ACT_RULE_ONLY = 1,       /**< it is the only code */
    ACT_RULE_ROLE = 2,       /**< a cause comes before an envelope, an envelope before a state */
    ACT_RULE_REQUEST = 3,    /**< a request to a KMS host, or event 1015, carried it */
    ACT_RULE_DOCUMENTED = 4, /**< documented codes come before codes that are only named */
    ACT_RULE_LATEST = 5,     /**< it was the latest: codes with a time come before others */
    ACT_RULE_ACTIVATED = 6   /**< an activation succeeded afterwards: nothing to act on */
} act_rule;

/** The outcome for one computer of a case. 32 bytes on every platform. */
typedef struct act_verdict {
    uint32_t code;        /**< the code to act on; 0 where there is none */
    uint32_t rule;        /**< an act_rule */
    uint32_t dialect;     /**< an act_dialect: the tool that fits the text */
    uint32_t reserved[5]; /**< 0 */
} act_verdict;

/** Why a code of the text is not a finding. */
typedef enum act_left_out {
    ACT_LEFT_OUT_LICENSE_LIST = 0, /**< a list of event 1003: products without a key */
    ACT_LEFT_OUT_STATE = 1,  /**< events 1066 and 8230, the trace of 8200: states, no faults */
    ACT_LEFT_OUT_NO_KEY = 2, /**< 0xC004F014 where another product has a key */
    ACT_LEFT_OUT_NO_ROOM = 3 /**< more codes or computers than a case holds */
} act_left_out;

/**
 * Begins a case.
 *
 * @param c     receives an empty case; not NULL.
 * @param size  sizeof *c of the caller.
 * @return 1, or 0 if size is less than this library needs: c is then unchanged.
 */
ACT_API int ACT_CALL act_case_begin(act_case *c, size_t size);

/**
 * Adds a piece of text to a case. The case does not depend on where a text is cut into pieces.
 *
 * @param c       a case that was begun; not NULL.
 * @param origin  where the text comes from; NULL where nothing is known, and what is known is then
 *                read from the text. Only the first piece of a text gives it.
 * @param text    in any encoding that act_scan() reads; may be NULL if length is 0.
 * @param length  bytes of text.
 * @param flags   ACT_SCAN_MORE: the same text goes on in the next piece. ACT_SCAN_UTF16BE as for
 *                act_scan(), in the first piece. Other bits are ignored: every notation is found.
 */
ACT_API void ACT_CALL act_case_add(act_case *c, const act_origin *origin, const void *text,
                                   size_t length, uint32_t flags);

/**
 * Names of the computers that have findings. A case whose text names no computer has one, "".
 *
 * @param index  counts from 0.
 * @return the name, as long as the case is unchanged; NULL for an index past the last.
 */
ACT_API const char *ACT_CALL act_case_computer(const act_case *c, size_t index);

/**
 * The code of a computer's findings to act on. All text of the case must have been added.
 *
 * @param computer  index as for act_case_computer().
 * @param verdict   receives the outcome; not NULL; unchanged when 0 is returned.
 * @return 1, or 0 for an index past the last computer.
 */
ACT_API int ACT_CALL act_case_verdict(const act_case *c, size_t computer, act_verdict *verdict);

/**
 * A computer's findings, those first that are acted on first.
 *
 * @param computer  index as for act_case_computer().
 * @param index     counts from 0.
 * @param finding   receives the finding; not NULL; unchanged when 0 is returned.
 * @return 1, or 0 for an index past the last finding or computer.
 */
ACT_API int ACT_CALL act_case_finding(const act_case *c, size_t computer, size_t index,
                                      act_finding *finding);

/** Name and port of a KMS host that was asked, act_finding.host; NULL past the last. */
ACT_API const char *ACT_CALL act_case_host(const act_case *c, size_t index);

/** Number of the index-th event of activation that the text names; 0 past the last. */
ACT_API uint32_t ACT_CALL act_case_event(const act_case *c, size_t index);

/** How many codes of the text are not findings for this reason. */
ACT_API uint64_t ACT_CALL act_case_left_out(const act_case *c, act_left_out reason);

/** Identifier of a rule, such as "only" or "role"; NULL out of range. */
ACT_API const char *ACT_CALL act_rule_id(act_rule rule);

/* ---- Documents ------------------------------------------------------------------------------- */

/** What is known of a document that was compiled in. */
typedef enum act_document_field {
    ACT_DOCUMENT_LANGUAGE = 0, /**< its language tag, such as "ja" */
    ACT_DOCUMENT_TITLE = 1,    /**< its title */
    ACT_DOCUMENT_DATE = 2,     /**< its date, YYYY-MM-DD */
    ACT_DOCUMENT_SOURCE = 3    /**< the name of its file, without folders */
} act_document_field;

/**
 * Describes the documents from which the table was made, in build order; the first one's language
 * is the primary language.
 *
 * @param index  counts from 0.
 * @param field  which of its texts.
 * @return the text; "" if the document does not have it or the field does not exist; NULL for an
 *         index past the last document.
 */
ACT_API const char *ACT_CALL act_document(size_t index, act_document_field field);

#ifdef __cplusplus
}
#endif

#endif
