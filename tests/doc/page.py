"""The commands that a Markdown page shows, and the output that it promises.

A fenced block's first word is its kind. What the tests do with it:

    console     `$ COMMAND` and `PS> COMMAND`, each with the output below it, which is compared;
                `…` matches any text, alone on a line any lines
    sh          one command per line, which must succeed
    pycon       a session of Python, compared
    KIND NAME   a file; the commands that follow find it under this name

Of the text itself, code spans that begin with a program of PROGRAMS are commands, too, and so are
indented lines of `make …`, `./configure …` and `./bootstrap …`.
"""

import collections
import re

import harness

READMES = [harness.SOURCE / "README.md", harness.SOURCE / "README.ja.md"]
PAGES = READMES + [
    harness.SOURCE / name
    for name in ("CONTRIBUTING.md", "SECURITY.md", "NEWS.md", "examples/README.md")
]
PAGES += sorted(
    path for path in (harness.SOURCE / "doc").glob("*.md") if path not in harness.DOCUMENTS
)

Block = collections.namedtuple("Block", "kind name text")
Command = collections.namedtuple("Command", "shell text output")

FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.M | re.S)
PROMPT = re.compile(r"^(\$|PS>) (.*(?:\\\n.*)*)\n?", re.M)
BUILDING = r"(?:make|\./configure|\./bootstrap)"
# These are also words of the text: commands only with an argument.
PROGRAMS = r"(?:actdiag|man|Get-Help|lib/compiler/actdiag-compile|tests/\S+\.py)"
MENTION = re.compile(
    rf"`({BUILDING}(?:\s[^`]*)?|{PROGRAMS}\s[^`]*)`|^ {{4}}({BUILDING}\b.*)$", re.M
)


def blocks(path):
    """The fenced blocks of a page, in order."""
    return [Block(*match.groups()) for match in FENCE.finditer(path.read_text(encoding="utf-8"))]


def commands(block):
    """The commands of a block of kind console or sh; without output shown, None."""
    if block.kind == "sh":
        return [Command("$", line, None) for line in block.text.splitlines() if line]
    prompts = list(PROMPT.finditer(block.text))
    ends = [prompt.start() for prompt in prompts[1:]] + [len(block.text)]
    return [
        Command(prompt[1], prompt[2], block.text[prompt.end() : end])
        for prompt, end in zip(prompts, ends)
    ]


def running_text(path):
    """A page without its fenced blocks."""
    return FENCE.sub("", path.read_text(encoding="utf-8"))


def mentions(path):
    """Commands in a page's running text."""
    found = MENTION.finditer(running_text(path))
    return [" ".join((match[1] or match[2]).split()) for match in found]


def matches(shown, printed):
    """Whether printed text is what a page shows."""
    pattern = ""
    for line in shown.splitlines(keepends=True):
        parts = [re.escape(part) for part in line.split("…")]
        pattern += "(?:.*\n)+?" if line == "…\n" else ".*".join(parts)
    return re.fullmatch(pattern, printed) is not None
