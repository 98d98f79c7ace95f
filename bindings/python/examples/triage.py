#!/usr/bin/env python3
"""Sorts failed activations by where they are fixed.

Reads a CSV file (or standard input) with the columns Machine and LicenseStatusReason, as WMI's
SoftwareLicensingProduct reports it, and writes one row a machine, sorted by side:

    triage.py machines.csv > tickets.csv
"""

import csv
import sys

import actdiag


def ticket(row: dict[str, str]) -> list[str]:
    """Place, category, machine, code, whether to wait, message; [] if nothing is to be fixed."""
    machine, reason = row["Machine"], row["LicenseStatusReason"]
    try:
        found = actdiag.classify(reason)
    except ValueError as error:
        return ["", "", machine, reason, "", str(error)]
    if found.side is actdiag.Side.NONE:
        return []
    entry = actdiag.lookup(found.code)
    message = entry.message() if entry else found.category.label()
    retry = "wait" if found.retry else ""
    code = f"0x{found.code:08X}"
    return [found.side.label(), found.category.value, machine, code, retry, message]


if __name__ == "__main__":
    file = open(sys.argv[1], newline="", encoding="utf-8-sig") if sys.argv[1:] else sys.stdin
    tickets = csv.writer(sys.stdout)
    tickets.writerow(["Where", "Category", "Machine", "Code", "Retry", "Message"])
    tickets.writerows(sorted(filter(None, map(ticket, csv.DictReader(file)))))
