"""An installed build and folders in which the reader of a page works, for tests that run commands."""

import functools
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import harness
import installation
import page
from page import PAGES, READMES


class Stage:
    """An installation, and a folder in which a page's reader works."""

    def __init__(self):
        installed = installation.shared()
        self.environment = installed.environment()
        for name in ("LC_ALL", "LC_MESSAGES", "MAKEFLAGS"):
            self.environment.pop(name, None)
        bin_folder = installed.find("**/bin/actdiag").parent
        self.environment.update(
            LANG="C.UTF-8",
            PATH=f"{bin_folder}:{os.environ['PATH']}",
            PSModulePath=str(installed.find("**/Modules/ActDiag").parent),
        )
        packages = list(installed.root.glob("**/actdiag/__init__.py"))
        self.python = str(packages[0].parents[1]) if packages else None

    def folder_for(self, path):
        """A new folder with the page's files, and links to what its commands name in the source."""
        folder = tempfile.TemporaryDirectory()
        place = pathlib.Path(folder.name)
        (place / "lib/compiler").mkdir(parents=True)
        sources = [path.relative_to(harness.SOURCE) for path in harness.SOURCE.glob("lib/*.c")]
        for name in (".clang-format", "bindings", "doc", "include", "tests", *sources):
            (place / name).symlink_to(harness.SOURCE / name)
        (place / "lib/compiler/actdiag-compile").symlink_to(harness.COMPILER)
        if path.parent.name == "examples":
            shutil.copytree(path.parent, place, dirs_exist_ok=True)
        for block in page.blocks(path):
            if block.name:
                (place / block.name).write_text(block.text, encoding="utf-8")
        return folder

    def run(self, command, folder, **variables):
        return subprocess.run(
            ["sh", "-c", command] if isinstance(command, str) else command,
            cwd=folder,
            env=dict(self.environment, **variables),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )


@functools.lru_cache(maxsize=None)
def shared_stage():
    return Stage()


class PageTest(unittest.TestCase):
    maxDiff = None

    @property
    def stage(self):
        return shared_stage()

    def each(self, *kinds):
        """Page, its folder and its blocks of some kinds, each block once: READMEs share theirs."""
        seen = set()
        for path in PAGES:
            blocks = [each for each in page.blocks(path) if each.kind in kinds]
            with self.stage.folder_for(path) as folder:
                yield path, folder, [each for each in blocks if each not in seen]
            seen.update(blocks if path in READMES else ())
