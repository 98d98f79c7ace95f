#!/usr/bin/env python3
"""Builds the committed sources twice, under different circumstances, and compares to the byte.

Takes minutes; make check-reproducible runs it, and leaves Windows' zip out where ACTDIAG_NATIVE is
yes. Where diffoscope is installed, a failure shows what differs inside the files.
"""

import concurrent.futures
import dataclasses
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import harness

MINGW = "x86_64-w64-mingw32"
# No folder of the user's own: another user may not read it.
PATH = "/usr/local/bin:/usr/bin:/bin"
NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
ANOTHER_USER = os.geteuid() == 0 and shutil.which("setpriv") is not None


@dataclasses.dataclass
class Builder:
    """What may differ from one builder to the next."""

    folder: str
    umask: int
    jobs: int
    variables: dict
    user: list


BUILDERS = (
    Builder("one", 0o022, 1, {"TZ": "UTC", "LC_ALL": "C.UTF-8", "USER": "first", "CONFIG_SHELL": "/bin/sh"}, []),
    Builder(
        "another/deeper", 0o077, 2, {"TZ": "Asia/Tokyo", "LC_ALL": "C", "USER": "second"},
        NOBODY if ANOTHER_USER else [],
    ),
)


class Build:
    """Everything that a release consists of, in root/result."""

    def __init__(self, scratch, builder):
        self.builder = builder
        self.root = scratch / builder.folder
        self.source, self.result = self.root / "source", self.root / "result"
        self.environment = {"PATH": PATH, "HOME": str(self.root), **builder.variables}

    def run(self, folder, *command, **variables):
        umask = f'umask {self.builder.umask:o}; exec "$@"'
        done = subprocess.run(
            ["sh", "-c", umask, "sh", *self.builder.user, *map(str, command)],
            cwd=folder, env={**self.environment, **variables}, check=False,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )
        if done.returncode != 0:
            raise AssertionError(
                f"{command} in {folder}: {done.returncode}\n{done.stdout[-4000:]}")
        return done.stdout

    def configured(self, name, *options):
        """A build folder of its own, with everything made in it."""
        folder = self.root / name
        self.run(self.root, "mkdir", folder)
        self.run(folder, self.source / "configure", "-q", *options)
        self.run(folder, "make", "-s", f"-j{self.builder.jobs}")
        return folder

    def clone(self):
        self.root.mkdir(parents=True)
        subprocess.run(["git", "clone", "-q", "--no-hardlinks", harness.SOURCE, self.source],
                       check=True)
        if self.builder.user:
            subprocess.run(["chown", "-R", "65534:65534", self.root], check=True)
        self.run(self.root, "mkdir", self.result)
        self.run(self.source, "autoreconf", "-fi")

    def release(self):
        self.clone()
        native = self.configured("native")
        # Python's own compiled files hold the times of their sources, unless packagers set this.
        time = self.run(self.source, "git", "log", "-1", "--format=%ct").strip()
        self.run(native, "make", "-s", "install", f"DESTDIR={self.result / 'installed'}",
                 SOURCE_DATE_EPOCH=time)
        self.run(native, "make", "-s", "dist")
        archives = list(native.glob("libactdiag-*.tar.gz"))
        if wheels_can_be_made():
            self.run(native, "make", "-s", "python-wheel")
            archives += native.glob("*.whl")
        if windows_can_be_built():
            windows = self.configured("windows", f"--host={MINGW}")
            self.run(windows, "make", "-s", "dist-windows")
            archives += windows.glob("*.zip")
        self.run(self.root, "cp", *archives, self.result)
        return self.result


def wheels_can_be_made():
    done = subprocess.run(["python3", "-c", "import setuptools, wheel"], check=False,
                          env={"PATH": PATH}, stderr=subprocess.DEVNULL)
    return done.returncode == 0 and shutil.which("musl-gcc", path=PATH) is not None


def windows_can_be_built():
    wanted = os.environ.get("ACTDIAG_NATIVE") != "yes"
    return wanted and all(map(shutil.which, (f"{MINGW}-gcc", "llvm-dlltool", "zip")))


def names(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def difference(first, second):
    """A short account of how two files differ, by diffoscope where it is installed."""
    if not shutil.which("diffoscope"):
        return "diffoscope, which would show the difference, is not installed"
    shown = subprocess.run(
        ["diffoscope", "--max-report-size=20000", "--max-diff-block-lines=20", first, second],
        capture_output=True, text=True, check=False, timeout=300,
    )
    return "\n".join((shown.stdout or shown.stderr).splitlines()[:60])


class Reproducible(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if not (harness.SOURCE / ".git").exists():
            raise unittest.SkipTest("the source is not a git clone")
        for program in ("git", "autoreconf", "make"):
            harness.tool(program)
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        scratch = pathlib.Path(folder.name).resolve()
        scratch.chmod(0o755)
        with concurrent.futures.ThreadPoolExecutor() as pool:
            builds = [Build(scratch, builder) for builder in BUILDERS]
            cls.results = list(pool.map(Build.release, builds))

    def compare(self, wanted):
        """Compares the files whose name is wanted; returns their names."""
        first, second = self.results
        self.assertEqual(names(first), names(second))
        compared = [name for name in names(first) if wanted(name)]
        for name in compared:
            with self.subTest(name):
                pair = first / name, second / name
                if pair[0].read_bytes() != pair[1].read_bytes():
                    self.fail(f"{name} differs between the builds\n{difference(*pair)}")
                # Python gives what it compiles, and cp the archives, permissions of their own.
                if name.startswith("installed/") and not name.endswith(".pyc"):
                    modes = [oct(path.stat().st_mode) for path in pair]
                    self.assertEqual(modes[0], modes[1], f"permissions of {name}")
        return compared

    def test_installed_files(self):
        compared = self.compare(lambda name: name.startswith("installed/"))
        for ending in ("/libactdiag.so.1.0.0", "/libactdiag.a", "/bin/actdiag"):
            self.assertEqual(len([name for name in compared if name.endswith(ending)]), 1, ending)

    def test_tarball(self):
        self.assertEqual(len(self.compare(lambda name: name.endswith(".tar.gz"))), 1)

    def test_wheel(self):
        if not wheels_can_be_made():
            self.skipTest("Python's setuptools and wheel, or musl-gcc, are not installed")
        self.assertEqual(len(self.compare(lambda name: name.endswith(".whl"))), 1)

    def test_windows_zip(self):
        if not windows_can_be_built():
            self.skipTest("ACTDIAG_NATIVE is yes, or mingw-w64, llvm-dlltool or zip is not installed")
        self.assertEqual(len(self.compare(lambda name: name.endswith(".zip"))), 1)

    def test_by_two_users(self):
        if not ANOTHER_USER:
            self.skipTest("only root, with setpriv, can build as another user too")
        owners = {(result / "installed").stat().st_uid for result in self.results}
        self.assertEqual(owners, {0, 65534})


if __name__ == "__main__":
    harness.main()
