#!/usr/bin/env python3
"""Checks doc/codes.tsv and doc/categories.tsv: their form, and names against Windows' headers.

The headers are those of mingw-w64; the vocabularies are the enumerations of include/actdiag.h.
What is missing on this machine is skipped by name. The source tree is $top_srcdir, else two
folders up.
"""
import os
import pathlib
import re
import sys

ROOT = pathlib.Path(os.environ.get("top_srcdir") or pathlib.Path(__file__).resolve().parents[2])
FACTS = ROOT / "../shared/facts/sl-codes.tsv"
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
CODE_COLUMNS = ["code", "name", "category", "side", "retry", "source"]
CATEGORY_COLUMNS = ["kind", "id", "language", "label", "advice"]
LANGUAGES = {"en", "ja"}


class Skip(Exception):
    """What a check needs is not on this machine."""


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
    header = (ROOT / "include/actdiag.h").read_text(encoding="utf-8")
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


CODES, CODE_PROBLEMS = read_table(ROOT / "doc/codes.tsv", CODE_COLUMNS)
LABELS, LABEL_PROBLEMS = read_table(ROOT / "doc/categories.tsv", CATEGORY_COLUMNS)
WINDOWS = read_headers()


def numbered_codes():
    """(place, value, cells) of each row whose code is well formed."""
    for number, cells in CODES:
        if re.fullmatch(r"0x[0-9A-F]{8}", cells[0]):
            yield f"codes.tsv:{number}", int(cells[0], 16), cells


def header(name):
    if name not in WINDOWS:
        raise Skip(f"no {name} of mingw-w64 (Debian: mingw-w64-common)")
    return WINDOWS[name]


# ---- Checks of the register: each yields its problems -------------------------------------------


def register_has_six_columns():
    yield from CODE_PROBLEMS


def register_is_sorted_and_unique():
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
            yield f"{place}: {name} stands at line {names[name]} too"


def register_keeps_to_its_words():
    categories, sides = vocabulary("category"), vocabulary("side")
    for number, (code, name, category, side, retry, source) in CODES:
        place = f"codes.tsv:{number}"
        if not re.fullmatch(r"-|[A-Za-z_][A-Za-z0-9_]*", name):
            yield f"{place}: {name!r} is not a C identifier"
        if category not in categories:
            yield f"{place}: {category!r} is not a category"
        if side not in sides:
            yield f"{place}: {side!r} is not a side"
        if retry not in ("retry", "-"):
            yield f"{place}: {retry!r} is neither retry nor -"
        if (name == "-") != (source == "-"):
            yield f"{place}: a name and its source come together, not {name!r} and {source!r}"


def register_calls_no_failure_a_status():
    for place, code, (_, _, category, side, retry, _) in numbered_codes():
        if category == "status" and (code >> 31 or side != "none" or retry != "-"):
            yield f"{place}: a status is a success code on which nobody acts or waits"
        if side == "none" and code >> 31:
            yield f"{place}: 0x{code:08X} is a failure, so somebody must act"


def register_has_every_licensing_name():
    if not FACTS.exists():
        raise Skip("no ../shared/facts/sl-codes.tsv")
    have = {(cells[1], code) for _, code, cells in numbered_codes()}
    for line in FACTS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        code, name = line.split("\t")
        if (name, int(code, 16)) not in have:
            yield f"codes.tsv: {name} {code} of {FACTS.name} is missing"


def register_has_every_documented_code():
    documents = sorted((ROOT / "doc").glob("activation-errors.*.md"))
    if not documents:
        raise Skip("no doc/activation-errors.*.md")
    have = {code for _, code, _ in numbered_codes()}
    for document in documents:
        text = document.read_text(encoding="utf-8")
        mentioned = {int(digits, 16) for digits in re.findall(r"\b0x([0-9A-Fa-f]{8})\b", text)}
        for code in sorted(mentioned - have):
            yield f"codes.tsv: 0x{code:08X} of {document.name} is missing"


def slerror_names_are_in_the_register():
    have = {cells[1]: code for _, code, cells in numbered_codes()}
    for name, value in header("slerror.h").items():
        if name.startswith("SL_") and have.get(name) != value:
            yield f"codes.tsv: slerror.h has {name} 0x{value:08X}, the register {have.get(name)}"


def names_from_slerror_are_in_it():
    names = header("slerror.h")
    for place, code, (_, name, _, _, _, source) in numbered_codes():
        if source == "slerror.h" and names.get(name) != code:
            yield f"{place}: {name} is not in slerror.h with this value"


def names_have_the_headers_values():
    header("winerror.h")
    header("ntstatus.h")
    for place, code, (_, name, *_) in numbered_codes():
        for file, constants in WINDOWS.items():
            if name in constants and code not in hresults(constants[name]):
                yield f"{place}: {file} has {name} = 0x{constants[name]:X}, not 0x{code:08X}"


def sources_hold_their_names():
    header("winerror.h")
    unseen = []
    for place, _, (_, name, _, _, _, source) in numbered_codes():
        if name in WINDOWS.get(source, {name}):
            continue
        if source == "winerror.h" and re.fullmatch(YOUNG_NAMES, name):
            unseen.append(name)
        else:
            yield f"{place}: {source} has no {name}"
    if unseen:
        raise Skip("not in this mingw-w64: " + " ".join(unseen))


def nameless_codes_have_no_name_in_the_headers():
    known = {cells[1] for _, _, cells in numbered_codes()}
    for file in ("winerror.h", "ntstatus.h"):
        for place, code, (_, name, *_) in numbered_codes():
            for found, value in header(file).items():
                if name == "-" and found not in known and value > 1 and code in hresults(value):
                    yield f"{place}: {file} calls 0x{code:08X} {found}"


# ---- Checks of the labels -----------------------------------------------------------------------


def labels_have_five_columns():
    yield from LABEL_PROBLEMS


def labels_keep_to_their_words():
    seen = {}
    words = {kind: vocabulary(kind) for kind in ("category", "side", "type")}
    for number, (kind, identifier, language, _, advice) in LABELS:
        place = f"categories.tsv:{number}"
        if identifier not in words.get(kind, []):
            yield f"{place}: {kind} {identifier!r} does not exist"
        if language not in LANGUAGES:
            yield f"{place}: {language!r} is not one of {sorted(LANGUAGES)}"
        if kind != "category" and advice != "-":
            yield f"{place}: only categories have advice"
        if seen.setdefault((kind, identifier, language), number) != number:
            yield f"{place}: {kind} {identifier} stands twice in {language}"


def labels_are_complete_in_each_language():
    have = {tuple(cells[:3]): cells for _, cells in LABELS}
    for kind in ("category", "side", "type"):
        for identifier in vocabulary(kind):
            rows = [have.get((kind, identifier, language)) for language in sorted(LANGUAGES)]
            if None in rows:
                yield f"categories.tsv: {kind} {identifier} is not in all of {sorted(LANGUAGES)}"
            elif len({row[4] == "-" for row in rows}) > 1:
                yield f"categories.tsv: {kind} {identifier} has advice in one language only"
            elif kind == "category" and rows[0][4] == "-":
                yield f"categories.tsv: {identifier} has no advice"


def japanese_is_japanese():
    """Product names apart, a Japanese text has kana, an English one ASCII alone."""
    for number, (_, _, language, label, advice) in LABELS:
        place = f"categories.tsv:{number}"
        if language == "en" and not (label + advice).isascii():
            yield f"{place}: an English text with characters beyond ASCII"
        if language == "ja" and advice != "-" and not re.search(r"[\u3041-\u3096]", advice):
            yield f"{place}: Japanese advice without kana"


CHECKS = [
    register_has_six_columns,
    register_is_sorted_and_unique,
    register_keeps_to_its_words,
    register_calls_no_failure_a_status,
    register_has_every_licensing_name,
    register_has_every_documented_code,
    slerror_names_are_in_the_register,
    names_from_slerror_are_in_it,
    names_have_the_headers_values,
    sources_hold_their_names,
    nameless_codes_have_no_name_in_the_headers,
    labels_have_five_columns,
    labels_keep_to_their_words,
    labels_are_complete_in_each_language,
    japanese_is_japanese,
]


def run(check):
    """Prints what is wrong; returns passed, failed or skipped."""
    result = "passed"
    try:
        for problem in check():
            print(f"FAIL: {check.__name__}: {problem}")
            result = "failed"
    except Skip as reason:
        print(f"SKIP: {check.__name__}: {reason}")
        if result == "passed":
            result = "skipped"
    return result


def main():
    results = [run(check) for check in CHECKS]
    passed, failed, skipped = (results.count(word) for word in ("passed", "failed", "skipped"))
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    if failed:
        return 1
    return 0 if passed else 77


if __name__ == "__main__":
    sys.exit(main())
