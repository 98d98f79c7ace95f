"""What the test scripts share: where source and build are, and counts as Automake's harness wants.

A test script is a unittest module that ends with

    if __name__ == "__main__":
        harness.main()

make check puts this folder on PYTHONPATH and sets top_srcdir and top_builddir. By hand:
PYTHONPATH=tests/support tests/FOLDER/NAME-test.py, in the folder that was built.
"""

import os
import pathlib
import re
import shutil
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ.get("top_srcdir") or pathlib.Path(__file__).parents[2]).resolve()
BUILD = pathlib.Path(os.environ.get("top_builddir") or os.getcwd()).resolve()

# A Windows build names a command that runs its actdiag.exe under Wine.
COMMAND = pathlib.Path(os.environ.get("ACTDIAG_COMMAND") or BUILD / "tests/shell/actdiag")
FOR_WINDOWS = "ACTDIAG_COMMAND" in os.environ
COMPILER = BUILD / "lib/compiler/actdiag-compile"
LIBRARY = BUILD / "lib/.libs/libactdiag.so.1"

# The language and the path of each document that is compiled, and the languages, each once.
LISTED = [
    (line.split()[0], SOURCE / "doc" / line.split()[1])
    for line in (SOURCE / "doc/documents.list").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
DOCUMENTS = [path for _, path in LISTED]
LANGUAGES = list(dict.fromkeys(tag for tag, _ in LISTED))

# The published article in its revisions; it is not ours to carry along.
ARTICLES = SOURCE.parent / "shared/article"

ALL_SKIPPED = 77


def article(name):
    """Path of a published revision, such as "ja-jp.2019-07"; skips the test that lacks it."""
    path = ARTICLES / f"{name}.md"
    if not path.is_file():
        raise unittest.SkipTest(f"the published article {name}.md is not beside this source")
    return path


def version():
    """The version that the news begins with."""
    return re.search(r"^## ([\d.]+)$", (SOURCE / "NEWS.md").read_text("utf-8"), re.M)[1]


def document_rows(language):
    """Message and types of each code in the documents of a language, as Markdown, in their order."""
    rows = {}
    for tag, path in LISTED:
        if tag == language:
            row = r"^\| ?\[?(0x[0-9A-F]{8})\b[^|]*\|([^|]*)\|([^|]*)\|"
            for code, *cells in re.findall(row, path.read_text("utf-8"), re.MULTILINE):
                rows[int(code, 16)] = [cell.strip() for cell in cells]
    return rows


def documented_codes():
    """The codes of all documents, in the order in which they first appear."""
    rows = (re.findall(r"^\| ?\[?(0x[0-9A-F]{8})\b", path.read_text("utf-8"), re.MULTILINE)
            for path in DOCUMENTS)
    return list(dict.fromkeys(int(code, 16) for codes in rows for code in codes))


def tool(name):
    """Path of a program; skips the test that needs it where it is not installed."""
    path = shutil.which(name)
    if path is None:
        raise unittest.SkipTest(f"{name} is not installed")
    return path


def sanitizer_flags():
    """What this build was compiled and linked with for sanitizers; usually nothing."""
    makefile = BUILD / "Makefile"
    text = makefile.read_text("utf-8") if makefile.is_file() else ""
    lines = re.findall(r"^(?:PROJECT_LDFLAGS|CFLAGS|LDFLAGS) = .*", text, re.MULTILINE)
    return sorted(set(re.findall(r"-fsanitize=\S+", " ".join(lines))))


def skip_if_sanitized(reason):
    """A decorator for what cannot be tested in a build with sanitizers."""
    return unittest.skipIf(sanitizer_flags(), reason)


LONG = 20_000  # characters of what differs: more is of no use, and difflib takes hours for it


def _quick(method):
    """A comparison that shows where long sequences differ first, and not how to edit one."""

    def compare(self, first, second, msg=None, *arguments, **options):
        if first != second and max(len(repr(first)), len(repr(second))) > LONG:
            pairs = enumerate(zip(first, second))
            place = next((i for i, (a, b) in pairs if a != b), min(len(first), len(second)))
            parts = (repr(each[place : place + 3])[:200] for each in (first, second))
            difference = f"from item {place} of {len(first)} and {len(second)}: " + " != ".join(parts)
            self.fail(self._formatMessage(msg, difference))
        method(self, first, second, msg, *arguments, **options)

    return compare


unittest.TestCase.assertSequenceEqual = _quick(unittest.TestCase.assertSequenceEqual)
unittest.TestCase.assertMultiLineEqual = _quick(unittest.TestCase.assertMultiLineEqual)


class FolderTest(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, content):
        """A file in the folder, of text or bytes; returns its path."""
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path


class CountingResult(unittest.TextTestResult):
    """Counts as the closing line gives them: a test with several failing subtests is one failure,
    and so is a class or module that cannot be set up."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.outcomes = {"passed": set(), "failed": set(), "skipped": set()}

    def _note(self, outcome, test):
        self.outcomes[outcome].add(getattr(test, "test_case", test).id())

    def addSuccess(self, test):
        super().addSuccess(test)
        self._note("passed", test)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._note("skipped", test)

    def addError(self, test, err):
        super().addError(test, err)
        self._note("failed", test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._note("failed", test)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self._note("failed", test)

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._note("failed", test)

    def counts(self):
        """Numbers of tests that passed, failed and were skipped: each counts once, as its worst."""
        failed = self.outcomes["failed"]
        skipped = self.outcomes["skipped"] - failed
        return len(self.outcomes["passed"] - failed - skipped), len(failed), len(skipped)


def exported():
    """Name and minor version of each exported function, in the order of names."""
    lines = (SOURCE / "lib/functions.tsv").read_text("ascii").splitlines()
    rows = [line.split("\t") for line in lines if line[0] != "#"]
    return sorted((re.search(r"\bact_\w+(?=\()", row[1])[0], row[0]) for row in rows)


def main(module="__main__"):
    """Runs the tests of a module, prints what was skipped and the counts, and exits."""
    runner = unittest.TextTestRunner(stream=sys.stdout, verbosity=1, resultclass=CountingResult)
    loader, names = unittest.defaultTestLoader, sys.argv[1:]
    script = sys.modules[module]
    result = runner.run(
        loader.loadTestsFromNames(names, script) if names else loader.loadTestsFromModule(script)
    )
    for test, reason in result.skipped:
        print(f"SKIP: {test.id()}: {reason}")
    passed, failed, skipped = result.counts()
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    if failed:
        sys.exit(1)
    if not passed and not skipped:
        sys.exit("no test was found")
    sys.exit(0 if passed else ALL_SKIPPED)
