#!/usr/bin/env python3
"""Analysers find nothing in the sources. make check-analysis sets PROJECT_CFLAGS."""

import concurrent.futures
import os
import pathlib
import re
import shlex
import subprocess
import tempfile
import unittest

import harness

FOLDERS = ("lib", "bindings/shell", "tests/unit", "tests/support", "tests/fuzz", "examples")
WINDOWS_ONLY = ("platform_windows.c", "threads_windows.c", "arguments_windows.c")
GENERATED = ("config.h", "identifiers.h", "table-data.c")

INCLUDES = [f"-I{path}" for path in (harness.SOURCE / "include", harness.SOURCE / "lib",
                                     harness.BUILD / "lib", harness.SOURCE / "lib/compiler",
                                     harness.SOURCE / "bindings/shell",
                                     harness.SOURCE / "tests/support",
                                     harness.BUILD)]
DEFINES = ["-DACT_STATIC", "-DACT_BUILDING_LIBRARY"]


def sources(*folders):
    """The C sources in folders, but for those that this system cannot compile."""
    found = [path for folder in folders for path in sorted((harness.SOURCE / folder).rglob("*.c"))]
    return [path for path in found if path.name not in (*WINDOWS_ONLY, *GENERATED)]


def is_gnu(path):
    """Whether a source is compiled with the extensions of GNU."""
    return any(folder in path.parts for folder in ("compiler", "fuzz", "shell"))


def flags_of(path):
    """The flags a source is compiled with: those of the build, less what only gcc knows."""
    flags = shlex.split(os.environ.get("PROJECT_CFLAGS", "-std=c11 -Wall -Wextra"))
    gnu = ["-D_GNU_SOURCE"] if is_gnu(path) else []
    return [*flags, *gnu, *DEFINES, *INCLUDES]


def wrong_findings(path):
    """Flags for a false positive of gcc's analyser.

    It does not see that collect() fills as many places as it counts.
    """
    return ["-Wno-analyzer-use-of-uninitialized-value"] if path.name.startswith("scan_") else []


def run(command):
    """The output of a command if it failed, else nothing."""
    words = [str(word) for word in command]
    result = subprocess.run(words, capture_output=True, text=True, check=False)
    if result.returncode == 0:
        return ""
    return "\n".join([shlex.join(words), result.stdout, result.stderr])


def run_all(commands):
    """The output of all of these that failed."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return "\n".join(filter(None, pool.map(run, commands)))


class Analysis(unittest.TestCase):
    """One test per tool."""

    def quiet(self, commands):
        """None of the commands complains."""
        commands = list(commands)
        self.assertTrue(commands)
        complaints = run_all(commands)
        self.assertEqual(complaints, "", complaints)

    def test_clang_warnings(self):
        """clang parses all of it without a warning."""
        clang = harness.tool("clang")
        self.quiet([clang, *flags_of(path), "-Werror", "-fsyntax-only", path]
                   for path in sources(*FOLDERS))

    def test_gcc_analyzer(self):
        """gcc follows each path through library, compiler and command."""
        gcc = harness.tool("gcc")
        options = ["-O1", "-fanalyzer", "-Werror", "-c", "-o", os.devnull]
        self.quiet([gcc, *flags_of(path), *options, *wrong_findings(path), path]
                   for path in sources("lib", "bindings/shell"))

    def test_clang_tidy(self):
        """The checks of .clang-tidy, except in fuzz targets, whose checks it does not follow."""
        tidy = harness.tool("clang-tidy")
        folders = [folder for folder in FOLDERS if folder != "tests/fuzz"]
        self.quiet([tidy, "--quiet", "--warnings-as-errors=*", path, "--", *flags_of(path)]
                   for path in sources(*folders))

    def test_cppcheck(self):
        """cppcheck's warnings, performance and portability checks."""
        cppcheck = harness.tool("cppcheck")
        with tempfile.TemporaryDirectory() as folder:
            options = ["--quiet", "--std=c11", "--error-exitcode=1", "--inline-suppr",
                       "--enable=warning,performance,portability",
                       "--suppress=missingIncludeSystem", f"--cppcheck-build-dir={folder}"]
            self.quiet([[cppcheck, *options, *DEFINES, *INCLUDES,
                         *sources("lib", "bindings/shell")]])

    def test_layout(self):
        """.clang-format decides the layout."""
        formatter = harness.tool("clang-format")
        headers = [path for folder in (*FOLDERS, "include", "tests/bench")
                   for path in sorted((harness.SOURCE / folder).rglob("*.h"))
                   if path.name not in GENERATED]
        self.quiet([[formatter, "--dry-run", "--Werror", *sources(*FOLDERS, "tests/bench"), *headers]])

    def test_shellcheck(self):
        """The shell scripts. sh knows -nt everywhere; A && B || C is meant; make sets variables."""
        shellcheck = harness.tool("shellcheck")
        scripts = ["bootstrap", ".ci/run", "tests/windows/run", "tests/windows/run-test",
                   "tests/windows/under-wine"]
        excluded = "--exclude=SC3013,SC2015,SC2154"
        self.quiet([[shellcheck, excluded, harness.SOURCE / script] for script in scripts
                    if (harness.SOURCE / script).exists()])


def count_of_checks(printed):
    """How many unit tests ran, all of which passed."""
    return int(re.search(r"^100%: Checks: (\d+), Failures: 0, Errors: 0$", printed, re.M)[1])


class Valgrind(unittest.TestCase):
    """No invalid access, no use of what is not initialized, nothing leaked."""

    def setUp(self):
        self.valgrind = harness.tool("valgrind")

    def clean(self, program, *arguments, status=0, **variables):
        """A program runs without a complaint, to the status that it has without valgrind; what
        it printed."""
        command = [harness.BUILD / "libtool", "--mode=execute", self.valgrind, "--quiet",
                   "--error-exitcode=99", "--leak-check=full", "--show-leak-kinds=definite",
                   "--errors-for-leak-kinds=definite", harness.BUILD / program, *arguments]
        result = subprocess.run([str(word) for word in command], capture_output=True, text=True,
                                check=False, env={**os.environ, **variables})
        self.assertEqual(result.returncode, status, result.stdout[-2000:] + result.stderr[-4000:])
        self.assertNotIn("==", result.stderr)  # which frames valgrind's messages
        return result.stdout

    def clean_all(self, program, calls):
        """Runs a program cleanly for each call, which is an exit status and arguments."""
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            runs = [(call, pool.submit(self.clean, program, *call[1:], status=call[0]))
                    for call in calls]
            for call, done in runs:
                with self.subTest(call):
                    done.result()

    def test_unit_tests(self):
        """All of them, with fewer random texts, each suite in a process of its own: a process for
        each test, as Check has it, takes valgrind four times as long."""
        few = {"ACTDIAG_ROUNDS": "200", "CK_FORK": "no"}
        plain = subprocess.run([harness.BUILD / "tests/unit-tests"], capture_output=True, text=True,
                               check=True, env={**os.environ, **few}).stdout
        suites = re.search(r"^Running suite\(s\):(.*?)^100%", plain, re.M | re.S)[1].split("\n")
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            runs = [pool.submit(self.clean, "tests/unit-tests", **few, CK_RUN_SUITE=suite.strip())
                    for suite in reversed(suites) if suite.strip()]  # those that take long first
            counts = [count_of_checks(run.result()) for run in runs]
        self.assertGreater(min(counts), 0)
        self.assertEqual(sum(counts), count_of_checks(plain))

    def test_command(self):
        """The command: answers, a log, the whole list, and what it refuses."""
        log = harness.DOCUMENTS[0]
        self.clean_all("bindings/shell/actdiag", [
            (0, "0xC004F074", "-1073418124", "0x8007232B"),
            (0, "--json", "0xC004F074", "3221549172"),
            (1, "--language", "fr", "0xC004F074", "0x12345678"),
            (2, "nonsense", "0xC004F074"),
            (0, "scan", "-j2", log, log),
            (0, "scan", "-j2", "--summary", "--json", log, log),
            (0, "scan", "--all", "--summary", log),
            (2, "scan", "/nowhere"),
            (0, "list", "--language", "ja"),
            (0, "list", "--json"),
            (0, "--help"),
            (0, "--version"),
            (2, "--no-such-option"),
        ])

    def test_compiler(self):
        """actdiag-compile: what the build compiles, and all that is broken."""
        broken = harness.SOURCE / "tests/compiler/broken"
        documents = [f"en={path}" for path in sorted(broken.glob("*.md"))]
        registers = sorted(broken.glob("*.tsv"))
        self.assertTrue(documents and registers)
        with tempfile.TemporaryDirectory() as folder:
            self.clean_all("lib/compiler/actdiag-compile", [
                (0, "-o", pathlib.Path(folder) / "table.c",
                 "--register", harness.SOURCE / "doc/codes.tsv",
                 "--words", harness.SOURCE / "doc/words.tsv", *harness.DOCUMENTS),
                (0, "--list", *harness.DOCUMENTS),
                (1, "--check", *documents),
                *((1, "--check", "--register", path, "en=/dev/null") for path in registers),
                (1, "--check", "--words", registers[0], "/nowhere"),
                (2, "--no-such-option"),
            ])


if __name__ == "__main__":
    harness.main()
