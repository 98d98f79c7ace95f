"""Whole processes on one large log, timed by hyperfine, by turns."""

import json
import os

import code_forms
import logs
import lookup
import toolchain

SIZE = {"smoke": 1 << 20, "normal": 300_000_000}
ROUNDS = {"smoke": 2, "normal": 5}
BLOCK = 1 << 23  # of generated text, repeated

PATTERN = code_forms.expression(code_forms.DECIMAL | code_forms.BARE)
# ripgrep's own engine and grep -E have no look-around: word boundaries come closest.
PLAIN_PATTERN = r"\b(0[xX][0-9A-Fa-f]{8}|-?[0-9]{10}|[0-9A-Fa-f]{8})\b"

# Kinds of logs: what makes a block of a size.
KINDS = {
    "log": lambda size: logs.text(size, lookup.shipped_codes(), 4_000),
    "servicing": logs.servicing,
    "events": lambda size: logs.events(size, lookup.shipped_codes(), 100_000),
}


def write_log(path, size, make_block):
    """A log of about this size."""
    block = make_block(min(size, BLOCK))
    with path.open("wb") as file:
        for _ in range(max(1, size // len(block))):
            file.write(block)


def commands(path, miss):
    """What is timed: names and command lines."""
    lines = {
        "actdiag scan --count": f"{toolchain.COMMAND} scan --count {path}",
        "actdiag scan --count -j 1": f"{toolchain.COMMAND} scan --count -j 1 {path}",
        "actdiag scan --summary": f"{toolchain.COMMAND} scan --summary {path}",
        "actdiag diagnose": f"{toolchain.COMMAND} diagnose {path}",
        "cat": f"cat {path}",
        "wc -l": f"wc -l {path}",
    }
    peers = {
        "ripgrep -c": ("rg", f"rg -c '{PLAIN_PATTERN}' {path}"),
        "ripgrep --count-matches": ("rg", f"rg --count-matches '{PLAIN_PATTERN}' {path}"),
        "GNU grep -c": ("grep", f"grep -acE '{PLAIN_PATTERN}' {path}"),
        "GNU grep -cP": ("grep", f"grep -acP '{PATTERN}' {path}"),
    }
    for name, (program, command) in peers.items():
        if toolchain.installed(program):
            lines[name] = command
        else:
            miss(name, f"{program} is not installed")
    return lines


def time_round(lines, folder):
    """One run of each command; seconds of wall-clock and of processor time."""
    export = folder / "hyperfine.json"
    names = list(lines)
    environment = {**os.environ, "LC_ALL": "C", "LD_LIBRARY_PATH": str(toolchain.LIBRARY.parent)}
    # grep stops at the first match when it writes to /dev/null.
    toolchain.run(["hyperfine", "-N", "--output=pipe", "--ignore-failure", "--runs", "1",
                   "--export-json", export, *lines.values()], env=environment)
    report = json.loads(export.read_text(encoding="utf-8"))["results"]
    return {name: (one["times"][0], one["user"] + one["system"])
            for name, one in zip(names, report)}


def measure_kind(kind, mode, path, results):
    """Times all commands on one kind of log, in rounds."""
    write_log(path, SIZE[mode], KINDS[kind])
    lines = commands(path, lambda name, why: results.miss("process", name, why))
    time_round(lines, path.parent)  # brings the file into memory
    rounds = [time_round(lines, path.parent) for _ in range(ROUNDS[mode])]
    for index, series in enumerate(("wall-clock", "processor time")):
        for name in lines:
            samples = [1e3 * one[name][index] for one in rounds]
            results.add("process", f"{kind}, {series}", name, samples, "ms")
    path.unlink()


def measure(mode, folder, results):
    """Times all commands on each kind of log."""
    if not toolchain.installed("hyperfine"):
        results.miss("process", "whole processes", "hyperfine is not installed")
        return
    folder.mkdir()
    for kind in KINDS:
        measure_kind(kind, mode, folder / "large.log", results)
