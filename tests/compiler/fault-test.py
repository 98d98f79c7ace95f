#!/usr/bin/env python3
"""actdiag-compile while one call fails: each allocation, write and close once, and its rename."""

import errno
import os
import resource
import signal
import subprocess

import faults
import harness

SECTION = "### 0xC0040001\n\n**C:**\n\nc\n\n**S:**\n\n- s\n"
LONG = "long " * 200  # more than is allocated at first
DOCUMENT = f"|c|m|t|\n|-|-|-|\n|0xC0040001|{LONG}|MAK|\n\n" + SECTION
REGISTER = "0xC0040001\tSL_E_X\tdns\tdns\tretry\tcause\tx\t-\n0xC0040002\t-\tclock\tclient\t-\tcause\t-\t-\n"
LABELS = harness.SOURCE / "doc/categories.tsv"
BEFORE = "an earlier table\n"
NOT_WRITTEN = "actdiag-compile: table.c: cannot be written: "


class Faults(faults.FaultTest):
    """Runs the program with one fault at a time, an earlier table in place."""

    PROGRAM = harness.COMPILER

    def setUp(self):
        super().setUp()
        self.write("a.en.md", DOCUMENT)
        self.write("codes.tsv", REGISTER)
        self.write("labels.tsv", LABELS.read_bytes())
        self.table = self.folder / "table.c"
        self.names = [*sorted(os.listdir(self.folder)), "table.c"]

    def compile(self, variables=None, **options):
        """Compiles all three kinds of input over the earlier table."""
        self.table.write_text(BEFORE, "utf-8")
        inputs = ["--register", "codes.tsv", "--categories", "labels.tsv", "a.en.md"]
        return self.run_compiler(["-o", "table.c", *inputs], variables, **options)

    def run_compiler(self, arguments, variables=None, **options):
        """Runs the program with a fault."""
        return subprocess.run(
            [harness.COMPILER, *arguments],
            cwd=self.folder,
            env={**os.environ, **(variables or {})},
            capture_output=True,
            text=True,
            check=False,
            **options,
        )

    def whole_table(self):
        """What is written where nothing fails."""
        done = self.compile()
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        return self.table.read_bytes()

    def check_untouched(self):
        """The earlier table, and nothing beside it."""
        self.assertEqual(self.table.read_text("utf-8"), BEFORE)
        self.assertEqual(sorted(os.listdir(self.folder)), self.names)

    def check_refused(self, done, reason):
        """Exit status 1, the reason, the earlier table."""
        self.assertEqual(done.stderr, NOT_WRITTEN + reason + "\n")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.check_untouched()

    def check_written(self, done, whole):
        """The whole table, and no word."""
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        self.assertEqual(self.table.read_bytes(), whole)
        self.assertEqual(sorted(os.listdir(self.folder)), self.names)

    def test_allocations(self):
        """The C library does without some; cmark-gfm aborts."""
        whole, messages = self.whole_table(), []
        for done in self.each(self.compile, "allocate"):
            if done.returncode == 0:
                self.check_written(done, whole)
                continue
            messages.append(done.stderr)
            if done.returncode != 1:
                self.assertEqual(done.returncode, -signal.SIGABRT, done.stderr)
                self.assertIn("[cmark]", done.stderr)
            self.check_untouched()
        expected = {
            "actdiag-compile: out of memory\n",
            "a.en.md: error: cannot be read: Cannot allocate memory\n",
            "codes.tsv: error: cannot be read: Cannot allocate memory\n",
            "labels.tsv: error: cannot be read: Cannot allocate memory\n",
            NOT_WRITTEN + "Cannot allocate memory\n",
        }
        ours = [message for message in messages if "[cmark]" not in message]
        self.assertEqual(set(ours), expected)
        self.assertGreater(len(ours), 10)

    def test_reads(self):
        """The disk fails at each read, or the file has become shorter: the input is named."""
        whole = self.whole_table()
        reasons = {"read": os.strerror(errno.EIO), "end": "it became shorter meanwhile"}
        for kind, reason in reasons.items():
            named = set()
            for done in self.each(self.compile, kind):
                if done.returncode == 0:  # read past the end
                    self.check_written(done, whole)
                    continue
                name, _, message = done.stderr.partition(": ")
                named.add(name)
                self.assertEqual(message, f"error: cannot be read: {reason}\n")
                self.assertEqual((done.returncode, done.stdout), (1, ""))
                self.check_untouched()
            self.assertEqual(named, {"a.en.md", "codes.tsv", "labels.tsv"})

    def test_writes_that_are_cut(self):
        """The program writes on where a write took less than all."""
        whole, count = self.whole_table(), 0
        for done in self.each(self.compile, "short-write"):
            count += 1
            self.check_written(done, whole)
        self.assertGreater(count, 4)

    def test_writes(self):
        """The disk is full, or broken, at each write."""
        for error in (errno.ENOSPC, errno.EIO):
            count = 0
            for done in self.each(self.compile, "write", error):
                count += 1
                self.check_refused(done, os.strerror(error))
            self.assertGreater(count, 4)

    def test_closing(self):
        """A network's disk may tell only then what it lost; a file that was read lost nothing."""
        whole, refused = self.whole_table(), 0
        for done in self.each(self.compile, "close", errno.EDQUOT):
            if done.returncode == 0:
                self.check_written(done, whole)
                continue
            refused += 1
            self.check_refused(done, os.strerror(errno.EDQUOT))
        self.assertEqual(refused, 1)

    def test_rename(self):
        """The table cannot take its place."""
        done = self.compile(self.variables("rename"))
        self.assertTrue(self.has_failed())
        self.check_refused(done, os.strerror(errno.EACCES))

    def test_full_disk(self):
        """The disk takes 0, 97, … bytes: a limit on the size of files stands for it."""
        size = len(self.whole_table())
        # Where coverage is measured, the counts go where nobody misses their cut files.
        aside = {"GCOV_PREFIX": str(self.mark.parent), "GCOV_ERROR_FILE": os.devnull}

        def limit(length):
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (length, length))

        for length in [*range(0, size, size // 50), size - 1]:
            done = self.compile(aside, preexec_fn=lambda: limit(length))
            self.check_refused(done, os.strerror(errno.EFBIG))

    def test_standard_output(self):
        """What --list, --help and --version print is lost, or cut."""
        self.write("many.en.md", "|c|m|t|c|s|\n|-|-|-|-|-|\n" + "".join(
            f"|0x{code:08X}|{'message ' * 9}|MAK|c|s|\n" for code in range(500)))
        for arguments in (["--list", "many.en.md"], ["--help"], ["--version"]):
            def run(variables=None):
                return self.run_compiler(arguments, variables)

            whole = run().stdout
            for error in (errno.ENOSPC, errno.EIO):
                for done in self.each(run, "write", error):
                    expected = "actdiag-compile: standard output: cannot be written: "
                    self.assertEqual(done.stderr, expected + os.strerror(error) + "\n")
                    self.assertEqual(done.returncode, 1)
                    self.assertNotEqual(done.stdout, whole)
            for done in self.each(run, "short-write"):
                self.assertEqual((done.returncode, done.stdout, done.stderr), (0, whole, ""))


if __name__ == "__main__":
    harness.main()
