#!/usr/bin/env python3
"""Makes the package for .NET, installs it from a folder into programs for Linux and, where its library is
in the package, for Windows under Wine, and compares their answers with those of the command."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree
import zipfile

for folder in ("doc", "powershell"):
    sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / folder))

import harness
import page
import wine

CSHARP = harness.SOURCE / "bindings/csharp"
CONSUMER = harness.SOURCE / "tests/csharp/consumer"
MADE = harness.BUILD / "build-nuget"
PROJECTS = harness.BUILD / "tests/csharp/build"
QUIET = ["-nologo", "-v:quiet", "-nodeReuse:false", "-p:UseSharedCompilation=false"]
# Of each system the compiler, the library's name, and where the processor's number lies in it.
SYSTEMS = {
    "win-x64": ("x86_64-w64-mingw32-gcc", "libactdiag-1.dll"),
    "win-x86": ("i686-w64-mingw32-gcc", "libactdiag-1.dll"),
    "linux-x64": ("x86_64-linux-gnu-gcc", "libactdiag-1.so"),
    "linux-arm64": ("aarch64-linux-gnu-gcc", "libactdiag-1.so"),
}
# make native_systems=linux-x64 puts that one alone into the package.
CHOSEN = os.environ.get("native_systems", "").split() or list(SYSTEMS)
FILES = {"ActDiag.nuspec", "LICENSE", "README.md", "build/net461/ActDiag.targets", "lib/netstandard2.0/ActDiag.dll",
         "lib/netstandard2.0/ActDiag.xml"}
LANGUAGES = ["en", "ja"]
DIALECTS = ["slmgr", "powershell"]
# Codes in other clothes, numbers of events, in no list.
SPECIAL = [0, 5, 1722, 12007, 12288, 0xD0000022, 0xC004F00C, 0x8ABCDEF1, 0xFFFFFFFF]
WORDS = ["count too low", "DNS", "nothing has these words", "KMS ホスト"]
REQUEST = ("Event ID: 12288\nSource: Microsoft-Windows-Security-SPP\nTime: 2026-11-24 08:00:00\nComputer: {}\nInfo:\n"
           "{}, 0x00000000, kms.example.org:1688, 8f9d1c3a-0000-4000-8000-123456789abc, 2026/11/24 08:00, 1, 2, 41760, "
           "2de67392-b7a7-462a-b1ca-108dd189f588, 25\n")
TWO = REQUEST.format("PC-1", "0x8007232B") + REQUEST.format("PC-2", "0xC004F074")
TEXTS = [
    b"", b"nothing is wrong", TWO.encode(), b"\xff\xfe" + TWO.encode("utf-16-le"), b"\xfe\xff" + TWO.encode("utf-16-be"),
    "エラー: 0xC004F00F。-1073418124".encode("cp932"), b"x" * 400_000 + TWO.encode() + b"y" * 200_000 + b" 0xC004F00F",
    b"LICENSE NAME: Office 16, Office16ProPlusVL_KMS_Client edition\nERROR CODE: 0xC004F074\n",
]


def run(folder, *command, **variables):
    """What a command prints; its output is shown where it fails."""
    environment = {**os.environ, "DOTNET_CLI_TELEMETRY_OPTOUT": "1", "DOTNET_NOLOGO": "1", **variables}
    environment.pop("ACTDIAG_LIBRARY", None)
    done = subprocess.run(list(map(str, command)), cwd=folder, env=environment, check=False, encoding="utf-8",
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode != 0:
        raise AssertionError(f"{command}: {done.stdout[-4000:]}")
    return done.stdout


def make():
    run(harness.BUILD, "make", "-s", "nuget", f"native_systems={os.environ.get('native_systems', '')}", MAKEFLAGS="")


def package():
    (path,) = MADE.glob("*.nupkg")
    return path


def setUpModule():
    for program in ["dotnet", "zip", *(SYSTEMS[each][0] for each in CHOSEN)]:
        harness.tool(program)
    if not re.search(r"^10\.", run(harness.BUILD, "dotnet", "--list-sdks"), re.M):
        raise unittest.SkipTest("no .NET SDK 10 is installed")
    shutil.rmtree(PROJECTS, ignore_errors=True)
    make()


def examples():
    """The C# of each page, without the using directives, which a project has once. README.ja.md shows what
    README.md does."""
    for path in (harness.SOURCE / "README.md", CSHARP / "README.md"):
        (text,) = [each.text for each in page.blocks(path) if each.kind == "csharp"]
        yield re.sub(r"(?m)^using \w+;\n", "", text)


def project(name):
    """The folder of a project that takes the package from the folder feed, with the pages' examples in it."""
    folder = PROJECTS / name
    (folder / "feed").mkdir(parents=True)
    shutil.copy(package(), folder / "feed")
    for source in CONSUMER.iterdir():
        shutil.copy(source, folder)
    bodies = "".join(f"{{\n{text}}}\n" for text in examples())
    text = f"namespace ActDiag.Tests;\ninternal static class Examples {{ internal static void Run()\n{{\n{bodies}}} }}\n"
    (folder / "Examples.cs").write_text(text, encoding="utf-8")
    return folder


def version():
    return re.search(r"ActDiag\.([\d.]+)\.nupkg", package().name)[1]


def build(folder, *options):
    run(folder, "dotnet", "build", "-c", "Release", "-o", "out", f"-p:ActDiagVersion={version()}", *options, *QUIET)
    return folder / "out"


def ask(*arguments):
    """The objects that the command prints as JSON."""
    done = subprocess.run([str(harness.COMMAND), *map(str, arguments)], check=False, encoding="utf-8",
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return [json.loads(line) for line in done.stdout.splitlines()]


def some_codes():
    rows = (harness.SOURCE / "doc/codes.tsv").read_text("utf-8").splitlines()
    named = {int(row.split("\t")[0], 16) for row in rows if row.startswith("0x")}
    return sorted(named.union(harness.documented_codes())) + SPECIAL


def some_events():
    rows = (harness.SOURCE / "doc/events.tsv").read_text("utf-8").splitlines()
    return sorted({int(row.split("\t")[0]) for row in rows if row[:1].isdigit()})


def expected(files):
    """What the command answers, in the order in which consumer/Answers.cs does."""
    codes = [f"0x{code:08X}" for code in some_codes()]
    for language in LANGUAGES:
        option = f"--language={language}"
        for dialect in DIALECTS:
            for answer in ask("--json", option, f"--commands={dialect}", *codes):
                yield dict(answer, commands=[each["text"] for each in answer["commands"]])
        for words in WORDS:
            yield [each["value"] for each in ask("find", "--json", option, words)]
        for number in ask("event", "--json", option, *some_events()):
            yield {name: number[name] for name in ("event", "kind", "meaning", "advice")}
    yield sorted(code for code in some_codes()[:-len(SPECIAL)])
    yield harness.documented_codes()
    for command in ask("commands", "--json"):
        yield {name: command[name] or command["slmgr"] for name in ("slmgr", "powershell", "oslicense", "office")}
    for file in files:
        yield [[match["offset"], match["code"]] for match in ask("scan", "--json", file)]
        yield from (each for each in ask("diagnose", "--json", file) if each["findings"])


class Comparison:
    """For a test case: compares what the package answers with what the command does."""

    def compare(self, printed, files):
        got = [json.loads(line) for line in printed.splitlines()]
        wanted = list(expected(files))
        self.assertGreater(len(wanted), 3000)
        for here, there in zip(got, wanted):
            if isinstance(here, dict) and "findings" in here:
                there["findings"] = [{name: each[name] for name in here["findings"][0]} for each in there["findings"]]
                there = {name: there[name] for name in here}
            self.assertEqual(here, there)
        self.assertEqual(len(got), len(wanted))

    def request(self, folder, place=str):
        """Writes what is asked; place() makes a path that the program understands. Returns the texts' files."""
        files = []
        for number, text in enumerate(TEXTS):
            files.append(folder / f"text-{number}.log")
            files[-1].write_bytes(text)
        (folder / "request.json").write_text(json.dumps({
            "codes": some_codes(), "languages": LANGUAGES, "dialects": [0, 1], "words": WORDS,
            "files": [place(file) for file in files]}), encoding="utf-8")
        return files


class Package(unittest.TestCase):
    def test_what_it_holds(self):
        natives = {f"runtimes/{system}/native/{SYSTEMS[system][1]}" for system in CHOSEN}
        with zipfile.ZipFile(package()) as archive:
            held = {name for name in archive.namelist() if not name.startswith(("_rels", "[Content"))}
            self.assertEqual(held, FILES | natives)
            self.assertEqual(len({each.date_time for each in archive.infolist()}), 1)
            machines = {name.split("/")[1]: self.machine(archive.read(name)) for name in natives}
            specification = archive.read("ActDiag.nuspec").decode()
            self.assertEqual(archive.read("LICENSE"), (harness.SOURCE / "LICENSE").read_bytes())
        known = {"win-x64": 0x8664, "win-x86": 0x14C, "linux-x64": 62, "linux-arm64": 183}
        self.assertEqual(machines, {system: known[system] for system in CHOSEN})
        self.assertIn('<license type="expression">MIT</license>', specification)
        self.assertIn(f"<version>{harness.version()}</version>", specification)
        self.assertEqual(package().name, f"ActDiag.{harness.version()}.nupkg")

    def test_the_libraries_export_the_listed_functions_alone(self):
        systems = [system for system in CHOSEN if system.startswith("linux")]
        with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(package()) as archive:
            for system in systems:
                path = archive.extract(f"runtimes/{system}/native/{SYSTEMS[system][1]}", folder)
                symbols = run(folder, harness.tool("readelf"), "--dyn-syms", "-W", path)
                names = re.findall(r"FUNC +GLOBAL +DEFAULT +\d+ (\w+)", symbols)
                self.assertEqual(sorted(names), [name for name, _ in harness.exported()], system)

    @staticmethod
    def machine(image):
        offset = 18 if image.startswith(b"\x7fELF") else int.from_bytes(image[60:64], "little") + 4
        return int.from_bytes(image[offset:offset + 2], "little")

    def test_every_enumerator_and_bit_of_the_header_is_documented(self):
        with zipfile.ZipFile(package()) as archive:
            root = xml.etree.ElementTree.fromstring(archive.read("lib/netstandard2.0/ActDiag.xml"))
        texts = {each.get("name"): "".join(each.itertext()).strip() for each in root.iter("member")}
        self.assertEqual([name for name, text in texts.items() if not text], [])
        header = (harness.SOURCE / "include/actdiag.h").read_text("utf-8")
        for name in re.findall(r"^    ACT_CATEGORY_(?!LABEL|ADVICE)(\w+) = ", header, re.M):
            self.assertIn("F:ActDiag.Category." + name.title().replace("_", ""), texts)
        for member in ("ScanOptions.Utf16be", "CommandFlags.HardToUndo", "ActivationTypes.KmsClient", "Rule.Latest"):
            self.assertIn("F:ActDiag." + member, texts)

    def test_the_same_sources_give_the_same_bytes(self):
        before = package().read_bytes()
        make()
        self.assertEqual(package().read_bytes(), before)
        run(MADE, "sha256sum", "-c", "SHA256SUMS")


class Linux(Comparison, unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = project("linux")
        cls.program = ["dotnet", build(cls.folder, "-p:UseAppHost=false") / "Consumer.dll"]

    def test_checks(self):
        self.assertRegex(run(self.folder, *self.program, "checks"), r"(?m)^1\d passed, 0 failed, 0 skipped$")

    def test_the_command_answers_alike(self):
        files = self.request(self.folder)
        self.compare(run(self.folder, *self.program, "answers", "request.json"), files)

    def test_the_examples_of_the_pages(self):
        (log,) = {each.text for each in page.blocks(page.READMES[0]) if each.name == "activation.log"}
        (self.folder / "activation.log").write_text(log, encoding="utf-8")
        shown = [line for text in examples() for each in re.findall(r"Console\.WriteLine.*;  // (.*)", text)
                 for line in each.split("; ")]
        printed = run(self.folder, *self.program, "examples")
        self.assertTrue(page.matches("".join(line + "\n" for line in shown), printed), printed)

    def test_another_library_is_named(self):
        environment = dict(os.environ, ACTDIAG_LIBRARY=str(harness.LIBRARY))
        program = list(map(str, self.program))
        subprocess.run([*program, "checks"], check=True, env=environment, stdout=subprocess.DEVNULL)
        for name in ("libactdiag.so.1", "/nowhere/libactdiag.so.1", str(self.folder / "Consumer.csproj")):
            environment["ACTDIAG_LIBRARY"] = name
            done = subprocess.run([*program, "checks"], check=False, env=environment, encoding="utf-8", stdout=subprocess.PIPE)
            self.assertIn("System.DllNotFoundException", done.stdout)
            self.assertIn(name, done.stdout)


class Windows(Comparison, unittest.TestCase):
    """The same as win-x64 under Wine, in a program that brings .NET along."""

    @classmethod
    def setUpClass(cls):
        if "win-x64" not in CHOSEN:
            raise unittest.SkipTest("the package is made without the library for win-x64")
        harness.tool("wine")
        cls.folder = project("windows")
        (cls.folder / "nuget.config").unlink()
        try:
            run(cls.folder, "dotnet", "publish", "-c", "Release", "-o", "out", "-r", "win-x64", "--self-contained",
                f"-p:ActDiagVersion={version()}", "-p:RestoreAdditionalProjectSources=feed",
                f"-p:RestoreFallbackFolders={pathlib.Path.home() / '.nuget/packages'}", *QUIET)
        except AssertionError as problem:
            if re.search("NU1301|NU1101", str(problem)):
                raise unittest.SkipTest("the runtime of .NET for win-x64 cannot be fetched") from problem
            raise
        cls.environment = wine.environment(PROJECTS / "wine")

    def consumer(self, *arguments):
        return run(self.folder, "wine", self.folder / "out/Consumer.exe", *arguments, **self.environment)

    def test_checks(self):
        self.assertRegex(self.consumer("checks"), r"(?m)^1\d passed, 0 failed, 0 skipped$")

    def test_the_command_answers_alike(self):
        files = self.request(self.folder, wine.path)
        self.compare(self.consumer("answers", "request.json"), files)

    def test_a_library_in_the_folder_of_its_processor_is_found(self):
        """As in programs for .NET Framework, and never in the current folder."""
        beside = self.folder / "out/libactdiag-1.dll"
        within = self.folder / "out/runtimes/win-x64/native" / beside.name
        current = self.folder / beside.name
        within.parent.mkdir(parents=True)
        self.addCleanup(lambda: current.rename(beside))
        beside.rename(within)
        self.assertRegex(self.consumer("checks"), r"(?m)^1\d passed, 0 failed")
        within.rename(current)
        with self.assertRaisesRegex(AssertionError, "DllNotFoundException"):
            self.consumer("checks")


if __name__ == "__main__":
    harness.main()
