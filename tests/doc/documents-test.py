#!/usr/bin/env python3
"""Checks the facts of our documents: of each language against English, and against the article.

All are read here with a few regular expressions, not with actdiag-compile. A fact is what must be
the same in every language: a code, a number, a command, an abbreviation, the target of a link.
"""

import dataclasses
import re
import subprocess
import unittest

import harness

PRIMARY = [path for tag, path in harness.LISTED if tag == harness.LANGUAGES[0]]
ENGLISH = [path for tag, path in harness.LISTED if tag == "en"]
# Each other document with the English one that it translates: their names differ in the tag alone.
PAIRS = [
    (path, path.with_name(path.name.replace(f".{tag}.", ".en.")))
    for tag, path in harness.LISTED if tag != "en"
]
COPY_CHECK = harness.SOURCE.parent / "shared/tools/copied-sentences"
NEWEST = "en-us.2025-01"
SITE = "https://learn.microsoft.com"

NUMBER_WORDS = {"five": "5", "six": "6"}
# Japanese counts with digits where English has words or none: つ (things), 文字 (characters) …; and
# its laptop has an abbreviation in it.
NO_FACTS = r"\d+ (?=つ|文字|ブロック|characters)|ノート PC"

# Not facts of the article: the numbers of its own paragraphs, and a sentence in capitals.
SOLUTION_NUMBERS = r"\b[Ss]olutions? \d(?: and \d)?\b"
CAPITALS = r"\b[A-Z]{2,}(?: [A-Z]{2,}){5,}"

TYPE_WORDS = {
    "KMS クライアント": "KMS client",
    "KMS ホスト": "KMS host",
    "トークン": "Token",
    "デジタル ライセンス": "Digital license",
}

# What the article's sections have and ours need not: place, fact and why.
LEFT_OUT = {
    ("0x8007007B", "0x8007007B"): "the article's message repeats the code",
    ("0xC004F06C", "UTP"): "a misprint for UTC, which ours has",
    ("0xC004F035", "AND"): "a word that the message stresses",
    ("0xC004F035", "multiple activation key"): "ours has the abbreviation",
    ("0xC004F064", "windows activation tools"): "its name is Windows Activation Technologies",
    (
        "0xC004F041",
        f"{SITE}/windows/deployment/volume-activation/activate-using-key-management-service-vamt"
        "#configure-kms-in-windows-10",
    ): "the page has no such heading; ours lead to the two that it has",
}


@dataclasses.dataclass
class Section:
    heading: str
    text: str
    message: str = ""
    types: frozenset = frozenset()
    anchor: str = ""

    def parts(self):
        """Cause and resolution, for a section of ours."""
        return re.split(r"^#### .*\n", self.text, flags=re.M)[1:]


def read(path):
    """Sections by code, in the order of the table; the row's cells go with them."""
    text = path.read_text(encoding="utf-8-sig")
    rows = re.findall(
        r"^\| ?\[(0x\w{8})\]\(#(\S+?)\) \|(.*?)\|(.*?)\|$", text, flags=re.M
    )
    pieces = re.split(r"^### (?=0x)(.*)\n", text, flags=re.M)
    sections = {
        normal_code(code): Section(heading, body)
        for heading, body in zip(pieces[1::2], pieces[2::2])
        for code in re.match(r"0x\w{8}(?:, 0x\w{8})*", heading).group().split(", ")
    }
    for code, anchor, message, types in rows:
        section = sections[normal_code(code)]
        section.message, section.anchor = message.strip(), anchor
        section.types = frozenset(
            TYPE_WORDS.get(cell.strip(), cell.strip()) for cell in types.split("<br />")
        )
    return sections


def normal_code(text):
    return "0x" + text[2:].upper()


def commands(text):
    """Lines of code blocks, and code spans, in order; a placeholder's own name does not count."""
    found = re.findall(r"^ *```[\w ]*\n(.*?)^ *```|`([^`\n]+)`", text, flags=re.M | re.S)
    lines = [line.strip() for block, span in found for line in (block or span).splitlines()]
    return [re.sub(r"<[^<>]*>", "<>", line) for line in lines]


def targets(text):
    """Targets of links, in order, as full addresses."""
    found = re.findall(r"\]\(([^)\s]+)\)", text)
    return [SITE + target if target.startswith("/") else target for target in found]


def prose(text):
    text = re.sub(r"^ *```[\w ]*\n.*?^ *```|`[^`\n]+`", " ", text, flags=re.M | re.S)
    text = re.sub(r"\]\([^)\s]+\)", "]", text)
    text = re.sub(r"^ *(?:\d+\.|> ?\[!\w+\])", " ", text, flags=re.M)
    return re.sub(SOLUTION_NUMBERS + "|" + CAPITALS, " ", text)


def words(text):
    """Codes, numbers and abbreviations of the prose."""
    text = prose(text)
    for word, digit in NUMBER_WORDS.items():
        text = re.sub(rf"\b{word}\b", digit, text)
    text = re.sub(NO_FACTS, " ", text)
    codes = {normal_code(code) for code in re.findall(r"0x[0-9A-Fa-f]{8}", text)}
    rest = re.sub(r"0x[0-9A-Fa-f]{8}", " ", text)
    return codes | set(re.findall(r"(?<![\w.-])(?:[A-Z]{2,}|\d+)(?![A-Za-z0-9])", rest))


def names(text):
    """What the prose sets in bold or italics, and names of several capitalised words."""
    lines = [line for line in prose(text).splitlines() if not line.startswith(">")]
    text = re.sub(r"\*\*(?:Cause|Solution)?s?\s*:\s*\*\*", " ", "\n".join(lines))
    stressed = re.findall(r"\*{1,2}([^*\n]+)\*{1,2}", text)
    name = r"(?<=[a-z,\[(] )(?:[A-Z][a-z]+ )+[A-Z][a-z]+|(?<=[\[(])(?:[A-Z][a-z]+ )+[A-Z][a-z]+"
    return {found.replace("\\\\", "\\").casefold() for found in stressed + re.findall(name, text)}


def slug(heading):
    """The anchor that GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


class OurDocuments(unittest.TestCase):
    def each_pair(self):
        """The sections of each document and of its English one."""
        for translated, english in PAIRS:
            with self.subTest(translated.name):
                yield read(translated), read(english)

    def test_the_primary_language_is_complete(self):
        primary = [english for path, english in PAIRS if path in PRIMARY]
        self.assertEqual(primary, ENGLISH)
        for path in PRIMARY:
            self.assertEqual(list(read(path)), list(read(dict(PAIRS)[path])))

    def test_codes_come_in_the_same_order(self):
        """A further language may lack some: the others answer for it."""
        for translated, english in self.each_pair():
            self.assertTrue(translated)
            self.assertEqual(list(translated), [code for code in english if code in translated])

    def test_rows_and_sections_come_in_the_same_order(self):
        for path in harness.DOCUMENTS:
            text = path.read_text(encoding="utf-8")
            rows = re.findall(r"^\| \[(0x\w{8})\]", text, flags=re.M)
            headings = re.findall(r"^### (0x\w{8}(?:, 0x\w{8})*) ", text, flags=re.M)
            self.assertEqual(rows, [code for codes in headings for code in codes.split(", ")])

    def test_links_of_the_table_lead_to_their_sections(self):
        for path in harness.DOCUMENTS:
            for code, section in read(path).items():
                with self.subTest(path.name, code=code, heading=section.heading):
                    self.assertEqual(section.anchor, slug(section.heading))

    def test_each_section_names_its_sources(self):
        for path in harness.DOCUMENTS:
            sections = re.split(r"(?m)^#{1,3} ", path.read_text("utf-8"))
            sections = [section for section in sections if section.startswith("0x")]
            self.assertGreater(len(sections), 20)
            for section in sections:
                with self.subTest(path.name, section=section.splitlines()[0]):
                    self.assertRegex(section, r"(?m)^<!-- source: \S.* -->$")

    def test_the_same_date(self):
        for pair in PAIRS:
            dates = [re.search(r"^ms\.date: (\S+)$", path.read_text("utf-8"), flags=re.M).group(1)
                     for path in pair]
            self.assertEqual(dates[0], dates[1])

    def test_the_same_facts(self):
        for translated, sections in self.each_pair():
            for code, other in translated.items():
                english = sections[code]
                with self.subTest(code=code):
                    self.assertEqual(other.types, english.types)
                    self.assertEqual(words(other.message), words(english.message))
                    pairs = list(zip(other.parts(), english.parts(), strict=True))
                    self.assertEqual(len(pairs), 2)
                    for ours, theirs in pairs:
                        self.assertEqual(commands(ours), commands(theirs))
                        self.assertEqual(targets(ours), targets(theirs))
                        self.assertEqual(words(ours), words(theirs))

    def test_lists_of_the_same_shape(self):
        marks = r"^ *(?:\d+\.|-) "
        for translated, sections in self.each_pair():
            for code, other in translated.items():
                with self.subTest(code=code):
                    self.assertEqual(re.findall(marks, other.text, flags=re.M),
                                     re.findall(marks, sections[code].text, flags=re.M))

    def test_no_sentence_is_the_article_s(self):
        if not COPY_CHECK.is_file():
            self.skipTest("no ../shared/tools/copied-sentences")
        run = subprocess.run(
            [COPY_CHECK, *harness.DOCUMENTS], stdout=subprocess.PIPE, text=True, check=False
        )
        self.assertEqual(run.stdout, "")
        self.assertEqual(run.returncode, 0)


class AgainstTheArticle(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.article = read(harness.article(NEWEST))
        cls.ours = read(ENGLISH[0])

    def test_codes_and_types_are_the_article_s(self):
        self.assertEqual(list(self.ours), list(self.article))
        for code, section in self.article.items():
            with self.subTest(code=code):
                self.assertEqual(self.ours[code].types, section.types)

    def test_every_fact_of_the_article_is_in_ours(self):
        used = set()
        for code, section in self.article.items():
            ours = self.ours[code]
            have = words(ours.message) | words(ours.text)
            have |= set(commands(ours.text)) | set(targets(ours.text))
            facts = words(section.message) | words(section.text)
            facts |= set(commands(section.text)) | set(targets(section.text))
            text = re.sub(r"[*`\[\]]", "", " ".join([ours.heading, ours.message, ours.text]))
            missing = facts - have
            missing |= {name for name in names(section.text) if name not in text.casefold()}
            with self.subTest(code=code):
                self.assertEqual({fact for fact in missing if (code, fact) not in LEFT_OUT}, set())
            used |= {(code, fact) for fact in missing}
        self.assertEqual(set(LEFT_OUT) - used, set(), "exceptions that nothing needs")

    def test_the_article_has_facts_to_compare(self):
        self.assertLessEqual({"10", "6"}, words(self.article["0xC004C008"].text))
        self.assertIn("slmgr.vbs /skms <>", commands(self.article["0x8007232B"].text))
        self.assertIn("12288", words(self.article["0xC004F074"].text))
        self.assertIn("pid.txt", names(self.article["0xC004F014"].text))
        self.assertIn("network time protocol", names(self.article["0xC004F06C"].text))
        self.assertEqual(
            targets(self.article["0x8007007B"].text),
            [f"{SITE}/windows-server/get-started/common-troubleshooting-procedures-kms-dns"],
        )


if __name__ == "__main__":
    harness.main()
