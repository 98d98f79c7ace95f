#!/usr/bin/env python3
"""Tests what importing the package loads: cases and events only when they are asked for."""

import pickle
import subprocess
import sys
import unittest

import harness
import support

import actdiag

LATER = {"actdiag._case", "actdiag._diagnosis", "actdiag._events"}


class ImportTest(unittest.TestCase):
    def shows(self, code):
        """What a new Python writes that has imported the package."""
        result = support.python("-c", f"import pickle, sys, actdiag\n{code}")
        self.assertEqual((result.stderr, result.returncode), ("", 0))
        return result.stdout.splitlines()

    def test_cases_and_events_when_they_are_asked_for(self):
        loaded = f"print(sorted({LATER} & set(sys.modules)))"
        for name in ("Verdict", "diagnose", "events"):
            lines = self.shows(f"{loaded}\nactdiag.{name}\n{loaded}")
            self.assertEqual(lines, ["[]", str(sorted(LATER))])

    def test_every_public_name_is_listed_and_there(self):
        names = str(set(actdiag.__all__))
        self.assertEqual(self.shows(f"print({names} - set(dir(actdiag)))"), ["set()"])
        self.assertEqual(self.shows(f"from actdiag import *\nprint({names} - set(globals()))"), ["set()"])

    def test_a_name_that_is_not_there(self):
        with self.assertRaisesRegex(AttributeError, "'actdiag' has no attribute 'nonsense'"):
            actdiag.nonsense
        with self.assertRaisesRegex(ImportError, "nonsense"):
            exec("from actdiag import nonsense", {})

    def test_a_pickle_finds_its_class(self):
        for value in (actdiag.diagnose("0xC004F074"), actdiag.event(8198)):
            pickled = pickle.dumps(value)
            self.assertNotIn(b"actdiag._", pickled)
            done = subprocess.run(
                [sys.executable, "-c", "import pickle, sys; print(repr(pickle.load(sys.stdin.buffer)))"],
                input=pickled, stdout=subprocess.PIPE, env=support.environment(), check=True,
            )
            self.assertEqual(done.stdout.decode().rstrip("\n"), repr(value))


if __name__ == "__main__":
    harness.main()
