#!/usr/bin/env python3
"""What actdiag answers on the command line: notations, words, languages, exit statuses."""

import json
import re
import resource
import unittest

import harness
from command import CommandTest, run

SAME = [
    "0xC004F074",
    "C004F074",
    "&HC004F074",
    "-1073418124",
    "3221549172",
    "０ｘＣ００４Ｆ０７４",
    "hr=0xC004F074",
    '"0xC004F074"',
    "(0xC004F074)",
    "0 x C004F074",
    "0xC004F074UL",
    "SL_E_VL_BINDING_SERVICE_UNAVAILABLE",
    "sl_e_vl_binding_service_unavailable",
]
REFUSED = [
    "",
    "0x",
    "0xC004F0744",
    "4294967296",
    "-2147483649",
    "0xC004G074",
    "12 34",
    "0x-5",
    "SL_E_VL_BINDING_SERVICE_UNAVAILBLE",
]
ON_WINDOWS_THE_USER_CHOOSES = unittest.skipIf(
    harness.FOR_WINDOWS, "on Windows the language is the user's, which no variable changes"
)
KEYS = (
    "code value subject known name category side role retry types reference message cause steps "
    "advice commands language".split()
)


def answer(code, *arguments, **variables):
    return json.loads(run("--json", *arguments, code, variables=variables).stdout)


class NotationTest(CommandTest):
    def test_all_notations_name_the_same_code(self):
        for word in SAME:
            with self.subTest(word):
                found = json.loads(self.check(0, "--json", word).stdout)
                self.assertEqual(found["value"], 0xC004F074)
                self.assertEqual(found["code"], "0xC004F074")

    def test_what_is_no_code_is_refused_by_name_and_the_others_answered(self):
        for word in REFUSED:
            with self.subTest(word):
                done = self.check(2, word, "0xC004F074")
                self.assertIn(f'actdiag: "{word}" is not a code; expected '.encode(), done.stderr)
                self.assertTrue(done.stdout.startswith(b"0xC004F074"))

    def test_the_nearest_name_is_offered(self):
        done = self.check(2, "SL_E_VL_BINDING_SERVICE_UNAVAILBLE")
        self.assertIn(b"did you mean SL_E_VL_BINDING_SERVICE_UNAVAILABLE", done.stderr)
        self.assertNotIn(b"did you mean", self.check(2, "banana").stderr)

    def test_the_nearest_names_are_those_of_the_matrix(self):
        def distance(a, b):
            row = list(range(len(b) + 1))
            for i, x in enumerate(a, 1):
                before, row[0] = row[0], i
                for j, y in enumerate(b, 1):
                    before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
            return row[-1]

        listed = (harness.SOURCE / "doc/codes.tsv").read_text("utf-8").splitlines()
        names = [line.split("\t")[1] for line in listed if line[:2] == "0x"]
        names = [name for name in names if name != "-"]
        edits = (lambda s: s[1:], lambda s: s[:5] + "q_" + s[5:], lambda s: s.lower()[:-3],
                 lambda s: s[::2] + s[1::2], lambda s: s[:9] + "xyz" + s[12:] + "0")
        words = [edit(name) for edit in edits for name in names[:: len(names) // 6]]
        words = [word for word in words if len(word) >= 4 and word.upper() not in names]
        done = self.check(2, "-", input="\n".join(words).encode())
        for word, line in zip(words, done.stderr.decode().splitlines(), strict=True):
            limits = {name: 1 + len(name) // 6 for name in names}
            near = {name: distance(word.upper(), name) for name, limit in limits.items()
                    if abs(len(word) - len(name)) <= limit}
            ranks = sorted(rank for name, rank in near.items() if rank <= limits[name])[:3]
            offered = re.findall(r"(?:mean|or) (\w+)(?=[ ?])", line.partition("did you ")[2])
            if ranks:
                self.assertEqual([near[name] for name in offered], ranks, line)
            else:
                self.assertEqual([name for name in offered if word.upper() not in name], [], line)

    def test_a_part_of_a_name_offers_such_names(self):
        for part in ("SL_E_VL", "not_enough_count"):
            offered = self.check(2, part).stderr.decode().partition("did you mean ")[2]
            self.assertIn(part.upper(), offered)

    @harness.skip_if_sanitized("sanitizers take their time")
    def test_many_unknown_names_take_no_time(self):
        """20,000 of them: a twentieth of what computing each matrix takes."""
        words = "\n".join(f"SL_E_UNKNOWN_NAME_NUMBER_{i:05}" for i in range(20000))
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.check(2, "-", input=words.encode())
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.assertLess(after.ru_utime - before.ru_utime, 4)

    def test_a_file_in_the_place_of_a_code_is_recognised(self):
        path = self.write("setup.log", "0xC004F074")
        self.assertIn(b"actdiag scan FILE", self.check(2, str(path)).stderr)

    def test_a_very_long_word_is_shown_cut(self):
        done = self.check(2, "A" * 30_000)  # Windows' limit of a whole command line is 32,767
        self.assertLess(len(done.stderr), 400)


class StandardInputTest(CommandTest):
    def test_codes_are_read_one_a_line(self):
        text = b"\xef\xbb\xbf0xC004F074\r\n\n  \n0xC004C003"
        done = self.check(0, "--json", "-", input=text)
        found = [json.loads(line)["code"] for line in done.stdout.splitlines()]
        self.assertEqual(found, ["0xC004F074", "0xC004C003"])

    def test_a_bad_line_is_named_and_nothing_is_lost(self):
        text = b"0xC004\0F074\n0xC004C003\n" + b"A" * 10000 + b"\n0xC004F038\n"
        done = self.check(2, "--json", "-", input=text)
        self.assertIn(b'(standard input):1: "0xC004\\x00F074" is not a code', done.stderr)
        self.assertIn(b"(standard input):3: ", done.stderr)
        found = [json.loads(line)["code"] for line in done.stdout.splitlines()]
        self.assertEqual(found, ["0xC004C003", "0xC004F038"])


    def test_a_line_may_be_a_sentence(self):
        text = "Error: 0xC004F074 The service\nエラー: 0xC004F00F。\n-1073418124 again\n"
        done = self.check(0, "--json", "-", input=text.encode())
        found = [json.loads(line)["code"] for line in done.stdout.splitlines()]
        self.assertEqual(found, ["0xC004F074", "0xC004F00F", "0xC004F074"])

    def test_a_line_too_long_is_named_and_its_beginning_answered(self):
        text = b"0xC004F074 " + b"x" * 70000 + b" 0xC004C003\n0xC004F038\n"
        done = self.check(2, "--json", "-", input=text)
        self.assertIn(b"(standard input):1: the line is longer than 65535 bytes", done.stderr)
        found = [json.loads(line)["code"] for line in done.stdout.splitlines()]
        self.assertEqual(found, ["0xC004F074", "0xC004F038"])


class SentenceTest(CommandTest):
    """The codes in a text, written as in people's mails and tickets."""

    def codes(self, text, status=0):
        done = self.check(status, "--json", text)
        return [json.loads(line)["code"] for line in done.stdout.splitlines()]

    def test_codes_are_answered_once_in_their_order(self):
        text = "Error: 0xC004F074 The service; then 0xC004C003 (0xC004F074 again)."
        self.assertEqual(self.codes(text), ["0xC004F074", "0xC004C003"])
        name = "SL_E_VL_BINDING_SERVICE_UNAVAILABLE 0xC004F074"
        self.assertEqual(self.codes(name), ["0xC004F074"])

    def test_every_form_is_found(self):
        for text in ("wmi said -1073418124 here", "exit code 3221549172 from slmgr",
                     "failed with C004F074 on it", "it says OxC004F074 here",
                     "エラー 0xC004F074が発生しました"):
            with self.subTest(text):
                self.assertEqual(self.codes(text), ["0xC004F074"])

    def test_only_a_prefix_makes_an_unknown_number_a_code(self):
        self.assertEqual(self.codes("what is 0x12345678 here", 1), ["0x12345678"])
        for text in ("what is 12345678 here", "error 5 here", "at 2024-01-02 03:04:05"):
            with self.subTest(text):
                done = self.check(2, text)
                self.assertIn(f'"{text}" is not a code'.encode(), done.stderr)

    def test_a_text_with_more_codes_than_are_remembered(self):
        codes = [f"0x{0x20000000 + i:08X}" for i in range(500)]
        self.assertEqual(self.codes(" ".join(codes), 1), codes)


class KnowledgeTest(CommandTest):
    """As much as is known, and no more."""

    def test_a_documented_code_has_everything(self):
        text = self.check(0, "0xC004F074").stdout.decode()
        titles = re.findall(r"^(?:Cause|What to do|General advice)$", text, re.M)
        self.assertEqual(titles, ["Cause", "What to do"], "an entry this long needs no advice")
        self.assertRegex(text, r"^0xC004F074  SL_E_VL_BINDING_SERVICE_UNAVAILABLE\n  \S")
        self.assertRegex(text, r"(?m)^Activation types: +KMS client$")
        self.assertRegex(text, r"(?m)^  1\. ")

    def test_a_named_code_has_name_category_side_and_advice(self):
        expected = {
            "0x8000000A": ("E_PENDING", "service", "client"),
            "0x80041003": ("WBEM_E_ACCESS_DENIED", "permission", "client"),
            "0x80041015": ("WBEM_E_TRANSPORT_FAILURE", "network", "network"),
        }
        for code, (name, category, side) in expected.items():
            with self.subTest(code):
                text = self.check(1, code).stdout.decode()
                self.assertIn(f"{code}  {name}\n", text)
                self.assertRegex(text, r"(?m)^Kind of fault: +\S")
                self.assertRegex(text, r"(?m)^Where to fix it: +\S")
                self.assertRegex(text, r"(?m)^General advice\n  \S")
                self.assertNotRegex(text, r"(?m)^(Cause|What to do)$")
                found = answer(code)
                self.assertEqual(
                    (found["known"], found["name"], found["category"], found["side"]),
                    ("named", name, category, side),
                )
                self.assertIsNone(found["message"])

    def test_a_code_judged_by_its_digits_says_so(self):
        text = self.check(1, "0x80072F99").stdout.decode()
        self.assertIn("derived from its digits alone", text)
        self.assertRegex(text, r"(?m)^Windows error: +12185$")
        self.assertEqual(answer("0x80072F99")["known"], "structural")

    def test_of_an_unknown_code_nothing_is_claimed(self):
        text = self.check(1, "0xDEADBEEF").stdout.decode()
        self.assertIn("0xDEADBEEF\n  Nothing is known about this code.\n\nGeneral advice\n", text)
        self.assertNotRegex(text, "Kind of fault|Where to fix it|Cause")
        found = answer("0xDEADBEEF")
        self.assertEqual((found["known"], found["category"]), ("none", "unknown"))

    def test_another_form_of_a_code_is_answered_as_that_code(self):
        """Win32 numbers by winerror.h, an NTSTATUS with its HRESULT bit, another severity."""
        forms = {"1722": 0x800706BA, "12007": 0x80072EE7, "5": 0x80070005, "0x2EE7": 0x80072EE7,
                 "0xC004F00C": 0x4004F00C}
        for written, subject in forms.items():
            with self.subTest(written):
                shown, text = f"0x{subject:08X}", self.check(0, written).stdout.decode()
                self.assertIn(f"\n  Answered as {shown} ", text)
                found, other = answer(written), answer(shown)
                self.assertEqual(found["subject"], shown)
                for key in set(KEYS) - {"code", "value"}:
                    self.assertEqual(found[key], other[key], key)
        self.assertIn("Answered as 0xC0000022", self.check(1, "0xD0000022").stdout.decode())
        self.assertNotIn("Answered as", self.check(0, "0xC004F074").stdout.decode())

    def test_a_number_may_be_that_of_an_event(self):
        for number in ("8198", "12288"):
            text = self.check(1, number).stdout.decode()
            self.assertRegex(text, f"\nIt may also be event {number}\\.\n  \\S")
        self.assertNotIn("may also be", self.check(1, "0xDEADBEEF").stdout.decode())

    def test_codes_that_lost_a_digit_are_offered(self):
        for written, code in (("0x803F701", "0x803F7001"), ("0xC04F074", "0xC004F074")):
            text = self.check(1, written).stdout.decode()
            self.assertRegex(text, f"looks truncated; it may be {code}")
        self.assertNotIn("truncated", self.check(1, "0x1234567").stdout.decode())

    def test_the_page_and_the_role_are_named(self):
        text = self.check(0, "0xC004F074").stdout.decode()
        self.assertRegex(text, r"(?m)^Microsoft's page: +https://learn\.microsoft\.com/\S+$")
        self.assertRegex(text, r"(?m)^Role: +Envelope")
        self.assertEqual(answer("0xC004F014")["role"], "state")
        self.assertIn("event 12288", self.check(1, "0x80004005").stdout.decode())

    def test_json_has_its_keys_in_order(self):
        for code in ("0xC004F074", "0xC004F034", "0xDEADBEEF"):
            self.assertEqual(list(answer(code)), KEYS)
        self.assertEqual(answer("0xC004F074")["types"], ["kms-client"])
        self.assertIs(answer("0xC004F074")["retry"], True)

    def test_the_worst_of_several_statuses_is_the_commands(self):
        self.check(1, "0xC004F074", "0xDEADBEEF")
        self.check(2, "0xDEADBEEF", "nonsense", "0xC004F074")


class LanguageTest(CommandTest):
    def language(self, *arguments, **variables):
        return answer("0xC004F074", *arguments, **variables)["language"]

    @ON_WINDOWS_THE_USER_CHOOSES
    def test_the_locale_chooses(self):
        cases = [
            ({}, "en"),
            ({"LANG": "ja_JP.UTF-8"}, "ja"),
            ({"LANG": "ja_JP.eucJP@x"}, "ja"),
            ({"LANG": "C.UTF-8"}, "en"),
            ({"LANG": "POSIX"}, "en"),
            ({"LANG": "de_DE.UTF-8"}, "en"),
            ({"LANG": "zh_TW.UTF-8"}, "en"),
            ({"LANG": "en_US", "LC_MESSAGES": "ja_JP"}, "ja"),
            ({"LANG": "ja", "LC_MESSAGES": "ja", "LC_ALL": "C"}, "en"),
            ({"LANG": "ja", "LC_MESSAGES": "", "LC_ALL": ""}, "ja"),
        ]
        for variables, expected in cases:
            with self.subTest(variables):
                self.assertEqual(self.language(**variables), expected)

    def test_the_option_is_stronger(self):
        self.assertEqual(self.language("--language", "ja-JP", LC_ALL="en_US"), "ja")
        self.assertEqual(self.language("--language=JA"), "ja")
        self.assertEqual(self.language("--language=xx", LANG="ja"), "en")
        self.assertEqual(self.language("--language=jam"), "en")

    @ON_WINDOWS_THE_USER_CHOOSES
    def test_headings_are_in_the_language_of_the_texts(self):
        for code, titles in (("0xC004F074", "原因 対処方法"), ("0x8000000A", "一般的な対処")):
            text = run(code, variables={"LANG": "ja_JP.UTF-8"}).stdout.decode()
            for title in titles.split():
                self.assertRegex(text, rf"(?m)^{title}$")
            self.assertRegex(text, r"(?m)^障害の種類: +\S")
            self.assertNotRegex(text, r"(?m)^(Cause|What to do|Kind of fault)")

    @ON_WINDOWS_THE_USER_CHOOSES
    def test_undocumented_codes_name_their_language(self):
        self.assertEqual(answer("0xC004F034", LANG="ja")["language"], "ja")
        self.assertEqual(answer("0xC004F034", LANG="fr")["language"], "en")


class UsageTest(CommandTest):
    def test_wrong_usage_says_what_was_expected(self):
        cases = [
            ([], "expected at least one code"),
            (["--nonsense"], "--nonsense: no such option"),
            (["--language"], "--language: expects a language tag"),
            (["--language="], "--language=: expects a language tag"),
            (["--commands", "cmd", "5"], "--commands: expected one of slmgr, powershell, oslicense,"),
            (["list", "x"], "x: actdiag list takes no operand"),
            (["list", "--side"], "--side: expects an identifier"),
            (["--side", "dns", "0xC004F074"], "--side: only for actdiag list"),
            (["find"], "expected at least one word"),
            (["find", "--all", "kms"], "only for actdiag scan and actdiag list"),
            (["--count", "0xC004F074"], "actdiag: --count: only for actdiag scan"),
            (["-j2", "0xC004F074"], "actdiag: -j2: only for actdiag scan"),
            (["--jobs", "2", "0xC004F074"], "actdiag: --jobs: only for actdiag scan"),
            (["--all", "0xC004F074"], "only for actdiag scan and actdiag list"),
            (["scan", "--count", "--summary"], "only one of them"),
        ]
        cases += [(["scan", "-j", value], "from 1 to 256") for value in ("0", "257", "x", "-1", "")]
        cases += [(["scan", "-j"], "from 1 to 256"), (["scan", "-j99999999999999999999"], "256")]
        for arguments, words in cases:
            with self.subTest(arguments):
                done = self.check(2, *arguments)
                self.assertEqual(done.stdout, b"")
                self.assertIn(words.encode(), done.stderr)
                self.assertIn(b"usage: ", done.stderr)

    def test_help_and_version_go_to_standard_output(self):
        self.assertIn(b"usage: actdiag", self.check(0, "--help").stdout)
        self.assertRegex(self.check(0, "--version").stdout, rb"\Aactdiag \d+\.\d+\.\d+\n\Z")

    def test_two_dashes_end_the_options(self):
        self.assertIn(b'"--json" is not a code', self.check(2, "--", "--json").stderr)


if __name__ == "__main__":
    harness.main()
