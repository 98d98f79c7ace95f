#!/usr/bin/env python3
"""What actdiag-compile reads despite a problem, and what it warns about."""

import subprocess

import fresh_library
import harness
from refusal import GOOD, Refusal


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
            ("a[^ b", 13, "nothing", "", "a[^ b"),
            ("[^a](b)", 13, "warning", "footnotes are not read; expected the note's text in its"
             " place", "^a"),
            ("![](a.png) x", 13, "warning", '"a.png" is left out: the link or image has no text,'
             " and no address with a scheme", "x"),
            ("`a\u200bb`", 13, "warning", "the code has the invisible character U+200B; it is"
             " left out", "ab"),
            ("`a\u00a0b`", 13, "warning", "the code has the invisible character U+00A0; it is"
             " read as a blank", "a b"),
            ("a\u200bb", 13, "hint", "the text has the invisible character U+200B", "a\u200bb"),
            *((f"a{character}b", 13, "hint", "the text has the invisible character"
               f" U+{ord(character):04X}", f"a{character}b")
              for character in "\u00ad\u200c\u2060\u206f"),
            *((f"a{character}b", 13, "hint", "the text has the invisible character"
               f" U+{ord(character):04X}", "a" + "".join(f"\\x{c:02X}" for c in character.encode())
               + "b") for character in "\u200e\u200f\u202a\u202e\ufeff"),
            *((f"a{character}b", 13, "nothing", "", f"a{character}b")
              for character in "\u00ac\u200a\u2010\u205f\u2070\ufefe"),
            *((f"`a{character}b`", 13, "warning", "the code has the invisible character"
               f" U+{ord(character):04X}; it is read as a blank", "a b")
              for character in "\u2007\u202f"),
            ("[a](b 'c')", 13, "hint", 'the title "c" is left out', "a"),
        ):
            with self.subTest(cell):
                output, said = self.list(f"{head}|{cell}|MAK|c|s|\n")
                self.assertEqual(output, f"0xC0040001\tmak\t{listed}\n")
                expected = f"a.en.md:3:{place}: warning: {text}\n"
                self.assertEqual(said, expected if severity == "warning" else "")
                self.assertEqual(self.run_compiler("--check", "a.en.md").stderr,
                                 "" if severity == "nothing" else expected)
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
            'a.en.md:3:38: warning: "une" is not an activation type; ignored\n',
            process.stderr,
        )

    def test_merging(self):
        """Both places are named; an organisation's codes are added to the article's."""
        self.write("a.ja.md", GOOD)
        self.write("b.en.md", GOOD)
        self.write("c.en.md", GOOD)
        self.refuse(
            "c.en.md:3:2: error: 0xC0040001 appears twice in one language; see b.en.md:3:2\n",
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
