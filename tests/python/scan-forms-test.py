#!/usr/bin/env python3
"""Tests every form that act_scan finds against Python's re, in large texts of what looks like codes.

ACTDIAG_TEXT_SIZE sets the bytes of each text, 1 MB if it is not set.
"""

import ctypes
import json
import os
import random
import re
import unittest
import uuid

import harness
from code_forms import ALL, BARE, BIG_ENDIAN, DECIMAL, find_codes
import support  # noqa: F401 (puts the package in place)

import actdiag
from actdiag import _native

CASES = harness.SOURCE.parent / "shared/field/cases.json"
KNOWN = set(actdiag.codes())


def scan(data, flags):
    """Offset, code and length of each match, in bytes."""
    capacity = 1024
    matches = (ctypes.c_uint64 * (2 * capacity))()
    offset = ctypes.c_size_t()
    found = []
    buffer = (ctypes.c_char * len(data)).from_buffer_copy(data)
    while True:
        count = _native.act_scan(ctypes.addressof(buffer), len(data), offset, flags, matches,
                                 capacity)
        if not count:
            return found
        found += [(matches[2 * i], matches[2 * i + 1] % 2**32, matches[2 * i + 1] >> 32)
                  for i in range(count)]


def random_digits(choose):
    return str(choose.randrange(10 ** choose.randrange(1, 14)))


def random_hex(choose):
    return f"{choose.getrandbits(choose.choice((16, 32, 32, 36, 64))):x}"


def random_guid(choose):
    return str(uuid.UUID(int=choose.getrandbits(128)))


def random_date(choose):
    return f"{choose.randrange(1970, 2038)}-{choose.randrange(1, 13):02}-{choose.randrange(1, 29):02}"


def random_hash(choose):
    return f"{choose.getrandbits(160):040x}"


def random_version(choose):
    return ".".join(str(choose.randrange(20000)) for _ in range(4))


def known_code(choose):
    """A documented or named code in one of the forms, which its neighbours may spoil."""
    code = choose.choice(CODES)
    return choose.choice((f"0x{code:08X}", f"0X{code:08x}", f"Ox{code:08X}", f"{code:08x}",
                          f"{code:08X}", str(code), str(code - 2**32)))


CODES = sorted(KNOWN)
KINDS = (random_digits, random_hex, random_guid, random_date, random_hash, random_version,
         known_code, known_code)
BETWEEN = (" ", " ", ", ", "\r\n", "\t", "-", ".", "_", ":", "(", ") ", "x", "ERROR", "face", "e",
           "0", "7", ". ", "「", "」", "コード", "ｱ", "表", "é")


def random_text(size, encoding, seed):
    """About size bytes of digits, hex words, GUIDs, dates, hashes, versions and codes."""
    choose = random.Random(seed)
    parts, length = [], 0
    while length < size:
        part = choose.choice(KINDS)(choose) + choose.choice(BETWEEN)
        parts.append(part)
        length += len(part) * (2 if encoding.startswith("utf-16") else 1)
    return "".join(parts).encode(encoding, "replace").decode(encoding)


class TextTest(unittest.TestCase):
    SIZE = int(os.environ.get("ACTDIAG_TEXT_SIZE", 1_000_000))

    def compare(self, encoding, flags, unit):
        for part in range(0, self.SIZE, 10_000_000):
            text = random_text(min(self.SIZE - part, 10_000_000), encoding, f"{encoding}{part}")
            data = text.encode(encoding)
            for forms in (0, DECIMAL, BARE, DECIMAL | BARE, ALL | DECIMAL | BARE):
                with self.subTest(forms=forms, part=part):
                    plain = data if unit == 1 else text
                    wanted = [(unit * start, code, unit * length)
                              for start, code, length in find_codes(plain, forms, KNOWN)]
                    self.assertGreater(len(wanted), len(data) // 1000)
                    self.assertEqual(scan(data, flags | forms), wanted)

    def test_utf8(self):
        self.compare("utf-8", 0, 1)

    def test_cp932(self):
        self.compare("cp932", 0, 1)

    def test_utf16_little_endian(self):
        self.compare("utf-16-le", 0, 2)

    def test_utf16_big_endian(self):
        self.compare("utf-16-be", BIG_ENDIAN, 2)


class FieldTest(unittest.TestCase):
    """What people post when activation fails, and the codes that a person would pick out."""

    # A line of the list in event 1003: a product, and what is the matter with it.
    LISTED = re.compile(r"^\d+: [0-9a-f-]{36}, 1, [01] \[.*$", re.MULTILINE)

    def test_codes_of_each_case(self):
        if not CASES.is_file():
            self.skipTest("the field cases are not beside this source")
        for case in json.loads(CASES.read_text("utf-8")):
            with self.subTest(case=case["id"], name=case["name"]):
                text = self.LISTED.sub("", case["text"]).encode("utf-8")
                wanted = {int(code, 16) for code in case["codes"]} & KNOWN
                found = {code for _, code, _ in scan(text, DECIMAL | BARE)}
                self.assertEqual({f"{c:#x}" for c in found}, {f"{c:#x}" for c in wanted})


if __name__ == "__main__":
    harness.main()
