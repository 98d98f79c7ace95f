#!/usr/bin/env python3
"""What is special on Windows about the command: Unicode arguments, code pages, \\r\\n, UTF-16 logs.

Each start of it under Wine takes a good part of a second; so this is a choice from what tests/shell
tests elsewhere, and each test starts it a few times only.
"""

import collections
import json
import os
import re
import shlex
import subprocess
import sys

import harness

sys.path.insert(0, str(harness.SOURCE / "tests/shell"))

from command import EVENT, CommandTest, on_terminal  # noqa: E402

PATTERN = rb"(?<![0-9])0[xX][0-9A-Fa-f]{8}(?![0-9A-Fa-f])"
# Letters of several code pages, and one outside the basic plane.
NAME = "認証 журнал ü 😀.log"
# Sets the console's code page, or shows it.
CODE_PAGE = """
#include <stdio.h>
#include <stdlib.h>
#include <windows.h>
int main(int count, char **arguments)
{
    if (count > 1)
        SetConsoleOutputCP(atoi(arguments[1]));
    return printf("page=%u\\n", GetConsoleOutputCP()) < 0;
}
"""
LOG = f"以上、上記のとおり 0x8007232B\r\n{EVENT}\r\n\r\nno code 0xC004F0744\r\n0xDEADBEEF {EVENT}"


def found_in(content):
    """(line, offset, code) of each code in bytes of ASCII."""
    return [
        (content.count(b"\n", 0, match.start()) + 1, match.start(), int(match.group(), 16))
        for match in re.finditer(PATTERN, content)
    ]


class AnswerTest(CommandTest):
    def test_unicode_arguments_and_json(self):
        words = ["０ｘＣ００４Ｆ０７４", "-1073418124", "SL_E_VL_BINDING_SERVICE_UNAVAILABLE"]
        done = self.check(0, "--json", "--language", "ja", *words)
        rows = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
        self.assertEqual([row["code"] for row in rows], ["0xC004F074"] * 3)
        self.assertEqual({row["message"] for row in rows}, {harness.document_rows("ja")[0xC004F074][0]})
        self.assertNotIn(b"\r", done.stdout)

    def test_japanese_goes_through_a_pipe_as_utf8(self):
        text = self.check(0, "--language", "ja", "0xC004F074").stdout.decode("utf-8")
        self.assertIn(f"\n  {harness.document_rows('ja')[0xC004F074][0]}\n", text)
        self.assertRegex(text, "(?m)^原因$")

    def test_japanese_reaches_a_console(self):
        received = on_terminal("--language", "ja", "0xC004F074", variables={"LC_ALL": "C.UTF-8"},
                               columns=200)
        text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", received.decode("utf-8"))
        message = harness.document_rows("ja")[0xC004F074][0]
        for part in ("0xC004F074", "障害の種類", "原因", message[:10]):
            self.assertIn(part, text)

    def test_the_console_keeps_its_code_page(self):
        source, program = self.write("page.c", CODE_PAGE), self.folder / "page.exe"
        subprocess.run([*shlex.split(os.environ["CC"]), source, "-o", program], check=True)
        line = rf"{program} 850 & bindings\shell\.libs\actdiag.exe --version & {program}"
        received = on_terminal("cmd", "/c", line, cwd=harness.BUILD,
                               program=harness.SOURCE / "tests/windows/under-wine")
        received = re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b"", received)
        self.assertEqual(re.findall(rb"page=(\d+)", received), [b"850", b"850"])
        self.assertIn(b"actdiag 1.", received)

    def test_exit_statuses_and_nonsense(self):
        done = self.check(1, "0xDEADBEEF", "0xC004F074")
        self.assertIn(b"0xC004F074", done.stdout)
        done = self.check(2, "ばなな😀", "SL_E_VL_BINDING_SERVICE_UNAVAILBLE", "0xC004F074")
        self.assertTrue(done.stdout.startswith(b"0xC004F074  "))
        self.assertIn('actdiag: "ばなな😀" is not a code'.encode(), done.stderr)
        self.assertIn(b"did you mean SL_E_VL_BINDING_SERVICE_UNAVAILABLE", done.stderr)
        self.assertIn(b"--nonsense: no such option", self.check(2, "--nonsense").stderr)

    def test_help_as_windows_asks_for_it(self):
        self.assertEqual(self.check(0, "/?").stdout, self.check(0, "--help").stdout)

    def test_codes_on_standard_input(self):
        done = self.check(2, "--json", "-", input=b"\xef\xbb\xbf0xC004F074\r\nxyz\r\nC004C003\x0d\x0a")
        codes = [json.loads(line)["code"] for line in done.stdout.splitlines()]
        self.assertEqual(codes, ["0xC004F074", "0xC004C003"])
        self.assertIn(b'(standard input):2: "xyz" is not a code', done.stderr)


class ScanTest(CommandTest):
    def scan_json(self, content):
        path = self.write(NAME, content)
        rows = self.check(0, "scan", "--all", "--json", path).stdout.decode("utf-8").splitlines()
        return [json.loads(row) for row in rows]

    def test_log_with_carriage_returns(self):
        content = LOG.encode("utf-8")
        rows = self.scan_json(content)
        self.assertEqual([(r["line"], r["offset"], r["value"]) for r in rows], found_in(content))
        self.assertEqual([row["line"] for row in rows], [1, 2, 5, 5])
        for row in rows:
            self.assertTrue(row["file"].endswith(NAME), row["file"])

    def test_utf16_log_as_powershell_writes_it(self):
        rows = self.scan_json(b"\xff\xfe" + LOG.encode("utf-16-le"))
        codes = [(line, code) for line, _, code in found_in(LOG.encode("utf-8"))]
        self.assertEqual([(row["line"], row["value"]) for row in rows], codes)
        self.assertEqual(rows[0]["offset"], 2 + 2 * LOG.index("0x"))

    def test_summary_and_counts(self):
        # A megabyte and more, so that several threads share the work.
        content = (LOG + "\r\n").encode("utf-8") * 20_000
        expected = collections.Counter(int(word, 16) for word in re.findall(PATTERN, content))
        path = self.write(NAME, content)
        rows = self.check(0, "scan", "--all", "--summary", path).stdout.splitlines()
        counts = [row.split(b"\t")[:2] for row in rows]
        self.assertEqual({int(code, 16): int(count) for count, code in counts}, expected)
        counted = self.check(0, "scan", "--all", "--count", input=content).stdout
        self.assertEqual(int(counted), sum(expected.values()))

    def test_wildcards(self):
        for name in ("a.log", "b.log", "c.txt"):
            self.write(name, EVENT)
        rows = self.check(0, "scan", "--json", f"{self.folder}/?.log").stdout.splitlines()
        names = [json.loads(row)["file"].rpartition("/")[2] for row in rows]
        self.assertEqual(sorted(set(names)), ["a.log", "b.log"])
        done = self.check(2, "scan", f"{self.folder}/*.none")
        self.assertIn(b"*.none: No such file", done.stderr)

    def test_nothing_found_and_no_such_file(self):
        self.assertEqual(self.check(1, "scan", self.write("empty.log", b"")).stdout, b"")
        found = self.write("found.log", EVENT)
        done = self.check(2, "scan", self.folder / f"no {NAME}", found)
        self.assertIn(f"no {NAME}".encode(), done.stderr)
        self.assertIn(b"0xC004F074", done.stdout)


if __name__ == "__main__":
    harness.main()
