"""What the events of activation mean."""

from dataclasses import dataclass
from typing import Any, Callable, List, Optional, Tuple

from . import _native
from ._language import choose
from ._vocabulary import EventKind, event_kind_of

_MEANING, _ADVICE = 0, 1
_NUMBER_MAXIMUM = 0xFFFFFFFF


@dataclass(frozen=True)
class Event:
    """An event about activation in the Windows event log. `event` and `events` make them.

    Attributes:
        number: the number of the event.
        source: the provider or source that was asked for; None: any of the licensing sources.
        kind: what it reports.

    Example:
        >>> event(8198)
        Event(number=8198, source=None, kind=<EventKind.FAULT: 'fault'>)
    """

    __slots__ = ("number", "source", "kind")

    number: int
    source: Optional[str]
    kind: EventKind

    def meaning(self, language: Optional[str] = None) -> str:
        """What the event means.

        Args:
            language: a BCP 47 tag or a locale's name; default: the process's locale.

        Returns:
            The text, in English where there is none in that language.

        Raises:
            TypeError: language is not a string.

        Example:
            >>> print(event(12288).meaning("en"))
            The KMS client ...
        """
        return self._text(_MEANING, language)

    def advice(self, language: Optional[str] = None) -> str:
        """What to do about it, and which of its values matters. Arguments, returns and raises as
        for meaning().

        Example:
            >>> "0x" in event(12288).advice("en")
            True
        """
        return self._text(_ADVICE, language)

    def _text(self, field: int, language: Optional[str]) -> str:
        tag = choose(language)
        text = _native.act_event_text(_encoded(self.source), self.number, field, tag)
        return (text or b"").decode()

    def __reduce__(self) -> Tuple[Callable[..., Any], Tuple[Any, ...]]:
        return Event, (self.number, self.source, self.kind)


def event(number: int, source: Optional[str] = None) -> Optional[Event]:
    """Looks up what an event means.

    Args:
        number: the number of the event, from 0 to 4294967295.
        source: its provider or source, such as "Microsoft-Windows-Security-SPP": numbers mean
            something only with it. None stands for any of the licensing sources.

    Returns:
        The event, or None where it is not an event of activation, or not known.

    Raises:
        ValueError: the number is out of range.
        TypeError: number is not an int, or source is neither a string nor None.

    Example:
        >>> event(12288, "Microsoft-Windows-Security-SPP").kind
        <EventKind.LOOK: 'look'>
        >>> event(12288, "Disk") is None
        True
    """
    if isinstance(number, bool) or not isinstance(number, int):
        raise TypeError(f"expected the number of an event, not {type(number).__name__}")
    if not 0 <= number <= _NUMBER_MAXIMUM:
        raise ValueError(f"{number} is not the number of an event: expected 0 to {_NUMBER_MAXIMUM}")
    if not (source is None or isinstance(source, str)):
        raise TypeError(f"expected the source of an event, not {type(source).__name__}")
    kind = event_kind_of(_native.act_event_kind_of(_encoded(source), number))
    return None if kind is EventKind.UNKNOWN else Event(number, source, kind)


def events() -> List[Event]:
    """Every event of activation that is known, by ascending numbers.

    Returns:
        A new list.

    Example:
        >>> 12288 in [each.number for each in events()]
        True
    """
    numbers = iter(range(_NUMBER_MAXIMUM))
    found: List[Event] = []
    while number := _native.act_event_at(next(numbers)):
        known = event(number)
        if known:
            found.append(known)
    return found


def _encoded(source: Optional[str]) -> Optional[bytes]:
    return None if source is None else source.partition("\0")[0].encode("utf-8", "replace")
