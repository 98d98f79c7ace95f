/* The command's own words. */
#include "printing/headings.h"

#include "platform/locale_language.h"

static const struct headings english = {
    .category = "Kind of fault",
    .side = "Who must act",
    .types = "Activation types",
    .retry = "Retry",
    .cause = "Cause",
    .steps = "What to do",
    .advice = "General advice",
    .separator = ", ",
    .may_help = "waiting or trying again may be enough",
    .windows_error = "Windows error",
    .without_entry =
        {
            [ACT_KNOWN_NONE] = "Nothing is known of this code.",
            [ACT_KNOWN_STRUCTURAL] = "Neither the documents nor the register of codes have this "
                                     "code. What follows is judged by its digits alone.",
            [ACT_KNOWN_NAMED] = "The documents do not describe this code.",
        },
};

static const struct headings japanese = {
    .category = "障害の種類",
    .side = "対処する担当",
    .types = "ライセンス認証の種類",
    .retry = "再試行",
    .cause = "原因",
    .steps = "手順",
    .advice = "一般的な対処",
    .separator = "、",
    .may_help = "時間をおいて再試行するだけで解消することがあります",
    .windows_error = "Windows エラー番号",
    .without_entry =
        {
            [ACT_KNOWN_NONE] = "このコードについては何も分かっていません。",
            [ACT_KNOWN_STRUCTURAL] =
                "このコードは文書にもコードの一覧にもありません。以下は、コード"
                "の数値だけから判断したものです。",
            [ACT_KNOWN_NAMED] = "このコードの説明は文書にありません。",
        },
};

const struct headings *headings_in(const char *language)
{
    return language_is(language, "ja") ? &japanese : &english;
}
