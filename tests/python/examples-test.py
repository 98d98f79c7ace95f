#!/usr/bin/env python3
"""Tests the examples: ticket triage, and a fleet scan in one process and on a Dask cluster."""

import collections
import csv
import io
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time
import unittest

import harness
import support

import actdiag

TRIAGE = support.EXAMPLES / "triage.py"
FLEET = support.EXAMPLES / "fleet.py"
MACHINES = """Machine,LicenseStatusReason
PC-1,-1073418124
PC-2,0x8007232B
PC-3,3221534840
PC-4,nonsense
PC-5,0x4004F401
"""


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def python_with_distributed():
    """This Python, or Debian's, for which python3-distributed is packaged."""
    for python in (sys.executable, "/usr/bin/python3"):
        if os.path.exists(python):
            if support.run(python, "-c", "import distributed, actdiag").returncode == 0:
                return python
    raise unittest.SkipTest("distributed (Debian: python3-distributed) is not installed")


class TriageTest(unittest.TestCase):
    def test_tickets(self):
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder, "machines.csv")
            source.write_text(MACHINES, encoding="utf-8-sig")
            from_file = support.python(TRIAGE, source)
        self.assertEqual((from_file.returncode, from_file.stderr), (0, ""))
        self.assertEqual(support.python(TRIAGE, input=MACHINES).stdout, from_file.stdout)
        tickets = {ticket["Machine"]: ticket for ticket in rows(from_file.stdout)}
        self.assertEqual(sorted(tickets), ["PC-1", "PC-2", "PC-3", "PC-4"])
        for machine, text in (("PC-1", "-1073418124"), ("PC-2", "0x8007232B")):
            answer = json.loads(
                support.run(harness.COMMAND, "--json", "--language", "en", text).stdout
            )
            ticket = tickets[machine]
            self.assertEqual(ticket["Code"], answer["code"])
            self.assertEqual(ticket["Category"], answer["category"])
            self.assertEqual(ticket["Message"], answer["message"])
            self.assertEqual(ticket["Retry"] == "wait", answer["retry"])
        self.assertEqual([tickets[f"PC-{i}"]["Where"] for i in (1, 2)], ["Network", "DNS"])
        self.assertIn("'nonsense' is not a code", tickets["PC-4"]["Message"])


class FleetTest(harness.FolderTest):
    def setUp(self):
        super().setUp()
        choose, codes = random.Random(7), actdiag.codes()
        self.total, self.logs = collections.Counter(), []
        for i in range(12):
            lines = [choose.choice(codes) for _ in range(200 * i)]
            self.total.update(lines)
            text = "".join(f"12:00 hr=0x{code:08X}\r\n" for code in lines)
            log = self.folder / f"kms-{i}.log"
            log.write_bytes(text.encode("utf-16-le" if i % 3 else "ascii"))
            self.logs.append(log)

    def check(self, result):
        self.assertEqual(result.returncode, 0, result.stderr)
        found = rows(result.stdout)
        self.assertEqual({int(row["code"], 16): int(row["count"]) for row in found}, self.total)
        for row in found:
            self.assertEqual(row["side"], actdiag.classify(row["code"]).side.value)
        return found

    def test_one_process(self):
        found = self.check(support.python(FLEET, *self.logs))
        self.assertEqual([row["side"] for row in found], sorted(row["side"] for row in found))

    def start(self, python, module, *arguments):
        log = open(self.folder / f"{module}.txt", "ab")
        self.addCleanup(log.close)
        process = subprocess.Popen(
            [python, "-m", f"distributed.cli.{module}", *arguments],
            stdout=log,
            stderr=log,
            env=support.environment(),
        )
        self.addCleanup(process.wait)
        self.addCleanup(process.terminate)
        return process

    def wait_for(self, path, process):
        for _ in range(600):
            if path.exists() and path.stat().st_size > 0:
                return json.loads(path.read_text(encoding="utf-8"))["address"]
            if process.poll() is not None:
                break
            time.sleep(0.1)
        self.fail("no scheduler: " + (self.folder / "dask_scheduler.txt").read_text())

    def test_dask_cluster(self):
        python = python_with_distributed()
        file = self.folder / "scheduler.json"
        local = ("--host", "127.0.0.1", "--no-dashboard")
        scheduler = self.start(
            python, "dask_scheduler", *local, "--port", "0", "--scheduler-file", str(file)
        )
        address = self.wait_for(file, scheduler)
        options = ("--no-nanny", "--nthreads", "1", "--local-directory", str(self.folder))
        for _ in range(2):
            self.start(python, "dask_worker", address, *local, *options)
        wait = f"import distributed as d; d.Client({address!r}).wait_for_workers(2, timeout=60)"
        ready = support.run(python, "-c", wait)
        self.assertEqual(ready.returncode, 0, ready.stderr)
        result = support.run(python, FLEET, "--scheduler", address, *self.logs)
        self.check(result)
        self.assertEqual(result.stdout, support.python(FLEET, *self.logs).stdout)


if __name__ == "__main__":
    harness.main()
