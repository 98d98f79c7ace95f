"""Installs the build into a temporary folder, for tests that use it as its users do."""

import functools
import os
import pathlib
import subprocess
import tempfile
import unittest

import harness


@functools.lru_cache(maxsize=None)
def shared():
    """The build as installed once for a test script; it is gone when all tests are done."""
    installation = Installation()
    unittest.addModuleCleanup(installation.close)
    return installation


class Installation:
    """What make install puts into an empty folder; use it in a with statement or call close()."""

    def __init__(self, target="install"):
        self._folder = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self._folder.name).resolve()
        environment = {key: value for key, value in os.environ.items() if key != "MAKEFLAGS"}
        subprocess.run(
            ["make", "-s", target, f"DESTDIR={self.root}"],
            cwd=harness.BUILD,
            env=environment,
            stdout=subprocess.DEVNULL,
            check=True,
        )

    def close(self):
        self._folder.cleanup()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()

    def find(self, pattern):
        """The one file that matches a pattern such as "**/libactdiag.pc"."""
        (path,) = self.root.glob(pattern)
        return path

    def environment(self):
        """Variables under which pkg-config and CMake find the library here, and the loader too."""
        packages = self.find("**/libactdiag.pc").parent
        return dict(
            os.environ,
            PKG_CONFIG_LIBDIR=str(packages),
            PKG_CONFIG_SYSROOT_DIR=str(self.root),
            PKG_CONFIG_ALLOW_SYSTEM_CFLAGS="1",
            PKG_CONFIG_ALLOW_SYSTEM_LIBS="1",
            CMAKE_PREFIX_PATH=str(packages.parents[1]),
            LD_LIBRARY_PATH=str(packages.parent),
        )
