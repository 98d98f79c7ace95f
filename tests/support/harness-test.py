#!/usr/bin/env python3
"""Checks what harness.main() counts, and the exit status that it tells make check."""

import subprocess
import sys

import harness

HEAD = "import unittest\nimport harness\n\n\nclass T(unittest.TestCase):\n"
TAIL = "\n\nif __name__ == '__main__':\n    harness.main()\n"
PASSES = "    def test_passes(self):\n        self.assertTrue(True)\n"
FAILS = "    def test_fails(self):\n        self.fail('x')\n"
RAISES = "    def test_raises(self):\n        raise OSError('x')\n"
SKIPS = "    def test_skips(self):\n        self.skipTest('no such tool')\n"
SUBTESTS = """\
    def test_subtests(self):
        for i in range(5):
            with self.subTest(i):
                if i == 1:
                    self.skipTest('not this one')
                self.assertLess(i, {bound})
"""
CLASS = "    @classmethod\n    def setUpClass(cls):\n        raise {error}\n\n"
CLEANUP = "    @classmethod\n    def tearDownClass(cls):\n        raise OSError('x')\n\n"


class Counts(harness.FolderTest):
    def check(self, body, line, status):
        script = self.write("inner.py", HEAD + body + TAIL)
        done = subprocess.run([sys.executable, script], stdout=subprocess.PIPE, check=False)
        printed = done.stdout.decode().splitlines()
        self.assertEqual((printed[-1], done.returncode), (line, status), printed)
        return printed

    def test_one_of_each(self):
        printed = self.check(
            PASSES + FAILS + RAISES + SKIPS, "1 passed, 2 failed, 1 skipped", 1
        )
        self.assertIn("SKIP: __main__.T.test_skips: no such tool", printed)

    def test_all_passed_and_all_skipped(self):
        self.check(PASSES + SKIPS, "1 passed, 0 failed, 1 skipped", 0)
        self.check(SKIPS, "0 passed, 0 failed, 1 skipped", harness.ALL_SKIPPED)

    def test_subtests_count_as_one_test(self):
        self.check(SUBTESTS.format(bound=3), "0 passed, 1 failed, 0 skipped", 1)
        self.check(PASSES + SUBTESTS.format(bound=9), "1 passed, 0 failed, 1 skipped", 0)

    def test_a_class_that_cannot_be_set_up(self):
        self.check(CLASS.format(error="OSError") + PASSES, "0 passed, 1 failed, 0 skipped", 1)
        skip = CLASS.format(error="unittest.SkipTest('no such tool')")
        self.check(skip + PASSES, "0 passed, 0 failed, 1 skipped", harness.ALL_SKIPPED)

    def test_a_class_that_cannot_be_cleaned_up(self):
        self.check(CLEANUP + PASSES, "1 passed, 1 failed, 0 skipped", 1)

    def test_a_script_without_tests_does_not_pass(self):
        self.check("    pass\n", "0 passed, 0 failed, 0 skipped", 1)


if __name__ == "__main__":
    harness.main()
