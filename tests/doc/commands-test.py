#!/usr/bin/env python3
"""Runs every command on every page with an installed build, and compares what is printed with what
the page shows; page.py describes how pages are read. Those of PowerShell are in powershell-test.py."""

import collections
import itertools
import pathlib
import re
import shlex
import subprocess
import sys
import unittest

import harness
import page
from not_run import NOT_RUN, NotRun, program
from page import PAGES, READMES
from stage import PageTest

# What a machine may lack.
NEEDED = {"cc", "c++", "clang-format", "cmake", "jq", "pkg-config"}
# Kinds of blocks that are run.
RUN = {"console", "sh", "pycon", "powershell"}
# Blocks that are not commands, by page and kind, and the test that reads them.
READ_ELSEWHERE = {
    ("README.md", "csharp"): "tests/csharp/nuget-test.py",
    ("README.ja.md", "csharp"): "tests/csharp/nuget-test.py",
    ("doc/architecture.md", "text"): "tests/doc/pages-test.py",
    ("doc/monitoring.md", "shell"): "tests/shell/monitoring-test.py",
    ("doc/monitoring.md", "text"): "tests/shell/monitoring-test.py",
    ("doc/page.md", "text"): "tests/javascript/page-test.py",
    ("doc/document-format.md", "broken"): "tests/compiler/format-test.py",
    ("doc/document-format.md", "markdown"): "tests/compiler/format-test.py",
    ("doc/document-format.md", "tsv"): "tests/compiler/format-test.py",
}


@harness.skip_if_sanitized("the programs of pages are linked as a user would, without sanitizers")
class Commands(NotRun, PageTest):
    def check_output(self, command, done):
        if command.output is None:
            self.assertEqual(done.returncode, 0, done.stdout)
        elif not page.matches(command.output, done.stdout):
            self.assertEqual(done.stdout, command.output)

    def check_shell(self, command, folder):
        text = re.sub(r"^\./bootstrap run ", "actdiag ", command.text)
        word = program(text)
        if word in NOT_RUN:
            self.assertIsNone(command.output, "shown output is not compared")
            self.check_exists(text)
            return 0
        for word in NEEDED & set(shlex.split(text)):
            harness.tool(word)
        text = text.replace("clang-format -i ", "clang-format --dry-run -Werror ")
        if text.startswith("lib/compiler/") and not harness.COMPILER.exists():
            self.skipTest("actdiag-compile was not built: no cmark-gfm")
        self.check_output(command, self.stage.run(text, folder))
        return 1

    def test_commands(self):
        count = 0
        for path, folder, blocks in self.each("console", "sh"):
            for command in (each for block in blocks for each in page.commands(block)):
                if command.shell == "$":
                    with self.subTest(page=path.name, command=command.text):
                        count += self.check_shell(command, folder)
        self.assertGreater(count, 15)

    def test_python_sessions(self):
        if self.stage.python is None:
            self.skipTest("the package is not installed: no Python 3.9")
        count = 0
        for path, folder, blocks in self.each("pycon"):
            for number, block in enumerate(blocks):
                session = pathlib.Path(folder) / f"session-{number}.txt"
                session.write_text(block.text.replace("…", "..."), encoding="utf-8")
                doctest = [sys.executable, "-m", "doctest", "-o", "ELLIPSIS", str(session)]
                with self.subTest(page=path.name, session=number):
                    done = self.stage.run(doctest, folder, PYTHONPATH=self.stage.python)
                    self.assertEqual((done.returncode, done.stdout), (0, ""))
                count += block.text.count(">>>")
        self.assertGreaterEqual(count, 5)


def outlines(path):
    """Of each section what does not depend on the language, as the other README's link does."""
    for section in re.split(r"^(?=## )", page.running_text(path), flags=re.M):
        yield {
            "quoted": collections.Counter(re.findall(r"`([^`]+)`", section)),
            "linked": collections.Counter(re.findall(r"\]\((?!README)([^)]+)\)", section)),
            "rows": len(re.findall(r"^(?:\||- )", section, flags=re.M)),
            "paragraphs": len(section.split("\n\n")),
        }


class Kinds(unittest.TestCase):
    def test_every_block_is_of_a_kind_that_is_tested(self):
        read_elsewhere = set()
        for path in PAGES:
            blocks = page.blocks(path)
            read = "".join(each.text for each in blocks if each.kind in RUN)
            for block in blocks:
                with self.subTest(page=path.name, block=block.text):
                    if block.name:
                        self.assertTrue(block.name in read, "no command reads it")
                    elif block.kind not in RUN:
                        name = str(path.relative_to(harness.SOURCE))
                        read_elsewhere.add((name, block.kind))
        self.assertEqual(read_elsewhere, set(READ_ELSEWHERE))
        for (name, _), test in READ_ELSEWHERE.items():
            text = (harness.SOURCE / test).read_text(encoding="utf-8")
            self.assertIn(name, text, f"{test} does not read {name}")

    def test_nothing_is_fenced_in_another_way(self):
        for path in PAGES:
            fences = re.findall("^(?:```|~~~)", path.read_text(encoding="utf-8"), flags=re.M)
            self.assertEqual(len(fences), 2 * len(page.blocks(path)), path.name)

    def test_every_command_that_is_not_run_is_on_a_page(self):
        blocks = [each for path in PAGES for each in page.blocks(path)]
        commands = [each for block in blocks if block.kind in RUN for each in page.commands(block)]
        words = {program(each.text) for each in commands if each.shell == "$"}
        self.assertEqual(set(NOT_RUN) - words, set())

    def test_both_readmes_have_the_same_blocks(self):
        english, japanese = (page.blocks(path) for path in READMES)
        self.assertEqual(
            [each for each in english if each.kind != "sh"],
            [each for each in japanese if each.kind != "sh"],
        )
        bare = [
            [re.sub(r" +#.*", "", each.text) for each in blocks if each.kind == "sh"]
            for blocks in (english, japanese)
        ]
        self.assertEqual(*bare)

    def test_both_readmes_have_the_same_content(self):
        """Section by section: what is quoted and linked, and how many paragraphs and rows."""
        for english, japanese in itertools.zip_longest(*map(outlines, READMES)):
            self.assertEqual(english, japanese)

    def test_matching(self):
        for shown, printed, expected in (
            ("a\n", "a\n", True),
            ("a\n", "b\n", False),
            ("a …\n", "a b c\n", True),
            ("a …\n", "a b\nc\n", False),
            ("a\n…\nd\n", "a\nb\nc\nd\n", True),
            ("a\n…\n", "a\n", False),
            ("a.c\n", "abc\n", False),
        ):
            with self.subTest(shown=shown, printed=printed):
                self.assertEqual(page.matches(shown, printed), expected)


if __name__ == "__main__":
    harness.main()
