#!/usr/bin/env python3
"""Compiles published articles, and documents of our own, and compares every text they give."""

import pathlib
import subprocess
import tempfile
import unittest

import article_reader
import fresh_library
import harness

REVISIONS = ["en-us.2025-01", "es-es.2019-08", "fr-fr.2019-04", "ja-jp.2019-07", "ja-jp.2020-09"]
LACKING = {"fr-fr.2019-04": {0x80070490}}

# Read by hand.
MAK, KMS, CLIENT, HOST = "mak", "kms", "kms-client", "kms-host"
TYPES = {
    0x8004FE21: {MAK, CLIENT},
    0x80070005: {MAK, CLIENT, HOST},
    0x8007007B: {CLIENT},
    0x80070490: {MAK},
    0x800706BA: {CLIENT},
    0x8007232A: {HOST},
    0x8007232B: {CLIENT},
    0x8007251D: {CLIENT},
    0x80092328: {CLIENT},
    0xC004B100: {MAK},
    0xC004C001: {MAK},
    0xC004C003: {MAK},
    0xC004C008: {KMS},
    0xC004C020: {MAK},
    0xC004C021: {MAK},
    0xC004F009: {MAK},
    0xC004F00F: {MAK, CLIENT, HOST},
    0xC004F014: {MAK, CLIENT},
    0xC004F02C: {MAK, CLIENT},
    0xC004F035: {CLIENT, HOST},
    0xC004F038: {CLIENT},
    0xC004F039: {CLIENT},
    0xC004F041: {CLIENT},
    0xC004F042: {CLIENT},
    0xC004F050: {MAK, KMS, CLIENT},
    0xC004F051: {MAK, KMS},
    0xC004F064: {MAK},
    0xC004F065: {MAK, CLIENT},
    0xC004F06C: {CLIENT},
    0xC004F074: {CLIENT},
}

SHAPE_B = """# A document of our own

|Code|Message|Types|
|-|-|-|
|[0xC0040001](#0xc0040001-one)|One `|` two \\| three &lt;four&gt;<br>five|MAK|
|0xC0040002|See <https://example.org/a> and [here](//example.org/b), not [there](/c)|KMS|
"""

# What Markdown says, and the plain text that is due.
TEXTS = [
    ("Run **slmgr -ipk \\<5x5 key\\>**.", "Run slmgr -ipk <5x5 key>."),
    ("Run `slmgr /skms <kms host>`  now.", "Run slmgr /skms <kms host> now."),
    ("[*Label* x](https://example.org/?a=1&b=2 'title') end",
     "Label x <https://example.org/?a=1&b=2> end"),
    ("[Label](../relative.md#part), [other](#part)", "Label, other"),
    ("[](https://example.org/a) [`x`](https://example.org/b) [a *b*](https://example.org/c)",
     "<https://example.org/a> x <https://example.org/b> a b <https://example.org/c>"),
    ("<https://example.org>", "https://example.org"),
    ("![a picture](picture.png)", "a picture"),
    ("one&nbsp;&nbsp;two\u00a0three\tfour", "one two three four"),
    ("one<br>two<br/>three<BR />four", "one\ntwo\nthree\nfour"),
    ("one<br><br>two", "one\n\ntwo"),
    ("one  \ntwo\\\nthree\nfour", "one\ntwo\nthree four"),
    ("a<b>1</b> <span class='x'>b</span> <!-- note -->c", "a1 b c"),
    ("x<ul><li>one</li><li>two</li></ul>", "x\none\ntwo"),
    ("one\n\n<!-- a > b\n\nc -->\n\ntwo", "one\n\ntwo"),
    ("one\n\n<p>two <!-- <b> --> three</p>", "one\n\ntwo three"),
    ("<p>one <b{>two <b:x>three <h2>four <x-y>five</p>",
     "one two three <h2>four <x-y>five"),
    ("\x01 \x7f \u0800 \ud7ff \ue000 \U00010000 \U0010ffff ??/ \"",
     "\x01 \x7f \u0800 \ud7ff \ue000 \U00010000 \U0010ffff ??/ \""),
    ("x\n\n12\n\n-\n\ty", "x\n\n12\n\n- y"),
    ("<p>one</p>\n<p>two <b>three</b></p>", "one\ntwo three"),
    ("\\*no emphasis\\* &amp; &#x41;", "*no emphasis* & A"),
    ("- one\n- two\n  - three\n  - four", "- one\n- two\n  - three\n  - four"),
    ("- one\n\n- two", "- one\n\n- two"),
    ("3. three\n4. four\n\n   more\n", "3. three\n\n4. four\n\n   more"),
    ("1. one\n\n   ```console\n   slmgr /ato\n\n     /dli\n   ```\n2. two",
     "1. one\n\n       slmgr /ato\n\n         /dli\n\n2. two"),
    ("    indented\n      code", "    indented\n      code"),
    ("```\na|b <c> \\d\n```", "    a|b <c> \\d"),
    ("> quoted\n> more\n>\n> end", "quoted more\n\nend"),
    ("> [!NOTE]\n> a note", "a note"),
    ("> [!NOTE]\n>\n> a note", "a note"),
    ("one\n\n>\n\n> ```\n> code\n> ```\n\n> *emphasis*", "one\n\n    code\n\nemphasis"),
    ("> [!div class=\"nextstepaction\"]\n> [Label](https://example.org)",
     "Label <https://example.org>"),
    ("- one\n  > [!TIP]\n  > a tip\n- two", "- one\n  a tip\n- two"),
    ("one\n\n---\n\ntwo", "one\n\ntwo"),
    ("|a|b|\n|-|-|\n|c|d|", "a | b\nc | d"),
    ("Error 0xC0040099 and 0xC004F074 are other codes.",
     "Error 0xC0040099 and 0xC004F074 are other codes."),
    ("The service failed. (サービスが失敗しました。)", "The service failed. (サービスが失敗しました。)"),
    ("a <A class=x HREF = 'https://example.org/?a&amp;b=&c'>label</a>, <a name=x>part</a>",
     "a label <https://example.org/?a&b=&c>, part"),
    ("<p><a href=https://example.org/a>https://example.org/a</a> <a href='/b'>b</a>",
     "https://example.org/a b"),
    ("<a href=\"//example.org\">without end", "without end\n<//example.org>"),
    ("10<sup>3</sup> H<SUB>2</SUB>O", "10^3 H_2O"),
    ("![a *picture*](https://example.org/a.png) ![](https://example.org/b.png)",
     "a picture <https://example.org/a.png> <https://example.org/b.png>"),
    ("> [!NOTE] in its line\n> a note", "in its line a note"),
]


def section(code, cause, steps):
    """A section of shape B."""
    return f"\n### 0x{code:08X}: a title\n\n#### Cause\n\n{cause}\n\n#### Steps\n\n{steps}\n"


class ArticleTest(unittest.TestCase):
    """Compares one document with what article_reader.py reads."""

    def check_texts_and_types(self, path):
        """Returns the codes; every text, and the types, which every language gives alike."""
        with tempfile.TemporaryDirectory() as folder:
            library = fresh_library.load(folder, [path])
        expected = article_reader.read(path)
        self.assertEqual(library.codes(), list(expected))
        for code, texts in expected.items():
            self.assertEqual(library.types(code), TYPES[code], f"0x{code:08X}")
            for field, text in enumerate(texts):
                self.assertTrue(text)
                self.assertEqual(library.text(code, field, ""), text, f"0x{code:08X}")
        return set(expected)

    def check_list(self, path):
        """--list: code, types and message, one line per entry."""
        process = subprocess.run(
            [harness.COMPILER, "--list", path], capture_output=True, encoding="utf-8"
        )
        expected = [
            (
                f"0x{code:08X}",
                ",".join(name for name in (MAK, KMS, CLIENT, HOST) if name in TYPES[code]),
                message.replace("\n", " "),
            )
            for code, (message, _, _) in article_reader.read(path).items()
        ]
        lines = [tuple(line.split("\t")) for line in process.stdout.splitlines()]
        self.assertEqual(lines, expected)
        self.assertEqual(process.returncode, 0)


class StandIns(ArticleTest):
    """Documents of our own in the three shapes, with the peculiarities of the published ones."""

    def test_shapes(self):
        """Each shape in a language of its own."""
        paths = sorted((harness.SOURCE / "tests/compiler/shapes").glob("*.md"))
        self.assertEqual([path.name for path in paths],
                         ["a.fr-fr.md", "b.es-es.md", "c.en-us.md"])
        for path in paths:
            with self.subTest(path.name):
                self.assertGreater(len(self.check_texts_and_types(path)), 2)
                self.check_list(path)


class Articles(ArticleTest):
    """The published revisions, of which none is part of this project."""

    def test_texts_and_types(self):
        """Every text, and the types, which every language gives alike."""
        for revision in REVISIONS:
            with self.subTest(revision):
                codes = self.check_texts_and_types(harness.article(revision))
                self.assertEqual(codes, set(TYPES) - LACKING.get(revision, set()))

    def test_list(self):
        """--list of each."""
        for revision in REVISIONS:
            self.check_list(harness.article(revision))

    def test_two_languages(self):
        """Two revisions in one library: all codes in both languages."""
        paths = [harness.article("ja-jp.2019-07"), harness.article("en-us.2025-01")]
        with tempfile.TemporaryDirectory() as folder:
            library = fresh_library.load(folder, paths)
        self.assertEqual(set(library.codes()), set(TYPES))
        for path, language in zip(paths, ("ja-JP", "en-US")):
            for code, texts in article_reader.read(path).items():
                self.assertEqual(library.language(code, language), language)
                for field, text in enumerate(texts):
                    self.assertEqual(library.text(code, field, language), text)

    def test_hard_places(self):
        """Places that were read by hand."""
        def load(revision):
            with tempfile.TemporaryDirectory() as folder:
                return fresh_library.load(folder, [harness.article(revision)])

        japanese, english = load("ja-jp.2019-07"), load("en-us.2025-01")
        steps = fresh_library.STEPS
        self.assertIn("slmgr -ipk <5x5 key> ", japanese.text(0x80070490, steps, ""))
        self.assertIn("/skms <kms_host_name> ", japanese.text(0x8007232B, steps, ""))
        self.assertIn("\\sources\\pid.txt ", japanese.text(0xC004F014, steps, ""))
        self.assertIn("\n\n    slmgr.vbs /skms <kms_host_name>\n\nSolution 2:\n\n",
                      english.text(0x8007232B, steps, ""))
        self.assertIn("\n\n       slmgr -ipk <5x5 key>", english.text(0x80070490, steps, ""))
        self.assertIn("slmgr /atp <Confirmation ID>.", english.text(0xC004F035, steps, ""))
        self.assertIn(" in the \\sources folder ", english.text(0xC004F014, steps, ""))
        self.assertNotIn("Solution", english.text(0x80070005, steps, ""))
        self.assertNotIn("[!NOTE]", english.text(0x8004FE21, fresh_library.CAUSE, ""))
        self.assertNotIn("ANY OTHER", english.text(0xC004F035, fresh_library.CAUSE, ""))


class PlainText(unittest.TestCase):
    """Plain text of constructs that the articles use or may use."""

    def test_sections(self):
        """Each construct as the steps of a code."""
        rows, sections = "", ""
        for number, (markdown, _) in enumerate(TEXTS):
            rows += f"|0xC0041{number:03X}|m|MAK|\n"
            sections += section(0xC0041000 + number, "c", markdown)
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "texts.en.md"
            path.write_text("|c|m|t|\n|-|-|-|\n" + rows + sections, "utf-8")
            library = fresh_library.load(folder, [path])
        for number, (markdown, text) in enumerate(TEXTS):
            with self.subTest(markdown):
                self.assertEqual(library.text(0xC0041000 + number, 2, "en"), text)

    def test_cells_byte_order_mark_and_line_ends(self):
        """Cells; the same texts under every line end."""
        document = (
            SHAPE_B.replace("`|`", "`\\|`")
            + section(0xC0040001, "cause", "steps")
            + section(0xC0040002, "cause", "```\na\nb\n```")
        )
        for line_end in ("\n", "\r\n", "\r"):
            with self.subTest(line_end), tempfile.TemporaryDirectory() as folder:
                path = pathlib.Path(folder) / "own.en.md"
                text = "\ufeff---\ntitle: 'A title'\nms.date: 3/1/2024\n---\n" + document
                path.write_bytes(text.replace("\n", line_end).encode())
                library = fresh_library.load(folder, [path])
                self.assertEqual(library.text(0xC0040001, 0, "en"),
                                 "One | two | three <four>\nfive")
                self.assertEqual(library.text(0xC0040002, 0, "en"),
                                 "See https://example.org/a and here <//example.org/b>, not there")
                self.assertEqual(library.text(0xC0040002, 2, "en"), "    a\n    b")
                self.assertEqual(library.document(0), ["en", "A title", "2024-03-01", "own.en.md"])

    def test_shape_c(self):
        """Bold paragraphs; the quoted message is dropped, what follows it belongs to the cause."""
        document = (
            "|c|m|t|\n|-|-|-|\n|0xC0040001|m|MAK|\n|0xC0040002|m|MAK|\n\n"
            "### 0xC0040001 t\n\nIntroduced by this.\n\n> The message.\n\nAfter it.\n\n"
            "**Causes:**\n\nCause.\n\n**Solution 1:**\n\nFirst.\n\n**Solution 2**：\n\nSecond.\n\n"
            "### 0xC0040002\n\n> [!NOTE]\n> A note.\n\n**Cause:**\n\nc\n\n**Solution:**\n\ns\n"
        )
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "c.md"
            path.write_text(document, "utf-8")
            library = fresh_library.load(folder, [f"ja={path}"])
        self.assertEqual(library.text(0xC0040001, 1, "ja"), "After it.\n\nCause.")
        self.assertEqual(library.text(0xC0040001, 2, "ja"),
                         "Solution 1:\n\nFirst.\n\nSolution 2：\n\nSecond.")
        self.assertEqual(library.text(0xC0040002, 1, "ja"), "A note.\n\nc")
        self.assertEqual(library.text(0xC0040002, 2, "ja"), "s")

    def test_front_of_cause(self):
        """What stands between a heading and the first marker, of which some is the message."""
        fronts = [
            ("> The message.\n\n", "c", "c"),
            ("- one\n\n> The message.\n\n", "c", "- one\n\nc"),
            ("---\n\n> The message.\n\n", "c", "c"),
            ("Only this.\n\n", "", "Only this."),
            (">\n\n", "c", "c"),
            ("> ```\n> The message.\n> ```\n\n", "c", "c"),
            ("> **The** message.\n\n", "c", "c"),
            ("**Bold** `code`\n\n", "c", "Bold code\n\nc"),
            ("**Bold**`code`\n\n", "c", "Boldcode\n\nc"),
            ("**Bold** and\n*more*\n\n", "c", "Bold and more\n\nc"),
        ]
        document = "|c|m|t|\n|-|-|-|\n"
        for number in range(len(fronts)):
            document += f"|0xC004000{number}|m|MAK|\n"
        for number, (front, cause, _) in enumerate(fronts):
            document += (f"\n### 0xC004000{number}\n\n{front}**Cause**:\n\n{cause}\n\n"
                         "**Steps** :\n\ns\n")
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "c.en.md"
            path.write_text(document, "utf-8")
            library = fresh_library.load(folder, [path])
        for number, (front, _, cause) in enumerate(fronts):
            with self.subTest(front):
                self.assertEqual(library.text(0xC0040000 + number, 1, "en"), cause)
                self.assertEqual(library.text(0xC0040000 + number, 2, "en"), "s")


class Words(harness.FolderTest):
    """The shipped words."""

    DOCUMENT = "|c|m|t|c|s|\n|-|-|-|-|-|\n|0xC0040001|m|MAK|c|s|\n"

    def test_order(self):
        """Rows may come in any order; English answers for all languages that are missing."""
        shipped = (harness.SOURCE / "doc/words.tsv").read_text("utf-8").splitlines(True)
        self.write("words.tsv", "".join(sorted(shipped, key=lambda row: row[::-1])))
        path = self.write("a.fr.md", self.DOCUMENT)
        library = fresh_library.load(self.folder, [path], "--words", self.folder / "words.tsv")
        for language, word in (("ja", "原因"), ("en", "Cause"), ("fr", "Cause"), (None, "Cause")):
            self.assertEqual(library.word("heading.cause", language), word)
        self.assertEqual(library.words_language("fr"), "en")
        self.assertEqual(library.language(0xC0040001, "ja"), "fr")

    def test_written_chinese(self):
        """A reader of traditional Chinese gets English rather than simplified Chinese."""
        paths = [self.write(f"a.{tag}.md", self.DOCUMENT) for tag in ("ja", "zh-CN", "en")]
        library = fresh_library.load(self.folder, paths)
        for wanted, answered in (("zh-TW", "en"), ("zh_HK.UTF-8", "en"), ("zh-SG", "zh-CN")):
            self.assertEqual(library.language(0xC0040001, wanted), answered)

    def test_none(self):
        """A table without words."""
        library = fresh_library.load(self.folder, [self.write("a.de.md", self.DOCUMENT)])
        self.assertIsNone(library.word("heading.cause", "en"))
        self.assertEqual(library.words_language("en"), "")


if __name__ == "__main__":
    harness.main()
