/* The command's own words. */
#include "headings.h"

#include "language.h"

static const struct headings english = {
    .message = "Message",
    .category = "Kind of fault",
    .side = "Who must act",
    .types = "Activation types",
    .retry = "Retry",
    .cause = "Cause",
    .steps = "What to do",
    .advice = "General advice",
    .separator = ", ",
    .may_help = "waiting or trying again may be enough",
    .undocumented = "The documents do not describe this code.",
    .unknown = "Nothing is known of this code.",
};

static const struct headings japanese = {
    .message = "メッセージ",
    .category = "障害の種類",
    .side = "対処する担当",
    .types = "ライセンス認証の種類",
    .retry = "再試行",
    .cause = "原因",
    .steps = "手順",
    .advice = "一般的な対処",
    .separator = "、",
    .may_help = "時間をおいて再試行するだけで解消することがあります",
    .undocumented = "このコードの説明は文書にありません。",
    .unknown = "このコードについては何も分かっていません。",
};

const struct headings *headings_in(const char *language)
{
    return language_is(language, "ja") ? &japanese : &english;
}
