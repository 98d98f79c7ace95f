#!/usr/bin/env python3
"""What actdiag-compile refuses: the exact diagnoses, and that nothing else happens.

broken/NAME.md and .tsv are documents and registers, broken/NAME.expected the diagnoses.
What editors and Git would mangle is written here.
"""

import harness
from refusal import GOOD, Refusal

BROKEN = harness.SOURCE / "tests/compiler/broken"


class Corpus(Refusal):
    """The files in broken/."""

    def test_documents(self):
        """Each broken document."""
        documents = sorted(BROKEN.glob("*.md"))
        self.assertGreaterEqual(len(documents), 60)
        for path in documents:
            with self.subTest(path.name):
                self.write(path.name, path.read_bytes())
                expected = path.with_suffix(".expected").read_text("utf-8")
                self.assertIn(": error: ", expected)
                self.refuse(expected, f"en={path.name}")

    def test_registers(self):
        """Each broken register, beside a document that is right."""
        good = self.write("good.en.md", GOOD)
        for path in sorted(BROKEN.glob("*.tsv")):
            with self.subTest(path.name):
                self.write(path.name, path.read_bytes())
                expected = path.with_suffix(".expected").read_text("utf-8")
                self.refuse(expected, "--register", path.name, good)

    def test_references(self):
        """An address for a colleague, whatever language that one reads."""
        good = self.write("good.en.md", GOOD)
        row = "0xC0040001\tSL_E_ONE\tdns\tdns\tretry\tcause\tslerror.h\t"
        for rest in ("x", "en/x", "x/en-usual/y", "eng-us/x", "en_us/x", "en-u/x", "en-us1/x", "en-"):
            self.write("codes.tsv", row + "https://example.com/" + rest + "\n")
            process = self.run_compiler("-o", "table.c", "--register", "codes.tsv", good)
            self.assertEqual((process.returncode, process.stderr), (0, ""), rest)
            (self.folder / "table.c").unlink()
        for address in ("example.com", "http://example.com", "https://", "https://e/en-us",
                        "https://e/x/zh-Hant?y", "https://e/ja-JP#x", "https://e/\u00e9",
                        "https://e/\x7f"):
            self.write("codes.tsv", row + address + "\n")
            process = self.run_compiler("-o", "table.c", "--register", "codes.tsv", good)
            self.assertEqual(process.returncode, 1, address)
            self.assertRegex(
                process.stderr, r'^codes\.tsv:1:51: error: ".*"; expected an address that begins'
                r" with https:// and has no language in it, or -\n$")


class LostCodes(Refusal):
    """Rows and headings of codes that Markdown does not make part of the table or a section."""

    ROW = "|0xC0040002|m|MAK|c|s|"
    OUTSIDE = (
        "error: the row of {} is outside the table of codes; expected it right below another of"
        " its rows, with no blank line, mark or comment between them\n"
    )
    HEADING = (
        "error: the heading of {} opens no section; expected it at the start of a line, outside"
        " of lists, quotes, code and HTML, below a table of 3 columns\n"
    )
    SECTION = "\n### 0xC0040001\n\n#### C\n\nc\n\n#### S\n\ns\n"
    TABLE = "|c|m|t|\n|-|-|-|\n|0xC0040001|m|MAK|\n"

    def test_rows_below_an_interruption(self):
        """Whatever ends the table, the first row below it is refused, and only that one."""
        more = self.ROW.replace("0002", "0003") + "\n"
        for line in ("", "***", "---", "# H", "|", "> q", "- item", "1. item", "<!-- note -->",
                     "<!--", "```", "    x", "<div>", "<br>"):
            with self.subTest(line):
                self.write("a.en.md", GOOD + line + "\n" + self.ROW + "\n" + more)
                self.refuse("a.en.md:5:2: " + self.OUTSIDE.format("0xC0040002"), "a.en.md")

    def test_rows_in_disguise(self):
        """The last row after a mark, or without its first pipe."""
        for row, column in (
            ("\t" + self.ROW, 3), ("- " + self.ROW, 4), ("> " + self.ROW, 4),
            ("12. " + self.ROW, 6), ("12)\t" + self.ROW, 6), ("\n\u3000" + self.ROW, 5), ("# " + self.ROW, 4), ("```" + self.ROW, 5),
            ("    " + self.ROW[1:], 5), ("<!-- x -->" + self.ROW, 12),
            ("<div>" + self.ROW, 7), ("\n\\" + self.ROW, 3),
            ("\n\u200b|&nbsp;**0xC0040002**|m|MAK|c|s", 13),
            ("\n[0xC0040002](#x|y) | m", 2), ("\n|[see](#0xc0040002)|m|MAK|c|s|", 3),
        ):
            with self.subTest(row):
                self.write("a.en.md", GOOD + row)
                label = "see" if "see" in row else "0xC0040002"
                line = 4 + row.count("\n")
                self.refuse(f"a.en.md:{line}:{column}: " + self.OUTSIDE.format(label), "a.en.md")

    def test_row_as_header(self):
        """A row above the dashes is not a row of the table."""
        self.write("a.en.md", self.ROW + "\n|-|-|-|-|-|\n|0xC0040001|m|MAK|c|s|\n")
        self.refuse("a.en.md:1:2: " + self.OUTSIDE.format("0xC0040002"), "a.en.md")

    def test_headings(self):
        """Sections in a list, a quote, code, HTML; and below a table that does not need them."""
        for mark, column in (("- ### ", 7), ("> ### ", 7), ("    ### ", 9), ("<p>### ", 8),
                             ("###", 4), ("### <a name='x'></a>", 21)):
            with self.subTest(mark):
                row = "|0xC0040001|m|MAK|c|s|" if "name" in mark else "|0xC0040001|m|MAK|"
                table = GOOD if "name" in mark else self.TABLE + self.SECTION
                self.write("a.en.md", table + "\n" + mark + "0xC0040002 title\n")
                line = table.count("\n") + 2
                expected = f"a.en.md:{line}:{column}: " + self.HEADING.format("0xC0040002")
                self.refuse(expected, "a.en.md")

    def test_other_tables(self):
        """A table of another number of columns may begin with codes; --check reports it."""
        other = "\n|c|n|\n|:-|-:|\n|0xC0040002|n|\n|0xC0040003|n|\n"
        prose = "\n0xC0040002 is `a | b`.\n\n- 0xC0040003\n- x|0xC0040004|\n"
        self.write("a.en.md", GOOD + other + prose)
        self.assertEqual(self.run_compiler("--list", "a.en.md").stderr, "")
        process = self.run_compiler("--check", "a.en.md")
        self.assertEqual(process.returncode, 0)
        self.assertEqual(
            process.stderr,
            "a.en.md:7:2: warning: the row of 0xC0040002 is left out: its table has 2 columns,"
            " the table of codes 3 or 5\n",
        )
        self.write("a.en.md", GOOD + other + "\n" + self.ROW)
        self.refuse("a.en.md:10:2: " + self.OUTSIDE.format("0xC0040002"), "a.en.md")


class Words(Refusal):
    """The shipped words, each time with one thing that is wrong."""

    WORDS = (harness.SOURCE / "doc/words.tsv").read_text("utf-8").splitlines()

    def refuse_words(self, lines, *expected):
        """Compiles with these words; each expected diagnosis begins with FILE:LINE:COLUMN."""
        self.write("words.tsv", "".join(line + "\n" for line in lines))
        good = self.write("good.en.md", GOOD)
        expected = "".join(f"words.tsv:{place}error: {text}\n" for place, text in expected)
        self.refuse(expected, "--words", "words.tsv", good)

    def number(self, start):
        """The number of the line that begins so."""
        (number,) = (i for i, line in enumerate(self.WORDS, 1) if line.startswith(start))
        return number

    def test_rows(self):
        """One more row: unknown words, empty or excess columns, a second row of one thing."""
        dns, mak, side = map(self.number, ("category\tdns\ten", "type\tmak\tja", "side\tdns\ten"))
        cause = self.number("heading\tcause\ten")
        for row, column, text in (
            ("kind\tdns\ten\tx\t-", 1, '"kind"; expected category, side, role, type, heading or event'),
            ("category\tDNS\ten\tx\tx", 10, '"DNS"; expected an identifier of that kind'),
            ("category\tkms-client\ten\tx\tx", 10,
             '"kms-client"; expected an identifier of that kind'),
            ("side\tclock\ten\tx\t-", 6, '"clock"; expected an identifier of that kind'),
            ("type\tkms-server\ten\tx\t-", 6,
             '"kms-server"; expected an identifier of that kind'),
            ("heading\tA b\ten\tx\t-", 9,
             '"A b"; expected lower-case letters, digits and hyphens'),
            ("side\tdns\tenglish_\tx\t-", 10, '"english_"; expected a language tag such as en'),
            ("side\tdns\ten\tx\t-", 1, f"side.dns appears twice in en; the first is at line {side}"),
            ("side\tdns\tEN\tx\t-", 1, f"side.dns appears twice in en; the first is at line {side}"),
            ("type\tmak\tja\tx\t-", 1, f"type.mak appears twice in ja; the first is at line {mak}"),
            ("category\tdns\ten\tx\t-", 1,
             f"category.dns appears twice in en; the first is at line {dns}"),
            ("heading\tcause\ten\tx\t-", 1,
             f"heading.cause appears twice in en; the first is at line {cause}"),
            ("heading\tnew\ten\tRun `x\t-", 16, '"Run `x"; expected pairs of `'),
            ("side\tdns\ten\tx", 1, "4 columns; expected 5, separated by tabs"),
            ("side\tdns\ten\tx\t-\t", 1, "6 columns; expected 5, separated by tabs"),
            ("side dns en x -", 1, "1 columns; expected 5, separated by tabs"),
            ("", 1, "1 columns; expected 5, separated by tabs"),
            ("side\tdns\t\tx\t-", 10, "column 3 is empty; expected a word, or - for none"),
        ):
            with self.subTest(row):
                place = f"{len(self.WORDS) + 1}:{column}: "
                # A last row: an empty last line is not a row.
                self.refuse_words([*self.WORDS, row, "# end"], (place, text))

    def test_labels_and_advice(self):
        """A row without its label, advice for what has none, a placeholder that is missing."""
        for row, column, text in (
            ("side\tdns\ten\t-\t-", 13, '"-"; expected a label'),
            ("side\tdns\ten\tDNS\tAsk.", 17, '"Ask."; expected -: no advice for this kind'),
        ):
            number = self.number("side\tdns\ten\t")
            lines = [*self.WORDS]
            lines[number - 1] = row
            missing = self.number("side\tdns\tja\t")
            first = self.number("category\tunknown\ten\t")
            self.refuse_words(lines, (f"{number}:{column}: ", text), (
                f"{missing}:1: ",
                f"side.dns has no word in en, a language that line {first} uses"))
        first, second = map(self.number, ("heading\tevent\ten", "heading\tevent\tja"))
        lines = [*self.WORDS]
        lines[second - 1] = "heading\tevent\tja\t{1}\t-"
        self.refuse_words(lines, (
            f"{second}:1: ", f"heading.event does not have the same {{0}} as at line {first}"))

    def test_incomplete(self):
        """A word that one language lacks, or both; a language that is hardly begun; no English."""
        for start, other, identifiers, language in (
            ("category\tclock\tja\t", "category\tclock\ten\t",
             ("category-advice.clock", "category.clock"), "ja"),
            ("side\tnone\ten\t", "side\tnone\tja\t", ("side.none",), "en"),
            ("heading\tcause\tja\t", "heading\tcause\ten\t", ("heading.cause",), "ja"),
        ):
            with self.subTest(start):
                lines = [*self.WORDS]
                lines[self.number(start) - 1] = "#"
                first = self.number(f"category\tunknown\t{language}\t")
                text = f"has no word in {language}, a language that line {first} uses"
                self.refuse_words(lines, *(
                    (f"{self.number(other)}:1: ", f"{identifier} {text}")
                    for identifier in identifiers))
        neither = [line for line in self.WORDS if not line.startswith("type\tkms-host\t")]
        self.refuse_words(neither, (" ", "no word for the type kms-host"))
        english = "no words in English (en), which other languages fall back to"
        japanese = [line for line in self.WORDS if "\ten\t" not in line]
        self.refuse_words(japanese, (" ", english))
        self.refuse_words([], (" ", english))


class Bytes(Refusal):
    """Bytes that are not text, and files that are not documents."""

    def test_encoding(self):
        """The first byte that is not UTF-8, or NUL."""
        utf8 = "error: byte 0x%02X is not UTF-8; expected a file in UTF-8\n"
        for name, data, byte in (
            ("latin-1", "caf\xe9".encode("latin-1"), 0xE9),
            ("utf-16", "\ufeffx".encode("utf-16-le"), 0xFF),
            ("overlong", b"\xc0\xaf", 0xC0),
            ("overlong-3", b"\xe0\x80\xaf", 0xE0),
            ("overlong-4", b"\xf0\x80\x80\xaf", 0xF0),
            ("surrogate", b"\xed\xa0\x80", 0xED),
            ("past-the-last", b"\xf4\x90\x80\x80", 0xF4),
            ("five-bytes", b"\xf8\x88\x80\x80\x80", 0xF8),
            ("continuation", b"\x80", 0x80),
            ("truncated", b"\xe3\x81", 0xE3),
            ("cut", b"\xe3\x81a", 0xE3),
            ("cut-2", b"\xe3a\x81", 0xE3),
        ):
            with self.subTest(name):
                self.write("a.en.md", b"# x\n\n" + data)
                column = 4 if name == "latin-1" else 1
                self.refuse(f"a.en.md:3:{column}: " + utf8 % byte, "a.en.md")
        self.write("a.en.md", b"# x\nab\0c")
        self.refuse("a.en.md:2:3: error: a NUL character; expected a text file\n", "a.en.md")

    def test_files(self):
        """Empty, missing, a folder, a symlink loop, a file that is too large."""
        self.write("empty.en.md", "")
        self.refuse(
            "empty.en.md:1:1: error: no entry: expected a table of 3 or 5 columns whose rows"
            " begin with codes\n",
            "empty.en.md",
        )
        self.refuse(
            "no.en.md: error: cannot be read: No such file or directory\n", "no.en.md"
        )
        (self.folder / "folder.en.md").mkdir()
        self.refuse(
            "folder.en.md: error: cannot be read: it is a folder; expected a file\n",
            "folder.en.md",
        )
        (self.folder / "loop.en.md").symlink_to("loop.en.md")
        self.refuse(
            "loop.en.md: error: cannot be read: Too many levels of symbolic links\n", "loop.en.md"
        )
        with open(self.folder / "large.en.md", "wb") as file:
            file.truncate((64 << 20) + 1)
        self.refuse(
            "large.en.md: error: cannot be read: it is larger than 64 MiB\n", "large.en.md"
        )
        self.refuse("/dev/zero: error: cannot be read: it is larger than 64 MiB\n", "/dev/zero")
        self.refuse("/proc/self/mem: error: cannot be read: Input/output error\n",
                    "/proc/self/mem")

    def test_language(self):
        """A document whose language is unknown."""
        self.write("document.md", GOOD)
        self.refuse(
            "document.md: error: the document's language is not known; name it, as in"
            " en=document.md\n",
            "document.md",
        )

    def test_language_order(self):
        """The tag on the command line, else ms.contentlocale, else the file's name."""
        self.write("a.en.md", GOOD)
        self.write("b.ja.md", "---\nms.contentlocale: en-US\n---\n" + GOOD)
        self.write("c.md", "---\nms.contentlocale: ja-JP\n---\n" + GOOD)
        twice = "b.ja.md:6:2: error: 0xC0040001 appears twice in one language; see {}:2\n"
        self.refuse(twice.format("a.en.md:3"), "en-US=a.en.md", "b.ja.md")
        self.refuse(twice.format("c.md:6"), "c.md", "ja-JP=b.ja.md")
        for documents in (("c.md", "b.ja.md"), ("ja=b.ja.md", "a.en.md"), ("c.md", "a.en.md")):
            process = self.run_compiler("--check", *documents)
            self.assertEqual((process.returncode, process.stderr), (0, ""), documents)

    def test_many_problems(self):
        """After 100 problems their number; errors are shown rather than warnings."""
        warned = "".join(f"|0xC004{i:04X} more|m|MAK|c|s|\n" for i in range(150))
        self.write("a.en.md", GOOD[: GOOD.index("|0x")] + warned + "|0xC004F07|m|MAK|c|s|\n")
        process = self.run_compiler("-o", "table.c", "a.en.md")
        lines = process.stderr.splitlines()
        self.assertEqual(len(lines), 101)
        self.assertEqual(
            lines[-2], 'a.en.md:153:2: error: "0xC004F07" is not a code; expected 0x and 8 hex digits'
        )
        self.assertEqual(lines[-1], "a.en.md: warning: 51 more problems are not shown")
        wrong = "".join(f"|0xC004{i:03X}|m|MAK|c|s|\n" for i in range(120))
        for warnings, shown in ((149, 0), (99, 0), (50, 0), (0, 0)):
            with self.subTest(warnings):
                document = "".join(warned.splitlines(True)[:warnings]) + wrong
                self.write("a.en.md", GOOD[: GOOD.index("|0x")] + document)
                lines = self.run_compiler("-o", "table.c", "a.en.md").stderr.splitlines()
                self.assertEqual(sum(": warning: " in line for line in lines[:-1]), shown)
                self.assertEqual(len(lines), 101)
                omitted = warnings + 120 - 100
                self.assertEqual(
                    lines[-1], f"a.en.md: error: {omitted} more problems are not shown")

    def test_several_files(self):
        """Problems of several files are reported in the order of their names."""
        for name in ("b.en.md", "a.en.md", "c.en.md"):
            self.write(name, GOOD)
        twice = ".en.md:3:2: error: 0xC0040001 appears twice in one language; see b.en.md:3:2\n"
        self.refuse("a" + twice + "c" + twice, "b.en.md", "a.en.md", "c.en.md")

    def test_names_of_files(self):
        """A name that is not UTF-8, or would drive a terminal, is shown in escapes."""
        for name, shown in ((b"a\xff.en.md", "a\\xFF.en.md"),
                            (b"\x1b[31m\xe3\x81", "\\x1B[31m\\xE3\\x81")):
            self.refuse(f"{shown}: error: cannot be read: No such file or directory\n", name)


if __name__ == "__main__":
    harness.main()
