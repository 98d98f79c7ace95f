#!/usr/bin/env python3
"""Adds a category and a function to a copy of the sources, as CONTRIBUTING has it, and runs there
what looks at the interface.

Takes minutes; make check-growth runs it.
"""

import pathlib
import re
import tempfile
import unittest

import harness
from build_elsewhere import run

# What looks at the interface.
CONCERNED = (
    "tests/unit-tests tests/abi/abi-test.py tests/doc/manuals-test.py tests/doc/reference-test.py "
    "tests/doc/version-test.py tests/install/elf-test.py tests/python/library-test.py "
    "tests/python/codes-test.py tests/python/values-test.py"
)
# The same in each language.
IN_MANUAL = (
    (r"\.Nm act_version_number\n", ".Nm act_version_number ,\n.Nm act_version_major\n"),
    (r"\.Fn act_version_number void\n", r"\g<0>.Ft uint32_t\n.Fn act_version_major void\n"),
)
# What adding a function to version 1.1 writes by hand: in each file, what is replaced and by what.
FUNCTION = {
    "include/actdiag.h": [
        ("#define ACT_VERSION_MINOR 0", "#define ACT_VERSION_MINOR 1"),
        (r"ACT_API uint32_t ACT_CALL act_version_number\(void\);",
         "ACT_API uint32_t ACT_CALL act_version_number(void);\n\n"
         "/** The major version, since 1.1. @return it, such as 1. */\n"
         "ACT_API uint32_t ACT_CALL act_version_major(void);"),
    ],
    "lib/version.c": [
        (r"\Z", "\nACT_API uint32_t ACT_CALL act_version_major(void)\n{\n    return ACT_VERSION_MAJOR;\n}\n"),
    ],
    "lib/functions.tsv": [(r"\Z", "1.1\tuint32_t act_version_major(void);\n")],
    "tests/unit/test_header.c": [
        (r"    ck_assert_str_eq\(act_version\(\)",
         r"    ck_assert_uint_eq(act_version_major(), ACT_VERSION_MAJOR);\n\g<0>"),
    ],
    "doc/man/act_version.3": [
        *IN_MANUAL,
        (r"\.Pp\n\.Fn act_version_number\n", r".Pp\n.Fn act_version_major\nreturns the major version.\n\g<0>"),
    ],
    "doc/man/ja/act_version.3": [
        *IN_MANUAL,
        (r"\.Pp\n\.Fn act_version_number\n",
         r".Pp\n.Fn act_version_major\nは、メジャー バージョンを返します。\n\g<0>"),
    ],
    "doc/Makefile.inc": [(r"act_version:act_version_number", r"\g<0> act_version:act_version_major")],
    "configure.ac": [
        (r"\[libactdiag\], \[1\.0\.0\]", "[libactdiag], [1.1.0]"),
        (r"(ACTDIAG_VERSION_INFO\], \[)1:0:0", r"\g<1>2:0:1"),
    ],
    "bindings/powershell/ActDiag/ActDiag.psd1": [(r"(ModuleVersion +=\s+')1\.0\.0", r"\g<1>1.1.0")],
    "bindings/python/actdiag/_native.py": [
        (r"act_version: Callable.*\n", r"\g<0>act_version_major: Callable[[], int]\n"),
        (r"act_version = _function.*\n",
         r'\g<0>act_version_major = _function(_holding, "act_version_major", ctypes.c_uint32)\n'),
    ],
    "NEWS.md": [(r"^## 1\.0\.0$", r"## 1.1.0\n\n- `act_version_major()`.\n\n\g<0>")],
}
# What adding a category writes by hand; the row of each language in words.tsv is one edit.
CATEGORY_ROW = r"\.It Dv ACT_CATEGORY_STATUS .*\n"
CATEGORY = {
    "include/actdiag.h": [
        (r"ACT_CATEGORY_STATUS = 20( +/\*\*<.*\*/)\n",
         r"ACT_CATEGORY_STATUS = 20,\1\n    ACT_CATEGORY_SMOKE_SIGNAL = 21 /**< of smoke */\n"),
    ],
    "doc/man/act_classify.3": [
        (CATEGORY_ROW, r"\g<0>.It Dv ACT_CATEGORY_SMOKE_SIGNAL Ta 21 Ta smoke-signal Ta of smoke\n"),
    ],
    "doc/man/ja/act_classify.3": [
        (CATEGORY_ROW, r"\g<0>.It Dv ACT_CATEGORY_SMOKE_SIGNAL Ta 21 Ta smoke-signal Ta のろし\n"),
    ],
    "bindings/python/actdiag/_vocabulary.py": [
        (r'    STATUS = 20, "status"\n', r'\g<0>    SMOKE_SIGNAL = 21, "smoke-signal"\n'),
    ],
    "doc/words.tsv": [
        (r"^category\tstatus\tja\t.*\n",
         r"\g<0>category\tsmoke-signal\ten\tSmoke\tLook.\ncategory\tsmoke-signal\tja\tのろし\t見る。\n"),
    ],
}
PIN = {"tests/abi/pins.c": [(r"PIN\(ACT_CATEGORY_STATUS, 20\);\n", r"\g<0>PIN(ACT_CATEGORY_SMOKE_SIGNAL, 21);\n")]}


class Growth(unittest.TestCase):
    """What version 1.1 may add, as CONTRIBUTING and doc/abi.md have it."""

    def edit(self, source, name, replacements):
        path = source / name
        text = path.read_text(encoding="utf-8")
        for pattern, replacement in replacements:
            text, count = re.subn(pattern, replacement, text, count=1, flags=re.M)
            self.assertEqual(count, 1, f"{name}: {pattern}")
        path.write_text(text, encoding="utf-8")

    def test_a_value_out_of_sequence_stops_the_build(self):
        for value, wrong in (("ACT_CATEGORY_STATUS = 20", "21"), ("ACT_TYPE_KMS_HOST = 8", "9")):
            with self.subTest(value), tempfile.TemporaryDirectory() as folder:
                before, after = (harness.SOURCE / "include/actdiag.h").read_text("utf-8").split(value)
                header = pathlib.Path(folder) / "actdiag.h"
                header.write_text(f"{before}{value.split(' = ')[0]} = {wrong}{after}", encoding="utf-8")
                printed = run(folder, "awk", "-f", harness.SOURCE / "lib/identifiers.awk", header.name, status=1)
                line = before.count("\n") + 1
                self.assertIn(f"actdiag.h:{line}: expected the next value, {value}\n", printed)

    def test_the_tests_pass(self):
        self.assertLessEqual(len(FUNCTION), 11)
        self.assertLessEqual(len(CATEGORY), 5)
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder).resolve() / "source"
            run(harness.BUILD, "make", "-s", "distdir", f"distdir={source}")
            for edits in (FUNCTION, CATEGORY, PIN):
                for name, replacements in edits.items():
                    self.edit(source, name, replacements)
            run(source, "autoreconf", "-fi")
            run(source, "./configure", "-q", "--disable-static")
            run(source, "make", "-s", "-j2")
            signatures = (source / "bindings/powershell/ActDiag/Signatures.ps1").read_text("utf-8")
            self.assertIn("act_version_major = [uint32], @()\n", signatures)
            scripts = ("-f", "bindings/declarations.awk", "-f", "bindings/csharp/native_methods.awk")
            self.assertIn("uint act_version_major();\n", run(source, "awk", *scripts, "lib/functions.tsv"))
            run(source, "make", "-s", "-j2", "check", f"TESTS={CONCERNED}",
                "check_PROGRAMS=tests/unit-tests", "check_LTLIBRARIES=")
            label = "import actdiag; print(actdiag.Category('smoke-signal').label('ja'))"
            answer = run(source, "python3", "-c", label, PYTHONPATH=source / "bindings/python",
                         ACTDIAG_LIBRARY=source / "lib/.libs/libactdiag.so.1")
            self.assertEqual(answer, "のろし\n")


if __name__ == "__main__":
    harness.main()
