#!/usr/bin/env python3
"""Title, date and language of a document, from its front matter and its file name."""

import fresh_library
import harness
from refusal import GOOD, Refusal

# As written, and as it is kept.
TITLES = {
    "Codes": "Codes",
    " \t'Codes' ": "Codes",
    '"Codes"\t ': "Codes",
    "'": "'",
    "'Codes": "'Codes",
    "'Codes\"": "'Codes\"",
    "''": "",
    "": "",
    '"a: b"': "a: b",
}
DATES = {
    "3/1/2024": "2024-03-01",
    "03/01/2024": "2024-03-01",
    "2024-3-1": "2024-03-01",
    "'12/31/2024'": "2024-12-31",
    "": "",
}
NO_DATES = (
    "today", "2024", "3/1", "3/1/24", "3/1/2024x", "3.1.2024", "13/1/2024", "0/1/2024",
    "1/0/2024", "1/32/2024", "2024-13-01", "2024-00-01", "2024-01-00", "2024-01-32", "20240-01-01",
    "4294969320-01-01", "2024-01", "2024-01/01", "x/1/2024", "3/:/2024",
)
TAGS = {
    "ja": "ja",
    "JA-JP": "ja-JP",
    "pt-br": "pt-BR",
    "zh-HANT-tw": "zh-Hant-TW",
    "es-419": "es-419",
    "sl-rozaj-BISKE": "sl-rozaj-biske",
    "de-1996": "de-1996",
    "fil": "fil",
    "de-abcdefgh": "de-abcdefgh",
}
NO_TAGS = (
    "", "j", "1a", "e1", "a:", "e[", "{}", "engl", "ja-", "-ja", "ja--JP", "ja-J", "ja_JP", "ja JP",
    "de-abcdefghi", "de-a.", "de-a:", "de-{}", "de-[]",
)
# The language from the name of a file, where nothing else gives it.
NAMES = {
    "codes.ja.md": "ja",
    "ja-jp.2020-09.md": "ja-JP",
    "ja.en.md": "en",
    "codes.fil-PH.md": "fil-PH",
    "zh-tw.md": "zh-TW",
    "folder.de/codes.en.md": "en",
}
NO_NAMES = ("codes", "codes.md", "the.md", "codes.fil.md", "ja", ".md", "codes.en/codes.md")


class FrontMatter(Refusal):
    """Documents in front matter of all kinds."""

    def documents(self, contents, names=None):
        """What the library knows of documents, each of which has a code of its own."""
        names = names or [f"{number}.md" for number in range(len(contents))]
        inputs = []
        for number, (name, content) in enumerate(zip(names, contents)):
            path = self.folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(content + GOOD.replace("0001", f"{number:04X}"), "utf-8")
            inputs.append(path)
        library = fresh_library.load(self.folder, inputs)
        return [library.document(number) for number in range(len(contents))]

    def warn(self, key, values, text):
        """Each value of a key is ignored with a warning at its place."""
        for value in values:
            with self.subTest(value):
                self.write("a.en.md", f"---\n{key}: {value}\n---\n{GOOD}")
                process = self.run_compiler("--check", "a.en.md")
                self.assertEqual(process.stderr,
                                 f'a.en.md:2:{len(key) + 3}: warning: "{value}" {text}\n')
                self.assertEqual(process.returncode, 0)

    def test_titles(self):
        """Blanks and quotes around a value are not part of it; other keys are ignored."""
        matters = [f"---\ntitle:{title}\n---\n" for title in TITLES]
        matters += [
            "--- \t\ntitles: x\ntitl: x\ntitle x\nxtitle: x\nti\n\t---\n",
            "",
            "---x\ntitle: x\n---\n\n",
            "xyz\ntitle: x\n---\n\n",
        ]
        names = [f"{number}.en.md" for number in range(len(matters))]
        found = [title for _, title, _, _ in self.documents(matters, names)]
        self.assertEqual(found, [*TITLES.values(), "", "", "", ""])

    def test_dates(self):
        """As Microsoft writes them and as ISO 8601 does; anything else is ignored."""
        matters = [f"---\nms.date: {date}\n---\n" for date in DATES]
        names = [f"{number}.en.md" for number in range(len(matters))]
        found = [date for _, _, date, _ in self.documents(matters, names)]
        self.assertEqual(found, list(DATES.values()))
        self.warn("ms.date", NO_DATES,
                  "is not a date; ignored; expected MM/DD/YYYY or YYYY-MM-DD")

    def test_tags(self):
        """Tags in their usual case; anything else is ignored."""
        matters = [f"---\nms.contentlocale: {tag}\n---\n" for tag in TAGS]
        found = [language for language, _, _, _ in self.documents(matters)]
        self.assertEqual(found, list(TAGS.values()))
        self.warn("ms.contentlocale", NO_TAGS,
                  "is not a language tag; ignored; expected one such as ja or pt-BR")

    def test_names(self):
        """The last part of a file's name but one, or its first."""
        found = [language for language, _, _, _ in self.documents([""] * len(NAMES), list(NAMES))]
        self.assertEqual(found, list(NAMES.values()))
        for name in NO_NAMES:
            with self.subTest(name):
                path = self.folder / "no" / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(GOOD, "utf-8")
                self.refuse(f"no/{name}: error: the document's language is not known; name it, as"
                            f" in en=no/{name}\n", f"no/{name}")


if __name__ == "__main__":
    harness.main()
