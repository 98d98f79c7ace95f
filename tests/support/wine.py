"""What a test needs that runs a .NET program for Windows under Wine."""

import os
import subprocess


def environment(prefix):
    """Variables for such a program; Wine's own files lie in the folder prefix."""
    variables = dict(os.environ, WINEPREFIX=str(prefix), WINEDEBUG="-all")
    variables.pop("DISPLAY", None)
    # .NET maps code twice, writable and executable; under Wine it fails when it frees such code.
    variables["DOTNET_EnableWriteXorExecute"] = "0"
    if not (prefix / "configured").exists():
        # Without these, Wine does not ask to download Mono and Gecko. Later it needs its mscoree
        # to load any .NET assembly.
        quiet = dict(variables, WINEDLLOVERRIDES="mscoree=;mshtml=")
        subprocess.run(["wine", "winecfg", "-v", "win10"], env=quiet, check=True)
        (prefix / "configured").touch()
    return variables


def path(path):
    """How Wine calls a file."""
    return "Z:" + str(path).replace("/", "\\")
