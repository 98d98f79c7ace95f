#!/usr/bin/env python3
"""What actdiag diagnose makes of cases, and actdiag event of events."""

import gzip
import json
import re

import harness
from command import CommandTest, run

REQUEST = (
    "Event ID: 12288\nSource: Microsoft-Windows-Security-SPP\nTime: {time}\nThe client has sent an "
    "activation request to the key management service machine.\nInfo:\n{code}, 0x00000000, "
    "kms.example.org:1688, 8f9d1c3a-0000-4000-8000-123456789abc, 2026/11/24 08:00, 1, 2, 0, "
    "2de67392-b7a7-462a-b1ca-108dd189f588, 25\n"
)
FAILED = (
    "Event ID: 8198\nSource: Microsoft-Windows-Security-SPP\nLicense Activation (slui.exe) failed "
    "with the following error code:\nhr=0xC004F074\n"
)
CASES = harness.ARTICLES.parent / "field/cases.json"


def encoded(case):
    """A case as its note says it was saved."""
    if "UTF-16LE" in case["note"]:
        return ("\ufeff" + case["text"]).encode("utf-16-le")
    return case["text"].encode("cp932" if "CP932" in case["note"] else "utf-8")


class VerdictTest(CommandTest):
    def diagnose(self, text, *arguments, status=0):
        data = text if isinstance(text, bytes) else text.encode()
        done = self.check(status, "diagnose", "--json", *arguments, input=data)
        return json.loads(done.stdout)

    def test_the_code_in_a_request_is_the_one_to_act_on(self):
        text = FAILED + REQUEST.format(code="0x8007232B", time="2026-11-24 08:00:00")
        found = self.diagnose(text)
        self.assertEqual((found["code"], found["side"]), ("0x8007232B", "dns"))
        self.assertEqual(found["rule"], "role")
        self.assertEqual([each["code"] for each in found["findings"]], ["0x8007232B", "0xC004F074"])
        self.assertEqual(found["findings"][0]["host"], "kms.example.org:1688")
        self.assertEqual(found["findings"][0]["event"], 12288)

    def test_text_shows_where_it_was_seen_the_answer_and_what_else_there_is(self):
        text = FAILED + REQUEST.format(code="0x8007232B", time="2026-11-24 08:00:00")
        printed = self.check(0, "diagnose", input=text.encode()).stdout.decode()
        places = [printed.index(words) for words in (
            "12288", "kms.example.org:1688", "0x8007232B  DNS_ERROR_RCODE_NAME_ERROR\n",
            "\nWhat to do\n", "0xC004F074  SL_E_VL_BINDING_SERVICE_UNAVAILABLE")]
        self.assertEqual(places, sorted(places))

    def test_text_shows_the_state_of_the_license(self):
        text = ("Description : Windows(R) Operating System, TIMEBASED_EVAL channel\nLicenseStatus : 5\n"
                "LicenseStatusReason : 0xC004F069\nGracePeriodRemaining : 1440\n")
        printed = self.check(0, "diagnose", input=text.encode()).stdout.decode()
        for words in ("evaluation edition", "notification mode", "1440"):
            self.assertIn(words, printed)
        dated = self.check(0, "diagnose", input=f"2026-11-24 08:00 {text}".encode()).stdout.decode()
        self.assertIn("2026-11-25T08:00:00", dated)

    def test_a_success_ends_it(self):
        text = FAILED + "Product activated successfully.\n"
        found = self.diagnose(text, status=1)
        self.assertIsNone(found["code"])
        self.assertEqual(found["rule"], "activated")
        self.assertTrue(found["findings"][0]["settled"])

    def test_without_a_code_the_events_are_explained(self):
        text = b"Source: Security-SPP\nEvent ID: 8198\nno code at all\n"
        printed = self.check(1, "diagnose", input=text).stdout.decode()
        self.assertIn("No code was found.\n", printed)
        self.assertIn("Event 8198\n", printed)
        self.assertEqual(self.diagnose(text, status=1)["events"], [8198])

    def test_office_gets_its_commands_whatever_the_reader_prefers(self):
        text = b"LICENSE NAME: Office 21, Office21ProPlus2021VL_KMS_Client edition\n0xC004F074\n"
        for preferred in ("slmgr", "powershell"):
            printed = self.check(0, "diagnose", "--commands", preferred, input=text).stdout
            self.assertIn(b"cscript ospp.vbs /act", printed)

    def test_files_that_cannot_be_read_as_text_are_named(self):
        packed = self.write("a.gz", gzip.compress(FAILED.encode()))
        good = self.write("b.log", FAILED)
        done = self.check(2, "diagnose", packed, good)
        self.assertIn(b"a.gz: is compressed with gzip", done.stderr)
        self.assertIn(b"0xC004F074", done.stdout)
        self.assertIn(b"No such file", self.check(2, "diagnose", "none").stderr)

    def test_both_orders_of_utf16(self):
        for encoding, mark in (("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"),
                               ("utf-16-be", b"")):
            with self.subTest(encoding, mark=mark):
                found = self.diagnose(mark + ("line\n" + FAILED).encode(encoding))
                self.assertEqual(found["code"], "0xC004F074")

    def test_field_cases(self):
        """What people posted: found, verdict, place and words of the remedy."""
        if not CASES.exists():
            self.skipTest("the cases of the field are not here")
        for case in json.loads(CASES.read_text("utf-8")):
            with self.subTest(case["name"]):
                status = 0 if case["codes"] and case["verdict"] else None
                done = run("diagnose", "--json", input=encoded(case))
                found = json.loads(done.stdout)
                codes = {finding["code"] for finding in found["findings"]}
                if "states" in case["note"]:
                    codes -= {"0x4004F401", "0x4004F00C"}
                self.assertEqual(codes, set(case["codes"]))
                if status is not None:
                    self.assertIn(found["code"], case["verdict"])
                if case["side"]:
                    self.assertIn(found["side"], case["side"])
                answer = run("diagnose", input=encoded(case)).stdout.decode()
                if case["fix"]:
                    self.assertRegex(answer, re.compile("|".join(case["fix"]), re.I))


    def test_codes_of_field_cases(self):
        """Asked for by itself, the code that counts has the same place and remedy."""
        if not CASES.exists():
            self.skipTest("the cases of the field are not here")
        for case in json.loads(CASES.read_text("utf-8")):
            codes = [code for code in case["verdict"] if code]
            if not codes:
                continue
            with self.subTest(case["name"]):
                answers = [json.loads(row) for row in run("--json", *codes).stdout.splitlines()]
                if case["side"]:
                    self.assertTrue({answer["side"] for answer in answers} & set(case["side"]))
                if case["fix"]:
                    words = re.compile("|".join(case["fix"]), re.I)
                    self.assertRegex(run(*codes).stdout.decode(), words)


class FleetTest(CommandTest):
    def test_one_line_per_file_and_counts_of_verdicts_at_the_end(self):
        names = {"a.log": FAILED, "b.log": FAILED, "c.log": "all is well\n",
                 "d.log": REQUEST.format(code="0x8007232B", time="2026-11-24 08:00:00")}
        paths = [self.write(name, text) for name, text in names.items()]
        printed = self.check(0, "diagnose", "--summary", *paths).stdout.decode()
        files, counts = printed.split("\n\n")
        self.assertEqual(len(files.splitlines()), 4)
        self.assertIn("0xC004F074", files.splitlines()[0])
        self.assertTrue(counts.startswith("2\t0xC004F074\t"))
        self.assertIn("1\t0x8007232B\t", counts)

    def test_a_file_with_findings_but_no_verdict_is_told_by_the_status(self):
        settled = self.write("a.log", FAILED + "Product activated successfully.\n")
        self.check(1, "diagnose", "--summary", settled)


class EventTest(CommandTest):
    def test_events_are_explained_in_both_languages(self):
        for language in ("en", "ja"):
            rows = run("event", "--json", "--language", language, "8198", "12288").stdout
            events = [json.loads(row) for row in rows.splitlines()]
            self.assertEqual([event["event"] for event in events], [8198, 12288])
            self.assertEqual([event["kind"] for event in events], ["fault", "look"])
            self.assertTrue(all(event["meaning"] and event["advice"] for event in events))
            self.assertEqual([event["language"] for event in events], [language] * 2)

    def test_what_is_not_an_event_of_activation_is_refused(self):
        self.assertIn(b"is not a known event", self.check(1, "event", "4624").stderr)
        for word in ("0", "65536", "x", "-1", ""):
            with self.subTest(word):
                self.assertIn(b"from 1 to 65535", self.check(2, "event", "--", word).stderr)
        self.assertIn(b"expected the number of an event", self.check(2, "event").stderr)


if __name__ == "__main__":
    harness.main()
