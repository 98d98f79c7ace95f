#!/usr/bin/env python3
"""Runs every command on every page, as somebody would who has installed the build, and compares
what is printed with what the page shows (page.py says how pages are read)."""

import functools
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

READMES = [harness.SOURCE / "README.md", harness.SOURCE / "README.ja.md"]
PAGES = READMES + [
    harness.SOURCE / name
    for name in ("CONTRIBUTING.md", "SECURITY.md", "examples/README.md")
]
PAGES += sorted(
    path for path in (harness.SOURCE / "doc").glob("*.md") if "activation-errors" not in path.name
)

# What is not run, and why. That it exists is checked: scripts, targets, options.
NOT_RUN = {
    "./bootstrap": "installs packages; its `run` is tried as actdiag, which it ends in",
    "./configure": "would configure the build under test anew; make check-stranger does it elsewhere",
    "make": "the build under test is made already; other targets take minutes or need root",
    ".ci/run": "runs this test",
    "git": "tags a release",
}
# What a machine may lack.
NEEDED = {"cc", "c++", "clang-format", "cmake", "jq", "pkg-config"}
# Blocks that other tests read: of formats, and of C without a program around it.
READ_ELSEWHERE = {"markdown", "tsv", "broken", "text", "c"}


def program(command):
    """The first word of a command, without variables set for it."""
    words = shlex.split(command, comments=True)
    return next(word for word in words if not re.match(r"\w+=", word))


class NotRun:
    """Checks that commands exist which are not run."""

    def check_exists(self, command):
        words = shlex.split(command, comments=True)
        checks = {
            "./bootstrap": self.check_bootstrap,
            "./configure": self.check_configure,
            "make": self.check_make,
            ".ci/run": self.check_continuous,
            "git": self.check_tag,
        }
        checks[words[0]](words[1:])

    def check_bootstrap(self, arguments):
        text = (harness.SOURCE / "bootstrap").read_text(encoding="utf-8")
        self.assertIn(" ".join(["#   ./bootstrap", *arguments[:1]]), text)

    def check_configure(self, arguments):
        described = subprocess.run(
            [str(harness.SOURCE / "configure"), "--help"],
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        ).stdout
        for option in arguments:
            self.assertIn(option.split("=")[0], described)

    def check_make(self, arguments):
        words = iter(arguments)
        text = (harness.SOURCE / "Makefile.am").read_text(encoding="utf-8")
        built = (harness.BUILD / "Makefile").read_text(encoding="utf-8")
        for word in words:
            if word.startswith("TESTS="):
                self.assertTrue(
                    (harness.SOURCE / word[6:]).exists() or f"PROGRAMS += {word[6:]}" in text, word
                )
            elif "=" in word:
                self.assertTrue(re.search(rf"\b{word.split('=')[0]}\b", text), word)
            else:
                self.assertTrue(re.search(rf"(?m)^{re.escape(word)}\b.*:", text + built), word)

    def check_continuous(self, arguments):
        text = (harness.SOURCE / ".ci/run").read_text(encoding="utf-8")
        self.assertIn(" ".join(["#   .ci/run", *arguments]), text)

    def check_tag(self, arguments):
        text = (harness.SOURCE / "configure.ac").read_text(encoding="utf-8")
        version = re.search(r"AC_INIT\(\[\w+\], \[([\d.]+)\]", text).group(1)
        self.assertEqual(arguments, ["tag", "-s", f"v{version}"])


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

    def test_what_only_windows_runs_has_no_wrong_parameter(self):
        """Finds commands of the module and their parameters in the parsed text."""
        for path, folder, blocks in self.each("powershell"):
            for block in blocks:
                quoted = block.text.replace("'", "''")
                check = f"""
                    Import-Module ActDiag
                    $ours = (Get-Module ActDiag).ExportedCommands
                    $kind = [System.Management.Automation.Language.CommandAst]
                    $tree = [scriptblock]::Create('{quoted}').Ast
                    foreach ($call in $tree.FindAll({{ $args[0] -is $kind }}, $true)) {{
                        $command = $ours[$call.GetCommandName()]
                        if (-not $command) {{ continue }}
                        foreach ($element in $call.CommandElements) {{
                            if ($element.ParameterName) {{
                                $null = $command.ResolveParameter($element.ParameterName)
                            }}
                        }}
                        'checked'
                    }}"""
                with self.subTest(page=path.name, block=block.text):
                    done = self.run_script(check, folder)
                    self.assertEqual(done.returncode, 0, done.stdout)
                    self.assertIn("checked", done.stdout)


class Mentions(NotRun, unittest.TestCase):
    def test_commands_in_running_text(self):
        count = 0
        for path in PAGES:
            for command in page.mentions(path):
                with self.subTest(page=path.name, command=command):
                    self.check_exists(command)
                count += 1
        self.assertGreater(count, 15)


class Kinds(unittest.TestCase):
    def test_every_block_is_of_a_kind_that_is_tested(self):
        kinds = {"console", "sh", "pycon", "powershell"} | READ_ELSEWHERE
        for path in PAGES:
            for block in page.blocks(path):
                with self.subTest(page=path.name, block=block.text):
                    self.assertTrue(block.name or block.kind in kinds)

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
