#!/usr/bin/env python3
"""Checks doc/codes.tsv and doc/words.tsv: their form, and names against Windows' headers.

The headers are those of mingw-w64; the vocabularies are the enumerations of include/actdiag.h.
What is missing on this machine is skipped by name.
"""

import functools
import pathlib
import re
import unittest

import harness

FACTS = harness.SOURCE.parent / "shared/facts/sl-codes.tsv"
HEADER_FOLDERS = [
    pathlib.Path("/usr/share/mingw-w64/include"),
    pathlib.Path("/usr/x86_64-w64-mingw32/include"),
    pathlib.Path("/usr/x86_64-w64-mingw32/sys-root/mingw/include"),
]
HEADERS = [
    "slerror.h",
    "winerror.h",
    "ntstatus.h",
    "winhttp.h",
    "wininet.h",
    "wbemcli.h",
    "olectl.h",
]
# Names of the Windows SDK's winerror.h that mingw-w64 gained late or does not have yet.
YOUNG_NAMES = (
    r"HTTP_E_STATUS_\w+|ERROR_CLIP_\w+|ERROR_NO_APPLICABLE_APP_LICENSES_FOUND"
    r"|ERROR_ELEVATION_REQUIRED"
)
CODE_COLUMNS = ["code", "name", "category", "side", "retry", "role", "source", "reference"]
WORD_COLUMNS = ["kind", "id", "language", "label", "advice"]
ADDRESS = r"-|https://(?!.*/[A-Za-z]{2}-[A-Za-z]{2,4}(?:[/?#]|$))[!-~]+"
# Codes that are not the licensing service's own, but that activation passes on.
PASSED_ON = """
    0x80004005 0x80040154 0x80041010 0x8004FC12 0x8004FE92 0x80070002 0x80070003 0x8007000D
    0x80070057 0x80070426 0x8007043C 0x8007139F 0x8007267C 0x80072746 0x8007274C 0x80072AF9
    0x80072EE2 0x80072EE7 0x80072EFD 0x80072F8F 0x803F7001 0x87E10BC6 0xC0000022 0xC0000272
    0xC0020017 0xC004FC03 0xD0000272
""".split()


# ---- Reading ------------------------------------------------------------------------------------


def read_table(path, columns):
    """Rows as (line number, cells); problems of form as text."""
    data = path.read_bytes()
    rows, problems = [], []
    if b"\r" in data:
        problems.append(f"{path.name}: carriage returns; lines end with LF")
    if not data.endswith(b"\n") or data.endswith(b"\n\n"):
        problems.append(f"{path.name}: does not end with exactly one LF")
    lines = data.decode("utf-8").rstrip("\n").split("\n")
    if lines[0] != "# " + "\t".join(columns):
        problems.append(f"{path.name}:1: not a comment that names the columns {columns}")
    for number, line in enumerate(lines, 1):
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != len(columns) or any(not cell or cell != cell.strip() for cell in cells):
            expected = f"{len(columns)} trimmed, filled columns"
            problems.append(f"{path.name}:{number}: not {expected}: {line!r}")
        else:
            rows.append((number, cells))
    return rows, problems


def vocabulary(kind):
    """Identifiers of the enumeration act_KIND, in order: KMS_HOST is written kms-host."""
    header = (harness.SOURCE / "include/actdiag.h").read_text(encoding="utf-8")
    body = re.search(rf"typedef enum act_{kind} {{(.*?)}} act_{kind};", header, re.S).group(1)
    names = re.findall(rf"^\s*ACT_{kind.upper()}_(\w+)\s*=", body, re.M)
    return [name.lower().replace("_", "-") for name in names]


def evaluate(expression, constants):
    """Value of a macro's expression as the headers write them; None for anything else."""
    expression = re.sub(r"/\*.*|//.*", "", expression)
    expression = re.sub(r"STD_CTL_SCODE\((\d+)\)", r"0x800A0000 + \1", expression)
    casts = r"_\w*TYPEDEF_|__MSABI_LONG|\((NTSTATUS|HRESULT|DWORD)\)"
    expression = re.sub(casts + r"|[()]", " ", expression)
    total = 0
    for term in expression.split("+"):
        number = re.fullmatch(r"\s*(0[xX][0-9A-Fa-f]+|\d+)[uUlL]*\s*", term)
        if number:
            total += int(number.group(1), 0)
        elif term.strip() in constants:
            total += constants[term.strip()]
        else:
            return None
    return total


def read_header(path):
    """Constants of a header: macros, and enumerators with a written-out value."""
    text = path.read_text(encoding="utf-8", errors="replace")
    constants = {}
    for name, expression in re.findall(r"^[ \t]*#[ \t]*define[ \t]+(\w+)[ \t]+(\S.*)$", text, re.M):
        value = evaluate(expression, constants)
        if value is not None:
            constants[name] = value
    for name, value in re.findall(r"^\s*(\w+)\s*=\s*(0x[0-9A-Fa-f]+)\s*,?", text, re.M):
        constants.setdefault(name, int(value, 16))
    return constants


def read_headers():
    for folder in HEADER_FOLDERS:
        if (folder / "slerror.h").exists():
            files = [folder / name for name in HEADERS if (folder / name).exists()]
            return {file.name: read_header(file) for file in files}
    return {}


def hresults(value):
    """The codes under which a header's value reaches an administrator."""
    if value > 0xFFFF:
        return {value, value | 0x10000000}  # an HRESULT or NTSTATUS; HRESULT_FROM_NT
    return {0x80070000 | value}  # HRESULT_FROM_WIN32


CODES, CODE_PROBLEMS = read_table(harness.SOURCE / "doc/codes.tsv", CODE_COLUMNS)
WORDS, WORD_PROBLEMS = read_table(harness.SOURCE / "doc/words.tsv", WORD_COLUMNS)
WINDOWS = read_headers()


def numbered_codes():
    """(place, value, cells) of each row whose code is well formed."""
    for number, cells in CODES:
        if re.fullmatch(r"0x[0-9A-F]{8}", cells[0]):
            yield f"codes.tsv:{number}", int(cells[0], 16), cells


def header(name):
    if name not in WINDOWS:
        raise unittest.SkipTest(f"no {name} of mingw-w64 (Debian: mingw-w64-common)")
    return WINDOWS[name]


# ---- Checks -------------------------------------------------------------------------------------


def none_of(check):
    """Makes a test of a method that yields problems: it passes without any."""

    @functools.wraps(check)
    def test(self):
        problems = []
        try:
            for problem in check(self):
                problems.append(problem)
        except unittest.SkipTest:
            if not problems:
                raise
        self.assertEqual(problems, [], "\n".join(problems))

    return test


class Register(unittest.TestCase):
    """doc/codes.tsv."""

    @none_of
    def test_has_its_columns(self):
        yield from CODE_PROBLEMS

    @none_of
    def test_is_sorted_and_unique(self):
        names, previous = {}, -1
        for number, (code, name, *_) in CODES:
            place = f"codes.tsv:{number}"
            if not re.fullmatch(r"0x[0-9A-F]{8}", code):
                yield f"{place}: {code!r} is not 0x and 8 upper-case hex digits"
                continue
            if int(code, 16) <= previous:
                yield f"{place}: {code} does not come after the code before it"
            previous = int(code, 16)
            if name != "-" and names.setdefault(name, number) != number:
                yield f"{place}: {name} is also on line {names[name]}"

    @none_of
    def test_keeps_to_its_words(self):
        categories, sides, roles = map(vocabulary, ("category", "side", "role"))
        for number, (code, name, category, side, retry, role, source, reference) in CODES:
            place = f"codes.tsv:{number}"
            if not re.fullmatch(r"-|[A-Za-z_][A-Za-z0-9_]*", name):
                yield f"{place}: {name!r} is not a C identifier"
            if category not in categories:
                yield f"{place}: {category!r} is not a category"
            if side not in sides:
                yield f"{place}: {side!r} is not a side"
            if retry not in ("retry", "-"):
                yield f"{place}: {retry!r} is neither retry nor -"
            if role not in roles:
                yield f"{place}: {role!r} is not a role"
            if not re.fullmatch(ADDRESS, reference):
                yield f"{place}: {reference!r} is not an https address without a language"
            if (name == "-") != (source == "-"):
                yield f"{place}: a name and its source come together, not {name!r} and {source!r}"

    @none_of
    def test_calls_no_failure_a_status(self):
        for place, code, (_, _, category, side, retry, role, _, _) in numbered_codes():
            if category == "status" and (code >> 31 or side != "none" or retry != "-" or role != "state"):
                yield f"{place}: a status is a success code, a state that needs no action or wait"
            if side == "none" and code >> 31:
                yield f"{place}: 0x{code:08X} is a failure, which has a place to fix it"

    @none_of
    def test_has_every_licensing_name(self):
        if not FACTS.exists():
            raise unittest.SkipTest("no ../shared/facts/sl-codes.tsv")
        have = {(cells[1], code) for _, code, cells in numbered_codes()}
        for line in FACTS.read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                continue
            code, name = line.split("\t")
            if (name, int(code, 16)) not in have:
                yield f"codes.tsv: {name} {code} of {FACTS.name} is missing"

    @none_of
    def test_has_every_documented_code(self):
        have = {code for _, code, _ in numbered_codes()}
        for document in harness.DOCUMENTS:
            text = document.read_text(encoding="utf-8")
            mentioned = {int(digits, 16) for digits in re.findall(r"\b0x([0-9A-Fa-f]{8})\b", text)}
            for code in sorted(mentioned - have):
                yield f"codes.tsv: 0x{code:08X} of {document.name} is missing"

    @none_of
    def test_has_the_codes_that_activation_passes_on(self):
        have = {cells[0]: cells[1] for _, cells in CODES}
        yield from (f"codes.tsv: {code} is missing" for code in PASSED_ON if code not in have)
        others = [code for code, name in have.items() if not name.startswith("SL_")]
        if len(others) < 60:
            yield f"codes.tsv: only {len(others)} codes are not the licensing service's own"

    @none_of
    def test_slerror_names_are_in_the_register(self):
        have = {cells[1]: code for _, code, cells in numbered_codes()}
        for name, value in header("slerror.h").items():
            if name.startswith("SL_") and have.get(name) != value:
                yield f"codes.tsv: slerror.h has {name} 0x{value:08X}, not {have.get(name)}"

    @none_of
    def test_names_from_slerror_are_in_it(self):
        names = header("slerror.h")
        for place, code, (_, name, _, _, _, _, source, _) in numbered_codes():
            if source == "slerror.h" and names.get(name) != code:
                yield f"{place}: {name} is not in slerror.h with this value"

    @none_of
    def test_names_have_the_headers_values(self):
        header("winerror.h")
        header("ntstatus.h")
        for place, code, (_, name, *_) in numbered_codes():
            for file, constants in WINDOWS.items():
                if name in constants and code not in hresults(constants[name]):
                    yield f"{place}: {file} has {name} = 0x{constants[name]:X}, not 0x{code:08X}"

    @none_of
    def test_sources_hold_their_names(self):
        header("winerror.h")
        unseen = []
        for place, _, (_, name, _, _, _, _, source, _) in numbered_codes():
            if name in WINDOWS.get(source, {name}):
                continue
            if source == "winerror.h" and re.fullmatch(YOUNG_NAMES, name):
                unseen.append(name)
            else:
                yield f"{place}: {source} has no {name}"
        if unseen:
            raise unittest.SkipTest("not in this mingw-w64: " + " ".join(unseen))

    @none_of
    def test_nameless_codes_have_no_name_in_the_headers(self):
        known = {cells[1] for _, _, cells in numbered_codes()}
        for file in ("winerror.h", "ntstatus.h"):
            for place, code, (_, name, *_) in numbered_codes():
                for found, value in header(file).items():
                    if name == "-" and found not in known and value > 1 and code in hresults(value):
                        yield f"{place}: {file} calls 0x{code:08X} {found}"


class Words(unittest.TestCase):
    """doc/words.tsv, beyond what actdiag-compile refuses."""

    @none_of
    def test_have_five_columns(self):
        yield from WORD_PROBLEMS

    @none_of
    def test_every_category_has_advice(self):
        advised = {cells[1] for _, cells in WORDS if cells[0] == "category" and cells[4] != "-"}
        for identifier in vocabulary("category"):
            if identifier not in advised:
                yield f"words.tsv: {identifier} has no advice"

    @none_of
    def test_advice_has_the_same_commands_and_numbers_in_each_language(self):
        first, fact = {}, re.compile(r"`[^`]*`|\w+\.(?:vbs|exe|dat)|/[\w-]{2,}|\d{2,}", re.ASCII)
        for number, (kind, identifier, _, _, advice) in WORDS:
            facts = set(fact.findall(advice))
            if first.setdefault((kind, identifier), facts) != facts:
                differing = sorted(facts ^ first[kind, identifier])
                yield f"words.tsv:{number}: {differing} in one language only"

    @none_of
    def test_japanese_is_japanese(self):
        """Product names apart, a Japanese text has kana, an English one ASCII alone."""
        for number, (_, _, language, label, advice) in WORDS:
            place = f"words.tsv:{number}"
            if language == "en" and not (label + advice).isascii():
                yield f"{place}: an English text with characters beyond ASCII"
            if language == "ja" and advice != "-" and not re.search(r"[\u3041-\u3096]", advice):
                yield f"{place}: Japanese advice without kana"


if __name__ == "__main__":
    harness.main()
