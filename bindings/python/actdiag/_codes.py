"""Reads codes, and names them."""

import ctypes
from typing import Optional, SupportsIndex, Union

from . import _native

Code = Union[int, str, SupportsIndex]
"""A code as people and programs have it: a number, negative too, or a string."""

_SMALLEST, _GREATEST = -0x80000000, 0xFFFFFFFF


def parse(code: Code) -> int:
    """Reads one code in any notation that people and tools write.

    Args:
        code: an int from -2147483648 to 4294967295 (WMI gives codes as negative numbers); or a
            string: "0xC004F074", "C004F074" (8 hex digits), "&HC004F074", "-1073418124",
            "3221549172", or a symbolic name in any case. Around it blanks, quotes, brackets,
            backticks and asterisks are allowed, punctuation after it, and one word or two with
            "=" or ":" before it ("Error Code: "); full-width characters are read as well.

    Returns:
        The code as a number from 0 to 4294967295.

    Raises:
        ValueError: it is not a code, or out of range; nothing is guessed.
        TypeError: it is neither a number nor a string.

    Example:
        >>> hex(parse(-1073418124))
        '0xc004f074'
        >>> hex(parse("sl_e_vl_binding_service_unavailable"))
        '0xc004f074'
        >>> parse("error 5")
        Traceback (most recent call last):
        ...
        ValueError: 'error 5' is not a code: expected 0x and up to 8 hex digits, ...
    """
    if isinstance(code, str):
        return _parse_text(code)
    if isinstance(code, bool) or not hasattr(code, "__index__"):
        raise TypeError(f"a code is an int or a string, not {type(code).__name__}: {code!r}")
    number = code.__index__()
    if not _SMALLEST <= number <= _GREATEST:
        raise ValueError(
            f"{number} is not a code: expected a number from {_SMALLEST} to {_GREATEST}"
        )
    return number & 0xFFFFFFFF


def _parse_text(text: str) -> int:
    # A lone surrogate becomes bytes that are no UTF-8, and so no code.
    encoded = text.encode("utf-8", "surrogatepass")
    code = ctypes.c_uint32()
    if not _native.act_parse(encoded, len(encoded), code):
        shown = text if len(text) <= 80 else text[:77] + "..."
        raise ValueError(
            f"{shown!r} is not a code: expected 0x and up to 8 hex digits, 8 hex digits, a decimal "
            "number or a symbolic name"
        )
    return code.value


def name(code: Code) -> Optional[str]:
    """The symbolic name of a code.

    Args:
        code: as for parse().

    Returns:
        A name from the Windows headers, or None if none is known.

    Raises:
        ValueError, TypeError: as parse() does.

    Example:
        >>> name(0xC004F074)
        'SL_E_VL_BINDING_SERVICE_UNAVAILABLE'
        >>> name(0x12345678) is None
        True
    """
    found = _native.act_name(parse(code))
    return None if found is None else found.decode()


def hexadecimal(code: int) -> str:
    return f"0x{code:08X}"
