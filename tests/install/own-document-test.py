#!/usr/bin/env python3
"""End-to-end test: adds a code in a document of one's own, as the README shows it, builds,
installs into a prefix, and queries the code from C, the command, Python and PowerShell.

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
from build_elsewhere import clean_source, run

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


def readme_block(name):
    (text,) = [each.text for each in page.blocks(README) if each.name == name]
    return text


def readme_configure():
    """The arguments with which the README configures for a document of one's own."""
    lines = [line for each in page.blocks(README) for line in each.text.splitlines()]
    (line,) = [each for each in lines if each.startswith("./configure ") and "own.en.md" in each]
    return shlex.split(line)[1:]


class OwnDocument(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        root = pathlib.Path(folder.name).resolve()
        source = clean_source(root)
        cls.build, cls.prefix = root / "build", root / "prefix"
        cls.build.mkdir()
        (cls.build / "doc").symlink_to(source / "doc")
        (cls.build / "own.en.md").write_text(readme_block("own.en.md"), encoding="utf-8")
        run(cls.build, source / "configure", "-q", f"--prefix={cls.prefix}", *readme_configure())
        run(cls.build, "make", "-s", "-j2")
        run(cls.build, "make", "-s", "install")
        cls.libraries = cls.find("**/libactdiag.so.1").parent

    @classmethod
    def find(cls, pattern):
        return next(cls.prefix.glob(pattern))

    def test_command(self):
        answer = json.loads(
            run(self.build, self.prefix / "bin/actdiag", "--json", "--language=en", "0xa0010001")
        )
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
        self.assertRegex(printed, r"\Awho must act: .+\nThe client is not listed\.\n\Z")

    def test_python(self):
        package = self.find("**/actdiag/__init__.py").parents[1]
        printed = run(self.build, sys.executable, "-c", PYTHON, PYTHONPATH=str(package),
                      LD_LIBRARY_PATH=str(self.libraries))
        self.assertEqual(printed, f"{MESSAGE}|{STEPS}|KMS_CLIENT\n")

    def test_powershell(self):
        try:
            host = engine.build() / "EngineHost.dll"
        except engine.Unavailable as reason:
            self.skipTest(str(reason))
        script = self.build / "script.ps1"
        script.write_text(POWERSHELL, encoding="utf-8")
        printed = run(self.build, "dotnet", host, "run", script,
                      PSModulePath=str(self.find("**/Modules/ActDiag").parent),
                      LD_LIBRARY_PATH=str(self.libraries))
        self.assertEqual(re.sub(r"\x1b\[[\d;]*m", "", printed), f"{MESSAGE}|{STEPS}\n")


if __name__ == "__main__":
    os.environ.pop("ACTDIAG_LIBRARY", None)
    harness.main()
