#!/usr/bin/env python3
"""All manual pages: mandoc finds no fault in them, and each has a Japanese twin with the same facts."""

import re
import subprocess
import unittest

import harness
from installation import Installation

FOLDER = harness.SOURCE / "doc/man"
ENGLISH = sorted(FOLDER.glob("*.[1-8]"))
# Sections that are the same in every language.
SAME = ("LIBRARY", "SYNOPSIS", "SEE ALSO")
JAPANESE = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")
# Macros whose arguments are the same in every language.
MARKING = "Ar|Cm|Dv|Em|Ev|Fa|Fl|Fn|In|Li|Nm|Pa|Ql|Va|Vt|Xr"
BLOCKS = re.compile(r"^\.Bd -literal.*?^\.Ed$", re.M | re.S)
# Pages of others to which ours refer.
OTHERS = {("grep", "1"), ("jq", "1")}


def sections(page):
    parts = re.split(r"^\.Sh (.*)\n", page.read_text("utf-8"), flags=re.M)
    return dict(zip(parts[1::2], parts[2::2]))


def structure(text):
    """Paragraphs, subsections and lists in their order; of each item, the cells of its row."""
    lines = re.findall(r"^\.(?:It|Bl|El|Pp|Ss|Bd|Ed)\b.*", text, re.M)
    return [re.sub(r"^\.Ss .*", ".Ss", line).split(" Ta ") for line in lines]


def facts(text):
    """What does not depend on the language: literal blocks, marked words, names, numbers."""
    prose = re.sub(r"^\.Bl .*", "", BLOCKS.sub("", text), flags=re.M)
    lines = re.findall(rf"^\.(?:{MARKING}) (.*)", prose, re.M)
    words = {word for line in lines for word in re.split(r"[ ,.;:]+", line) if word}
    quoted = set(re.findall(r"^\.[DQ]q ([\w./:@-]*\w)(?: [.,;:])*$", prose, re.M))
    # Japanese writes decimal and hexadecimal with numbers.
    number = r"(?:0x[0-9A-F]+|\d{2,})(?!\s*進)"
    names = set(re.findall(rf"(?<!\w)(?:act_\w+|[A-Z]+_[A-Z_0-9]+|{number})(?!\w)", prose, re.A))
    return {"blocks": BLOCKS.findall(text), "words": words, "quoted": quoted, "names": names}


class Twins(unittest.TestCase):
    def compare_structure(self, japanese, english):
        """A cell of a row is either the same or in Japanese."""
        self.assertEqual(list(map(len, japanese)), list(map(len, english)))
        for cells, twins in zip(japanese, english):
            pairs = zip(cells, twins)
            self.assertEqual([twin if JAPANESE.search(cell) else cell for cell, twin in pairs], twins)

    def compare(self, title, japanese, english):
        if title in SAME:
            self.assertEqual(japanese, english)
            return
        self.compare_structure(structure(japanese), structure(english))
        self.assertEqual(facts(japanese), facts(english))
        if re.search(r"^(?:\w|\.Nd)", BLOCKS.sub("", english), re.M):
            self.assertRegex(BLOCKS.sub("", japanese), JAPANESE)

    def test_each_page_has_a_japanese_twin(self):
        self.assertEqual(
            [page.name for page in sorted((FOLDER / "ja").iterdir())], [page.name for page in ENGLISH]
        )
        self.assertGreater(len(ENGLISH), 10)

    def test_the_twin_has_the_same_in_each_section(self):
        """The same sections, and in each of them the same functions, options, constants and examples."""
        for page in ENGLISH:
            english, japanese = sections(page), sections(FOLDER / "ja" / page.name)
            with self.subTest(page.name):
                self.assertEqual(list(japanese), list(english))
            for title, text in english.items():
                with self.subTest(page.name, section=title):
                    self.compare(title, japanese[title], text)


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.installation = Installation("install-data")
        cls.man = cls.installation.find("**/man/man3").parent
        files = sorted(cls.man.glob("**/*.[1-8]"))
        cls.pages = [path for path in files if not path.read_text("utf-8").startswith(".so ")]

    @classmethod
    def tearDownClass(cls):
        cls.installation.close()

    def test_mandoc_finds_nothing_to_complain_about(self):
        mandoc = harness.tool("mandoc")
        self.assertEqual(len(self.pages), 2 * len(ENGLISH))
        done = subprocess.run(
            [mandoc, "-Tlint", *self.pages],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
        )
        # Where references lead is the next test's; the age of this machine's index does not matter.
        noise = re.compile(r"referenced manual not found|makewhatis|mandoc\.db")
        self.assertEqual([line for line in done.stdout.splitlines() if not noise.search(line)], [])

    def test_every_reference_leads_to_a_page_in_the_same_language(self):
        for page in self.pages:
            references = re.findall(r"(?:^\.(?:It )?| )Xr (\w+) (\d)", page.read_text("utf-8"), re.M)
            self.assertNotEqual(references, [])
            for name, number in set(references) - OTHERS:
                with self.subTest(page=page, reference=name):
                    self.assertTrue((page.parents[1] / f"man{number}/{name}.{number}").exists())

    def test_japanese_pages_lie_where_the_english_ones_do(self):
        """With links, so that each function has a page in both languages."""
        for number in (1, 3):
            english, japanese = (self.man / folder / f"man{number}" for folder in (".", "ja"))
            names = {path.name for path in english.iterdir()}
            self.assertEqual({path.name for path in japanese.iterdir()}, names)
            for name in names:
                target = (japanese / name).read_text("utf-8")
                if target.startswith(".so "):
                    self.assertEqual(target, (english / name).read_text("utf-8"))


if __name__ == "__main__":
    harness.main()
