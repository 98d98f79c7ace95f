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
BASELINE = ABI / "libactdiag-1.0.abi"
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


def promised_symbols():
    """The pairs of name and symbol version of all lists, symbols-1.0 and later ones."""
    lines = [line for path in sorted(ABI.glob("symbols-*")) for line in path.open()]
    return sorted(tuple(line.split()) for line in lines if not line.startswith("#"))


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
    """By abidiff; functions that are new since 1.0 are left to the lists of symbols."""
    result = run("abidiff", "--no-added-syms", BASELINE, library)
    if result.returncode != 0:
        raise AssertionError(result.stdout)


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
        text = BASELINE.read_text()
        self.assertEqual(re.findall(r"comp-dir-path|filepath=|'/\w+/", text), [])
        for name, version in promised_symbols():
            self.assertIn(f"elf-symbol-id='{name}@@{version}'", text)

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

    def test_consumer_of_1_0(self):
        library = self.library()
        with tempfile.TemporaryDirectory() as folder:
            program = pathlib.Path(folder) / "consumer"
            output_of(
                *CC, "-std=c99", *WARNINGS, *harness.sanitizer_flags(), f"-I{INCLUDE}", "-o", program,
                ABI / "consumer-1.0.c", f"-L{library.parent}", "-lactdiag",
                f"-Wl,-rpath,{library.parent}",
            )
            self.assertEqual(output_of(program), "consumer-1.0: as promised\n")
            used = output_of("nm", "-D", "--undefined-only", program)
        for name, _ in promised_symbols():
            self.assertIn(f" {name}", used, "the consumer calls every function")


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
