#!/usr/bin/env python3
"""Tests that the package answers as the command does, and that python3 -m actdiag runs it."""

import json
import os
import unittest

import harness
import support

import actdiag
import members

STRUCTURAL, UNKNOWN = 0x80072328, 0x8ABCDEF1
# Other codes in other clothes, digits lost, numbers that may be events.
SUBJECTS = [1722, 12007, 5, 0xD0000022, 0xC004F00C]
UNCLEAR = [0x803F701, 0xC04F074, 8198, 12288]
CODES = [*actdiag.codes(), STRUCTURAL, UNKNOWN, *SUBJECTS, *UNCLEAR]
LANGUAGES = ("en", "ja", "fr", "zh-TW", "C", "ja_JP.UTF-8")


def command(*arguments, **options):
    return support.run(harness.COMMAND, *arguments, **options)


class AgreementTest(unittest.TestCase):
    def test_facts(self):
        for language in ("en", "ja"):
            lines = command("--json", "--language", language, *map(hex, CODES)).stdout.splitlines()
            self.assertEqual(list(map(json.loads, lines)), [members.of_code(c, language) for c in CODES])

    def test_answers_for_people(self):
        for language in LANGUAGES:
            printed = command("--language", language, *map(hex, CODES)).stdout
            ours = "\n\n".join(actdiag.classify(code).answer(language) + "\n" for code in CODES)
            self.assertEqual(ours, printed)

    def test_answers_in_each_dialect(self):
        for dialect in actdiag.Dialect:
            printed = command("--commands", dialect.value, *map(hex, CODES)).stdout
            answers = (actdiag.classify(c).answer("en", commands=dialect) for c in CODES)
            self.assertEqual("\n\n".join(answer + "\n" for answer in answers), printed)

    def test_locales(self):
        script = "import actdiag; print(actdiag.lookup(0xC004F074), actdiag.classify(5), sep='\\n' * 3)"
        for variables in (
            {},
            dict(LANG="ja_JP.UTF-8"),
            dict(LANG="ja_JP.UTF-8", LC_MESSAGES="C"),
            dict(LANG="C", LC_MESSAGES="ja_JP.eucJP"),
            dict(LANG="en_US.UTF-8", LC_MESSAGES="en_GB", LC_ALL="ja"),
            dict(LANG="ja_JP.UTF-8", LC_MESSAGES="", LC_ALL=""),
            dict(LANG="POSIX"),
            dict(LANG="zh_TW.UTF-8"),
            dict(LANG="jam_JM.UTF-8"),
        ):
            unset = dict.fromkeys(support.LOCALE_VARIABLES)
            env = support.environment(**{**unset, **variables, "PYTHONUTF8": "1"})
            with self.subTest(variables=variables):
                printed = command("0xC004F074", "5", env=env).stdout
                self.assertEqual(support.python("-c", script, env=env).stdout, printed)
                values = [variables.get(name) for name in support.LOCALE_VARIABLES]
                first = next((value for value in values if value), "")
                self.assertEqual("\n原因\n" in printed, first.split("_")[0] == "ja")


class ModuleTest(harness.FolderTest):
    def module(self, *arguments, path):
        return support.python("-m", "actdiag", *arguments, env=support.environment(PATH=str(path)))

    def test_the_command_of_the_path_is_run(self):
        script = f"#!/bin/sh\nPATH={os.environ['PATH']} exec {harness.COMMAND} \"$@\"\n"
        self.write("actdiag", script).chmod(0o755)
        for arguments in (["0xC004F074"], ["--version"], ["xyz"], ["scan", os.devnull], []):
            with self.subTest(arguments):
                ours, theirs = self.module(*arguments, path=self.folder), command(*arguments)
                self.assertEqual((ours.returncode, ours.stdout, ours.stderr),
                                 (theirs.returncode, theirs.stdout, theirs.stderr))

    def test_a_command_that_is_missing(self):
        for path in (self.folder, "", f".{os.pathsep}{self.folder}"):
            run = self.module("0xC004F074", path=path)
            self.assertEqual((run.returncode, run.stdout), (127, ""))
            self.assertIn("actdiag was found neither beside the package nor on PATH", run.stderr)


if __name__ == "__main__":
    harness.main()
