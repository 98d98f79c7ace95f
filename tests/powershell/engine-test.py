#!/usr/bin/env python3
"""Tests the PowerShell module in PowerShell's engine on this system.

    engine-test.py [SCRIPT...]   the names of test scripts in this folder; all of them by default
"""

import os
import subprocess
import sys

import engine
import harness


def main():
    if harness.sanitizer_flags():
        return engine.skip("this build's sanitizer must be loaded before .NET")
    try:
        folder = engine.build()
    except engine.Unavailable as reason:
        return engine.skip(reason)
    version_2 = engine.build_version_2(os.environ.get("CC") or "cc", ".so")
    places = (engine.module(), harness.LIBRARY, harness.COMMAND, harness.SOURCE, version_2)
    environment = engine.environment(*map(str, places))
    scripts = [str(engine.FOLDER / f"{name}.ps1") for name in sys.argv[1:] or engine.SCRIPTS]
    program = ["dotnet", str(folder / "EngineHost.dll"), "test", *scripts]
    return subprocess.run(program, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
