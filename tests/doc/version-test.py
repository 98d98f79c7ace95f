#!/usr/bin/env python3
"""Checks that the same version appears in every place."""

import re
import unittest

import harness

# Files with the version, and a pattern that finds it.
PLACES = {
    "bindings/powershell/ActDiag/ActDiag.psd1": r"ModuleVersion +=\s+'([\d.]+)'",
    "NEWS.md": r"^## ([\d.]+)$",
}


def find(name, pattern):
    """What the pattern's first group matches in a file, at its first place."""
    text = (harness.SOURCE / name).read_text(encoding="utf-8-sig")
    match = re.search(pattern, text, re.M)
    return match and match[1]


class Version(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.version = find("configure.ac", r"^AC_INIT\(\[libactdiag\], \[(\d+\.\d+\.\d+)\]\)$")

    def test_places(self):
        self.assertIsNotNone(self.version)
        for name, pattern in PLACES.items():
            with self.subTest(name):
                self.assertEqual(find(name, pattern), self.version)

    def test_header(self):
        parts = [
            find("include/actdiag.h", rf"^#define ACT_VERSION_{part} +(\d+)$")
            for part in ("MAJOR", "MINOR", "PATCH")
        ]
        self.assertEqual(parts, self.version.split("."))

    def test_the_soname_is_of_the_major_version(self):
        """libtool names the file current - age, age, revision."""
        current, revision, age = map(
            int, find("configure.ac", r"\[ACTDIAG_VERSION_INFO\], \[([\d:]+)\]").split(":")
        )
        major, minor, _ = map(int, self.version.split("."))
        self.assertEqual((current - age, age), (major, minor))

    def test_a_minor_version_has_symbols_and_a_baseline(self):
        """The newest gets its baseline when it is released; 1.0 has it before."""
        minor = self.version.rpartition(".")[0]
        versions = {version for _, version in harness.exported()}
        self.assertLessEqual(max(int(v.split(".")[1]) for v in versions), int(minor.split(".")[1]))
        for version in {"1.0", *versions} - ({minor} if minor != "1.0" else set()):
            for name in (f"libactdiag-{version}.abi", f"consumer-{version}.c"):
                self.assertTrue((harness.SOURCE / "tests/abi" / name).exists(), name)


if __name__ == "__main__":
    harness.main()
