#!/usr/bin/env python3
"""Checks that the paths named on pages exist; commands-test.py runs their commands."""

import re
import unittest

import harness
import page

ARCHITECTURE = harness.SOURCE / "doc/architecture.md"
# What looks like a path but is not one: a form, a file that a reader is to make.
NO_FILES = {
    "MM/DD/YYYY",
    "share/doc/libactdiag/actdiag.html",
}
PATH = re.compile(r"`([\w.-]+/[\w./-]*|[\w-]+\.(?:md|am|ac|c|h))`")
LINK = re.compile(r"\]\((?!https?:)([^)]+)\)")


class Paths(unittest.TestCase):
    def test_every_path_exists(self):
        count, no_files = 0, set()
        for path in page.PAGES:
            text = page.running_text(path)
            made = {block.name for block in page.blocks(path)}
            named = set(PATH.findall(text)) - made
            no_files |= named & NO_FILES
            files = {path.parent / name for name in LINK.findall(text)}
            for name in named - NO_FILES:
                files.add(harness.SOURCE / ("include/actdiag.h" if name == "actdiag.h" else name))
            for file in sorted(files):
                with self.subTest(page=path.name, file=file):
                    self.assertTrue(file.exists())
            count += len(files)
        self.assertGreater(count, 80)
        self.assertEqual(no_files, NO_FILES)

    def test_the_picture_names_files_of_the_compiler(self):
        picture = re.search(r"```text\n(.*?)```", ARCHITECTURE.read_text("utf-8"), re.S).group(1)
        files = re.findall(r"^ \|   ((?:[a-z_]+, )*[a-z_]+) ", picture, flags=re.M)
        files = [name for group in files for name in group.split(", ")]
        self.assertGreater(len(files), 10)
        sources = {path.stem for path in (harness.SOURCE / "lib/compiler").rglob("*.c")}
        for name in files:
            with self.subTest(name=name):
                self.assertIn(name, sources)


if __name__ == "__main__":
    harness.main()
