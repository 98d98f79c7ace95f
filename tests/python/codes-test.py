#!/usr/bin/env python3
"""Tests reading, naming, looking up and classifying codes, against the register and the header."""

import csv
import re
import unittest

import harness
import support  # noqa: F401 (puts the package in place)

import actdiag
from actdiag import _native

REGISTER = harness.SOURCE / "doc/codes.tsv"
HEADER = (harness.SOURCE / "include/actdiag.h").read_text(encoding="utf-8")
CODE = 0xC004F074
NAME = "SL_E_VL_BINDING_SERVICE_UNAVAILABLE"


def register():
    lines = REGISTER.read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader([lines[0].lstrip("# "), *lines[1:]], delimiter="\t"))


class Number:
    """What NumPy's integers are: no int, but an index."""

    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class ParseTest(unittest.TestCase):
    def test_notations(self):
        for code in (
            CODE,
            CODE - 2**32,
            "0xC004F074",
            "0XC004f074",
            "C004F074",
            "&HC004F074",
            "0 x C004F074",
            "-1073418124",
            "3221549172",
            "0xC004F074UL",
            " (hr=0xC004F074) ",
            "０ｘＣ００４Ｆ０７４",
            NAME,
            NAME.lower(),
            Number(CODE),
            Number(CODE - 2**32),
        ):
            with self.subTest(code=code):
                self.assertEqual(actdiag.parse(code), CODE)
                self.assertEqual(actdiag.lookup(code).code, CODE)
                self.assertEqual(actdiag.classify(code).code, CODE)
                self.assertEqual(actdiag.name(code), NAME)

    def test_result_is_a_plain_int(self):
        class Code(int):
            pass

        self.assertIs(type(actdiag.parse(Code(5))), int)
        self.assertIs(type(actdiag.lookup(Code(CODE)).code), int)

    def test_range(self):
        self.assertEqual(actdiag.parse(0), 0)
        self.assertEqual(actdiag.parse(0xFFFFFFFF), 0xFFFFFFFF)
        self.assertEqual(actdiag.parse(-1), 0xFFFFFFFF)
        self.assertEqual(actdiag.parse(-(2**31)), 0x80000000)

    def test_malformed_values_are_named(self):
        functions = (actdiag.parse, actdiag.lookup, actdiag.classify, actdiag.name)
        for value in ("", "xyz", "0xC004F0741", "0xC004F074\0", "\0", "\ud800", "-2147483649"):
            for function in functions:
                with self.subTest(value=value, function=function.__name__):
                    with self.assertRaises(ValueError) as caught:
                        function(value)
                    self.assertIs(type(caught.exception), ValueError)
                    self.assertIn(repr(value), str(caught.exception))
                    self.assertIn("expected", str(caught.exception))
        for value in (2**32, -(2**31) - 1, 10**30, Number(2**32)):
            for function in functions:
                with self.subTest(value=value, function=function.__name__):
                    number = value.__index__()
                    with self.assertRaisesRegex(ValueError, f"^{number} is not a code: expected"):
                        function(value)

    def test_a_long_value_is_cut(self):
        with self.assertRaises(ValueError) as caught:
            actdiag.parse("é" * 100000)
        self.assertLess(len(str(caught.exception)), 250)

    def test_wrong_types_are_named(self):
        for value in (None, True, 1.0, float(CODE), b"0xC004F074", [CODE], (), {}, object()):
            for function in (actdiag.parse, actdiag.lookup, actdiag.classify, actdiag.name):
                with self.subTest(value=value, function=function.__name__):
                    with self.assertRaisesRegex(TypeError, type(value).__name__):
                        function(value)


class TableTest(unittest.TestCase):
    def test_entries_are_those_of_the_documents(self):
        codes = harness.documented_codes()
        self.assertEqual([entry.code for entry in actdiag.entries()], codes)
        for code in codes:
            self.assertEqual(actdiag.lookup(code).code, code)

    def test_lookup_of_an_undocumented_code(self):
        for code in (0xC004F013, 0x12345678):
            self.assertNotIn(code, harness.documented_codes())
            self.assertIsNone(actdiag.lookup(code))
        self.assertIsNone(actdiag.lookup(-5))

    def test_entries_are_a_list_of_ones_own(self):
        actdiag.entries().clear()
        self.assertTrue(actdiag.entries())

    def test_types(self):
        self.assertEqual(actdiag.lookup(0xC004C001).types, actdiag.ActivationType.MAK)
        self.assertEqual(
            actdiag.lookup(0xC004F041).types, actdiag.ActivationType.KMS_CLIENT
        )
        for entry in actdiag.entries():
            self.assertTrue(entry.types)
            self.assertEqual(actdiag.classify(entry.code).types, entry.types)

    def test_register(self):
        rows = register()
        self.assertGreater(len(rows), 400)
        names = {int(row["code"], 16): row["name"] for row in rows}
        for row in rows:
            found = actdiag.classify(row["code"])
            with self.subTest(code=row["code"]):
                self.assertEqual(found.category.value, row["category"])
                self.assertEqual(found.side.value, row["side"])
                self.assertEqual(found.retry, row["retry"] == "retry")
                self.assertEqual(found.role.value, row["role"])
                self.assertEqual(found.reference or "-", row["reference"])
                self.assertEqual(actdiag.name(row["code"]) or "-", row["name"])
                self.assertEqual(found.name or "-", names[found.subject])
                self.assertGreaterEqual(found.known, actdiag.Known.NAMED)

    def test_known_codes(self):
        expected = {int(row["code"], 16) for row in register()} | set(harness.documented_codes())
        self.assertEqual(actdiag.codes(), sorted(expected))

    def test_words_find_codes(self):
        found = actdiag.find("sl_e_vl", "en")
        names = [code for code in actdiag.codes() if "SL_E_VL" in (actdiag.name(code) or "")]
        self.assertEqual(sorted(found), names)
        self.assertEqual(found, sorted(found, key=lambda code: (actdiag.lookup(code) is None, code)))
        self.assertEqual(actdiag.find("COUNT too low", "en"), [0xC004F038])
        self.assertIn(0xC004F009, actdiag.find("猶予期間", "ja"))
        self.assertEqual(actdiag.find("猶予期間", "en"), [])
        self.assertEqual(actdiag.find(""), [])
        self.assertRaises(TypeError, actdiag.find, 5)
        self.assertRaises(TypeError, actdiag.find, "kms", 5)

    def test_structure(self):
        found = actdiag.classify(0x8007232B)
        self.assertEqual((found.severity, found.facility, found.status), (1, 7, 9003))
        self.assertEqual(found.known, actdiag.Known.DOCUMENTED)
        self.assertEqual(actdiag.classify(0x80072328).known, actdiag.Known.STRUCTURAL)
        self.assertEqual(actdiag.classify(0x80072328).category, actdiag.Category.DNS)
        nothing = actdiag.classify(0x8ABCDEF1)
        self.assertEqual(nothing.known, actdiag.Known.NONE)
        self.assertEqual(nothing.category, actdiag.Category.UNKNOWN)
        self.assertEqual(nothing.side, actdiag.Side.UNKNOWN)
        self.assertEqual(nothing.types, actdiag.ActivationType(0))
        self.assertIs(nothing.retry, False)

    def test_documents(self):
        self.assertEqual(
            [(document.language, document.source) for document in actdiag.documents()],
            [(tag, path.name) for tag, path in harness.LISTED],
        )
        for document, path in zip(actdiag.documents(), harness.DOCUMENTS):
            text = path.read_text(encoding="utf-8")
            self.assertRegex(text, rf"(?m)^title: .*{re.escape(document.title)}")
            self.assertRegex(document.date, r"^\d{4}-\d\d-\d\d$")

    def test_version(self):
        numbers = re.findall(r"define ACT_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)", HEADER)
        self.assertEqual(actdiag.version(), ".".join(numbers))
        self.assertEqual(actdiag.__version__, actdiag.version())


class VocabularyTest(unittest.TestCase):
    """The enumerations against the header's numbers and the library's identifiers."""

    def identifier(self, kind, number):
        function = getattr(_native._holding, f"act_{kind}_id")
        function.restype = _native.ctypes.c_char_p
        text = function(number)
        return None if text is None else text.decode()

    def header_members(self, kind):
        members = re.findall(rf"\bACT_{kind.upper()}_(\w+) = (\d+)", HEADER)
        return {name: int(number) for name, number in members if name not in ("LABEL", "ADVICE")}

    def test_words(self):
        for kind, words in (
            ("known", actdiag.Known),
            ("category", actdiag.Category),
            ("side", actdiag.Side),
        ):
            expected = self.header_members(kind)
            if kind == "category":
                expected["UNKNOWN"] = 0
            self.assertEqual({word.name: word.number for word in words}, expected)
            for word in words:
                self.assertEqual(self.identifier(kind, word.number), word.value)
            self.assertIsNone(self.identifier(kind, len(words)), f"the package lacks a {kind}")

    def test_types(self):
        kinds = actdiag.ActivationType
        self.assertEqual({kind.name: kind.value for kind in kinds}, self.header_members("type"))
        for kind in kinds:
            self.assertEqual(kind.identifiers, [self.identifier("type", kind.value)])
        self.assertIsNone(self.identifier("type", 2 * max(kinds)), "the package lacks a type")
        self.assertEqual(kinds(0).identifiers, [])
        self.assertEqual(kinds(15).identifiers, ["mak", "kms", "kms-client", "kms-host"])

    def test_values_of_a_later_library(self):
        numbers = [CODE, 99, 99, 0x3FF, 99, 0xFF, 1, 4, 5] + 7 * [1]

        def classify(code, details):
            details[:] = numbers

        original, _native.act_classify = _native.act_classify, classify
        try:
            found = actdiag.classify(CODE)
        finally:
            _native.act_classify = original
        self.assertIs(found.known, actdiag.Known.NONE)
        self.assertIs(found.category, actdiag.Category.UNKNOWN)
        self.assertIs(found.side, actdiag.Side.UNKNOWN)
        self.assertEqual(found.types.value, 511)
        self.assertIs(found.retry, True)

    def test_known_is_ordered(self):
        known = actdiag.Known
        self.assertEqual(sorted(known, reverse=True)[0], known.DOCUMENTED)
        self.assertTrue(known.NAMED >= known.NAMED > known.STRUCTURAL)
        with self.assertRaises(TypeError):
            known.NAMED < 3  # noqa: B015

    def test_by_identifier(self):
        self.assertIs(actdiag.Category("kms-host"), actdiag.Category.KMS_HOST)
        with self.assertRaisesRegex(ValueError, "no-such"):
            actdiag.Category("no-such")


if __name__ == "__main__":
    harness.main()
