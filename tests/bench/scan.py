"""Scanning in memory: act_scan()'s variants and their peers, in the forms with a prefix and in all."""

import code_forms
import logs
import lookup
import toolchain

# Series: what makes a text of a size with these codes.
TEXTS = {
    "a code in 10 KB": lambda size, codes: logs.text(size, codes, 10_000),
    "a code in 1 KB": lambda size, codes: logs.text(size, codes, 1_000),
    "a code in 100 B": lambda size, codes: logs.text(size, codes, 100),
    "many 0x, a code in 10 KB": lambda size, codes: logs.text(size, codes, 10_000, decoys=4),
    "servicing": lambda size, codes: logs.servicing(size),
    "events as XML": lambda size, codes: logs.events(size, codes, 10_000),
}
FORMS = {"prefix": code_forms.ALL, "all": code_forms.DECIMAL | code_forms.BARE}
# The text is made once in a block and repeated up to more than caches hold.
BLOCK = {"smoke": 1 << 17, "normal": 1 << 23}
BLOCKS = {"smoke": 1, "normal": 8}
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
    path = folder / "text.log"
    for series, make_text in TEXTS.items():
        path.write_bytes(make_text(BLOCK[mode], codes) * BLOCKS[mode])
        for forms, flags in FORMS.items():
            command = [program, series, path, REPETITIONS[mode], forms, code_forms.expression(flags)]
            results.add_lines(toolchain.run(command))
