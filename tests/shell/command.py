"""Runs the built actdiag for the test scripts of this folder."""

import contextlib
import os
import pty
import re
import subprocess
import unittest

import harness

# The program itself where it is linked with the shared library: libtool's script around it is slow.
PROGRAM = harness.BUILD / "bindings/shell/.libs/actdiag"
COMMAND = PROGRAM if PROGRAM.exists() else harness.COMMAND

# Variables that change what the command does.
QUIET = ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "NO_COLOR", "TERM")

# As the event log writes it.
EVENT = "License Activation (slui.exe) failed with the following error code: hr=0xC004F074"


def environment(**variables):
    kept = {name: value for name, value in os.environ.items() if name not in QUIET}
    return kept | {"LD_LIBRARY_PATH": str(harness.LIBRARY.parent)} | variables


def run(*arguments, variables=None, **options):
    """Runs actdiag, in English unless variables say otherwise, and returns its output as bytes."""
    options.setdefault("stdin", None if "input" in options else subprocess.DEVNULL)
    if options["stdin"] is None:
        del options["stdin"]
    options.setdefault("stdout", subprocess.PIPE)
    options.setdefault("stderr", subprocess.PIPE)
    return subprocess.run(
        [COMMAND, *arguments],
        env=environment(**(variables or {})),
        timeout=300,
        check=False,
        **options,
    )


@contextlib.contextmanager
def terminal_or_skip():
    """Skips a test that opens a terminal where there are none, as in a chroot without devpts."""
    try:
        yield
    except OSError as reason:
        raise unittest.SkipTest(f"no terminal can be opened here: {reason}") from None


def on_terminal(*arguments, variables=None, columns=80, program=COMMAND, **options):
    """Runs actdiag, or another program, on a terminal of its own; returns what that got."""
    with terminal_or_skip():
        master, slave = pty.openpty()
    subprocess.run(["stty", "cols", str(columns), "-onlcr"], stdin=slave, check=True)
    with subprocess.Popen(
        [program, *arguments],
        stdin=options.pop("stdin", subprocess.DEVNULL),
        stdout=options.pop("stdout", slave),
        stderr=slave,
        env=environment(**{"TERM": "xterm", **(variables or {})}),
        **options,
    ) as process:
        os.close(slave)
        received = b""
        while True:
            try:
                piece = os.read(master, 65536)
            except OSError:
                break
            if not piece:
                break
            received += piece
    os.close(master)
    return received


def codes_of(output):
    """The (line, code) pairs of the plain output of scan."""
    found = re.findall(rb"^.*?:(\d+): 0x([0-9A-F]{8})\t", output, re.M)
    return [(int(line), int(code, 16)) for line, code in found]


class CommandTest(harness.FolderTest):
    """A test that runs the command in a folder of its own."""

    def check(self, status, *arguments, **options):
        """Runs actdiag and checks its exit status."""
        done = run(*arguments, **options)
        self.assertEqual(done.returncode, status, (arguments, done.stderr))
        return done
