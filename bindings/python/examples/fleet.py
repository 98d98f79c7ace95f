#!/usr/bin/env python3
"""Counts the activation errors in the logs of a fleet, on a Dask cluster or in this process.

    fleet.py LOG...                                  here
    fleet.py --scheduler tcp://HOST:8786 LOG...      each log on some worker that sees the file

Writes CSV: side, code, name, how often, in how many logs.
"""

import argparse
import collections
import csv
import mmap
import os
import sys

import actdiag


def count_codes(path):
    """How often each known code is in one log: a Counter of numbers."""
    if os.path.getsize(path) == 0:
        return collections.Counter()
    with open(path, "rb") as file:
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as log:
            return collections.Counter(match.code for match in actdiag.scan(log))


def count_on_cluster(scheduler, paths):
    from distributed import Client

    with Client(scheduler) as client:
        # Results are not reused from earlier calls: a log may have grown since.
        return client.gather(client.map(count_codes, paths, pure=False))


def summary(counts):
    """Rows of the summary, by side, the most frequent code first."""
    total, logs = collections.Counter(), collections.Counter()
    for count in counts:
        total.update(count)
        logs.update(count.keys())
    rows = []
    for code, number in total.items():
        found = actdiag.classify(code)
        rows.append([found.side.value, f"0x{code:08X}", found.name or "", number, logs[code]])
    return sorted(rows, key=lambda row: (row[0], -row[3], row[1]))


def main():
    parser = argparse.ArgumentParser(description="Counts activation errors in many logs.")
    parser.add_argument("logs", nargs="+", metavar="LOG")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="of a Dask cluster")
    options = parser.parse_args()
    paths = [os.path.abspath(path) for path in options.logs]
    if options.scheduler:
        counts = count_on_cluster(options.scheduler, paths)
    else:
        counts = map(count_codes, paths)
    writer = csv.writer(sys.stdout)
    writer.writerow(["side", "code", "name", "count", "logs"])
    writer.writerows(summary(counts))


if __name__ == "__main__":
    main()
