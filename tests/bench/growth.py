"""Cost as work grows: compiling documents, and scanning a pipe."""

import os
import pathlib
import re
import subprocess
import time

import documents
import logs
import lookup
import toolchain

ENTRIES = {"smoke": (30, 300), "normal": (30, 450, 10_000, 100_000)}
ENTRIES["deep"] = ENTRIES["normal"]
COMPILATIONS = {"smoke": 2, "normal": 5, "deep": 5}

MEGABYTES = {"smoke": (1, 4), "normal": (1, 10, 100, 1000), "deep": (1, 10, 100, 1000, 10_000)}


def measure_compiling(mode, folder, results):
    """Compiles documents of growing numbers of entries, by turns."""
    paths = {}
    for count in ENTRIES[mode]:
        paths[count] = folder / f"{count}.en.md"
        documents.write_document(paths[count], documents.draw_codes(count))
    samples = {count: [] for count in paths}
    for _ in range(COMPILATIONS[mode]):
        for count, path in paths.items():
            start = time.perf_counter()
            toolchain.run([toolchain.COMPILER_PROGRAM, "-o", folder / "table.c", path])
            samples[count].append(1e3 * (time.perf_counter() - start))
    for count, values in samples.items():
        results.add("compile", "actdiag-compile", f"{count} entries", values, "ms")


def largest_memory(process_id):
    """The most bytes that a process had in memory, of what it is running now.

    wait4() would return the peak of this program where that was larger.
    """
    status = pathlib.Path(f"/proc/{process_id}/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+) kB", status).group(1)) * 1024


def scan_pipe(block, blocks):
    """Feeds a pipe; processor seconds and the largest resident memory in bytes of the scan."""
    environment = {**os.environ, "LD_LIBRARY_PATH": str(toolchain.LIBRARY.parent)}
    command = [str(toolchain.COMMAND), "scan", "--count"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                          env=environment) as process:
        for _ in range(blocks):
            process.stdin.write(block)
        memory = largest_memory(process.pid)
        process.stdin.close()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise toolchain.BuildError(f"actdiag scan: status {process.returncode}")
    return usage.ru_utime + usage.ru_stime, memory


def measure_scanning(mode, results):
    """Scans growing streams."""
    block = logs.text(1_000_000, lookup.shipped_codes(), 4_000)[:1_000_000]
    for megabytes in MEGABYTES[mode]:
        seconds, memory = scan_pipe(block, megabytes)
        results.add("stream", "processor time", f"{megabytes} MB", [1e3 * seconds], "ms")
        results.add_figure("memory of actdiag scan", f"{megabytes} MB", memory, "bytes")


def measure(mode, folder, results):
    """Measures both."""
    folder.mkdir()
    measure_compiling(mode, folder, results)
    measure_scanning(mode, results)
