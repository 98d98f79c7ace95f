#!/usr/bin/env python3
"""Tests the package as it is published: made by `make npm`, installed into an empty project, used
from JavaScript and, with TypeScript's strictest rules, from TypeScript."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import tarfile
import unittest

import harness

SOURCE = harness.SOURCE / "bindings/javascript"
PACKAGE = harness.BUILD / "bindings/javascript/package/actdiag.js"
TOOLS = ("typescript@5.9.3", "@types/node@18.19.130")
LOG = "Event ID: 8198\nSource: Microsoft-Windows-Security-SPP\nhr=0xC004F074\nhr=0x8007232B\n"


class PackageTest(harness.FolderTest):
    def run_in(self, *command):
        done = subprocess.run(list(map(str, command)), cwd=self.folder, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, encoding="utf-8", check=False)
        self.assertEqual(done.returncode, 0, done.stdout)
        return done.stdout

    def make(self):
        subprocess.run(["make", "-s", "npm"], cwd=harness.BUILD, stdout=subprocess.DEVNULL, check=True)
        version = json.loads((harness.BUILD / "bindings/javascript/package.json").read_text())["version"]
        return harness.BUILD / f"actdiag-{version}.tgz"

    def install(self, *packages):
        self.write("package.json", '{"type": "module"}')
        self.run_in("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", *packages)

    def test_what_is_in_it(self):
        with tarfile.open(self.make()) as package:
            names = sorted(package.getnames())
            described = json.load(package.extractfile("package/package.json"))
            license_text = package.extractfile("package/LICENSE").read()
        self.assertEqual(names, sorted(f"package/{name}" for name in (
            "LICENSE", "README.md", "actdiag-simd.wasm", "actdiag.d.ts", "actdiag.js", "actdiag.wasm", "package.json")))
        self.assertEqual((described["version"], described["license"]), (harness.version(), "MIT"))
        self.assertEqual(license_text, (harness.SOURCE / "LICENSE").read_bytes())

    def test_the_same_sources_give_the_same_bytes(self):
        before = hashlib.sha256(self.make().read_bytes()).hexdigest()
        shutil.rmtree(PACKAGE.parent)
        self.addCleanup(os.umask, os.umask(0o077))
        self.assertEqual(hashlib.sha256(self.make().read_bytes()).hexdigest(), before)

    def test_the_readme_s_example(self):
        self.install(self.make())
        (example,) = re.findall(r"```js\n(.*?)```", (SOURCE / "README.md").read_text(), re.S)
        self.write("example.js", example)
        self.write("application.log", LOG)
        printed = self.run_in("node", "example.js").splitlines()
        self.assertEqual(printed[0], "SL_E_VL_BINDING_SERVICE_UNAVAILABLE network")
        place = LOG.index("0xC004F074")
        self.assertIn(f"{place} 0xC004F074", printed)
        self.assertEqual(printed[-1], "0x8007232B dns role")

    def test_typescript(self):
        try:
            self.install(self.make(), *TOOLS)
        except AssertionError as error:
            if not re.search("ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENOTCACHED|_CERT", str(error)):
                raise
            self.skipTest("npm's registry cannot be reached")
        self.write("triage.ts", (SOURCE / "examples/triage.ts").read_text())
        self.write("case.log", LOG)
        self.run_in("npx", "tsc", "--strict", "--target", "es2022", "--module", "nodenext", "--exactOptionalPropertyTypes",
                    "--noUncheckedIndexedAccess", "triage.ts")
        printed = self.run_in("node", "triage.js", "case.log")
        self.assertRegex(printed, r"^case.log\t0x8007232B\tDNS\t1 times\t.*\.\n$")
        self.write("wrong.ts", 'import { classify } from "actdiag"; classify({}); classify(1, { commands: "bash" });')
        done = subprocess.run(["npx", "tsc", "--strict", "--noEmit", "--module", "nodenext", "wrong.ts"], cwd=self.folder,
                              stdout=subprocess.PIPE, encoding="utf-8", check=False)
        self.assertEqual(len(re.findall("error TS", done.stdout)), 2, done.stdout)

    def test_the_types_name_every_export(self):
        script = f"import * as all from {json.dumps(PACKAGE.as_uri())}; console.log(Object.keys(all).join(' '))"
        exported = set(self.run_in("node", "--input-type=module", "-e", script).split())
        described = set(re.findall(r"^export function (\w+)", (SOURCE / "actdiag.d.ts").read_text(), re.M))
        self.assertEqual(described, exported)


if __name__ == "__main__":
    harness.main()
