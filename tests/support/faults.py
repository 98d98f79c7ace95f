"""Runs a program with one fault at a time, which faults.c and system_faults.c bring about."""

import os
import pathlib
import shlex
import subprocess
import tempfile

import harness

SOURCES = [harness.SOURCE / "tests/support" / name for name in ("faults.c", "system_faults.c")]
CALLS_MAXIMUM = 3000


class FaultTest(harness.FolderTest):
    """A test of PROGRAM, in a folder of its own that holds nothing of the faults."""

    PROGRAM = None

    def setUp(self):
        super().setUp()
        if harness.sanitizer_flags():
            self.skipTest("sanitizers have an allocator of their own")
        aside = tempfile.TemporaryDirectory()
        self.addCleanup(aside.cleanup)
        self.mark = pathlib.Path(aside.name) / "mark"
        self.shim = pathlib.Path(aside.name) / "faults.so"
        compiler = shlex.split(os.environ.get("CC") or "cc")
        built = subprocess.run(
            [*compiler, "-shared", "-fPIC", "-o", self.shim, *SOURCES, "-ldl"],
            capture_output=True,
            check=False,
        )
        if built.returncode != 0:
            self.skipTest("the compiler builds no library to preload")

    def variables(self, kind, number=1, error=None):
        """The environment that brings a fault about; error is a number of errno."""
        return {
            "FAULT_KIND": kind,
            "FAULT_NUMBER": str(number),
            "FAULT_MARK": str(self.mark),
            "LD_PRELOAD": str(self.shim),
        } | ({} if error is None else {"FAULT_ERROR": str(error)})

    def has_failed(self):
        """Whether the fault came about since the last question."""
        if not self.mark.is_dir():
            return False
        self.mark.rmdir()
        return True

    def each(self, run, kind, error=None):
        """What run(variables) returns, a finished process, with each call of a kind failing in
        turn, until there is no more call to fail."""
        for number in range(1, CALLS_MAXIMUM):
            done = run(self.variables(kind, number, error))
            if not self.has_failed():
                if done.returncode == harness.ALL_SKIPPED:
                    self.skipTest("system calls cannot be filtered here (seccomp)")
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertGreater(number, 1, "no such call was made")
                return
            yield done
        self.fail("too many calls")
