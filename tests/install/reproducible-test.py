#!/usr/bin/env python3
"""Builds the committed sources twice, under different circumstances, and compares to the byte.

Takes minutes; make check-reproducible runs it.
"""

import filecmp
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import harness

MINGW = "x86_64-w64-mingw32"
# Folder, umask, environment: what may differ from one builder to the next.
CIRCUMSTANCES = (
    ("one", 0o022, {"TZ": "UTC", "LC_ALL": "C.UTF-8", "USER": "first"}),
    ("another/deeper", 0o077, {"TZ": "Asia/Tokyo", "LC_ALL": "C", "USER": "second"}),
)


def run(folder, umask, environment, *command):
    done = subprocess.run(
        ["sh", "-c", f'umask {umask:o}; exec "$@"', "sh", *map(str, command)],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )
    if done.returncode != 0:
        raise AssertionError(f"{command} in {folder}: {done.returncode}\n{done.stderr[-4000:]}")


def build(root, umask, changes):
    """Everything that a release consists of, in root/result."""
    environment = {**os.environ, "MAKEFLAGS": "", **changes}
    environment.pop("CC", None)
    source, result = root / "source", root / "result"
    result.mkdir(parents=True)

    def step(*command, folder=source):
        run(folder, umask, environment, *command)

    step("git", "clone", "-q", harness.SOURCE, source, folder=root)
    step("autoreconf", "-fi")
    step("./configure", "-q")
    step("make", "-s", "-j2")
    step("make", "-s", "install", f"DESTDIR={result / 'installed'}")
    step("make", "-s", "dist")
    archives = list(source.glob("libactdiag-*.tar.gz"))
    if shutil.which(f"{MINGW}-gcc") and shutil.which("llvm-dlltool") and shutil.which("zip"):
        step("make", "-s", "distclean")
        windows = root / "windows"
        windows.mkdir()
        step(source / "configure", "-q", f"--host={MINGW}", folder=windows)
        step("make", "-s", "-j2", "dist-windows", folder=windows)
        archives += windows.glob("*.zip")
    for archive in archives:
        shutil.copy(archive, result)
    return result


def names(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


class Reproducible(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if not (harness.SOURCE / ".git").exists():
            raise unittest.SkipTest("the source is not a git clone")
        for program in ("git", "autoreconf", "make"):
            harness.tool(program)
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.results = []
        for name, umask, changes in CIRCUMSTANCES:
            root = pathlib.Path(folder.name) / name
            root.mkdir(parents=True)
            cls.results.append(build(root, umask, changes))

    def compare(self, wanted):
        first, second = self.results
        self.assertEqual(names(first), names(second))
        compared = [name for name in names(first) if wanted(name)]
        for name in compared:
            self.assertTrue(filecmp.cmp(first / name, second / name, shallow=False), name)
        return compared

    def test_installed_files(self):
        compared = self.compare(lambda name: name.startswith("installed/"))
        self.assertTrue([name for name in compared if name.endswith("libactdiag.so.1.0.0")])
        self.assertTrue([name for name in compared if name.endswith("bin/actdiag")])

    def test_tarball(self):
        self.assertEqual(len(self.compare(lambda name: name.endswith(".tar.gz"))), 1)

    def test_windows_zip(self):
        if not self.compare(lambda name: name.endswith(".zip")):
            self.skipTest("mingw-w64, llvm-dlltool or zip is not installed")


if __name__ == "__main__":
    harness.main()
