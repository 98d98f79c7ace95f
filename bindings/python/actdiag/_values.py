"""What the answers are made of. All of them are constant, and can be compared, hashed, pickled."""

from dataclasses import dataclass
from typing import Any, Callable, List, NamedTuple, Optional, Tuple

from . import _native
from ._answer import answer, named
from ._codes import hexadecimal, name
from ._commands import Command, commands_of
from ._language import choose
from ._vocabulary import ActivationType, Category, Commands, Known, Role, Side, dialect_of

_MESSAGE, _CAUSE = 0, 1


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

    @property
    def reference(self) -> Optional[str]:
        """The address of Microsoft's page on the code, without a language in it, or None.

        Example:
            >>> print(lookup("0xC004F074").reference)
            https://learn.microsoft.com/...
        """
        return _decoded(_native.act_reference(self.code))

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

    def steps(
        self, language: Optional[str] = None, *, commands: Optional[Commands] = None
    ) -> str:
        """What to do about it: paragraphs separated by an empty line, list items numbered or with
        a dash, commands indented by four blanks; before and after them what is to be known of the
        commands.

        Args:
            language: as for message().
            commands: the tool for which commands are written, a Dialect or its identifier;
                default: what the environment variable ACTDIAG_COMMANDS names, else slmgr. What is
                typed on another computer, and the steps of an error of Windows alone, do not
                become Office's.

        Returns:
            The text, as for message().

        Raises:
            ValueError: commands, or ACTDIAG_COMMANDS, names no dialect.
            LookupError, TypeError: as message() does.

        Example:
            >>> print(lookup("0xC004F074").steps("en"))
            1. ...
            >>> "ospp.vbs /act" in lookup("0xC004F074").steps("en", commands="office")
            True
        """
        dialect = dialect_of(commands).number
        tag = choose(language)
        return _native.filled(_native.act_entry_steps, self._address(), dialect, tag).decode()

    def commands(
        self, dialect: Optional[Commands] = None, language: Optional[str] = None
    ) -> List[Command]:
        """The commands of the steps that the catalogue knows, with the values that the steps give
        them, in their order.

        Args:
            dialect: the tool for which they are written, as for steps().
            language: that of the steps, as for message().

        Returns:
            A new list.

        Raises:
            ValueError, LookupError, TypeError: as steps() does.

        Example:
            >>> [command.text for command in lookup("0xC004F074").commands("slmgr", "en")][-1]
            'cscript ospp.vbs /act'
        """
        address, tag = self._address(), choose(language)

        def at(index: int) -> Optional[int]:
            return _native.act_entry_command(address, tag, index)

        return list(commands_of(at, dialect_of(dialect)))

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

    def answer(
        self, language: Optional[str] = None, *, commands: Optional[Commands] = None
    ) -> str:
        """The whole answer in readable form, as the command `actdiag` prints it; str() gives it in
        the process's locale. Arguments and raises as for steps().

        Example:
            >>> print(lookup("0xC004F074").answer("en"))
            0xC004F074  SL_E_VL_BINDING_SERVICE_UNAVAILABLE
            ...
            Where to fix it:   Network
            ...
        """
        self._address()
        return answer(self.code, dialect_of(commands), language)

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
        return f"<Entry {named(self.code, self.code, ' ')} ({types})>"

    def __reduce__(self) -> Tuple[Callable[..., Any], Tuple[Any, ...]]:
        return Entry, (self.code, self.types)


@dataclass(frozen=True)
class Classification:
    """All that is known of a code, whether the documents describe it or not. `classify` makes it.

    A number may be another code in other clothes: a Win32 error number, an NTSTATUS, a code with
    another severity. The answer is then about that code, its subject: only severity, facility and
    status are those of the code itself.

    Attributes:
        code: the code, from 0 to 4294967295.
        subject: the code that the answer is about; mostly the same as code.
        known: where the answer comes from.
        category: the kind of fault.
        types: the activation types of the subject's entry; empty without one.
        side: where the fault is fixed.
        role: what the code reports in a case of several codes.
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
        >>> hex(classify(1722).subject)
        '0x800706ba'
    """

    __slots__ = (
        "code",
        "subject",
        "known",
        "category",
        "types",
        "side",
        "role",
        "retry",
        "severity",
        "facility",
        "status",
    )

    code: int
    subject: int
    known: Known
    category: Category
    types: ActivationType
    side: Side
    role: Role
    retry: bool
    severity: int
    facility: int
    status: int

    @property
    def name(self) -> Optional[str]:
        """The symbolic name of the subject, or None.

        Example:
            >>> classify("0x8007232B").name
            'DNS_ERROR_RCODE_NAME_ERROR'
        """
        return name(self.subject)

    @property
    def reference(self) -> Optional[str]:
        """The address of Microsoft's page on the subject, without a language in it, or None.

        Example:
            >>> classify(0x12345678).reference is None
            True
        """
        return _decoded(_native.act_reference(self.subject))

    @property
    def entry(self) -> Optional[Entry]:
        """What the documents say of the subject, or None.

        Example:
            >>> classify(1722).entry
            <Entry 0x800706BA RPC_S_SERVER_UNAVAILABLE (kms-client)>
        """
        address = _native.act_lookup(self.subject)
        return None if address is None else Entry(self.subject, self.types)

    def advice(
        self, language: Optional[str] = None, *, commands: Optional[Commands] = None
    ) -> str:
        """General advice for faults of this kind, as Category.advice() gives it.

        Example:
            >>> classify(0x80072EE7).advice("en") == Category.DNS.advice("en")
            True
        """
        return self.category.advice(language, commands=commands)

    def answer(
        self, language: Optional[str] = None, *, commands: Optional[Commands] = None
    ) -> str:
        """The whole answer in readable form, as the command `actdiag` prints it; str() gives it in
        the process's locale.

        Args:
            language: a BCP 47 tag or a locale's name; default: the process's locale.
            commands: the tool for which commands are written, as for Category.advice().

        Example:
            >>> print(classify(0).answer("en"))
            0x00000000...
        """
        return answer(self.code, dialect_of(commands), language)

    def __str__(self) -> str:
        return self.answer()

    def __repr__(self) -> str:
        return (
            f"<Classification {named(self.code, self.subject, ' ')}: {self.category.value}, "
            f"side {self.side.value}, {self.known.value}>"
        )

    def __reduce__(self) -> Tuple[Callable[..., Any], Tuple[Any, ...]]:
        return Classification, tuple(getattr(self, field) for field in self.__slots__)


class Match(NamedTuple):
    """A code that `scan` found.

    Attributes:
        offset: where it begins: in characters of a str, in bytes of anything else.
        code: the code, from 0 to 4294967295.
        length: how long it is as written, in the unit of offset: 10 with "0x", 8 to 11 in another
            notation, and twice as many bytes in UTF-16.

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


def _decoded(text: Optional[bytes]) -> Optional[str]:
    return None if text is None else text.decode()
