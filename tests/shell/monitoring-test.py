#!/usr/bin/env python3
"""The tables for other tools, and rsyslog and lnav themselves with what doc/monitoring.md shows."""

import csv
import json
import re
import subprocess
import time

import harness
from command import environment, run

TABLES = harness.BUILD / "bindings/shell/monitoring"
INSTALLED = "/usr/share/actdiag"
PAGE = (harness.SOURCE / "doc/monitoring.md").read_text("utf-8")
EXAMPLE = harness.SOURCE / "examples/rsyslog-activation.conf"


def blocks(kind):
    return re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.M | re.S)


class TablesTest(harness.FolderTest):
    def setUp(self):
        super().setUp()
        if harness.FOR_WINDOWS:
            self.skipTest("a cross build makes no tables")

    def rows(self):
        with open(TABLES / "codes.csv", encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def listed(self):
        printed = run("list", "--all", "--json", "--language", "en").stdout.decode()
        return [json.loads(line) for line in printed.splitlines()]

    def test_csv_has_every_code_and_its_numbers(self):
        rows = self.rows()
        self.assertEqual([row["code"] for row in rows], [each["code"] for each in self.listed()])
        for row in rows:
            code = int(row["code"], 16)
            self.assertEqual(int(row["unsigned"]), code)
            self.assertEqual(int(row["signed"]) % 2**32, code)
            self.assertLess(int(row["signed"]), 2**31)

    def test_rsyslogs_table_is_the_list(self):
        table = json.loads((TABLES / "rsyslog.json").read_text("utf-8"))
        self.assertEqual((table["version"], table["nomatch"], table["type"]), (1, "", "string"))
        expected = {}
        for each in self.listed():
            text = f"{each['category']} {each['side']} {each['message'] or each['name'] or each['code']}"
            signed = (each["value"] + 2**31) % 2**32 - 2**31
            expected.update(dict.fromkeys((each["code"].lower(), str(signed), str(each["value"])), text))
        found = [(row["index"], row["value"]) for row in table["table"]]
        self.assertEqual(len(found), len(dict(found)))
        self.assertEqual(dict(found), expected)

    def rsyslog(self, messages, wanted):
        """What the example writes of the messages, as soon as it is as many lines as wanted."""
        daemon = harness.tool("rsyslogd")
        output = self.folder / "activation.log"
        example = EXAMPLE.read_text("utf-8")
        for path, place in ((f"{INSTALLED}/", f"{TABLES}/"), ("/var/log/activation.log", str(output))):
            self.assertIn(path, example)
            example = example.replace(path, place)
        source = self.write("in.log", "".join(messages))
        configuration = self.write("rsyslog.conf", f"""\
module(load="imfile")
global(workDirectory="{self.folder}")
input(type="imfile" file="{source}" tag="pc1")
{example}""")
        checked = subprocess.run([daemon, "-N1", "-f", configuration], capture_output=True, check=False)
        self.assertEqual(checked.returncode, 0, checked.stderr)
        with subprocess.Popen([daemon, "-n", "-f", configuration, "-i", self.folder / "pid"],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            try:
                end = time.monotonic() + 60
                while time.monotonic() < end:
                    lines = output.read_text("utf-8").splitlines() if output.exists() else []
                    if len(lines) >= wanted:
                        break
                    time.sleep(0.1)
            finally:
                process.terminate()
        return lines

    def test_rsyslog_explains_messages(self):
        shown, explained = blocks("text")
        others = ["nothing of the kind\n", "rc=-1073418124.\n", "rc=3221549172.\n", "0x8007007b\n", "0x12345678\n"]
        lines = self.rsyslog([shown, *others], 4)
        self.assertEqual(len(lines), 4, lines)
        self.assertTrue(lines[0].endswith(explained.rstrip("\n")), lines[0])
        self.assertIn("rc=-1073418124. [network, kms-host: ", lines[1])
        self.assertIn("rc=3221549172. [network, kms-host: ", lines[2])
        self.assertIn("0x8007007b [dns, dns: ", lines[3])

    def test_lnav_joins_messages_with_the_csv(self):
        for program in ("lnav", "sqlite3"):
            harness.tool(program)
        self.write("syslog.log", "".join(
            f"Nov 26 10:00:0{i} pc{i} slsvc[12]: {text}\n" for i, text in enumerate(
                ("Activation failed: 0xC004F074", "fine", "Activation failed: 0x8007007b"), 1)))
        (commands,) = blocks("shell")
        done = subprocess.run(
            ["sh", "-ec", commands.replace(INSTALLED, str(TABLES))], cwd=self.folder, check=False,
            env=environment(HOME=str(self.folder)), capture_output=True, text=True, timeout=300)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout.splitlines(), [
            "log_hostname,code,side,name",
            "pc1,0xC004F074,network,SL_E_VL_BINDING_SERVICE_UNAVAILABLE",
            "pc3,0x8007007B,dns,ERROR_INVALID_NAME",
        ])


if __name__ == "__main__":
    harness.main()
