/* Reads activation types out of words. */
#include "documents/types.h"

#include <stdbool.h>
#include <string.h>

#include "documents/lexicon.h"
#include "output/model.h"
#include "input/utf8.h"

/* Mentions in a cell, by word_kind. */
struct mentions {
    unsigned count[WORD_JOINING + 1];
};

static size_t append_character(char *text, uint32_t character)
{
    if (character < 0x80) {
        text[0] = (char)character;
        return 1;
    }
    if (character < 0x800) {
        text[0] = (char)(0xC0 | character >> 6);
        text[1] = (char)(0x80 | (character & 0x3F));
        return 2;
    }
    return 0;
}

/* Lower case, a blank for each run of blanks, an ASCII apostrophe. Never longer than text. */
static char *fold(const char *text, struct arena *arena)
{
    char *folded = arena_allocate(arena, strlen(text) + 1, 1), *end = folded;
    while (*text != '\0') {
        size_t length = utf8_length(text, UTF8_LONGEST);
        uint32_t character = utf8_decode(text);
        if (character <= ' ') {
            if (end > folded && end[-1] != ' ')
                *end++ = ' ';
        } else if (character == 0x2019) {
            *end++ = '\'';
        } else {
            size_t written = append_character(end, utf8_fold(character));
            if (written == 0)
                memcpy(end, text, written = length);
            end += written;
        }
        text += length;
    }
    return folded;
}

/* Letters of alphabets that put blanks between words; ideographs and kana do not. */
static bool is_alphabetic(const char *text)
{
    uint32_t character = utf8_decode(text);
    return (character >= 'a' && character <= 'z') || (character >= 0xC0 && character < 0x500) ||
           (character >= '0' && character <= '9');
}

/* Words for client and host are stems: "clientes", "Hostcomputer", "узлы". */
static bool is_stem(const struct word *word)
{
    return word->kind == WORD_CLIENT || word->kind == WORD_HOST;
}

static size_t alphabetic_length(const char *text)
{
    size_t length = 0;
    while (text[length] != '\0' && is_alphabetic(text + length))
        length += utf8_length(text + length, UTF8_LONGEST);
    return length;
}

/* The longest word of the lexicon that text begins with; in an alphabet it must end there. */
static const struct word *find_word(const char *text, size_t *length)
{
    const struct word *found = NULL;
    *length = 0;
    for (size_t i = 0; i < lexicon_length; i++) {
        if (*lexicon[i].text != *text)
            continue;
        size_t candidate = strlen(lexicon[i].text);
        if (candidate <= *length || strncmp(text, lexicon[i].text, candidate) != 0)
            continue;
        size_t rest = is_alphabetic(text) ? alphabetic_length(text + candidate) : 0;
        if (rest > 0 && !is_stem(&lexicon[i]))
            continue;
        found = &lexicon[i];
        *length = candidate;
    }
    if (found && is_stem(found))
        *length += is_alphabetic(text) ? alphabetic_length(text + *length) : 0;
    return found;
}

static size_t bracket_length(const char *text, const char *narrow, const char *wide)
{
    if (strncmp(text, narrow, strlen(narrow)) == 0)
        return strlen(narrow);
    return strncmp(text, wide, strlen(wide)) == 0 ? strlen(wide) : 0;
}

/* A name in brackets after another one repeats it: "Key Management Service (KMS)". */
static size_t skip_repetition(const char *text, enum word_kind kind)
{
    if (kind != WORD_MAK && kind != WORD_KMS)
        return 0;
    const char *inside = text + strspn(text, " ");
    size_t opening = bracket_length(inside, "(", "（"), length;
    if (opening == 0)
        return 0;
    inside += opening;
    const struct word *word = find_word(inside, &length);
    if (!word || word->kind != kind)
        return 0;
    inside += length;
    size_t closing = bracket_length(inside, ")", "）");
    return closing > 0 ? (size_t)(inside + closing - text) : 0;
}

/* Bytes of a word that the lexicon lacks; 0 for a blank or a sign. */
static size_t unknown_word_length(const char *text)
{
    uint32_t character = utf8_decode(text);
    if (is_alphabetic(text))
        return alphabetic_length(text);
    return character >= 0x3041 && character < 0xFF00 ? utf8_length(text, UTF8_LONGEST) : 0;
}

static struct mentions count_mentions(const char *text, struct arena *arena, const char **leftover)
{
    struct mentions mentions = {{0}};
    *leftover = NULL;
    while (*text != '\0') {
        size_t length;
        const struct word *word = find_word(text, &length);
        if (word) {
            mentions.count[word->kind]++;
            text += length;
            text += skip_repetition(text, word->kind);
            continue;
        }
        length = unknown_word_length(text);
        if (length > 0 && !*leftover)
            *leftover = arena_copy(arena, text, length);
        text += length > 0 ? length : utf8_length(text, UTF8_LONGEST);
    }
    return mentions;
}

/* The types that one mention is enough for. */
static const struct {
    enum word_kind kind;
    act_type type;
} named[] = {{WORD_MAK, ACT_TYPE_MAK},       {WORD_CLIENT, ACT_TYPE_KMS_CLIENT},
             {WORD_HOST, ACT_TYPE_KMS_HOST}, {WORD_AD, ACT_TYPE_AD},
             {WORD_AVMA, ACT_TYPE_AVMA},     {WORD_TOKEN, ACT_TYPE_TOKEN},
             {WORD_OEM, ACT_TYPE_OEM},       {WORD_DIGITAL, ACT_TYPE_DIGITAL}};

uint32_t types_read(const char *text, struct arena *arena, const char **leftover)
{
    struct mentions mentions = count_mentions(fold(text, arena), arena, leftover);
    const unsigned *count = mentions.count;
    uint32_t types = 0;
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (count[named[i].kind] > 0)
            types |= named[i].type;
    if (count[WORD_KMS] > count[WORD_CLIENT] + count[WORD_HOST])
        types |= ACT_TYPE_KMS;
    return types;
}
