#!/usr/bin/env python3
"""Prints Markdown tables of what make bench saved: tables.py BENCH.json. doc/performance.md has them.

Each figure is the median ratio of a contender's cost to that of the base, measured next to it.
"""

import pathlib
import sys

import plot
import report

TABLES = (
    ("lookup", "mixed", "Looking codes up, half of them hits, cost in empty calls"),
    ("lookup", "latency", "The same where each call waits for the last, cost in calls that return "
                          "their argument"),
    ("scan", None, "Scanning for codes with a prefix, cost in reads of the same memory"),
    ("scan-all", None, "Scanning for known codes in all forms, cost in reads of the same memory"),
    ("process", None, "Whole processes on 300 MB, cost in `wc -l`"),
    ("load", None, "Loading, cost in an empty library's"),
    ("compile", None, "Compiling documents, cost in that of 30 entries"),
    ("stream", None, "`actdiag scan --count` on a pipe, cost in that of 1 MB"),
)


def columns(loaded, kind, series):
    """The columns of a table: heading, group and series."""
    for group in loaded.groups():
        if group.split()[0] == kind:
            for name in loaded.series(group):
                if series is None:
                    yield name, group, name
                elif name == series:
                    yield f"{int(group.split()[1]):,} entries", group, name


def table(loaded, kind, series):
    """Lines of a table: one row per contender, in the order of the first column."""
    heads = list(columns(loaded, kind, series))
    yield "| | " + " | ".join(head for head, _, _ in heads) + " |"
    yield "|---|" + "---|" * len(heads)
    names = dict.fromkeys(name for _, group, one in heads for name in loaded.contenders(group, one))
    for name in names:
        cells = []
        for _, group, one in heads:
            ratio = loaded.ratio(group, one, name, report.base_of(group, one))
            cells.append(f"{ratio[0]:,.2f}" if ratio else "-")
        yield f"| {name} | " + " | ".join(cells) + " |"


def main():
    """Prints all tables of which the file holds something."""
    loaded = plot.load(pathlib.Path(sys.argv[1]))
    for kind, series, title in TABLES:
        if any(True for _ in columns(loaded, kind, series)):
            print(f"{title}:\n")
            print("\n".join(table(loaded, kind, series)), end="\n\n")


if __name__ == "__main__":
    main()
