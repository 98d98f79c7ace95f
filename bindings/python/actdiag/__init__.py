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

Texts are in the language of the process's locale, or in the one that is named: `steps("ja")`. All
functions may be called from any number of threads. All values can be compared, hashed and pickled,
so they travel to the workers of multiprocessing, Dask or Spark.

At a prompt, `python3 -m actdiag CODE...` runs the command actdiag.
"""

from ._codes import Code, name, parse
from ._scan import scan
from ._table import classify, codes, documents, entries, find, lookup, version
from ._values import Classification, Document, Entry, Match
from ._vocabulary import ActivationType, Category, Known, Side

__all__ = [
    "ActivationType",
    "Category",
    "Classification",
    "Code",
    "Document",
    "Entry",
    "Known",
    "Match",
    "Side",
    "classify",
    "codes",
    "documents",
    "entries",
    "find",
    "lookup",
    "name",
    "parse",
    "scan",
    "version",
]

__version__ = version()

# The public name is the one to show, and the one to find them by in a pickle.
for _public in (ActivationType, Category, Classification, Document, Entry, Known, Match, Side):
    _public.__module__ = __name__
del _public
