#!/usr/bin/env python3
"""What actdiag prints as JSON and CSV, compared with the schema that doc/json.md promises."""

import csv
import ctypes
import io
import json

import harness
from command import CommandTest, run

try:
    import jsonschema
except ImportError:
    jsonschema = None

SCHEMA = json.loads((harness.SOURCE / "doc/actdiag.schema.json").read_text("utf-8"))
DEFINITIONS = SCHEMA["$defs"]
LOG = (
    "Computer: one.example\nEvent ID: 12288\nSource: Microsoft-Windows-Security-SPP\n"
    "Time: 2026-11-24 08:00:00\nInfo:\n0xC004F038, 0x00000000, kms.example.org:1688, "
    "8f9d1c3a-0000-4000-8000-123456789abc, 2026/11/24 08:00, 1, 2, 0, "
    "2de67392-b7a7-462a-b1ca-108dd189f588, 25\n0x8007232B\n"
)
# Arguments before the file's name, and the object that they print.
OF_A_FILE = [
    (["scan", "--all"], "match"),
    (["scan", "--summary"], "summary"),
    (["scan", "--count"], "count"),
    (["diagnose"], "diagnosis"),
    (["diagnose", "--summary"], "case"),
]
WITHOUT_FILES = [
    (["0xC004F074", "0xDEADBEEF", "1722"], "code"),
    (["--commands", "office", "--language", "ja", "0xC004F038"], "code"),
    (["list", "--all"], "code"),
    (["find", "kms"], "code"),
    (["event", "8198", "12288", "65535"], "event"),
    (["commands"], "catalogue"),
]
VOCABULARIES = {"known": "known", "category": "category", "side": "side", "role": "role"}


def members(name):
    """The members of an object in their order."""
    own = list(DEFINITIONS[name]["properties"])
    for base in DEFINITIONS[name].get("allOf", []):
        own += members(base["$ref"].rpartition("/")[2])
    return own


def object_schema(name):
    return {**SCHEMA, "anyOf": [{"$ref": f"#/$defs/{name}"}]}


class JsonTest(CommandTest):
    def setUp(self):
        super().setUp()
        log = str(self.write("activation.log", LOG))
        empty = str(self.write("empty.log", "nothing\n"))
        self.cases = WITHOUT_FILES + [([*words, log, empty], name) for words, name in OF_A_FILE]

    def rows(self, *arguments):
        return [json.loads(line) for line in run("--json", *arguments).stdout.splitlines()]

    def test_every_output_is_valid(self):
        if jsonschema is None:
            self.skipTest("python3-jsonschema is not installed")
        jsonschema.Draft202012Validator.check_schema(SCHEMA)
        for arguments, name in self.cases:
            with self.subTest(arguments):
                validator = jsonschema.Draft202012Validator(object_schema(name))
                rows = self.rows(*arguments)
                self.assertTrue(rows)
                for row in rows:
                    validator.validate(row)

    def test_records_of_event_logs_are_valid(self):
        path = harness.SOURCE.parent / "shared/samples/RdpCoreTS.evtx"
        if jsonschema is None or not path.is_file():
            self.skipTest("python3-jsonschema or the sample RdpCoreTS.evtx is not here")
        rows = self.rows("scan", str(path))
        if "line" in rows[0]:
            self.skipTest("the build has no libevtx")
        for row in rows:
            self.assertEqual(list(row), members("record"))
            jsonschema.Draft202012Validator(object_schema("record")).validate(row)

    def test_the_schema_has_every_member_in_its_order(self):
        for arguments, name in self.cases:
            with self.subTest(arguments):
                for row in self.rows(*arguments):
                    self.assertEqual(list(row), members(name))
        found = self.rows("diagnose", str(self.folder / "activation.log"))[0]["findings"]
        self.assertEqual(list(found[0]), members("finding"))
        (answer,) = self.rows("0xC004F038")
        self.assertEqual(list(answer["commands"][0]), members("command"))

    @harness.skip_if_sanitized("a sanitizer must be loaded before Python")
    def test_examples_are_the_librarys_identifiers(self):
        library = ctypes.CDLL(str(harness.LIBRARY))
        for member, kind in VOCABULARIES.items():
            identifier = getattr(library, f"act_{kind}_id")
            identifier.restype = ctypes.c_char_p
            values = [identifier(number) for number in range(64)]
            expected = sorted(value.decode() for value in values if value)
            self.assertEqual(sorted(DEFINITIONS["code"]["properties"][member]["examples"]), expected)

    def test_line_feeds_and_tabs_are_short_escapes(self):
        done = self.check(0, "--json", "0xC004F038")
        self.assertIn(rb"\n", done.stdout)
        self.assertNotIn(rb"\u000a", done.stdout)
        path = self.write('a\tb"\\\x01.log', LOG)
        line = self.check(0, "scan", "--count", "--json", path).stdout
        self.assertIn(rb'a\tb\"\\\u0001.log', line)

    def test_fields(self):
        for arguments, name in self.cases:
            wanted = [member for member in members(name) if member != "computer"][::2]
            with self.subTest(arguments):
                whole = self.rows(*arguments)
                done = run("--fields", ",".join(reversed(wanted)), *arguments)
                rows = [json.loads(line) for line in done.stdout.splitlines()]
                self.assertEqual([list(row) for row in rows], [wanted] * len(whole))
                self.assertEqual(rows, [{key: row[key] for key in wanted} for row in whole])

    def test_a_field_that_is_not_there_is_refused_with_those_that_are(self):
        for arguments, name in self.cases:
            for fields in ("xyz", "language,", "", "Code"):
                with self.subTest(arguments=arguments, fields=fields):
                    done = self.check(2, "--fields", fields, *arguments)
                    self.assertEqual(done.stdout, b"")
                    offered = done.stderr.decode().rpartition(" of ")[2].strip().split(", ")
                    if name == "match":
                        self.assertEqual(set(offered), {*members("match"), *members("record")})
                    elif "language" in members(name) or fields != "language,":
                        self.assertEqual(offered, members(name))
        self.assertIn(b"expects names", self.check(2, "list", "--fields").stderr)

    def test_csv(self):
        for language in harness.LANGUAGES:
            text = self.check(0, "list", "--all", "--csv", "--language", language).stdout.decode()
            rows = list(csv.DictReader(io.StringIO(text, newline="")))
            known = self.rows("list", "--all", "--language", language)
            self.assertEqual([row["code"] for row in rows], [each["code"] for each in known])
            for row, each in zip(rows, known):
                self.assertEqual(int(row["unsigned"]), each["value"])
                self.assertEqual(int(row["signed"]) % 2**32, each["value"])
                self.assertEqual(row["types"].split(), each["types"])
                for key in ("name", "category", "side", "role", "reference"):
                    self.assertEqual(row[key], each[key] or "")
                if each["message"]:
                    self.assertEqual(row["message"], each["message"])
        for other in (["--json"], ["--fields", "code"]):
            self.assertIn(b"only one of them", self.check(2, "list", "--csv", *other).stderr)
        self.assertIn(b"only for actdiag list", self.check(2, "--csv", "0xC004F074").stderr)


if __name__ == "__main__":
    harness.main()
