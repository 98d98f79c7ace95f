#!/usr/bin/env python3
"""Each allocation of actdiag-compile fails once, its writing fails at many places, its rename fails."""

import os
import pathlib
import resource
import shlex
import subprocess
import tempfile
import unittest

import harness

DOCUMENT = "|c|m|t|\n|-|-|-|\n|0xC0040001|m|MAK|\n\n### 0xC0040001\n\n**C:**\n\nc\n\n**S:**\n\n- s\n"
BEFORE = "an earlier table\n"
ALLOCATIONS_MAXIMUM = 2000


class Faults(unittest.TestCase):
    """Runs the program with one fault at a time."""

    def setUp(self):
        with open(harness.COMPILER, "rb") as file:
            if b"__asan_init" in file.read():
                self.skipTest("sanitizers have an allocator of their own")
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "a.en.md").write_text(DOCUMENT, "utf-8")
        (self.folder / "table.c").write_text(BEFORE, "utf-8")

    def run_compiler(self, kind=None, number=1, **options):
        """Runs the program with a fault."""
        environment = dict(os.environ)
        if kind:
            environment["FAULT_KIND"] = kind
            environment["FAULT_NUMBER"] = str(number)
            environment["FAULT_MARK"] = str(self.mark())
            environment["LD_PRELOAD"] = str(self.shim())
        return subprocess.run(
            [harness.COMPILER, "-o", "table.c", "a.en.md"],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            **options,
        )

    def shim(self):
        """The library that brings the faults about."""
        path = self.folder.parent / (self.folder.name + ".so")
        if not path.exists():
            source = harness.SOURCE / "tests/support/faults.c"
            compiler = shlex.split(os.environ.get("CC") or "cc")
            built = subprocess.run(
                [*compiler, "-shared", "-fPIC", "-o", path, source, "-ldl"],
                capture_output=True,
                check=False,
            )
            if built.returncode != 0:
                self.skipTest("the compiler builds no library to preload")
            self.addCleanup(path.unlink)
        return path

    def mark(self):
        """A folder that the fault makes."""
        return self.folder.parent / (self.folder.name + ".mark")

    def has_failed(self):
        """Whether the fault came about since the last question."""
        if not self.mark().is_dir():
            return False
        self.mark().rmdir()
        return True

    def check_untouched(self):
        """The earlier table, and nothing beside it."""
        self.assertEqual((self.folder / "table.c").read_text("utf-8"), BEFORE)
        self.assertEqual(sorted(os.listdir(self.folder)), ["a.en.md", "table.c"])

    def test_allocations(self):
        """Each allocation fails once. The C library does without some; cmark-gfm aborts."""
        table = self.folder / "table.c"
        self.assertEqual(self.run_compiler().returncode, 0)
        whole, messages = table.read_bytes(), []
        for number in range(1, ALLOCATIONS_MAXIMUM):
            table.write_text(BEFORE, "utf-8")
            process = self.run_compiler("allocate", number)
            if not self.has_failed():
                break
            if process.returncode == 0:
                self.assertEqual((table.read_bytes(), process.stderr), (whole, ""))
                continue
            messages.append(process.stderr)
            if process.returncode != 1:
                self.assertEqual(process.returncode, -6, process.stderr)
                self.assertIn("[cmark]", process.stderr)
            self.check_untouched()
        self.assertEqual(process.returncode, 0)
        expected = {
            "actdiag-compile: out of memory\n",
            "a.en.md: error: cannot be read: Cannot allocate memory\n",
            "actdiag-compile: table.c: cannot be written: Cannot allocate memory\n",
        }
        ours = [message for message in messages if "[cmark]" not in message]
        self.assertEqual(set(ours), expected)
        self.assertGreater(len(ours), 10)

    def test_writes(self):
        """The disk is full after 0, 1, … bytes: a limit on the size of files stands for it."""
        process = self.run_compiler()
        self.assertEqual(process.returncode, 0, process.stderr)
        size = (self.folder / "table.c").stat().st_size
        (self.folder / "table.c").write_text(BEFORE, "utf-8")

        def limit(length):
            import signal

            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (length, length))

        for length in [*range(0, size, 97), size - 1]:
            process = self.run_compiler(preexec_fn=lambda: limit(length))
            self.assertEqual(
                process.stderr, "actdiag-compile: table.c: cannot be written: File too large\n"
            )
            self.assertEqual(process.returncode, 1)
            self.check_untouched()

    def test_rename(self):
        """The table cannot take its place."""
        process = self.run_compiler("rename")
        self.assertTrue(self.has_failed())
        self.assertEqual(
            process.stderr, "actdiag-compile: table.c: cannot be written: Permission denied\n"
        )
        self.assertEqual(process.returncode, 1)
        self.check_untouched()


if __name__ == "__main__":
    harness.main()
