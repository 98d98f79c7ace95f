#!/usr/bin/env python3
"""Tests the package's documentation, types and syntax, and all tests under Python's strictest settings."""

import ast
import doctest
import importlib
import inspect
import pathlib
import tempfile
import unittest

import harness
import support

import actdiag

MODULES = sorted(support.PACKAGE.glob("*.py"))
SOURCES = MODULES + sorted(support.EXAMPLES.glob("*.py"))


def public_things():
    """Names and objects: functions, classes, and what the classes define."""
    for name in actdiag.__all__:
        thing = getattr(actdiag, name)
        if name == "Code":
            continue
        yield name, thing
        for member in vars(thing) if inspect.isclass(thing) else ():
            value = inspect.getattr_static(thing, member)
            if not member.startswith("_") and isinstance(value, (property, type(lambda: 0))):
                yield f"{name}.{member}", value


class DocumentationTest(unittest.TestCase):
    def test_examples(self):
        finder = doctest.DocTestFinder()
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
        number = 0
        with tempfile.TemporaryDirectory() as folder:
            log = pathlib.Path(folder, "kms.log")
            log.write_text("07:12 hr=0xC004F074\n07:13 hr=0xC004F074\n", encoding="utf-8")
            names = {name: getattr(actdiag, name) for name in actdiag.__all__} | {"actdiag": actdiag, "log": log}
            for path in MODULES:
                if path.name == "__main__.py":
                    continue
                module = importlib.import_module(f"actdiag.{path.stem}".replace(".__init__", ""))
                for test in self.examples_of(finder, module, names):
                    number += len(test.examples)
                    self.assertEqual(runner.run(test).failed, 0, test.name)
        self.assertGreater(number, 30)

    @staticmethod
    def examples_of(finder, module, names):
        """The examples of what the module itself defines, the renamed classes included."""
        yield from finder.find(module, module.__name__, extraglobs=names)
        for name, thing in list(vars(module).items()):
            if inspect.isclass(thing) and thing.__module__ == "actdiag":
                if f"class {name}(" in inspect.getsource(module) or name == "Entry":
                    yield from finder.find(thing, name, module=False, extraglobs=names)

    def test_everything_public_has_an_example(self):
        things = dict(public_things())
        self.assertGreaterEqual(len(things), 28)
        for name, thing in things.items():
            with self.subTest(name=name):
                text = inspect.getdoc(thing) or ""
                self.assertIn(">>> ", text)

    def test_functions_tell_arguments_returns_and_errors(self):
        for name in actdiag.__all__:
            thing = getattr(actdiag, name)
            if not inspect.isfunction(thing):
                continue
            with self.subTest(function=name):
                text = inspect.getdoc(thing)
                self.assertIn("\nReturns:\n", text)
                for parameter in inspect.signature(thing).parameters:
                    self.assertRegex(text, rf"\nArgs:\n(?:.*\n)*?    {parameter}: ")
                    self.assertIn("\nRaises:\n", text)

    def test_help(self):
        shown = support.python("-c", "import actdiag; help(actdiag)")
        self.assertEqual(shown.returncode, 0)
        for name in actdiag.__all__:
            self.assertIn(name, shown.stdout)


class SourceTest(unittest.TestCase):
    def test_python_3_9_reads_it(self):
        for path in SOURCES + sorted((harness.SOURCE / "tests/python").glob("*.py")):
            with self.subTest(path=path.name):
                ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 9))

    def test_nothing_but_the_standard_library_is_imported(self):
        code = (
            "import sys; before = set(sys.modules); import actdiag, actdiag.__main__\n"
            "print(*{name.split('.')[0] for name in set(sys.modules) - before})"
        )
        result = support.python("-c", code)
        self.assertEqual(result.stderr, "")
        names = set(result.stdout.split()) - {"actdiag"}
        if hasattr(support.sys, "stdlib_module_names"):
            self.assertLessEqual(names, support.sys.stdlib_module_names)

    def test_types(self):
        mypy = harness.tool("mypy")
        use = "import actdiag\nreveal_type(actdiag.lookup('5'))\nactdiag.lookup(1.5)\n"
        with tempfile.TemporaryDirectory() as folder:
            env = support.environment(MYPY_CACHE_DIR=folder, PYTHONPATH=None)
            env["MYPYPATH"] = str(support.PACKAGES)
            for version in ("3.9", "3.11"):
                strict = (mypy, "--strict", "--python-version", version)
                result = support.run(*strict, support.PACKAGE, env=env)
                self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
                result = support.run(*strict, "-c", use, env=env)
                self.assertIn("Entry", result.stdout)
                self.assertIn("[arg-type]", result.stdout)
            windows = (mypy, "--strict", "--platform", "win32", support.PACKAGE)
            result = support.run(*windows, env=env)
            self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
            result = support.run(mypy, "--strict", support.EXAMPLES / "triage.py", env=env)
            self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

    def test_typed_marker(self):
        self.assertTrue((support.PACKAGE / "py.typed").is_file())


class StrictTest(unittest.TestCase):
    def test_warnings_are_errors(self):
        """Each test script again, under -X dev -W error."""
        env = support.environment(
            PYTHONPATH=str(harness.SOURCE / "tests/support"),
            top_srcdir=str(harness.SOURCE),
            top_builddir=str(harness.BUILD),
        )
        for name in ("codes", "scan", "values"):
            with self.subTest(test=name):
                script = harness.SOURCE / f"tests/python/{name}-test.py"
                result = support.python("-X", "dev", "-W", "error", script, env=env)
                self.assertEqual(result.returncode, 0, result.stdout[-3000:] + result.stderr)
                self.assertEqual(result.stderr, "")
        strict = ("-X", "dev", "-W", "error", "-c", "import actdiag; print(actdiag.classify(5))")
        result = support.python(*strict)
        self.assertEqual((result.returncode, result.stderr), (0, ""))


if __name__ == "__main__":
    harness.main()
