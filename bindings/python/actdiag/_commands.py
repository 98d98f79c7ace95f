"""The commands of steps and of the catalogue."""

from typing import Callable, Iterator, List, NamedTuple, Optional

from . import _native
from ._vocabulary import Commands, Dialect, dialect_of

_ELEVATED, _CHANGES, _HARD_TO_UNDO, _PRACTICE, _AS_SLMGR = 1, 2, 4, 8, 16
_PLACES = {128: "kms-host", 256: "forest", 512: "virtualization-host"}


class Command(NamedTuple):
    """A command as it is typed. `commands` and `Entry.commands` make them.

    Attributes:
        text: the command, in which <name> stands for what the reader fills in; several that
            belong together are on lines of their own.
        dialect: the tool that it is for: the one that was asked for, or SLMGR where that has no
            form of its own.
        where: where it is typed: "client" (the computer that is to be activated), "kms-host",
            "forest" (by an administrator of it) or "virtualization-host".
        elevated: whether it needs an elevated shell.
        changes: whether it changes something.
        hard_to_undo: whether what it changes is hard to undo.
        practice: whether it is administrators' practice, at least in part, and not documented.

    Example:
        >>> command = lookup(0xC004F074).commands("office")[0]
        >>> command.where, command.changes
        ('client', False)
    """

    text: str
    dialect: Dialect
    where: str
    elevated: bool
    changes: bool
    hard_to_undo: bool
    practice: bool


def commands(dialect: Optional[Commands] = None) -> List[Command]:
    """The catalogue: the commands that documents and advice use, and the options of slmgr.vbs and
    ospp.vbs.

    Args:
        dialect: the tool for which they are written, a Dialect or its identifier; default: what
            the environment variable ACTDIAG_COMMANDS names, else slmgr. The n-th command of one
            dialect does what the n-th of any other does.

    Returns:
        A new list.

    Raises:
        ValueError: dialect, or ACTDIAG_COMMANDS, names no dialect.
        TypeError: dialect is neither a Dialect nor a string.

    Example:
        >>> "slmgr.vbs /ato" in [command.text for command in commands("slmgr")]
        True
    """
    return list(commands_of(_native.act_command_at, dialect_of(dialect)))


def commands_of(at: Callable[[int], Optional[int]], dialect: Dialect) -> Iterator[Command]:
    """The commands that at() gives for the indexes from 0 on."""
    index = 0
    while (command := at(index)) is not None:
        flags = _native.act_command_flags(command, dialect.number)
        yield Command(
            _native.act_command_text(command, dialect.number).decode(),
            Dialect.SLMGR if flags & _AS_SLMGR else dialect,
            next((place for bit, place in _PLACES.items() if flags & bit), "client"),
            bool(flags & _ELEVATED),
            bool(flags & _CHANGES),
            bool(flags & _HARD_TO_UNDO),
            bool(flags & _PRACTICE),
        )
        index += 1
