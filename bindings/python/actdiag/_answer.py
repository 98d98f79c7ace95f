"""Lays an answer out as the command does."""

import unicodedata
from typing import Dict, List, Optional

from ._codes import hexadecimal, name
from ._language import choose
from ._table import classify, lookup
from ._values import Classification
from ._vocabulary import Known

_GAP = 3
_WIN32 = 0x8007  # severity and facility of a Win32 error's HRESULT

_ENGLISH = {
    "category": "Kind of fault",
    "side": "Who must act",
    "types": "Activation types",
    "retry": "Retry",
    "cause": "Cause",
    "steps": "What to do",
    "advice": "General advice",
    "separator": ", ",
    "may help": "waiting or trying again may be enough",
    "windows error": "Windows error",
    Known.NONE.value: "Nothing is known of this code.",
    Known.STRUCTURAL.value: "Neither the documents nor the register of codes have this code. "
    "What follows is judged by its digits alone.",
    Known.NAMED.value: "The documents do not describe this code.",
}

_JAPANESE = {
    "category": "障害の種類",
    "side": "対処する担当",
    "types": "ライセンス認証の種類",
    "retry": "再試行",
    "cause": "原因",
    "steps": "手順",
    "advice": "一般的な対処",
    "separator": "、",
    "may help": "時間をおいて再試行するだけで解消することがあります",
    "windows error": "Windows エラー番号",
    Known.NONE.value: "このコードについては何も分かっていません。",
    Known.STRUCTURAL.value: "このコードは文書にもコードの一覧にもありません。以下は、コードの数値だけから"
    "判断したものです。",
    Known.NAMED.value: "このコードの説明は文書にありません。",
}


def answer(code: int, language: Optional[str] = None) -> str:
    """Everything that is known of a code, without a line end after the last line."""
    entry, details, symbol = lookup(code), classify(code), name(code)
    answered = entry.language(language) if entry else choose(language).decode()
    words = _JAPANESE if answered.split("-")[0].split("_")[0].lower() == "ja" else _ENGLISH
    title = f"{hexadecimal(code)}  {symbol}" if symbol else hexadecimal(code)
    message = entry.message(language) if entry else words[details.known.value]
    parts = [title + "\n" + _indented(message)]
    if details.known is not Known.NONE:
        parts.append(_facts(details, language, words))
    if entry:
        parts.append(_section(words["cause"], entry.cause(language)))
        parts.append(_section(words["steps"], entry.steps(language)))
    else:
        parts.append(_section(words["advice"], details.advice(language)))
    return "\n\n".join(part for part in parts if part)


def _facts(details: Classification, language: Optional[str], words: Dict[str, str]) -> str:
    is_windows_error = details.code >> 16 == _WIN32 and details.known is not Known.DOCUMENTED
    facts = [
        (words["category"], details.category.label(language)),
        (words["side"], details.side.label(language)),
        (words["types"], words["separator"].join(details.types.labels(language))),
        (words["retry"], words["may help"] if details.retry else ""),
        (words["windows error"], str(details.status) if is_windows_error else ""),
    ]
    column = _columns(words["types"]) + _GAP
    lines: List[str] = []
    for label, value in facts:
        if value:
            lines.append(f"{label}:" + " " * (column - _columns(label) - 1) + value)
    return "\n".join(lines)


def _section(heading: str, text: str) -> str:
    return f"{heading}\n{_indented(text)}" if text else ""


def _indented(text: str) -> str:
    return "\n".join("  " + line if line else "" for line in text.split("\n"))


def _columns(text: str) -> int:
    """Columns of a terminal that the text takes: characters of East Asia take two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
