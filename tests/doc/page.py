"""What a Markdown page tells its reader to type, and what it says will come of it.

A fenced block's first word is its kind. What the tests do with it:

    console     `$ COMMAND` and `PS> COMMAND`, each with the output below it, which is compared;
                `…` stands for any text, alone on a line for any lines
    sh          one command a line, which must succeed
    pycon       a session of Python, compared
    KIND NAME   a file; the commands that follow find it under this name

Of the text itself, `make …`, `./configure …` and `./bootstrap …` in code spans or indented blocks
are commands, too.
"""

import collections
import re

Block = collections.namedtuple("Block", "kind name text")
Command = collections.namedtuple("Command", "shell text output")

FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.M | re.S)
PROMPT = re.compile(r"^(\$|PS>) (.*(?:\\\n.*)*)\n?", re.M)
MENTION = re.compile(
    r"`((?:make|\./configure|\./bootstrap)(?:\s[^`]*)?)`"
    r"|^ {4}((?:make|\./configure|\./bootstrap)\b.*)$",
    re.M,
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


def mentions(path):
    """Commands in a page's running text."""
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    return [" ".join((match[1] or match[2]).split()) for match in MENTION.finditer(text)]


def matches(shown, printed):
    """Whether printed text is what a page shows."""
    pattern = ""
    for line in shown.splitlines(keepends=True):
        parts = [re.escape(part) for part in line.split("…")]
        pattern += "(?:.*\n)+?" if line == "…\n" else ".*".join(parts)
    return re.fullmatch(pattern, printed) is not None
