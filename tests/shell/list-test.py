#!/usr/bin/env python3
"""What actdiag list and actdiag find print."""

import json
import re

import harness
from command import CommandTest, run


class ListTest(CommandTest):
    def test_all_entries_are_listed(self):
        rows = self.check(0, "list").stdout.decode().splitlines()
        listed = [int(row.split("\t")[0], 16) for row in rows]
        self.assertEqual(listed, harness.documented_codes())
        for row in rows:
            self.assertRegex(row, r"\A0x[0-9A-F]{8}\t(mak|kms|kms-client|kms-host|ad|avma|token|oem|digital)(,\S+)?\t\S")
        objects = [json.loads(row) for row in self.check(0, "list", "--json").stdout.splitlines()]
        self.assertEqual([o["code"] for o in objects], [row.split("\t")[0] for row in rows])

    def test_all_lists_the_register_too(self):
        register = (harness.SOURCE / "doc/codes.tsv").read_text(encoding="utf-8")
        expected = set(re.findall(r"(?m)^0x[0-9A-F]{8}", register))
        rows = self.check(0, "list", "--all").stdout.decode().splitlines()
        self.assertEqual({row.split("\t")[0] for row in rows}, expected)
        self.assertTrue(all(re.fullmatch(r"0x\w{8}\t\S+\t\S.*", row) for row in rows))

    def test_filters(self):
        everything = [json.loads(row) for row in run("list", "--all", "--json").stdout.splitlines()]
        cases = [
            (["--category", "dns,network", "--all"], lambda o: o["category"] in ("dns", "network")),
            (["--side=kms-host", "--known", "named"],
             lambda o: o["side"] == "kms-host" and o["known"] == "named"),
            (["--type", "mak,kms-host"], lambda o: {"mak", "kms-host"} & set(o["types"])),
            (["--known", "documented"], lambda o: o["known"] == "documented"),
        ]
        for arguments, passes in cases:
            with self.subTest(arguments):
                rows = self.check(0, "list", "--json", *arguments).stdout.splitlines()
                found = {json.loads(row)["code"] for row in rows}
                self.assertEqual(found, {o["code"] for o in everything if passes(o)})
                self.assertEqual(len(rows), len(found))
        self.assertEqual(self.check(1, "list", "--known", "none").stdout, b"")

    def test_an_identifier_that_does_not_exist_is_refused_with_those_that_do(self):
        for arguments in (["--side", "dns,DNS"], ["--side", "dnss"], ["--side="], ["--side", "dns,"]):
            with self.subTest(arguments):
                done = self.check(2, "list", *arguments)
                self.assertEqual(done.stdout, b"")
                self.assertRegex(done.stderr, rb'--side "(DNS|dnss|)": .* client, kms-host, dns,')


class FindTest(CommandTest):
    def codes(self, *arguments, status=0, **variables):
        rows = self.check(status, "find", *arguments, variables=variables).stdout.decode()
        return [row.split("\t")[0] for row in rows.splitlines()]

    def test_all_words_must_occur(self):
        self.assertEqual(self.codes("kms", "COUNT"), ["0x8007000D", "0xC004F038"])
        self.assertEqual(self.codes("kms count"), ["0x8007000D", "0xC004F038"])
        done = self.check(1, "find", "kms", "xyzzy")
        self.assertEqual(done.stdout, b"")
        self.assertIn(b"no code with all of these words", done.stderr)

    def test_a_part_of_a_name_finds_all_such_names(self):
        register = (harness.SOURCE / "doc/codes.tsv").read_text(encoding="utf-8")
        expected = re.findall(r"(?m)^(0x[0-9A-F]{8})\tSL_E_VL", register)
        found = self.codes("sl_e_vl")
        self.assertEqual(sorted(found), sorted(expected))
        known = [json.loads(row)["known"] for row in run("--json", *found).stdout.splitlines()]
        self.assertEqual(known, sorted(known))  # documented before named
        row = self.check(0, "find", "not_enough_count").stdout.decode()
        self.assertRegex(row, r"\A0xC004F038\tSL_E_VL_NOT_ENOUGH_COUNT\tkms-host\tThe count .*\n\Z")

    def test_words_of_another_language_than_the_locales(self):
        self.assertIn("0xC004F009", self.codes("猶予期間"))
        self.assertEqual(self.codes("猶予期間"), self.codes("--language", "ja", "猶予期間"))
        self.assertEqual(self.codes("--language", "en", "猶予期間", status=1), [])

    def test_json(self):
        done = self.check(0, "find", "--json", "kms", "count")
        for line in done.stdout.splitlines():
            found = json.loads(line)
            self.assertEqual(found, json.loads(run("--json", found["code"]).stdout))


if __name__ == "__main__":
    harness.main()
