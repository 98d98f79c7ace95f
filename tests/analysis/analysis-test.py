#!/usr/bin/env python3
"""What the analysers say of the sources: nothing. make check-analysis, with HOUSE_CFLAGS set."""

import concurrent.futures
import os
import pathlib
import shlex
import subprocess
import tempfile
import unittest

import harness

FOLDERS = ("lib", "lib/compiler", "bindings/shell", "tests", "tests/abi", "tests/fuzz", "examples")
WINDOWS_ONLY = ("platform_windows.c", "threads_windows.c")
GENERATED = "table-data.c"

INCLUDES = [f"-I{path}" for path in (harness.SOURCE / "include", harness.SOURCE / "lib",
                                     harness.BUILD / "lib", harness.SOURCE / "bindings/shell",
                                     harness.BUILD)]
DEFINES = ["-DACT_STATIC", "-DACT_BUILDING_LIBRARY",
           f'-DACT_SOURCE_FOLDER="{harness.SOURCE}"']


def sources(*folders):
    """The C sources in folders, but for those that this system cannot compile."""
    found = [path for folder in folders for path in sorted((harness.SOURCE / folder).glob("*.c"))]
    return [path for path in found if path.name not in (*WINDOWS_ONLY, GENERATED)]


def flags_of(path):
    """The flags a source is compiled with: those of the build, less what only gcc knows."""
    house = shlex.split(os.environ.get("HOUSE_CFLAGS", "-std=c11 -Wall -Wextra"))
    house = [flag for flag in house if not flag.startswith("-ffile-prefix-map")]
    processor = ["-mavx2"] if path.name == "scan_avx2.c" else []
    gnu = ["-D_GNU_SOURCE"] if path.parent.name in ("compiler", "fuzz", "shell") else []
    return [*house, *processor, *gnu, *DEFINES, *INCLUDES]


def wrong_findings(path):
    """Flags against what gcc's analyser gets wrong.

    It does not follow that collect() fills as many places as it counts.
    """
    return ["-Wno-analyzer-use-of-uninitialized-value"] if path.name.startswith("scan_") else []


def run(command):
    """What a command printed if it complained, else nothing."""
    words = [str(word) for word in command]
    result = subprocess.run(words, capture_output=True, text=True, check=False)
    if result.returncode == 0:
        return ""
    return "\n".join([shlex.join(words), result.stdout, result.stderr])


def run_all(commands):
    """What all of these printed that complained."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return "\n".join(filter(None, pool.map(run, commands)))


class Analysis(unittest.TestCase):
    """One test a tool."""

    def quiet(self, commands):
        """None of the commands complains."""
        commands = list(commands)
        self.assertTrue(commands)
        complaints = run_all(commands)
        self.assertEqual(complaints, "", complaints)

    def test_clang_warnings(self):
        """clang compiles all of it without a warning."""
        clang = harness.tool("clang")
        self.quiet([clang, *flags_of(path), "-O2", "-Werror", "-c", "-o", os.devnull, path]
                   for path in sources(*FOLDERS))

    def test_gcc_analyzer(self):
        """gcc follows each path through library, compiler and command."""
        gcc = harness.tool("gcc")
        options = ["-O1", "-fanalyzer", "-Werror", "-c", "-o", os.devnull]
        self.quiet([gcc, *flags_of(path), *options, *wrong_findings(path), path]
                   for path in sources("lib", "lib/compiler", "bindings/shell"))

    def test_clang_tidy(self):
        """The checks of .clang-tidy; but in fuzz targets, whose checks it does not follow."""
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
                         *sources("lib", "lib/compiler", "bindings/shell")]])

    def test_layout(self):
        """.clang-format decides the layout."""
        formatter = harness.tool("clang-format")
        headers = [path for folder in (*FOLDERS, "include", "tests/bench")
                   for path in sorted((harness.SOURCE / folder).glob("*.h"))
                   if path.name not in ("config.h",)]
        self.quiet([[formatter, "--dry-run", "--Werror", path]
                    for path in [*sources(*FOLDERS, "tests/bench"), *headers]])

    def test_shellcheck(self):
        """The shell scripts. Every sh at hand knows -nt; A && B || C is meant; make sets variables."""
        shellcheck = harness.tool("shellcheck")
        scripts = ["bootstrap", ".ci/run", "tests/windows/run", "tests/windows/run-test",
                   "tests/windows/under-wine"]
        excluded = "--exclude=SC3013,SC2015,SC2154"
        self.quiet([[shellcheck, excluded, harness.SOURCE / script] for script in scripts
                    if (harness.SOURCE / script).exists()])


class Valgrind(unittest.TestCase):
    """No invalid access, no use of what is not initialized, nothing leaked."""

    def clean(self, program, *arguments, status=0, suite=""):
        """A program runs without a complaint, to the status that it has without valgrind."""
        valgrind = harness.tool("valgrind")
        command = [harness.BUILD / "libtool", "--mode=execute", valgrind, "--quiet",
                   "--error-exitcode=99", "--leak-check=full", "--trace-children=no",
                   harness.BUILD / program, *arguments]
        # An empty name of a suite would run none.
        settings = {"CK_RUN_SUITE": suite, "CK_TIMEOUT_MULTIPLIER": "30"} if suite else {}
        result = subprocess.run([str(word) for word in command], capture_output=True, text=True,
                                check=False, env={**os.environ, **settings})
        self.assertEqual(result.returncode, status, result.stdout[-2000:] + result.stderr[-4000:])

    def test_unit_tests(self):
        """The unit tests, but those for which it would take minutes; sanitizers watch these."""
        for suite in ("entry", "language", "classify", "name", "notation", "format", "header"):
            with self.subTest(suite):
                self.clean("tests/unit-tests", suite=suite)

    def test_command(self):
        """The command: answers, a log, the whole list, and what it refuses."""
        log = harness.SOURCE / "doc/activation-errors.en.md"
        self.clean("bindings/shell/actdiag", "0xC004F074", "-1073418124", "0x8007232B")
        self.clean("bindings/shell/actdiag", "scan", "-j2", "--summary", "--json", log, log)
        self.clean("bindings/shell/actdiag", "list", "--language", "ja")
        self.clean("bindings/shell/actdiag", "nonsense", status=2)

    def test_compiler(self):
        """actdiag-compile: the documents, and broken ones."""
        with tempfile.TemporaryDirectory() as folder:
            table = pathlib.Path(folder) / "table.c"
            self.clean("lib/compiler/actdiag-compile", "-o", table, *harness.DOCUMENTS)
        for document in sorted((harness.SOURCE / "tests/compiler/broken").glob("*-cell*.md")):
            self.clean("lib/compiler/actdiag-compile", "--check", document, status=1)


if __name__ == "__main__":
    harness.main()
