"""Lookup: act_lookup(), act_classify() and their peers at growing numbers of entries."""

import documents
import peers
import toolchain
from toolchain import COMPILER_PROGRAM, SOURCE

SHIPPED = 30  # entries of the library as it is built; its table also holds the register's codes

SIZES = {"smoke": (SHIPPED, 450), "normal": (SHIPPED, 450, 10_000, 100_000)}
CODES = {"smoke": 1 << 12, "normal": 1 << 18}
REPETITIONS = {"smoke": 3, "normal": 40}


def shipped_codes():
    """The codes of the documents that are compiled into the library as it is built."""
    paths = [SOURCE / f"doc/activation-errors.{tag}.md" for tag in ("ja", "en")]
    listing = toolchain.run([COMPILER_PROGRAM, "--list", *paths])
    return [int(line.split("\t")[0], 16) for line in listing.splitlines()]


def build_table(size, folder):
    """Builds a libactdiag with so many entries; returns their codes."""
    if size == SHIPPED:
        for name in ("libtable.so", toolchain.LIBRARY.name):
            (folder / name).symlink_to(toolchain.LIBRARY)
        return shipped_codes()
    codes = documents.draw_codes(size)
    document = folder / "generated.en.md"
    documents.write_document(document, codes)
    toolchain.run([COMPILER_PROGRAM, "-o", folder / "table-data.c", document])
    toolchain.actdiag_library("table", folder)
    return codes


def measure_size(size, mode, folder, results):
    """Builds and runs the benchmark at one size."""
    folder.mkdir()
    codes = build_table(size, folder)
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
    for size in SIZES[mode]:
        measure_size(size, mode, folder / str(size), results)
