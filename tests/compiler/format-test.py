#!/usr/bin/env python3
"""Compiles the examples of doc/document-format.md."""

import pathlib
import re
import subprocess
import tempfile
import unittest

import harness

PAGE = harness.SOURCE / "doc/document-format.md"


def examples(kind):
    """The fenced blocks of one kind; inner fences are indented."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE)


class Examples(unittest.TestCase):
    """Each example does what the page promises."""

    def compile(self, document, register=None):
        """Lists a document named own.en.md; returns the finished process."""
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "own.en.md").write_text(document, "utf-8")
            options = []
            if register:
                (folder / "codes.tsv").write_text(register, "utf-8")
                options = ["--register", "codes.tsv"]
            return subprocess.run(
                [harness.COMPILER, "--list", *options, "own.en.md"],
                cwd=folder,
                capture_output=True,
                encoding="utf-8",
                check=False,
            )

    def test_documents(self):
        """The three shapes are read without a diagnosis."""
        lists = [self.compile(document) for document in examples("markdown")]
        self.assertEqual([(each.returncode, each.stderr) for each in lists], [(0, "")] * 3)
        self.assertEqual(
            [each.stdout for each in lists],
            [
                "0xC0DE0001\tmak,kms-client\tThe proxy refuses the request.\n"
                "0xC0DE0002\tkms-host\tThe proxy is not reached.\n",
                "0xC0DE0001\tmak\tRefused.\n",
                "0xC0DE0001\tmak\tRefused.\n",
            ],
        )

    def test_register(self):
        """The register is read."""
        register, _words = examples("tsv")
        process = self.compile(examples("markdown")[0], register)
        self.assertEqual((process.returncode, process.stderr), (0, ""))

    def test_problem(self):
        """The broken example is diagnosed as the page shows."""
        (document,) = examples("broken")
        process = self.compile(document)
        self.assertEqual(process.returncode, 1)
        self.assertIn("    " + process.stderr, PAGE.read_text("utf-8"))
        self.assertTrue(process.stderr.endswith("\n"))


if __name__ == "__main__":
    harness.main()
