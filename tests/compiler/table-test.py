#!/usr/bin/env python3
"""Reads generated tables as text and checks their invariants with a probe of its own."""

import random
import re
import subprocess

import harness

ESCAPE = re.compile(rb"\\([0-7]{3}|.)")


def numbers(text, name):
    """The numbers of an array."""
    body = re.search(name + rb"(?:\[\])? = \{(.*?)\n?\}[;,]", text, re.DOTALL)[1]
    return [int(number) for number in re.findall(rb"\d+", body)]


def hexadecimals(text, name):
    """The numbers of an array of codes."""
    body = re.search(name + rb" = \{(.*?)\}", text, re.DOTALL)[1]
    return [int(number, 16) for number in re.findall(rb"0x[0-9A-F]{8}", body)]


def parameter(text, name):
    """A parameter of the table."""
    return int(re.search(rb"ACT_TABLE_" + name + rb" (?:UINT32_C\()?(\w+)", text)[1], 0)


def slots(text):
    """Code, subject, documented code, row, types and whether it is listed, of each slot."""
    lines = re.search(rb"\.slots = \{\n(.*?)\n    \},", text, re.DOTALL)[1].split(b"\n")
    fields = [re.findall(rb"0x[0-9A-F]+|\b\d+", line) for line in lines]
    documented = hexadecimals(text, rb"\.documented_codes")
    return [(int(code, 0), int(subject, 0), other, row, int(types), int(listed))
            for (code, subject, types, *_, listed), other, row
            in zip(fields, documented, numbers(text, rb"\.rows"), strict=True)]


FORMLESS = range(0x50000000, 0x80000000)  # codes that are written in one form only


def other_forms(code):
    """In which other forms a code is written: Win32 errors and NTSTATUS, and severities."""
    half, status = code >> 16, code & 0xFFFF
    if half == 0x8007:
        return {status, 0xC0070000 + status} - {0}
    if half in (0x4004, 0xC004):
        return {{0x4004: 0xC0040000, 0xC004: 0x80040000}[half] + status}
    return {code + 0x10000000} if code >> 28 == 0xC else set()


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


def probe_of(text):
    """The function that finds a code's slot."""
    multiplier, mask = parameter(text, b"MULTIPLIER"), parameter(text, b"SLOT_COUNT") - 1
    bucket_shift, slot_shift = parameter(text, b"BUCKET_SHIFT"), parameter(text, b"SLOT_SHIFT")
    displacements = numbers(text, rb"\.displacements")

    def probe(code):
        product = code * multiplier % 2**32
        return (product >> slot_shift ^ displacements[product >> bucket_shift]) & mask

    return probe


class Table(harness.FolderTest):
    """Tables of few and of many codes."""

    def compile(self, codes, listed=()):
        """The table of a document with these codes, and of a register that lists some."""
        self.write("a.en.md", "|c|m|t|c|s|\n|-|-|-|-|-|\n" + "".join(
            f'|0x{code:08X}|"Message" {code}?|MAK|c|s|\n' for code in codes))
        self.write("codes.tsv", "".join(f"0x{code:08X}\t-\tdns\tdns\t-\tcause\t-\t-\n" for code in listed))
        table = self.folder / "table.c"
        arguments = ["-o", table, "--register", "codes.tsv", "a.en.md"]
        subprocess.run([harness.COMPILER, *arguments], cwd=self.folder, check=True)
        return table.read_bytes()

    def check(self, codes):
        """Each code in its slot; no other slot that a probe could take for a code's. Returns the
        table's text."""
        text = self.compile(codes)
        probe, mask = probe_of(text), parameter(text, b"SLOT_COUNT") - 1
        bucket_shift = parameter(text, b"BUCKET_SHIFT")
        displacements = numbers(text, rb"\.displacements")
        table, rows, strings = slots(text), numbers(text, b"act_table_rows"), pool(text)
        self.assertEqual(len(table), mask + 1)
        self.assertEqual(len(displacements), 2 ** (32 - bucket_shift))
        self.assertEqual(numbers(text, b"act_table_entries"), [probe(code) for code in codes])
        self.assertEqual(numbers(text, b"act_table_known"), [probe(code) for code in sorted(codes)])
        self.assertEqual(len({probe(code) for code in codes}), len(codes))
        for code in codes:
            held, subject, documented, row, types, listed = table[probe(code)]
            self.assertEqual((held, subject, documented, types, listed), (code, code, code, 1, 1))
            message = rows[row + 2]  # after name and reference
            text_of_code = strings[message : strings.index(b"\0", message)]
            self.assertEqual(text_of_code, b'"Message" %d?' % code)
        forms = {form: code for code in codes for form in other_forms(code)}
        keys = {**forms, **{code: code for code in codes}}
        places = {probe(key): key for key in keys}
        self.assertEqual(len(places), len(keys))
        for place, (held, subject, documented, _, _, listed) in enumerate(table):
            if place not in places:
                self.assertNotEqual(probe(held), place)
            else:
                expected = places[place], keys[places[place]]
                self.assertEqual((held, subject, listed), (*expected, expected[0] == expected[1]))
            if place not in places or keys[places[place]] != places[place]:
                self.assertNotEqual(probe(documented), place)
        self.assertLess(max(rows), len(strings))
        self.assertTrue(all(offset == 0 or strings[offset - 1] == 0 for offset in rows))
        return text

    def test_few(self):
        """One, two, and some codes, the ends of the range and those with other forms among them."""
        formed = [0x80070000, 0x80070005, 0x40040001, 0xC0000022]
        for codes in ([0], [0xFFFFFFFF], [0, 0xFFFFFFFF], list(range(31)), formed):
            self.check(codes)

    def test_many(self):
        """10,000 codes: in a row, and at random in an order of their own."""
        self.check(list(range(0xC0040000, 0xC0040000 + 10_000)))
        self.check(random.Random(1).sample(range(1 << 32), 10_000))

    def test_crowded(self):
        """Tables that are nearly full: larger displacements, and a larger table where none fits."""
        text = self.check(random.Random(1).sample(FORMLESS, 15_800))
        self.assertIn(b"#define ACT_TABLE_DISPLACEMENT uint16_t\n", text)
        counts = set()
        for seed in range(20):
            counts.add(parameter(self.check(random.Random(seed).sample(FORMLESS, 31)),
                                 b"SLOT_COUNT"))
        self.assertEqual(counts, {32, 64})

    def test_very_many(self):
        """So many codes that the bits of bucket and slot overlap."""
        codes = list(range(0, 7 * 140_000, 7))
        text = self.compile([0], codes)
        self.assertEqual(parameter(text, b"SLOT_SHIFT"), 0)
        probe, table = probe_of(text), slots(text)
        self.assertTrue(all(table[probe(code)][0] == code for code in codes))


if __name__ == "__main__":
    harness.main()
