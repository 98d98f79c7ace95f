#!/usr/bin/env python3
"""Makes the package for the PowerShell Gallery, and tries it in PowerShell itself."""

import os
import re
import shutil
import subprocess
import unittest
import zipfile

import engine
import harness

GALLERY = harness.BUILD / "build-gallery"
MANIFEST = (engine.MODULE / "ActDiag.psd1").read_text(encoding="utf-8")
VERSION = re.search(r"ModuleVersion\s*=\s*'([\d.]+)'", MANIFEST).group(1)
PACKAGE = GALLERY / f"ActDiag.{VERSION}.nupkg"
# What each library file is, by its first bytes and the processor's number in it.
IMAGES = {
    "win-x64": ("libactdiag-1.dll", b"MZ"), "win-x86": ("libactdiag-1.dll", b"MZ"),
    "linux-x64": ("libactdiag.so.1", b"\x7fELF"), "linux-arm64": ("libactdiag.so.1", b"\x7fELF"),
}
COMPILERS = ("x86_64-linux-gnu-gcc", "x86_64-w64-mingw32-gcc", "i686-w64-mingw32-gcc", "aarch64-linux-gnu-gcc", "zip")


def make():
    """Runs make gallery; its output is shown where it fails."""
    done = subprocess.run(["make", "-s", "gallery"], cwd=harness.BUILD, check=False, text=True,
                          env={**os.environ, "MAKEFLAGS": ""}, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT)
    if done.returncode != 0:
        raise AssertionError(done.stdout[-4000:])


def setUpModule():
    for program in COMPILERS:
        harness.tool(program)
    make()


class Package(unittest.TestCase):
    def test_libraries_are_for_their_systems(self):
        for rid, (name, magic) in IMAGES.items():
            path = GALLERY / "ActDiag/runtimes" / rid / "native" / name
            with self.subTest(rid=rid):
                self.assertEqual(path.read_bytes()[:len(magic)], magic)
        machines = {path.read_bytes()[18] for path in GALLERY.rglob("libactdiag.so.1")}
        self.assertEqual(machines, {62, 183})

    def test_the_package_holds_the_module(self):
        with zipfile.ZipFile(PACKAGE) as package:
            held = {name for name in package.namelist() if not name.startswith(("_rels", "[Content"))}
            self.assertEqual(len({each.date_time for each in package.infolist()}), 1)
            specification = package.read("ActDiag.nuspec").decode()
            self.assertEqual(package.read("LICENSE"), (harness.SOURCE / "LICENSE").read_bytes())
        self.assertEqual(VERSION, harness.version())
        self.assertIn(f"<version>{VERSION}</version>", specification)
        self.assertIn("MIT License", specification)
        files = {str(path.relative_to(folder)) for folder in (engine.MODULE, harness.BUILD / "bindings/powershell/ActDiag")
                 for path in folder.rglob("*") if path.is_file()}
        libraries = {f"runtimes/{rid}/native/{name}" for rid, (name, _) in IMAGES.items()}
        self.assertEqual(held, files | libraries | {"LICENSE", "ActDiag.nuspec"})
        published = GALLERY / "ActDiag"
        self.assertEqual({str(path.relative_to(published)) for path in published.rglob("*") if path.is_file()},
                         held - {"ActDiag.nuspec"})

    def test_the_same_sources_give_the_same_bytes(self):
        before = PACKAGE.read_bytes()
        make()
        self.assertEqual(PACKAGE.read_bytes(), before)
        done = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=GALLERY, check=False, capture_output=True)
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_it_is_published_installed_and_used(self):
        try:
            program = shutil.which("pwsh") or engine.install_pwsh()
        except engine.Unavailable as reason:
            self.skipTest(str(reason))
        places = (engine.module(), harness.LIBRARY, harness.COMMAND, harness.SOURCE, "")
        environment = dict(engine.environment(*map(str, places)), ACTDIAG_GALLERY=str(GALLERY), ACTDIAG_PWSH=str(program),
                           POWERSHELL_TELEMETRY_OPTOUT="1")
        done = subprocess.run(
            [program, "-NoLogo", "-NoProfile", "-File", engine.FOLDER / "pwsh_run.ps1", engine.FOLDER / "gallery.ps1"],
            env=environment, check=False, stdout=subprocess.PIPE, text=True)
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn("2 passed, 0 failed, 0 skipped", done.stdout)


if __name__ == "__main__":
    harness.main()
