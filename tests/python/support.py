"""Makes the package of this source, with the library of this build, the one that tests import."""

import os
import shlex
import subprocess
import sys
import unittest

import harness

PACKAGES = harness.SOURCE / "bindings/python"
PACKAGE = PACKAGES / "actdiag"
EXAMPLES = PACKAGES / "examples"

SANITIZER = "libasan.so"
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def _skip_all(reason):
    print(f"SKIP: {os.path.basename(sys.argv[0])}: {reason}")
    print("0 passed, 0 failed, 1 skipped")
    sys.exit(harness.ALL_SKIPPED)


def _load_sanitizer():
    """Where the library wants AddressSanitizer, begins again in a Python that loaded it first."""
    flags = " ".join(harness.sanitizer_flags())
    if not flags or SANITIZER in os.environ.get("LD_PRELOAD", ""):
        return
    if "address" not in flags:
        _skip_all("this build's sanitizer cannot be loaded before Python")
    compiler = shlex.split(os.environ.get("CC") or "cc")
    found = subprocess.run([*compiler, f"-print-file-name={SANITIZER}"], capture_output=True,
                           text=True, check=False).stdout.strip()
    if not os.path.isabs(found):
        _skip_all(f"the compiler does not find {SANITIZER}, which must be loaded before Python")
    os.environ.update(LD_PRELOAD=found, ASAN_OPTIONS="detect_leaks=0")  # Python's leaks
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, *sys.argv])


if sys.version_info < (3, 9):
    _skip_all("Python 3.9 is needed")
if not harness.LIBRARY.is_file():
    _skip_all("this build has no libactdiag.so.1")
_load_sanitizer()

sys.path.insert(0, str(PACKAGES))
os.environ["ACTDIAG_LIBRARY"] = str(harness.LIBRARY)
for variable in LOCALE_VARIABLES:
    os.environ.pop(variable, None)


cpython_only = unittest.skipIf(
    sys.implementation.name != "cpython", "only CPython counts references and bytes, and locks buffers"
)


def environment(**changes):
    """The environment for another Python that is to import this package; None unsets."""
    values = dict(os.environ, PYTHONPATH=os.pathsep.join(sys.path[:1]), LC_ALL="C.UTF-8")
    for name, value in changes.items():
        values[name] = value
        if value is None:
            del values[name]
    return values


def run(*arguments, env=None, **options):
    """Runs a program to its end; its output is text."""
    return subprocess.run(
        [str(argument) for argument in arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment() if env is None else env,
        check=False,
        **options,
    )


def python(*arguments, **options):
    """Runs this Python with this package."""
    return run(sys.executable, *arguments, **options)
