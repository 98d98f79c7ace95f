"""Runs actdiag-compile on what it refuses, within bounds of memory and time."""

import subprocess

import harness

GOOD = "|c|m|t|c|s|\n|-|-|-|-|-|\n|0xC0040001|m|MAK|c|s|\n"
BEFORE = "an earlier table\n"
HANG = 120  # seconds; generous, on busy machines
CPU_SECONDS = 20
MEBIBYTE = 1 << 20
MEMORY = 600  # MiB


def bounds():
    """Words before a command that bound its time and its address space; sanitizers need more.

    A shell, since subprocess starts a program much faster where it runs no code in between.
    """
    memory = "" if harness.sanitizer_flags() else f"ulimit -v {MEMORY * 1024} &&"
    return ("sh", "-c", f'ulimit -t {CPU_SECONDS} && {memory} exec "$@"', "sh")


class Refusal(harness.FolderTest):
    """Runs the program in a folder of its own, with an earlier table in place."""

    def run_compiler(self, *arguments, wrapper=()):
        """Runs the program, after the words of wrapper; returns the finished process."""
        return subprocess.run(
            [*bounds(), *wrapper, harness.COMPILER, *arguments],
            cwd=self.folder,
            capture_output=True,
            encoding="utf-8",
            errors="backslashreplace",
            timeout=HANG,
            check=False,
        )

    def refuse(self, expected, *arguments, **options):
        """Exit status 1, the diagnoses, no output, the earlier one untouched, nothing left."""
        for has_output in (False, True):
            output = self.folder / "table.c"
            if has_output:
                output.write_text(BEFORE, "utf-8")
            before = sorted(self.folder.iterdir())
            process = self.run_compiler("-o", "table.c", *arguments, **options)
            self.assertEqual(process.stderr, expected)
            self.assertEqual(process.stdout, "")
            self.assertEqual(process.returncode, 1)
            self.assertEqual(sorted(self.folder.iterdir()), before)
            if has_output:
                self.assertEqual(output.read_text("utf-8"), BEFORE)
                output.unlink()
