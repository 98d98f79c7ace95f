#!/usr/bin/env python3
"""Configures a build of its own in another folder, for documents of an organisation's own.

Takes minutes; make check-configure runs it.
"""

import json
import pathlib
import tempfile
import unittest

import harness
from build_elsewhere import clean_source, run

LIST = harness.SOURCE / "doc/documents.list"
OWN = """\
|Code|Message|Activation type|Cause|Steps|
|-|-|-|-|-|
|0xC0DE0001|The proxy refuses.|MAK|No rights.|Ask the network desk.|
"""
GERMAN = """\
|Code|Meldung|Typ|Ursache|Schritte|
|-|-|-|-|-|
|0xC0DE0001|Der Proxy lehnt ab.|MAK|Keine Rechte.|Das Netzteam fragen.|
"""


class Configure(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name).resolve()
        cls.source = clean_source(cls.folder)

    def setUp(self):
        self.build = self.folder / self.id()
        self.build.mkdir()
        (self.folder / "own.md").write_text(OWN, "utf-8")
        (self.folder / "own.de.md").write_text(GERMAN, "utf-8")

    def configure(self, documents, status=0):
        return run(self.build, self.source / "configure", "-q", "--disable-static",
                   f"--cache-file={self.folder}/cache", f"--with-documents={documents}",
                   "CFLAGS=-O0", status=status)

    def answer(self, code, language):
        """The answer of the built command on a documented code, from its JSON."""
        return json.loads(run(self.build, "bindings/shell/actdiag", "--json", "--language",
                              language, code))

    def test_documents_beside_the_article(self):
        # Absolute; relative and of the same language; relative, its language in its name.
        self.configure(f"{LIST} en=../own.md ../own.de.md")
        run(self.build, "make", "-s", "bindings/shell/actdiag")
        own = self.answer("0xC0DE0001", "en")
        self.assertEqual(
            {key: own[key] for key in ("message", "types", "cause", "steps", "language")},
            {"message": "The proxy refuses.", "types": ["mak"], "cause": "No rights.",
             "steps": "Ask the network desk.", "language": "en"},
        )
        german = self.answer("0xC0DE0001", "de_DE.UTF-8")
        self.assertEqual((german["message"], german["language"]), ("Der Proxy lehnt ab.", "de"))
        self.assertEqual(self.answer("0xC004F074", "en")["types"], ["kms-client"])
        listed = run(self.build, "bindings/shell/actdiag", "list", "--json").splitlines()
        codes = [json.loads(line)["value"] for line in listed]
        self.assertEqual(codes, [*harness.documented_codes(), 0xC0DE0001])

        # A changed document is compiled anew.
        (self.folder / "own.md").write_text(OWN.replace("refuses", "is asleep"), "utf-8")
        run(self.build, "make", "-s", "bindings/shell/actdiag")
        self.assertEqual(self.answer("0xC0DE0001", "en")["message"], "The proxy is asleep.")

    def test_what_cannot_be_read(self):
        for documents, named in (
            (f"{LIST} en=../no.md", "../no.md"),
            (f"{self.folder}/no.md", f"{self.folder}/no.md"),
            ("en=own.md", "own.md"),  # beside the build folder, not in it
            ("..", ".."),
        ):
            with self.subTest(documents):
                output = self.configure(documents, status=1)
                self.assertIn(
                    f"configure: error: --with-documents: {named} cannot be read;"
                    f" relative paths are resolved from {self.build}\n",
                    output,
                )
                self.assertFalse((self.build / "Makefile").exists())
        self.assertIn("configure: error: --with-documents needs files: ",
                      self.configure("yes", status=1))


if __name__ == "__main__":
    harness.main()
