#!/usr/bin/env python3
"""Measures the package for JavaScript, and the page in Chromium, in the folder that was built.

    PYTHONPATH=tests/support tests/javascript/bench.py [--json]
"""

import json
import pathlib
import statistics
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(SOURCE / "tests/support"), str(SOURCE / "tests/bench")]

import browser
import figures
import harness
import logs

PACKAGE = harness.BUILD / "bindings/javascript/package"
LOG_SIZE = 100_000_000
CODES = [0xC004F074, 0x8007232B, 0xC004F00F]
BYTES_A_CODE = 10_000
LOADS = 9
SEARCHES = ("k", "km", "kms", "kms count", "count too low", "0xC004", "C004F0", "0xC004F074", "SL_E_VL", "dns", "no such")

SEARCH = """
const field = document.getElementById("query"), seconds = [];
for (const text of arguments[0]) {
  const begin = performance.now();
  field.value = text;
  field.dispatchEvent(new Event("input"));
  document.getElementById("results").getBoundingClientRect();
  seconds.push(performance.now() - begin);
}
return seconds;
"""


def scan_figures():
    with tempfile.NamedTemporaryFile() as log:
        log.write(logs.text(LOG_SIZE, CODES, BYTES_A_CODE))
        log.flush()
        script = SOURCE / "tests/javascript/bench.mjs"
        done = subprocess.run(["node", script, PACKAGE, log.name], stdout=subprocess.PIPE, check=True)
    seconds = json.loads(done.stdout)
    return {"scan of all forms": seconds["regexp"] / seconds["scan"],
            "GB per second": seconds["bytes"] / 1e9 / seconds["scan"]}


def page_figures():
    with tempfile.TemporaryDirectory() as folder:
        opened = browser.open_browser(folder)
        ready, searches = [], []
        for _ in range(LOADS):
            opened.get("about:blank")
            opened.get(browser.PAGE.as_uri())
            ready.append(opened.execute_async_script(
                "const done = arguments[0], seek = () => { const [mark] = performance.getEntriesByName('ready');"
                "mark ? done(mark.startTime) : setTimeout(seek, 1); }; seek()"))
            searches += opened.execute_script(SEARCH, SEARCHES)
        opened.quit()
    return {"page ready, ms": statistics.median(ready), "search, ms": statistics.median(searches),
            "slowest search, ms": max(searches)}


def measure():
    return {**scan_figures(), **page_figures()}


GOALS = {
    "scan of all forms": "times a JavaScript regular expression of the same forms; goal at least 10",
    "GB per second": "of the same scan",
    "page ready, ms": "median, from opening to typing; goal at most 300",
    "search, ms": "median; goal at most 16",
    "slowest search, ms": "of all",
}


if __name__ == "__main__":
    browser.use_selenium()
    try:
        browser.skip_if_missing()
    except Exception as reason:
        print(reason)
        sys.exit(harness.ALL_SKIPPED)
    figures.main("Measures the package for JavaScript.", measure, GOALS)
