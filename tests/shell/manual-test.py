#!/usr/bin/env python3
"""The command's manual page."""

import os
import re
import subprocess

import harness
from command import COMMAND, CommandTest, environment, run

MANUAL = harness.SOURCE / "doc/man/actdiag.1"


class ManualTest(CommandTest):
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
