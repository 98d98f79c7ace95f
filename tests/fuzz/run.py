#!/usr/bin/env python3
"""Runs the fuzz targets that make fuzz-programs has built, one after the other.

New inputs and crashes go to tests/fuzz/found/TARGET in the build folder. A crash's input belongs to
tests/fuzz/corpus/TARGET once what it found is mended.
"""

import argparse
import pathlib
import re
import resource
import subprocess
import sys

import harness

FUZZ = harness.SOURCE / "tests/fuzz"
PROGRAMS = harness.BUILD / "tests/fuzz/build"
FOUND = harness.BUILD / "tests/fuzz/found"

# Seconds and MiB for one input; far more than any seed needs.
INPUT_SECONDS, INPUT_MEMORY = 20, 1024
# A run is cut into pieces, after each of which its processor time is looked at.
PIECE_SECONDS = 300


def cpu_seconds():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


class Campaign:
    """One target's run: executions and processor time so far, coverage reached, and failures."""

    def __init__(self, target):
        self.target = target
        self.executions, self.cpu, self.coverage, self.features = 0, 0.0, 0, 0
        self.failures = []

    def fuzz(self, seconds):
        """Fuzzes for some seconds of wall-clock time; False if an input failed."""
        folder = FOUND / self.target
        corpus = folder / "corpus"
        corpus.mkdir(parents=True, exist_ok=True)
        command = [
            PROGRAMS / self.target, f"-max_total_time={seconds}", f"-timeout={INPUT_SECONDS}",
            f"-rss_limit_mb={INPUT_MEMORY}", f"-dict={FUZZ / self.target}.dict",
            f"-artifact_prefix={folder}/", "-print_final_stats=1", "-use_value_profile=1",
            corpus, FUZZ / "corpus" / self.target,
        ]
        before = cpu_seconds()
        run = subprocess.run(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, check=False)
        self.cpu += cpu_seconds() - before
        self.read_report(run.stderr.decode(errors="replace"), run.returncode)
        return not self.failures

    def read_report(self, report, status):
        executions = re.search(r"^stat::number_of_executed_units: (\d+)", report, re.M)
        progress = re.findall(r"^#\d+\s.*cov: (\d+) ft: (\d+)", report, re.M)
        self.executions += int(executions[1]) if executions else 0
        if progress:
            self.coverage, self.features = map(int, progress[-1])
        if status != 0:
            artifact = re.search(r"Test unit written to (\S+)", report)
            self.failures.append(artifact[1] if artifact else f"exit status {status}")
            log = FOUND / self.target / "failure.log"
            log.write_text(report)
            print("\n".join(report.splitlines()[-40:]))

    def __str__(self):
        failures = ", ".join(self.failures) or "none"
        return (
            f"{self.target}: {self.executions} executions in {self.cpu:.0f} s of processor time, "
            f"{self.coverage} edges, {self.features} features; failures: {failures}"
        )


def run_target(target, options):
    campaign = Campaign(target)
    if options.cpu_seconds is None:
        campaign.fuzz(options.seconds)
    else:
        while campaign.cpu < options.cpu_seconds:
            if not campaign.fuzz(PIECE_SECONDS):
                break
    print(campaign, flush=True)
    return campaign


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    limit = parser.add_mutually_exclusive_group()
    limit.add_argument("--seconds", type=int, default=60, help="a target, of wall-clock time [60]")
    limit.add_argument("--cpu-seconds", type=int, help="a target, of processor time")
    parser.add_argument("targets", nargs="+", metavar="TARGET")
    options = parser.parse_args()
    for target in options.targets:
        if not pathlib.Path(PROGRAMS / target).is_file():
            parser.error(f"{PROGRAMS / target} is not there; run make fuzz-programs")
    failed = sum(bool(run_target(target, options).failures) for target in options.targets)
    print(f"{len(options.targets) - failed} passed, {failed} failed, 0 skipped")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
