#!/usr/bin/env python3
"""Reads the shared library and the command as binutils show them: symbols, relocations, hardening."""

import os
import re
import subprocess
import tempfile
import unittest

import harness

LIBRARY = harness.LIBRARY
PROGRAM = harness.BUILD / "bindings/shell/.libs/actdiag"
SIZE_LIMIT = 1_000_000
CET = {"IBT", "SHSTK"}


def output(*command):
    return subprocess.run(
        list(map(str, command)), capture_output=True, text=True, check=True,
        env={**os.environ, "LC_ALL": "C"},
    ).stdout


def readelf(option, path):
    return output(harness.tool("readelf"), option, "--wide", path)


def require_x86_64():
    if os.uname().machine != "x86_64":
        raise unittest.SkipTest("CET is a matter of x86_64 alone")


def features(path):
    """The features that .note.gnu.property claims for all code of a file."""
    found = re.findall(r"x86 feature: (.*)", readelf("--notes", path))
    return {feature for line in found for feature in line.split(", ")}


def table_symbols(path=LIBRARY):
    """(name, first address, address after) of each part of the table."""
    rows = re.findall(r": ([0-9a-f]{16})\s+(\w+) OBJECT .* (act_table_\w+)$",
                      readelf("--symbols", path), re.M)
    return {(name, int(start, 16), int(start, 16) + int(size, 0)) for start, size, name in rows}


def stripped_size(path):
    with tempfile.NamedTemporaryFile() as stripped:
        output(harness.tool("strip"), "-o", stripped.name, path)
        return os.path.getsize(stripped.name)


@harness.skip_if_sanitized("a build with sanitizers is not what is released")
class Elf(unittest.TestCase):
    def test_only_the_interface_is_exported_with_its_version(self):
        wanted = {f"{name}@@LIBACTDIAG_{version}" for name, version in harness.exported()}
        lines = output(harness.tool("nm"), "-D", "--defined-only", LIBRARY).splitlines()
        found = {line.split()[2] for line in lines if " A " not in line}
        self.assertEqual(found, wanted)

    def test_no_relocation_in_the_table(self):
        table = table_symbols()
        self.assertIn("act_table_pool", {name for name, _, _ in table})
        self.assertIn("act_table_hash", {name for name, _, _ in table})
        offsets = re.findall(r"^([0-9a-f]{16})\s", readelf("--relocs", LIBRARY), re.M)
        self.assertTrue(offsets)
        for offset in (int(offset, 16) for offset in offsets):
            inside = [name for name, start, end in table if start <= offset < end]
            self.assertEqual(inside, [], f"relocation at {offset:#x}")

    def test_the_table_is_read_only(self):
        section = re.search(r"\.rodata\s+PROGBITS\s+(\w+) \w+ (\w+) \w+\s+(\w+)",
                            readelf("--sections", LIBRARY))
        first, size, flags = int(section[1], 16), int(section[2], 16), section[3]
        self.assertEqual(flags, "A")
        for name, start, end in table_symbols():
            self.assertTrue(first <= start <= end <= first + size, name)

    def test_libc_is_all_it_needs(self):
        needed = re.findall(r"\(NEEDED\).*\[(.*)\]", readelf("--dynamic", LIBRARY))
        self.assertLessEqual(set(needed), {"libc.so.6"})

    def test_stripped_size(self):
        self.assertLess(stripped_size(LIBRARY), SIZE_LIMIT)

    def test_relocations_are_read_only_once_done(self):
        for path in (LIBRARY, PROGRAM):
            self.assertIn("GNU_RELRO", readelf("--segments", path))
            self.assertRegex(readelf("--dynamic", path), r"BIND_NOW|FLAGS.*NOW")

    def test_no_stack_is_executable(self):
        for path in (LIBRARY, PROGRAM):
            stack = re.search(r"GNU_STACK.* (\w+) +0x", readelf("--segments", path))
            self.assertEqual(stack[1], "RW")

    def test_no_segment_is_writable_and_executable(self):
        for path in (LIBRARY, PROGRAM):
            self.assertNotRegex(readelf("--segments", path), r"LOAD .*RWE")

    def test_stack_is_protected(self):
        for path in (LIBRARY, PROGRAM):
            self.assertIn("__stack_chk_fail", readelf("--dyn-syms", path))

    def test_libc_calls_are_fortified(self):
        # The library calls nothing that can be; the command does.
        self.assertRegex(readelf("--dyn-syms", PROGRAM), r"__\w+_chk@")

    def test_objects_are_marked_for_cet(self):
        """IBT and SHSTK (Intel CET) in the note of each object of library and command."""
        require_x86_64()
        folders = [harness.BUILD / "lib/.libs", harness.BUILD / "bindings/shell"]
        objects = [path for folder in folders for path in folder.glob("*.o")]
        self.assertGreater(len(objects), 20)
        self.assertEqual([path.name for path in objects if not CET <= features(path)], [])

    def test_branches_are_tracked(self):
        require_x86_64()
        code = output(harness.tool("objdump"), "--disassemble", "--no-show-raw-insn", LIBRARY)
        starts = re.findall(r"^\w{16} <(act_\w+)@?.*>:\n\s*\w+:\s+(\w+)", code, re.M)
        exported = {name for name, _ in harness.exported()}
        found = {name: first for name, first in starts if name in exported}
        self.assertEqual(found, dict.fromkeys(exported, "endbr64"))


if __name__ == "__main__":
    harness.main()
