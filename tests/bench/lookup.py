"""Lookup: act_lookup(), act_classify() and their peers at growing numbers of entries."""

import re

import documents
import peers
import toolchain
from toolchain import BUILD, COMPILER_PROGRAM, HERE, SOURCE

SHIPPED = 30  # entries of the library as it is built; its table also holds the register's codes

SIZES = {"smoke": (SHIPPED, 450), "normal": (SHIPPED, 450, 10_000, 100_000)}
CODES = {"smoke": 1 << 12, "normal": 1 << 18}
REPETITIONS = {"smoke": 3, "normal": 40}

CODE_SIZE = 4  # of a documented code in the table


def shipped_codes():
    """The codes of the documents that are compiled into the library as it is built."""
    paths = [SOURCE / f"doc/activation-errors.{tag}.md" for tag in ("ja", "en")]
    listing = toolchain.run([COMPILER_PROGRAM, "--list", *paths])
    return [int(line.split("\t")[0], 16) for line in listing.splitlines()]


def build_table(size, folder):
    """Builds a libactdiag with so many entries; their codes, and where its table-data.c is."""
    if size == SHIPPED:
        for name in ("libtable.so", toolchain.LIBRARY.name):
            (folder / name).symlink_to(toolchain.LIBRARY)
        return shipped_codes(), BUILD / "lib/table-data.c"
    codes = documents.draw_codes(size)
    document = folder / "generated.en.md"
    documents.write_document(document, codes)
    toolchain.run([COMPILER_PROGRAM, "-o", folder / "table-data.c", document])
    toolchain.actdiag_library("table", folder)
    return codes, folder / "table-data.c"


def code_bytes(table):
    """The memory of the codes that act_lookup() compares: a power of two."""
    count = re.search(r"ACT_TABLE_SLOT_COUNT (\d+)", table.read_text(encoding="utf-8"))
    return int(count.group(1)) * CODE_SIZE


def build_empty(folder):
    """Builds the library of the floor."""
    objects = toolchain.compile_objects([HERE / "empty.c"], folder, [])
    return toolchain.shared_library("empty", objects, folder)


def measure_size(size, mode, folder, results):
    """Builds and runs the benchmark at one size."""
    folder.mkdir()
    codes, table = build_table(size, folder)
    build_empty(folder)
    flags = peers.build(codes, code_bytes(table), folder,
                        lambda name, why: results.miss(f"lookup {size}", name, why))
    sources = ["lookup.c", "keys.c", "measure.c"]
    libraries = ["-Wl,--no-as-needed", "-ltable", "-lpeers", "-lempty"]
    program = toolchain.program("lookup", sources, folder, [*flags, *libraries])
    results.add_lines(toolchain.run([program, size, CODES[mode], REPETITIONS[mode]]))


def measure(mode, folder, results):
    """Runs the benchmark at all sizes."""
    folder.mkdir()
    for size in SIZES[mode]:
        measure_size(size, mode, folder / str(size), results)
