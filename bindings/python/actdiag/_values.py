"""What the answers are made of. All of them are constant, and can be compared, hashed, pickled."""

from dataclasses import dataclass
from typing import Any, Callable, NamedTuple, Optional, Tuple

from . import _native
from ._answer import answer
from ._codes import hexadecimal, name
from ._language import choose
from ._vocabulary import ActivationType, Category, Known, Side

_MESSAGE, _CAUSE, _STEPS = 0, 1, 2


@dataclass(frozen=True, order=True)
class Entry:
    """What the documents say of one code. `lookup` and `entries` make them.

    An entry holds the code and its types; the texts are the C library's and are read when they are
    asked for. So entries are small, also when pickled, and answer wherever a library is loaded
    whose table has the code; without it, the texts raise LookupError.

    Attributes:
        code: the code, from 0 to 4294967295.
        types: the activation types for which the error occurs.

    Example:
        >>> entry = lookup(-1073418124)
        >>> entry
        <Entry 0xC004F074 SL_E_VL_BINDING_SERVICE_UNAVAILABLE (kms-client)>
    """

    __slots__ = ("code", "types")

    code: int
    types: ActivationType

    @property
    def name(self) -> Optional[str]:
        """The symbolic name of the code, or None.

        Example:
            >>> lookup("0xC004F074").name
            'SL_E_VL_BINDING_SERVICE_UNAVAILABLE'
        """
        return name(self.code)

    def message(self, language: Optional[str] = None) -> str:
        """The error message as the documents give it.

        Args:
            language: a BCP 47 tag or a locale's name, such as "en" or "ja_JP.UTF-8"; default:
                the process's locale.

        Returns:
            The text in that language; where the documents lack it, in English or in the language
            that they have (`language()` tells which).

        Raises:
            LookupError: the library loaded here has no such entry.
            TypeError: language is not a string.

        Example:
            >>> print(lookup("0xC004C008").message("en"))
            The activation server ...
        """
        return self._text(_MESSAGE, language)

    def cause(self, language: Optional[str] = None) -> str:
        """Why the error occurs. Arguments, returns and raises as for message().

        Example:
            >>> print(lookup("0xC004F074").cause("en"))
            Every KMS host ...
        """
        return self._text(_CAUSE, language)

    def steps(self, language: Optional[str] = None) -> str:
        """What to do about it: paragraphs separated by an empty line, list items numbered or with
        a dash, commands indented by four blanks. Arguments, returns and raises as for message().

        Example:
            >>> print(lookup("0xC004F074").steps("en"))
            1. ...
        """
        return self._text(_STEPS, language)

    def language(self, language: Optional[str] = None) -> str:
        """The language in which the texts answer.

        Args:
            language: the language wanted, as for message().

        Returns:
            The tag of a document's language.

        Raises:
            LookupError, TypeError: as message() does.

        Example:
            >>> lookup("0xC004F074").language("fr")
            'en'
        """
        return _native.act_entry_language(self._address(), choose(language)).decode()

    def answer(self, language: Optional[str] = None) -> str:
        """The whole answer in readable form, as the command `actdiag` prints it; str() gives it in
        the process's locale. Arguments and raises as for message().

        Example:
            >>> print(lookup("0xC004F074").answer("en"))
            0xC004F074  SL_E_VL_BINDING_SERVICE_UNAVAILABLE
            ...
            Where to fix it:   Network
            ...
        """
        self._address()
        return answer(self.code, language)

    def _text(self, field: int, language: Optional[str]) -> str:
        return _native.act_entry_text(self._address(), field, choose(language)).decode()

    def _address(self) -> int:
        address = _native.act_lookup(self.code)
        if address is None:
            raise LookupError(
                f"{hexadecimal(self.code)} is not in the documents of the library loaded here"
            )
        return address

    def __str__(self) -> str:
        return self.answer()

    def __repr__(self) -> str:
        types = ", ".join(self.types.identifiers)
        return f"<Entry {_named(self.code)} ({types})>"

    def __reduce__(self) -> Tuple[Callable[..., Any], Tuple[Any, ...]]:
        return Entry, (self.code, self.types)


@dataclass(frozen=True)
class Classification:
    """All that is known of a code, whether the documents describe it or not. `classify` makes it.

    Attributes:
        code: the code, from 0 to 4294967295.
        known: where the answer comes from.
        category: the kind of fault.
        types: the activation types of the code's entry; empty without one.
        side: where the fault is fixed.
        retry: whether waiting or trying again alone can cure the error.
        severity: of the HRESULT: 0 success, 1 failure.
        facility: of the HRESULT: 4 licensing interfaces, 7 Win32.
        status: the HRESULT's lower 16 bits; with facility 7 the Win32 error number.

    Example:
        >>> found = classify("0x8007232B")
        >>> found
        <Classification 0x8007232B DNS_ERROR_RCODE_NAME_ERROR: dns, side dns, documented>
        >>> found.status
        9003
    """

    __slots__ = (
        "code",
        "known",
        "category",
        "types",
        "side",
        "retry",
        "severity",
        "facility",
        "status",
    )

    code: int
    known: Known
    category: Category
    types: ActivationType
    side: Side
    retry: bool
    severity: int
    facility: int
    status: int

    @property
    def name(self) -> Optional[str]:
        """The symbolic name of the code, or None.

        Example:
            >>> classify("0x8007232B").name
            'DNS_ERROR_RCODE_NAME_ERROR'
        """
        return name(self.code)

    def advice(self, language: Optional[str] = None) -> str:
        """General advice for faults of this kind, as Category.advice() gives it.

        Example:
            >>> classify(0x80072EE7).advice("en") == Category.DNS.advice("en")
            True
        """
        return self.category.advice(language)

    def answer(self, language: Optional[str] = None) -> str:
        """The whole answer in readable form, as the command `actdiag` prints it; str() gives it in
        the process's locale.

        Args:
            language: a BCP 47 tag or a locale's name; default: the process's locale.

        Example:
            >>> print(classify(0).answer("en"))
            0x00000000...
        """
        return answer(self.code, language)

    def __str__(self) -> str:
        return self.answer()

    def __repr__(self) -> str:
        return (
            f"<Classification {_named(self.code)}: {self.category.value}, "
            f"side {self.side.value}, {self.known.value}>"
        )

    def __reduce__(self) -> Tuple[Callable[..., Any], Tuple[Any, ...]]:
        return Classification, tuple(getattr(self, field) for field in self.__slots__)


class Match(NamedTuple):
    """A code that `scan` found.

    Attributes:
        offset: where it begins: in characters of a str, in bytes of anything else.
        code: the code, from 0 to 4294967295.
        length: how long it is, in the unit of offset: 10, or 20 in UTF-16.

    Example:
        >>> match = next(scan("failed with 0xC004F074"))
        >>> match
        Match(offset=12, code=0xC004F074, length=10)
        >>> offset, code, length = match
    """

    offset: int
    code: int
    length: int

    def __repr__(self) -> str:
        return f"Match(offset={self.offset}, code={hexadecimal(self.code)}, length={self.length})"


class Document(NamedTuple):
    """A document from which the table was made; a text that it lacks is "".

    Attributes:
        language: its language tag, such as "ja".
        title: its title.
        date: its date, YYYY-MM-DD.
        source: the name of its file, without folders.

    Example:
        >>> documents()[0].source
        '...ja.md'
    """

    language: str
    title: str
    date: str
    source: str


def _named(code: int) -> str:
    symbol = name(code)
    return f"{hexadecimal(code)} {symbol}" if symbol else hexadecimal(code)
