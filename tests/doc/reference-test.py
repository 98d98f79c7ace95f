#!/usr/bin/env python3
"""Checks the manual pages of section 3 against include/actdiag.h, and runs their examples."""

import ctypes
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

import harness
import installation

HEADER = harness.SOURCE / "include/actdiag.h"
PAGES = sorted((harness.SOURCE / "doc/man").glob("*.3"))
# Names of the header that are not part of the interface.
INTERNAL = {"ACTDIAG_H", "ACT_BUILDING_LIBRARY"}
WORD = r"\b(?:act|ACT)_\w*[a-zA-Z]\b"


def header_text():
    """The header without comments and preprocessor lines, white space folded."""
    text = re.sub(r"/\*.*?\*/", " ", HEADER.read_text(encoding="utf-8"), flags=re.S)
    text = re.sub(r"^#.*$", "", text, flags=re.M)
    return " ".join(text.split())


def normal(declaration):
    """One spelling of a declaration: blanks only between words, none beside punctuation."""
    declaration = re.sub(r"\bACT_(?:API|CALL)\b", " ", declaration)
    return re.sub(r"\s*([^\w\s])\s*", r"\1", " ".join(declaration.split()))


def header_functions():
    declarations = re.findall(r"ACT_API ([^;]*?ACT_CALL (act_\w+)\([^;]*\));", header_text())
    return {name: normal(declaration) for declaration, name in declarations}


def header_constants():
    """Enumerators and number macros with their values."""
    text = HEADER.read_text(encoding="utf-8")
    found = re.findall(r"^\s*(ACT_\w+) = (\d+)", text, flags=re.M)
    found += re.findall(r"^#define (ACT_\w+) (?:UINT32_C\()?(\d+)\b", text, flags=re.M)
    limits = re.findall(r"^#define (ACT_\w+) UINT32_MAX$", text, flags=re.M)
    return {name: int(value) for name, value in found} | dict.fromkeys(limits, 2**32 - 1)


def header_version():
    text = HEADER.read_text(encoding="utf-8")
    return re.findall(r"^#define ACT_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)$", text, flags=re.M)


def header_names():
    return set(re.findall(WORD, HEADER.read_text(encoding="utf-8"))) - INTERNAL


def structures(text):
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    found = re.findall(r"typedef struct act_\w+ \{.*?\} act_\w+;", text, flags=re.S)
    return {" ".join(structure.split()) for structure in found}


def header_types():
    """Declarations of types that are neither structures nor enumerations."""
    return {normal(each) for each in re.findall(r"\btypedef [^{};]*;", header_text())}


def page_types(page):
    """The same from a page's SYNOPSIS."""
    declarations = re.findall(r'^\.Vt "?(typedef [^"\n]*)', section(page, "SYNOPSIS"), flags=re.M)
    return {normal(each) for each in declarations}


def page_functions(page):
    """Declarations of a page's SYNOPSIS."""
    synopsis = section(page, "SYNOPSIS")
    synopsis = re.sub(
        r"^\.Fo (\w+)\n(.*?)^\.Fc$",
        lambda match: f".Fn {match[1]} " + match[2].replace(".Fa ", " ").replace("\n", " "),
        synopsis,
        flags=re.M | re.S,
    )
    found = re.findall(r'^\.Ft "?(.*?)"?\n\.Fn (act_\w+) (.*)$', synopsis, flags=re.M)
    functions = {}
    for result, name, arguments in found:
        arguments = re.findall(r'"([^"]*)"|(\S+)', arguments)
        listed = ", ".join(quoted or bare for quoted, bare in arguments)
        functions[name] = normal(f"{result} {name}({listed})")
    return functions


def section(page, title):
    text = page.read_text(encoding="utf-8")
    match = re.search(rf"^\.Sh {title}\n(.*?)(?=^\.Sh |\Z)", text, flags=re.M | re.S)
    return match.group(1) if match else ""


def names_of(page):
    return re.findall(r"^\.Nm (\w+)", section(page, "NAME"), flags=re.M)


def literals(text):
    """Literal blocks as they are displayed."""
    blocks = re.findall(r"^\.Bd -literal[^\n]*\n(.*?)^\.Ed$", text, flags=re.M | re.S)
    return [shown(block) for block in blocks]


def shown(text):
    text = re.sub(r"\\\[u([0-9A-F]{4})\]", lambda match: chr(int(match[1], 16)), text)
    return text.replace("\\e", "\\").replace("\\-", "-").replace("\\&", "")


class Pages(unittest.TestCase):
    def test_signatures_are_the_header_s(self):
        documented = {}
        for page in PAGES:
            for name, declaration in page_functions(page).items():
                self.assertNotIn(name, documented, page.name)
                documented[name] = declaration
        self.assertGreater(len(documented), 20)
        self.assertEqual(documented, header_functions())

    def test_types_are_the_header_s(self):
        documented = set().union(*map(page_types, PAGES))
        self.assertEqual(documented, header_types())
        self.assertGreater(len(documented), 1)

    def test_arguments_in_the_text_are_those_of_the_synopsis(self):
        for page in PAGES:
            declared = set(re.findall(r"\w+", section(page, "SYNOPSIS")))
            # What a structure's fields are called is in a literal block.
            for block in literals(page.read_text(encoding="utf-8")):
                declared |= set(re.findall(r"\w+", block))
            text = page.read_text(encoding="utf-8").replace(section(page, "SYNOPSIS"), "")
            named = set(re.findall(r'^\.Fa "?([a-z]\w*)', text, flags=re.M))
            # Languages are explained on a page without functions.
            self.assertEqual(named - declared - {"language"}, set(), page.name)

    def test_every_name_is_documented_and_every_documented_name_exists(self):
        documented = set()
        for page in PAGES:
            text = re.sub(r"^\.Dt .*$", "", page.read_text(encoding="utf-8"), flags=re.M)
            documented |= set(re.findall(WORD, text))
        self.assertEqual(documented, header_names())

    def test_the_list_of_functions_has_the_header_s_declarations(self):
        rows = (harness.SOURCE / "lib/functions.tsv").read_text("ascii").splitlines()
        listed = [normal(row.split("\t")[1].rstrip(";")) for row in rows if row[0] != "#"]
        self.assertEqual(sorted(listed), sorted(header_functions().values()))

    def test_constants_have_the_header_s_values(self):
        constants = header_constants()
        listed = {}
        for page in PAGES:
            rows = re.findall(r"^\.It Dv (ACT_\w+) Ta (\d+) Ta", page.read_text("utf-8"), re.M)
            listed.update({name: int(value) for name, value in rows})
            alone = re.findall(r"^\.Dv (ACT_\w+)\n\((\d+)\)", page.read_text("utf-8"), re.M)
            listed.update({name: int(value) for name, value in alone})
        versions = {name for name in constants if name.startswith("ACT_VERSION_")}
        self.assertEqual(set(listed), set(constants) - versions)
        self.assertEqual(listed, {name: constants[name] for name in listed})

    @harness.skip_if_sanitized("a sanitizer must be loaded before Python")
    def test_identifiers_are_the_library_s(self):
        library = ctypes.CDLL(str(harness.LIBRARY))
        rows = re.findall(
            r"^\.It Dv ACT_(KNOWN|CATEGORY|SIDE|ROLE)_\w+ Ta (\d+) Ta ([\w-]+) Ta",
            (harness.SOURCE / "doc/man/act_classify.3").read_text(encoding="utf-8"),
            flags=re.M,
        )
        self.assertGreater(len(rows), 30)
        for kind, value, identifier in rows:
            function = getattr(library, f"act_{kind.lower()}_id")
            function.restype = ctypes.c_char_p
            self.assertEqual(function(int(value)).decode(), identifier)

    def test_structures_are_the_header_s(self):
        shown_ones = set()
        for page in PAGES:
            for block in literals(page.read_text(encoding="utf-8")):
                shown_ones |= structures(block)
        self.assertEqual(shown_ones, structures(header_text()))

    def test_a_page_s_names_are_its_functions(self):
        for page in PAGES:
            with self.subTest(page=page.name):
                expected = set(page_functions(page)) or {page.stem}
                self.assertEqual(set(names_of(page)), expected)
                self.assertIn(page.stem, expected)


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.man = installation.shared().find("**/man/man3").parent

    def test_every_function_has_a_page(self):
        files = {path.stem: path for path in (self.man / "man3").glob("*.3")}
        self.assertEqual(set(files), set(header_functions()) | {"libactdiag"})
        for page in PAGES:
            for name in names_of(page):
                with self.subTest(name=name):
                    text = files[name].read_text(encoding="utf-8")
                    if name == page.stem:
                        self.assertEqual(text, page.read_text(encoding="utf-8"))
                    else:
                        self.assertEqual(text, f".so man3/{page.name}\n")

    def test_pages_show_every_function(self):
        mandoc = harness.tool("mandoc")
        for name in header_functions():
            run = subprocess.run(
                [mandoc, "-Tutf8", f"man3/{name}.3"],
                cwd=self.man,
                stdout=subprocess.PIPE,
                text=True,
                check=True,
            )
            plain = re.sub(r".\x08", "", run.stdout)
            self.assertIn(f"{name}(", plain)


class Examples(unittest.TestCase):
    """Each example compiles without a warning and prints what the page shows."""

    INPUT = b"failed: hr=0xC004F074; 0x12345678, then 0x8007232B\n"
    # What a page does not show.
    OUTPUT = {
        "act_document": "".join(f"{tag}: {path.name}\n" for tag, path in harness.LISTED),
        "act_case_begin": ": 0x8007232B\n",
        "act_event_text": "\n12288 look: ",
        "act_scan": "0xC004F074\n0x8007232B\n",
        "act_find": "0xC004F038 SL_E_VL_NOT_ENOUGH_COUNT\n",
        "act_name": "SL_E_VL_NOT_ENOUGH_COUNT",
        "act_version": "library {0}.{1}.{2}, header {0}.{1}\n".format(*header_version()),
        "libactdiag": "Where to fix it: KMS host\n",
    }
    ARGUMENTS = {"libactdiag": ["0xC004F041"]}

    def compile(self, source, program):
        compiler = os.environ.get("CC", "cc").split()
        command = compiler + ["-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Werror"]
        command += [f"-I{harness.SOURCE}/include", "-x", "c", "-", "-o", program]
        folder = harness.LIBRARY.parent
        command += [f"-L{folder}", "-lactdiag", f"-Wl,-rpath,{folder}"]
        command += harness.sanitizer_flags()
        run = subprocess.run(
            command, input=source, text=True, stderr=subprocess.PIPE, check=False
        )
        self.assertEqual(run.stderr, "")
        self.assertEqual(run.returncode, 0)

    @harness.skip_if_sanitized("the page links without sanitizers")
    def test_a_program_is_linked_as_the_page_says(self):
        page = HEADER.parents[1] / "doc/man/libactdiag.3"
        (command,) = re.findall(r"^\.Li (.*)$", section(page, "LIBRARY"), flags=re.M)
        harness.tool("pkg-config")
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder, "program.c")
            source.write_text(literals(section(page, "EXAMPLES"))[0], encoding="utf-8")
            for step in (command, "./a.out 0xC004F041"):
                run = subprocess.run(
                    step, shell=True, cwd=folder, env=installation.shared().environment(),
                    stdout=subprocess.PIPE, text=True, check=True,
                )
            self.assertIn(self.OUTPUT[page.stem], run.stdout)

    def test_examples_print_what_the_pages_say(self):
        for page in PAGES:
            with self.subTest(page=page.name), tempfile.TemporaryDirectory() as folder:
                source, *output = literals(section(page, "EXAMPLES"))
                program = os.path.join(folder, "program")
                self.compile(source, program)
                run = subprocess.run(
                    [program, *self.ARGUMENTS.get(page.stem, [])],
                    input=self.INPUT,
                    stdout=subprocess.PIPE,
                    check=True,
                )
                printed = run.stdout.decode("utf-8")
                if output:
                    self.assertEqual(printed, output[0])
                else:
                    self.assertIn(self.OUTPUT[page.stem], printed)


if __name__ == "__main__":
    harness.main()
