/* Reads sentences of slmgr.vbs about an activation that succeeded, in scripts other than Latin. */
#include <string.h>

#include "case_state.h"

enum { BLOCK = 1024, SENTENCE_MAXIMUM = 32 };

/*
 * As public scripts compare the output of slmgr.vbs with them (zh-CN, zh-TW, ru), and as
 * Microsoft's page on the activation of virtual machines in Azure has them (ja).
 */
static const uint_least16_t sentences[][SENTENCE_MAXIMUM] = {
    u"成功地激活了产品",
    u"產品已成功啟用",
    u"已成功啟用產品",
    u"Активация выполнена успешно",
    u"製品は正常にライセンス認証されました",
};

/* Writes a character in UTF-8 or UTF-16; returns the bytes. */
static size_t encode(uint_least16_t character, enum act_width width, unsigned char bytes[3])
{
    unsigned char high = (unsigned char)(character >> 8), low = (unsigned char)character;
    if (width != ACT_WIDTH_ONE) {
        bytes[0] = width == ACT_WIDTH_BIG ? high : low;
        bytes[1] = width == ACT_WIDTH_BIG ? low : high;
        return 2;
    }
    if (character < 0x80) {
        bytes[0] = low;
        return 1;
    }
    if (character < 0x800) {
        bytes[0] = (unsigned char)(0xC0 | character >> 6);
        bytes[1] = (unsigned char)(0x80 | (character & 0x3F));
        return 2;
    }
    bytes[0] = (unsigned char)(0xE0 | character >> 12);
    bytes[1] = (unsigned char)(0x80 | (character >> 6 & 0x3F));
    bytes[2] = (unsigned char)(0x80 | (character & 0x3F));
    return 3;
}

static bool is_sentence(const struct case_state *state, size_t at, const uint_least16_t *sentence,
                        enum act_width width)
{
    for (; *sentence != 0; sentence++) {
        unsigned char bytes[3];
        size_t count = encode(*sentence, width, bytes);
        if (at + count > state->fill || memcmp(state->text + at, bytes, count) != 0)
            return false;
        at += count;
    }
    return true;
}

static void read_at(struct case_state *state, size_t at, enum act_width width)
{
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        if (!is_sentence(state, at, sentences[i], width))
            continue;
        struct act_window window;
        act_window_around(&window, state->text, state->fill, at, 0, width);
        window.offset = state->text_offset + at;
        act_case_read_success(state, &window, at);
    }
}

/* Bytes that are not ASCII, or 4, as in Cyrillic letters of UTF-16. */
static inline bool has_foreign(const char *text, size_t length)
{
    enum { CYRILLIC = 4, HIGH_BIT = 0x80 };
    unsigned char any = 0;
    for (size_t i = 0; i < length; i++)
        any |= (unsigned char)text[i] | (unsigned char)(text[i] == CYRILLIC ? HIGH_BIT : 0);
    return (any & HIGH_BIT) != 0;
}

/* Whether a block may have such a sentence; by vectors where its length is known. */
static bool is_foreign(const char *text, size_t length)
{
    return length == BLOCK ? has_foreign(text, BLOCK) : has_foreign(text, length);
}

/* Whether a byte is the first of a sentence in UTF-8, UTF-16LE or UTF-16BE. */
static bool may_begin(char byte)
{
    static const char first[] = "\xE6\xE7\xE5\xD0\xE8"
                                "\x10\x22\xF2\xFD"
                                "\x62\x75\x5D\x04\x88";
    return act_is_one_of(byte, first);
}

void act_case_read_foreign_successes(struct case_state *state, size_t from, size_t to)
{
    for (size_t block = from; block < to; block += BLOCK) {
        size_t end = to - block < BLOCK ? to : block + BLOCK;
        if (!is_foreign(state->text + block, end - block))
            continue;
        for (size_t i = block; i < end; i++)
            if (may_begin(state->text[i])) {
                read_at(state, i, ACT_WIDTH_ONE);
                read_at(state, i,
                        state->flags & ACT_SCAN_UTF16BE ? ACT_WIDTH_BIG : ACT_WIDTH_LITTLE);
            }
    }
}
