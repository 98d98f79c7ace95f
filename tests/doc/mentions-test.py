#!/usr/bin/env python3
"""Checks the commands in the running text of pages: runs them where that takes no time, else sees
that what they name exists. Counts that a page gives of a disassembly are compared."""

import os
import re
import shlex
import subprocess
import unittest

import harness
import page
from not_run import NOT_RUN, NotRun

# The compiler and the options with which doc/performance.md counted.
COUNTED_WITH = {"x86_64", "gcc", "12.2.0", "-O2"}
COUNT = re.compile(
    r"`(objdump [^`]*)` shows (\d+)\s+instructions"
    r"|(\d+)\s+instructions[^(`]*\(`(objdump [^`]*)`\)"
)
# Indented blocks that are no commands, by page and first word, and what they are.
INDENTED = {
    ("abi.md", "LIBACTDIAG_1.1"): "a node that a linker map would have",
    ("document-format.md", "own.en.md:3:1:"): "compared by tests/compiler/format-test.py",
    ("performance.md", "hash"): "arithmetic",
}


def output(*command, status=0):
    done = subprocess.run(
        list(map(str, command)),
        cwd=harness.BUILD,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != status:
        raise AssertionError(f"{command}: exit status {done.returncode}")
    return done.stdout


def instructions(listing):
    """How many a function executes, as far as its first return."""
    mnemonics = re.findall(r"^ +[0-9a-f]+:\t[0-9a-f ]+\t(\w+)", listing, re.M)
    return mnemonics.index("ret") + 1


class Mentions(NotRun, unittest.TestCase):
    def check(self, command):
        words = shlex.split(command)
        checks = {
            "actdiag": self.check_actdiag,
            "man": self.check_manual,
            "Get-Help": self.check_help,
            "lib/compiler/actdiag-compile": self.check_compiler,
            "objdump": self.check_disassembly,
        }
        if words[0] in NOT_RUN:
            self.check_exists(command)
        elif words[0].startswith("tests/"):
            self.assertTrue(os.access(harness.SOURCE / words[0], os.X_OK))
        else:
            checks[words[0]](words[1:])

    def check_actdiag(self, arguments):
        """A scan finds nothing in empty input."""
        output(harness.COMMAND, *arguments, status=1 if "scan" in arguments else 0)

    def check_manual(self, arguments):
        (name,) = arguments
        pages = (f"doc/man/{name}.{number}" for number in (1, 3))
        self.assertTrue(any((harness.SOURCE / each).exists() for each in pages))

    def check_help(self, arguments):
        (topic,) = arguments
        for culture in ("en-US", "ja-JP"):
            file = f"bindings/powershell/ActDiag/{culture}/{topic}.help.txt"
            self.assertTrue((harness.SOURCE / file).exists())

    def check_compiler(self, arguments):
        if not harness.COMPILER.exists():
            self.skipTest("actdiag-compile was not built: no cmark-gfm")
        described = output(harness.COMPILER, "--help")
        for option in arguments:
            self.assertIn(f"  {option} ", described)

    def check_disassembly(self, arguments):
        (function,) = re.findall("(?<=--disassemble=)act_[a-z]+", " ".join(arguments))
        self.assertIn(f" {function}(", (harness.SOURCE / "include/actdiag.h").read_text("utf-8"))

    def test_commands(self):
        count = 0
        for path in page.PAGES:
            for command in page.mentions(path):
                with self.subTest(page=path.name, command=command):
                    self.check(command)
                count += 1
        self.assertGreater(count, 40)

    def test_indented_blocks(self):
        others = set()
        for path in page.PAGES:
            for first in re.findall(r"\n\n {4,}(\S.*)\n", page.running_text(path)):
                if not page.MENTION.match("    " + first):
                    others.add((path.name, first.split()[0]))
        self.assertEqual(others, set(INDENTED))

    def test_counted_instructions(self):
        text = (harness.SOURCE / "doc/performance.md").read_text(encoding="utf-8")
        found = [(each[1] or each[4], int(each[2] or each[3])) for each in COUNT.finditer(text)]
        self.assertEqual(len(found), text.count("`objdump "))
        if not self.is_built_as_counted():
            self.skipTest(f"the page counts what {' '.join(sorted(COUNTED_WITH))} makes")
        harness.tool("objdump")
        for command, number in found:
            with self.subTest(command):
                self.assertEqual(instructions(output(*shlex.split(command))), number)

    @staticmethod
    def is_built_as_counted():
        makefile = (harness.BUILD / "Makefile").read_text(encoding="utf-8")
        flags = " ".join(re.findall(r"^(?:CC|CFLAGS|PROJECT_CFLAGS) = (.*)", makefile, re.M))
        made = {os.uname().machine, output(harness.tool("gcc"), "-dumpfullversion").strip()}
        made.update(flags.split())
        return COUNTED_WITH <= made and not re.search("-fsanitize|--coverage", flags)


if __name__ == "__main__":
    harness.main()
