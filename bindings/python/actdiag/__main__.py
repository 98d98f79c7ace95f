"""Answers codes at a prompt: python3 -m actdiag CODE..."""

import argparse
import io
import os
import sys
from typing import List, Optional

from . import classify, lookup, parse, version

_FOUND, _NOT_FOUND, _WRONG = 0, 1, 2


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python3 -m actdiag",
        description="Says what Windows volume-activation error codes mean and what to do.",
        epilog="Exit status: 0 all was found; 1 a code is not in the documents; "
        "2 wrong usage, something that is no code.",
    )
    parser.add_argument(
        "codes",
        metavar="CODE",
        nargs="+",
        help="0xC004F074, C004F074, -1073418124, 3221549172 or a symbolic name",
    )
    parser.add_argument("--language", metavar="TAG", help="default: the locale's")
    parser.add_argument("--version", action="version", version=f"actdiag {version()}")
    return parser


def main(arguments: Optional[List[str]] = None) -> int:
    """Prints the answers; returns the exit status."""
    options = _arguments().parse_intermixed_args(arguments)
    answers, status = [], _FOUND
    for word in options.codes:
        try:
            code = parse(word)
        except ValueError as error:
            print(f"actdiag: {error}", file=sys.stderr)
            status = _WRONG
            continue
        if lookup(code) is None:
            status = max(status, _NOT_FOUND)
        answers.append(classify(code).answer(options.language) + "\n")
    return max(status, _print("\n\n".join(answers)))


def _print(text: str) -> int:
    """Writes to standard output what its encoding can show; returns the exit status."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        # Or the interpreter tries to flush once more, and complains, when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            return _FOUND
        print(f"actdiag: (standard output): {error.strerror}", file=sys.stderr)
        return _WRONG
    return _FOUND


if __name__ == "__main__":
    sys.exit(main())
