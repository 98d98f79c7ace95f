"""The commands of pages that no test runs literally, and why.

That they exist is checked: scripts, targets, options, pages of the manual.
"""

import functools
import re
import shlex
import subprocess

import harness

# The first word of a command, and why it is not run.
NOT_RUN = {
    "./bootstrap": "installs packages; its `run` is tried as actdiag, which it ends in",
    "./configure": "would configure the build under test anew; check-own-document does it elsewhere",
    "make": "the build under test is made already; other targets take minutes or need root",
    ".ci/run": "runs this test",
    "git": "tags a release",
    "ldconfig": "changes the system's cache of libraries",
}


def program(command):
    """The first word of a command, without variables set for it."""
    words = shlex.split(command, comments=True)
    return next(word for word in words if not re.match(r"\w+=", word))


@functools.lru_cache(maxsize=None)
def configure_help():
    """What ./configure --help prints."""
    script = str(harness.SOURCE / "configure")
    return subprocess.run([script, "--help"], capture_output=True, text=True, check=True).stdout


@functools.lru_cache(maxsize=None)
def makefiles():
    """The text of the fragments of Makefile.am, and of what was made of them."""
    fragments = [harness.SOURCE / "Makefile.am", *harness.SOURCE.rglob("Makefile.inc")]
    text = "".join(path.read_text(encoding="utf-8") for path in fragments)
    return text, (harness.BUILD / "Makefile").read_text(encoding="utf-8")


class NotRun:
    """For a test case: checks that a command exists which is not run."""

    def check_exists(self, command):
        words = shlex.split(command, comments=True)
        checks = {
            "./bootstrap": self.check_bootstrap,
            "./configure": self.check_configure,
            "make": self.check_make,
            ".ci/run": self.check_continuous,
            "git": self.check_tag,
            "ldconfig": self.check_no_argument,
        }
        self.assertEqual(set(checks), set(NOT_RUN))
        checks[words[0]](words[1:])

    def check_bootstrap(self, arguments):
        text = (harness.SOURCE / "bootstrap").read_text(encoding="utf-8")
        self.assertIn(" ".join(["#   ./bootstrap", *arguments[:1]]), text)

    def check_configure(self, arguments):
        for option in arguments:
            self.assertIn(option.split("=")[0], configure_help())

    def check_make(self, arguments):
        words = iter(arguments)
        text, built = makefiles()
        for word in words:
            if word.startswith("TESTS="):
                self.assertTrue(
                    (harness.SOURCE / word[6:]).exists() or f"PROGRAMS += {word[6:]}" in text, word
                )
            elif "=" in word:
                self.assertTrue(re.search(rf"\b{word.split('=')[0]}\b", text), word)
            else:
                self.assertTrue(re.search(rf"(?m)^{re.escape(word)}( [^:]*)?:", text + built), word)

    def check_continuous(self, arguments):
        text = (harness.SOURCE / ".ci/run").read_text(encoding="utf-8")
        self.assertIn(" ".join(["#   .ci/run", *arguments]), text)

    def check_tag(self, arguments):
        self.assertEqual(arguments[:2], ["tag", "-s"])

    def check_no_argument(self, arguments):
        self.assertEqual(arguments, [])
