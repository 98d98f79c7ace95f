#!/usr/bin/env python3
"""Checks what makes the source readable: sizes of functions and files, and folders that show what
they hold."""

import ast
import re
import shutil
import subprocess
import unittest

import harness

FUNCTION_MAXIMUM = 60
FILE_MAXIMUM = 400
CODE = {".c", ".h", ".cpp", ".cs", ".js", ".mjs", ".py", ".ps1", ".psm1", ".sh", ".ts"}
# The public header is a reference manual as well.
LONG_FILES = {"include/actdiag.h"}
GENERATED = {"identifiers.h", "table-data.c", "table-shipped.c", "Signatures.ps1",
             "Table.ps1", "Table.en.ps1", "Table.ja.ps1",
             "Get-ActivationError.ja.ps1", "Find-ActivationError.ja.ps1", "Resolve-ActivationError.ja.ps1"}
BUILT = ("tests/powershell/engine/", "tests/csharp/build/", "tests/windows/wine/", "build-windows/")
FOLDERS = ("include", "lib", "bindings", "doc", "examples", "tests", ".ci")

# Where a function of a language begins and ends, in its usual layout.
BRACES = {
    ".c": (r"\{$", r"\}$"),
    ".h": (r"\{$", r"\}$"),
    ".cpp": (r"\{$", r"\}$"),
    ".cs": (r"    \{$", r"    \}$"),
    ".js": (r"(async )?function.*\{$", r"\}$"),
    ".mjs": (r"(async )?function.*\{$", r"\}$"),
    ".ts": (r"function.*\{$", r"\}$"),
    ".ps1": (r"function .*\{$", r"\}$"),
    ".psm1": (r"function .*\{$", r"\}$"),
    "": (r"\w+\(\) \{$", r"\}$"),
}


def source_files():
    """Paths of the source's files, relative to it: those that git knows or would take, and without
    git, as in an unpacked tarball, all of them."""
    listed = ""
    if (harness.SOURCE / ".git").exists() and shutil.which("git"):
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        # It fails where the source belongs to another user, and then lists nothing.
        listed = subprocess.run(
            command, cwd=harness.SOURCE, stdout=subprocess.PIPE, text=True, check=False
        ).stdout
    names = listed.split("\0")
    if not listed:
        paths = (path for folder in FOLDERS for path in (harness.SOURCE / folder).rglob("*"))
        names = [str(path.relative_to(harness.SOURCE)) for path in paths]
        names = [name for name in names if not name.startswith(BUILT)]
    return [name for name in names if (harness.SOURCE / name).is_file()]


def is_code(name):
    path = harness.SOURCE / name
    if path.name in GENERATED or "tests/fuzz/corpus" in name:
        return False
    return path.suffix in CODE or (not path.suffix and path.read_bytes().startswith(b"#!"))


def python_functions(text):
    """(first line, number of lines) of each function; its docstring is documentation."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            docstring = ast.get_docstring(node, clean=False)
            lines = node.end_lineno - node.lineno + 1
            yield node.lineno, lines - (docstring.count("\n") + 1 if docstring else 0)


def braced_functions(text, opening, closing):
    """The same where braces enclose them; PowerShell's help within is documentation."""
    begun, rows = None, text.splitlines()
    for number, line in enumerate(rows, 1):
        if begun is None and re.match(opening, line):
            begun = number
        elif begun is not None and re.match(closing, line):
            helps = re.findall(r"<#.*?#>", "\n".join(rows[begun:number]), flags=re.S)
            yield begun, number - begun + 1 - sum(text.count("\n") + 1 for text in helps)
            begun = None


def functions(name, text):
    suffix = (harness.SOURCE / name).suffix
    if suffix == ".py" or text.startswith("#!/usr/bin/env python3"):
        return python_functions(text)
    return braced_functions(text, *BRACES[suffix if suffix in BRACES else ""])


class Sizes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.texts = {
            name: (harness.SOURCE / name).read_text(encoding="utf-8-sig")
            for name in source_files()
            if is_code(name)
        }

    def test_functions_fit_a_screen(self):
        count = 0
        for name, text in self.texts.items():
            for line, lines in functions(name, text):
                count += 1
                with self.subTest(place=f"{name}:{line}"):
                    self.assertLessEqual(lines, FUNCTION_MAXIMUM)
        self.assertGreater(count, 1000)

    def test_files_have_at_most_400_lines(self):
        self.assertGreater(len(self.texts), 150)
        for name, text in self.texts.items():
            if name not in LONG_FILES:
                with self.subTest(name):
                    self.assertLessEqual(text.count("\n"), FILE_MAXIMUM)


if __name__ == "__main__":
    harness.main()
