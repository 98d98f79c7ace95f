#!/usr/bin/env python3
"""Finds an installation with CMake's find_package, links both libraries, and moves it elsewhere."""

import os
import pathlib
import shutil
import subprocess

import harness
from installation import Installation

PROJECT = """
cmake_minimum_required(VERSION 3.10)
project(consumer C)
find_package(actdiag {wanted} REQUIRED)
foreach(kind {targets})
    add_executable(with-${{kind}} {source})
    target_link_libraries(with-${{kind}} PRIVATE actdiag::${{kind}})
endforeach()
"""


@harness.skip_if_sanitized("the programs are linked as a user would, without sanitizers")
class CMakeTest(harness.FolderTest):
    @classmethod
    def setUpClass(cls):
        harness.tool("cmake")
        cls.installation = Installation()
        cls.addClassCleanup(cls.installation.close)
        cls.prefix = cls.installation.find("**/cmake/actdiag").parents[2]

    def configure(self, wanted, prefix, targets="actdiag static"):
        source = harness.SOURCE / "tests/install/consumer.c"
        text = PROJECT.format(wanted=wanted, source=source, targets=targets)
        self.write("CMakeLists.txt", text)
        return subprocess.run(
            ["cmake", "-S", self.folder, "-B", self.folder / "build", f"-DCMAKE_PREFIX_PATH={prefix}"],
            capture_output=True, text=True, check=False,
            env={name: value for name, value in os.environ.items() if name != "MAKEFLAGS"},
        )

    def build(self, wanted, prefix):
        done = self.configure(wanted, prefix)
        self.assertEqual(done.returncode, 0, done.stderr)
        subprocess.run(
            ["cmake", "--build", self.folder / "build"], check=True, stdout=subprocess.DEVNULL,
            env={name: value for name, value in os.environ.items() if name != "MAKEFLAGS"},
        )
        expected = f"1.0.0 {len(harness.documented_codes())} en\n"
        for program, is_shared in (("with-actdiag", True), ("with-static", False)):
            path = self.folder / "build" / program
            done = subprocess.run([path], stdout=subprocess.PIPE, text=True, check=True)
            self.assertEqual(done.stdout, expected)
            needed = subprocess.run(
                [harness.tool("readelf"), "-d", path], stdout=subprocess.PIPE, text=True, check=True
            ).stdout
            self.assertEqual("[libactdiag.so.1]" in needed, is_shared)

    def test_both_libraries_in_a_stage(self):
        self.build("1.0", self.prefix)

    def test_an_installation_that_was_moved(self):
        elsewhere = self.folder / "another place"
        shutil.copytree(self.prefix, elsewhere, symlinks=True)
        self.build("1.0 COMPONENTS shared static", elsewhere)

    def test_other_versions_and_what_is_not_installed_are_refused(self):
        self.assertIn("1.0.0", self.configure("1.1", self.prefix).stderr)
        self.assertIn("1.0.0", self.configure("2", self.prefix).stderr)
        shutil.copytree(self.prefix, self.folder / "moved", symlinks=True)
        (static,) = pathlib.Path(self.folder / "moved").rglob("libactdiag.a")
        static.unlink()
        done = self.configure("1.0 COMPONENTS static", self.folder / "moved")
        self.assertIn("the component static is not installed", " ".join(done.stderr.split()))


if __name__ == "__main__":
    harness.main()
