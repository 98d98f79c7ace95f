#!/usr/bin/env python3
"""The catalogue of commands and our documents: each knows the other, in every dialect."""

import json
import re
import subprocess
import unittest

import harness

DIALECTS = ("slmgr", "powershell", "oslicense", "office")
FENCE = re.compile(r"^ *```(\w*)(?: (\w+))?$")


def table():
    """Lines of commands.tsv: comments, and cells of the others."""
    lines = (harness.SOURCE / "doc/commands.tsv").read_text("utf-8").splitlines()
    comments = [line[2:] for line in lines if line.startswith("# ")]
    return comments, [line.split("\t") for line in lines if line and line[0] != "#"]


def pattern(form):
    """What a first column fits."""
    parts = re.split(r"(<[^<>]+>)", form)
    fit = "".join(r"(?:\"[^\"]*\"|<[^<>]+>|\S+)" if part[:1] == "<" else re.escape(part)
                  for part in parts if part)
    return re.compile(fit, re.I)


def command_lines(path):
    """Place and text of each line of a block of commands."""
    in_block = False
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        fence = FENCE.match(line)
        if fence:
            in_block = not in_block and fence[1] == "console"
        elif in_block and line.strip():
            yield f"{path.name}:{number}", line.strip()


class Catalogue(unittest.TestCase):
    def test_each_line_of_a_block_is_in_it(self):
        forms = [pattern(first) for cells in table()[1] for first in cells[0].split("<br />")]
        lines = [each for path in harness.DOCUMENTS for each in command_lines(path)]
        self.assertGreater(len(lines), 500)
        for place, line in lines:
            bare = re.sub(r"^(?:cscript +)?slmgr(?:\.vbs)? +[-/]", "slmgr.vbs /", line)
            with self.subTest(place):
                self.assertTrue(any(form.fullmatch(bare) for form in forms), line)

    def test_each_cell_has_a_source_that_is_named(self):
        comments, rows = table()
        named = {comment.split()[0] for comment in comments if re.match(r"[\w-]+ \S", comment)}
        for cells in rows:
            sources = cells[7].split()
            with self.subTest(cells[0]):
                self.assertEqual(len(cells), 8)
                self.assertEqual(len(sources), 4, "one for each of the columns 1 to 4")
                self.assertEqual({s for each in sources for s in each.split("+")} - named - {"-", "="}, set())


class Steps(unittest.TestCase):
    def entries(self, dialect):
        command = [harness.COMMAND, "list", "--json", "--language", "en", "--commands", dialect]
        printed = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
        return {row["code"]: row for row in map(json.loads, printed.splitlines())}

    def test_every_entry_has_steps_in_every_dialect(self):
        entries = {dialect: self.entries(dialect) for dialect in DIALECTS}
        for code in entries["slmgr"]:
            for dialect in DIALECTS:
                with self.subTest(code, dialect=dialect):
                    self.assertTrue(entries[dialect][code]["steps"])

    def test_office_s_commands_leave_windows_key_alone(self):
        """Those of the client are ospp.vbs's, but in entries of Windows alone, which say so."""
        windows_only = "This concerns Windows only"
        for code, entry in self.entries("office").items():
            steps = entry["steps"]
            with self.subTest(code):
                for command in entry["commands"]:
                    if command["where"] == "client" and windows_only not in steps:
                        self.assertNotIn("slmgr.vbs /upk", command["text"])
                        self.assertNotIn("slmgr.vbs /ipk", command["text"])


if __name__ == "__main__":
    harness.main()
