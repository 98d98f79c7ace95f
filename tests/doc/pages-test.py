#!/usr/bin/env python3
"""Checks doc/architecture.md and CONTRIBUTING.md: the paths they name exist, the commands work."""

import os
import pathlib
import re
import shlex
import subprocess
import tempfile
import unittest

import harness

PAGES = [harness.SOURCE / "doc/architecture.md", harness.SOURCE / "CONTRIBUTING.md"]
CONTRIBUTING = PAGES[1]
# Places that a reader is to fill in, or files that the text tells to create.
PLACEHOLDERS = {"own.en.md", "doc/activation-errors.TAG.md"}


def blocks(kind):
    text = CONTRIBUTING.read_text(encoding="utf-8")
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, flags=re.M | re.S)


def commands():
    return [line for block in blocks("sh") for line in block.splitlines()]


class Paths(unittest.TestCase):
    def test_every_path_exists(self):
        for page in PAGES:
            text = page.read_text(encoding="utf-8")
            named = set(re.findall(r"`([\w.-]+/[\w./-]*|[\w-]+\.(?:md|am|ac|c|h))`", text))
            named |= set(re.findall(r"\]\((?!https?:)([^)]+)\)", text))
            self.assertGreater(len(named), 10)
            for path in sorted(named - PLACEHOLDERS - {"lib/compiler/actdiag-compile"}):
                with self.subTest(page=page.name, path=path):
                    self.assertTrue((harness.SOURCE / path).exists())

    def test_the_picture_names_files_of_the_compiler(self):
        picture = re.search(r"```text\n(.*?)```", PAGES[0].read_text("utf-8"), re.S).group(1)
        files = re.findall(r"^ \| ((?:[a-z]+, )*[a-z]+) ", picture, flags=re.M)
        files = [name for group in files for name in group.split(", ")]
        self.assertGreater(len(files), 10)
        for name in files:
            with self.subTest(name=name):
                self.assertTrue((harness.SOURCE / f"lib/compiler/{name}.c").exists())


class Commands(unittest.TestCase):
    """Quick commands are run; of the others it is checked that they would start."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.own = pathlib.Path(cls.folder.name) / "own.en.md"
        cls.own.write_text(blocks("markdown")[0], encoding="utf-8")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def run_command(self, *command, cwd=None):
        environment = {key: value for key, value in os.environ.items() if key != "MAKEFLAGS"}
        run = subprocess.run(
            command,
            cwd=cwd or harness.BUILD,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        self.assertEqual(run.returncode, 0, run.stdout)
        return run.stdout

    def test_every_command_works(self):
        seen = set()
        for line in commands():
            program, *arguments = shlex.split(re.sub(r"^\w+=\S+ ", "", line))
            check = getattr(self, "check_" + re.sub(r"\W", "_", pathlib.Path(program).stem))
            with self.subTest(command=line):
                check(program, arguments)
            seen.add(pathlib.Path(program).stem)
        self.assertGreater(len(seen), 5)

    def check_bootstrap(self, program, arguments):
        text = (harness.SOURCE / program).read_text(encoding="utf-8")
        self.assertIn(f"./bootstrap {arguments[0]}", text)

    def check_make(self, _, arguments):
        targets = [word for word in arguments if "=" not in word] or ["all"]
        text = (harness.BUILD / "Makefile").read_text(encoding="utf-8")
        for target in targets:
            self.assertTrue(re.search(rf"^{target}\b.*:", text, re.M), target)
        for path in (word.split("=", 1)[1] for word in arguments if word.startswith("TESTS=")):
            self.assertTrue(path in text, path)

    def check_configure(self, _, arguments):
        described = self.run_command(str(harness.SOURCE / "configure"), "--help")
        for option in arguments:
            self.assertIn(option.split("=")[0], described)

    def check_documents_test(self, program, arguments):
        self.run_command(str(harness.SOURCE / program), *arguments)

    def check_clang_format(self, _, arguments):
        tool = harness.tool("clang-format")
        self.run_command(tool, "--dry-run", "-Werror", *arguments[1:], cwd=harness.SOURCE)

    def check_actdiag_compile(self, _, arguments):
        if not harness.COMPILER.exists():
            self.skipTest("actdiag-compile was not built: no cmark-gfm")
        printed = self.run_command(str(harness.COMPILER), *arguments, cwd=self.folder.name)
        if arguments[0] == "--list":
            self.assertEqual(printed, blocks("text")[0])
        else:
            self.assertEqual(printed, "")

    def check_git(self, _, arguments):
        text = (harness.SOURCE / "configure.ac").read_text(encoding="utf-8")
        version = re.search(r"AC_INIT\(\[\w+\], \[([\d.]+)\]", text)
        self.assertEqual(arguments, ["tag", "-s", f"v{version.group(1)}"])


if __name__ == "__main__":
    harness.main()
