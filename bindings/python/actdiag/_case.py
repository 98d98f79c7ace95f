"""Finds the code to act on in all text that somebody has at hand for one failure."""

import ctypes
import os
import warnings
from typing import TYPE_CHECKING, Any, Iterable, Iterator, NamedTuple, Optional, Union

from . import _native
from ._diagnosis import Diagnosis, Finding, LeftOut, Verdict
from ._scan import is_big_endian, unreadable_kind
from ._vocabulary import dialect_numbered, role_of, rule_of

if TYPE_CHECKING:
    import datetime

    from ._scan import Text

    Part = Union[Text, "os.PathLike[str]", "os.PathLike[bytes]", "Piece"]

_PIECE = 1 << 20


class Piece(NamedTuple):
    """A text of a case, with what is known of where it comes from; for `diagnose`.

    Attributes:
        text: a str, or bytes as for scan().
        source: provider or source of the event whose text it is, or None.
        event: number of that event, or 0.
        computer: name of the computer, or None.
        time: when it was logged; without a time zone it is local time; or None.
        record: number of the event's record in its log, or 0.

    Example:
        >>> piece = Piece("0x8007232B, 0x00000000, kms:1688", "Microsoft-Windows-Security-SPP", 12288)
        >>> diagnose(piece).verdict.findings[0].event
        12288
    """

    text: "Text"
    source: Optional[str] = None
    event: int = 0
    computer: Optional[str] = None
    time: "Optional[datetime.datetime]" = None
    record: int = 0


def diagnose(*parts: "Union[Part, Iterable[Part]]") -> Diagnosis:
    """Finds the code to act on in all text that somebody has at hand for one failure.

    People come with an event log, or what a tool printed, in which one failure shows several
    codes. This reads it all as one case: codes in every notation, what events and tools wrote
    around them, computers, times and KMS hosts; and it chooses, for each computer, the code to act
    on.

    Args:
        parts: each a text (a str; or bytes, a bytearray, memoryview, mmap, array, in any encoding
            that scan() reads), the path of a file (a pathlib.Path, not a str), a Piece (a text of
            known origin), or an iterable of these. Files are read piece by piece, and .evtx files
            as bytes, not by records.

    Returns:
        The outcome, with one verdict for each computer.

    Raises:
        TypeError: a part is none of these.
        ValueError: a Piece has a number that is out of range.
        OSError: a file cannot be read.

    Warns:
        RuntimeWarning: a part begins as a compressed file does, or as one in UTF-32, so that the
            codes in it are not found.

    Example:
        >>> found = diagnose("8198: hr=0xC004F074", "12288: 0x8007232B, 0x0, kms.example.org:1688")
        >>> hex(found.verdict.code), found.verdict.rule
        ('0x8007232b', <Rule.ROLE: 'role'>)

        A log, and what to do about it:

        >>> import pathlib
        >>> print(diagnose(pathlib.Path(log)).answer("en"))
        The code to act on
        ...
    """
    case = _native.CaseBuffer()
    if not _native.act_case_begin(case, ctypes.sizeof(case)):
        raise ImportError("the library loaded here needs a newer package actdiag", name="actdiag")
    for part in parts:
        _add_part(case, part)
    return _outcome(case)


def _add_part(case: Any, part: Any) -> None:
    if isinstance(part, (str, Piece, os.PathLike)) or _is_buffer(part):
        _add(case, part)
        return
    try:
        several = iter(part)
    except TypeError:
        expected = "a str, bytes, a path, a Piece or an iterable of them"
        raise TypeError(f"diagnose expects {expected}, not {type(part).__name__}") from None
    for one in several:
        _add_part(case, one)


def _add(case: Any, part: Any) -> None:
    if isinstance(part, os.PathLike):
        with open(part, "rb") as file:
            _add_pieces(case, None, iter(lambda: file.read(_PIECE), b""))
    elif isinstance(part, Piece):
        _add_pieces(case, _origin(part), _pieces(part.text))
    else:
        _add_pieces(case, None, _pieces(part))


def _is_buffer(value: Any) -> bool:
    try:
        memoryview(value).release()
    except TypeError:
        return False
    return True


def _pieces(text: Any) -> Iterator[bytes]:
    if isinstance(text, str):
        yield text.encode("utf-8", "replace")
        return
    if not _is_buffer(text):
        raise TypeError(f"the text of a Piece is a str or bytes, not {type(text).__name__}")
    with memoryview(text) as view:
        if not view.c_contiguous:
            raise BufferError("diagnose needs a contiguous buffer; bytes(view) makes one")
        # An empty view cannot be cast to bytes.
        flat = view.cast("B") if view.nbytes > 0 else view
        for start in range(0, view.nbytes, _PIECE):
            yield bytes(flat[start : start + _PIECE])


def _add_pieces(
    case: Any, origin: Optional[_native.Origin], pieces: Iterator[bytes]
) -> None:
    flags = 0
    for number, piece in enumerate(pieces):
        if number == 0:
            flags = _native.BIG_ENDIAN if is_big_endian(piece) else 0
            kind = unreadable_kind(piece)
            if kind:
                warnings.warn(f"a part is {kind}: codes in it are not found", RuntimeWarning, 5)
        _native.act_case_add(case, origin, piece, len(piece), flags | _native.MORE)
    _native.act_case_add(case, origin, None, 0, flags)


def _origin(piece: Piece) -> _native.Origin:
    return _native.Origin(
        source=_encoded(piece.source, "source"),
        computer=_encoded(piece.computer, "computer"),
        time=round(piece.time.timestamp() * 1000) if piece.time is not None else 0,
        event=_number(piece.event, "event"),
        record=_number(piece.record, "record"),
    )


def _encoded(text: Optional[str], what: str) -> Optional[bytes]:
    if not (text is None or isinstance(text, str)):
        raise TypeError(f"the {what} of a Piece is a str or None, not {type(text).__name__}")
    return None if text is None else text.encode("utf-8", "replace")


def _number(number: int, what: str) -> int:
    if isinstance(number, bool) or not isinstance(number, int):
        raise TypeError(f"the {what} of a Piece is a number, not {type(number).__name__}")
    if not 0 <= number < _native.NOT_KNOWN:
        raise ValueError(f"the {what} of a Piece is out of range: {number}")
    return number


def _outcome(case: Any) -> Diagnosis:
    verdicts = tuple(_verdicts(case))
    return Diagnosis(
        verdicts or (_verdict(case, 0, None),),
        tuple(_events(case)),
        LeftOut(*(_native.act_case_left_out(case, reason) for reason in range(4))),
    )


def _verdicts(case: Any) -> Iterator[Verdict]:
    index = 0
    while (computer := _native.act_case_computer(case, index)) is not None:
        yield _verdict(case, index, computer.decode("utf-8", "replace") or None)
        index += 1


def _verdict(case: Any, index: int, computer: Optional[str]) -> Verdict:
    verdict = _native.VerdictBuffer()
    _native.act_case_verdict(case, index, verdict)
    code, rule, dialect = verdict[:3]
    return Verdict(
        computer,
        code or None,
        rule_of(rule),
        dialect_numbered(dialect),
        tuple(_findings(case, index)),
    )


def _findings(case: Any, computer: int) -> Iterator[Finding]:
    found = _native.FindingBuffer()
    index = 0
    while _native.act_case_finding(case, computer, index, found):
        host = _native.act_case_host(case, found.host)
        yield Finding(
            found.code,
            found.count,
            found.offset,
            role_of(found.role),
            found.event or None,
            found.record or None,
            _time(found.time),
            None if host is None else host.decode("utf-8", "replace"),
            _known(found.current),
            _known(found.needed),
            _known(found.state),
            _known(found.minutes),
            bool(found.flags & _native.EVALUATION),
            bool(found.flags & _native.SETTLED),
        )
        index += 1


def _known(number: int) -> Optional[int]:
    return None if number == _native.NOT_KNOWN else number


def _time(milliseconds: int) -> "Optional[datetime.datetime]":
    import datetime  # slow to import, and needed for events only

    if milliseconds <= 0:
        return None
    begin = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
    return begin + datetime.timedelta(milliseconds=milliseconds)


def _events(case: Any) -> Iterator[int]:
    index = 0
    while number := _native.act_case_event(case, index):
        yield number
        index += 1
