"""Lays an answer out as the command does."""

import functools
import unicodedata
from typing import TYPE_CHECKING, Iterator, List, Optional

from . import _native
from ._codes import hexadecimal
from ._language import choose
from ._vocabulary import Dialect, Known, Role, known_of, role_of, types_of

_GAP = 3
_WIN32 = 0x8007  # severity and facility of a Win32 error's HRESULT
_MESSAGE, _CAUSE = 0, 1
_LABEL = 0
_MEANING, _ADVICE = 0, 1
_EVENT_MAXIMUM = 0xFFFF
_SAYS_MORE = (Role.ENVELOPE, Role.STATE)
_CODE_DIGITS = 8
_NEAREST_MAXIMUM = 4

if TYPE_CHECKING:
    import ctypes

    _Details = ctypes.Array[ctypes.c_uint32]


def answer(code: int, dialect: Dialect, language: Optional[str] = None) -> str:
    """Everything that is known of a code, without a line end after the last line."""
    tag = choose(language)
    details = _native.ClassBuffer()
    _native.act_classify(code, details)
    entry = _native.act_lookup(details[_native.SUBJECT])
    if entry is None:
        parts = [*_title(details, tag), *_undocumented(details, dialect, tag)]
    else:
        # Where an entry lacks the language, all of the answer is in the one that it has.
        tag = _native.act_entry_language(entry, tag)
        parts = [*_title(details, tag), *_documented(entry, details, dialect, tag)]
    if is_event(code):
        parts.append("\n" + filled_word("heading.may-be-event", tag, str(code)))
        parts += _event_texts(code, tag)
    return "\n".join(parts)


def _title(details: "_Details", tag: bytes) -> List[str]:
    """The code that was asked for, and the one that is answered where it is another."""
    code, subject = details[0], details[_native.SUBJECT]
    # Of a number of which nothing is known, another form tells nothing.
    if subject == code or known_of(details[1]) is Known.NONE:
        return [named(code, subject, "  ")]
    return [
        hexadecimal(code),
        indented(filled_word("heading.answered-as", tag, named(subject, subject, " "))),
    ]


def named(code: int, subject: int, between: str) -> str:
    """A code, and the symbolic name of the code that it stands for."""
    symbol = _native.act_name(subject)
    return hexadecimal(code) + (between + symbol.decode() if symbol else "")


def _documented(entry: int, details: "_Details", dialect: Dialect, tag: bytes) -> Iterator[str]:
    message, cause = (
        _native.act_entry_text(entry, field, tag).decode() for field in (_MESSAGE, _CAUSE)
    )
    steps = _native.filled(_native.act_entry_steps, entry, dialect.number, tag)
    yield indented(message)
    yield _facts(details, tag, is_documented=True)
    yield from _section("heading.cause", cause, tag)
    yield from _section("heading.steps", steps.decode(), tag)
    # An entry that says more needs no general advice.
    advice = _advice(details, dialect, tag)
    if len(steps) < len(advice):
        yield from _section("heading.advice", advice.decode(), tag)


def _undocumented(details: "_Details", dialect: Dialect, tag: bytes) -> Iterator[str]:
    code, known, role = details[0], known_of(details[1]), role_of(details[_native.ROLE])
    yield indented(word("heading.known-" + known.value, tag))
    if known < Known.NAMED:
        yield from _truncated(code, tag)
    if known is not Known.NONE:
        yield _facts(details, tag, is_documented=False)
    if role in _SAYS_MORE:
        yield from _section("heading.cause", word("heading." + role.value, tag), tag)
    if known is not Known.NONE or not is_event(code):
        yield from _section("heading.advice", _advice(details, dialect, tag).decode(), tag)


def _advice(details: "_Details", dialect: Dialect, tag: bytes) -> bytes:
    return _native.filled(_native.act_category_advice, details[2], dialect.number, tag)


def _truncated(code: int, tag: bytes) -> Iterator[str]:
    """The codes that a number of seven hex digits may be, one of whose digits is lost."""
    digits = f"{code:X}"
    if len(digits) != _CODE_DIGITS - 1:
        return
    whole = sorted(
        {
            int(digits[:place] + digit + digits[place:], 16)
            for place in range(_CODE_DIGITS)
            for digit in "0123456789ABCDEF"
        }
    )
    known = [number for number in whole if is_known(number)]
    documented = [number for number in known if _native.act_lookup(number)]
    nearest = (documented or known)[:_NEAREST_MAXIMUM]
    if nearest:
        joined = _joined(list(map(hexadecimal, nearest)), tag)
        yield indented(filled_word("heading.truncated", tag, hexadecimal(code), joined))


def is_known(code: int) -> bool:
    """Whether a code itself, not one that it stands for, is in the documents or the register."""
    details = _native.ClassBuffer()
    _native.act_classify(code, details)
    return known_of(details[1]) >= Known.NAMED and details[_native.SUBJECT] == code


def is_event(number: int) -> bool:
    """Whether a number is one of the events about activation."""
    return number <= _EVENT_MAXIMUM and _native.act_event_kind_of(None, number) != 0


def event_answer(number: int, tag: bytes) -> str:
    """An event that is known, as the command prints it."""
    return "\n".join([filled_word("heading.event", tag, str(number)), *_event_texts(number, tag)])


def _event_texts(number: int, tag: bytes) -> Iterator[str]:
    for field in (_MEANING, _ADVICE):
        yield indented((_native.act_event_text(None, number, field, tag) or b"").decode())


def _facts(details: "_Details", tag: bytes, *, is_documented: bool) -> str:
    category, types, side, flags = details[2:6]
    role, subject = role_of(details[_native.ROLE]), details[_native.SUBJECT]
    is_windows_error = subject >> 16 == _WIN32 and not is_documented
    facts = {
        "heading.category": _native.act_category_text(category, _LABEL, tag).decode(),
        "heading.side": _native.act_side_text(side, tag).decode(),
        "heading.role": role.label(tag.decode()) if role in _SAYS_MORE else "",
        "heading.types": _joined(types_of(types).labels(tag.decode()), tag),
        "heading.retry": word("heading.retry-may-help", tag) if flags & _native.RETRY else "",
        "heading.windows-error": str(subject & 0xFFFF) if is_windows_error else "",
        "heading.reference": (_native.act_reference(subject) or b"").decode(),
    }
    headings = {identifier: word(identifier, tag) for identifier in facts}
    column = max(map(_columns, headings.values())) + _GAP
    return "\n" + "\n".join(
        f"{headings[identifier]}:" + " " * (column - _columns(headings[identifier]) - 1) + value
        for identifier, value in facts.items()
        if value
    )


def _joined(words: List[str], tag: bytes) -> str:
    pattern = word("heading.join", tag)
    return functools.reduce(pattern.format, words) if words else ""


def _section(heading: str, text: str, tag: bytes) -> Iterator[str]:
    if text:
        yield f"\n{word(heading, tag)}\n{indented(text)}"


def word(identifier: str, tag: bytes) -> str:
    """A word of the library, or its identifier where there is none."""
    return (_native.act_word(identifier.encode(), tag) or identifier.encode()).decode()


def filled_word(identifier: str, tag: bytes, *values: str) -> str:
    """A word of the library whose "{0}" and so on are filled in."""
    return word(identifier, tag).format(*values)


def indented(text: str) -> str:
    return "\n".join("  " + line if line else "" for line in text.split("\n"))


def _columns(text: str) -> int:
    """Columns of a terminal that the text takes: characters of East Asia take two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
