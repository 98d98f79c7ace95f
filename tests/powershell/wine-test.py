#!/usr/bin/env python3
"""Tests the PowerShell module in PowerShell's engine for Windows, under Wine.

    wine-test.py [SCRIPT...]   the names of test scripts in this folder; all of them by default

Takes the DLL and the command of this build folder if that is one for Windows; else builds them in
the folder build-windows of it.
"""

import os
import shutil
import subprocess
import sys

import engine
import harness
import wine

HOST = "x86_64-w64-mingw32"
DLL = "lib/.libs/libactdiag-1.dll"
TIME_LIMIT = 900


def windows_build():
    """The folder that holds the build for Windows, made if it is missing."""
    if (harness.BUILD / "lib/.libs/libactdiag-1.dll").exists():
        return harness.BUILD
    if shutil.which(f"{HOST}-gcc") is None:
        raise engine.Unavailable(f"{HOST}-gcc is not installed")
    # A source folder that was itself configured cannot be built elsewhere.
    folder = harness.BUILD / "build-windows"
    source = folder / "source"
    if not (folder / "Makefile").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        subprocess.run(["make", "-s", "distdir", f"distdir={source}"], cwd=harness.BUILD, check=True)
        configure = [str(source / "configure"), "-q", f"--host={HOST}"]
        subprocess.run(configure, cwd=folder, check=True)
    subprocess.run(["make", "-s", DLL.replace(".libs/libactdiag-1.dll", "libactdiag.la"),
                    "bindings/shell/actdiag.exe", "bindings/powershell/ActDiag/Table.ps1"], cwd=folder, check=True)
    return folder


def main():
    try:
        if shutil.which("wine") is None:
            raise engine.Unavailable("wine is not installed")
        build = windows_build()
        folder = engine.build("win-x64")
    except engine.Unavailable as reason:
        return engine.skip(reason)
    os.environ.update(wine.environment(engine.PROJECT / "wine"))
    command = build / "bindings/shell/.libs/actdiag.exe"
    version_2 = engine.build_version_2(f"{HOST}-gcc", ".dll")
    places = (engine.module(), build / DLL, command, harness.SOURCE, version_2)
    environment = engine.environment(*map(wine.path, places))
    environment["WINEPATH"] = wine.path((build / DLL).parent)
    names = sys.argv[1:] or engine.SCRIPTS
    scripts = [wine.path(engine.FOLDER / f"{name}.ps1") for name in names]
    program = ["wine", str(folder / "EngineHost.exe"), "test", *scripts]
    return subprocess.run(program, env=environment, timeout=TIME_LIMIT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
