"""The words in which codes are classified."""

import enum
import os
from functools import lru_cache, total_ordering
from typing import Callable, List, Optional, Type, TypeVar, Union

from . import _native
from ._language import choose

_LABEL = 0


class _Word(enum.Enum):
    """A value of the C library: its identifier is the member's value, its number is beside it."""

    _value_: str
    number: int

    def __new__(cls, number: int, identifier: str) -> "_Word":
        word = object.__new__(cls)
        word._value_ = identifier
        word.number = number
        return word


class _LabelledWord(_Word):
    """A value that the library has words for."""

    def label(self, language: Optional[str] = None) -> str:
        """The value in a few words.

        Args:
            language: a BCP 47 tag or a locale's name; default: the process's locale.

        Returns:
            The words, in English where there are none in that language.

        Example:
            >>> Category.CLOCK.label("ja")
            'システム時刻'
            >>> Side.KMS_HOST.label("en")
            'KMS host'
        """
        return self._label(choose(language)).decode()

    def _label(self, tag: bytes) -> bytes:
        raise NotImplementedError


@total_ordering
class Known(_Word):
    """Where the answer for a code comes from. A greater member is better known.

    Example:
        >>> Known.NAMED < Known.DOCUMENTED
        True
    """

    NONE = 0, "none"
    STRUCTURAL = 1, "structural"
    NAMED = 2, "named"
    DOCUMENTED = 3, "documented"

    def __lt__(self, other: "Known") -> bool:
        if not isinstance(other, Known):
            return NotImplemented
        return self.number < other.number


class Category(_LabelledWord):
    """The kind of fault. The value is the identifier that `actdiag --json` prints, too.

    Example:
        >>> Category("kms-host") is Category.KMS_HOST
        True
    """

    UNKNOWN = 0, "unknown"
    PRODUCT_KEY = 1, "product-key"
    KEY_BLOCKED = 2, "key-blocked"
    ACTIVATION_LIMIT = 3, "activation-limit"
    GRACE_PERIOD = 4, "grace-period"
    GENUINE = 5, "genuine"
    HARDWARE = 6, "hardware"
    KMS_HOST = 7, "kms-host"
    DNS = 8, "dns"
    NETWORK = 9, "network"
    CLOCK = 10, "clock"
    PERMISSION = 11, "permission"
    OFFLINE_DATA = 12, "offline-data"
    LICENSE_FILES = 13, "license-files"
    TOKEN_ACTIVATION = 14, "token-activation"
    ACTIVE_DIRECTORY = 15, "active-directory"
    VIRTUALIZATION = 16, "virtualization"
    DIGITAL_LICENSE = 17, "digital-license"
    ACTIVATION_SERVER = 18, "activation-server"
    SERVICE = 19, "service"
    STATUS = 20, "status"

    def advice(
        self, language: Optional[str] = None, *, commands: "Optional[Commands]" = None
    ) -> str:
        """General advice for faults of this kind.

        Args:
            language: a BCP 47 tag or a locale's name; default: the process's locale.
            commands: the tool for which commands are written, a Dialect or its identifier;
                default: what the environment variable ACTDIAG_COMMANDS names, else slmgr.

        Returns:
            A paragraph, in English where there is none in that language; "" without advice.

        Raises:
            ValueError: commands, or ACTDIAG_COMMANDS, names no dialect.

        Example:
            >>> "slmgr.vbs" in Category.KMS_HOST.advice("en")
            True
        """
        dialect = dialect_of(commands).number
        return _native.filled(
            _native.act_category_advice, self.number, dialect, choose(language)
        ).decode()

    def _label(self, tag: bytes) -> bytes:
        return _native.act_category_text(self.number, _LABEL, tag)


class Side(_LabelledWord):
    """Where the fault is fixed.

    Example:
        >>> Side.LICENSING.value
        'licensing'
    """

    UNKNOWN = 0, "unknown"
    NONE = 1, "none"
    CLIENT = 2, "client"
    KMS_HOST = 3, "kms-host"
    DNS = 4, "dns"
    NETWORK = 5, "network"
    LICENSING = 6, "licensing"
    DIRECTORY = 7, "directory"

    def _label(self, tag: bytes) -> bytes:
        return _native.act_side_text(self.number, tag)


class Role(_LabelledWord):
    """What a code reports in a case of several codes.

    Example:
        >>> classify(0xC004F074).role is Role.ENVELOPE
        True
    """

    UNKNOWN = 0, "unknown"
    CAUSE = 1, "cause"
    ENVELOPE = 2, "envelope"
    STATE = 3, "state"

    def _label(self, tag: bytes) -> bytes:
        return _native.act_role_text(self.number, tag)


class Dialect(_Word):
    """The tool for which commands are written: slmgr.vbs, PowerShell (by CIM), PowerShell with the
    module OSLicense, or Office's ospp.vbs.

    Example:
        >>> Dialect("office") is Dialect.OFFICE
        True
    """

    SLMGR = 0, "slmgr"
    POWERSHELL = 1, "powershell"
    OSLICENSE = 2, "oslicense"
    OFFICE = 3, "office"


Commands = Union[Dialect, str]
"""A dialect, or its identifier."""


class Rule(_Word):
    """What decided which code of a case to act on: nothing to act on; the only code; the role
    (a cause before an envelope, an envelope before a state); that a request to a KMS host, or event
    1015, carried it; that it is documented; that it was the latest. ACTIVATED: an activation
    succeeded afterwards, and there is nothing to act on.

    Example:
        >>> diagnose("hr=0xC004F074").verdict.rule
        <Rule.ONLY: 'only'>
    """

    NONE = 0, "none"
    ONLY = 1, "only"
    ROLE = 2, "role"
    REQUEST = 3, "request"
    DOCUMENTED = 4, "documented"
    LATEST = 5, "latest"
    ACTIVATED = 6, "activated"


class EventKind(_Word):
    """What an event reports: a fault, something worth a look together with others, good news, or
    noise that appears on healthy computers.

    Example:
        >>> event(12288).kind
        <EventKind.LOOK: 'look'>
    """

    UNKNOWN = 0, "unknown"
    FAULT = 1, "fault"
    LOOK = 2, "look"
    GOOD = 3, "good"
    NOISE = 4, "noise"


class ActivationType(enum.IntFlag):
    """Activation types: a set, tested with `in`.

    Example:
        >>> entry = lookup("0xC004F074")
        >>> ActivationType.KMS_CLIENT in entry.types
        True
    """

    MAK = 1
    KMS = 2
    KMS_CLIENT = 4
    KMS_HOST = 8
    AD = 16
    AVMA = 32
    TOKEN = 64
    OEM = 128
    DIGITAL = 256

    @property
    def identifiers(self) -> List[str]:
        """The identifiers of the types in the set, as `actdiag --json` prints them.

        Example:
            >>> (ActivationType.MAK | ActivationType.KMS_HOST).identifiers
            ['mak', 'kms-host']
        """
        return [identifier for bit, identifier in _TYPES.items() if bit & self]

    def labels(self, language: Optional[str] = None) -> List[str]:
        """The types in the set in words.

        Args:
            language: a BCP 47 tag or a locale's name; default: the process's locale.

        Returns:
            One string per type, in English where there is none in that language.

        Example:
            >>> (ActivationType.MAK | ActivationType.KMS_HOST).labels("en")
            ['MAK', 'KMS host']
        """
        tag = choose(language)
        return [_native.act_type_text(bit, tag).decode() for bit in _TYPES if bit & self]


_TYPES = {
    1: "mak",
    2: "kms",
    4: "kms-client",
    8: "kms-host",
    16: "ad",
    32: "avma",
    64: "token",
    128: "oem",
    256: "digital",
}
_W = TypeVar("_W", bound=_Word)


def _numbered(kind: Type[_W], other: _W) -> Callable[[int], _W]:
    """What finds a word by its number; other: for one that only a later library has."""
    words = {word.number: word for word in kind}
    return lambda number: words.get(number, other)


known_of = _numbered(Known, Known.NONE)
category_of = _numbered(Category, Category.UNKNOWN)
side_of = _numbered(Side, Side.UNKNOWN)
role_of = _numbered(Role, Role.UNKNOWN)
rule_of = _numbered(Rule, Rule.NONE)
event_kind_of = _numbered(EventKind, EventKind.UNKNOWN)
dialect_numbered = _numbered(Dialect, Dialect.SLMGR)


def dialect_of(commands: Optional[Commands]) -> Dialect:
    """The dialect that a caller, or else the environment, names."""
    if isinstance(commands, Dialect):
        return commands
    if not (commands is None or isinstance(commands, str)):
        raise TypeError(f"expected a dialect such as 'slmgr', not {type(commands).__name__}")
    if commands is not None:
        return _named(commands, "commands")
    chosen = os.environ.get("ACTDIAG_COMMANDS")
    return _named(chosen, "ACTDIAG_COMMANDS") if chosen else Dialect.SLMGR


def _named(identifier: str, origin: str) -> Dialect:
    for dialect in Dialect:
        if dialect.value == identifier:
            return dialect
    expected = ", ".join(dialect.value for dialect in Dialect)
    raise ValueError(f"{origin}: {identifier!r} is not one of {expected}")


@lru_cache(maxsize=None)
def types_of(bits: int) -> ActivationType:
    return ActivationType(bits & sum(_TYPES))
