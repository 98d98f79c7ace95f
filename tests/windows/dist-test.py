#!/usr/bin/env python3
"""Unpacks what make dist-windows makes: its list of files, and each of them at work."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
import zipfile

import harness
from image_checks import ImageChecks, header_version
from link_checks import HERE, LinkChecks

MODULE = harness.SOURCE / "bindings/powershell/ActDiag"
VERSION = ".".join(map(str, header_version()))
FOLDER = f"libactdiag-{VERSION}-windows-x86_64"
# What the build makes of the module.
GENERATED = ("Table*", "Signatures*", "*.ja.ps1")
# Where each file that is taken as it is comes from.
TAKEN = {
    "examples/Test-Activation.ps1": harness.SOURCE / "bindings/powershell/examples/Test-Activation.ps1",
    "NEWS.md": harness.SOURCE / "NEWS.md",
    "LICENSE": harness.SOURCE / "LICENSE",
    "include/actdiag.h": harness.SOURCE / "include/actdiag.h",
    "lib/libactdiag-1.def": harness.BUILD / "lib/libactdiag-1.def",
    "lib/actdiag.lib": harness.BUILD / "lib/actdiag.lib",
} | {
    f"ActDiag/{path.relative_to(MODULE)}": path for path in MODULE.rglob("*") if path.is_file()
    and not any(map(path.match, GENERATED))
} | {
    f"ActDiag/{path.name}": path for kind in GENERATED
    for path in (harness.BUILD / "bindings/powershell/ActDiag").glob(kind)
}
MADE = {
    "bin/actdiag.exe", "bin/libactdiag-1.dll", "ActDiag/libactdiag-1.dll",
    "lib/libactdiag.dll.a", "lib/libactdiag.a", "README.txt", "README.ja.txt",
    "lib/cmake/actdiag/actdiag-config.cmake", "lib/cmake/actdiag/actdiag-config-version.cmake",
}

scratch = tempfile.TemporaryDirectory()
unittest.addModuleCleanup(scratch.cleanup)
unpacked = pathlib.Path(scratch.name) / FOLDER


def make_archive():
    for program in ("zip", "llvm-dlltool"):
        harness.tool(program)
    done = subprocess.run(["make", "-s", "dist-windows"], cwd=harness.BUILD, check=False,
                          env={**os.environ, "MAKEFLAGS": ""}, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode != 0:
        raise AssertionError(done.stdout[-4000:])
    return harness.BUILD / f"{FOLDER}.zip"


def setUpModule():
    with zipfile.ZipFile(make_archive()) as archive:
        archive.extractall(scratch.name)


class Contents(unittest.TestCase):
    def test_these_files_and_no_others(self):
        found = {str(path.relative_to(unpacked)) for path in unpacked.rglob("*") if path.is_file()}
        self.assertEqual(found, MADE | set(TAKEN))
        self.assertEqual(os.listdir(scratch.name), [FOLDER])

    def test_what_is_taken_is_unchanged(self):
        for name, origin in TAKEN.items():
            self.assertEqual((unpacked / name).read_bytes(), origin.read_bytes(), name)

    def test_the_page_is_there_as_windows_writes_text(self):
        for name, origin in (("README.txt", "windows.md"), ("README.ja.txt", "windows.ja.md")):
            text = (harness.SOURCE / "doc" / origin).read_text(encoding="utf-8")
            expected = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode("utf-8")
            self.assertEqual((unpacked / name).read_bytes(), expected, name)
            self.assertNotIn("](", text, f"{origin} links to what the archive lacks")

    def test_the_hash_beside_it_is_the_archives(self):
        done = subprocess.run(["sha256sum", "-c", f"{FOLDER}.zip.sha256"], cwd=harness.BUILD, check=False,
                              capture_output=True)
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_the_module_carries_the_dll(self):
        dlls = [(unpacked / folder / "libactdiag-1.dll").read_bytes() for folder in ("bin", "ActDiag")]
        self.assertEqual(dlls[0], dlls[1])
        manifest = (unpacked / "ActDiag/ActDiag.psd1").read_text(encoding="utf-8-sig")
        self.assertRegex(manifest, rf"ModuleVersion\s*=\s*'{re.escape(VERSION)}'")

    def test_entries_tell_nothing_of_the_machine(self):
        with zipfile.ZipFile(harness.BUILD / f"{FOLDER}.zip") as archive:
            entries = archive.infolist()
        self.assertEqual([e.filename for e in entries], sorted(e.filename for e in entries))
        self.assertEqual(len({e.date_time for e in entries}), 1)
        for entry in entries:
            self.assertEqual(entry.extra, b"", entry.filename)
            mode = entry.external_attr >> 16 & 0o777
            self.assertEqual(mode, 0o755 if entry.is_dir() else 0o644, entry.filename)

    def test_no_file_names_a_folder_of_the_machine(self):
        folders = {str(folder).encode() for folder in (harness.SOURCE, harness.BUILD)}
        for name in sorted(MADE):
            content = (unpacked / name).read_bytes()
            for folder in folders:
                self.assertNotIn(folder, content, f"{folder} in {name}")

    def test_the_command_runs_with_the_dll_beside_it(self):
        shutil.copytree(unpacked / "bin", unpacked.parent / "日本語 bin")
        self.addCleanup(shutil.rmtree, unpacked.parent / "日本語 bin")
        program = unpacked.parent / "日本語 bin/actdiag.exe"
        done = subprocess.run([HERE / "under-wine", program, "--version"], check=False,
                              capture_output=True, env={**os.environ, "WINEPATH": "C:\\windows"})
        self.assertEqual((done.returncode, done.stdout), (0, f"actdiag {VERSION}\n".encode()))


class ShippedImages(ImageChecks, unittest.TestCase):
    dll = unpacked / "bin/libactdiag-1.dll"
    program = unpacked / "bin/actdiag.exe"
    definition = unpacked / "lib/libactdiag-1.def"


class ShippedLibraries(LinkChecks, harness.FolderTest):
    include = unpacked / "include"
    gnu_import_library = unpacked / "lib/libactdiag.dll.a"
    msvc_import_library = unpacked / "lib/actdiag.lib"
    static_library = unpacked / "lib/libactdiag.a"
    dll = unpacked / "bin/libactdiag-1.dll"


if __name__ == "__main__":
    harness.main()
