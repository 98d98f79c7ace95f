#!/usr/bin/env python3
"""actdiag on a terminal: nothing drives it, lines fit, bold and progress come only where wanted."""

import os
import re
import threading
import unicodedata

import harness
from command import EVENT, CommandTest, on_terminal, run

RAW = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
NAME = b"a\x1b]0;owned\x07\x1b[2J\r\x9b31m\xe2\x80\xae\xff.log"
CLOSING = "、。」』）］，．：；！？ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ)],.:;!?"
OPENING = "（「『［(["


def columns(text):
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide


def without_bold(text):
    return text.replace("\x1b[1m", "").replace("\x1b[0m", "")


class ControlTest(CommandTest):
    def assert_harmless(self, received):
        text = received.decode("utf-8", "surrogateescape").replace("\r\n", "\n")
        self.assertNotRegex(text, RAW)
        self.assertNotRegex(text, "[\udc80-\udcff]")

    def test_names_of_files_are_shown_not_sent(self):
        path = os.fsencode(self.folder) + b"/" + NAME
        with open(path, "w", encoding="ascii") as stream:
            stream.write(EVENT)
        for mode in ([], ["--count"], ["--json"]):
            received = on_terminal("scan", "-r", *mode, os.fsencode(self.folder))
            self.assertIn(b"0xC004F074" if mode != ["--count"] else b":1", received)
            self.assert_harmless(received)
        self.assertIn(b"\\x1B]0;owned\\x07", on_terminal("scan", "-r", os.fsencode(self.folder)))

    def test_complaints_are_harmless_even_if_only_they_go_to_a_terminal(self):
        path = os.fsencode(self.folder) + b"/missing" + NAME
        for arguments in (["scan", path], [path], ["--no" + "\x1b[2J"], ["list", b"\x1b[2J"]):
            received = on_terminal(*arguments)
            self.assertIn(b"\\x1B", received)
            self.assert_harmless(received)


class LayoutTest(CommandTest):
    def answers(self, width, language):
        codes = [row.split(b"\t")[0].decode() for row in run("list").stdout.splitlines()]
        codes += ["0xC004F034", "0x80072EE2", "0x80040154", "0xDEADBEEF", "0xC004BFFF"]
        received = on_terminal(*codes, columns=width, variables={"LANG": language})
        return [without_bold(line) for line in received.decode().splitlines()]

    def test_lines_fit_unless_they_are_commands_or_cannot_be_broken(self):
        for language in ("ja_JP.UTF-8", "en_US.UTF-8"):
            for width in (80, 100):
                for line in self.answers(width, language):
                    is_command = line.startswith(" " * 6)
                    is_word = len(line.split()) <= 1 or line.split()[-1].startswith("https://")
                    if not is_command and not is_word:
                        self.assertLessEqual(columns(line), width, line)

    def test_japanese_lines_begin_and_end_as_they_may(self):
        lines = self.answers(60, "ja_JP.UTF-8")
        self.assertGreater(len(lines), 300)
        for line in lines:
            if line.strip():
                self.assertNotIn(line.strip()[0], CLOSING, line)
                self.assertNotIn(line.strip()[-1], OPENING, line)
                self.assertEqual(line, line.rstrip())

    def test_wrapping_changes_no_word(self):
        plain = run("0xC004F074", "0xC004F034").stdout.decode()
        received = on_terminal("0xC004F074", "0xC004F034", columns=60)
        wrapped = without_bold(received.decode())
        self.assertEqual(wrapped.split(), plain.split())
        self.assertGreater(len(wrapped.splitlines()), len(plain.splitlines()))

    def test_a_list_item_goes_on_under_its_text(self):
        text = without_bold(on_terminal("0xC004F074", columns=60).decode())
        self.assertRegex(text, r"(?m)^  1\. \S.*\n     \S")

    def test_bold_only_on_a_terminal_that_wants_it(self):
        bold = b"\x1b[1m"
        self.assertIn(bold, on_terminal("0xC004F074"))
        self.assertIn(bold, on_terminal("0xC004F074", variables={"NO_COLOR": ""}))
        self.assertNotIn(bold, on_terminal("0xC004F074", variables={"NO_COLOR": "1"}))
        self.assertNotIn(bold, on_terminal("0xC004F074", variables={"TERM": "dumb"}))
        self.assertNotIn(bold, run("0xC004F074", variables={"TERM": "xterm"}).stdout)


class ProgressTest(CommandTest):
    """A pipe that is fed for longer than the second after which progress is shown."""

    def received(self, *arguments, **options):
        reading, writing = os.pipe()
        over = threading.Event()

        def feed():
            with open(writing, "wb", buffering=0) as stream:
                for _ in range(8):
                    stream.write(f"{EVENT}\n".encode() * 100)
                    over.wait(0.25)

        feeder = threading.Thread(target=feed)
        feeder.start()
        try:
            return on_terminal(*arguments, stdin=reading, **options)
        finally:
            os.close(reading)
            feeder.join()

    def test_progress_is_shown_and_wiped_out(self):
        received = self.received("scan", "--count")
        self.assertRegex(received, rb"\ractdiag: \d+ MB")
        self.assertTrue(received.endswith(b"\r800\n"), received[-60:])

    def test_no_progress_among_matches_nor_where_errors_go_elsewhere(self):
        self.assertNotIn(b" MB", self.received("scan"))
        with open(self.folder / "out", "wb") as out:
            self.assertIn(b" MB", self.received("scan", stdout=out))
        reading = run("scan", "--count", input=b"x" * 100)
        self.assertEqual(reading.stderr, b"")


if __name__ == "__main__":
    harness.main()
