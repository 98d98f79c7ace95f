#!/usr/bin/env python3
"""Tests scan against Python's own regular expressions, on every kind of text and buffer."""

import array
import ctypes
import gc
import gzip
import lzma
import mmap
import random
import sys
import tempfile
import unittest
import warnings

import code_forms
import harness
import support  # noqa: F401 (puts the package in place)

import actdiag
from actdiag import Match, _scan

KNOWN = set(actdiag.codes())


def expected(text, all_codes=False):
    flags = code_forms.DECIMAL | code_forms.BARE | (code_forms.ALL if all_codes else 0)
    found = code_forms.find_codes(text, flags, KNOWN)
    return [Match(start, code, length) for start, code, length in found]


def sample(length, alphabet, seed):
    """Text in which codes, and what only looks like one, are close together."""
    choose = random.Random(seed)
    pieces = ["0xC004F074", "0X8007232b", "0x12345678", "00xC004F074", "0xC004F0741", "0xC004F07",
              " C004F074 ", " 3221549172,", " -1073418124 ", "C004F074", "-1073418124", ".3221549172"]
    return "".join(
        choose.choice(pieces) if choose.random() < 0.4 else choose.choice(alphabet)
        for _ in range(length)
    )


class UnreadableTest(unittest.TestCase):
    def test_compressed_and_utf32_bytes_are_named(self):
        cases = [
            (gzip.compress(b"0xC004F074" * 9), "gzip"),
            (lzma.compress(b"0xC004F074" * 9), "xz"),
            ("\ufeff0xC004F074".encode("utf-32-le"), "UTF-32"),
            ("\ufeff0xC004F074".encode("utf-32-be"), "UTF-32"),
            (array.array("I", [0x04034B50]), "zip"),
        ]
        for data, name in cases:
            with self.subTest(name), self.assertWarnsRegex(RuntimeWarning, name):
                list(actdiag.scan(data))

    def test_others_are_not(self):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            for data in (b"", b"PK", b"0xC004F074", "\ufeff0x".encode("utf-16"), array.array("I")):
                with self.subTest(data):
                    list(actdiag.scan(data))


class TextTest(unittest.TestCase):
    ALPHABETS = {
        "ASCII": "0x C\n9f",
        "Latin-1": "0x\xe9\xff 9f",
        "two bytes": "0xエラー コード９Ａ 9f",
        "four bytes": "0x\U0001f511日 9f",
        "lone surrogates": "0x\ud83d\udcff 9f",
    }

    def test_offsets_count_characters(self):
        for name, alphabet in self.ALPHABETS.items():
            for seed in range(20):
                text = sample(300, alphabet, seed)
                for all_codes in (False, True):
                    with self.subTest(alphabet=name, seed=seed, all_codes=all_codes):
                        found = list(actdiag.scan(text, all_codes=all_codes))
                        self.assertTrue(found)
                        # [0-9] alone: for a str, \d would take full-width digits as well.
                        self.assertEqual(found, expected(text, all_codes=all_codes))
                        for match in found:
                            code = text[match.offset : match.offset + match.length]
                            self.assertEqual(actdiag.parse(code), match.code)

    def test_empty_and_short(self):
        for text in ("", b"", "0", "0xC004F07", b"0xC004F07", "é"):
            self.assertEqual(list(actdiag.scan(text)), [])
        self.assertEqual(list(actdiag.scan("0xC004F074")), [Match(0, 0xC004F074, 10)])
        self.assertEqual(list(actdiag.scan(b"0xC004F074")), [Match(0, 0xC004F074, 10)])

    def test_utf_16(self):
        text = "Fehler 0xC004F074, größer 0x8007232B"
        for prefix in (b"", b"\xff\xfe", b"x"):
            data = prefix + text.encode("utf-16-le")
            self.assertEqual(
                list(actdiag.scan(data)),
                [
                    Match(len(prefix) + 2 * match.offset, match.code, 2 * match.length)
                    for match in expected(text)
                ],
            )

    def test_utf_16_big_endian(self):
        # At the end, where little-endian text at an odd offset would lack a byte.
        text = "größer: 0x8007232B, C004F00F, 3221549172, -1073418124"
        for begin in ("\ufeff", "\r\n", "\u0d0a\n", "x" * 255 + "\n"):
            with self.subTest(begin=begin[:3]):
                data = (begin + text).encode("utf-16-be")
                wanted = [Match(2 * m.offset, m.code, 2 * m.length) for m in expected(begin + text)]
                self.assertEqual(len(wanted), 4)
                self.assertEqual(list(actdiag.scan(data)), wanted)
                self.assertEqual(list(actdiag.scan(array.array("H", data))), wanted)

    def test_what_is_not_known_as_big_endian(self):
        text = "0xC004F074"
        begins = ("\r\n".encode("utf-16-le") + b"\0\n", b"x\0\n", b"\0x" * 256 + b"\0\n", b"", b"\n\0\0\n")
        for begin in begins:
            with self.subTest(begin=begin[:6]):
                found = list(actdiag.scan(begin + text.encode("utf-16-le")))
                self.assertEqual(found, [Match(len(begin), 0xC004F074, 20)])

    def test_every_form_by_default(self):
        for text, code, length in (
            ("OxC004F074", 0xC004F074, 10),
            ("C004F074", 0xC004F074, 8),
            ("3221549172", 0xC004F074, 10),
            ("-1073418124", 0xC004F074, 11),
        ):
            for scanned in (text, text.encode(), "é " + text):
                with self.subTest(text=scanned):
                    offset = len(scanned) - len(text)
                    self.assertEqual(list(actdiag.scan(scanned)), [Match(offset, code, length)])
        for text in ("xC004F074", "-3221549172", "C004F074-", "1700000000", "12345678", "7.3221549172"):
            with self.subTest(text=text):
                self.assertEqual(list(actdiag.scan(text, all_codes=True)), [])

    @support.cpython_only
    def test_an_ascii_text_is_not_copied(self):
        text = "x" * (8 << 20) + "0xC004F074"
        before = sys.getsizeof(text)
        with tracing() as peak:
            self.assertEqual(len(list(actdiag.scan(text))), 1)
        self.assertLess(peak(), 1 << 20)
        self.assertEqual(sys.getsizeof(text), before)

    @support.cpython_only
    def test_a_text_keeps_no_copy_of_itself(self):
        text = "é" * 100000
        before = sys.getsizeof(text)
        list(actdiag.scan(text))
        self.assertEqual(sys.getsizeof(text), before)


class tracing:
    """Measures the most memory that Python allocates inside."""

    def __enter__(self):
        import tracemalloc

        tracemalloc.start()
        self.start = tracemalloc.get_traced_memory()[0]
        return lambda: self.peak

    def __exit__(self, *error):
        import tracemalloc

        self.peak = tracemalloc.get_traced_memory()[1] - self.start
        tracemalloc.stop()


class BufferTest(unittest.TestCase):
    DATA = b"first: 0xC004F074, 8007232B, 0xC004F075 -1073418124."
    FOUND = expected(DATA)

    def test_kinds_of_buffers(self):
        numbers = array.array("B", self.DATA)
        words = array.array("I", self.DATA)
        foreign = (ctypes.c_char * len(self.DATA)).from_buffer_copy(self.DATA)
        self.assertEqual(words.itemsize, 4)
        for buffer in (
            self.DATA,
            bytearray(self.DATA),
            memoryview(self.DATA),
            memoryview(bytearray(self.DATA)).toreadonly(),
            numbers,
            words,
            foreign,
            memoryview(b"xx" + self.DATA)[2:],
        ):
            with self.subTest(kind=type(buffer).__name__):
                self.assertEqual(list(actdiag.scan(buffer)), self.FOUND)

    def test_all_codes(self):
        found = list(actdiag.scan(self.DATA, all_codes=True))
        self.assertEqual(found, expected(self.DATA, all_codes=True))
        self.assertEqual(len(found), len(self.FOUND) + (0xC004F075 not in KNOWN))

    def test_wrong_types(self):
        for value in (None, 5, ["0xC004F074"], object()):
            with self.subTest(value=value):
                with self.assertRaises(TypeError):  # at once, not at the first match
                    actdiag.scan(value)

    def test_a_buffer_with_gaps(self):
        with self.assertRaisesRegex(BufferError, "contiguous"):
            actdiag.scan(memoryview(self.DATA)[::2])

    def test_a_released_view(self):
        view = memoryview(self.DATA)
        view.release()
        with self.assertRaises(ValueError):
            actdiag.scan(view)

    @support.cpython_only
    def test_no_copy_is_made(self):
        with tempfile.TemporaryFile() as file:
            file.write(b"\n" * (32 << 20) + self.DATA)
            file.flush()
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as log:
                with tracing() as peak:
                    self.assertEqual(len(list(actdiag.scan(log))), len(self.FOUND))
        self.assertLess(peak(), 1 << 20)

    @support.cpython_only
    def test_the_buffer_is_released(self):
        def exhaust(matches):
            list(matches)

        def close(matches):
            next(matches)
            matches.close()

        def forget(matches):
            next(matches)

        def never_start(matches):
            pass

        for use in (exhaust, close, forget, never_start):
            with self.subTest(use=use.__name__):
                log = mmap.mmap(-1, len(self.DATA))
                log[:] = self.DATA
                data = bytearray(self.DATA)
                references = sys.getrefcount(data)
                use(actdiag.scan(log))
                use(actdiag.scan(data))
                gc.collect()
                log.close()  # BufferError, were it still in use
                data.extend(b"!")
                self.assertEqual(sys.getrefcount(data), references)

    @support.cpython_only
    def test_a_buffer_in_use_cannot_go_away(self):
        data = bytearray(self.DATA)
        matches = actdiag.scan(data)
        next(matches)
        with self.assertRaises(BufferError):
            data.clear()
        self.assertEqual(next(matches), self.FOUND[1])

    def test_more_matches_than_fit_at_once(self):
        for code in (b"0xC004F074,", b"C004F074,"):
            data = code * (3 * _scan._CAPACITY + 1)
            found = list(actdiag.scan(data))
            self.assertEqual(found, expected(data))
            self.assertEqual(len(found), 3 * _scan._CAPACITY + 1)

    def test_windows_cut_anywhere(self):
        text = sample(400, "0x C\n9f", 1)
        for encoding in ("utf-16-le", "utf-16-be"):
            begin = "\ufeff".encode(encoding)
            self.compare_windows(begin + text.encode() + " -1073418124".encode(encoding), 22)

    def compare_windows(self, data, last_length):
        whole = list(actdiag.scan(data, all_codes=True))
        self.assertEqual(whole[-1].length, last_length)
        original = _scan._WINDOW
        try:
            for _scan._WINDOW in [*range(1, 70), len(data) - 1, len(data)]:
                with self.subTest(window=_scan._WINDOW):
                    self.assertEqual(list(actdiag.scan(data, all_codes=True)), whole)
        finally:
            _scan._WINDOW = original

    def test_two_scans_at_once(self):
        one, two = actdiag.scan(self.DATA), actdiag.scan(self.DATA)
        self.assertEqual(list(zip(one, two)), list(zip(self.FOUND, self.FOUND)))


if __name__ == "__main__":
    harness.main()
