"""Builds the program that hosts PowerShell's engine, and the variables for what runs in it."""

import os
import pathlib
import re
import shutil
import subprocess

import harness

FOLDER = pathlib.Path(__file__).resolve().parent
MODULE = harness.SOURCE / "bindings/powershell/ActDiag"
SCRIPTS = ["compatibility", "answers", "errors", "search", "json", "resolve", "screen", "help", "loading",
           "examples"]
PROJECT = harness.BUILD / "tests/powershell/engine"
SDK = 10
QUIET = ["-nologo", "-v:quiet", "-nodeReuse:false", "-p:UseSharedCompilation=false"]


class Unavailable(Exception):
    """What the tests need is not on this machine."""


def _dotnet(*arguments):
    environment = dict(os.environ, DOTNET_CLI_TELEMETRY_OPTOUT="1", DOTNET_NOLOGO="1")
    return subprocess.run(
        ["dotnet", *map(str, arguments)],
        cwd=PROJECT,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )


def _require_sdk():
    if shutil.which("dotnet") is None:
        raise Unavailable("the .NET SDK (dotnet) is not installed")
    versions = _dotnet("--list-sdks").stdout.split("\n")
    if not any(line.split(".")[0] == str(SDK) for line in versions):
        raise Unavailable(f"no .NET SDK {SDK} is installed")


def _copy_sources():
    """The sources, in the build folder: dotnet writes beside them. True if they changed."""
    PROJECT.mkdir(parents=True, exist_ok=True)
    changed = False
    for source in sorted((FOLDER / "host").iterdir()):
        copy = PROJECT / source.name
        if source.is_file() and not (copy.exists() and copy.read_bytes() == source.read_bytes()):
            shutil.copyfile(source, copy)
            changed = True
    return changed


def build(runtime=None):
    """Folder of the program; for a runtime such as win-x64, one that needs no .NET there.

    Raises:
        Unavailable: the SDK is missing, or NuGet's packages cannot be fetched.
        RuntimeError: the program does not compile.
    """
    PROJECT.mkdir(parents=True, exist_ok=True)
    _require_sdk()
    output = PROJECT / (runtime or "any")
    stamp = output / "built"
    if _copy_sources():
        for old in PROJECT.glob("*/built"):
            old.unlink()
    if stamp.exists():
        return output
    restored = _dotnet("restore", "--locked-mode", *QUIET[1:])
    if restored.returncode != 0:
        if "NU1301" in restored.stdout or "NU1101" in restored.stdout:
            raise Unavailable("NuGet's packages cannot be fetched: " + restored.stdout.strip())
        raise RuntimeError(restored.stdout)
    kind = ["publish", "-r", runtime, "--self-contained"] if runtime else ["build"]
    built = _dotnet(*kind, "--no-restore", "-c", "Release", "-o", output, *QUIET)
    if built.returncode != 0:
        raise RuntimeError(built.stdout)
    stamp.touch()
    return output


def install_pwsh():
    """Path of PowerShell, of the engine's version, installed as a tool of .NET.

    Raises:
        Unavailable: the SDK is missing, or NuGet's package cannot be fetched.
    """
    PROJECT.mkdir(parents=True, exist_ok=True)
    _require_sdk()
    text = (FOLDER / "host/EngineHost.csproj").read_text(encoding="utf-8")
    version = re.search(r'"System\.Management\.Automation" Version="([\d.]+)"', text).group(1)
    folder = PROJECT / "pwsh"
    if not (folder / "pwsh").exists():
        tool = ["tool", "install", "PowerShell", "--version", version, "--tool-path", folder]
        installed = _dotnet(*tool)
        if installed.returncode != 0:
            raise Unavailable("PowerShell cannot be fetched: " + installed.stdout.strip())
    return folder / "pwsh"


PESTER = "6.2.0"
DOWNLOAD = """<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net{}.0</TargetFramework></PropertyGroup>
  <ItemGroup><PackageDownload Include="Pester" Version="[{}]" /></ItemGroup>
</Project>
"""


def install_pester():
    """Path of Pester's manifest, from NuGet.

    Raises:
        Unavailable: the SDK is missing, or NuGet's package cannot be fetched.
    """
    folder = PROJECT / "pester"
    manifest = folder / f"packages/pester/{PESTER}/tools/Pester.psd1"
    if not manifest.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _require_sdk()
        project = folder / "pester.csproj"
        project.write_text(DOWNLOAD.format(SDK, PESTER), encoding="utf-8")
        restored = _dotnet("restore", project, "--packages", folder / "packages")
        if restored.returncode != 0 or not manifest.exists():
            raise Unavailable("Pester cannot be fetched: " + restored.stdout.strip())
    return manifest


def build_version_2(compiler, suffix):
    """Path of a library of major version 2; None where it cannot be built."""
    output = PROJECT / f"version_2{suffix}"
    command = [*compiler.split(), "-shared", "-o", str(output), str(FOLDER / "version_2.c")]
    built = subprocess.run(command, stderr=subprocess.DEVNULL, check=False)
    return output if built.returncode == 0 else None


def module():
    """The module's folder, with what the build generates for it."""
    built = harness.BUILD / "bindings/powershell/ActDiag"
    made = [*sorted(built.glob("Table*.ps1")), *built.glob("Signatures.ps1"), *built.glob("*.ja.ps1")]
    if harness.BUILD.resolve() == harness.SOURCE.resolve() or not made:
        return MODULE
    folder = harness.BUILD / "tests/powershell/module/ActDiag"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(MODULE, folder)
    for path in made:
        shutil.copy(path, folder)
    return folder


def environment(module, library, command, source, version_2):
    """Where the scripts find what they test."""
    return dict(
        os.environ,
        ACTDIAG_VERSION_2=version_2 or "",
        ACTDIAG_MODULE=module,
        ACTDIAG_LIBRARY=library,
        ACTDIAG_COMMAND=command,
        ACTDIAG_SOURCE=source,
    )


def skip(reason):
    """Reports that nothing can be tested here; returns the exit status."""
    print(f"SKIP: the tests in PowerShell's engine: {reason}")
    print("0 passed, 0 failed, 1 skipped")
    return harness.ALL_SKIPPED
