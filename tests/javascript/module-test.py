#!/usr/bin/env python3
"""Runs the tests of the package in Node.js, with either variant of the library."""

import os
import subprocess
import unittest

import harness

PACKAGE = harness.BUILD / "bindings/javascript/package"
TESTS = harness.SOURCE / "tests/javascript/module.test.mjs"


class ModuleTest(unittest.TestCase):
    def run_tests(self, variant):
        environment = dict(os.environ, ACTDIAG_PACKAGE=str(PACKAGE), ACTDIAG_VARIANT=variant)
        done = subprocess.run(["node", "--test", str(TESTS)], env=environment, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, encoding="utf-8", check=False)
        print(done.stdout if done.returncode else done.stdout.splitlines()[-8:])
        self.assertEqual(done.returncode, 0)

    def test_with_vectors(self):
        self.run_tests("simd")

    def test_plain(self):
        self.run_tests("plain")


if __name__ == "__main__":
    harness.main()
