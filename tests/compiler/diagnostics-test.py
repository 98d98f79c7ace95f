#!/usr/bin/env python3
"""What actdiag-compile refuses: the exact diagnoses, and that nothing else happens.

broken/NAME.md and .tsv are documents and registers, broken/NAME.expected the diagnoses.
What editors and Git would mangle is written here.
"""

import subprocess

import fresh_library
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
            ("12. " + self.ROW, 6), ("# " + self.ROW, 4), ("```" + self.ROW, 5),
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
        twice = "b.ja.md:6:2: error: 0xC0040001 stands twice in one language; see {}:2\n"
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
        twice = ".en.md:3:2: error: 0xC0040001 stands twice in one language; see b.en.md:3:2\n"
        self.refuse("a" + twice + "c" + twice, "b.en.md", "a.en.md", "c.en.md")

    def test_names_of_files(self):
        """A name that is not UTF-8, or would drive a terminal, is shown in escapes."""
        for name, shown in ((b"a\xff.en.md", "a\\xFF.en.md"),
                            (b"\x1b[31m\xe3\x81", "\\x1B[31m\\xE3\\x81")):
            self.refuse(f"{shown}: error: cannot be read: No such file or directory\n", name)


class Warnings(Refusal):
    """What is read despite a problem."""

    def list(self, document, name="a.en.md"):
        """The output of --list for a document, and its diagnoses."""
        self.write(name, document)
        process = self.run_compiler("--list", name)
        self.assertEqual(process.returncode, 0)
        return process.stdout, process.stderr

    def test_codes_in_marks(self):
        """Codes in bold, emphasis and links; text after a line break; messages of two lines."""
        rows = (
            "|**0xC0040001**|m<br>n|MAK|c|s|\n|*0xC0040002*|m|MAK|c|s|\n"
            "|[0xC0040003](https://example.org)|m|MAK|c|s|\n|0xC0040004<br>more|m|MAK|c|s|\n"
        )
        listed, said = self.list(GOOD[: GOOD.index("|0x")] + rows)
        self.assertEqual(
            listed,
            "0xC0040001\tmak\tm n\n0xC0040002\tmak\tm\n0xC0040003\tmak\tm\n"
            "0xC0040004\tmak\tm\n",
        )
        ignored = "warning: the text after the code is ignored:"
        self.assertEqual(said, f'a.en.md:5:2: {ignored} "<https://example.org>"\n'
                               f'a.en.md:6:2: {ignored} "more"\n')

    def test_labels_of_links(self):
        """A label without a code takes its section's; one with a section of its own keeps it."""
        title = "<x y> " + "*a **b " * 40 + "c** d*" * 40
        sections = "".join(f"\n### 0xC004000{i} {title}\n\n#### C\n\nc\n\n#### S\n\ns\n"
                           for i in (1, 2))
        rows = "|[see](#0xc0040001)|m|MAK|\n|[0xC0040002](#0xc0040009)|m|MAK|\n"
        listed, said = self.list("|c|m|t|\n|-|-|-|\n" + rows + sections)
        self.assertEqual(listed, "0xC0040001\tmak\tm\n0xC0040002\tmak\tm\n")
        self.assertEqual(said, 'a.en.md:3:2: warning: the label says "see", but links to the'
                               " section of 0xC0040001, which is taken\n")

    def test_text_after_codes(self):
        """In a cell all of it is ignored; a title may lack its blank, as it was published."""
        rows, said = "", ""
        for number, rest in enumerate(("L", "g", "_", "~", "[", "ü", "Le", "défaut", "de", "5")):
            rows += f"|0xC004000{number}{rest}|m|MAK|c|s|\n"
            if rest in ("de", "5"):
                said += (f'a.en.md:{number + 3}:2: error: "0xC004000{number}{rest}" is not a code;'
                         " expected 0x and 8 hex digits\n")
            else:
                said += (f"a.en.md:{number + 3}:2: warning: the text after the code is ignored:"
                         f' "{rest}"\n')
        self.write("a.en.md", GOOD[: GOOD.index("|0x")] + rows)
        self.refuse(said, "a.en.md")
        self.write("a.en.md", GOOD.replace("|m|", ", 0xC0040002|m|"))
        self.refuse("a.en.md:3:2: error: 0xC0040002 is the row's second code; expected a row for"
                    " each code\n", "a.en.md")
        table, parts = "|c|m|t|\n|-|-|-|\n|0xC0040001|m|MAK|\n", "\n\n#### C\n\nc\n\n#### S\n\ns\n"
        listed, said = self.list(table + "\n### 0xC0040001Le service" + parts)
        self.assertEqual(listed, "0xC0040001\tmak\tm\n")
        self.assertEqual(said, "a.en.md:5:1: warning: no blank after the code; the text after it"
                               ' is ignored: "Le service"\n')
        for title in (": title", "：題", "", " title"):
            self.assertEqual(self.list(table + "\n### 0xC0040001" + title + parts)[1], "")

    def test_losses(self):
        """What plain text cannot hold: warned of, or a hint of --check, or refused."""
        head = GOOD[: GOOD.index("|m|MAK")]
        for cell, place, severity, text, listed in (
            ("a[^1] b", 13, "warning", "footnotes are not read; expected the note's text in its"
             " place", "a[^1] b"),
            ("![](a.png) x", 13, "warning", '"a.png" is left out: the link or image has no text,'
             " and no address with a scheme", "x"),
            ("`a\u200bb`", 13, "warning", "the code has the invisible character U+200B; it is"
             " left out", "ab"),
            ("`a\u00a0b`", 13, "warning", "the code has the invisible character U+00A0; it is"
             " read as a blank", "a b"),
            ("a\u200bb", 13, "hint", "the text has the invisible character U+200B", "a\u200bb"),
            ("[a](b 'c')", 13, "hint", 'the title "c" is left out', "a"),
        ):
            with self.subTest(cell):
                output, said = self.list(f"{head}|{cell}|MAK|c|s|\n")
                self.assertEqual(output, f"0xC0040001\tmak\t{listed}\n")
                expected = f"a.en.md:3:{place}: warning: {text}\n"
                self.assertEqual(said, "" if severity == "hint" else expected)
                self.assertEqual(self.run_compiler("--check", "a.en.md").stderr, expected)
        parts = "\n\n#### C\n\nc\n\n#### S\n\n{}\n"
        table = "|c|m|t|\n|-|-|-|\n|0xC0040001|m|MAK|\n\n### 0xC0040001" + parts
        for comment in ("<!-- without end", "<!-- lost\n\ntext\n\n<!-- its end -->"):
            self.write("a.en.md", table.format("s\n\n" + comment))
            self.refuse("a.en.md:15:1: error: a comment without end, or with another one in it;"
                        " expected -->\n", "a.en.md")
        self.write("a.en.md", table.format("|a|b|\n|-|-|\n|c|d|e|"))
        self.refuse("a.en.md:15:6: error: more cells than in the table's header; write \\| for a |"
                    " that is text\n", "a.en.md")

    def test_quotes_and_footnotes(self):
        """A line that slips into the quoted message; the definition of a footnote."""
        self.write("a.en.md", "|c|m|t|\n|-|-|-|\n|0xC0040001|m|MAK|\n\n### 0xC0040001\n\n> m\nlost\n\n"
                   "**C**\n\nc\n\n**S**\n\ns\n\n[^1]: note\n")
        self.assertEqual(
            self.run_compiler("--list", "a.en.md").stderr,
            "a.en.md:8:1: warning: the line continues the quoted message, which is left out;"
            " expected > or a blank line before it\n"
            "a.en.md:18:1: warning: footnotes are not read; expected the note's text in its place\n")

    def test_text_of_no_section(self):
        """Text that another heading cuts off, between sections, and after the last as a hint."""
        def document(*lines):
            table, parts = "|c|m|t|\n|-|-|-|\n", ""
            for number, line in enumerate(lines):
                table += f"|0xC004000{number}|m|MAK|\n"
                parts += f"\n### 0xC004000{number}\n\n#### C\n\nc\n\n#### S\n\ns\n\n{line}\n"
            return table + "\n# T\n\nAn introduction.\n\n## U\n" + parts

        text = ("warning: the text from here to the next section belongs to no code and is left"
                " out: a heading of level 3 or less ends a section\n")
        for line, place in (("# H\n\ntext", 25), ("### H\n- text", 24), ("text\n---", 23),
                            ("## H\n<!-- text", -1), ("## H\n***\n<!-- x -->", 0), ("#### H", -1)):
            with self.subTest(line):
                self.write("a.en.md", document(line, "more", "# Appendix"))
                process = self.run_compiler("--list", "a.en.md")
                self.assertEqual(process.returncode, place < 0)
                if place >= 0:
                    said = f"a.en.md:{place}:1: {text}" if place else ""
                    self.assertEqual(process.stderr, said)
        self.write("a.en.md", document("more", "# Appendix\n\ntext"))
        self.assertEqual(self.run_compiler("--list", "a.en.md").stderr, "")
        self.assertEqual(self.run_compiler("--check", "a.en.md").stderr, "a.en.md:36:1: " + text)

    def test_sections_of_several_codes(self):
        """Each code has the section's texts; links to it may be labelled with any of its codes."""
        codes = [0xC0040001, 0xC0040003, 0xC0040002]
        rows = "".join(f"|[0x{code:08X}](#0xc0040001-0xc0040003-0xc0040002-t)|m|MAK|\n" for code in codes)
        self.write("a.en.md", "|c|m|t|\n|-|-|-|\n" + rows +
                   "\n### 0xC0040001, 0xC0040003 , 0xC0040002: t, and u\n\n#### C\n\nthe cause\n\n"
                   "#### S\n\n```console host\nslmgr.vbs /dlv\n```\n\n```console parent\nx\n```\n\n"
                   "```console forest\ny\n```\n\n```text\nz\n```\n")
        process = self.run_compiler("--check", "a.en.md")
        self.assertEqual((process.returncode, process.stderr), (0, ""))
        library = fresh_library.load(self.folder, [self.folder / "a.en.md"])
        self.assertEqual(library.codes(), codes)
        for code in codes:
            self.assertEqual(library.text(code, fresh_library.CAUSE, ""), "the cause")
            self.assertEqual(library.text(code, fresh_library.STEPS, ""),
                             "    slmgr.vbs /dlv\n\n    x\n\n    y\n\n    z")

    def test_path_with_an_equals_sign(self):
        """What comes before it is not a tag: all of it is the path."""
        self.assertEqual(self.list(GOOD, "x=a.en.md"), ("0xC0040001\tmak\tm\n", ""))
        process = self.run_compiler("--list", "e1=a.md")
        self.assertEqual(process.stderr,
                         "e1=a.md: error: cannot be read: No such file or directory\n")

    def test_register(self):
        """Without a last line end; with a code that no document has, and one that it lacks."""
        self.write("a.en.md", GOOD)
        self.write("codes.tsv", "# comment\n0xC0040002\t-\tdns\tdns\t-\tcause\t-\t-")
        process = self.run_compiler("-o", "table.c", "--register", "codes.tsv", "a.en.md")
        self.assertEqual((process.returncode, process.stderr), (0, ""))
        table = (self.folder / "table.c").read_text("utf-8")
        for line in ("#define ACT_TABLE_ENTRY_COUNT 1\n", "#define ACT_TABLE_KNOWN_COUNT 2\n"):
            self.assertIn(line, table)

    def test_read_with_a_warning(self):
        """The warnings, and what is listed."""
        table = "|c|m|t|\n|-|-|-|\n|[0xC0040001](#0xc0040002-b)|m <x y>|MAK une|\n"
        sections = "\n### 0xC0040002 <b>\n\n#### C\n\nc\n\n#### S\n\ns\n"
        self.write("a.en.md", table + sections)
        self.write("b.en.md", GOOD.replace("1|m", "1 and some words|m"))
        process = self.run_compiler("--list", "a.en.md", "b.en.md")
        self.assertEqual(process.stdout, "0xC0040002\tmak\tm <x y>\n0xC0040001\tmak\tm\n")
        self.assertEqual(
            process.stderr,
            'a.en.md:3:2: warning: the label says "0xC0040001", but links to the section of'
            " 0xC0040002, which is taken\n"
            "a.en.md:3:30: warning: <x y> is not a tag that is known and is kept as text; write &lt;"
            " or \\< for <\n"
            'b.en.md:3:2: warning: the text after the code is ignored: "and some words"\n',
        )
        self.assertEqual(process.returncode, 0)
        process = self.run_compiler("--check", "a.en.md")
        self.assertIn(
            'a.en.md:3:38: warning: "une" is no word for an activation type and is ignored\n',
            process.stderr,
        )

    def test_merging(self):
        """Both places are named; an organisation's codes are added to the article's."""
        self.write("a.ja.md", GOOD)
        self.write("b.en.md", GOOD)
        self.write("c.en.md", GOOD)
        self.refuse(
            "c.en.md:3:2: error: 0xC0040001 stands twice in one language; see b.en.md:3:2\n",
            *("a.ja.md", "b.en.md", "c.en.md"),
        )
        self.write("d.en.md", GOOD.replace("MAK", "KMS"))
        self.refuse(
            "d.en.md:3:15: error: 0xC0040001 has other activation types elsewhere; see"
            " a.ja.md:3:15\n",
            *("a.ja.md", "d.en.md"),
        )
        self.write("e.en.md", GOOD.replace("0001", "0002"))
        process = self.run_compiler("--list", "a.ja.md", "b.en.md", "e.en.md")
        self.assertEqual(process.stdout, "0xC0040001\tmak\tm\n0xC0040002\tmak\tm\n")

    def test_usage_and_same_bytes(self):
        """Exit status 2 for wrong usage; the same table in other folders, locales, time zones."""
        self.write("a.en.md", GOOD)
        for arguments in ([], ["--list"], ["a.en.md"], ["--no-such"], ["-o"]):
            process = self.run_compiler(*arguments)
            self.assertEqual((process.returncode, process.stdout), (2, ""), arguments)
            self.assertNotEqual(process.stderr, "")
        for option, text in (("--help", "usage: "), ("--version", "actdiag-compile ")):
            process = self.run_compiler(option)
            self.assertEqual((process.returncode, process.stderr), (0, ""))
            self.assertTrue(process.stdout.startswith(text))
        self.assertEqual(self.run_compiler("-o", "one.c", "a.en.md").returncode, 0)
        environment = {"LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Tokyo"}
        process = subprocess.run(
            [harness.COMPILER, "-o", self.folder / "two.c", self.folder / "a.en.md"],
            env=environment,
            cwd="/",
            check=True,
        )
        one, two = (self.folder / "one.c").read_bytes(), (self.folder / "two.c").read_bytes()
        self.assertEqual(one, two)
        process = self.run_compiler("-o", "/dev/stdout", "a.en.md")  # a pipe, which stays one
        self.assertEqual((process.returncode, process.stderr), (0, ""))
        self.assertEqual(process.stdout.encode(), one)


if __name__ == "__main__":
    harness.main()
