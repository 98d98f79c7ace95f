"""The functions of the C library that the package calls, with their signatures."""

import ctypes
from functools import lru_cache
from typing import Any, Callable, Optional, Type

from ._library import load

_releasing = load()
# All but act_scan() take nanoseconds: releasing the interpreter's lock around them would cost more
# than they do, and make threads wait for each other. PyPy has no other way than to release it.
_holding: ctypes.CDLL = _releasing
if hasattr(ctypes, "PyDLL"):
    _holding = ctypes.PyDLL(_releasing._name, handle=_releasing._handle)

ALL = 1  # ACT_SCAN_ALL
MORE = 2  # ACT_SCAN_MORE
DECIMAL = 4  # ACT_SCAN_DECIMAL
BARE = 8  # ACT_SCAN_BARE
BIG_ENDIAN = 16  # ACT_SCAN_UTF16BE
RETRY = 1  # ACT_FLAG_RETRY
ROLE, SUBJECT = 9, 10  # places in act_class

# act_class: code, known, category, types, side, flags, severity, facility, status, role, subject,
# 5 reserved.
ClassBuffer = ctypes.c_uint32 * 16

CaseBuffer = ctypes.c_uint64 * 8192  # act_case
VerdictBuffer = ctypes.c_uint32 * 8  # act_verdict: code, rule, dialect, 5 reserved
NOT_KNOWN = 0xFFFFFFFF  # ACT_NOT_KNOWN
SETTLED = 4  # ACT_FINDING_SETTLED
EVALUATION = 16  # ACT_FINDING_EVALUATION


class Origin(ctypes.Structure):
    """act_origin."""

    _fields_ = [
        ("source", ctypes.c_char_p),
        ("computer", ctypes.c_char_p),
        ("field", ctypes.c_char_p),
        ("time", ctypes.c_int64),
        ("event", ctypes.c_uint32),
        ("record", ctypes.c_uint32),
        ("reserved", ctypes.c_void_p * 2),
    ]


class FindingBuffer(ctypes.Structure):
    """act_finding."""

    _fields_ = [
        ("offset", ctypes.c_uint64),
        ("latest", ctypes.c_uint64),
        ("count", ctypes.c_uint64),
        ("time", ctypes.c_int64),
        ("code", ctypes.c_uint32),
        ("role", ctypes.c_uint32),
        ("event", ctypes.c_uint32),
        ("record", ctypes.c_uint32),
        ("flags", ctypes.c_uint32),
        ("computer", ctypes.c_uint32),
        ("host", ctypes.c_uint32),
        ("current", ctypes.c_uint32),
        ("needed", ctypes.c_uint32),
        ("state", ctypes.c_uint32),
        ("minutes", ctypes.c_uint32),
        ("reserved", ctypes.c_uint32 * 5),
    ]


_text = ctypes.c_char_p
_entry = ctypes.c_void_p
_uint = ctypes.c_uint32
_size = ctypes.c_size_t
_int = ctypes.c_int
_code = ctypes.POINTER(_uint)
_buffer = ctypes.c_char_p
_case = ctypes.POINTER(CaseBuffer)


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
_Command = int  # the address of an act_command
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
act_reference: Callable[[int], _Text]
act_role_text: Callable[[int, _Text], bytes]
act_entry_steps: Callable[[_Entry, int, _Text, Any, int], int]
act_category_advice: Callable[[int, int, _Text, Any, int], int]
act_entry_command: Callable[[_Entry, _Text, int], Optional[_Command]]
act_command_at: Callable[[int], Optional[_Command]]
act_command_text: Callable[[_Command, int], bytes]
act_command_flags: Callable[[_Command, int], int]
act_event_kind_of: Callable[[_Text, int], int]
act_event_text: Callable[[_Text, int, int, _Text], _Text]
act_event_at: Callable[[int], int]
act_case_begin: Callable[[Any, int], int]
act_case_add: Callable[[Any, Any, Any, int, int], None]
act_case_computer: Callable[[Any, int], _Text]
act_case_verdict: Callable[[Any, int, Any], int]
act_case_finding: Callable[[Any, int, int, Any], int]
act_case_host: Callable[[Any, int], _Text]
act_case_event: Callable[[Any, int], int]
act_case_left_out: Callable[[Any, int], int]

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
act_reference = _function(_holding, "act_reference", _text, _uint)
act_role_text = _function(_holding, "act_role_text", _text, _int, _text)
act_entry_steps = _function(
    _holding, "act_entry_steps", _size, _entry, _int, _text, _buffer, _size
)
act_category_advice = _function(
    _holding, "act_category_advice", _size, _int, _int, _text, _buffer, _size
)
act_entry_command = _function(_holding, "act_entry_command", _entry, _entry, _text, _size)
act_command_at = _function(_holding, "act_command_at", _entry, _size)
act_command_text = _function(_holding, "act_command_text", _text, _entry, _int)
act_command_flags = _function(_holding, "act_command_flags", _uint, _entry, _int)
act_event_kind_of = _function(_holding, "act_event_kind_of", _int, _text, _uint)
act_event_text = _function(_holding, "act_event_text", _text, _text, _uint, _int, _text)
act_event_at = _function(_holding, "act_event_at", _uint, _size)
act_case_begin = _function(_holding, "act_case_begin", _int, _case, _size)
act_case_add = _function(
    _releasing, "act_case_add", None, _case, ctypes.POINTER(Origin), _buffer, _size, _uint
)
act_case_computer = _function(_holding, "act_case_computer", _text, _case, _size)
act_case_verdict = _function(
    _holding, "act_case_verdict", _int, _case, _size, ctypes.POINTER(VerdictBuffer)
)
act_case_finding = _function(
    _holding, "act_case_finding", _int, _case, _size, _size, ctypes.POINTER(FindingBuffer)
)
act_case_host = _function(_holding, "act_case_host", _text, _case, _size)
act_case_event = _function(_holding, "act_case_event", _uint, _case, _size)
act_case_left_out = _function(_holding, "act_case_left_out", ctypes.c_uint64, _case, _int)


@lru_cache(maxsize=None)
def _buffer_type(bits: int) -> Type[ctypes.Array[ctypes.c_char]]:
    # Kept, since each size is a type of its own to ctypes, and costs more than what it holds.
    return ctypes.c_char * (1 << bits)


def filled(function: Callable[..., int], *arguments: Any) -> bytes:
    """The text that a function under snprintf()'s contract writes."""
    size = function(*arguments, None, 0) + 1
    buffer = _buffer_type(size.bit_length())()
    function(*arguments, buffer, size)
    return buffer.value
