#!/usr/bin/env python3
"""Tests the values: constant, compared, hashed, pickled, matched, and shown."""

import copy
import multiprocessing
import pickle
import sys
import typing
import unittest

import harness
import support  # noqa: F401 (puts the package in place)

import actdiag
from actdiag import ActivationType, Category, Classification, Entry, Known, Match, Side

CODE = 0xC004F074
NAME = "SL_E_VL_BINDING_SERVICE_UNAVAILABLE"


def values():
    return [
        actdiag.lookup(CODE),
        actdiag.classify(CODE),
        actdiag.classify(0x12345678),
        next(actdiag.scan("0xC004F074")),
        actdiag.documents()[0],
        Category.DNS,
        Side.CLIENT,
        Known.NAMED,
        ActivationType.MAK | ActivationType.KMS_HOST,
    ]


def answer(code):
    """For a worker process: takes a code, gives all kinds of values back."""
    found = actdiag.lookup(code), actdiag.classify(code), list(actdiag.scan(f"0x{code:08X}"))
    return found, code


class ValueTest(unittest.TestCase):
    def test_equal_values(self):
        for one, other in zip(values(), values()):
            with self.subTest(value=one):
                self.assertEqual(one, other)
                self.assertEqual(hash(one), hash(other))
                self.assertEqual(len({one, other}), 1)
                self.assertNotEqual(one, object())

    def test_different_values(self):
        self.assertEqual(len(set(values())), len(values()))
        self.assertNotEqual(actdiag.lookup(CODE), actdiag.lookup(0xC004F038))
        self.assertNotEqual(actdiag.classify(CODE), actdiag.classify(CODE + 1))

    def test_order(self):
        entries = sorted(actdiag.entries(), reverse=True)
        codes = [entry.code for entry in entries]
        self.assertEqual(codes, sorted(codes, reverse=True))
        found = list(actdiag.scan("0xC004F074 0xC004F038"))
        self.assertEqual(sorted(found, reverse=True), found[::-1])

    def test_constant(self):
        for value, attribute in (
            (actdiag.lookup(CODE), "code"),
            (actdiag.lookup(CODE), "types"),
            (actdiag.classify(CODE), "side"),
            (next(actdiag.scan("0xC004F074")), "offset"),
            (actdiag.documents()[0], "title"),
        ):
            with self.subTest(value=value, attribute=attribute):
                before = getattr(value, attribute)
                with self.assertRaises(AttributeError):
                    setattr(value, attribute, 0)
                with self.assertRaises(AttributeError):
                    delattr(value, attribute)
                with self.assertRaises((AttributeError, TypeError)):
                    value.novelty = 0
                self.assertEqual(getattr(value, attribute), before)

    def test_pickle_and_copy(self):
        for value in values():
            for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
                with self.subTest(value=value, protocol=protocol):
                    pickled = pickle.dumps(value, protocol)
                    again = pickle.loads(pickled)
                    self.assertEqual(again, value)
                    self.assertIs(type(again), type(value))
                    self.assertLess(len(pickled), 1000)
                    self.assertNotIn(b"actdiag._", pickled)  # public names only
            self.assertEqual(copy.copy(value), value)
            self.assertEqual(copy.deepcopy(value), value)

    def test_through_processes(self):
        codes = actdiag.codes()[::20] + [CODE, 0x12345678]
        for method in ("fork", "spawn"):
            with self.subTest(method=method):
                with multiprocessing.get_context(method).Pool(2) as pool:
                    self.assertEqual(pool.map(answer, codes), [answer(code) for code in codes])

    def test_an_entry_that_the_library_lacks(self):
        stranger = Entry(0x12345678, ActivationType.MAK)
        self.assertEqual(pickle.loads(pickle.dumps(stranger)), stranger)
        for read in (
            stranger.message,
            stranger.cause,
            stranger.steps,
            stranger.language,
            stranger.answer,
            stranger.__str__,
        ):
            with self.assertRaisesRegex(LookupError, "0x12345678"):
                read()
        self.assertEqual(repr(stranger), "<Entry 0x12345678 (mak)>")

    def test_type_hints_can_be_read(self):
        for item in (Entry, Classification, Match, actdiag.Document):
            self.assertTrue(typing.get_type_hints(item))
        for function in (actdiag.lookup, actdiag.classify, actdiag.parse, actdiag.name):
            self.assertIn("code", typing.get_type_hints(function))

    @unittest.skipIf(sys.version_info < (3, 10), "Python 3.9 has no match statement")
    def test_pattern_matching(self):
        # In a string: Python 3.9 must be able to read this file.
        code = """
match actdiag.classify("0x8007232B").category:
    case actdiag.Category.KMS_HOST: category = "wrong"
    case actdiag.Category.DNS: category = "DNS"
match actdiag.classify("0x8007232B"):
    case actdiag.Classification(side=actdiag.Side.CLIENT): side = "wrong"
    case actdiag.Classification(side=actdiag.Side.DNS, status=status): side = status
match actdiag.lookup(-1073418124):
    case None: entry = "wrong"
    case actdiag.Entry(code=number): entry = number
match next(actdiag.scan("in 0xC004F074")):
    case (offset, 0xC004F074, _): match_ = offset
"""
        names = {"actdiag": actdiag}
        exec(code, names)
        found = [names[name] for name in ("category", "side", "entry", "match_")]
        self.assertEqual(found, ["DNS", 9003, CODE, 3])


class ShownTest(unittest.TestCase):
    def test_repr_is_one_line(self):
        for value in values():
            with self.subTest(value=value):
                self.assertNotIn("\n", repr(value))
        self.assertEqual(repr(actdiag.lookup(CODE)), f"<Entry 0xC004F074 {NAME} (kms-client)>")
        self.assertEqual(
            repr(actdiag.classify(CODE)),
            f"<Classification 0xC004F074 {NAME}: kms-host, side network, documented>",
        )
        self.assertEqual(
            repr(actdiag.classify(0x12345678)),
            "<Classification 0x12345678: unknown, side unknown, none>",
        )
        self.assertEqual(
            repr(next(actdiag.scan(" 0xC004F074"))), "Match(offset=1, code=0xC004F074, length=10)"
        )

    def test_str_is_the_answer(self):
        entry = actdiag.lookup(CODE)
        lines = str(entry).splitlines()
        self.assertEqual(lines[0], f"0xC004F074  {NAME}")
        self.assertEqual(lines[1], "  " + entry.message("en"))
        for text in (entry.cause("en"), entry.steps("en"), Side.NETWORK.label("en")):
            self.assertIn(text.splitlines()[0], str(entry))
        self.assertEqual(str(actdiag.classify(CODE)), str(entry))
        self.assertEqual(entry.answer("en"), str(entry))
        self.assertIn(Category.PERMISSION.advice("en"), str(actdiag.classify(0x80041003)))


class LanguageTest(unittest.TestCase):
    def setUp(self):
        self.entry = actdiag.lookup(CODE)
        self.addCleanup(self.locale)

    def locale(self, **variables):
        for name in support.LOCALE_VARIABLES:
            support.os.environ.pop(name, None)
        support.os.environ.update(variables)

    def reads(self):
        found = actdiag.classify(CODE)
        return [
            self.entry.message,
            self.entry.cause,
            self.entry.steps,
            self.entry.language,
            self.entry.answer,
            found.advice,
            found.answer,
            Category.CLOCK.label,
            Category.DNS.advice,
            Side.NETWORK.label,
            ActivationType(15).labels,
        ]

    def test_both_languages(self):
        for read in self.reads():
            with self.subTest(read=read):
                english, japanese = read("en"), read("ja")
                self.assertTrue(english)
                self.assertNotEqual(english, japanese)
                for tag in ("EN", "en-US", "en_GB.UTF-8", "fr", "C", "POSIX", "", "\0ja", "ｊａ"):
                    self.assertEqual(read(tag), english, tag)
                for tag in ("JA", "ja-JP", "ja_JP.UTF-8", "ja@x", "ja\0"):
                    self.assertEqual(read(tag), japanese, tag)

    def test_default_is_the_locale(self):
        for read in self.reads():
            with self.subTest(read=read):
                self.locale()
                self.assertEqual(read(), read("en"))
                self.locale(LANG="ja_JP.UTF-8")
                self.assertEqual(read(), read("ja"))
                self.locale(LANG="ja_JP.UTF-8", LC_MESSAGES="de_DE")
                self.assertEqual(read(), read("en"))
                self.locale(LC_ALL="ja", LC_MESSAGES="en_US", LANG="en_US")
                self.assertEqual(read(), read("ja"))

    def test_texts_are_those_of_the_documents(self):
        for language in harness.LANGUAGES:
            rows = harness.document_rows(language)
            for entry in actdiag.entries():
                message = entry.message(language)
                self.assertTrue(rows[entry.code][0].startswith(message.split("<")[0]), message)
                self.assertEqual(entry.language(language), language)

    def test_wrong_types(self):
        for read in self.reads():
            for language in (5, b"en", ["en"]):
                with self.assertRaisesRegex(TypeError, type(language).__name__):
                    read(language)

    def test_no_label_is_missing(self):
        for language in harness.LANGUAGES:
            for word in [*Category, *Side]:
                self.assertTrue(word.label(language), word)
            for category in Category:
                self.assertTrue(category.advice(language), category)
            self.assertEqual(len(ActivationType(15).labels(language)), 4)


if __name__ == "__main__":
    harness.main()
