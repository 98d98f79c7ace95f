#!/usr/bin/env python3
"""Tests how the C library is found, and the errors where it is missing or unfit."""

import os
import shutil

import harness
import support

SHOW = "import actdiag; print(actdiag.version())"


class FindingTest(harness.FolderTest):
    def import_it(self, library=None, packages=support.PACKAGES, **variables):
        env = support.environment(ACTDIAG_LIBRARY=library, PYTHONPATH=str(packages), **variables)
        return support.python("-c", SHOW, env=env, cwd=self.folder)

    def assert_fails(self, result, *phrases):
        self.assertEqual(result.returncode, 1, result.stdout)
        error = result.stderr[result.stderr.index("ImportError: ") :]
        for phrase in phrases:
            self.assertIn(str(phrase), error)
        self.assertNotIn("During handling", result.stderr)

    def assert_works(self, result):
        self.assertEqual((result.stderr, result.returncode), ("", 0))
        self.assertRegex(result.stdout, r"^\d+\.\d+\.\d+\n$")

    def copy_package(self, *folders):
        package = self.folder.joinpath(*folders, "actdiag")
        shutil.copytree(support.PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
        return package

    def fake(self, path, version):
        """A library that claims another version."""
        source = self.folder / "fake.c"
        source.write_text(
            f"unsigned act_version_number(void) {{ return {version}; }}\n" if version else ""
        )
        compiler = harness.tool(os.environ.get("CC", "cc").split()[0])
        built = support.run(compiler, "-shared", "-fPIC", "-o", path, source)
        self.assertEqual(built.returncode, 0, built.stderr)
        return path

    def without_library(self):
        """Skips where the system has a libactdiag of its own, which would be found."""
        if "not found" not in self.import_it().stderr:
            self.skipTest("libactdiag is installed on this system")

    def test_environment(self):
        self.assert_works(self.import_it(str(harness.LIBRARY)))
        relative = os.path.relpath(harness.LIBRARY, self.folder)
        self.assert_works(self.import_it(relative))

    def test_a_copy_beside_the_package(self):
        package = self.copy_package()
        shutil.copy(harness.LIBRARY, package / "libactdiag.so.1")
        self.assert_works(self.import_it(packages=self.folder))
        self.assert_works(self.import_it("", packages=self.folder))  # empty is unset

    def test_the_lib_folder_of_the_same_prefix(self):
        for packages in ("site-packages", "dist-packages"):
            package = self.copy_package(packages, "lib", "python3.9", packages)
            shutil.copy(harness.LIBRARY, self.folder / packages / "lib/libactdiag.so.1")
            self.assert_works(self.import_it(packages=package.parent))

    def test_the_system(self):
        self.without_library()
        shutil.copy(harness.LIBRARY, self.folder / "libactdiag.so.1")
        self.assert_works(self.import_it(LD_LIBRARY_PATH=str(self.folder)))

    def test_not_the_current_folder(self):
        self.without_library()
        shutil.copy(harness.LIBRARY, self.folder / "libactdiag.so.1")
        self.assert_fails(self.import_it(), "not found")

    def test_order(self):
        package = self.copy_package()
        beside = self.fake(package / "libactdiag.so.1", "0x20304")
        system = self.fake(self.folder / "libactdiag.so.1", "0x30000")
        paths = dict(packages=self.folder, LD_LIBRARY_PATH=str(self.folder))
        self.assert_works(self.import_it(str(harness.LIBRARY), **paths))
        self.assert_fails(self.import_it(**paths), beside, "2.3.4")
        beside.unlink()
        self.assert_fails(self.import_it(**paths), system.name, "system", "3.0.0")

    def test_nowhere(self):
        self.without_library()
        result = self.import_it()
        self.assert_fails(
            result,
            f"{support.PACKAGE}/libactdiag.so.1: not there",
            "libactdiag.so.1, by the system's loader: ",
            "ACTDIAG_LIBRARY",
            "ldconfig",
        )
        package = self.copy_package("lib", "python3", "dist-packages")
        self.assert_fails(
            self.import_it(packages=package.parent),
            f"{package}/libactdiag.so.1: not there",
            f"{self.folder}/lib/libactdiag.so.1: not there",
        )

    def test_environment_names_nothing(self):
        # Another library in its place would hide the mistake.
        package = self.copy_package()
        shutil.copy(harness.LIBRARY, package / "libactdiag.so.1")
        missing = self.folder / "missing.so"
        result = self.import_it(str(missing), packages=self.folder)
        self.assert_fails(result, missing, "ACTDIAG_LIBRARY", "No such file")

    def test_another_major_version(self):
        library = self.fake(self.folder / "libactdiag.so.2", "0x20100")
        self.assert_fails(
            self.import_it(str(library)),
            f"{library} (from ACTDIAG_LIBRARY) is libactdiag 2.1.0",
            support.PACKAGE,
            "needs version 1",
            "Install the package that belongs to that library",
        )

    def test_a_later_minor_version(self):
        library = self.fake(self.folder / "libactdiag.so.1", "0x10900")
        # It is taken, and only then found to lack what this package needs, like an older one.
        self.assert_fails(self.import_it(str(library)), library, "lacks act_lookup()",
                          "older than this package", "Install a newer libactdiag")

    def test_another_library(self):
        library = self.fake(self.folder / "other.so", None)
        self.assert_fails(self.import_it(str(library)), library, "is not libactdiag")

    def test_another_architecture(self):
        library = self.folder / "libactdiag.so.1"
        data = bytearray(harness.LIBRARY.read_bytes())
        data[4] = 3 - data[4]  # EI_CLASS: 32 and 64 bits exchanged
        library.write_bytes(data)
        self.assert_fails(
            self.import_it(str(library)), library, "cannot be loaded", "ELF", "-bit process on"
        )

    def test_a_broken_file(self):
        package = self.copy_package()
        (package / "libactdiag.so.1").write_bytes(b"no library")
        self.assert_fails(
            self.import_it(packages=self.folder), package / "libactdiag.so.1", "cannot be loaded"
        )


if __name__ == "__main__":
    harness.main()
