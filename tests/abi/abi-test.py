#!/usr/bin/env python3
"""Compares the interface of the library that was built with that of version 1.0.

Each check is a function, which raises AssertionError.
"""

import os
import pathlib
import re
import shlex
import subprocess
import tempfile
import unittest

import harness

ABI = harness.SOURCE / "tests/abi"
BASELINES = sorted(ABI.glob("libactdiag-*.abi"))
CONSUMERS = sorted(ABI.glob("consumer-*.c"))
INCLUDE = harness.SOURCE / "include"
CC = shlex.split(os.environ.get("CC") or "cc")
WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Werror"]
WINDOWS_LIBRARIES = ("libactdiag-1.dll", "actdiag.dll")

# Each of the three data models, byte orders and calling conventions that matter; headers are the
# compiler's own, so that no C library of the target is needed.
TARGETS = {
    "gcc LP64 C11": "gcc -std=c11",
    "gcc LP64 C++11": "g++ -x c++ -std=c++11",
    "gcc ILP32": "gcc -m32 -std=c11",
    "mingw-w64 LLP64": "x86_64-w64-mingw32-gcc -std=c11",
    "mingw-w64 ILP32": "i686-w64-mingw32-gcc -std=c11",
    "clang LP64 C++17": "clang -x c++ -std=c++17",
    "MSVC x64": "clang --target=x86_64-pc-windows-msvc -fms-compatibility -fms-extensions -std=c11",
    "MSVC x86 C++14": "clang --target=i686-pc-windows-msvc -fms-compatibility -fms-extensions -x c++"
                      " -std=c++14",
    "MSVC ARM64": "clang --target=aarch64-pc-windows-msvc -fms-compatibility -std=c11",
    "Linux ARM": "clang --target=armv7-linux-gnueabihf -std=c11",
    "Linux big-endian": "clang --target=s390x-linux-gnu -std=c11",
    "macOS ARM64": "clang --target=arm64-apple-macos11 -std=c11",
}


def run(*command, **options):
    return subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **options
    )


def output_of(*command):
    result = run(*command)
    if result.returncode != 0:
        raise AssertionError(f"{command[0]} fails: {result.stdout}")
    return result.stdout


def version_of(path):
    """The minor version in the name of a baseline or consumer, such as 1.0."""
    return re.search(r"-(\d+\.\d+)\.", path.name)[1]


def number(version):
    return tuple(map(int, version.split(".")))


def promised_symbols(until=None):
    """The pairs of name and symbol version of all functions, or of those up to a minor version."""
    return [(name, f"LIBACTDIAG_{version}") for name, version in harness.exported()
            if not until or number(version) <= number(until)]


def exported_symbols(library):
    pattern = re.compile(r"^[0-9a-f]+ ([A-Z]) (\S+?)(?:@@?(\S+))?$", re.M)
    lines = pattern.findall(output_of("nm", "-D", "--defined-only", "--with-symbol-versions", library))
    return sorted((name, version) for kind, name, version in lines if kind != "A")


def check_symbols(library):
    promised, exported = promised_symbols(), exported_symbols(library)
    missing, extra = set(promised) - set(exported), set(exported) - set(promised)
    if missing or extra:
        raise AssertionError(f"missing: {sorted(missing)}; not in a list: {sorted(extra)}")


def dll_exports(library):
    table = output_of("x86_64-w64-mingw32-objdump", "-p", library).split("[Ordinal/Name Pointer]")[1]
    return sorted(re.findall(r"^\t\[ *\d+\](?: \+base\[ *\d+\])?(?: +[0-9a-f]+)? (\S+)$", table, re.M))


def check_types(library):
    """By abidiff; functions that are newer than a baseline are left to the list of functions."""
    for baseline in BASELINES:
        result = run("abidiff", "--no-added-syms", baseline, library)
        if result.returncode != 0:
            raise AssertionError(f"{baseline.name}: {result.stdout}")


def check_pins(header_folder, compiler="gcc -std=c11"):
    result = run(
        *compiler.split(), "-ffreestanding", "-fsyntax-only", *WARNINGS, f"-I{header_folder}",
        ABI / "pins.c",
    )
    if result.returncode != 0:
        raise AssertionError(result.stdout)


def check_all_pinned(header):
    text = header.read_text()
    names = re.findall(r"^\s*(ACT_[A-Z_]+) = \d+", text, re.M)
    names += re.findall(r"^#define (ACT_\w+) (?:UINT32_C\()?\d", text, re.M)
    fields = re.findall(r"^    uint\d+_t (\w+)(?:\[\d+\])?;", text, re.M)
    pins = (ABI / "pins.c").read_text()
    # A minor version and a patch level may change.
    names = [name for name in names if name not in ("ACT_VERSION_MINOR", "ACT_VERSION_PATCH")]
    open_names = [name for name in names if f"PIN({name}," not in pins]
    open_names += [name for name in fields if not re.search(rf"offsetof\(\w+, {name}\)", pins)]
    if open_names or len(names) < 50 or len(fields) < 13:
        raise AssertionError(f"of {len(names)} numbers and {len(fields)} fields not in pins.c: {open_names}")


class Abi(unittest.TestCase):
    def library(self):
        if not harness.LIBRARY.is_file():
            raise unittest.SkipTest("no shared library of ELF was built")
        return harness.LIBRARY.resolve()

    def require_debug_information(self, library):
        harness.tool("abidiff")
        if ".debug_info" not in output_of("readelf", "-SW", library):
            raise unittest.SkipTest("the library was built without -g, so its types are not seen")

    def test_symbols_and_their_versions(self):
        harness.tool("nm")
        check_symbols(self.library())

    def test_soname(self):
        harness.tool("readelf")
        self.assertIn("[libactdiag.so.1]", output_of("readelf", "-dW", self.library()))

    def test_types(self):
        library = self.library()
        self.require_debug_information(library)
        check_types(library)

    def test_baseline_names_no_machine(self):
        for baseline in BASELINES:
            text = baseline.read_text()
            self.assertEqual(re.findall(r"comp-dir-path|filepath=|'/\w+/", text), [])
            named = sorted(set(re.findall(r"elf-symbol-id='(\w+)@@(\w+\.\d+)'", text)))
            self.assertEqual(named, promised_symbols(version_of(baseline)))

    def test_exports_of_the_dll(self):
        harness.tool("x86_64-w64-mingw32-objdump")
        folders = [harness.BUILD / "lib/.libs", pathlib.Path(os.environ.get("ACTDIAG_DLL_FOLDER", "."))]
        libraries = [f / n for f in folders for n in WINDOWS_LIBRARIES if (f / n).is_file()]
        if not libraries:
            raise unittest.SkipTest("no DLL was built here, nor named by ACTDIAG_DLL_FOLDER")
        for library in libraries:
            with self.subTest(library=library.name):
                self.assertEqual(dll_exports(library), [name for name, _ in promised_symbols()])

    def test_every_number_is_pinned(self):
        check_all_pinned(INCLUDE / "actdiag.h")

    def test_consumers(self):
        """Each calls every function of its version, and later libraries do as it expects."""
        for source in CONSUMERS:
            with self.subTest(source.name):
                printed, used = self.build_and_run(source)
                self.assertEqual(printed, f"{source.stem}: as promised\n")
                called = {symbol.split("@")[0] for symbol in used.split()}
                promised = {name for name, _ in promised_symbols(version_of(source))}
                self.assertEqual(promised - called, set())

    def build_and_run(self, source):
        library = self.library()
        with tempfile.TemporaryDirectory() as folder:
            program = pathlib.Path(folder) / "consumer"
            output_of(
                *CC, "-std=c99", *WARNINGS, *harness.sanitizer_flags(), f"-I{INCLUDE}", "-o", program,
                source, f"-L{library.parent}", "-lactdiag", f"-Wl,-rpath,{library.parent}",
            )
            return output_of(program), output_of("nm", "-D", "--undefined-only", program)


class Numbers(unittest.TestCase):
    """The literal numbers of pins.c, a test for each target."""


def test_of_target(compiler):
    """A test that skips where the target's compiler is not installed."""
    def test(self):
        program = harness.tool(compiler.split()[0])
        check_pins(INCLUDE, " ".join([program, *compiler.split()[1:]]))
    return test


for target, target_compiler in TARGETS.items():
    setattr(Numbers, "test_" + re.sub(r"\W+", "_", target), test_of_target(target_compiler))


if __name__ == "__main__":
    harness.main()
