#!/usr/bin/env python3
"""Measures libactdiag beside its peers. make bench calls it; see doc/performance.md."""

import argparse
import json
import pathlib
import sys
import tempfile

import bindings
import growth
import load
import lookup
import machine
import process
import report
import results
import scan
import toolchain

SUBJECTS = {
    "lookup": lookup,
    "load": load,
    "scan": scan,
    "process": process,
    "growth": growth,
    "bindings": bindings,
}


def parse_arguments():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mode", choices=("smoke", "normal", "deep"), default="normal",
                        help="smoke: sees that all works; deep: also streams of 10 GB")
    parser.add_argument("--only", choices=SUBJECTS, action="append", help="measure this only")
    parser.add_argument("--json", action="store_true", help="print JSON instead of text")
    parser.add_argument("--save", type=pathlib.Path, metavar="FILE", help="write the JSON there")
    return parser.parse_args()


def measure(mode, names):
    """Measures the subjects, each in a folder of its own."""
    measured = results.Results()
    with tempfile.TemporaryDirectory(prefix="actdiag-bench-") as folder:
        for name in names:
            print(f"bench: {name}", file=sys.stderr, flush=True)
            subject = SUBJECTS[name]
            # Only the streams of growth.py are longer in deep mode.
            known = mode if mode != "deep" or name == "growth" else "normal"
            subject.measure(known, pathlib.Path(folder) / name, measured)
    return measured


def main():
    """Measures and reports."""
    arguments = parse_arguments()
    about = machine.describe(arguments.mode)
    try:
        measured = measure(arguments.mode, arguments.only or list(SUBJECTS))
    except toolchain.BuildError as error:
        sys.exit(f"bench: {error}")
    whole = json.dumps({"about": about, **vars(measured)}, indent=1)
    if arguments.save:
        arguments.save.write_text(whole + "\n", encoding="utf-8")
    print(whole if arguments.json else report.render(measured, about))


if __name__ == "__main__":
    main()
