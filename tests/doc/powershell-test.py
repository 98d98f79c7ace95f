#!/usr/bin/env python3
"""Runs the PowerShell commands of every page in PowerShell's engine, as commands-test.py runs the
others."""

import pathlib
import re
import sys
import unittest

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "powershell"))

import engine
import harness
import page
from stage import PageTest


@harness.skip_if_sanitized("a sanitizer must be loaded before .NET")
class PowerShell(PageTest):
    @classmethod
    def setUpClass(cls):
        try:
            cls.host = ["dotnet", str(engine.build() / "EngineHost.dll"), "run"]
        except engine.Unavailable as reason:
            raise unittest.SkipTest(str(reason)) from reason

    def run_script(self, text, folder):
        script = pathlib.Path(folder) / "script.ps1"
        script.write_text(text, encoding="utf-8-sig")
        return self.stage.run([*self.host, str(script)], folder)

    def test_commands(self):
        count = 0
        for path, folder, blocks in self.each("console"):
            for command in (each for block in blocks for each in page.commands(block)):
                if command.shell == "PS>":
                    with self.subTest(page=path.name, command=command.text):
                        done = self.run_script("Import-Module ActDiag\n" + command.text, folder)
                        self.assertEqual(done.returncode, 0, done.stdout)
                        printed = re.sub(r" +$|\x1b\[[\d;]*m", "", done.stdout, flags=re.M)
                        shown = command.output.strip("\n") + "\n"
                        printed = printed.strip("\n") + "\n"
                        self.assertTrue(page.matches(shown, printed), printed)
                    count += 1
        self.assertGreater(count, 2)

    def test_what_only_windows_has(self):
        """Its objects have stand-ins, each with the code that is then found."""
        stand_ins = engine.FOLDER / "stand_ins.ps1"
        count = 0
        for path, folder, blocks in self.each("powershell"):
            for line in (line for block in blocks for line in block.text.splitlines()):
                script = f"Import-Module ActDiag\n. '{stand_ins}'\n"
                script += line + " | & { process { $_.Hex } }"
                with self.subTest(page=path.name, command=line):
                    done = self.run_script(script, folder)
                    self.assertEqual(done.returncode, 0, done.stdout)
                    self.assertEqual(done.stdout.splitlines()[:1], ["0xC004F074"])
                count += 1
        self.assertGreater(count, 2)


if __name__ == "__main__":
    harness.main()
