"""Scanning in memory: act_scan()'s variants and their peers at growing densities of codes."""

import logs
import lookup
import toolchain

# Series: bytes per code, and numbers in a line that look like codes at first.
TEXTS = {
    "a code in 10 KB": (10_000, 0),
    "a code in 1 KB": (1_000, 0),
    "a code in 100 B": (100, 0),
    "many 0x, a code in 10 KB": (10_000, 4),
}
SIZE = {"smoke": 1 << 17, "normal": 1 << 23}
REPETITIONS = {"smoke": 3, "normal": 15}


def find_peers(miss):
    """The sources and flags of the engines that the machine has."""
    sources, flags = [], []
    for name, header, library, define, source in (
        ("PCRE2", "#define PCRE2_CODE_UNIT_WIDTH 8\n#include <pcre2.h>", "-lpcre2-8",
         "-DHAVE_PCRE2", "peer_pcre2.c"),
        ("Hyperscan", "#include <hs/hs.h>", "-lhs", "-DHAVE_HYPERSCAN", "peer_hyperscan.c"),
    ):
        if toolchain.compiles(header + "\nint main(void) { return 0; }", [library]):
            sources.append(source)
            flags += [define, library]
        else:
            miss(name, f"the library {name} is not installed")
    return sources, flags


def measure(mode, folder, results):
    """Builds the program and runs it on each text."""
    folder.mkdir()
    sources, flags = find_peers(lambda name, why: results.miss("scan", name, why))
    internal = ["-DACT_STATIC", f"-I{toolchain.SOURCE / 'lib'}", toolchain.ARCHIVE]
    program = toolchain.program("scan", ["scan.c", "measure.c", *sources], folder,
                                [*internal, *flags])
    codes = lookup.shipped_codes()
    for series, (bytes_a_code, decoys) in TEXTS.items():
        path = folder / "text.log"
        path.write_bytes(logs.text(SIZE[mode], codes, bytes_a_code, decoys))
        results.add_lines(toolchain.run([program, series, path, REPETITIONS[mode]]))
