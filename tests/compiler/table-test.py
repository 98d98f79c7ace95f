#!/usr/bin/env python3
"""Reads generated tables as text and checks their invariants with a probe of its own."""

import pathlib
import random
import re
import subprocess
import tempfile
import unittest

import harness

ESCAPE = re.compile(rb"\\([0-7]{3}|.)")


def numbers(text, name):
    """The numbers of an array."""
    body = re.search(rb"act_table_" + name + rb"\[\] = \{(.*?)\n?\};", text, re.DOTALL)[1]
    return [int(number) for number in re.findall(rb"\d+", body)]


def parameter(text, name):
    """A parameter of the table."""
    return int(re.search(rb"ACT_TABLE_" + name + rb" (?:UINT64_C\()?(\w+)", text)[1], 0)


def slots(text):
    """Key, row and types of each slot."""
    pattern = rb"\{UINT64_C\(0x([0-9A-F]+)\), (\d+), (\d+),"
    return [
        (int(key, 16), int(row), int(types)) for key, row, types in re.findall(pattern, text)
    ]


def pool(text):
    """The bytes of the pool."""
    body = text[text.index(b"act_table_pool[] =") :]
    literals = b"".join(re.findall(rb'^    "(.*)"$', body, re.MULTILINE))

    def unescape(match):
        escape = match[1]
        if len(escape) == 3:
            return bytes([int(escape, 8)])
        return b"\n" if escape == b"n" else escape

    return ESCAPE.sub(unescape, literals)


class Table(unittest.TestCase):
    """Tables of few and of many codes."""

    def compile(self, codes):
        """The table of a document with these codes."""
        with tempfile.TemporaryDirectory() as name:
            document, table = pathlib.Path(name) / "a.en.md", pathlib.Path(name) / "table.c"
            rows = (f'|0x{code:08X}|"Message" {code}?|MAK|c|s|' for code in codes)
            document.write_text("|c|m|t|c|s|\n|-|-|-|-|-|\n" + "\n".join(rows) + "\n", "utf-8")
            subprocess.run([harness.COMPILER, "-o", table, document], check=True)
            return table.read_bytes()

    def check(self, codes):
        """Each code in its slot; no other slot that a probe could take for a code's."""
        text = self.compile(codes)
        multiplier = parameter(text, b"MULTIPLIER")
        mask = parameter(text, b"SLOT_MASK")
        bucket_shift, slot_shift = parameter(text, b"BUCKET_SHIFT"), parameter(text, b"SLOT_SHIFT")
        displacements = numbers(text, b"displacements")
        table, rows, strings = slots(text), numbers(text, b"rows"), pool(text)

        def probe(code):
            product = code * multiplier % 2**64
            return (product >> slot_shift ^ displacements[product >> bucket_shift]) & mask

        self.assertEqual(len(table), mask + 1)
        self.assertEqual(len(displacements), 2 ** (64 - bucket_shift))
        self.assertEqual(numbers(text, b"entries"), [probe(code) for code in codes])
        self.assertEqual(numbers(text, b"known"), [probe(code) for code in sorted(codes)])
        self.assertEqual(len({probe(code) for code in codes}), len(codes))
        for code in codes:
            key, row, types = table[probe(code)]
            self.assertEqual((key, types), (1 << 32 | code, 1))
            message = rows[row + 1]
            text_of_code = strings[message : strings.index(b"\0", message)]
            self.assertEqual(text_of_code, b'"Message" %d?' % code)
        taken = {probe(code) for code in codes}
        for place, (key, _, _) in enumerate(table):
            if place not in taken:
                self.assertNotEqual(probe(key % 2**32), place)
        self.assertLess(max(rows), len(strings))
        self.assertTrue(all(offset == 0 or strings[offset - 1] == 0 for offset in rows))

    def test_few(self):
        """One, two, and some codes, the ends of the range among them."""
        for codes in ([0], [0xFFFFFFFF], [0, 0xFFFFFFFF], list(range(31))):
            self.check(codes)

    def test_many(self):
        """10,000 codes: in a row, and at random in an order of their own."""
        self.check(list(range(0xC0040000, 0xC0040000 + 10_000)))
        self.check(random.Random(1).sample(range(1 << 32), 10_000))


if __name__ == "__main__":
    harness.main()
