#!/usr/bin/env python3
"""Tests that the package for JavaScript, in both variants, the command and the Python package answer
alike: on 2,000 codes, and on cases."""

import json
import pathlib
import random
import subprocess
import sys
import unittest

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "python"))

import harness
import support

import actdiag
import members

PACKAGE = harness.BUILD / "bindings/javascript/package"
CASES = harness.SOURCE.parent / "shared/field/cases.json"
COUNT = 2000
LANGUAGES = ("en", "ja")
DIALECTS = [dialect.value for dialect in actdiag.Dialect]
# Codes in other clothes, digits lost, numbers of events, in no list.
SPECIAL = (0, 5, 1722, 12007, 8198, 12288, 0xD0000022, 0xC004F00C, 0x803F701, 0xC04F074, 0x8ABCDEF1)

VALUES = ("{code}, 0x00000000, kms.example.org:1688, 8f9d1c3a-0000-4000-8000-123456789abc, "
          "2026/11/24 08:00, 1, 2, 41760, 2de67392-b7a7-462a-b1ca-108dd189f588, 25")
EVENT = "Event ID: {id}\nSource: Microsoft-Windows-Security-SPP\nTime: 2026-11-24 0{id[4]}:00:00\nComputer: {pc}\n"
REQUEST = EVENT.format(id="12288", pc="PC-1") + "Info:\n" + VALUES.format(code="0x8007232B") + "\n"
OFFICE = "LICENSE NAME: Office 16, Office16ProPlusVL_KMS_Client edition\nERROR CODE: 0xC004F074\n"
TEXTS = [
    b"", b"nothing is wrong", b"0xC004F074", REQUEST.encode(), (REQUEST * 2 + OFFICE).encode(),
    b"\xff\xfe" + REQUEST.encode("utf-16-le"), b"\xfe\xff" + REQUEST.encode("utf-16-be"),
    "エラー: 0xC004F00F。-1073418124".encode("cp932"), (OFFICE + "Product activated successfully.\n").encode(),
    (REQUEST + REQUEST.replace("PC-1", "PC-2").replace("0x8007232B", "0x800706BA")).encode(),
    b"x" * 400_000 + REQUEST.encode() + b"y" * 2_000_000 + OFFICE.encode(),
]


def some_codes():
    """All codes of the table, special ones, and others like them, 2,000 in all."""
    chance = random.Random(22)
    found = list(dict.fromkeys([*actdiag.codes(), *SPECIAL]))
    while len(found) < COUNT:
        found.append(chance.choice((0x80070000, 0x80040000, 0xC0040000, 0)) + chance.randrange(1 << 16))
    return found


def package(variant, **request):
    command = ["node", str(harness.SOURCE / "tests/javascript/answers.mjs"), str(PACKAGE), variant]
    request = {"codes": [], "languages": ["en"], "dialects": DIALECTS[:1], "files": [], **request}
    done = subprocess.run(command, input=json.dumps(request), stdout=subprocess.PIPE, encoding="utf-8", check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def command(*arguments):
    return list(map(json.loads, support.run(harness.COMMAND, "--json", *arguments).stdout.splitlines()))


class CodesTest(unittest.TestCase):
    def test_the_same_answers(self):
        codes = some_codes()
        self.assertGreaterEqual(len(codes), COUNT)
        printed = [
            line
            for language in LANGUAGES for dialect in DIALECTS
            for line in command("--language", language, "--commands", dialect, *map(hex, codes))
        ]
        for variant in ("simd", "plain"):
            ours = package(variant, codes=codes, languages=LANGUAGES, dialects=DIALECTS)
            self.assertEqual(len(ours), len(LANGUAGES) * len(DIALECTS) * len(codes))
            self.assertEqual(ours, printed)
        python = [members.of_code(code, language) for language in LANGUAGES for code in codes]
        step = len(DIALECTS) * len(codes)
        self.assertEqual(python, printed[: len(codes)] + printed[step : step + len(codes)])


class CasesTest(harness.FolderTest):
    def check(self, texts):
        files = [self.write(f"{number}.log", text) for number, text in enumerate(texts)]
        printed = [line for file in files for line in command("--language", "en", "diagnose", str(file))]
        python = [line for text in texts for line in members.of_diagnosis(actdiag.diagnose(text), "en")]
        self.assertGreaterEqual(len(printed), len(texts))
        self.assertEqual(python, printed)
        for variant in ("simd", "plain"):
            self.assertEqual(package(variant, files=list(map(str, files))), printed)

    def test_cases(self):
        self.check(TEXTS)

    def test_field_cases(self):
        if not CASES.is_file():
            self.skipTest("the field cases are not beside this source")
        self.check([members.encoded(case) for case in json.loads(CASES.read_text("utf-8"))])


if __name__ == "__main__":
    harness.main()
