"""Loading: dlopen() and the first call, memory of a process's own, sizes of files."""

import os
import re
import shutil

import toolchain

REPETITIONS = {"smoke": 5, "normal": 300}


def private_dirty(smaps, library):
    """Bytes of a process's own in a library's mappings; its .bss shares a page with .data."""
    total, is_ours = 0, False
    for line in smaps.splitlines():
        mapping = re.match(r"[0-9a-f]+-[0-9a-f]+ \S+ \S+ \S+ \d+\s*(.*)", line)
        if mapping:
            is_ours = mapping.group(1) == str(library)
        elif is_ours and line.startswith("Private_Dirty:"):
            total += int(line.split()[1]) * 1024
    return total


def add_sizes(library, folder, results):
    """The file as it is installed: stripped."""
    stripped = folder / "stripped.so"
    shutil.copy(library, stripped)
    if toolchain.installed("strip"):
        toolchain.run(["strip", "--strip-unneeded", stripped])
    results.add_figure("size", "libactdiag.so.1, stripped", stripped.stat().st_size, "bytes")


def measure(mode, folder, results):
    """Loads libactdiag and an empty library by turns."""
    folder.mkdir()
    empty = toolchain.empty_library(folder)
    library = toolchain.LIBRARY.resolve()
    os.sync()  # pages of a file just written would count as dirty
    program = toolchain.program("load", ["load.c", "measure.c"], folder, ["-ldl"])
    results.add_lines(toolchain.run([
        program, REPETITIONS[mode], "empty library", empty, "empty", "libactdiag", library,
        "act_lookup",
    ]))
    for name, path, function in (("empty library", empty, "empty"),
                                 ("libactdiag", library, "act_lookup")):
        smaps = toolchain.run([program, "smaps", path, function])
        results.add_figure("private dirty memory", name, private_dirty(smaps, path), "bytes")
    add_sizes(library, folder, results)
