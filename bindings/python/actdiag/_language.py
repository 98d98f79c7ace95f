"""The language of texts: what to ask the C library for, which has the rule of languages."""

import os
import sys
from typing import Optional


def choose(language: Optional[str]) -> bytes:
    """The language as the C library takes it.

    Args:
        language: a BCP 47 tag or a locale's name; None: that of the process.

    Raises:
        TypeError: language is neither a string nor None.
    """
    if language is None:
        language = _locale()
    elif not isinstance(language, str):
        raise TypeError(f"expected a language tag such as 'en', not {type(language).__name__}")
    return language.partition("\0")[0].encode("utf-8", "replace")


def _locale() -> str:
    if sys.platform == "win32":
        import locale
        from ctypes import WinDLL

        return locale.windows_locale.get(WinDLL("kernel32").GetUserDefaultUILanguage(), "C")
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable)
        if value:
            return value
    return "C"
