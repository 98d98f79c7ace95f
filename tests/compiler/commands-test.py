#!/usr/bin/env python3
"""Commands of documents and of advice: found in the catalogue, and rendered in each dialect.

The catalogue is a small one of the test's own, and what comes out is written out here.
"""

import ctypes

import fresh_library
import harness
from refusal import Refusal

SLMGR, POWERSHELL, OSLICENSE, OFFICE = range(4)
ELEVATED, CHANGES, HARD, PRACTICE, AS_SLMGR = 1, 2, 4, 8, 16
ON_HOST, ON_FOREST, ON_PARENT = 128, 256, 512
CODE = 0xC0040001

CATALOGUE = """\
slmgr.vbs /ipk <5x5 key>\tInstall '<5x5 key>'<br />Refresh\tos -Key '<5x5 key>'\t\
cscript ospp.vbs /inpkey:<5x5 key>\tall\tyes\tpowershell\ta b c d
slmgr.vbs /skms <name>:<port>\tHost '<name>' <port>\tos -Name '<name>' -Port <port>\t\
cscript ospp.vbs /sethst:<name><br />cscript ospp.vbs /setprt:<port>\tall\tyes\t-\ta b c d
slmgr.vbs /dlv\tGet-It\t=\tcscript ospp.vbs /dstatus\toffice\tno\t-\ta b c d
slmgr.vbs /rilc\t-\tos -Files\twindows\tall\tyes\t-\ta - c -
slmgr.vbs /upk\tUninstall\t-\tcscript ospp.vbs /unpkey:<end_of_key>\tall\thard\t-\ta b - d
slmgr.vbs /sdns\tPublish\tos -Publish\t=\tall\tyes\t-\ta b c -
net start <service>\tStart-Service <service>\t=\t=\tall\tyes\t-\ta b - -
cscript ospp.vbs /act\t=\t=\t=\tall\tyes\t-\td - - -
"""

DOCUMENT = """\
| c | m | t |
|-|-|-|
| [0xC0040001](#0xc0040001) | m | MAK |

### 0xC0040001

{mark}#### Cause

c

#### Steps

{steps}
"""

FENCE = "```console{place}\n{code}\n```\n"


def block(*lines, place=""):
    """A code block of a document."""
    return FENCE.format(place=place and " " + place, code="\n".join(lines))


def words():
    """The shipped words: the notes of a rendering are among them."""
    return harness.SOURCE / "doc/words.tsv"


class Rendering(harness.FolderTest):
    """What a library answers from a document with one entry."""

    def load(self, steps, mark="", *options):
        """A library from a document with these steps."""
        catalogue = self.write("commands.tsv", CATALOGUE)
        document = self.write("own.en.md", DOCUMENT.format(steps=steps, mark=mark))
        library = fresh_library.load(
            self.folder, [document], "--commands", catalogue, *options
        ).library
        library.act_entry_steps.restype = library.act_category_advice.restype = ctypes.c_size_t
        library.act_entry_steps.argtypes = [
            ctypes.c_void_p,
            ctypes.c_int,
            ctypes.c_char_p,
            ctypes.c_char_p,
            ctypes.c_size_t,
        ]
        library.act_category_advice.argtypes = [
            ctypes.c_int,
            *library.act_entry_steps.argtypes[1:],
        ]
        library.act_entry_command.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]
        library.act_entry_command.restype = ctypes.c_void_p
        library.act_command_text.argtypes = [ctypes.c_void_p, ctypes.c_int]
        library.act_command_text.restype = ctypes.c_char_p
        library.act_command_flags.argtypes = [ctypes.c_void_p, ctypes.c_int]
        library.act_command_flags.restype = ctypes.c_uint32
        self.library = library

    def steps(self, dialect):
        """The steps of the entry."""
        return self.text(self.library.act_entry_steps, self.library.act_lookup(CODE), dialect)

    def text(self, function, subject, dialect):
        """What a function under snprintf()'s contract writes."""
        size = function(subject, dialect, None, None, 0) + 1
        buffer = ctypes.create_string_buffer(b"\xff" * size, size)
        self.assertEqual(function(subject, dialect, None, buffer, size), size - 1)
        self.assertEqual(len(buffer.value), size - 1)
        return buffer.value.decode()

    def commands(self, dialect):
        """Text and flags of each command of the steps."""
        library, entry, found = self.library, self.library.act_lookup(CODE), []
        while command := library.act_entry_command(entry, None, len(found)):
            text = library.act_command_text(command, dialect).decode()
            found.append((text, library.act_command_flags(command, dialect)))
        return found

    def test_block(self):
        """Each line by itself; values are carried over; others stay as they are."""
        self.load("1. Do:\n\n   " + block("Slmgr -ipk AAAAA", "dir", "net start w").replace("\n", "\n   "))
        self.assertEqual(
            [self.steps(dialect) for dialect in range(4)],
            [
                "1. Do:\n\n       Slmgr -ipk AAAAA\n       dir\n       net start w",
                "1. Do:\n\n       Install 'AAAAA'\n       Refresh\n       dir\n       Start-Service w",
                "1. Do:\n\n       os -Key 'AAAAA'\n       dir\n       Start-Service w",
                "1. Do:\n\n       cscript ospp.vbs /inpkey:AAAAA\n       dir\n       net start w",
            ],
        )
        self.assertEqual(
            [self.commands(dialect) for dialect in range(4)],
            [
                [("Slmgr -ipk AAAAA", CHANGES | ELEVATED), ("net start w", CHANGES | ELEVATED)],
                [
                    ("Install 'AAAAA'\nRefresh", CHANGES | ELEVATED | PRACTICE),
                    ("Start-Service w", CHANGES | ELEVATED),
                ],
                [
                    ("os -Key 'AAAAA'", CHANGES | ELEVATED),
                    ("Start-Service w", CHANGES | ELEVATED),
                ],
                [
                    ("cscript ospp.vbs /inpkey:AAAAA", CHANGES | ELEVATED),
                    ("net start w", CHANGES | ELEVATED),
                ],
            ],
        )

    def test_ways_of_writing(self):
        """cscript, a folder, quotes, upper case and placeholders with blanks make no difference."""
        lines = (
            'cscript //nologo "C:\\Windows\\System32\\slmgr.vbs" /DLV',
            "cscript.exe %windir%\\system32\\SLMGR.VBS -dlv",
            "slmgr /skms [fe80::1]:1688",
            "slmgr.vbs /skms <the name>:<port>",
            "cscript //B /nologo slmgr.vbs /dlv",
            'cscript "C:\\Program Files\\Microsoft Office\\Office16\\OSPP.VBS" /act',
            "slmgr.vbs /skms <the name:<port>",
            "cscript",
            "cscript.exe //nologo",
            '"slmgr.vbs',
        )
        self.load(block(*lines))
        self.assertEqual(
            self.steps(OSLICENSE).split("\n"),
            [
                "    Get-It",
                "    Get-It",
                "    os -Name '[fe80::1]' -Port 1688",
                "    os -Name '<the name>' -Port <port>",
                "    Get-It",
                '    cscript "C:\\Program Files\\Microsoft Office\\Office16\\OSPP.VBS" /act',
                "    slmgr.vbs /skms <the name:<port>",
                "    cscript",
                "    cscript.exe //nologo",
                '    "slmgr.vbs',
            ],
        )

    def test_many(self):
        """Each command is in the table once, however many there are."""
        keys = [f"K{number}" for number in range(600)]
        lines = [f"slmgr.vbs /ipk {key}" for key in keys * 2]
        self.load(block(*lines))
        self.assertEqual(self.steps(OSLICENSE), "\n".join(f"    os -Key '{key}'" for key in keys * 2))
        entry = self.library.act_lookup(CODE)
        commands = [self.library.act_entry_command(entry, None, i) for i in range(1200)]
        self.assertEqual(commands[:600], commands[600:])
        self.assertEqual(len(set(commands)), 600)

    def test_sentences(self):
        """Commands in sentences; one of several lines follows below, once."""
        self.load("Run `slmgr.vbs /ipk K`, `slmgr.vbs /dlv` and `slmgr.vbs /ipk K`.")
        self.assertEqual(
            self.steps(POWERSHELL),
            "Run slmgr.vbs /ipk K, Get-It and slmgr.vbs /ipk K.\n\n"
            "slmgr.vbs /ipk K:\n\n    Install 'K'\n    Refresh",
        )
        self.assertEqual(
            self.steps(OFFICE),
            "Run cscript ospp.vbs /inpkey:K, cscript ospp.vbs /dstatus and "
            "cscript ospp.vbs /inpkey:K.",
        )

    def test_other_places(self):
        """What is typed on another computer never becomes a command of Office."""
        self.load(
            block("slmgr.vbs /ipk K", place="host")
            + "\nOn the host, <!-- host -->`slmgr.vbs /dlv`; here, `slmgr.vbs /dlv`.\n\n"
            + block("slmgr.vbs /dlv", place="forest")
            + block("slmgr.vbs /dlv", place="parent")
        )
        self.assertEqual(
            self.steps(OFFICE),
            "    slmgr.vbs /ipk K\n\n"
            "On the host, slmgr.vbs /dlv; here, cscript ospp.vbs /dstatus.\n\n"
            "    slmgr.vbs /dlv\n\n    slmgr.vbs /dlv",
        )
        self.assertEqual(self.steps(OSLICENSE).split("\n")[0], "    os -Key 'K'")
        self.assertEqual(
            self.commands(OFFICE),
            [
                ("slmgr.vbs /ipk K", CHANGES | ELEVATED | AS_SLMGR | ON_HOST),
                ("slmgr.vbs /dlv", AS_SLMGR | ON_HOST),
                ("cscript ospp.vbs /dstatus", ELEVATED),
                ("slmgr.vbs /dlv", AS_SLMGR | ON_FOREST),
                ("slmgr.vbs /dlv", AS_SLMGR | ON_PARENT),
            ],
        )

    def test_windows_only(self):
        """An entry of Windows alone keeps its commands for Office, and says so."""
        self.load(block("slmgr.vbs /ipk K"), "<!-- windows only -->\n\n", "--words", words())
        note = self.word("heading.windows-only")
        self.assertEqual(self.steps(OFFICE), f"{note}\n\n    slmgr.vbs /ipk K")
        self.assertEqual(self.commands(OFFICE), [("slmgr.vbs /ipk K", CHANGES | ELEVATED | AS_SLMGR)])
        self.assertIn("Install 'K'", self.steps(POWERSHELL))

    def test_notes(self):
        """What has no other form, is for Windows, hard to undo, or practice, is said."""
        steps = block("slmgr.vbs /upk", "slmgr.vbs /rilc", "slmgr.vbs /ipk K", "slmgr.vbs /sdns")
        self.load(steps, "", "--words", words())
        hard = self.word("heading.hard-to-undo")
        expected = {
            SLMGR: [hard.format("slmgr.vbs /upk")],
            POWERSHELL: [
                hard.format("Uninstall"),
                self.word("heading.no-other-form").format("slmgr.vbs /rilc"),
                self.word("heading.practice").format("slmgr.vbs /ipk K"),
            ],
            OSLICENSE: [
                hard.format("slmgr.vbs /upk"),
                self.word("heading.no-other-form").format("slmgr.vbs /upk"),
            ],
            OFFICE: [
                hard.format("cscript ospp.vbs /unpkey:<end_of_key>"),
                self.word("heading.windows-commands").format("slmgr.vbs /rilc"),
            ],
        }
        for dialect, notes in expected.items():
            paragraphs = self.steps(dialect).split("\n\n")
            self.assertEqual(paragraphs[-len(notes) :], notes)
        self.assertEqual(
            self.steps(OFFICE).split("\n\n")[:2],
            [
                self.word("heading.office-commands"),
                "    cscript ospp.vbs /unpkey:<end_of_key>\n    rem slmgr.vbs /rilc\n"
                "    cscript ospp.vbs /inpkey:K\n    slmgr.vbs /sdns",
            ],
        )
        preface = self.steps(OSLICENSE).split("\n\n")[0]
        self.assertEqual(preface, self.word("heading.oslicense-commands"))

    def test_table_of_five_columns(self):
        """Steps may be a cell of the table."""
        catalogue = self.write("commands.tsv", CATALOGUE)
        row = "|c|m|t|c|s|\n|-|-|-|-|-|\n|0xC0040001|m|MAK|`slmgr /dlv`|Run `slmgr /dlv`.|\n"
        document = self.write("own.en.md", row)
        library = fresh_library.load(self.folder, [document], "--commands", catalogue).library
        buffer = ctypes.create_string_buffer(100)
        library.act_entry_steps(
            ctypes.c_void_p(library.act_lookup(CODE)), OFFICE, None, buffer, ctypes.c_size_t(100)
        )
        self.assertEqual(buffer.value, b"Run cscript ospp.vbs /dstatus.")

    def load_advice(self, text):
        """A library whose advice for DNS is this text; returns the number of that category."""
        lines = words().read_text("utf-8").split("\n")
        (row,) = (i for i, line in enumerate(lines) if line.startswith("category\tdns\ten"))
        lines[row] = f"category\tdns\ten\tDNS\t{text}"
        self.load("s", "", "--words", self.write("words.tsv", "\n".join(lines)))
        return 8

    def test_advice_for_windows(self):
        """Advice that concerns Windows alone says so; other comments are nothing."""
        dns = self.load_advice("<!-- windows only -->Run <!-- . -->`slmgr.vbs /dlv`, ``.")
        self.assertEqual(
            self.text(self.library.act_category_advice, dns, OFFICE),
            self.word("heading.windows-only") + "\n\nRun slmgr.vbs /dlv, .",
        )

    def test_advice(self):
        """Advice is rendered like steps."""
        dns = self.load_advice(
            "On the host <!-- host -->`slmgr.vbs /dlv`, here `slmgr.vbs /dlv`, `<b>`."
        )
        advice = [
            self.text(self.library.act_category_advice, dns, dialect) for dialect in range(4)
        ]
        self.assertEqual(advice[SLMGR], "On the host slmgr.vbs /dlv, here slmgr.vbs /dlv, <b>.")
        self.assertEqual(advice[POWERSHELL], "On the host Get-It, here Get-It, <b>.")
        self.assertEqual(
            advice[OFFICE].split("\n\n")[1],
            "On the host slmgr.vbs /dlv, here cscript ospp.vbs /dstatus, <b>.",
        )
        for category, dialect in ((dns, 4), (21, 0), (-1, 0)):
            self.assertEqual(self.text(self.library.act_category_advice, category, dialect), "")

    def word(self, identifier):
        """A word in the language of the document."""
        self.library.act_word.restype = ctypes.c_char_p
        return self.library.act_word(identifier.encode(), None).decode()


class Refused(Refusal):
    """What is wrong with documents, words or catalogue."""

    UNKNOWN = (
        "is not in the catalogue of commands; expected a command of slmgr.vbs or ospp.vbs that is"
    )

    def compile(self, document, *options):
        """Runs the program; returns what it prints on standard error."""
        self.write("commands.tsv", CATALOGUE)
        self.write("own.en.md", document)
        process = self.run_compiler("-o", "table.c", "--commands", "commands.tsv", *options, "own.en.md")
        self.assertEqual(process.returncode, 1 if process.stderr else 0)
        return process.stderr

    def test_unknown_command(self):
        """Of ours an error with line and column; of others, none."""
        steps = (
            "1. Run `slmgr.vbs /foo`:\n\n   ```console\n   slmgr.vbs /dlv\n   slmgr /bar x\n   ```\n\n"
            "2. `cscript ospp.vbs /baz` `slmgr.vbs` `/dlv` `dir /x`"
        )
        document = DOCUMENT.format(steps=steps, mark="")
        self.assertEqual(
            self.compile(document, "--known-commands"),
            f'own.en.md:13:9: error: "slmgr.vbs /foo" {self.UNKNOWN}\n'
            f'own.en.md:17:4: error: "slmgr /bar x" {self.UNKNOWN}\n'
            f'own.en.md:20:5: error: "cscript ospp.vbs /baz" {self.UNKNOWN}\n',
        )
        self.assertEqual(self.compile(document), "")

    def test_unknown_command_of_advice(self):
        """Advice is ours."""
        lines = words().read_text("utf-8").split("\n")
        (row,) = (i for i, line in enumerate(lines) if line.startswith("category\tdns\ten"))
        lines = ["category\tdns\ten\tDNS\tRun `slmgr.vbs /foo`." if i == row else
                 line.replace("`", "") for i, line in enumerate(lines)]
        self.write("words.tsv", "\n".join(lines))
        self.assertEqual(
            self.compile(DOCUMENT.format(steps="s", mark=""), "--known-commands", "--words", "words.tsv"),
            f'words.tsv:{row + 1}:26: error: "slmgr.vbs /foo" {self.UNKNOWN}\n',
        )

    def test_rows(self):
        """Rows of the catalogue."""
        self.write("good.en.md", DOCUMENT.format(steps="s", mark=""))
        row = ["slmgr.vbs /x", "-", "-", "-", "all", "no", "-", "a"]
        for column, cell, expected in (
            (0, "-", "a command"),
            (4, "some", "all, none or office"),
            (5, "maybe", "no, yes or hard"),
        ):
            cells = row[:column] + [cell] + row[column + 1 :]
            self.write("commands.tsv", "\t".join(cells) + "\n")
            place = 1 + sum(len(cell) + 1 for cell in cells[:column])
            self.refuse(
                f'commands.tsv:1:{place}: error: "{cell}"; expected {expected}\n',
                "--commands",
                "commands.tsv",
                "good.en.md",
            )
        self.write("commands.tsv", ("\t".join(row) + "\n") * 2)
        self.refuse(
            'commands.tsv:2:1: error: "slmgr.vbs /x"; expected each command once\n',
            *("--commands", "commands.tsv", "good.en.md"),
        )
        self.write("commands.tsv", "\t".join(["dir"] + row[1:]) + "\n")
        reason = "a command or =: - is for commands of slmgr.vbs"
        self.refuse(
            "".join(f'commands.tsv:1:{i}: error: "-"; expected {reason}\n' for i in (5, 7, 9)),
            *("--commands", "commands.tsv", "good.en.md"),
        )
        self.write("commands.tsv", "a\tb\n")
        self.refuse(
            "commands.tsv:1:1: error: 2 columns; expected 8, separated by tabs\n",
            *("--commands", "commands.tsv", "good.en.md"),
        )


if __name__ == "__main__":
    harness.main()
