#!/usr/bin/env python3
"""Runs the tests of the package in PyPy."""

import subprocess
import unittest

import harness

SCRIPTS = ("codes", "library", "scan", "values")


@harness.skip_if_sanitized("PyPy is not built with sanitizers")
class PyPyTest(unittest.TestCase):
    def test_scripts(self):
        """Each as it is, but for what only CPython has."""
        pypy = harness.tool("pypy3")
        for name in SCRIPTS:
            with self.subTest(name):
                done = subprocess.run(
                    [pypy, harness.SOURCE / f"tests/python/{name}-test.py"],
                    stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
                )
                self.assertEqual(done.returncode, 0, done.stdout)
                self.assertRegex(done.stdout, r"(?m)^[1-9]\d+ passed, 0 failed,")


if __name__ == "__main__":
    harness.main()
