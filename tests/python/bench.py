#!/usr/bin/env python3
"""Measures the Python package against what it is built on, as ratios in one run.

    tests/python/bench.py [--json]         with ACTDIAG_LIBRARY, or in the folder that was built
"""

import ctypes
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import timeit
from collections import deque

SOURCE = pathlib.Path(__file__).resolve().parents[2]
PACKAGES = SOURCE / "bindings/python"
BUILD = pathlib.Path(os.environ.get("top_builddir") or os.getcwd())
LIBRARY = os.environ.setdefault(
    "ACTDIAG_LIBRARY", str(BUILD.resolve() / "lib/.libs/libactdiag.so.1")
)
sys.path[:0] = [str(PACKAGES), str(SOURCE / "tests/support")]

import actdiag  # noqa: E402 (found where the line above says)
import figures  # noqa: E402

STANDARD_MODULES = "ctypes, dataclasses, enum, typing"
LOG_SIZE = 100_000_000


def import_seconds(modules):
    """The best of several imports, each in a new Python; byte code is there after the first."""
    code = (
        "import time; start = time.perf_counter()\n"
        f"import {modules}\nprint(time.perf_counter() - start)"
    )
    with tempfile.TemporaryDirectory() as byte_code:
        env = {**os.environ, "PYTHONPATH": str(PACKAGES), "PYTHONPYCACHEPREFIX": byte_code}
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        runs = (
            subprocess.run(
                [sys.executable, "-c", code], env=env, stdout=subprocess.PIPE, check=True
            )
            for _ in range(15)
        )
        return min(float(run.stdout) for run in runs)


def call_seconds(function, argument, number=200_000):
    timer = timeit.Timer("function(argument)", globals=dict(function=function, argument=argument))
    return min(timer.repeat(7, number)) / number


def best(function, repeat=5):
    seconds = []
    for _ in range(repeat):
        start = time.perf_counter()
        function()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def bare_functions():
    library = ctypes.CDLL(LIBRARY)
    lookup, scan = library.act_lookup, library.act_scan
    lookup.restype, lookup.argtypes = ctypes.c_void_p, [ctypes.c_uint32]
    scan.restype = ctypes.c_size_t
    scan.argtypes = [
        ctypes.c_char_p,
        ctypes.c_size_t,
        ctypes.POINTER(ctypes.c_size_t),
        ctypes.c_uint32,
        ctypes.c_void_p,
        ctypes.c_size_t,
    ]
    return lookup, scan


def scan_in_c(scan, log):
    """All matches of a log, by the C function alone."""
    matches = (ctypes.c_char * (16 * 4096))()
    offset = ctypes.c_size_t()
    while scan(log, len(log), offset, 0, matches, 4096):
        pass


def measure():
    lookup, scan = bare_functions()
    line = b"2026-01-01 07:12:33.123 sppsvc: license acquisition, nothing to report here\n"
    few = (line * (LOG_SIZE // len(line) // 100) + b"hr=0xC004F074\n") * 100
    many = b"hr=0xC004F074\n" * 2_000_000
    undocumented = 0x8ABCDEF1
    return {
        "import": import_seconds("actdiag") / import_seconds(STANDARD_MODULES),
        "lookup, documented": call_seconds(actdiag.lookup, 0xC004F074)
        / call_seconds(lookup, 0xC004F074),
        "lookup, undocumented": call_seconds(actdiag.lookup, undocumented)
        / call_seconds(lookup, undocumented),
        "scan, 100 matches in 100 MB": best(lambda: deque(actdiag.scan(few), 0))
        / best(lambda: scan_in_c(scan, few)),
        "matches per second, many": 2_000_000 / best(lambda: deque(actdiag.scan(many), 0)),
    }


GOALS = {
    "import": f"of import {STANDARD_MODULES}; goal at most 1.5",
    "lookup, documented": "of a bare ctypes call; goal at most 2.5",
    "lookup, undocumented": "of a bare ctypes call; goal at most 2.5",
    "scan, 100 matches in 100 MB": "of the C function; goal at most 1.3",
    "matches per second, many": "goal more than 1,000,000",
}


if __name__ == "__main__":
    figures.main("Measures the Python package.", measure, GOALS)
