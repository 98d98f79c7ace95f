"""Chooses the language of texts."""

import os
import re
import sys
from functools import lru_cache
from typing import FrozenSet, Optional, Set

from . import _native

_LANGUAGE = 0  # ACT_DOCUMENT_LANGUAGE


def choose(language: Optional[str]) -> bytes:
    """The tag to hand to the C library: English where no document is in the language wanted.

    Args:
        language: a BCP 47 tag or a locale's name; None: that of the process.

    Raises:
        TypeError: language is neither a string nor None.
    """
    if language is None:
        language = _locale()
    elif not isinstance(language, str):
        raise TypeError(f"expected a language tag such as 'en', not {type(language).__name__}")
    return _matched(language)


@lru_cache(maxsize=64)
def _matched(language: str) -> bytes:
    if _primary(language) not in _documented():
        return b"en"
    return language.partition("\0")[0].encode("utf-8", "replace")


@lru_cache(maxsize=None)
def _documented() -> FrozenSet[str]:
    languages: Set[str] = set()
    index = 0
    while True:
        tag = _native.act_document(index, _LANGUAGE)
        if tag is None:
            return frozenset(languages)
        languages.add(_primary(tag.decode()))
        index += 1


def _primary(tag: str) -> str:
    letters = re.match("[A-Za-z]*", tag)
    return letters.group().lower() if letters else ""


def _locale() -> str:
    if sys.platform == "win32":
        import locale
        from ctypes import WinDLL

        return locale.windows_locale.get(WinDLL("kernel32").GetUserDefaultUILanguage(), "en")
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable)
        if value:
            return value
    return "en"
