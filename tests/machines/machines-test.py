#!/usr/bin/env python3
"""Builds for other machines, and runs there, under qemu's user mode, the unit tests and the command.

Takes minutes; make check-machines runs it, and MACHINES="arm64 s390x" chooses. Each test is named
after its machine. Variants of act_scan() are compared with the reference by the unit tests.
"""

import dataclasses
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

import build_elsewhere
import harness

SCRIPTS = harness.SOURCE / "tests"
# Emulated, the random texts for the variants of act_scan() take a second per hundred.
ROUNDS = "500"
CASE = "Event ID: 8198, Source: Microsoft-Windows-Security-SPP\r\nhr=0xC004F074\r\n0x8007007B\r\n"
QUESTIONS = (
    ("list", "--all", "--json"),
    ("--json", "0xC004F074", "8007232B", "-1073422220", "1722"),
    ("find", "--language", "en", "clock"),
    # One thread: Debian 12's qemu-i386 hangs in pthread_create() of a dynamically linked program.
    ("scan", "--json", "--jobs", "1", "utf-8.log", "little.log", "big.log"),
    ("diagnose", "--json", "little.log"),
    ("diagnose", "--language", "ja", "big.log"),
)


@dataclasses.dataclass
class Machine:
    """How to build for a machine and to run what was built."""

    host: str
    compiler: str
    emulator: str
    elf: tuple  # class (1: 32 bits, 2: 64), order of bytes (1: little-endian, 2: big) and number
    unreliable: frozenset = frozenset()  # suites that fail for the emulator's sake

    def emulated(self, *variables):
        if not self.emulator:
            return ["env", *variables]
        settings = [word for each in variables for word in ("-E", each)]
        return [harness.tool(self.emulator), "-L", f"/usr/{self.host}", *settings]


MACHINES = {
    "arm64": Machine("aarch64-linux-gnu", "aarch64-linux-gnu-gcc", "qemu-aarch64", (2, 1, 183)),
    "armhf": Machine("arm-linux-gnueabihf", "arm-linux-gnueabihf-gcc", "qemu-arm", (1, 1, 40)),
    # In Debian 12's qemu-i386, pthread_join() reports EDEADLK of threads that fork() has not touched.
    "i686": Machine("i686-linux-gnu", "i686-linux-gnu-gcc", "qemu-i386", (1, 1, 3),
                    frozenset({"concurrency"})),
    "riscv64": Machine("riscv64-linux-gnu", "riscv64-linux-gnu-gcc", "qemu-riscv64", (2, 1, 243)),
    "s390x": Machine("s390x-linux-gnu", "s390x-linux-gnu-gcc", "qemu-s390x", (2, 2, 22)),
    "musl": Machine("x86_64-linux-musl", "musl-gcc", "", (2, 1, 62)),
}


def elf_machine(path):
    """What an ELF file's header says of its machine, as Machine.elf gives it."""
    header = path.read_bytes()[:20]
    assert header[:4] == b"\x7fELF", path
    return header[4], header[5], int.from_bytes(header[18:20], "little" if header[5] == 1 else "big")


class Machines(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.source = build_elsewhere.clean_source(cls.folder)
        for name, encoding in (("utf-8", "utf-8"), ("little", "utf-16-le"), ("big", "utf-16-be")):
            (cls.folder / f"{name}.log").write_bytes(CASE.encode(encoding))

    def check_source(self):
        fetched = subprocess.run([SCRIPTS / "support/fetch-check", self.folder / "check"],
                                 check=False, capture_output=True, text=True)
        if fetched.returncode != 0:
            self.skipTest(f"Check's source cannot be fetched: {fetched.stderr.strip()[-200:]}")
        return self.folder / "check/source"

    def build(self, name, machine):
        """The folder of the build: the library, then the unit tests and the command."""
        harness.tool(machine.compiler)
        build, check = self.folder / name, self.folder / f"{name}-check"
        build_elsewhere.run(self.folder, SCRIPTS / "machines/build-check", self.check_source(),
                            machine.compiler, check)
        build.mkdir()
        build_elsewhere.run(
            build, self.source / "configure", "-q", f"--host={machine.host}", f"CC={machine.compiler}",
            f"--build={build_elsewhere.run(build, self.source / 'build-aux/config.guess').strip()}",
            f"CHECK_CFLAGS=-I{check}/include", f"CHECK_LIBS={check}/libcheck.a -lpthread -lm")
        build_elsewhere.run(build, "make", "-s", "-j2", "lib/libactdiag.la", "bindings/shell/actdiag",
                            "CFLAGS=-g -O2 -Werror")
        # Static, for their threads: see QUESTIONS.
        build_elsewhere.run(build, "make", "-s", "-j2", "tests/unit-tests", "CFLAGS=-g -O2 -Werror",
                            "LDFLAGS=-all-static")
        return build

    def check(self, name):
        machine = MACHINES[name]
        machine.emulated()
        build = self.build(name, machine)
        self.assertEqual(elf_machine(build / "lib/.libs/libactdiag.so.1"), machine.elf)
        tests = subprocess.run(
            [*machine.emulated(), "tests/unit-tests"], cwd=build, check=False, text=True,
            env={**os.environ, "CK_FORK": "no", "ACTDIAG_ROUNDS": ROUNDS}, stdout=subprocess.PIPE).stdout
        self.assertRegex(tests, r"(?m)^\d+%: Checks: \d{4,}, ")
        failed = set(re.findall(r":[FE]:([\w ]+):", tests))
        if failed & machine.unreliable:
            print(f"SKIP: {name}: {', '.join(sorted(failed & machine.unreliable))}: {machine.emulator} "
                  "confuses threads after fork()")
        self.assertEqual(failed - machine.unreliable, set(), tests[-2000:])
        command = [*machine.emulated(f"LD_LIBRARY_PATH={build}/lib/.libs"), build / "bindings/shell/.libs/actdiag"]
        for question in QUESTIONS:
            with self.subTest(machine=name, question=question):
                native, foreign = (
                    subprocess.run([*words, *question], cwd=self.folder, check=False, capture_output=True,
                                   timeout=600)
                    for words in ([harness.COMMAND], command))
                self.assertGreater(len(native.stdout), 100)
                self.assertEqual(foreign.stdout, native.stdout)
                self.assertEqual((foreign.returncode, foreign.stderr), (native.returncode, native.stderr))
        return build

    def test_arm64(self):
        build = self.check("arm64")
        for program in ("tests/unit-tests", "lib/.libs/libactdiag.so.1"):
            self.assertIn(b"act_scan_neon\0", (build / program).read_bytes())

    def test_armhf(self):
        self.check("armhf")

    def test_i686(self):
        self.check("i686")

    def test_musl(self):
        self.check("musl")

    def test_riscv64(self):
        self.check("riscv64")

    def test_s390x(self):
        self.check("s390x")


if __name__ == "__main__":
    harness.main()
