"""The peers of act_lookup(): which of them the machine has, and what they are compiled from."""

import subprocess

import toolchain
from toolchain import HERE

# The time of both grows faster than the number of codes.
GPERF_SECONDS = 20
SWITCH_SECONDS = 60

GPERF_HEAD = """%language=ANSI-C
%struct-type
%readonly-tables
%compare-lengths
%define lookup-function-name gperf_find
%{
#include <string.h>
%}
struct keyword { const char *name; unsigned index; };
%%
"""


def write_records(path, codes):
    """The records in which all peers find a code."""
    with path.open("w", encoding="ascii") as file:
        file.write('#include "peers.h"\nconst struct record peer_records[] = {\n')
        file.writelines(f"{{0x{code:08X}, {index}, 1}},\n" for index, code in enumerate(codes))
        file.write(f"}};\nconst size_t peer_record_count = {len(codes)};\n")


def write_cases(path, codes):
    """The cases of the C switch."""
    with path.open("w", encoding="ascii") as file:
        file.writelines(f"CASE(0x{code:08X}, {index})\n" for index, code in enumerate(codes))


def c_string(code):
    """A code as a C string of its 4 bytes."""
    return '"' + "".join(f"\\{byte:03o}" for byte in code.to_bytes(4, "big")) + '"'


def write_gperf(path, codes):
    """Has gperf generate its function; returns why it cannot, or None."""
    if not toolchain.installed("gperf"):
        return "gperf is not installed"
    keywords = "".join(f"{c_string(code)}, {index}\n" for index, code in enumerate(codes))
    try:
        result = subprocess.run(
            ["gperf"], input=GPERF_HEAD + keywords, capture_output=True, text=True, check=False,
            timeout=GPERF_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return f"gperf finds no function for so many codes within {GPERF_SECONDS} s"
    if result.returncode != 0:
        return "gperf finds no function: " + result.stderr.strip()
    path.write_text(result.stdout, encoding="ascii")
    return None


def build(codes, folder, miss):
    """Builds libpeers.so in a folder; the -DHAVE_ flags of the peers in it."""
    codes = sorted(codes)
    write_records(folder / "records.c", codes)
    write_cases(folder / "cases.inc", codes)
    flags, libraries = [], []
    include = [f"-I{folder}"]
    try:
        objects = toolchain.compile_objects([HERE / "peer_switch.c"], folder, include,
                                            timeout=SWITCH_SECONDS)
        flags.append("-DHAVE_SWITCH")
    except subprocess.TimeoutExpired:
        objects = []
        miss("C switch", f"the compiler takes over {SWITCH_SECONDS} s for so many cases")
    problem = write_gperf(folder / "gperf.inc", codes)
    if problem:
        miss("gperf", problem)
    else:
        flags.append("-DHAVE_GPERF")
    if toolchain.compiles("#include <cmph.h>\nint main(void) { return !cmph_new; }", ["-lcmph"]):
        flags.append("-DHAVE_CMPH")
        libraries.append("-lcmph")
    else:
        miss("cmph", "the library CMPH is not installed")
    objects += toolchain.compile_objects([folder / "records.c", HERE / "peers.c"], folder,
                                         [*include, *flags])
    toolchain.shared_library("peers", objects, folder, libraries)
    return flags
