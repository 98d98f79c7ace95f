#!/usr/bin/env python3
"""Says whether two runs put contenders in the same order: compare.py ONE.json OTHER.json.

Two contenders are in another order when one was cheaper in one run and dearer in the other, and
their quartiles do not overlap in either. Exit status 1 if there are such.
"""

import itertools
import json
import pathlib
import sys

import results as measured


def load(path):
    """The results in a file of make bench."""
    loaded = measured.Results()
    loaded.rows = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))["rows"]
    return loaded


def order(samples, one, other):
    """-1 or 1 if the cost of one is clearly below or above the other's, else 0."""
    _, one_low, one_high = measured.spread(samples[one])
    _, other_low, other_high = measured.spread(samples[other])
    return (one_low > other_high) - (one_high < other_low)


def main():
    """Compares every pair of contenders of every series."""
    first, second = load(sys.argv[1]), load(sys.argv[2])
    pairs = changed = 0
    for group in first.groups():
        for series in first.series(group):
            before, after = first.contenders(group, series), second.contenders(group, series)
            for one, other in itertools.combinations([name for name in before if name in after], 2):
                pairs += 1
                if order(before, one, other) * order(after, one, other) < 0:
                    changed += 1
                    print(f"{group}, {series}: {one} and {other} changed places")
    print(f"{pairs} pairs, {changed} changed places")
    sys.exit(changed > 0)


if __name__ == "__main__":
    main()
