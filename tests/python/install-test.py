#!/usr/bin/env python3
"""Tests make python-wheel and make python-sdist, and where make install puts the package."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import unittest
import zipfile

import harness
import support

MAKE = ("make", "-s", "-C", harness.BUILD)
# Not what make check itself hands down.
OUTSIDE = {
    name: value
    for name, value in os.environ.items()
    if not name.startswith(("MAKE", "PYTHON", "ACTDIAG", "SOURCE_DATE", "top_")) and name != "MFLAGS"
}


def clean_environment(**variables):
    return {**OUTSIDE, "LC_ALL": "C.UTF-8", **variables}


def python_with(*modules):
    """A Python that has the modules: this one, or Debian's."""
    for python in (sys.executable, "/usr/bin/python3"):
        if os.path.exists(python):
            code = "import " + ", ".join(modules)
            if support.run(python, "-c", code, env=clean_environment()).returncode == 0:
                return python
    raise unittest.SkipTest("no Python here has " + " and ".join(modules))


class WheelTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.python = python_with("setuptools", "wheel")
        harness.tool("musl-gcc")
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.build("one", "python-wheel", "python-sdist")
        cls.build("two", "python-sdist", "python-wheel", "-j2")
        cls.wheels, cls.sdists = ([cls.made(folder, ending) for folder in ("one", "two")]
                                  for ending in (".whl", ".tar.gz"))

    @classmethod
    def build(cls, name, *goals):
        result = support.run(*MAKE, *goals, f"PYTHON={cls.python}",
                             f"python_wheel_folder={cls.folder / name}", env=clean_environment())
        if result.returncode != 0:
            raise AssertionError(result.stdout + result.stderr)

    @classmethod
    def made(cls, name, ending):
        (package,) = (cls.folder / name).glob(f"*{ending}")
        return package

    def test_name_and_tag(self):
        platform = f"manylinux_2_17_{os.uname().machine}"
        version = support.python("-c", "import actdiag; print(actdiag.version())").stdout.strip()
        self.assertEqual(self.wheels[0].name, f"actdiag-{version}-py3-none-{platform}.whl")
        with zipfile.ZipFile(self.wheels[0]) as wheel:
            metadata = wheel.read(f"actdiag-{version}.dist-info/WHEEL").decode()
        self.assertIn("Root-Is-Purelib: false", metadata)
        self.assertIn(f"Tag: py3-none-{platform}\n", metadata)

    def test_version_and_license_of_both(self):
        version, license_text = harness.version(), (harness.SOURCE / "LICENSE").read_bytes()
        with zipfile.ZipFile(self.wheels[0]) as wheel:
            metadata = wheel.read(f"actdiag-{version}.dist-info/METADATA")
            self.assertEqual(wheel.read(f"actdiag-{version}.dist-info/LICENSE"), license_text)
        self.assertEqual(self.sdists[0].name, f"actdiag-{version}.tar.gz")
        with tarfile.open(self.sdists[0]) as sdist:
            self.assertEqual(sdist.extractfile(f"actdiag-{version}/PKG-INFO").read(), metadata)
            self.assertEqual(sdist.extractfile(f"actdiag-{version}/LICENSE").read(), license_text)
        for line in (f"Version: {version}", "License: MIT", "Classifier: License :: OSI Approved :: MIT License"):
            self.assertIn(line, metadata.decode().splitlines())

    def unpack(self):
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        with zipfile.ZipFile(self.wheels[0]) as wheel:
            wheel.extractall(folder)
        return folder

    @harness.skip_if_sanitized("a sanitizer needs more")
    def test_it_needs_no_more_than_the_tag_promises(self):
        folder = self.unpack()
        readelf = harness.tool("readelf")
        library = support.run(readelf, "-dVW", folder / "actdiag/libactdiag.so.1").stdout
        self.assertEqual(re.findall(r"NEEDED.*\[(.*)\]", library), ["libc.so.6"])
        versions = re.findall(r"Name: GLIBC_(\d+)\.(\d+)", library)
        self.assertTrue(versions)
        self.assertLessEqual(max((int(major), int(minor)) for major, minor in versions), (2, 17))
        (command,) = folder.glob("*.data/scripts/actdiag")
        self.assertNotIn("NEEDED", support.run(readelf, "-dW", command).stdout)
        self.assertNotIn("INTERP", support.run(readelf, "-lW", command).stdout)

    def test_the_index_would_take_both(self):
        twine = harness.tool("twine")
        done = support.run(twine, "check", "--strict", self.wheels[0], self.sdists[0])
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_sources_build_with_a_compiler_alone(self):
        shutil.unpack_archive(self.sdists[0], self.folder / "sources")
        (source,) = (self.folder / "sources").iterdir()
        code = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv.pop())"
        done = support.run(self.python, "-c", code, self.folder / "built", cwd=source,
                           env=clean_environment(PATH="/usr/bin:/bin"))
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        (wheel,) = (self.folder / "built").glob("*.whl")
        self.answers(wheel)

    def test_contents(self):
        with zipfile.ZipFile(self.wheels[0]) as wheel:
            names = {name for name in wheel.namelist() if name.startswith("actdiag/")}
        files = [path.name for path in support.PACKAGE.iterdir() if path.is_file()]
        expected = {f"actdiag/{name}" for name in [*files, "libactdiag.so.1"]}
        self.assertEqual(names, expected)

    def test_same_bytes_each_time(self):
        for one, two in (self.wheels, self.sdists):
            self.assertEqual(one.read_bytes(), two.read_bytes(), one.name)

    def test_in_an_empty_environment(self):
        self.answers(self.wheels[0])

    def answers(self, wheel):
        """Whether package and command work in an environment that has this wheel alone."""
        pip = python_with("pip")
        place = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        env = clean_environment(PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_ROOT_USER_ACTION="ignore")
        made = support.run(self.python, "-m", "venv", "--without-pip", place, env=env)
        self.assertEqual(made.returncode, 0, made.stderr)
        python = place / "bin/python3"
        install = (pip, "-m", "pip", "--python", python, "install", "--no-index", "--quiet", wheel)
        installed = support.run(*install, env=env)
        self.assertEqual(installed.returncode, 0, installed.stderr)
        answer = support.run(
            python, "-I", "-W", "error", "-c", "import actdiag; print(actdiag.lookup(0xC004F074))",
            env=env, cwd="/",
        )
        self.assertEqual((answer.returncode, answer.stderr), (0, ""))
        self.assertIn("SL_E_VL_BINDING_SERVICE_UNAVAILABLE", answer.stdout)
        for command in ([place / "bin/actdiag"], [python, "-I", "-m", "actdiag"]):
            printed = support.run(*command, "--fields", "side", "0xC004F074", env=env, cwd="/").stdout
            self.assertEqual(printed, '{"side":"network"}\n')
        maps = (
            "import actdiag\nlines = open('/proc/self/maps').read().split()\n"
            "print(*{line for line in lines if 'libactdiag' in line})"
        )
        loaded = support.run(python, "-I", "-c", maps, env=env, cwd="/").stdout.split()
        self.assertEqual([os.path.commonpath([place, path]) for path in loaded], [str(place)])
        symbols = support.run(harness.tool("nm"), "-D", "--defined-only", loaded[0]).stdout
        self.assertEqual(re.findall(r" T (\w+)", symbols), [name for name, _ in harness.exported()])


class InstallTest(unittest.TestCase):
    """make install, of the package alone, below a folder of its own."""

    def variable(self, name):
        text = (harness.BUILD / "Makefile").read_text(encoding="utf-8")
        found = re.search(rf"^{name} = (.*)$", text, re.M)
        return found.group(1) if found else ""

    def setUp(self):
        self.python = self.variable("PYTHON")
        if self.python in ("", ":"):
            self.skipTest("configure found no Python 3.9 to install for")
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.install = (*MAKE, "install", f"DESTDIR={self.root}")
        self.uninstall = (*MAKE, "uninstall", f"DESTDIR={self.root}")

    def run_checked(self, command, **options):
        result = subprocess.run(
            [str(word) for word in command],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=clean_environment(),
            encoding="utf-8",
            check=False,
            **options,
        )
        self.assertEqual(result.returncode, 0, result.stdout)
        return result.stdout

    def test_install_and_uninstall(self):
        prefix = self.variable("prefix")
        folder = self.variable("pythondir").replace("${prefix}", prefix)
        self.assertTrue(folder.startswith(prefix + "/lib"), folder)
        self.run_checked(self.install)
        package = pathlib.Path(f"{self.root}{folder}/actdiag")
        expected = {path.name for path in support.PACKAGE.iterdir() if path.is_file()}
        found = {path.name for path in package.iterdir() if path.is_file()}
        self.assertEqual(found, expected)
        self.assertEqual(len(list(package.glob("__pycache__/*.pyc"))), 2 * len(expected) - 2)
        # Below its prefix, the package finds the library that was installed with it.
        answer = self.run_checked(
            (self.python, "-c", f"import sys; sys.path.insert(0, '{package.parent}')\n"
             "import actdiag; print(actdiag.lookup(-1073418124).message('en'))"), cwd="/"
        )
        self.assertIn("Key Management Service", answer)
        self.run_checked(self.uninstall)
        self.assertFalse(package.exists())

    def test_where_debians_python_looks(self):
        """For each prefix below which it looks, configure finds a folder of its list."""
        python = "/usr/bin/python3"
        if not os.path.exists(python):
            self.skipTest(f"{python} is not installed")
        text = (harness.SOURCE / "configure").read_text("utf-8")
        script = re.search("^python_folder='(.*?)'$", text, re.DOTALL | re.MULTILINE)[1]
        looks = self.run_checked(
            (python, "-I", "-c", "import site; print(*site.getsitepackages(), sep='\\n')")
        ).splitlines()
        for prefix in {path.partition("/lib/")[0] for path in looks}:
            place = self.run_checked((python, "-I", "-c", script, prefix)).rstrip("\n")
            self.assertIn(prefix + place, looks)
        self.assertEqual(self.run_checked((python, "-I", "-c", script, "/opt/x")), "\n")

    def test_where_the_python_looks(self):
        prefix = self.variable("prefix")
        folder = self.variable("pythondir").replace("${prefix}", prefix)
        looks = self.run_checked(
            (self.python, "-I", "-c", "import site; print(*site.getsitepackages(), sep='\\n')")
        ).splitlines()
        if not any(path.startswith(prefix + "/lib") for path in looks):
            self.skipTest(f"{self.python} looks nowhere below {prefix}")
        self.assertIn(folder, looks)


if __name__ == "__main__":
    harness.main()
