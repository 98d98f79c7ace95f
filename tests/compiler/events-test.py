#!/usr/bin/env python3
"""The table of events: its rows in the generated table, and what is refused."""

import re

import harness
from refusal import GOOD, Refusal

KINDS = {"fault": 1, "look": 2, "good": 3, "noise": 4}


class Events(Refusal):
    """Rows of a number, a kind and a source."""

    def rows(self, text):
        """The rows of act_table_events that a table of events becomes."""
        self.write("good.en.md", GOOD)
        self.write("events.tsv", text)
        process = self.run_compiler("-o", "table.c", "--events", "events.tsv", "good.en.md")
        self.assertEqual((process.returncode, process.stderr), (0, ""))
        table = (self.folder / "table.c").read_text("utf-8")
        body = re.search(r"act_table_events\[\] = \{\n(.*?)\};", table, re.DOTALL)[1]
        rows = [tuple(map(int, re.findall(r"\d+", line))) for line in body.splitlines()]
        (count,) = re.findall(r"#define ACT_TABLE_EVENT_COUNT (\d+)", table)
        return int(count), rows

    def test_table(self):
        """Every kind, the smallest number and the largest."""
        numbers = (1, 900, 8198, 65535)
        text = "# number\tclass\tsource\n" + "".join(
            f"{number}\t{kind}\ts\n" for number, kind in zip(numbers, KINDS)
        )
        self.assertEqual(self.rows(text), (4, list(zip(numbers, KINDS.values()))))

    def test_none(self):
        """C has no empty arrays: the count is what says that there are none."""
        self.assertEqual(self.rows("# nothing\n"), (0, [(0, 0)]))

    def test_refused(self):
        """Each cell, with its place."""
        self.write("good.en.md", GOOD)
        number = "the number of an event, from 1 to 65535"
        for cells, column, expected in (
            (("x", "fault", "s"), 0, number),
            (("0", "fault", "s"), 0, number),
            (("-5", "fault", "s"), 0, number),
            (("5x", "fault", "s"), 0, number),
            (("65536", "fault", "s"), 0, number),
            (("9" * 30, "fault", "s"), 0, number),
            (("12", "fault", "s"), 0, "a number greater than that of the row before"),
            (("11", "fault", "s"), 0, "a number greater than that of the row before"),
            (("13", "unknown", "s"), 1, "fault, look, good or noise"),
            (("13", "Fault", "s"), 1, "fault, look, good or noise"),
            (("13", "fault", "-"), 2, "the source of what is said of the event"),
        ):
            self.write("events.tsv", "12\tnoise\ts\n" + "\t".join(cells) + "\n14\tgood\ts\n")
            place = 1 + sum(len(cell) + 1 for cell in cells[:column])
            self.refuse(
                f'events.tsv:2:{place}: error: "{cells[column]}"; expected {expected}\n',
                *("--events", "events.tsv", "good.en.md"),
            )
        self.write("events.tsv", "12\tnoise\n")
        self.refuse(
            "events.tsv:1:1: error: 2 columns; expected 3, separated by tabs\n",
            *("--events", "events.tsv", "good.en.md"),
        )
        self.refuse(
            "none.tsv: error: cannot be read: No such file or directory\n",
            *("--events", "none.tsv", "good.en.md"),
        )


if __name__ == "__main__":
    harness.main()
