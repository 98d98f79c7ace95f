"""Links programs with Windows libraries, by GNU's linker and as MSVC's does, and runs them."""

import os
import pathlib
import shlex
import shutil
import subprocess

import harness

HERE = harness.SOURCE / "tests/windows"
# The linkers of Debian's lld and of other builds of it.
LLD_LINK = ("lld-link", "lld-link-14", "lld-link-19")


def run(*command):
    """Standard output; a failure carries the program's messages."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    if done.returncode != 0:
        raise AssertionError(f"{shlex.join(map(str, command))}: {done.returncode}\n{done.stderr}")
    return done.stdout


class LinkChecks:
    """For a test case with a folder: tests of the files whose paths that class sets."""

    include: pathlib.Path
    gnu_import_library: pathlib.Path
    msvc_import_library: pathlib.Path
    static_library: pathlib.Path
    dll: pathlib.Path

    def setUp(self):
        super().setUp()
        self.program = self.folder / "consumer.exe"

    def compile(self, *arguments):
        compiler = shlex.split(os.environ["CC"])
        source = HERE / "consumer.c"
        run(*compiler, "-Wall", "-Werror", f"-I{self.include}", source, "-o", self.program,
            *arguments)

    def check_output(self):
        expected = f"1.0.0 {harness.document_rows('en')[0xC004F074][0]}"
        self.assertEqual(run(HERE / "under-wine", self.program).strip(), expected)

    def lay_dll_beside_the_program(self):
        shutil.copy(self.dll, self.folder)

    def test_gnu_import_library(self):
        self.compile(self.gnu_import_library)
        self.lay_dll_beside_the_program()
        self.assertIn(b"libactdiag-1.dll", self.program.read_bytes())
        self.check_output()

    def test_static_library(self):
        self.compile("-DACT_STATIC", self.static_library)
        self.assertNotIn(b"libactdiag-1.dll", self.program.read_bytes())
        self.check_output()

    def test_msvc_import_library(self):
        if not self.msvc_import_library.exists():
            self.skipTest("built without llvm-dlltool (Debian: llvm)")
        linker = next(filter(None, map(shutil.which, LLD_LINK)), None)
        if not linker:
            self.skipTest("lld-link is not installed (Debian: lld)")
        clang = harness.tool("clang")
        compiled, kernel = self.folder / "consumer.obj", self.folder / "kernel32.lib"
        run(clang, "--target=x86_64-pc-windows-msvc", "-ffreestanding", "-Wall", "-Werror",
            "-std=c11", f"-I{self.include}", "-c", HERE / "freestanding.c", "-o", compiled)
        (self.folder / "kernel32.def").write_text("LIBRARY kernel32.dll\nEXPORTS\n ExitProcess\n")
        run("llvm-dlltool", "-m", "i386:x86-64", "-d", self.folder / "kernel32.def", "-l", kernel)
        run(linker, "/nologo", "/nodefaultlib", "/subsystem:console", "/entry:start",
            f"/out:{self.program}", compiled, self.msvc_import_library, kernel)
        self.lay_dll_beside_the_program()
        done = subprocess.run([HERE / "under-wine", self.program], check=False)
        self.assertEqual(done.returncode, len(harness.documented_codes()))
