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
    body = re.search(name + rb"(?:\[\])? = \{(.*?)\n?\}[;,]", text, re.DOTALL)[1]
    return [int(number) for number in re.findall(rb"\d+", body)]


def parameter(text, name):
    """A parameter of the table."""
    return int(re.search(rb"ACT_TABLE_" + name + rb" (?:UINT32_C\()?(\w+)", text)[1], 0)


def slots(text):
    """Code, documented code, row and types of each slot."""
    body = re.search(rb"\.slots = \{\n(.*?)\n    \},", text, re.DOTALL)[1]
    found = []
    for line in body.split(b"\n"):
        code, types, _, _, _, documented, row = re.findall(rb"0x[0-9A-F]+|\b\d+", line)
        found.append((int(code, 0), int(documented, 0), int(row), int(types)))
    return found


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
        displacements = numbers(text, rb"\.displacements")
        table, rows, strings = slots(text), numbers(text, b"act_table_rows"), pool(text)

        def probe(code):
            product = code * multiplier % 2**32
            return (product >> slot_shift ^ displacements[product >> bucket_shift]) & mask

        self.assertEqual(len(table), mask + 1)
        self.assertEqual(len(displacements), 2 ** (32 - bucket_shift))
        self.assertEqual(numbers(text, b"act_table_entries"), [probe(code) for code in codes])
        self.assertEqual(numbers(text, b"act_table_known"), [probe(code) for code in sorted(codes)])
        self.assertEqual(len({probe(code) for code in codes}), len(codes))
        for code in codes:
            held, documented, row, types = table[probe(code)]
            self.assertEqual((held, documented, types), (code, code, 1))
            message = rows[row + 1]
            text_of_code = strings[message : strings.index(b"\0", message)]
            self.assertEqual(text_of_code, b'"Message" %d?' % code)
        taken = {probe(code) for code in codes}
        for place, (held, documented, _, _) in enumerate(table):
            if place not in taken:
                self.assertNotEqual(probe(held), place)
                self.assertNotEqual(probe(documented), place)
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
