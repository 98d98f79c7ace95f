"""Asks the C library's table."""

import ctypes
from typing import Dict, Iterator, List, Optional

from . import _native
from ._codes import Code, parse
from ._language import choose
from ._values import Classification, Document, Entry
from ._vocabulary import category_of, known_of, role_of, side_of, types_of

_DOCUMENT_FIELDS = range(len(Document._fields))

# The table is constant, so an entry once made is good for ever. There are never more of them than
# the table has.
_entries: Dict[int, Entry] = {}
_act_lookup = _native.act_lookup


def lookup(code: Code) -> Optional[Entry]:
    """Looks a code up in the documents.

    Args:
        code: a number, negative too, or a string, as for parse().

    Returns:
        The entry, or None if the documents do not describe this code; classify() answers for
        those too.

    Raises:
        ValueError: it is not a code.
        TypeError: it is neither a number nor a string.

    Example:
        >>> entry = lookup("0xC004F074")
        >>> entry.types.identifiers
        ['kms-client']
        >>> lookup(0xC004F074) is lookup(-1073418124)
        True
        >>> lookup("0x12345678") is None
        True
    """
    if type(code) is not int or not 0 <= code <= 0xFFFFFFFF:
        code = parse(code)
    entry = _entries.get(code)
    if entry is None:
        address = _act_lookup(code)
        if address is not None:
            return _make_entry(code, address)
    return entry


def _make_entry(code: int, address: int) -> Entry:
    return _entries.setdefault(code, Entry(code, types_of(_native.act_entry_types(address))))


def entries() -> List[Entry]:
    """All entries, in the order of the documents.

    Returns:
        A new list.

    Example:
        >>> [hex(entry.code) for entry in entries()][:2]
        ['0x...', '0x...']
    """
    return list(_iterate_entries())


def _iterate_entries() -> Iterator[Entry]:
    index = 0
    while True:
        address = _native.act_entry_at(index)
        if address is None:
            return
        yield _make_entry(_native.act_entry_code(address), address)
        index += 1


def classify(code: Code) -> Classification:
    """Says of any code what kind of fault it is and where to fix it.

    Args:
        code: a number, negative too, or a string, as for parse().

    Returns:
        The classification; there is one for every code.

    Raises:
        ValueError: it is not a code.
        TypeError: it is neither a number nor a string.

    Example:
        >>> found = classify(0x80072EE7)
        >>> found.category, found.side
        (<Category.NETWORK: 'network'>, <Side.NETWORK: 'network'>)
    """
    details = _native.ClassBuffer()
    _native.act_classify(parse(code), details)
    value, known, category, types, side, flags, severity, facility, status = details[:9]
    return Classification(
        value,
        details[_native.SUBJECT],
        known_of(known),
        category_of(category),
        types_of(types),
        side_of(side),
        role_of(details[_native.ROLE]),
        bool(flags & _native.RETRY),
        severity,
        facility,
        status,
    )


def codes() -> List[int]:
    """Every code that the documents or the register of licensing codes hold, in ascending order.

    Returns:
        A new list of numbers from 0 to 4294967295.

    Example:
        >>> 0xC004F074 in codes()
        True
    """
    found: List[int] = []
    code = ctypes.c_uint32()
    while _native.act_code_at(len(found), code):
        found.append(code.value)
    return found


def find(words: str, language: Optional[str] = None) -> List[int]:
    """Finds codes by words of their names, messages, causes and kinds of fault.

    Args:
        words: one or more words with blanks between them. All must occur, also inside longer words;
            upper and lower case are one in ASCII.
        language: a BCP 47 tag or a locale's name, whose texts are searched; default: the process's
            locale.

    Returns:
        A new list of numbers from 0 to 4294967295: documented codes first, then those that are only
        named, each of the two kinds in ascending order.

    Raises:
        TypeError: words or language is not a string.

    Example:
        >>> [name(code) for code in find("count too low", "en")]
        ['SL_E_VL_NOT_ENOUGH_COUNT']
        >>> 0xC004F009 in find("猶予期間", "ja")
        True
    """
    if not isinstance(words, str):
        raise TypeError(f"expected words in a string, not {type(words).__name__}")
    encoded, tag = words.encode("utf-8", "surrogatepass"), choose(language)
    count = _native.act_find(encoded, len(encoded), tag, None, 0)
    found = (ctypes.c_uint32 * count)()
    _native.act_find(encoded, len(encoded), tag, found, count)
    return list(found)


def documents() -> List[Document]:
    """The documents from which the table was made; the first one's language is the primary one.

    Returns:
        A new list.

    Example:
        >>> documents()[0].language
        'ja'
    """
    found: List[Document] = []
    while True:
        texts = [_native.act_document(len(found), field) for field in _DOCUMENT_FIELDS]
        if texts[0] is None:
            return found
        found.append(Document(*((text or b"").decode() for text in texts)))


def version() -> str:
    """The version of the C library that is loaded.

    Returns:
        Major, minor and patch level.

    Example:
        >>> version()
        '1...'
    """
    return _native.act_version().decode()
