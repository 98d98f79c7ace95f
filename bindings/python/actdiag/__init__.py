"""What a Windows volume-activation error code means, where to fix it, and what to do.

    >>> import actdiag
    >>> entry = actdiag.lookup("0xC004F074")
    >>> entry.name
    'SL_E_VL_BINDING_SERVICE_UNAVAILABLE'
    >>> print(entry.message("en"))
    No Key Management Service (KMS) ...

A code is given as a number, also a negative one as WMI reports it (`-1073418124`), or as a string
in any notation that people and tools write (`"0xC004F074"`, `"C004F074"`, `"-1073418124"`, a
symbolic name). What is not a code raises ValueError.

- `lookup` answers with what the documents say: message, cause, steps. `print(entry)` shows it all.
- `classify` returns for every code what kind of fault it is and where to fix it:

    >>> found = actdiag.classify(0xC004F074)
    >>> found.category, found.side
    (<Category.KMS_HOST: 'kms-host'>, <Side.NETWORK: 'network'>)

- `scan` finds the codes in a log, as text or bytes, even one of many gigabytes through mmap:

    >>> [hex(match.code) for match in actdiag.scan("KMS: 0xC004F074; DNS: 0x8007232B")]
    ['0xc004f074', '0x8007232b']

- `find` finds codes by words:

    >>> [actdiag.name(code) for code in actdiag.find("count too low", "en")]
    ['SL_E_VL_NOT_ENOUGH_COUNT']

- `diagnose` finds the code to act on in all that somebody has at hand for one failure: texts,
  files, events of known origin.

    >>> found = actdiag.diagnose("8198: hr=0xC004F074", "12288: 0x8007232B, 0x0, kms.example:1688")
    >>> found.verdict
    <Verdict 0x8007232B DNS_ERROR_RCODE_NAME_ERROR by role; 2 findings>

- `event` explains an event of the Windows event log by its number, and `commands` lists the
  commands that the answers use.

Texts are in the language of the process's locale, or in the one that is named: `steps("ja")`. Their
commands are those of slmgr.vbs, or of the tool that `commands="office"` or the environment variable
ACTDIAG_COMMANDS names: slmgr, powershell, oslicense, office. All functions may be called from any number of threads. All values can be compared, hashed and pickled,
so they travel to the workers of multiprocessing, Dask or Spark.

At a prompt, `python3 -m actdiag CODE...` runs the command actdiag.
"""

from typing import TYPE_CHECKING, Dict

from ._codes import Code, name, parse
from ._commands import Command, commands
from ._scan import scan
from ._table import classify, codes, documents, entries, find, lookup, version
from ._values import Classification, Document, Entry, Match
from ._vocabulary import (
    ActivationType,
    Category,
    Dialect,
    EventKind,
    Known,
    Role,
    Rule,
    Side,
)

if TYPE_CHECKING:
    from ._case import Piece, diagnose
    from ._diagnosis import Diagnosis, Finding, LeftOut, Verdict
    from ._events import Event, event, events

__all__ = [
    "ActivationType",
    "Category",
    "Classification",
    "Code",
    "Command",
    "Diagnosis",
    "Dialect",
    "Document",
    "Entry",
    "Event",
    "EventKind",
    "Finding",
    "Known",
    "LeftOut",
    "Match",
    "Piece",
    "Role",
    "Rule",
    "Side",
    "Verdict",
    "classify",
    "codes",
    "commands",
    "diagnose",
    "documents",
    "entries",
    "event",
    "events",
    "find",
    "lookup",
    "name",
    "parse",
    "scan",
    "version",
]

__version__ = version()

_LATER = (
    "Diagnosis",
    "Event",
    "Finding",
    "LeftOut",
    "Piece",
    "Verdict",
    "diagnose",
    "event",
    "events",
)


def _publish(things: Dict[str, object]) -> None:
    """Gives classes the public name: the one to show, and to find them by in a pickle."""
    for thing in things.values():
        if isinstance(thing, type):
            thing.__module__ = __name__


_publish(globals())

# Cases and events take a large part of the time to import, and not every program has them: they are
# imported when one of their names is first asked for. Type checkers have them from above.
if not TYPE_CHECKING:

    def __getattr__(name):
        if name not in _LATER:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from . import _case, _diagnosis, _events

        found = {**vars(_case), **vars(_diagnosis), **vars(_events)}
        found = {public: found[public] for public in _LATER}
        _publish(found)
        globals().update(found)
        return found[name]

    def __dir__():
        return sorted({*globals(), *__all__})
