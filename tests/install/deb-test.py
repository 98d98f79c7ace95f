#!/usr/bin/env python3
"""Makes the Debian packages, has lintian judge them, installs, uses and removes them.

They go into an empty folder. Where ACTDIAG_DEBIAN_ROOT names a folder made by debootstrap that has
libevtx1, python3 and what autopkgtest's tests need, they are installed there, and the tests run; they
are also made a second time, which takes as long as the first.
"""

import hashlib
import io
import os
import pathlib
import re
import shutil
import subprocess
import tarfile
import tempfile
import unittest

import harness

PACKAGES = {"libactdiag1", "libactdiag-dev", "actdiag", "python3-actdiag", "powershell-actdiag"}
# Its script compiles Python, for which the root must be a Debian.
WITH_SCRIPTS = {"python3-actdiag"}
OUTSIDE = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
DEBIAN = os.environ.get("ACTDIAG_DEBIAN_ROOT")
# All that is made but .buildinfo and .changes, which tell of the build, and its log.
SAME_EACH_TIME = (".deb", ".dsc", ".tar.gz", ".tar.xz")


def run(*command, status=0, **options):
    done = subprocess.run(
        list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        check=False, **{"env": OUTSIDE, **options},
    )
    if done.returncode != status:
        raise AssertionError(f"{command}: exit status {done.returncode}\n{done.stdout[-4000:]}")
    return done.stdout


def files(root):
    return {str(path.relative_to(root)) for path in root.rglob("*")
            if not path.is_relative_to(root / "var") and not path.is_relative_to(root / "proc")}


class DebianTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        for program in ("dpkg-buildpackage", "dh", "lintian"):
            harness.tool(program)
        if os.geteuid() != 0:
            raise unittest.SkipTest("only root installs packages")
        if not (harness.SOURCE / ".git").exists():
            raise unittest.SkipTest("the source is not a git clone, whose last commit dates the packages")
        run("make", "-s", "deb", cwd=harness.BUILD)
        cls.folder = harness.BUILD / "deb"
        found = cls.folder.glob("*.deb")
        cls.packages = {path.name.split("_")[0]: path for path in found if "dbgsym" not in path.name}

    def test_all_packages_are_of_this_version(self):
        self.assertEqual(set(self.packages), PACKAGES)
        words = (harness.SOURCE / "LICENSE").read_text("ascii").split("Permission", 1)[1].split()
        for name, path in self.packages.items():
            self.assertTrue(run("dpkg-deb", "-f", path, "Version").startswith(f"{harness.version()}-"), name)
            text = self.content(path, f"usr/share/doc/{name}/copyright").decode()
            self.assertIn("License: Expat\n Permission", text)
            self.assertEqual(re.sub(r"(?m)^ \.$", "", text).split("Permission", 1)[1].split(), words, name)

    @staticmethod
    def content(package, name):
        """What a file in a package holds."""
        archive = subprocess.run(["dpkg-deb", "--fsys-tarfile", package], stdout=subprocess.PIPE, check=True).stdout
        with tarfile.open(fileobj=io.BytesIO(archive)) as files_in_it:
            return files_in_it.extractfile(f"./{name}").read()

    def test_lintian(self):
        (changes,) = self.folder.glob("*.changes")
        output = run("lintian", "--allow-root", "--fail-on", "error,warning", changes)
        self.assertNotRegex(output, "(?m)^[EW]:")

    def test_the_symbols_are_the_functions(self):
        folder = pathlib.Path(self.new_folder())
        run("dpkg-deb", "-e", self.packages["libactdiag1"], folder)
        listed = set(re.findall(r"(act_\w+)@LIBACTDIAG_([\d.]+) ", (folder / "symbols").read_text("ascii")))
        self.assertEqual(listed, set(harness.exported()))

    def test_the_command_s_package_has_the_page(self):
        run("make", "-s", "page", cwd=harness.BUILD)
        page = self.content(self.packages["actdiag"], "usr/share/actdiag/actdiag.html")
        self.assertEqual(page, (harness.BUILD / "share/doc/libactdiag/actdiag.html").read_bytes())

    def hashes(self):
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest()
                for path in self.folder.iterdir() if path.name.endswith(SAME_EACH_TIME)}

    def test_the_same_sources_give_the_same_bytes(self):
        if not DEBIAN:
            self.skipTest("ACTDIAG_DEBIAN_ROOT names no folder made by debootstrap")
        before = self.hashes()
        self.assertTrue({path.name for path in self.packages.values()} < set(before))
        run("sh", "-c", "umask 077; exec make -s deb", cwd=harness.BUILD,
            env={**OUTSIDE, "TZ": "Asia/Tokyo", "LC_ALL": "C", "DEB_BUILD_OPTIONS": "nocheck parallel=2"})
        self.assertEqual(self.hashes(), before)

    def new_folder(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        return folder.name

    def test_they_work_and_leave_nothing(self):
        if DEBIAN:
            self.skipTest("a whole Debian is at hand")
        root = pathlib.Path(self.new_folder())
        (root / "var/lib/dpkg/info").mkdir(parents=True)
        (root / "var/lib/dpkg/updates").mkdir()
        for name in ("status", "available"):
            (root / "var/lib/dpkg" / name).touch()
        dpkg = ["dpkg", f"--root={root}", "--log=/dev/null", "--force-depends", "--force-bad-path"]
        before = files(root)
        paths = [path for name, path in self.packages.items() if name not in WITH_SCRIPTS]
        run(*dpkg, "--install", *paths)
        run("dpkg-deb", "-x", self.packages["python3-actdiag"], self.folder / "python")
        self.addCleanup(shutil.rmtree, self.folder / "python")
        (library,) = root.glob("usr/lib/*/libactdiag.so.1")
        variables = {**OUTSIDE, "LD_LIBRARY_PATH": str(library.parent), "ACTDIAG_LIBRARY": str(library)}
        command = [root / "usr/bin/actdiag", "--fields", "side", "0xC004F074"]
        self.assertEqual(run(*command, env=variables), '{"side":"network"}\n')
        code = "import actdiag; print(actdiag.classify(0xC004F074).side.value)"
        variables["PYTHONPATH"] = str(self.folder / "python/usr/lib/python3/dist-packages")
        self.assertEqual(run("/usr/bin/python3", "-c", code, env=variables), "network\n")
        self.assertTrue((root / "usr/share/powershell/Modules/ActDiag/ActDiag.psd1").exists())
        run(*dpkg, "--purge", *(PACKAGES - WITH_SCRIPTS))
        self.assertEqual(files(root), before)

    def test_in_a_whole_debian(self):
        if not DEBIAN:
            self.skipTest("ACTDIAG_DEBIAN_ROOT names no folder made by debootstrap")
        root = pathlib.Path(DEBIAN)
        before = files(root)
        for path in self.packages.values():
            shutil.copy(path, root / "tmp")
        names = [f"/tmp/{path.name}" for path in self.packages.values()]
        run("chroot", root, "dpkg", "--install", *names)
        for test in ("command", "library", "python"):
            shutil.copy(harness.SOURCE / "packaging/debian/tests" / test, root / "tmp")
            run("chroot", root, "env", "AUTOPKGTEST_TMP=/tmp", f"/tmp/{test}")
        run("chroot", root, "dpkg", "--purge", *PACKAGES)
        left = {name for name in files(root) - before if not name.startswith(("tmp/", "etc/ld.so.cache"))}
        self.assertEqual(left, set())


if __name__ == "__main__":
    harness.main()
