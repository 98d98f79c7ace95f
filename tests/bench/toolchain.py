"""Compiles what is measured, with the flags of the build it is measured beside."""

import os
import pathlib
import shlex
import shutil
import signal
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parents[1]
BUILD = pathlib.Path(os.environ.get("top_builddir") or os.getcwd()).resolve()

COMPILER_PROGRAM = BUILD / "lib/compiler/actdiag-compile"
LIBRARY = BUILD / "lib/.libs/libactdiag.so.1"
ARCHIVE = BUILD / "lib/.libs/libactdiag-internal.a"
COMMAND = BUILD / "bindings/shell/.libs/actdiag"


def setting(name, default):
    """The words of a variable that make hands over."""
    return shlex.split(os.environ.get(name) or default)


CC = setting("CC", "gcc")
CFLAGS = setting("PROJECT_CFLAGS", "-std=c11 -fvisibility=hidden") + setting("CFLAGS", "-g -O2")
LDFLAGS = setting("PROJECT_LDFLAGS", "") + setting("LDFLAGS", "")
LIBRARY_SOURCES = setting("LIBRARY_SOURCES", "")

# Takes chance out of where a function begins in a cache line.
ALIGNMENT = ["-falign-functions=64"]
INCLUDES = ["-D_GNU_SOURCE", f"-I{HERE}", f"-I{SOURCE / 'include'}"]


class BuildError(Exception):
    """A command that failed."""


def run(command, timeout=None, env=None):
    """Standard output of a command; an error with its messages if it fails.

    After the timeout, in seconds, what the command itself has started is ended with it.
    """
    words = [str(word) for word in command]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          env=env, start_new_session=True) as process:
        try:
            output, messages = process.communicate(timeout=timeout)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    if process.returncode != 0:
        raise BuildError(f"{shlex.join(words)}: status {process.returncode}\n{messages}")
    return output


def compile_objects(sources, folder, flags, timeout=None):
    """Object files of C sources, for a shared library; timeout: seconds for each."""
    objects = []
    for source in sources:
        target = folder / (source.name + ".o")
        command = [*CC, *CFLAGS, "-fPIC", "-DPIC", *ALIGNMENT, *INCLUDES, *flags, "-c", source,
                   "-o", target]
        run(command, timeout=timeout)
        objects.append(target)
    return objects


def shared_library(name, objects, folder, flags=()):
    """Links lib<name>.so, which what is linked with it finds in its own folder."""
    target = folder / f"lib{name}.so"
    name_flag = f"-Wl,-soname,{target.name}"
    run([*CC, "-shared", *LDFLAGS, name_flag, *objects, *flags, "-o", target])
    return target


def empty_library(folder):
    """Builds the library of the floor."""
    return shared_library("empty", compile_objects([HERE / "empty.c"], folder, []), folder)


def actdiag_library(name, folder):
    """Links libactdiag from its sources, with the table-data.c of the folder.

    The sources are copied there, since they prefer the table-data.c beside them.
    """
    files = [SOURCE / path for path in LIBRARY_SOURCES] + [BUILD / "lib/identifiers.h"]
    sources = [pathlib.Path(shutil.copy(path, folder)) for path in files]
    plain = [path for path in sources if path.suffix == ".c"]
    objects = compile_objects(plain, folder, [f"-I{folder}", "-DACT_BUILDING_LIBRARY"])
    script = f"-Wl,--version-script={BUILD / 'lib/libactdiag.map'}"
    return shared_library(name, objects, folder, [script])


def program(name, sources, folder, flags=()):
    """Links a program with libraries of its own folder."""
    target = folder / name
    paths = [HERE / source for source in sources]
    search = [f"-L{folder}", f"-Wl,-rpath,{folder}"]
    run([*CC, *CFLAGS, *INCLUDES, *paths, *LDFLAGS, *search, *flags, "-o", target])
    return target


def compiles(code, flags):
    """Whether a program of this C code can be compiled and linked."""
    command = [*CC, "-x", "c", "-", "-o", os.devnull, *flags]
    result = subprocess.run(command, input=code, capture_output=True, text=True, check=False)
    return result.returncode == 0


def installed(program_name):
    """Whether a program can be called."""
    return shutil.which(program_name) is not None
