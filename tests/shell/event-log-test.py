#!/usr/bin/env python3
"""What actdiag diagnose reads from .evtx files: records where the build has libevtx, else bytes.

What the samples hold was found with other programs; their README has it.
"""

import json
import re

import harness
from command import CommandTest

SAMPLES = harness.SOURCE.parent / "shared/samples"


def reads_records():
    makefile = (harness.BUILD / "Makefile").read_text(encoding="utf-8")
    return re.search(r"^LIBEVTX_LIBS = *-l", makefile, re.M) is not None


class EventLogTest(CommandTest):
    def sample(self, name):
        path = SAMPLES / name
        if not path.is_file():
            self.skipTest(f"no sample {name} here")
        return path

    def diagnose(self, path):
        lines = self.check(0, "diagnose", "--json", path).stdout.decode().splitlines()
        self.assertEqual(len(lines), 1, "all records are of one computer")
        answer = json.loads(lines[0])
        return answer, {each["code"]: each for each in answer["findings"]}


class RecordTest(EventLogTest):
    def setUp(self):
        super().setUp()
        if not reads_records():
            self.skipTest("the build has no libevtx")

    def test_what_lies_between_the_records_is_not_read(self):
        answer, findings = self.diagnose(self.sample("Application.evtx"))
        self.assertEqual(findings.keys(), {"0xC004E003", "0xC004F034", "0xC004F009"})
        self.assertEqual({each["event"] for each in findings.values()}, {1003})
        self.assertEqual(answer["events"], [900, 16394, 1066, 1003, 902, 16388])
        self.assertEqual(answer["left_out"]["list"], 28)
        self.assertEqual(answer["computer"], "DESKTOP-0000000")

    def test_codes_that_are_stored_as_numbers_are_read(self):
        answer, findings = self.diagnose(self.sample("RdpCoreTS.evtx"))
        self.assertEqual(findings.keys(), {"0x80070040", "0x80070057"})
        self.assertEqual(findings["0x80070040"]["count"], 5)
        self.assertRegex(findings["0x80070040"]["time"], r"^2018-08-05T\d\d:\d\d:\d\d$")
        self.assertEqual(answer["code"], "0x80070040")

    def test_scan_gives_record_time_and_event(self):
        path = self.sample("RdpCoreTS.evtx")
        rows = [row.split("\t") for row in self.check(0, "scan", path).stdout.decode().splitlines()]
        numbers = [row for row in rows if "0x80070040" in row[0]]
        self.assertEqual(len(numbers), 5)
        for place, _, category, time, event in numbers:
            self.assertRegex(place, r"RdpCoreTS\.evtx:63349\d\d: 0x80070040$")
            self.assertEqual((category, event), ("network", "226"))
            self.assertRegex(time, r"^2018-08-05T10:34:\d\d$")
        found = json.loads(self.check(0, "scan", "--json", path).stdout.splitlines()[0])
        self.assertEqual((found["record"], found["event"]), (6334920, 226))
        self.assertEqual(found["computer"], "DESKTOP-0000000")
        self.assertEqual(found["source"], "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS")
        self.assertEqual(found["code"], "0x80070040")

    def test_scan_reads_logs_among_other_files(self):
        text = self.write("a.log", "hr=0xC004F074")
        log = self.sample("RdpCoreTS.evtx")
        printed = self.check(0, "scan", "--count", text, log, text).stdout.decode()
        self.assertEqual([row.rpartition(":")[2] for row in printed.splitlines()], ["1", "9", "1"])
        summary = self.check(0, "scan", "--summary", text, log, text).stdout.decode()
        self.assertIn("5\t0x80070040\t", summary)
        self.assertIn("2\t0xC004F074\t", summary)

    def test_a_log_of_which_nothing_can_be_read_is_reported(self):
        half = self.sample("RdpCoreTS.evtx").read_bytes()[:40000]
        for data in (half, b"ElfFile\0" + b"hr=0xC004F074\n" * 400):
            with self.subTest(data[:8]):
                path = self.write("damaged.evtx", data)
                printed = self.check(2, "diagnose", path).stderr
                self.assertIn(b"damaged.evtx: the event log is damaged", printed)


class ByteTest(EventLogTest):
    def test_a_build_without_libevtx_reads_bytes(self):
        if reads_records():
            self.skipTest("the build has libevtx")
        findings = self.diagnose(self.sample("RdpCoreTS.evtx"))[1]
        self.assertEqual(findings.keys(), {"0x80070057"})


if __name__ == "__main__":
    harness.main()
