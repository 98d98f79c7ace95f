"""Builds the sources in other folders, for tests that configure them differently."""

import os
import subprocess

import harness


def clean_source(folder):
    """The sources without a build among them, which configure wants for a build elsewhere."""
    if not (harness.SOURCE / "config.status").exists():
        return harness.SOURCE
    source = folder / "source"
    run(harness.BUILD, "make", "-s", "distdir", f"distdir={source}")
    return source


def run(folder, *command, status=0, **variables):
    """Standard output and error together; a status other than expected carries them."""
    done = subprocess.run(
        list(map(str, command)), cwd=folder, text=True, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env={**os.environ, "MAKEFLAGS": "", "LC_ALL": "C", **variables},
    )
    if done.returncode != status:
        raise AssertionError(f"{command}: {done.returncode}\n{done.stdout[-4000:]}")
    return done.stdout
