#!/usr/bin/env python3
"""The command's manual page."""

import os
import re
import subprocess

import harness
from command import COMMAND, CommandTest, environment, run

JAPANESE = harness.SOURCE / "doc/man/ja/actdiag.1"
MANUAL = harness.SOURCE / "doc/man/actdiag.1"


def sections(page):
    parts = re.split(r"^\.Sh (.*)\n", page.read_text("utf-8"), flags=re.M)
    return dict(zip(parts[1::2], parts[2::2]))


def facts(text):
    """What does not depend on the language: macros with what they mark, and literal blocks."""
    blocks = re.findall(r"^\.Bd -literal.*?^\.Ed$", text, re.M | re.S)
    lists = re.findall(r"^\.(?:It|Bl|El|Pp).*", text, re.M)
    words = re.findall(r"^\.(?:Li|Fl|Cm|Ev|Pa|Xr|Dv) (.*)", text, re.M)
    marked = sorted({word for line in words for word in re.split(r"[ ,.;]+", line) if word})
    return blocks, lists, marked


class ManualTest(CommandTest):
    def test_mandoc_finds_nothing_to_complain_about(self):
        done = subprocess.run(
            [harness.tool("mandoc"), "-Tlint", MANUAL, JAPANESE], capture_output=True, text=True, check=False
        )
        # Pages that this machine lacks, and the age of its index, do not matter here.
        noise = re.compile(r"referenced manual not found|makewhatis|mandoc\.db")
        complaints = [line for line in done.stdout.splitlines() if not noise.search(line)]
        self.assertEqual(complaints, [])

    def test_the_japanese_page_has_the_same_in_each_section(self):
        """The same sections, and in each of them the same options, commands, files and examples."""
        english, japanese = sections(MANUAL), sections(JAPANESE)
        self.assertEqual(list(japanese), list(english))
        for title, text in english.items():
            with self.subTest(title):
                self.assertEqual(facts(japanese[title]), facts(text))
                if title not in ("SYNOPSIS", "SEE ALSO"):
                    self.assertRegex(japanese[title], "[\u3041-\u30ff]")

    def test_its_examples_do_what_they_show(self):
        blocks = re.findall(r"\.Bd -literal.*?\n(.*?)\.Ed", MANUAL.read_text("utf-8"), re.S)
        (self.folder / "actdiag").symlink_to(COMMAND)
        path = f"{self.folder}:{os.environ['PATH']}"
        harness.tool("jq")
        count = 0
        for block in blocks:
            for command, expected in re.findall(r"^\$ (.*)\n((?:[^$].*\n)*)", block, re.M):
                with self.subTest(command):
                    done = subprocess.run(
                        ["sh", "-c", command],
                        cwd=self.folder,
                        env=environment(PATH=path),
                        stdout=subprocess.PIPE,
                        text=True,
                        check=True,
                    )
                    self.assertEqual(done.stdout, expected)
                count += 1
        self.assertGreaterEqual(count, 5)

    def test_every_option_of_the_help_is_in_it_and_the_other_way_round(self):
        helped = set(re.findall(r"(?<![\w-])--?[a-z]+", run("--help").stdout.decode()))
        macros = re.findall(r"Fl (-?[a-z]+)", MANUAL.read_text("utf-8"))
        self.assertEqual(helped, {f"-{name}" for name in macros})
        self.assertGreater(len(helped), 10)


if __name__ == "__main__":
    harness.main()
