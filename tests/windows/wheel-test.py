#!/usr/bin/env python3
"""Reads the Python wheel that a build for Windows makes, and runs the command that is in it."""

import base64
import csv
import hashlib
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import zipfile

import harness
import portable_executable
from image_checks import ImageChecks, header_version

HERE = pathlib.Path(__file__).resolve().parent
PACKAGE = harness.SOURCE / "bindings/python/actdiag"
VERSION = ".".join(map(str, header_version()))
INFORMATION = f"actdiag-{VERSION}.dist-info"
COMMAND = f"actdiag-{VERSION}.data/scripts/actdiag.exe"
DLL = "actdiag/libactdiag-1.dll"
# What the package's loader tries first where the platform is Windows.
FIRST_TRIED = """
import importlib.util
import sys
sys.platform = "win32"
specification = importlib.util.spec_from_file_location("library", sys.argv[1] + "/actdiag/_library.py")
library = importlib.util.module_from_spec(specification)
specification.loader.exec_module(library)
library._system_folder = lambda: "C:/Windows/System32"
print(library._installed_paths()[0])
"""

scratch = tempfile.TemporaryDirectory()
unittest.addModuleCleanup(scratch.cleanup)
made, unpacked = (pathlib.Path(scratch.name) / name for name in ("made", "unpacked"))


def run(*command, **options):
    return subprocess.run(list(map(str, command)), check=False, capture_output=True, encoding="utf-8",
                          **options)


def python_with_wheel():
    for python in (sys.executable, "/usr/bin/python3"):
        if os.path.exists(python) and run(python, "-c", "import setuptools, wheel").returncode == 0:
            return python
    raise unittest.SkipTest("no Python here has setuptools and wheel")


def make(folder, umask="022", **variables):
    done = run("sh", "-c", f'umask {umask}; exec "$@"', "sh", "make", "-s", "python-wheel",
               f"PYTHON={python_with_wheel()}", f"python_wheel_folder={folder}", cwd=harness.BUILD,
               env={**os.environ, "MAKEFLAGS": "", "PYTHONPATH": "", **variables})
    if done.returncode != 0:
        raise AssertionError((done.stdout + done.stderr)[-4000:])


def setUpModule():
    make(made)
    with zipfile.ZipFile(wheel()) as archive:
        archive.extractall(unpacked)


def wheel():
    (path,) = made.glob("*.whl")
    return path


class Contents(unittest.TestCase):
    def test_tag(self):
        self.assertEqual(wheel().name, f"actdiag-{VERSION}-py3-none-win_amd64.whl")
        lines = (unpacked / INFORMATION / "WHEEL").read_text("ascii").splitlines()
        self.assertIn("Root-Is-Purelib: false", lines)
        self.assertEqual([line for line in lines if line.startswith("Tag:")], ["Tag: py3-none-win_amd64"])

    def test_these_files_and_no_others(self):
        found = {str(path.relative_to(unpacked)) for path in unpacked.rglob("*") if path.is_file()}
        package = {f"actdiag/{path.name}" for path in PACKAGE.iterdir() if path.is_file()}
        about = {f"{INFORMATION}/{name}" for name in ("LICENSE", "METADATA", "WHEEL", "RECORD", "top_level.txt")}
        self.assertEqual(found, {*package, *about, DLL, COMMAND})
        self.assertEqual((unpacked / INFORMATION / "LICENSE").read_bytes(), (harness.SOURCE / "LICENSE").read_bytes())

    def test_the_record_is_of_these_files(self):
        with open(unpacked / INFORMATION / "RECORD", encoding="utf-8", newline="") as file:
            recorded = {name: (digest, size) for name, digest, size in csv.reader(file)}
        self.assertEqual(recorded.pop(f"{INFORMATION}/RECORD"), ("", ""))
        expected = {}
        for path in unpacked.rglob("*"):
            if path.is_file() and path.name != "RECORD":
                digest = base64.urlsafe_b64encode(hashlib.sha256(path.read_bytes()).digest())
                name = str(path.relative_to(unpacked))
                expected[name] = (f"sha256={digest.decode().rstrip('=')}", str(path.stat().st_size))
        self.assertEqual(recorded, expected)

    def test_the_same_sources_give_the_same_bytes(self):
        again = made.parent / "again"
        make(again, umask="077", TZ="Asia/Tokyo")
        self.assertEqual((again / wheel().name).read_bytes(), wheel().read_bytes())

    def test_the_package_looks_for_the_dll_there_first(self):
        done = run(sys.executable, "-IB", "-c", FIRST_TRIED, unpacked)
        self.assertEqual(done.stdout, f"{unpacked / DLL}\n")

    def test_the_index_would_take_it(self):
        done = run(harness.tool("twine"), "check", "--strict", wheel())
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_the_command_runs_alone(self):
        done = run(HERE / "under-wine", unpacked / COMMAND, "--fields", "side", "0xC004F074",
                   env={**os.environ, "WINEPATH": "C:\\windows"})
        self.assertEqual((done.returncode, done.stdout), (0, '{"side":"network"}\n'))


class ShippedImages(ImageChecks, unittest.TestCase):
    dll = unpacked / DLL
    program = unpacked / COMMAND
    definition = harness.BUILD / "lib/libactdiag-1.def"
    program_needs_dll = False

    def test_they_are_for_the_machine_of_the_tag(self):
        for path, image in self.each_image():
            self.assertEqual(image.machine, portable_executable.AMD64, path.name)


if __name__ == "__main__":
    harness.main()
