"""Finds codes in text and in any other bytes."""

import ctypes
import importlib
import warnings
from functools import partial
from struct import iter_unpack
from typing import TYPE_CHECKING, Any, Callable, Iterator, Optional, Union

from . import _native
from ._values import Match

if TYPE_CHECKING:
    import array
    import mmap

    Text = Union[str, bytes, bytearray, memoryview, "mmap.mmap", "array.array[Any]"]

_CAPACITY = 4096
_MATCH = "=QII"  # act_match
_MATCH_SIZE = 16
_SHORTEST = 8  # bytes of a code as written
# Match._make without its check of the length, at twice its speed.
_make_match: Any = partial(tuple.__new__, Match)
# An interrupt from the keyboard waits for a call of act_scan() to return: some milliseconds.
_WINDOW = 64 << 20


def scan(text: "Text", *, all_codes: bool = False) -> Iterator[Match]:
    """Finds codes in a text, a log or any other bytes.

    A code is "0x" and 8 hex digits; or 8 hex digits alone, a decimal number from 2147483648, or a
    negative one, as in C004F074, 3221549172 and -1073418124. The last three are found only if the
    documents or the register of licensing codes hold the code, and if they are not part of a word,
    a GUID or a version: beside them is no letter, digit or hyphen, nor a point with a digit.

    Bytes may be in any one-byte encoding, in UTF-8, or in UTF-16LE as in .evtx files, even mixed.
    If they begin with FE FF, or the first line end in UTF-16, at an even offset of the first 512
    bytes, is 00 0A, UTF-16 is read as big-endian. A buffer is read where it is, without a copy, in windows that leave other threads
    free to run. It must not be resized or closed before the iterator is exhausted, closed or
    forgotten.

    Args:
        text: a str; or bytes, a bytearray, memoryview, mmap, array, or whatever else has a
            contiguous buffer, read-only or not. A str is text, not the name of a file.
        all_codes: find every code with "0x", not only those that the documents or the register of
            licensing codes hold.

    Returns:
        An iterator over the matches, in the order of the text.

    Raises:
        TypeError: text is neither a str nor a buffer.
        BufferError: the buffer is not contiguous.

    Warns:
        RuntimeWarning: the bytes begin as a compressed file does, or as one in UTF-32, so that the
            codes in it are not found.

    Example:
        >>> for match in scan("07:12 hr=0xC004F074, again 0xC004F074"):
        ...     print(match)
        Match(offset=9, code=0xC004F074, length=10)
        Match(offset=27, code=0xC004F074, length=10)
        >>> next(scan("exit code -1073418124"))
        Match(offset=10, code=0xC004F074, length=11)

        A log that is larger than memory, and how often each code is in it:

        >>> import collections, mmap
        >>> with open(log) as file:
        ...     with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as view:
        ...         counts = collections.Counter(match.code for match in scan(view))
        >>> counts
        Counter({3221549172: 2})
    """
    flags = _native.DECIMAL | _native.BARE | (_native.ALL if all_codes else 0)
    if isinstance(text, str):
        return _scan_text(text, flags)
    view = memoryview(text)
    if not view.c_contiguous:
        raise BufferError("scan needs a contiguous buffer; bytes(view) makes one")
    # An empty view cannot be cast to bytes.
    begin = bytes(view.cast("B")[:BEGIN_SIZE]) if view.nbytes > 0 else b""
    kind = unreadable_kind(begin)
    if kind:
        warnings.warn(f"the bytes are {kind}: codes in them are not found", RuntimeWarning, 2)
    return _scan_view(view, flags | (_native.BIG_ENDIAN if is_big_endian(begin) else 0))


# The first bytes that show what the others are.
BEGIN_SIZE = 512


# Files whose text is not found, by their first bytes.
_UNREADABLE = (
    (b"\x1f\x8b\x08", "compressed with gzip"),
    (b"PK\x03\x04", "compressed with zip"),
    (b"\xfd7zXZ\0", "compressed with xz"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd"),
    (b"7z\xbc\xaf\x27\x1c", "compressed with 7-Zip"),
    (b"MSCF\0\0", "a cabinet"),
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
)


def unreadable_kind(begin: bytes) -> Optional[str]:
    """What bytes are that begin so, where no code in them can be found."""
    return next((kind for magic, kind in _UNREADABLE if begin.startswith(magic)), None)


def is_big_endian(begin: bytes) -> bool:
    """Whether bytes that begin so are in UTF-16BE, by their byte-order mark or first line end."""
    if begin.startswith(b"\xfe\xff"):
        return True
    if b"\0\n" not in begin:
        return False
    characters = (begin[i : i + 2] for i in range(0, min(len(begin), BEGIN_SIZE), 2))
    return next((c for c in characters if c in (b"\0\n", b"\n\0")), b"") == b"\0\n"


class _Buffer(ctypes.Structure):
    """Py_buffer of CPython."""

    _fields_ = [
        ("buf", ctypes.c_void_p),
        ("obj", ctypes.c_void_p),
        ("len", ctypes.c_ssize_t),
        ("itemsize", ctypes.c_ssize_t),
        ("readonly", ctypes.c_int),
        ("ndim", ctypes.c_int),
        ("format", ctypes.c_char_p),
        ("shape", ctypes.c_void_p),
        ("strides", ctypes.c_void_p),
        ("suboffsets", ctypes.c_void_p),
        ("internal", ctypes.c_void_p),
    ]


def _python_function(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    # An object of our own: ctypes.pythonapi.NAME is shared with everybody in the process.
    prototype = ctypes.PYFUNCTYPE(result, *arguments)
    function: Callable[..., Any] = prototype((name, ctypes.pythonapi))
    return function


def _scan_with_cpython(view: memoryview, flags: int) -> Iterator[Match]:
    buffer = _Buffer()
    _get_buffer(view, buffer, 0)
    try:
        yield from _scan_memory(buffer.buf, buffer.len, flags)
    finally:
        _release_buffer(buffer)
        view.release()


def _scan_with_cffi(view: memoryview, flags: int) -> Iterator[Match]:
    # PyPy does not stop a bytearray in use from being resized: what can change is copied.
    with _ffi.from_buffer(view if view.readonly else bytes(view)) as buffer:
        yield from _scan_memory(int(_ffi.cast("uintptr_t", buffer)), len(buffer), flags)


_as_utf8: Optional[Callable[..., Any]] = None

# ctypes' own from_buffer() refuses buffers that are read-only. PyPy has no Py_buffer, but cffi.
if hasattr(ctypes, "pythonapi"):
    _get_buffer = _python_function(
        "PyObject_GetBuffer", ctypes.c_int, ctypes.py_object, ctypes.POINTER(_Buffer), ctypes.c_int
    )
    _release_buffer = _python_function("PyBuffer_Release", None, ctypes.POINTER(_Buffer))
    _as_utf8 = _python_function(
        "PyUnicode_AsUTF8AndSize", ctypes.c_void_p, ctypes.py_object, ctypes.c_void_p
    )
    _scan_view = _scan_with_cpython
else:
    _ffi: Any = importlib.import_module("_cffi_backend").FFI()
    _scan_view = _scan_with_cffi


def _scan_text(text: str, flags: int) -> Iterator[Match]:
    """One byte per character, so that offsets count characters."""
    if _as_utf8 and text.isascii():
        yield from _scan_memory(_as_utf8(text, None), len(text), flags)
    else:
        # What is not ASCII is not part of a code, nor hinders one next to it: any byte will do.
        yield from _scan_view(memoryview(text.encode("ascii", "replace")), flags)


def _scan_memory(address: int, length: int, flags: int) -> Iterator[Match]:
    capacity = min(_CAPACITY, length // _SHORTEST + 1)
    matches = (ctypes.c_char * (capacity * _MATCH_SIZE))()
    view = memoryview(matches)
    offset = ctypes.c_size_t()
    end = 0
    while end < length:
        end = min(end + _WINDOW, length)
        window_flags = flags | _native.MORE if end < length else flags
        while True:
            count = _native.act_scan(address, end, offset, window_flags, matches, capacity)
            if count == 0:
                break
            yield from map(_make_match, iter_unpack(_MATCH, view[: count * _MATCH_SIZE]))
