#!/usr/bin/env python3
"""Checks that the paths exist which pages name; commands-test.py runs their commands."""

import re
import unittest

import harness

PAGES = [harness.SOURCE / "doc/architecture.md", harness.SOURCE / "CONTRIBUTING.md"]
# Places that a reader is to fill in, or files that the text tells to create.
PLACEHOLDERS = {"own.en.md", "doc/activation-errors.TAG.md"}


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


if __name__ == "__main__":
    harness.main()
