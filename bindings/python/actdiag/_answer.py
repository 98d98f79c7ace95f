"""Lays an answer out as the command does."""

import ctypes
import functools
import unicodedata
from typing import List, Optional

from . import _native
from ._codes import hexadecimal, name
from ._language import choose
from ._vocabulary import Known, known_of, types_of

_GAP = 3
_WIN32 = 0x8007  # severity and facility of a Win32 error's HRESULT
_MESSAGE, _CAUSE, _STEPS = 0, 1, 2
_LABEL, _ADVICE = 0, 1


def answer(code: int, language: Optional[str] = None) -> str:
    """Everything that is known of a code, without a line end after the last line."""
    tag = choose(language)
    details = _native.ClassBuffer()
    _native.act_classify(code, details)
    known, symbol = known_of(details[1]), name(code)
    entry = _native.act_lookup(code)
    if entry is None:
        message = _word("heading.known-" + known.value, tag)
        advice = _native.act_category_text(details[2], _ADVICE, tag).decode()
        sections = [_section("heading.advice", advice, tag)]
    else:
        # Where an entry lacks the language, all of the answer is in the one that it has.
        tag = _native.act_entry_language(entry, tag)
        message, cause, steps = (
            _native.act_entry_text(entry, field, tag).decode()
            for field in (_MESSAGE, _CAUSE, _STEPS)
        )
        sections = [_section("heading.cause", cause, tag), _section("heading.steps", steps, tag)]
    title = f"{hexadecimal(code)}  {symbol}" if symbol else hexadecimal(code)
    facts = _facts(details, tag) if known is not Known.NONE else ""
    parts = [title + "\n" + _indented(message), facts, *sections]
    return "\n\n".join(part for part in parts if part)


def _facts(details: "ctypes.Array[ctypes.c_uint32]", tag: bytes) -> str:
    code, known, category, types, side, flags, _, _, status = details[:9]
    is_windows_error = code >> 16 == _WIN32 and known_of(known) is not Known.DOCUMENTED
    facts = {
        "heading.category": _native.act_category_text(category, _LABEL, tag).decode(),
        "heading.side": _native.act_side_text(side, tag).decode(),
        "heading.types": _joined(types_of(types).labels(tag.decode()), tag),
        "heading.retry": _word("heading.retry-may-help", tag) if flags & _native.RETRY else "",
        "heading.windows-error": str(status) if is_windows_error else "",
    }
    headings = {identifier: _word(identifier, tag) for identifier in facts}
    column = max(map(_columns, headings.values())) + _GAP
    return "\n".join(
        f"{headings[identifier]}:" + " " * (column - _columns(headings[identifier]) - 1) + value
        for identifier, value in facts.items()
        if value
    )


def _joined(words: List[str], tag: bytes) -> str:
    pattern = _word("heading.join", tag)
    return functools.reduce(pattern.format, words) if words else ""


def _section(heading: str, text: str, tag: bytes) -> str:
    return f"{_word(heading, tag)}\n{_indented(text)}" if text else ""


def _word(identifier: str, tag: bytes) -> str:
    """A word of the library, or its identifier where there is none."""
    return (_native.act_word(identifier.encode(), tag) or identifier.encode()).decode()


def _indented(text: str) -> str:
    return "\n".join("  " + line if line else "" for line in text.split("\n"))


def _columns(text: str) -> int:
    """Columns of a terminal that the text takes: characters of East Asia take two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
