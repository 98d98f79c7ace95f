"""Builds the wheel: the package, the C library in it, and the command actdiag as a script.

What is not there yet is compiled, with a C compiler alone. Environment variables for makers of wheels:

    CC                  the C compiler, with its flags
    ACTDIAG_COMMAND_CC  the one of the command, such as "musl-gcc -static"
    ACTDIAG_PLATFORM    the platform in the wheel's name, such as manylinux_2_17_x86_64 or win_amd64
"""

import os
import pathlib
import shlex
import subprocess
import sysconfig

from setuptools import Distribution, setup  # before distutils, which is setuptools' own
from setuptools.command.build_py import build_py
from wheel.bdist_wheel import bdist_wheel

from distutils.command.build_scripts import build_scripts  # isort: skip

PLATFORM = os.environ.get("ACTDIAG_PLATFORM", sysconfig.get_platform())
FOR_WINDOWS = PLATFORM.startswith("win")
SYSTEM = "windows" if FOR_WINDOWS else "posix"
LIBRARY = "libactdiag-1.dll" if FOR_WINDOWS else "libactdiag.so.1"
COMMAND = "actdiag.exe" if FOR_WINDOWS else "actdiag"
FLAGS = ["-std=c11", "-O2", "-s", "-fvisibility=hidden", "-ffile-prefix-map=.=", "-Iinclude", "-Ilib"]
LIBRARY_SOURCES = sorted(map(str, pathlib.Path("lib").glob("[!t]*.c"))) + ["lib/table.c"]
OTHERS = {"event_log.c", "event_frame.c", *(
    f"{part}_{other}.c" for part in ("arguments", "platform", "threads") for other in ("posix", "windows")
    if other != SYSTEM
)}
COMMAND_SOURCES = sorted(
    str(path) for path in pathlib.Path("bindings/shell").rglob("*.c") if path.name not in OTHERS
)


def compile_program(compiler, *arguments):
    subprocess.run([*shlex.split(compiler), *FLAGS, *arguments], check=True)


def default_compiler():
    return os.environ.get("CC") or "cc"


def compile_library(path):
    compile_program(
        default_compiler(), "-shared", "-fPIC", f"-Wl,-soname,{LIBRARY}", "-DACT_BUILDING_LIBRARY",
        *LIBRARY_SOURCES, "-o", path,
    )


def compile_command(path):
    compile_program(
        os.environ.get("ACTDIAG_COMMAND_CC") or default_compiler(), "-DACT_STATIC",
        "-DACT_BUILDING_LIBRARY", "-D_GNU_SOURCE", "-D_FILE_OFFSET_BITS=64", "-Ibindings/shell",
        *LIBRARY_SOURCES, *COMMAND_SOURCES, "-pthread", "-o", path,
    )


class BuildWithLibrary(build_py):
    def run(self):
        super().run()
        library = os.path.join(self.build_lib, "actdiag", LIBRARY)
        if not os.path.exists(library):
            compile_library(library)


class BuildCommand(build_scripts):
    def run(self):
        os.makedirs(self.build_dir, exist_ok=True)
        compile_command(os.path.join(self.build_dir, COMMAND))

    def get_source_files(self):
        return []


class BinaryDistribution(Distribution):
    def has_ext_modules(self):
        return True


class PlatformWheel(bdist_wheel):
    """For every Python 3, but only for the platform of the library inside."""

    def get_tag(self):
        return "py3", "none", PLATFORM.replace("-", "_").replace(".", "_")


setup(
    distclass=BinaryDistribution,
    scripts=[COMMAND],
    cmdclass={
        "bdist_wheel": PlatformWheel,
        "build_scripts": BuildCommand,
        "build_py": BuildWithLibrary,
    },
)
