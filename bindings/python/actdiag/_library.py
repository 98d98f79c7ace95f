"""Finds the C library and loads it."""

import ctypes
import os
import sys
from typing import List, NoReturn, Optional, Tuple

MAJOR = 1

PACKAGE = os.path.dirname(os.path.abspath(__file__))

if sys.platform == "win32":
    NAMES: Tuple[str, ...] = ("libactdiag-1.dll", "actdiag.dll")
elif sys.platform == "darwin":
    NAMES = ("libactdiag.1.dylib",)
else:
    NAMES = ("libactdiag.so.1",)

_ADVICE = (
    "Install libactdiag (after `make install`, run ldconfig), or set the environment variable "
    "ACTDIAG_LIBRARY to the full path of " + " or ".join(NAMES) + "."
)


def load() -> ctypes.CDLL:
    """Loads the first library found of: ACTDIAG_LIBRARY, one beside the package, the system's.

    A library that is there but cannot be used ends the search: it is the one that was meant.

    Raises:
        ImportError: no library was found, or the one found is not fit for use.
    """
    chosen = os.environ.get("ACTDIAG_LIBRARY")
    if chosen:
        return _load_chosen(chosen)
    tried = []
    for path in _installed_paths():
        if os.path.exists(path):
            return _checked(_open(path), path)
        tried.append(f"{path}: not there")
    return _load_system(tried)


def _load_chosen(path: str) -> ctypes.CDLL:
    origin = f"{path} (from ACTDIAG_LIBRARY)"
    # Elsewhere a name without a folder is the system loader's to find; on Windows that would look
    # in the current folder and along PATH, where anybody may have put a file.
    if sys.platform == "win32" and not os.path.isabs(path):
        _fail(f"{origin} is not a full path. {_ADVICE}")
    return _checked(_open(path, origin), origin)


def _installed_paths() -> List[str]:
    """Paths of a copy beside the package, and of one in the lib folder under the same prefix."""
    folders = [PACKAGE]
    packages = os.path.dirname(PACKAGE)
    python = os.path.dirname(packages)
    if os.path.basename(packages) in ("site-packages", "dist-packages"):
        if os.path.basename(python).startswith("python"):
            folders.append(os.path.dirname(python))
    if sys.platform == "win32":
        folders.append(_system_folder())
    return [os.path.join(folder, name) for folder in folders for name in NAMES]


def _load_system(tried: List[str]) -> ctypes.CDLL:
    # On Windows the system's folder was among the paths already tried.
    for name in NAMES if sys.platform != "win32" else ():
        try:
            library = ctypes.CDLL(name)
        except OSError as error:
            tried.append(f"{name}, by the system's loader: {error}")
        else:
            return _checked(library, f"{name} (found by the system's loader)")
    _fail("libactdiag was not found. Tried:\n  " + "\n  ".join(tried) + "\n" + _ADVICE)


def _open(path: str, origin: Optional[str] = None) -> ctypes.CDLL:
    try:
        return ctypes.CDLL(path)
    except OSError as error:
        kind = f"{8 * ctypes.sizeof(ctypes.c_void_p)}-bit process on {_machine()}"
        _fail(f"{origin or path} cannot be loaded: {error}. This Python is a {kind}. {_ADVICE}")


def _checked(library: ctypes.CDLL, origin: str) -> ctypes.CDLL:
    """Returns the library if its version is one that this package can use."""
    try:
        number = int(library.act_version_number())
    except AttributeError:
        _fail(f"{origin} is not libactdiag: it has no act_version_number(). {_ADVICE}")
    major, minor, patch = number >> 16, number >> 8 & 0xFF, number & 0xFF
    if major != MAJOR:
        _fail(
            f"{origin} is libactdiag {major}.{minor}.{patch}; this package ({PACKAGE}) needs "
            f"version {MAJOR}. Install the package that belongs to that library, or let "
            f"ACTDIAG_LIBRARY name a libactdiag {MAJOR} ({' or '.join(NAMES)})."
        )
    return library


def _fail(message: str) -> NoReturn:
    raise ImportError(message, name="actdiag") from None


def _machine() -> str:
    import platform  # slow to import, and needed for a failure only

    return platform.machine() or "an unknown machine"


def _system_folder() -> str:
    """System32, asked of Windows itself rather than of the environment."""
    if sys.platform != "win32":
        return ""
    buffer = ctypes.create_unicode_buffer(260)
    ctypes.WinDLL("kernel32").GetSystemDirectoryW(buffer, len(buffer))
    return buffer.value
