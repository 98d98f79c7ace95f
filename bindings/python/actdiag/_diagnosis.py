"""The outcome of a case. Constant, and can be compared, hashed and pickled."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Callable, NamedTuple, Optional, Tuple

from ._answer import answer
from ._codes import hexadecimal, name
from ._diagnosis_text import diagnosis_text
from ._table import classify
from ._values import Classification
from ._vocabulary import Commands, Dialect, Role, Rule, dialect_of

if TYPE_CHECKING:
    import datetime


@dataclass(frozen=True)
class Finding:
    """A code in a case, and what the text has about the place where it was seen last.

    Attributes:
        code: the code, from 0 to 4294967295.
        count: how often it was seen.
        offset: of the first place, in bytes of all text; a str counts as UTF-8.
        role: what the code reports.
        event: number of the event that carried it, or None.
        record: number of that event's record in its log, or None.
        time: when it was seen, in UTC, or None.
        host: the KMS host that was asked and its port, or None.
        current: computers that the KMS host had counted, or None.
        needed: computers that must ask before it activates any, or None.
        state: license state of the client, 0 unlicensed, 1 licensed, 2 to 6; or None.
        minutes: until that state ends, or None.
        evaluation: whether the text around it is about an evaluation edition.
        settled: whether an activation succeeded afterwards.

    Example:
        >>> finding = diagnose("hr=0xC004F074, again 0xC004F074").verdict.findings[0]
        >>> finding
        <Finding 0xC004F074 SL_E_VL_BINDING_SERVICE_UNAVAILABLE: envelope, seen 2 times>
    """

    __slots__ = (
        "code",
        "count",
        "offset",
        "role",
        "event",
        "record",
        "time",
        "host",
        "current",
        "needed",
        "state",
        "minutes",
        "evaluation",
        "settled",
    )

    code: int
    count: int
    offset: int
    role: Role
    event: Optional[int]
    record: Optional[int]
    time: "Optional[datetime.datetime]"
    host: Optional[str]
    current: Optional[int]
    needed: Optional[int]
    state: Optional[int]
    minutes: Optional[int]
    evaluation: bool
    settled: bool

    @property
    def name(self) -> Optional[str]:
        """The symbolic name of the code, or None.

        Example:
            >>> diagnose("0xC004F074").verdict.findings[0].name
            'SL_E_VL_BINDING_SERVICE_UNAVAILABLE'
        """
        return name(self.code)

    def __repr__(self) -> str:
        symbol = f" {self.name}" if self.name else ""
        times = "once" if self.count == 1 else f"{self.count} times"
        return f"<Finding {hexadecimal(self.code)}{symbol}: {self.role.value}, seen {times}>"

    def __reduce__(self) -> Tuple[Callable[..., Any], Tuple[Any, ...]]:
        return Finding, tuple(getattr(self, field) for field in self.__slots__)


@dataclass(frozen=True)
class Verdict:
    """The outcome for one computer of a case.

    Attributes:
        computer: its name; None where the text names none.
        code: the code to act on; None where there is none.
        rule: what decided so.
        dialect: the tool that fits the text: OFFICE where it is Office's.
        findings: its codes, those first that are acted on first.

    Example:
        >>> verdict = diagnose("8198: hr=0xC004F074\\n12288: 0x8007232B, 0x0, kms:1688").verdict
        >>> verdict
        <Verdict 0x8007232B DNS_ERROR_RCODE_NAME_ERROR by role; 2 findings>
    """

    __slots__ = ("computer", "code", "rule", "dialect", "findings")

    computer: Optional[str]
    code: Optional[int]
    rule: Rule
    dialect: Dialect
    findings: Tuple[Finding, ...]

    @property
    def classification(self) -> Optional[Classification]:
        """All that is known of the code to act on; None where there is none.

        Example:
            >>> diagnose("0x8007232B").verdict.classification.side
            <Side.DNS: 'dns'>
        """
        return None if self.code is None else classify(self.code)

    def answer(
        self, language: Optional[str] = None, *, commands: Optional[Commands] = None
    ) -> str:
        """What the code to act on means and what to do, in readable form.

        Args:
            language: a BCP 47 tag or a locale's name; default: the process's locale.
            commands: the tool for which commands are written, a Dialect or its identifier;
                default: Office's for Office's text, else what the environment variable
                ACTDIAG_COMMANDS names, else slmgr.

        Returns:
            The text; "" where there is nothing to act on.

        Raises:
            ValueError: commands, or ACTDIAG_COMMANDS, names no dialect.
            TypeError: language is not a string.

        Example:
            >>> print(diagnose("LICENSE NAME: Office 16\\nERROR CODE: 0xC004F074").verdict.answer("en"))
            0xC004F074...
        """
        dialect = self.shown_dialect(commands)
        return "" if self.code is None else answer(self.code, dialect, language)

    def shown_dialect(self, commands: Optional[Commands] = None) -> Dialect:
        """The dialect in which answer() gives commands. Argument and raises as for answer().

        Example:
            >>> diagnose("0xC004F074").verdict.shown_dialect("powershell")
            <Dialect.POWERSHELL: 'powershell'>
        """
        chosen = dialect_of(commands)
        return self.dialect if commands is None and self.dialect is Dialect.OFFICE else chosen

    def __repr__(self) -> str:
        symbol = f" {name(self.code)}" if self.code is not None and name(self.code) else ""
        shown = "without a code" if self.code is None else hexadecimal(self.code) + symbol
        findings = "1 finding" if len(self.findings) == 1 else f"{len(self.findings)} findings"
        return f"<Verdict {shown} by {self.rule.value}; {findings}>"

    def __reduce__(self) -> Tuple[Callable[..., Any], Tuple[Any, ...]]:
        return Verdict, tuple(getattr(self, field) for field in self.__slots__)


class LeftOut(NamedTuple):
    """How many codes of a text are no findings, by reason.

    Attributes:
        license_list: in a list of event 1003: products without a key.
        state: in events 1066 and 8230 and in the trace of 8200: states, no faults.
        no_key: 0xC004F014 where another product has a key.
        no_room: more codes or computers than a case holds.

    Example:
        >>> diagnose("0xC004F074").left_out
        LeftOut(license_list=0, state=0, no_key=0, no_room=0)
    """

    license_list: int
    state: int
    no_key: int
    no_room: int


@dataclass(frozen=True)
class Diagnosis:
    """The outcome of a case. `diagnose` makes it.

    Attributes:
        verdicts: one for each computer that has findings; at least one.
        events: numbers of the events of activation that the text names.
        left_out: codes of the text that are no findings.

    Example:
        >>> diagnose("nothing is wrong").verdict
        <Verdict without a code by none; 0 findings>
    """

    __slots__ = ("verdicts", "events", "left_out")

    verdicts: Tuple[Verdict, ...]
    events: Tuple[int, ...]
    left_out: LeftOut

    @property
    def verdict(self) -> Verdict:
        """The first verdict; the only one where the text is one computer's.

        Example:
            >>> hex(diagnose("0xC004F074").verdict.code)
            '0xc004f074'
        """
        return self.verdicts[0]

    def answer(
        self, language: Optional[str] = None, *, commands: Optional[Commands] = None
    ) -> str:
        """The whole outcome in readable form, as the command `actdiag diagnose` prints it; str()
        gives it in the process's locale. Arguments and raises as for Verdict.answer().

        Example:
            >>> print(diagnose("hr=0xC004F074").answer("en"))
            The code to act on
            ...
        """
        return diagnosis_text(self, language, commands)

    def __str__(self) -> str:
        return self.answer()

    def __reduce__(self) -> Tuple[Callable[..., Any], Tuple[Any, ...]]:
        return Diagnosis, (self.verdicts, self.events, self.left_out)
