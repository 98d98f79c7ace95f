#!/usr/bin/env python3
"""Runs every command on every page with an installed build, and compares what is printed with what
the page shows; page.py describes how pages are read."""

import collections
import functools
import itertools
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "powershell"))

import engine
import harness
import page
from installation import Installation
from not_run import NOT_RUN, NotRun, program
from page import PAGES, READMES

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


class Stage:
    """An installation, and a folder in which a page's reader works."""

    def __init__(self):
        self.installation = Installation()
        root = self.installation.root
        self.environment = self.installation.environment()
        for name in ("LC_ALL", "LC_MESSAGES", "MAKEFLAGS"):
            self.environment.pop(name, None)
        bin_folder = self.installation.find("**/bin/actdiag").parent
        self.environment.update(
            LANG="C.UTF-8",
            PATH=f"{bin_folder}:{os.environ['PATH']}",
            PSModulePath=str(self.installation.find("**/Modules/ActDiag").parent),
        )
        packages = list(root.glob("**/actdiag/__init__.py"))
        self.python = str(packages[0].parents[1]) if packages else None

    def close(self):
        self.installation.close()

    def folder_for(self, path):
        """A new folder with the page's files, and links to what its commands name in the source."""
        folder = tempfile.TemporaryDirectory()
        place = pathlib.Path(folder.name)
        (place / "lib/compiler").mkdir(parents=True)
        sources = [path.relative_to(harness.SOURCE) for path in harness.SOURCE.glob("lib/*.c")]
        for name in (".clang-format", "bindings", "doc", "include", "tests", *sources):
            (place / name).symlink_to(harness.SOURCE / name)
        (place / "lib/compiler/actdiag-compile").symlink_to(harness.COMPILER)
        if path.parent.name == "examples":
            shutil.copytree(path.parent, place, dirs_exist_ok=True)
        for block in page.blocks(path):
            if block.name:
                (place / block.name).write_text(block.text, encoding="utf-8")
        return folder

    def run(self, command, folder, **variables):
        return subprocess.run(
            ["sh", "-c", command] if isinstance(command, str) else command,
            cwd=folder,
            env=dict(self.environment, **variables),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )


@functools.lru_cache(maxsize=None)
def shared_stage():
    stage = Stage()
    unittest.addModuleCleanup(stage.close)
    return stage


class PageTest(unittest.TestCase):
    maxDiff = None

    @property
    def stage(self):
        return shared_stage()

    def each(self, *kinds):
        """Page, its folder and its blocks of some kinds, each block once: READMEs share theirs."""
        seen = set()
        for path in PAGES:
            blocks = [each for each in page.blocks(path) if each.kind in kinds]
            with self.stage.folder_for(path) as folder:
                yield path, folder, [each for each in blocks if each not in seen]
            seen.update(blocks if path in READMES else ())


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


@harness.skip_if_sanitized("a sanitizer must be loaded before .NET")
class PowerShell(PageTest):
    @classmethod
    def setUpClass(cls):
        try:
            cls.host = ["dotnet", str(engine.build() / "EngineHost.dll"), "run"]
        except engine.Unavailable as reason:
            raise unittest.SkipTest(str(reason)) from reason

    def run_script(self, text, folder):
        script = pathlib.Path(folder) / "script.ps1"
        script.write_text(text, encoding="utf-8-sig")
        return self.stage.run([*self.host, str(script)], folder)

    def test_commands(self):
        count = 0
        for path, folder, blocks in self.each("console"):
            for command in (each for block in blocks for each in page.commands(block)):
                if command.shell == "PS>":
                    with self.subTest(page=path.name, command=command.text):
                        done = self.run_script("Import-Module ActDiag\n" + command.text, folder)
                        self.assertEqual(done.returncode, 0, done.stdout)
                        printed = re.sub(r" +$|\x1b\[[\d;]*m", "", done.stdout, flags=re.M)
                        shown = command.output.strip("\n") + "\n"
                        printed = printed.strip("\n") + "\n"
                        self.assertTrue(page.matches(shown, printed), printed)
                    count += 1
        self.assertGreater(count, 2)

    def test_what_only_windows_has(self):
        """Its objects have stand-ins, each with the code that is then found."""
        stand_ins = engine.FOLDER / "stand_ins.ps1"
        count = 0
        for path, folder, blocks in self.each("powershell"):
            for line in (line for block in blocks for line in block.text.splitlines()):
                script = f"Import-Module ActDiag\n. '{stand_ins}'\n"
                script += line + " | & { process { $_.Hex } }"
                with self.subTest(page=path.name, command=line):
                    done = self.run_script(script, folder)
                    self.assertEqual(done.returncode, 0, done.stdout)
                    self.assertEqual(done.stdout.splitlines()[:1], ["0xC004F074"])
                count += 1
        self.assertGreater(count, 2)


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
