#!/usr/bin/env python3
"""Tests that the package answers as the command does, and python3 -m actdiag."""

import json
import os
import random
import unittest

import harness
import support

import actdiag

NUMBER_OF_TEXTS = 10_000


def command(*arguments, **options):
    return support.run(harness.COMMAND, *arguments, **options)


def module(*arguments, **options):
    return support.python("-m", "actdiag", *arguments, **options)


def module_writing_to(output):
    return support.subprocess.run(
        [support.sys.executable, "-m", "actdiag", "0xC004F074"],
        stdout=output,
        stderr=support.subprocess.PIPE,
        env=support.environment(),
        check=False,
    )


def notations(code, choose):
    """A code as people and tools write it, and now and then as they should not."""
    signed = code - 2**32 if code >= 2**31 else code
    name = actdiag.name(code) or f"{code:08x}"
    forms = [
        f"0x{code:08X}",
        f"0X{code:x}",
        f"{code:08X}",
        f"&H{code:X}",
        f"0 x {code:08X}",
        f"{code}",
        f"{signed}",
        f"0x{code:X}ul",
        f" (hr=0x{code:08X}) ",
        f"“0x{code:08X}”",
        f"{name.lower()}",
        f"0x{code:08X}".translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789ABCDEFx"}),
        f"0x{code:09X}",
        f"{name}_",
        f"エラー {code:X}",
    ]
    return choose.choice(forms)


def texts():
    choose = random.Random(5)
    known = actdiag.codes()
    near = [(code + delta) % 2**32 for code in known for delta in (-1, 1, 0x1000)]
    facility = [0x80070000 + choose.randrange(2**16) for _ in range(2000)]
    anything = [choose.randrange(2**32) for _ in range(4000)]
    codes = (known + near + facility + anything + known * 3)[:NUMBER_OF_TEXTS]
    return [notations(code, choose) for code in codes]


def members(text, language):
    """What actdiag --json prints of a code, said by the package; None for a text that is no code."""
    try:
        found = actdiag.classify(text)
    except ValueError:
        return None
    entry = actdiag.lookup(text)
    return {
        "code": f"0x{found.code:08X}",
        "value": found.code,
        "known": found.known.value,
        "name": found.name,
        "category": found.category.value,
        "side": found.side.value,
        "retry": found.retry,
        "types": found.types.identifiers,
        "message": entry.message(language) if entry else None,
        "cause": entry.cause(language) if entry else None,
        "steps": entry.steps(language) if entry else None,
        "advice": found.advice(language) or None,
        "language": entry.language(language) if entry else language,
    }


class SameAnswersTest(unittest.TestCase):
    def test_json(self):
        words = texts()
        self.assertEqual(len(words), NUMBER_OF_TEXTS)
        for language in ("en", "ja"):
            ours = [members(word, language) for word in words]
            result = command("--json", "--language", language, "-", input="\n".join(words))
            theirs = [json.loads(line) for line in result.stdout.splitlines()]
            self.assertEqual([answer for answer in ours if answer], theirs)
            self.assertEqual(result.returncode, 2)
            refused = len([answer for answer in ours if not answer])
            self.assertGreater(refused, 500)
            self.assertEqual(len(result.stderr.splitlines()), refused)
            self.assertGreater(len(theirs), 7000)

    def test_scan(self):
        choose = random.Random(6)
        line = "07:12:{:02} エラー: {} ({})\n"
        log = "".join(
            line.format(i % 60, f"0x{choose.choice(actdiag.codes()):08x}", notations(i, choose))
            for i in range(NUMBER_OF_TEXTS)
        ).encode()
        result = support.run(harness.COMMAND, "scan", "--json", "--all", "-", input=log.decode())
        theirs = [
            (found["offset"], found["value"])
            for found in map(json.loads, result.stdout.splitlines())
        ]
        ours = [(match.offset, match.code) for match in actdiag.scan(log, all_codes=True)]
        self.assertGreater(len(ours), NUMBER_OF_TEXTS)
        self.assertEqual(ours, theirs)

    def test_answers_for_people(self):
        words = [f"0x{code:08X}" for code in actdiag.codes()]
        words += ["0x8ABCDEF1", "0x80072328", "0x12345678", "0x00000000"]
        for language in ("en", "ja", "fr", "C", "ja_JP.UTF-8"):
            theirs = command("--language", language, *words)
            ours = module("--language", language, *words)
            self.assertEqual(ours.stderr, "")
            self.assertEqual(ours.stdout, theirs.stdout)
            self.assertEqual(ours.returncode, theirs.returncode)

    def test_locales(self):
        for variables in (
            {},
            dict(LANG="ja_JP.UTF-8"),
            dict(LANG="ja_JP.UTF-8", LC_MESSAGES="C"),
            dict(LANG="C", LC_MESSAGES="ja_JP.eucJP"),
            dict(LANG="en_US.UTF-8", LC_MESSAGES="en_GB", LC_ALL="ja"),
            dict(LANG="ja_JP.UTF-8", LC_MESSAGES="", LC_ALL=""),
            dict(LANG="POSIX"),
            dict(LANG="de_DE.UTF-8"),
            dict(LANG="jam_JM.UTF-8"),
        ):
            unset = dict.fromkeys(support.LOCALE_VARIABLES)
            env = support.environment(**{**unset, **variables, "PYTHONUTF8": "1"})
            with self.subTest(variables=variables):
                theirs = command("0xC004F074", env=env)
                ours = module("0xC004F074", env=env)
                self.assertEqual(ours.stdout, theirs.stdout)
                is_japanese = "キー管理サービス" in ours.stdout
                self.assertEqual(is_japanese, self.wants_japanese(variables))

    @staticmethod
    def wants_japanese(variables):
        values = [variables.get(name) for name in support.LOCALE_VARIABLES]
        first = next((value for value in values if value), "")
        return first.split("_")[0] == "ja"


class ModuleTest(unittest.TestCase):
    def test_exit_statuses(self):
        for words, status in (
            (["0xC004F074"], 0),
            (["-1073418124", "SL_E_VL_BINDING_SERVICE_UNAVAILABLE"], 0),
            (["0xC004F074", "0x8ABCDEF1"], 1),
            (["0x8ABCDEF1", "xyz"], 2),
            (["xyz", "0x8ABCDEF1"], 2),
            ([], 2),
            (["--no-such-option", "0xC004F074"], 2),
            (["0xC004F074", "--language"], 2),
            (["--help"], 0),
            (["--version"], 0),
        ):
            with self.subTest(words=words):
                self.assertEqual(module(*words).returncode, status)

    def test_what_is_no_code_is_named_and_the_others_answered(self):
        result = module("0xC004F074", "xyz", "--language", "en", "-1073418124")
        self.assertIn("'xyz'", result.stderr)
        self.assertEqual(len(result.stderr.splitlines()), 1)
        self.assertEqual(result.stdout.count("0xC004F074  SL_E_"), 2)

    def test_version(self):
        self.assertEqual(module("--version").stdout, f"actdiag {actdiag.version()}\n")

    def test_an_output_that_cannot_show_the_text(self):
        env = support.environment(PYTHONIOENCODING="ascii")
        result = module("0xC004F074", "--language", "ja", env=env)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("(KMS)", result.stdout)

    def test_a_closed_pipe_ends_it_quietly(self):
        reader, writer = os.pipe()
        os.close(reader)
        result = module_writing_to(writer)
        os.close(writer)
        self.assertEqual((result.returncode, result.stderr), (0, b""))

    @unittest.skipUnless(os.path.exists("/dev/full"), "there is no /dev/full")
    def test_a_full_disk_is_an_error(self):
        with open("/dev/full", "wb") as full:
            result = module_writing_to(full)
        self.assertEqual(result.returncode, 2)
        self.assertRegex(result.stderr, rb"^actdiag: \(standard output\): No space left[^\n]*\n$")


if __name__ == "__main__":
    harness.main()
