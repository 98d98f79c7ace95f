"""The functions of the C library that the package calls, with their signatures."""

import ctypes
from typing import Any, Callable, Optional

from ._library import load

_releasing = load()
# All but act_scan() take nanoseconds: releasing the interpreter's lock around them would cost more
# than they do, and make threads wait for each other. PyPy has no other way than to release it.
_holding: ctypes.CDLL = _releasing
if hasattr(ctypes, "PyDLL"):
    _holding = ctypes.PyDLL(_releasing._name, handle=_releasing._handle)

ALL = 1  # ACT_SCAN_ALL
MORE = 2  # ACT_SCAN_MORE
RETRY = 1  # ACT_FLAG_RETRY

# act_class: code, known, category, types, side, flags, severity, facility, status, 7 reserved.
ClassBuffer = ctypes.c_uint32 * 16

_text = ctypes.c_char_p
_entry = ctypes.c_void_p
_uint = ctypes.c_uint32
_size = ctypes.c_size_t
_int = ctypes.c_int
_code = ctypes.POINTER(_uint)


def _function(library: ctypes.CDLL, name: str, result: Any, *arguments: Any) -> Any:
    try:
        function = getattr(library, name)
    except AttributeError:
        message = (
            f"{library._name} lacks {name}(): it is older than this package. Install a newer "
            "libactdiag, or the package that belongs to that library."
        )
        raise ImportError(message, name="actdiag") from None
    function.restype, function.argtypes = result, arguments
    return function


_Entry = int  # the address of an act_entry
_Text = Optional[bytes]

act_lookup: Callable[[int], Optional[_Entry]]
act_entry_at: Callable[[int], Optional[_Entry]]
act_entry_code: Callable[[_Entry], int]
act_entry_types: Callable[[_Entry], int]
act_entry_text: Callable[[_Entry, int, _Text], bytes]
act_entry_language: Callable[[_Entry, _Text], bytes]
act_classify: Callable[[int, Any], int]
act_name: Callable[[int], _Text]
act_code_at: Callable[[int, Any], int]
act_category_text: Callable[[int, int, _Text], bytes]
act_side_text: Callable[[int, _Text], bytes]
act_type_text: Callable[[int, _Text], bytes]
act_word: Callable[[bytes, _Text], _Text]
act_find: Callable[[bytes, int, _Text, Any, int], int]
act_parse: Callable[[bytes, int, Any], int]
act_scan: Callable[[Any, int, Any, int, Any, int], int]
act_document: Callable[[int, int], _Text]
act_version: Callable[[], bytes]

act_lookup = _function(_holding, "act_lookup", _entry, _uint)
act_entry_at = _function(_holding, "act_entry_at", _entry, _size)
act_entry_code = _function(_holding, "act_entry_code", _uint, _entry)
act_entry_types = _function(_holding, "act_entry_types", _uint, _entry)
act_entry_text = _function(_holding, "act_entry_text", _text, _entry, _int, _text)
act_entry_language = _function(_holding, "act_entry_language", _text, _entry, _text)
act_classify = _function(_holding, "act_classify", _int, _uint, ctypes.POINTER(ClassBuffer))
act_name = _function(_holding, "act_name", _text, _uint)
act_code_at = _function(_holding, "act_code_at", _int, _size, _code)
act_category_text = _function(_holding, "act_category_text", _text, _int, _int, _text)
act_side_text = _function(_holding, "act_side_text", _text, _int, _text)
act_type_text = _function(_holding, "act_type_text", _text, _int, _text)
act_word = _function(_holding, "act_word", _text, _text, _text)
act_find = _function(_holding, "act_find", _size, _text, _size, _text, _code, _size)
act_parse = _function(_holding, "act_parse", _int, _text, _size, _code)
act_scan = _function(
    _releasing, "act_scan", _size, _entry, _size, ctypes.POINTER(_size), _uint, _entry, _size
)
act_document = _function(_holding, "act_document", _text, _size, _int)
act_version = _function(_holding, "act_version", _text)
