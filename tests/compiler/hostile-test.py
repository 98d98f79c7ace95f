#!/usr/bin/env python3
"""actdiag-compile on hostile input: bounded memory and time, a diagnosis, nothing lost."""

import os
import subprocess
import threading

import harness
from refusal import GOOD, Refusal

CUT = 396  # bytes of a message before its "..."


class Size(Refusal):
    """Documents and registers that are large in one way."""

    def test_pipes(self):
        """A line of 50 MB of pipes."""
        self.write("a.en.md", b"|" * 50_000_000)
        self.refuse(
            'a.en.md:1:65: error: more than 64 "|" in a line; expected a table of 3 or 5'
            " columns\n",
            "a.en.md",
        )

    def test_a_million_columns(self):
        """In a table, and in the register."""
        count = 1_000_000
        self.write("a.en.md", "|a" * count + "\n" + "|-" * count + "\n" + "|0xC0040001" * count)
        text = 'error: more than 64 "|" in a line; expected a table of 3 or 5 columns\n'
        self.refuse(
            "".join(f"a.en.md:{line}:{column}: {text}"
                    for line, column in ((1, 129), (2, 129), (3, 705))),
            "a.en.md",
        )
        self.write("a.en.md", GOOD)
        self.write("codes.tsv", "0xC0040001" + "\tx" * count + "\n")
        self.refuse(
            f"codes.tsv:1:1: error: {count + 1} columns; expected 8, separated by tabs\n",
            *("--register", "codes.tsv", "a.en.md"),
        )

    def test_huge_cells(self):
        """A message of 2 MB is read; in place of a code, a type or a word it is quoted in part."""
        huge = "word " * 400_000
        self.write("a.en.md", GOOD.replace("|m|", f"|{huge}|"))
        process = self.run_compiler("--check", "a.en.md")
        self.assertEqual((process.returncode, process.stderr), (0, ""))
        more = GOOD + "|0xC0040002|m|MAK|c|s|\n"
        for row, column, text in (
            (f"|{huge}|m|MAK|c|s|\n", 2, 'the row begins with "'),
            (f"|0xC0040003|m|{huge}|c|s|\n", 15, '"'),
        ):
            self.write("a.en.md", more + row)
            self.refuse(f"a.en.md:5:{column}: error: {(text + huge)[:CUT]}...\n", "a.en.md")
        for ascii_first in ("", "a", "aa"):  # cut between two characters, wherever they begin
            wide = ascii_first + "ア" * 100_000
            self.write("a.en.md", more + f"|0xC0040003|m|{wide}|c|s|\n")
            kept = wide[: (CUT - 1 - len(ascii_first)) // 3 + len(ascii_first)]
            self.refuse(f'a.en.md:5:15: error: "{kept}...\n', "a.en.md")
        self.write("a.en.md", GOOD)
        self.write("codes.tsv", f"0xC0040001\tSL_E_X\t{huge}\tdns\t-\tcause\tx\t-\n")
        self.refuse(
            f"codes.tsv:1:19: error: {(chr(34) + huge)[:CUT]}...\n",
            *("--register", "codes.tsv", "a.en.md"),
        )


class Nesting(Refusal):
    """What costs a careless parser of Markdown quadratic time, or its stack."""

    COUNT = 100_000

    def document(self, cause):
        """A document of shape C with a cause."""
        return (
            "|c|m|t|\n|-|-|-|\n|0xC0040001|m|MAK|\n\n### 0xC0040001\n\n"
            f"**Cause:**\n\nx\n\n{cause}\n\n**Solution:**\n\ns\n"
        )

    def test_unclosed(self):
        """Marks that never close, or close what was never opened, are text."""
        for mark in ("[", "![l", "]", "[a](", "[[]()", "[a][b]", "[a](<b", "*a ", "**a ", "a** ",
                     "_a_", "`a ``b ", "<", "<a href='", "&", "&#", "\\", "!", "a\n", "x_"):
            with self.subTest(mark):
                self.write("a.en.md", self.document("." + mark * self.COUNT))
                process = self.run_compiler("--list", "a.en.md")
                self.assertEqual(process.stdout, "0xC0040001\tmak\tm\n")
                self.assertEqual((process.returncode, process.stderr), (0, ""))

    def test_nested(self):
        """Nested without end."""
        count = self.COUNT
        for cause, place, found in (
            ("*a **b " * count + "c** d*" * count, "11:1", "nested"),
            (">" * count + "a", "11:65", "quotes or lists nested"),
            ("- " * count + "a", "11:129", "quotes or lists nested"),
            ("1. " * count + "a", "11:193", "quotes or lists nested"),
            ((">" * 64 + "a\n") * 2000, "11:64", "nested"),
            ("".join(" " * 2 * depth + "- a\n" for depth in range(2000)), "73:127", "nested"),
        ):
            with self.subTest(cause[:20]):
                self.write("a.en.md", self.document(cause))
                self.refuse(f"a.en.md:{place}: error: {found} more than 64 deep\n", "a.en.md")

    def test_repeated(self):
        """Many of what is looked up by name, or looked for."""
        for part in ("[a{}]: /u\n", "[a]: /{}\n", "|a{}|\n|-|\n\n", "<!-- {}", "a{}\n===\n\n"):
            with self.subTest(part):
                text = "".join(part.format(i) for i in range(self.COUNT))
                self.write("a.en.md", GOOD + "\n" + text)
                process = self.run_compiler("--list", "a.en.md")
                self.assertEqual(process.stdout, "0xC0040001\tmak\tm\n")
                self.assertEqual((process.returncode, process.stderr), (0, ""))


class Places(Refusal):
    """Files that may not be read, places that may not be written, what is not a plain file."""

    def unprivileged(self):
        """A prefix to the command that makes permissions count for root, too."""
        if os.geteuid() != 0:
            return ()
        setpriv = harness.tool("setpriv")
        return (setpriv, "--bounding-set=-dac_override,-dac_read_search")

    def test_unreadable(self):
        """A document, a register, labels and a folder without permission."""
        wrapper = self.unprivileged()
        self.write("a.en.md", GOOD)
        for option, name in ((None, "x.en.md"), ("--register", "x.tsv"), ("--words", "x.tsv")):
            with self.subTest(option):
                self.write(name, GOOD).chmod(0)
                arguments = [option, name, "a.en.md"] if option else [name, "a.en.md"]
                self.refuse(
                    f"{name}: error: cannot be read: Permission denied\n", *arguments,
                    wrapper=wrapper,
                )
        (self.folder / "closed").mkdir(0)
        self.refuse(
            "closed/a.en.md: error: cannot be read: Permission denied\n", "closed/a.en.md",
            wrapper=wrapper,
        )

    def test_pipe(self):
        """A document may come through a pipe."""
        path = self.folder / "pipe.en.md"
        os.mkfifo(path)
        for text, status, messages in (
            (GOOD, 0, ""),
            (GOOD.replace("MAK", "x"), 1, 'pipe.en.md:3:15: error: "x" names no activation type;'
             " expected MAK, KMS, KMS client, KMS host, Active Directory, AVMA, token, OEM or digital"
             " license\n"),
        ):
            writer = threading.Thread(target=path.write_text, args=(text,))
            writer.start()
            process = self.run_compiler("--check", path.name)
            writer.join()
            self.assertEqual((process.returncode, process.stderr), (status, messages))

    def refuse_output(self, output, reason, **options):
        """The output cannot be written; nothing in the folder has changed."""
        before = sorted(self.folder.rglob("*"))
        process = self.run_compiler("-o", output, "a.en.md", **options)
        self.assertEqual(
            process.stderr, f"actdiag-compile: {output}: cannot be written: {reason}\n"
        )
        self.assertEqual((process.returncode, process.stdout), (1, ""))
        self.assertEqual(sorted(self.folder.rglob("*")), before)

    def test_output(self):
        """A folder that does not exist, a full disk, a folder or a loop for a file."""
        self.write("a.en.md", GOOD)
        (self.folder / "sub").mkdir()
        (self.folder / "loop.c").symlink_to("loop.c")
        self.refuse_output("gone/table.c", "No such file or directory")
        self.refuse_output("a.en.md/table.c", "Not a directory")
        self.refuse_output("/dev/full", "No space left on device")
        self.refuse_output("sub", "Is a directory")
        self.refuse_output("loop.c", "Too many levels of symbolic links")
        self.assertTrue((self.folder / "loop.c").is_symlink())

    def test_read_only_output(self):
        """A folder in which nothing may be made; the table in it stays."""
        self.write("a.en.md", GOOD)
        folder = self.folder / "sub"
        folder.mkdir()
        (folder / "table.c").write_text("an earlier table\n", "utf-8")
        folder.chmod(0o555)
        self.addCleanup(folder.chmod, 0o755)
        self.refuse_output("sub/table.c", "Permission denied", wrapper=self.unprivileged())
        self.assertEqual((folder / "table.c").read_text("utf-8"), "an earlier table\n")

    def test_folder_that_is_gone(self):
        """The folder that the program runs in."""
        self.write("a.en.md", GOOD)
        script = 'mkdir here && cd here && rmdir ../here && exec "$0" -o table.c ../a.en.md'
        process = subprocess.run(
            ["sh", "-c", script, harness.COMPILER], cwd=self.folder, capture_output=True, text=True,
            check=False,
        )
        self.assertEqual(process.returncode, 1)
        self.assertEqual(
            process.stderr,
            "actdiag-compile: table.c: cannot be written: No such file or directory\n",
        )


if __name__ == "__main__":
    harness.main()
