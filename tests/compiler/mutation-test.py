#!/usr/bin/env python3
"""Damages documents and checks that what is accepted has lost nothing, and moved nothing.

The oracle reads the lines of the damaged text by itself: which codes they show in rows and in
headings, and which words belong to which code. A word may be missing only where a problem was
reported on a line of that code.

ACTDIAG_MUTANTS=N tries N mutants; ACTDIAG_SEED=N others.
"""

import html
import os
import random
import re
import subprocess

import harness

MUTANTS = int(os.environ.get("ACTDIAG_MUTANTS", 500))
SEED = int(os.environ.get("ACTDIAG_SEED", 1))
READER = harness.BUILD / "tests/compiler/read-articles"

INSERTED = ["", "***", "---", "===", "# H", "### H", "#### H", "|", "> quote", "- item", "1. item",
            "<!-- note -->", "<!--", "-->", "```", "    code", "<div>", "</div>", "<br>", "text",
            "[^1]: note", "| a | b | c |", "**bold**"]
PREFIXES = ["\t", "    ", "- ", "1. ", "> ", "# ", "#", "| ", "\\", "\u200b", "<b>", "```", "<!-- "]

CODE = r"0 ?[xX] ?[0-9A-Fa-f]{8}"
MARKS = r"(?:\W|\d+[.)]\s)*?"
ROW = re.compile(rf"^{MARKS}({CODE})")
HEADING = re.compile(rf"^(?:(?!#)\W|\d+[.)]\s)*###(?!#){MARKS}({CODE})")
FURTHER = re.compile(rf"\s*,\s*({CODE})")
LINKED = re.compile(rf"[^\w|]*\|?[^|]*\]\(#({CODE})")
MARKUP = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>|&nbsp;", re.DOTALL)
TITLE = re.compile(r" {0,3}####|\s*\*\*[^*]+\*\* *[:：]?\s*$")
WORD = re.compile(r"[^\W\d_]{4,}")


def mutate(text, chance):
    """One edit of text, sometimes two."""
    for _ in range(chance.choice((1, 1, 1, 2))):
        text = chance.choice(EDITS)(text, chance)
    return text


def on_line(edit):
    """An edit of the lines at one place: of a row or heading of a code every other time."""
    def apply(text, chance):
        lines = text.split("\n")
        coded = [i for i, line in enumerate(lines) if ROW.match(MARKUP.sub("", line))]
        if coded and chance.random() < 0.5:
            place = chance.choice(coded)
        else:
            place = chance.randrange(len(lines))
        edit(lines, place, chance)
        return "\n".join(lines)
    return apply


def delete_pipe(lines, place, chance):
    pipes = [i for i, c in enumerate(lines[place]) if c == "|"]
    if pipes:
        at = chance.choice(pipes)
        lines[place] = lines[place][:at] + lines[place][at + 1:]


def swap_cells(lines, place, chance):
    cells = lines[place].split("|")
    if len(cells) > 2:
        a, b = chance.randrange(len(cells)), chance.randrange(len(cells))
        cells[a], cells[b] = cells[b], cells[a]
        lines[place] = "|".join(cells)


def swap_lines(lines, place, chance):
    other = max(0, min(len(lines) - 1, place + chance.choice((-2, -1, 1, 2))))
    lines[place], lines[other] = lines[other], lines[place]


def join(lines, place, _chance):
    if place + 1 < len(lines):
        lines[place:place + 2] = [lines[place] + lines[place + 1]]


def delete(lines, place, _chance):
    del lines[place]


def insert(lines, place, chance):
    lines.insert(place, chance.choice(INSERTED))


def duplicate(lines, place, _chance):
    lines.insert(place, lines[place])


def prefix(lines, place, chance):
    lines[place] = chance.choice(PREFIXES) + lines[place]


def flip(text, chance):
    data = bytearray(text.encode("utf-8", "surrogateescape"))
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(7)
    return data.decode("utf-8", "surrogateescape")


EDITS = [on_line(edit) for edit in (delete_pipe, swap_cells, swap_lines, join, delete, insert, insert,
                                    duplicate, prefix)] + [flip]


def number(code):
    return int(code.replace(" ", ""), 16)


def bare(line):
    return MARKUP.sub("", line).replace("\\", "")


def codes_of(heading):
    """The codes that a match of HEADING begins with."""
    codes, place = [number(heading[1])], heading.end()
    while further := FURTHER.match(heading.string, place):
        codes.append(number(further[1]))
        place = further.end()
    return codes


def heading_of(line):
    """A match of HEADING; what a damaged tag leaves before the code does not matter."""
    after = re.match(r" {0,3}(###)(?!#).*>(.*)", line)
    return HEADING.match(bare(line)) or (HEADING.match(after[1] + after[2]) if after else None)


class Shown:
    """What the lines of a document show."""

    def __init__(self, text):
        self.lines = re.split(r"\r\n|\r|\n", text)
        start = 0
        if self.lines[0].strip() == "---":
            ends = [i for i, line in enumerate(self.lines[1:], 1) if line.strip() == "---"]
            start = ends[0] + 1 if ends else 0
        self.sections = {}  # code: its lines, a range
        self.rows = []  # code, number of its line
        self.read_headings(start)
        for i in range(start, len(self.lines)):
            self.read_row(i)

    def read_headings(self, start):
        """Sections from heading to heading, each for all codes that begin its heading."""
        open_codes, in_fence = [], False
        for i in range(start, len(self.lines)):
            heading = heading_of(self.lines[i])
            in_fence ^= bool(re.match(r"\s*```", self.lines[i]))
            ends = re.match(r" {0,3}#{1,3}(?:[ \t]|$)", self.lines[i]) and not in_fence
            if not heading and not ends:
                continue
            for code in open_codes:
                self.sections[code] = range(self.sections[code].start, i)
            open_codes = codes_of(heading) if heading else []
            self.sections |= dict.fromkeys(open_codes, range(i, len(self.lines)))

    def read_row(self, i):
        """A row: a code alone in its cell, after marks or a pipe; or a link to a section.

        The anchor of a section of several codes is of all of them: the label then says which.
        """
        line = bare(self.lines[i])
        if "|" not in line or HEADING.match(line) or line.lstrip().startswith("<!--"):
            return
        row, anchor = ROW.match(line), LINKED.match(line)
        linked = number(anchor[1]) if anchor else None
        rest = re.sub(r"\([^|)]*\)", "", line[row.end():]) if row else ""
        named = number(row[1]) if row else None
        if named != linked and self.sections.get(named) == self.sections.get(linked, 0):
            linked = named
        if linked in self.sections:
            self.rows.append((linked, i))
        elif row and ("|" in row[0] or re.match(r"[^\w|]*\|", rest)):
            self.rows.append((named, i))

    def region(self, code):
        """Numbers of the lines that belong to a code."""
        return [i for row, i in self.rows if row == code] + list(self.sections.get(code, ()))

    def words(self, code):
        """Words that the code's texts must have."""
        words = set()
        for row, i in self.rows:
            if row == code:
                line = re.sub(r"^[^\w|]*\|", "", self.lines[i], count=1)
                cells = re.split(r"(?<!\\)\|", line)
                words |= words_of("|".join(cells[1:2] + cells[3:]))
        lines = [self.lines[i] for i in self.sections.get(code, ())][1:]
        return words | words_of("\n".join(without_titles(lines)))


def without_titles(lines):
    """Lines of a section without what plain text leaves out: titles, and the quoted message."""
    heads = [i for i, line in enumerate(lines) if TITLE.match(line) and (
        "#" in line or not "".join([*lines[max(i - 1, 0):i], *lines[i + 1:i + 2]]).strip())]
    first = heads[0] if heads else 0
    quotes = [i for i in range(first) if re.match(r" {0,3}>", lines[i])]
    if quotes:
        before = quotes[0] - 1
        while before >= 0 and not lines[before].strip():
            before -= 1
        while before >= 0 and lines[before].strip():
            before -= 1
        lines = lines[:before + 1] + lines[quotes[-1] + 1:]
    return [line for line in lines if not TITLE.match(line) and not re.match(r".*```|.*\[!", line)]


def words_of(markdown):
    text = re.sub(r"\]\([^)]*\)", " ", MARKUP.sub(" ", markdown))
    return set(WORD.findall(html.unescape(re.sub(r"[*_`\\]", " ", text))))


class Mutation(harness.FolderTest):
    """Damaged documents."""

    def documents(self):
        paths = [*harness.DOCUMENTS, *sorted((harness.SOURCE / "tests/compiler/shapes").iterdir())]
        paths += sorted(harness.ARTICLES.glob("*.md")) if harness.ARTICLES.is_dir() else []
        return [path.read_text("utf-8-sig") for path in paths]

    def read(self, documents):
        """What is read of each: whether it is accepted, problems, texts by code."""
        data = b"".join(b"%d\n%b" % (len(each), each) for each in documents)
        output = subprocess.run([READER], input=data, stdout=subprocess.PIPE, check=True).stdout
        place, results = 0, []

        def take(length):
            nonlocal place
            place += length
            return output[place - length:place].decode()

        def numbers(base=10):
            return [int(word, base) for word in take(output.index(b"\n", place) + 1 - place).split()]

        for _ in documents:
            errors, entries, length = numbers()
            said, texts = take(length), {}
            for _ in range(entries):
                code, *lengths = take(output.index(b"\n", place) + 1 - place).split()
                texts[int(code, 16)] = [take(int(length)) for length in lengths]
            results.append((errors, said, texts))
        self.assertEqual(place, len(output))
        return results

    def faults(self, text, said, texts):
        """What is wrong with an accepted document."""
        shown = Shown(text)
        reported = {int(line) for line in re.findall(r"^a\.en\.md:(\d+):", said, re.MULTILINE)}
        codes = {code for code, _ in shown.rows}
        if codes != set(texts) or not set(shown.sections) <= codes or len(shown.rows) != len(texts):
            names = {f"0x{code:08X}" for code in (codes | set(shown.sections)) ^ set(texts)}
            yield f"codes gone or added: {names}, {len(shown.rows)} rows, {len(texts)} entries"
            return
        for code, fields in texts.items():
            region = shown.region(code)
            if reported & {i + 1 for i in region}:
                continue
            read = "\n".join(fields)
            source = "\n".join(shown.lines[i] for i in region)
            source += html.unescape(source) + re.sub(r"\]\([^)]*\)|[][*_~`\\]|<[^<>]*>", "", source)
            source += re.sub(r"` ?| ?`", "", source)  # a code span loses a blank at its ends
            gone = {word for word in shown.words(code) if word not in read}
            added = {word for word in WORD.findall(read) if word not in source}
            if gone or added:
                yield f"0x{code:08X}: gone {gone}, from elsewhere {added}"

    def test_mutants(self):
        """No accepted mutant has lost a code or a text, or has a text of another code."""
        if not READER.exists():
            self.skipTest(f"{READER.name} is built by make check")
        originals, chance = self.documents(), random.Random(SEED)
        accepted = 0
        for first in range(0, MUTANTS, 100):
            mutants = [mutate(originals[i % len(originals)], chance)
                       for i in range(first, min(MUTANTS, first + 100))]
            data = [mutant.encode("utf-8", "surrogateescape") for mutant in mutants]
            for i, (errors, said, texts) in enumerate(self.read(data)):
                if errors:
                    self.assertRegex(said, r"(?m)^a\.en\.md:\d+:\d+: error: ")
                    continue
                accepted += 1
                found = list(self.faults(mutants[i], said, texts))
                if found:
                    name = f"mutant-{SEED}-{first + i}.md"
                    if "ACTDIAG_KEEP" in os.environ:
                        (harness.BUILD / name).write_bytes(data[i])
                    with self.subTest(name):
                        self.fail("\n".join(found[:3]))
        self.assertGreater(accepted, MUTANTS // 5, "too few were accepted to learn from")


if __name__ == "__main__":
    harness.main()
