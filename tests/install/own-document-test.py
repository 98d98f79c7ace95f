#!/usr/bin/env python3
"""End-to-end tests, each on a copy of its own: adds a code in a document of one's own, as the
README shows it, a language and a function, as CONTRIBUTING has it; builds, installs into a prefix,
and queries from C, the command, Python and PowerShell.

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


class Installed(unittest.TestCase):
    """A build of its own, installed into a prefix."""

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
        arguments = cls.prepare()
        run(cls.build, cls.source / "configure", "-q", f"--prefix={cls.prefix}", *arguments)
        run(cls.build, "make", "-s", "-j2")
        run(cls.build, "make", "-s", "install")
        cls.libraries = cls.find("**/libactdiag.so.1").parent

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


class OwnDocument(Installed):
    @classmethod
    def prepare(cls):
        (cls.build / "own.en.md").write_text(readme_block("own.en.md"), encoding="utf-8")
        return readme_configure()

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


class Languages(Installed):
    """German as CONTRIBUTING adds it, and simplified Chinese without words in it."""

    @classmethod
    def prepare(cls):
        doc = cls.source / "doc"
        (doc / "activation-errors.de.md").write_text(GERMAN, encoding="utf-8")
        (cls.root / "own.zh-CN.md").write_text(CHINESE, encoding="utf-8")
        with open(doc / "documents.list", "a", encoding="utf-8") as listed:
            listed.write("de activation-errors.de.md\n")
        with open(doc / "words.tsv", "r+", encoding="utf-8") as words:
            rows = [line.split("\t") for line in words if not line.startswith("#")]
            for kind, identifier, language, label, advice in rows:
                if language == "en":
                    label = GERMAN_WORDS.get(identifier, label)
                    words.write("\t".join((kind, identifier, "de", label, advice)))
        return [f"--with-documents=doc/documents.list {cls.root}/own.zh-CN.md"]

    def test_command(self):
        printed = self.command("0xC004F074", LC_ALL="de_AT.UTF-8")
        self.assertEqual(printed.splitlines()[1], "  Kein KMS-Host antwortet.")
        self.assertRegex(printed, r"(?m)^Wo zu beheben: +Netzwerk$")
        self.assertRegex(printed, r"(?m)^Ursache$")
        self.assertNotRegex(printed, r"(?m)^Cause|^Where")
        self.assertIn("answer in this language: ja, en, de, zh-CN; ", self.command("--help"))

    def test_every_binding_answers_alike(self):
        """What the German document lacks is in English, headings and all."""
        for tag, answered in (("de", "de"), ("zh-SG", "zh-CN"), ("zh-TW", "en"), ("fr", "en")):
            with self.subTest(tag):
                printed = self.command("--language", tag, "0xC004F074", "0xC004C003")
                python = PYTHON_ANSWERS.format(tag)
                self.assertEqual(self.python(python), f"{answered}\n{printed}")
                self.assertEqual(json.loads(self.command("--json", "--language", tag, "0xC004F074"))
                                 ["language"], answered)
        self.assertIn("\nCause\n", self.command("--language=de", "0xC004C003"))

    def test_powershell(self):
        printed = self.powershell(POWERSHELL_LANGUAGES)
        self.assertEqual(printed.split(), ["de", "zh-CN", "en", "en"])


# What looks at the exported functions.
CONCERNED = (
    "tests/unit-tests tests/abi/abi-test.py tests/doc/reference-test.py tests/doc/version-test.py "
    "tests/install/elf-test.py tests/python/library-test.py tests/python/codes-test.py"
)
# What adding a function to version 1.1 writes by hand: in each file, what is replaced and by what.
FUNCTION = {
    "include/actdiag.h": [
        ("#define ACT_VERSION_MINOR 0", "#define ACT_VERSION_MINOR 1"),
        (r"ACT_API uint32_t ACT_CALL act_version_number\(void\);",
         "ACT_API uint32_t ACT_CALL act_version_number(void);\n\n"
         "/** The major version, since 1.1. @return it, such as 1. */\n"
         "ACT_API uint32_t ACT_CALL act_version_major(void);"),
    ],
    "lib/version.c": [
        (r"\Z", "\nACT_API uint32_t ACT_CALL act_version_major(void)\n{\n    return ACT_VERSION_MAJOR;\n}\n"),
    ],
    "lib/functions.tsv": [(r"\Z", "1.1\tuint32_t act_version_major(void);\n")],
    "tests/unit/test_header.c": [
        (r"    ck_assert_str_eq\(act_version\(\)",
         r"    ck_assert_uint_eq(act_version_major(), ACT_VERSION_MAJOR);\n\g<0>"),
    ],
    "doc/man/act_version.3": [
        (r"\.Nm act_version_number\n", ".Nm act_version_number ,\n.Nm act_version_major\n"),
        (r"\.Fn act_version_number void\n", r"\g<0>.Ft uint32_t\n.Fn act_version_major void\n"),
        (r"\.Pp\n\.Fn act_version_number\n", r".Pp\n.Fn act_version_major\nreturns the major version.\n\g<0>"),
    ],
    "doc/Makefile.inc": [(r"act_version:act_version_number", r"\g<0> act_version:act_version_major")],
    "configure.ac": [
        (r"\[libactdiag\], \[1\.0\.0\]", "[libactdiag], [1.1.0]"),
        (r"(ACTDIAG_VERSION_INFO\], \[)1:0:0", r"\g<1>2:0:1"),
    ],
    "bindings/powershell/ActDiag/ActDiag.psd1": [(r"(ModuleVersion +=\s+')1\.0\.0", r"\g<1>1.1.0")],
    "bindings/powershell/ActDiag/Native.ps1": [
        (r"    act_version_number = .*\n", r"\g<0>    act_version_major = [uint32], @()\n"),
    ],
    "bindings/python/actdiag/_native.py": [
        (r"act_version: Callable.*\n", r"\g<0>act_version_major: Callable[[], int]\n"),
        (r"act_version = _function.*\n",
         r'\g<0>act_version_major = _function(_holding, "act_version_major", ctypes.c_uint32)\n'),
    ],
    "NEWS.md": [(r"^## 1\.0\.0$", r"## 1.1.0\n\n- `act_version_major()`.\n\n\g<0>")],
}


class Function(unittest.TestCase):
    """A function added to version 1.1, as CONTRIBUTING and doc/abi.md have it."""

    def edit(self, source, name, replacements):
        path = source / name
        text = path.read_text(encoding="utf-8")
        for pattern, replacement in replacements:
            text, count = re.subn(pattern, replacement, text, count=1, flags=re.M)
            self.assertEqual(count, 1, f"{name}: {pattern}")
        path.write_text(text, encoding="utf-8")

    def test_the_tests_pass(self):
        self.assertLessEqual(len(FUNCTION), 11)
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder).resolve() / "source"
            run(harness.BUILD, "make", "-s", "distdir", f"distdir={source}")
            for name, replacements in FUNCTION.items():
                self.edit(source, name, replacements)
            run(source, "autoreconf", "-fi")
            run(source, "./configure", "-q")
            run(source, "make", "-s", "-j2")
            run(source, "make", "-s", "-j2", "check", f"TESTS={CONCERNED}")


if __name__ == "__main__":
    os.environ.pop("ACTDIAG_LIBRARY", None)
    harness.main()
