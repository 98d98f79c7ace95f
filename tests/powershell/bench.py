#!/usr/bin/env python3
"""Measures the PowerShell module, beside what PowerShell itself costs.

    tests/powershell/bench.py [--json]     in the folder that was built
"""

import pathlib
import statistics
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))

import engine  # noqa: E402 (its harness is found where the line above says)
import figures  # noqa: E402
import harness  # noqa: E402

IMPORTS = 3

EMPTY_MANIFEST = """@{
    ModuleVersion = '1.0'
    RootModule = 'Empty.psm1'
    FormatsToProcess = 'Empty.Format.ps1xml'
    FunctionsToExport = @()
}
"""
EMPTY_FORMAT = """<Configuration><ViewDefinitions><View>
<Name>Empty</Name><ViewSelectedBy><TypeName>Empty</TypeName></ViewSelectedBy>
<ListControl><ListEntries><ListEntry><ListItems><ListItem><PropertyName>Name</PropertyName>
</ListItem></ListItems></ListEntry></ListEntries></ListControl>
</View></ViewDefinitions></Configuration>
"""


class Engine:
    """The hosted engine; runs bench.ps1, each time in a process of its own."""

    def __init__(self):
        self.program = engine.build() / "EngineHost.dll"
        places = (engine.module(), harness.LIBRARY, harness.COMMAND, harness.SOURCE, "")
        self.environment = engine.environment(*map(str, places))

    def number(self, *arguments):
        """The number that bench.ps1 prints."""
        return self._run("dotnet", self.program, "run", engine.FOLDER / "bench.ps1", *arguments)

    def number_of_pwsh(self, *arguments):
        """The same in PowerShell itself, which alone has Select-String."""
        program = engine.install_pwsh()
        return self._run(program, "-NoProfile", "-File", engine.FOLDER / "bench.ps1", *arguments)

    def _run(self, *command):
        run = subprocess.run([str(word) for word in command], env=self.environment, text=True,
                             stdout=subprocess.PIPE, check=True)
        return float(run.stdout.strip().replace(",", "."))


def write_empty_module(folder):
    """A script module without a function, with a format file; its path."""
    (folder / "Empty.psd1").write_text(EMPTY_MANIFEST, encoding="utf-8")
    (folder / "Empty.psm1").write_text("", encoding="utf-8")
    (folder / "Empty.Format.ps1xml").write_text(EMPTY_FORMAT, encoding="utf-8")
    return folder / "Empty.psd1"


def measure():
    """Imports by turns, then the ratio of calls."""
    host = Engine()
    with tempfile.TemporaryDirectory() as name:
        empty = write_empty_module(pathlib.Path(name))
        sessions = host.number("sessions", empty)
        differences = [host.number("import", engine.MODULE) - host.number("import", empty)
                       for _ in range(IMPORTS)]
    return {
        "import, ms more than an empty module": sessions,
        "the same, the first of a process": statistics.median(differences),
        "10,000 codes": host.number("calls"),
        "lines without a code": host.number_of_pwsh("lines", "none"),
        "lines with a code": host.number_of_pwsh("lines", "all"),
    }


GOALS = {
    "import, ms more than an empty module": "goal at most 50",
    "the same, the first of a process": "with what .NET compiles then",
    "10,000 codes": "of an empty advanced function; goal at most 3",
    "lines without a code": "of Select-String's processor time; goal at most 2",
    "lines with a code": "the same; goal at most 6",
}


if __name__ == "__main__":
    try:
        figures.main("Measures the PowerShell module.", measure, GOALS)
    except engine.Unavailable as reason:
        print(reason, file=sys.stderr)
        sys.exit(harness.ALL_SKIPPED)
