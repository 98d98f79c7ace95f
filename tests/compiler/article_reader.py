"""Reads an article without cmark-gfm: as much of Markdown as the published revisions use.

It is a reference to compare with, so it shares nothing with actdiag-compile, and knows the rules of
doc/document-format.md only: what a text is after links, lists, code, quotes and tags are resolved.
"""

import html
import re

CODE = re.compile(r"0 ?x ?([0-9A-Fa-f]{8})\b")
ITEM = re.compile(r"( *)([-*+]|\d+[.)])( +)(.*)")
FENCE = re.compile(r"( *)```")
MARKER = re.compile(r"\*\*[^*]+\*\* *[:：]? *")
TAG = re.compile(r"</?(?:a|b|i|em|strong|sup|sub|span|li)\b[^>]*>")
LINK = re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)]*)\)")


def inlines(text):
    """A paragraph's or cell's text."""
    kept = []

    def keep(literal):
        kept.append(literal)
        return f"\0{len(kept) - 1}\0"

    text = re.sub(r"`([^`]+)`", lambda match: keep(match[1]), text)
    text = re.sub(r"\\([!-/:-@\[-`{-~])", lambda match: keep(match[1]), text)
    text = re.sub(r"<br ?/?>", "\n", text)
    text = TAG.sub("", text)
    text = LINK.sub(
        lambda match: f"{match[1]} {keep('<' + match[2] + '>')}" if ":" in match[2] else match[1],
        text,
    )
    text = re.sub(r"\*\*(.+?)\*\*", r"\1", text)
    text = re.sub(r"(?<!\*)\*([^*]+)\*", r"\1", text)
    text = html.unescape(text).replace("\N{NO-BREAK SPACE}", " ")
    text = re.sub(r"[ \t]+", " ", text)
    text = "\n".join(line.strip() for line in text.strip().split("\n"))
    return re.sub(r"\0(\d+)\0", lambda match: kept[int(match[1])], text)


def indent(text, width):
    """Each line that is not empty, moved to the right."""
    return "\n".join(" " * width + line if line else line for line in text.split("\n"))


def take_while(lines, accepts):
    """The first lines that are accepted, removed from lines."""
    count = next((i for i, line in enumerate(lines) if not accepts(line)), len(lines))
    taken, lines[:count] = lines[:count], []
    return taken


def take_fence(lines):
    """A code block between two fences."""
    width = len(FENCE.match(lines.pop(0))[1])
    code = take_while(lines, lambda line: not FENCE.match(line))
    lines.pop(0)
    return indent("\n".join(line[min(width, len(line) - len(line.lstrip())) :] for line in code), 4)


def take_quote(lines):
    """A quote without the marker of an alert."""
    quoted = [line[1:].removeprefix(" ") for line in take_while(lines, lambda t: t[:1] == ">")]
    return blocks(quoted[1:] if quoted[0].startswith("[!") else quoted)


def take_item(lines):
    """One item: its marker, its lines, and whether blank lines part it."""
    match = ITEM.match(lines.pop(0))
    width = len(match[1]) + len(match[2]) + len(match[3])
    rest = take_while(lines, lambda line: not line.strip() or line.startswith(" " * width))
    trailing = 0
    while rest and not rest[-1].strip():
        rest.pop()
        trailing = 1
    return match[2], [match[4]] + [line[width:] for line in rest], trailing


def take_list(lines):
    """Items with the same kind of marker."""
    kind = ITEM.match(lines[0])[2][-1]
    items, is_loose, ends_blank, first = [], False, 0, 0
    while lines and (match := ITEM.match(lines[0])) and match[2][-1] == kind:
        is_loose |= bool(ends_blank)
        marker, content, ends_blank = take_item(lines)
        items.append(content)
        is_loose |= has_gap(content)
        first = int(marker[:-1] or 0) if len(items) == 1 else first
    gap = "\n\n" if is_loose else "\n"
    texts = []
    for index, content in enumerate(items):
        marker = "- " if kind in "-*+" else f"{first + index}. "
        texts.append(marker + indent(blocks(content, gap), len(marker))[len(marker) :])
    return gap.join(texts)


def has_gap(content):
    """Whether a blank line parts two blocks of an item (not lines of code, nor inner items)."""
    inside_fence = inside_list = False
    for line, following in zip(content, content[1:]):
        inside_fence ^= bool(FENCE.match(line))
        inside_list |= bool(ITEM.match(line))
        is_inner = inside_fence or (inside_list and following.startswith(" "))
        if not line.strip() and following.strip() and not is_inner:
            return True
    return False


def begins_block(line):
    """Whether a line ends the paragraph before it."""
    return not line.strip() or FENCE.match(line) or line[:1] == ">" or ITEM.match(line)


def take_paragraph(lines):
    """Lines up to a blank one or another block."""
    taken = [lines.pop(0)] + take_while(lines, lambda line: not begins_block(line))
    joined = taken[0].strip()
    for before, line in zip(taken, taken[1:]):
        joined += ("<br>" if before.endswith("  ") else " ") + line.strip()
    return inlines(joined)


def blocks(lines, gap="\n\n"):
    """The text of paragraphs, lists, quotes and code."""
    lines, texts = list(lines), []
    while lines:
        if not lines[0].strip():
            lines.pop(0)
        elif FENCE.match(lines[0]):
            texts.append(take_fence(lines))
        elif lines[0].startswith(">"):
            texts.append(take_quote(lines))
        elif ITEM.match(lines[0]):
            texts.append(take_list(lines))
        else:
            texts.append(take_paragraph(lines))
    return gap.join(text for text in texts if text)


def split_cells(line):
    """Cells of a table's row, unchanged."""
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]


def read_code(cell):
    """A code cell: the anchor decides, else the label."""
    anchor = re.search(r"\(#0x([0-9a-f]{8})", cell)
    return int((anchor or CODE.search(cell))[1], 16)


def without_message(lines):
    """What comes before the first marker, without the quoted message and its announcement."""
    quote = next((i for i, line in enumerate(lines) if re.match(r">(?! *\[!)", line)), None)
    if quote is None:
        return lines
    before, after = lines[:quote], lines[quote:]
    take_while(after, lambda line: line[:1] == ">")
    while before and not before[-1].strip():
        before.pop()
    while before and before[-1].strip():
        before.pop()
    return before + [""] + after


def read_section(lines):
    """Cause and steps of a section below its heading."""
    heads = [i for i, line in enumerate(lines) if line.startswith("#### ")]
    is_marked = not heads
    if is_marked:
        heads = [i for i, line in enumerate(lines) if MARKER.fullmatch(line)]
    front = blocks(without_message(lines[: heads[0]]))
    cause = blocks(lines[heads[0] + 1 : heads[1]])
    keeps_labels = is_marked and len(heads) > 2
    steps = blocks(lines[heads[1] + (0 if keeps_labels else 1) :])
    return "\n\n".join(text for text in (front, cause) if text), steps


def read(path):
    """Code to message, cause and steps, in the order of the table."""
    lines = path.read_text("utf-8-sig").split("\n")
    rows = [split_cells(line) for line in lines if re.match(r"\| *\[?0 ?x", line)]
    sections = {}
    for i, line in enumerate(lines):
        code = line.startswith("### ") and CODE.search(re.sub(r"<a [^>]*>", "", line))
        if code:
            end = next((j for j in range(i + 1, len(lines)) if re.match("#{1,3} ", lines[j])), None)
            sections[int(code[1], 16)] = read_section(lines[i + 1 : end])
    entries = {}
    for cells in rows:
        code = read_code(cells[0])
        rest = map(inlines, cells[3:]) if len(cells) == 5 else sections[code]
        entries[code] = (inlines(cells[1]), *rest)
    return entries
