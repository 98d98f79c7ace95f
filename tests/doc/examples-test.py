#!/usr/bin/env python3
"""Builds the programs of examples/ as their README describes, against an installed library, and runs
them."""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import unittest

import harness
import page
from installation import Installation

EXAMPLES = harness.SOURCE / "examples"
README = EXAMPLES / "README.md"
STRICT = "-Wall -Wextra -Wpedantic -Werror"
EVENTS = (
    b"12288: hr=0xC004F074, kms.example:1688\n"
    b"8198: License Activation (slui.exe) failed: hr=0x8007232B\n"
    b"12288: hr=0xC004F074; state 0x4004F040; object 0x12345678\n"
)


def build_commands():
    blocks = [each for each in page.blocks(README) if each.kind == "sh"]
    return [command.text for block in blocks for command in page.commands(block)]


@harness.skip_if_sanitized("the programs of pages are linked as a user would, without sanitizers")
class Examples(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        harness.tool("pkg-config")
        cls.installation = Installation()
        cls.folder = tempfile.TemporaryDirectory()
        cls.work = pathlib.Path(cls.folder.name) / "examples"
        shutil.copytree(EXAMPLES, cls.work)
        cls.environment = dict(cls.installation.environment(), LANG="en_US.UTF-8", LC_ALL="C")
        cls.environment["CFLAGS"] = cls.environment["CXXFLAGS"] = STRICT

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()
        cls.installation.close()

    def build(self, word):
        """Runs the README's command that has the word in it, with warnings as errors."""
        (command,) = [line for line in build_commands() if word in line]
        for compiler in ("cc", "c++", "cmake"):
            if command.startswith(compiler + " "):
                harness.tool(compiler)
        command = re.sub(r"^(cc|c\+\+) ", rf"\1 {STRICT} ", command)
        run = subprocess.run(
            command,
            shell=True,
            cwd=self.work,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        self.assertEqual(run.returncode, 0, run.stdout)

    def run_program(self, program, *arguments, text=b""):
        return subprocess.run(
            [self.work / program, *arguments],
            input=text,
            cwd=self.work,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            check=False,
        )

    def test_readme_names_every_example(self):
        text = README.read_text(encoding="utf-8")
        for path in EXAMPLES.iterdir():
            if path != README:
                self.assertIn(f"| {path.name}", text)

    def test_watch_log_advises_once_a_code(self):
        self.build("watch-log")
        log = self.work / "events.log"
        log.write_bytes(EVENTS)
        for run in (
            self.run_program("watch-log", "--once", log),
            self.run_program("watch-log", text=EVENTS),
        ):
            self.assertEqual(run.returncode, 0, run.stderr)
            printed = run.stdout.decode()
            codes = re.findall(r"^0x\w{8}(?=:)", printed, re.M)
            self.assertEqual(codes, ["0xC004F074", "0x8007232B", "0x4004F040"])
            self.assertIn("12288", printed)
            self.assertTrue(printed.endswith("\nAct on: 0x8007232B \n"), printed[-80:])
        self.assertEqual(self.run_program("watch-log", "no such log").returncode, 1)
        self.assertEqual(self.run_program("watch-log", "a", "b").returncode, 2)

    def test_watch_log_finds_a_code_across_pieces(self):
        self.build("watch-log")
        for before in range(65536 - 24, 65536 + 4):
            run = self.run_program("watch-log", text=b"." * before + b"0xC004F041")
            self.assertTrue(run.stdout.startswith(b"0xC004F041:"), before)

    def test_watch_log_follows_a_growing_log(self):
        self.build("watch-log")
        log = self.work / "growing.log"
        log.write_bytes(b"nothing yet\n")
        watcher = subprocess.Popen(
            [self.work / "watch-log", log], env=self.environment, stdout=subprocess.PIPE
        )
        with watcher:
            with log.open("ab") as file:
                file.write(b"hr=0xC004F0")
                file.flush()
                file.write(b"41\n")
            self.assertTrue(watcher.stdout.readline().startswith(b"0xC004F041: "))
            watcher.send_signal(signal.SIGTERM)

    def test_check_activation_follows_the_plugin_conventions(self):
        self.build("check_activation")
        events = self.work / "events.csv"
        events.write_bytes(EVENTS)
        wide = self.work / "events.evtx"
        wide.write_bytes(b"\x00" + EVENTS.decode().encode("utf-16-le"))
        quiet = self.work / "quiet.csv"
        quiet.write_bytes(b"0x4004F040 activated\n")
        verdict = "act on 0x8007232B (DNS; where to fix it: DNS)"
        for arguments, status, line in (
            ([events], 1, f"WARNING - 3 errors, {verdict} | errors=3;0;9;0 kms-host=2 dns=1"),
            ([wide], 1, f"WARNING - 3 errors, {verdict} | errors=3;0;9;0 kms-host=2 dns=1"),
            (["-w", "4", events], 0, f"OK - 3 errors, {verdict} | errors=3;4;9;0 kms-host=2 dns=1"),
            (
                ["-c", "5", events, wide],
                2,
                f"CRITICAL - 6 errors, {verdict}"
                " | errors=6;0;5;0 kms-host=4 dns=2",
            ),
            ([quiet], 0, "OK - 0 errors | errors=0;0;9;0"),
            (["no.csv"], 3, "UNKNOWN - no.csv: No such file or directory"),
            (["-w", "many", events], 3, "UNKNOWN - many: not a range such as 10, 10:, ~:10, 10:20 or @10:20"),
            ([], 3, "UNKNOWN - usage: check_activation [-w RANGE] [-c RANGE] [-t SECONDS] FILE..."),
        ):
            with self.subTest(arguments=arguments):
                run = self.run_program("check_activation", *arguments)
                self.assertEqual(run.stdout.decode(), f"ACTIVATION {line}\n")
                self.assertEqual(run.returncode, status)

    def test_check_activation_reads_ranges_as_the_guidelines_have_them(self):
        self.build("check_activation")
        events = self.work / "events.csv"
        events.write_bytes(EVENTS)
        for text, status in (("3", 0), ("2", 1), ("3:", 0), ("4:", 1), ("~:3", 0), ("~:2", 1),
                             ("3:5", 0), ("4:5", 1), ("@3:5", 1), ("@4:5", 0), ("@3", 1),
                             ("", 3), ("5:4", 3), ("x:", 3), ("3:x", 3), ("~", 3)):
            with self.subTest(text):
                run = self.run_program("check_activation", "-w", text, "-c", "~:", events)
                self.assertEqual(run.returncode, status, run.stdout)
        for arguments, line in ((["-V"], b"check_activation (libactdiag 1.0.0)"),
                                (["-h"], b"check_activation [-w RANGE]"),
                                (["-t", "0", events], b"ACTIVATION UNKNOWN - 0: not a number of sec")):
            run = self.run_program("check_activation", *arguments)
            self.assertEqual(run.returncode, 3)
            self.assertTrue(run.stdout.startswith(line), run.stdout)
        slow = self.work / "pipe"
        os.mkfifo(slow)
        run = self.run_program("check_activation", "-t", "1", slow)
        self.assertEqual((run.returncode, run.stdout),
                         (3, b"ACTIVATION UNKNOWN - the time given with -t is over\n"))

    def test_explain_reads_every_notation(self):
        self.build("explain.cpp")
        run = self.run_program("explain", "0xC004F042", "-1073418184", "0x12345678")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(
            run.stdout.decode().splitlines()[:6],
            [
                "SL_E_VL_KEY_MANAGEMENT_SERVICE_ID_MISMATCH",
                "  fault: KMS host",
                "  where to fix it: KMS host",
                "SL_E_VL_NOT_ENOUGH_COUNT",
                "  fault: KMS host",
                "  where to fix it: KMS host",
            ],
        )
        run = self.run_program("explain", "12 34")
        self.assertEqual((run.returncode, run.stderr), (2, b"12 34 is not an error code\n"))

    def test_cmake_finds_the_library(self):
        self.build("cmake -S")
        run = self.run_program("cmake-build/agent")
        self.assertEqual(
            run.stdout.decode(),
            '{"code":"0xC004F041","category":"kms-host","side":"kms-host"}\n',
        )


if __name__ == "__main__":
    harness.main()
