"""The bindings' own benchmarks, where the source has them: scripts that print JSON."""

import json
import subprocess
import sys

import harness
from toolchain import SOURCE, BuildError

SCRIPTS = {"Python": "tests/python/bench.py", "PowerShell": "tests/powershell/bench.py",
           "JavaScript": "tests/javascript/bench.py"}


def measure(_mode, _folder, results):
    """Runs each script; its JSON goes into the report as it is."""
    for name, script in SCRIPTS.items():
        path = SOURCE / script
        if not path.is_file():
            results.miss("bindings", name, f"there is no {script}")
            continue
        result = subprocess.run([sys.executable, path, "--json"], capture_output=True, text=True,
                                check=False)
        problem = (result.stderr or result.stdout).strip().splitlines()[-1:] or ["no output"]
        if result.returncode == harness.ALL_SKIPPED:
            results.miss("bindings", name, problem[0])
        elif result.returncode != 0:
            raise BuildError(f"{script}: {problem[0]}")
        else:
            results.bindings[name] = json.loads(result.stdout)
