#!/usr/bin/env python3
"""Commands in the reader's tool: --commands, ACTDIAG_COMMANDS, actdiag commands."""

import json

import harness
from command import CommandTest, run

DIALECTS = ["slmgr", "powershell", "oslicense", "office"]
# By Microsoft's pages on slmgr.vbs, SoftwareLicensingProduct, OSLicense and ospp.vbs.
ACTIVATE = {"slmgr": "slmgr.vbs /ato", "powershell": "-MethodName Activate",
            "oslicense": "Invoke-OSLicense -Activate", "office": "cscript ospp.vbs /act"}


def catalogue():
    """First forms of the rows of commands.tsv."""
    text = (harness.SOURCE / "doc/commands.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and line[0] != "#"]
    return [row[0].replace("<br />", "\n") for row in rows]


class AnswerTest(CommandTest):
    def test_the_option_chooses_and_is_stronger_than_the_variable(self):
        for dialect in DIALECTS:
            for variables, arguments in (({}, ["--commands", dialect]),
                                         ({"ACTDIAG_COMMANDS": dialect}, []),
                                         ({"ACTDIAG_COMMANDS": "office"}, [f"--commands={dialect}"])):
                with self.subTest(dialect, variables=variables):
                    printed = self.check(0, *arguments, "0xC004F06C", variables=variables).stdout
                    for other, command in ACTIVATE.items():
                        if other not in ("slmgr", dialect):
                            self.assertNotIn(f"    {command}".encode(), printed)
                    self.assertIn(ACTIVATE[dialect].encode(), printed)

    def test_general_advice_has_them_too(self):
        printed = self.check(1, "--commands", "oslicense", "0xDEADBEEF").stdout.decode()
        self.assertIn("Invoke-OSLicense -Activate", printed)

    def test_what_does_not_exist_is_refused(self):
        expected = b"expected one of slmgr, powershell, oslicense, office"
        for arguments in (["--commands", "cmd"], ["--commands"], ["--commands="]):
            self.assertIn(expected, self.check(2, *arguments).stderr)
        done = self.check(2, "0xC004F074", variables={"ACTDIAG_COMMANDS": "cmd"})
        self.assertIn(b"ACTDIAG_COMMANDS: " + expected, done.stderr)
        self.check(0, "0xC004F074", variables={"ACTDIAG_COMMANDS": ""})

    def test_json_tells_the_nature_of_each_command(self):
        for dialect in DIALECTS:
            found = json.loads(run("--json", "--commands", dialect, "0xC004F038").stdout)
            commands = found["commands"]
            self.assertGreater(len(commands), 5)
            self.assertIn("kms-host", {command["where"] for command in commands})
            rearm = [command for command in commands if command["hard_to_undo"]]
            self.assertTrue(all(command["changes"] for command in rearm))
            self.assertTrue(rearm)
            if dialect != "office":
                self.assertEqual({c["dialect"] for c in commands}, {dialect} |
                                 {c["dialect"] for c in commands if c["dialect"] == "slmgr"})
        undocumented = json.loads(run("--json", "0xDEADBEEF").stdout)
        self.assertEqual(undocumented["commands"], [])


class CatalogueTest(CommandTest):
    def test_all_commands_are_listed_with_their_forms(self):
        rows = [json.loads(row) for row in self.check(0, "commands", "--json").stdout.splitlines()]
        self.assertEqual([row["slmgr"] for row in rows], catalogue())
        for row in rows:
            self.assertEqual(list(row)[:4], DIALECTS)
            self.assertFalse(row["hard_to_undo"] and not row["changes"])

    def test_words_choose_among_all_forms(self):
        printed = self.check(0, "commands", "SKMS", "clearport").stdout.decode()
        self.assertTrue(printed.startswith("slmgr.vbs /skms <kms_host_name>"))
        for dialect in DIALECTS:
            self.assertIn(f"\n  {dialect} ", printed)
        self.assertIn("changes something; needs an elevated shell", printed)
        self.assertIn("changes nothing", self.check(0, "commands", "/xpr").stdout.decode())
        self.assertIn(b"no command with all", self.check(1, "commands", "banana").stderr)


if __name__ == "__main__":
    harness.main()
