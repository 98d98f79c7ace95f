#!/usr/bin/env python3
"""Sorts failed activations by who must act.

Reads a CSV file (or standard input) with the columns Machine and LicenseStatusReason, as WMI's
SoftwareLicensingProduct reports it, and writes one row a machine, sorted by side:

    triage.py machines.csv > tickets.csv
"""

import csv
import sys
from typing import Iterable, List, TextIO

import actdiag


def triage(rows: Iterable["dict[str, str]"]) -> "List[List[str]]":
    """One ticket a machine: side, category, machine, code, whether to wait, the message."""
    tickets = []
    for row in rows:
        try:
            found = actdiag.classify(row["LicenseStatusReason"])
        except ValueError as error:
            tickets.append(["", "", row["Machine"], row["LicenseStatusReason"], "", str(error)])
            continue
        if found.side is actdiag.Side.NONE:
            continue
        entry = actdiag.lookup(found.code)
        message = entry.message() if entry else found.category.label()
        retry = "wait" if found.retry else ""
        side, category = found.side.label(), found.category.value
        tickets.append([side, category, row["Machine"], f"0x{found.code:08X}", retry, message])
    return sorted(tickets)


def main(source: TextIO) -> None:
    writer = csv.writer(sys.stdout)
    writer.writerow(["Who", "Category", "Machine", "Code", "Retry", "Message"])
    writer.writerows(triage(csv.DictReader(source)))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        with open(sys.argv[1], newline="", encoding="utf-8-sig") as file:
            main(file)
    else:
        main(sys.stdin)
