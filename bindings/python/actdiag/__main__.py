"""Runs the command actdiag: python3 -m actdiag CODE..."""

import os
import subprocess
import sys
import sysconfig
from typing import Iterator, Optional

_NAME = "actdiag.exe" if sys.platform == "win32" else "actdiag"
_NOT_FOUND = 127


def _candidates() -> Iterator[str]:
    """A copy beside the package, then where pip puts scripts, then the folders of PATH, never the
    current one."""
    package = os.path.dirname(os.path.abspath(__file__))
    beside = os.path.join(os.path.dirname(package), "bin")  # pip install --target
    user = sysconfig.get_path("scripts", f"{os.name}_user")
    for folder in [package, sysconfig.get_path("scripts"), user, beside, *os.get_exec_path()]:
        if os.path.isabs(folder):
            yield os.path.join(folder, _NAME)


def command() -> Optional[str]:
    """The full path of the command; None where it is not installed."""
    found = (path for path in _candidates() if os.path.isfile(path) and os.access(path, os.X_OK))
    return next(found, None)


def main() -> int:
    """Runs the command with this program's arguments; returns its exit status."""
    path = command()
    if path is None:
        print(f"{_NAME} was found neither beside the package nor on PATH", file=sys.stderr)
        return _NOT_FOUND
    if sys.platform != "win32":
        os.execv(path, [path, *sys.argv[1:]])
    return subprocess.call([path, *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
