"""Ways to find and to judge a code, beside those that are kept."""

import lookup
import peers
import toolchain
from toolchain import HERE, SOURCE

SIZES = {"smoke": (lookup.SHIPPED,), "normal": (lookup.SHIPPED, 100_000)}


def build_ways(table, folder):
    """Links libways.so: the ways, and a table."""
    library = SOURCE / "lib"
    headers = [library / name for name in ("table.h", "structure.h", "identifiers.h", "branchless.h")]
    sources = [library / "table.c", library / "structure.c", HERE / "ways.c"]
    parts = folder / "ways-parts"
    parts.mkdir()
    toolchain.copy([table, *headers], parts)
    objects = toolchain.compile_objects(toolchain.copy(sources, parts), parts, [f"-I{parts}"])
    toolchain.shared_library("ways", objects, folder)


def measure_size(size, mode, folder, results):
    """Builds and runs the benchmark at one size."""
    folder.mkdir()
    codes, table = lookup.build_table(size, folder)
    lookup.build_empty(folder)
    build_ways(table, folder)
    peers.build(codes, lookup.code_bytes(table), folder, lambda name, why: None)
    program = toolchain.program("ways", ["ways_time.c", "keys.c", "measure.c"], folder,
                                ["-Wl,--no-as-needed", "-lways", "-lpeers", "-lempty"])
    group = f"ways {size}"
    results.add_lines(toolchain.run([program, group, lookup.CODES[mode], lookup.REPETITIONS[mode]]))


def measure(mode, folder, results):
    """Runs the benchmark with the library as it is built, and with a large table."""
    folder.mkdir()
    for size in SIZES[mode]:
        measure_size(size, mode, folder / str(size), results)
