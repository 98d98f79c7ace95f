#!/usr/bin/env python3
"""Tests the module in PowerShell itself: the one that is installed, else that of NuGet.

    pwsh-test.py [SCRIPT...]   the names of test scripts in this folder
"""

import os
import pathlib
import shutil
import subprocess
import sys

import engine
import harness

# Without those that only EngineHost runs.
SCRIPTS = [name for name in engine.SCRIPTS if name not in ("compatibility", "screen")] + ["commands", "plain", "pwsh"]


def pwsh():
    """Path of PowerShell; as a tool of .NET in the build folder if it is not installed."""
    installed = shutil.which("pwsh")
    return pathlib.Path(installed) if installed else engine.install_pwsh()


def main():
    try:
        program = pwsh()
    except engine.Unavailable as reason:
        return engine.skip(reason)
    version_2 = engine.build_version_2(os.environ.get("CC") or "cc", ".so")
    places = (engine.module(), harness.LIBRARY, harness.COMMAND, harness.SOURCE, version_2)
    environment = engine.environment(*map(str, places))
    environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1"
    scripts = [str(engine.FOLDER / f"{name}.ps1") for name in sys.argv[1:] or SCRIPTS]
    command = [program, "-NoLogo", "-NoProfile", "-File", engine.FOLDER / "pwsh_run.ps1", *scripts]
    status = subprocess.run(command, env=environment, check=False).returncode
    return status if sys.argv[1:] else status or run_pester(program, environment)


def run_pester(program, environment):
    """Runs the tests that are written for Pester; returns the exit status."""
    try:
        manifest = engine.install_pester()
    except engine.Unavailable as reason:
        print(f"SKIP: the tests in Pester: {reason}")
        print("0 passed, 0 failed, 1 skipped")
        return 0
    command = [program, "-NoLogo", "-NoProfile", "-File", engine.FOLDER / "pester_run.ps1", manifest,
               engine.FOLDER / "ActDiag.Tests.ps1"]
    return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
