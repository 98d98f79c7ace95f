#!/usr/bin/env python3
"""actdiag-compile where its output or its memory ends: an error, and never half a file."""

import os
import resource
import signal
import subprocess
import tempfile

import harness
from refusal import BEFORE, GOOD, MEBIBYTE, Refusal


class Output(Refusal):
    def limited(self, limit, *arguments, **options):
        """Runs the program over an earlier table, with limits that limit() sets."""
        (self.folder / "table.c").write_text(BEFORE, "utf-8")
        return subprocess.run(
            [harness.COMPILER, *arguments], cwd=self.folder, text=True, check=False,
            stderr=subprocess.PIPE, preexec_fn=limit, **options,
        )

    def check_untouched(self, done, message):
        """Exit status 1, the message, the earlier table and nothing beside it."""
        self.assertEqual((done.returncode, done.stderr), (1, message))
        self.assertEqual((self.folder / "table.c").read_text("utf-8"), BEFORE)
        self.assertEqual(sorted(os.listdir(self.folder)), ["a.en.md", "table.c"])

    def test_full_disk(self):
        """Only a part of the table fits on the disk, simulated by a limit on the size of files."""
        self.write("a.en.md", GOOD)
        self.run_compiler("-o", "table.c", "a.en.md")
        size = (self.folder / "table.c").stat().st_size
        # Where coverage is measured, its files are cut as well.
        cut = tempfile.TemporaryDirectory()
        self.addCleanup(cut.cleanup)
        aside = {**os.environ, "GCOV_PREFIX": cut.name, "GCOV_ERROR_FILE": os.devnull}

        def limit(length):
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (length, length))

        for length in [*range(0, size, size // 10), size - 1]:
            done = self.limited(lambda n=length: limit(n), "-o", "table.c", "a.en.md", env=aside)
            self.check_untouched(
                done, "actdiag-compile: table.c: cannot be written: File too large\n"
            )

    @harness.skip_if_sanitized("sanitizers need memory of their own")
    def test_out_of_memory(self):
        """Memory for half of a document."""
        self.write("a.en.md", GOOD + "\n" * (40 * MEBIBYTE))
        done = self.limited(lambda: resource.setrlimit(resource.RLIMIT_AS, (48 * MEBIBYTE,) * 2),
                            "-o", "table.c", "a.en.md")
        self.check_untouched(done, "actdiag-compile: out of memory\n")

    def test_standard_output(self):
        """What --list, --help and --version print is lost."""
        self.write("a.en.md", GOOD)
        for arguments in (["--list", "a.en.md"], ["--help"], ["--version"]):
            with self.subTest(arguments), open("/dev/full", "wb") as full:
                done = self.limited(None, *arguments, stdout=full)
                self.check_untouched(
                    done,
                    "actdiag-compile: standard output: cannot be written: No space left on device\n",
                )

    def test_a_read_that_fails(self):
        """A process' own memory cannot be read at its first byte."""
        self.refuse("/proc/self/mem: error: cannot be read: Input/output error\n",
                    "en=/proc/self/mem")


if __name__ == "__main__":
    harness.main()
