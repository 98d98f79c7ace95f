#!/usr/bin/env python3
"""Installs into a folder of its own, builds programs there through pkg-config, and uninstalls."""

import os
import pathlib
import re
import shlex
import subprocess
import tempfile
import unittest

import harness

HERE = harness.SOURCE / "tests/install"


def run(*command, **environment):
    """Standard output; a failure carries the program's messages."""
    done = subprocess.run(
        list(map(str, command)), capture_output=True, text=True, check=False,
        env={**os.environ, **environment},
    )
    if done.returncode != 0:
        raise AssertionError(f"{shlex.join(map(str, command))}: {done.returncode}\n{done.stderr}")
    return done.stdout


def make(target, stage):
    # Without MAKEFLAGS: this make is not a part of the one that runs the tests.
    run("make", "-s", "-C", harness.BUILD, target, f"DESTDIR={stage}", MAKEFLAGS="")


def files(folder):
    return [path for path in folder.rglob("*") if not path.is_dir() or path.is_symlink()]


class Installation(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.stage = pathlib.Path(cls.folder.name) / "stage"
        make("install", cls.stage)
        cls.libraries = next(cls.stage.rglob("libactdiag.so.1")).parent

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def pkg_config(self, *arguments):
        """The flags as pkg-config gives them for a staged installation."""
        program = harness.tool("pkg-config")
        return shlex.split(
            run(program, *arguments, "libactdiag",
                PKG_CONFIG_LIBDIR=str(self.libraries / "pkgconfig"),
                PKG_CONFIG_SYSROOT_DIR=str(self.stage))
        )

    def consume(self, compiler, flags):
        source, program = HERE / "consumer.c", self.stage.parent / "consumer"
        flags = [*flags, *harness.sanitizer_flags()]  # a program is linked like its library
        run(*compiler, "-Wall", "-Wextra", "-Wpedantic", "-Werror", source, "-o", program, *flags)
        output = run(program, LD_LIBRARY_PATH=str(self.libraries))
        self.assertEqual(output, f"1.0.0 {len(harness.documented_codes())} en\n")
        return run(harness.tool("readelf"), "-dW", program)

    def test_c11(self):
        flags = self.pkg_config("--cflags", "--libs")
        self.assertIn("libactdiag.so.1", self.consume([harness.tool("cc"), "-std=c11"], flags))

    def test_cxx17(self):
        flags = self.pkg_config("--cflags", "--libs")
        compiler = [harness.tool("c++"), "-std=c++17", "-x", "c++"]
        # -x would read libraries as source: it is undone after the source file.
        self.assertIn("libactdiag.so.1", self.consume(compiler, ["-x", "none", *flags]))

    @harness.skip_if_sanitized("sanitizers cannot be linked statically")
    def test_static(self):
        flags = self.pkg_config("--static", "--cflags", "--libs")
        needed = self.consume([harness.tool("cc"), "-std=c11", "-static"], flags)
        self.assertNotIn("NEEDED", needed)

    def test_command_runs_from_where_it_was_installed(self):
        command = next(path for path in self.stage.rglob("actdiag") if path.parent.name == "bin")
        output = run(command, "--version", LD_LIBRARY_PATH=str(self.libraries))
        self.assertIn("1.0.0", output)

    def test_no_file_names_the_stage_or_the_source(self):
        package = next(self.stage.rglob("libactdiag.pc")).read_text()
        # The prefix may lie in the source, as that of make distcheck does.
        prefix = re.search("^prefix=(.*)$", package, re.MULTILINE)[1]
        for path in files(self.stage):
            if path.suffix in (".pc", ".la", ".h", ".py"):
                text = path.read_bytes().replace(os.fsencode(prefix), b"")
                self.assertNotIn(os.fsencode(self.stage), text, path)
                self.assertNotIn(os.fsencode(harness.SOURCE), text, path)

    def test_uninstall_leaves_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            stage = pathlib.Path(folder)
            make("install", stage)
            self.assertTrue(files(stage))
            make("uninstall", stage)
            self.assertEqual(files(stage), [])


if __name__ == "__main__":
    harness.main()
