#!/usr/bin/env python3
"""End-to-end tests: adds a code in a document of one's own, as the README shows it, a language, as
CONTRIBUTING has it, and another without words in it; builds, installs into a prefix, and queries
them from C, the command, Python and PowerShell.

Takes minutes; make check-own-document runs it.
"""

import json
import os
import pathlib
import re
import shlex
import sys
import tempfile
import unittest

for folder in ("doc", "powershell"):
    sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / folder))

import engine
import harness
import page
from build_elsewhere import run

README = harness.SOURCE / "README.md"
CODE = 0xA0010001
MESSAGE = "The proxy refused."
STEPS = "Ask operations to list it."
PYTHON = """\
import actdiag
entry = actdiag.lookup(-1610547199)
print(entry.message("en"), entry.steps("en"), actdiag.lookup(0xC004F074).types.name, sep="|")
"""
POWERSHELL = """\
Import-Module ActDiag
Get-ActivationError -1610547199 -Language en | ForEach-Object { $_.Message + '|' + $_.Steps }
"""

PYTHON_ANSWERS = """\
import actdiag
entries = actdiag.lookup(0xC004F074), actdiag.lookup(0xC004C003)
print(entries[0].language("{0}"))
print(*(entry.answer("{0}") for entry in entries), sep="\\n\\n\\n")
"""
POWERSHELL_LANGUAGES = """\
Import-Module ActDiag
'de', 'zh-SG', 'zh-TW', 'fr' | ForEach-Object { (Get-ActivationError 0xC004F074 -Language $_).Language }
"""
GERMAN = """\
---
title: Windows-Aktivierung
ms.date: 11/24/2026
---

| Code | Meldung | Typ | Ursache | Schritte |
|---|---|---|---|---|
| 0xC004F074 | Kein KMS-Host antwortet. | KMS-Client | Alle Hosts. | DNS prüfen. |
| 0xC004F041 | Der KMS-Host ist nicht aktiviert. | KMS-Client | Kein Schlüssel. | Aktivieren. |
"""
CHINESE = """\
| 代码 | 消息 | 类型 | 原因 | 步骤 |
|---|---|---|---|---|
| 0xC004F074 | 无法联系任何 KMS 主机。 | KMS 客户端 | 所有主机。 | 检查 DNS。 |
"""
GERMAN_WORDS = {"side": "Wo zu beheben", "cause": "Ursache", "network": "Netzwerk"}


def readme_block(name):
    (text,) = [each.text for each in page.blocks(README) if each.name == name]
    return text


def readme_configure():
    """The arguments with which the README configures for a document of one's own."""
    lines = [line for each in page.blocks(README) for line in each.text.splitlines()]
    (line,) = [each for each in lines if each.startswith("./configure ") and "own.en.md" in each]
    return shlex.split(line)[1:]


class OwnDocuments(unittest.TestCase):
    """One build with all documents, installed into a prefix."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.root = pathlib.Path(folder.name).resolve()
        cls.source = cls.root / "source"
        run(harness.BUILD, "make", "-s", "distdir", f"distdir={cls.source}")
        cls.build, cls.prefix = cls.root / "build", cls.root / "prefix"
        cls.build.mkdir()
        (cls.build / "doc").symlink_to(cls.source / "doc")
        (cls.build / "own.en.md").write_text(readme_block("own.en.md"), encoding="utf-8")
        (cls.build / "own.zh-CN.md").write_text(CHINESE, encoding="utf-8")
        cls.add_german()
        documents, *arguments = readme_configure()
        run(cls.build, cls.source / "configure", "-q", "--disable-static", f"--prefix={cls.prefix}",
            f"{documents} own.zh-CN.md", *arguments)
        # First a target by itself and in its order, for which make does not make BUILT_SOURCES.
        run(cls.build, "make", "-s", "lib/compiler/actdiag-compile")
        run(cls.build, "make", "-s", "-j2", "install")
        cls.libraries = cls.find("**/libactdiag.so.1").parent

    @classmethod
    def add_german(cls):
        """As CONTRIBUTING has it."""
        doc = cls.source / "doc"
        (doc / "activation-errors.de.md").write_text(GERMAN, encoding="utf-8")
        with open(doc / "documents.list", "a", encoding="utf-8") as listed:
            listed.write("de activation-errors.de.md\n")
        with open(doc / "words.tsv", "r+", encoding="utf-8") as words:
            rows = [line.split("\t") for line in words if not line.startswith("#")]
            for kind, identifier, language, label, advice in rows:
                if language == "en":
                    label = GERMAN_WORDS.get(identifier, label)
                    words.write("\t".join((kind, identifier, "de", label, advice)))

    @classmethod
    def find(cls, pattern):
        return next(cls.prefix.glob(pattern))

    def command(self, *arguments, **variables):
        return run(self.build, self.prefix / "bin/actdiag", *arguments, **variables)

    def python(self, script, **variables):
        package = self.find("**/actdiag/__init__.py").parents[1]
        return run(self.build, sys.executable, "-c", script, PYTHONPATH=str(package),
                   LD_LIBRARY_PATH=str(self.libraries), **variables)

    def powershell(self, text):
        try:
            host = engine.build() / "EngineHost.dll"
        except engine.Unavailable as reason:
            self.skipTest(str(reason))
        script = self.build / "script.ps1"
        script.write_text(text, encoding="utf-8")
        printed = run(self.build, "dotnet", host, "run", script,
                      PSModulePath=str(self.find("**/Modules/ActDiag").parent),
                      LD_LIBRARY_PATH=str(self.libraries))
        return re.sub(r"\x1b\[[\d;]*m", "", printed)

    def test_command(self):
        answer = json.loads(self.command("--json", "--language=en", "0xa0010001"))
        self.assertEqual(
            {key: answer[key] for key in ("value", "message", "types", "steps")},
            {"value": CODE, "message": MESSAGE, "types": ["kms-client"], "steps": STEPS},
        )

    def test_c(self):
        """The README's example, with the other code in it."""
        program = readme_block("example.c").replace("0xC004F074", f"0x{CODE:08X}")
        (self.build / "example.c").write_text(program, encoding="utf-8")
        packages = {"PKG_CONFIG_PATH": str(self.libraries / "pkgconfig")}
        flags = run(self.build, harness.tool("pkg-config"), "--cflags", "--libs", "libactdiag",
                    **packages)
        run(self.build, harness.tool("cc"), "-o", "example", "example.c", *shlex.split(flags))
        printed = run(self.build, "./example", LD_LIBRARY_PATH=str(self.libraries))
        self.assertRegex(printed, r"\Awhere to fix it: .+\nThe client is not listed\.\n\Z")

    def test_python(self):
        self.assertEqual(self.python(PYTHON), f"{MESSAGE}|{STEPS}|KMS_CLIENT\n")

    def test_powershell(self):
        self.assertEqual(self.powershell(POWERSHELL), f"{MESSAGE}|{STEPS}\n")

    def test_command_in_another_language(self):
        printed = self.command("0xC004F074", LC_ALL="de_AT.UTF-8")
        self.assertEqual(printed.splitlines()[1], "  Kein KMS-Host antwortet.")
        self.assertRegex(printed, r"(?m)^Wo zu beheben: +Netzwerk$")
        self.assertRegex(printed, r"(?m)^Ursache$")
        self.assertNotRegex(printed, r"(?m)^Cause|^Where")
        self.assertIn("answer in this language: ja, en, de, zh-CN; ", self.command("--help"))

    def test_every_binding_answers_alike(self):
        """What the German document lacks is in English, headings and all; Chinese has no words."""
        for tag, answered in (("de", "de"), ("zh-SG", "zh-CN"), ("zh-TW", "en"), ("fr", "en")):
            with self.subTest(tag):
                printed = self.command("--language", tag, "0xC004F074", "0xC004C003")
                python = PYTHON_ANSWERS.format(tag)
                self.assertEqual(self.python(python), f"{answered}\n{printed}")
                self.assertEqual(json.loads(self.command("--json", "--language", tag, "0xC004F074"))
                                 ["language"], answered)
        self.assertIn("\nCause\n", self.command("--language=de", "0xC004C003"))

    def test_powershell_in_another_language(self):
        printed = self.powershell(POWERSHELL_LANGUAGES)
        self.assertEqual(printed.split(), ["de", "zh-CN", "en", "en"])


if __name__ == "__main__":
    os.environ.pop("ACTDIAG_LIBRARY", None)
    harness.main()
