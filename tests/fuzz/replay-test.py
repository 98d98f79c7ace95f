#!/usr/bin/env python3
"""Hands the kept inputs of each fuzz target to the code under test, in the build as it is."""

import subprocess
import unittest

import harness

CORPUS = harness.SOURCE / "tests/fuzz/corpus"


class Replay(unittest.TestCase):
    def replay(self, target):
        program = harness.BUILD / f"tests/fuzz/replay-{target}"
        if not program.is_file():
            raise unittest.SkipTest(f"{program.name} is built where cmark-gfm is installed")
        inputs = [path for path in (CORPUS / target).iterdir() if path.is_file()]
        self.assertGreater(len(inputs), 10, "a corpus covers more than this")
        run = subprocess.run(
            [program, CORPUS / target], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
        output = run.stdout.decode(errors="replace").splitlines()
        self.assertEqual(run.returncode, 0, "\n".join(output[-20:]))
        self.assertEqual(output[-1], f"{len(inputs)} replayed")

    def test_parse(self):
        self.replay("parse")

    def test_scan(self):
        self.replay("scan")

    def test_article(self):
        self.replay("article")

    def test_register(self):
        self.replay("register")

    def test_arguments(self):
        self.replay("arguments")


if __name__ == "__main__":
    harness.main()
