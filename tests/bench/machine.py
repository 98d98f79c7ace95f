"""What the figures depend on: machine, compilers, flags, and versions of the peers."""

import datetime
import os
import pathlib
import platform
import shlex
import subprocess

import toolchain

PACKAGES = ("gperf", "libcmph-dev", "libpcre2-dev", "libhyperscan-dev", "libc6-dev")
PROGRAMS = ("hyperfine", "rg", "grep", "wc")


def first_line(command):
    """The first line that a command prints."""
    try:
        result = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return "not installed"
    return (result.stdout.splitlines() or ["unknown"])[0]


def processor():
    """The processor's name, from Linux."""
    path = pathlib.Path("/proc/cpuinfo")
    if path.is_file():
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or "unknown"


def describe(mode):
    """One dictionary of texts."""
    about = {
        "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "mode": mode,
        "processor": f"{processor()}, {os.cpu_count()} cores",
        "system": f"{platform.system()} {platform.release()}",
        "load": " ".join(f"{value:.2f}" for value in os.getloadavg()),
        "compiler": first_line([*toolchain.CC, "--version"]),
        "flags": shlex.join(toolchain.CFLAGS + toolchain.LDFLAGS),
    }
    for program in PROGRAMS:
        about[program] = first_line([program, "--version"])
    for package in PACKAGES:
        about[package] = first_line(["dpkg-query", "-W", "-f", "${Version}", package])
    return about
