#!/usr/bin/env python3
"""The command's manual page and its completion in bash."""

import os
import re
import shlex
import subprocess

import harness
from command import COMMAND, CommandTest, environment, run

MANUAL = harness.SOURCE / "doc/man/actdiag.1"
COMPLETION = harness.SOURCE / "bindings/shell/completions/actdiag"


class ManualTest(CommandTest):
    def test_mandoc_finds_nothing_to_complain_about(self):
        done = subprocess.run(
            [harness.tool("mandoc"), "-Tlint", MANUAL], capture_output=True, text=True, check=False
        )
        # Pages that this machine lacks, and the age of its index, do not matter here.
        noise = re.compile(r"referenced manual not found|makewhatis|mandoc\.db")
        complaints = [line for line in done.stdout.splitlines() if not noise.search(line)]
        self.assertEqual(complaints, [])

    def test_its_examples_do_what_they_show(self):
        blocks = re.findall(r"\.Bd -literal.*?\n(.*?)\.Ed", MANUAL.read_text("utf-8"), re.S)
        (self.folder / "actdiag").symlink_to(COMMAND)
        path = f"{self.folder}:{os.environ['PATH']}"
        harness.tool("jq")
        count = 0
        for block in blocks:
            for command, expected in re.findall(r"^\$ (.*)\n((?:[^$].*\n)*)", block, re.M):
                with self.subTest(command):
                    done = subprocess.run(
                        ["sh", "-c", command],
                        cwd=self.folder,
                        env=environment(PATH=path),
                        stdout=subprocess.PIPE,
                        text=True,
                        check=True,
                    )
                    self.assertEqual(done.stdout, expected)
                count += 1
        self.assertGreaterEqual(count, 5)

    def test_every_option_of_the_help_is_in_it_and_the_other_way_round(self):
        helped = set(re.findall(r"(?<![\w-])--?[a-z]+", run("--help").stdout.decode()))
        macros = re.findall(r"Fl (-?[a-z]+)", MANUAL.read_text("utf-8"))
        self.assertEqual(helped, {f"-{name}" for name in macros})
        self.assertGreater(len(helped), 10)


class CompletionTest(CommandTest):
    def complete(self, *words, cursor=None):
        """What bash would offer for the last word."""
        place = len(words) - 1 if cursor is None else cursor
        script = (
            f"source {shlex.quote(str(COMPLETION))}; "
            f"COMP_WORDS=({shlex.join(words)}); COMP_CWORD={place}; "
            f"_actdiag {shlex.quote(words[0])} '' ''; "
            "printf '%s\\n' \"${COMPREPLY[@]}\""
        )
        done = subprocess.run(
            [harness.tool("bash"), "--norc", "-c", script],
            cwd=self.folder,
            env=environment(),
            capture_output=True,
            text=True,
            check=True,
        )
        self.assertEqual(done.stderr, "")
        return done.stdout.split()

    def test_commands_codes_and_names(self):
        program = str(COMMAND)
        self.assertEqual(self.complete(program, "sc"), ["scan"])
        self.assertEqual(self.complete(program, "0xC004F07E"), ["0xC004F07E"])
        self.assertEqual(self.complete(program, "0xC004F074", "li"), [])
        offered = [int(word, 16) for word in self.complete(program, "0x")]
        self.assertEqual(sorted(offered), sorted(harness.documented_codes()))
        name = "SL_E_VL_BINDING_SERVICE_UNAVAILABLE"
        self.assertEqual(self.complete(program, name[:-3]), [name])

    def test_options_of_each_command(self):
        program = str(COMMAND)
        self.assertEqual(self.complete(program, "--s"), [])
        self.assertEqual(self.complete(program, "scan", "--s"), ["--summary"])
        self.assertEqual(self.complete(program, "list", "--a"), ["--all"])
        self.assertEqual(self.complete(program, "list", "--side", "k"), ["kms-host"])
        self.assertIn("kms-client", self.complete(program, "list", "--type", ""))
        self.assertEqual(self.complete(program, "--language", "j"), ["ja"])
        self.assertEqual(self.complete(program, "--commands", "o"), ["oslicense", "office"])
        self.assertEqual(self.complete(program, "--language", ""), harness.LANGUAGES)
        helped = set(re.findall(r"--[a-z]+", run("--help").stdout.decode()))
        offered = set(self.complete(program, "scan", "--")) | set(self.complete(program, "list", "--"))
        self.assertEqual(offered, helped)

    def test_files_to_scan(self):
        self.write("setup.log", "")
        self.write("other.txt", "")
        self.assertEqual(self.complete(str(COMMAND), "scan", "set"), ["setup.log"])
        self.assertEqual(self.complete(str(COMMAND), "scan", "--count", "o"), ["other.txt"])

    def test_bash_finds_it_by_the_commands_name(self):
        script = f"source {shlex.quote(str(COMPLETION))}; complete -p actdiag"
        done = subprocess.run(
            [harness.tool("bash"), "--norc", "-c", script], capture_output=True, check=True
        )
        self.assertEqual(done.stdout, b"complete -F _actdiag actdiag\n")


if __name__ == "__main__":
    harness.main()
