"""Ways to find and to judge a code, beside those that are kept."""

import lookup
import peers
import toolchain
from toolchain import HERE, SOURCE


def build_ways(table, folder):
    """Links libways.so: the ways, and the table of the library as it is built."""
    library = SOURCE / "lib"
    headers = [library / name for name in ("table.h", "structure.h", "identifiers.h", "branchless.h")]
    sources = [library / "table.c", library / "structure.c", HERE / "ways.c"]
    toolchain.copy([table, *headers], folder)
    objects = toolchain.compile_objects(toolchain.copy(sources, folder), folder, [f"-I{folder}"])
    toolchain.shared_library("ways", objects, folder)


def measure(mode, folder, results):
    """Builds and runs the benchmark with the codes of the library as it is built."""
    folder.mkdir()
    codes, table = lookup.build_table(lookup.SHIPPED, folder)
    lookup.build_empty(folder)
    build_ways(table, folder)
    peers.build(codes, lookup.slot_bytes(table), folder, lambda name, why: None)
    program = toolchain.program("ways", ["ways_time.c", "keys.c", "measure.c"], folder,
                                ["-Wl,--no-as-needed", "-lways", "-lpeers", "-lempty"])
    results.add_lines(toolchain.run([program, lookup.CODES[mode], lookup.REPETITIONS[mode]]))
