#!/usr/bin/env python3
"""Checks the commands in the running text of pages: runs them where that is fast, else checks
that what they name exists."""

import os
import shlex
import subprocess
import unittest

import harness
import page
from not_run import NOT_RUN, NotRun


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


class Mentions(NotRun, unittest.TestCase):
    def check(self, command):
        words = shlex.split(command)
        checks = {
            "actdiag": self.check_actdiag,
            "man": self.check_manual,
            "Get-Help": self.check_help,
            "lib/compiler/actdiag-compile": self.check_compiler,
        }
        if words[0] in NOT_RUN:
            self.check_exists(command)
        elif words[0].startswith("tests/"):
            self.assertTrue(os.access(harness.SOURCE / words[0], os.X_OK))
        else:
            checks[words[0]](words[1:])

    def check_actdiag(self, arguments):
        """Neither codes nor a cause are in empty input."""
        status = 1 if {"scan", "diagnose"} & set(arguments) else 0
        output(harness.COMMAND, *arguments, status=status)

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

    def test_commands(self):
        count = 0
        for path in page.PAGES:
            for command in page.mentions(path):
                with self.subTest(page=path.name, command=command):
                    self.check(command)
                count += 1
        self.assertGreater(count, 40)


if __name__ == "__main__":
    harness.main()
