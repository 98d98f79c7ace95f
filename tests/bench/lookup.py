"""Lookup: act_lookup(), act_classify() and their peers at growing numbers of entries."""

import documents
import harness
import peers
import toolchain
from toolchain import COMPILER_PROGRAM

# Entries of tables that are built for it; the library as it is built, which has the register, too,
# is measured before them.
SIZES = {"smoke": (450,), "normal": (450, 10_000, 100_000)}
CODES = {"smoke": 1 << 12, "normal": 1 << 18}
REPETITIONS = {"smoke": 3, "normal": 40}


def shipped_codes():
    """The codes of the documents that are compiled into the library as it is built."""
    return harness.documented_codes()


def use_shipped(folder):
    """Takes the library as it is built; returns the codes of its entries."""
    for name in ("libtable.so", toolchain.LIBRARY.name):
        (folder / name).symlink_to(toolchain.LIBRARY)
    return shipped_codes()


def build_table(size, folder):
    """Builds a libactdiag with so many entries; returns their codes."""
    codes = documents.draw_codes(size)
    document = folder / "generated.en.md"
    documents.write_document(document, codes)
    toolchain.run([COMPILER_PROGRAM, "-o", folder / "table-data.c", document])
    toolchain.actdiag_library("table", folder)
    return codes


def measure_size(size, mode, folder, results):
    """Builds and runs the benchmark at one size, or for the library as it is built: None."""
    folder.mkdir()
    codes = build_table(size, folder) if size else use_shipped(folder)
    size = len(codes)
    toolchain.empty_library(folder)
    flags = peers.build(codes, folder,
                        lambda name, why: results.miss(f"lookup {size}", name, why))
    libraries = ["-Wl,--no-as-needed", "-ltable", "-lpeers", "-lempty"]
    program = toolchain.program("lookup", ["lookup.c", "measure.c"], folder,
                                [*flags, *libraries])
    results.add_lines(toolchain.run([program, size, CODES[mode], REPETITIONS[mode]]))


def measure(mode, folder, results):
    """Runs the benchmark at all sizes."""
    folder.mkdir()
    for size in (None, *SIZES[mode]):
        measure_size(size, mode, folder / str(size), results)
