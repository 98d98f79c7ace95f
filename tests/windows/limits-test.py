#!/usr/bin/env python3
"""What SECURITY.md says this compiler cannot do for Windows: a failure here asks for its use."""

import os
import shlex
import subprocess

import harness
import portable_executable

IMAGES = (
    harness.BUILD / "lib/.libs/libactdiag-1.dll",
    harness.BUILD / "bindings/shell/.libs/actdiag.exe",
)
LOAD_CONFIGURATION, GUARD_CF = 10, 0x4000
# A function with an array that is written to by a function that can be checked.
SOURCE = """
#include <string.h>
int main(int count, char **arguments)
{
    char text[16];
    strcpy(text, arguments[0]);
    return count + text[count];
}
"""


class Limits(harness.FolderTest):
    def setUp(self):
        super().setUp()
        self.write("trial.c", SOURCE)

    def compile(self, *flags):
        """The compiler's exit status and messages."""
        command = [*shlex.split(os.environ["CC"]), "-O2", *flags, "trial.c", "-o", "trial.exe"]
        done = subprocess.run(command, cwd=self.folder, check=False, capture_output=True, text=True,
                              env={**os.environ, "LC_ALL": "C"})
        return done.returncode, done.stderr

    def imported(self):
        image = portable_executable.Image(self.folder / "trial.exe")
        return {name.lower() for name in image.imported_libraries()}

    def test_the_trial_compiles_without_flags(self):
        self.assertEqual(self.compile(), (0, ""))
        self.assertNotIn("libssp-0.dll", self.imported())

    def test_no_control_flow_guard(self):
        status, messages = self.compile("-mguard=cf")
        self.assertNotEqual(status, 0)
        self.assertIn("unrecognized command-line option", messages)
        for image in map(portable_executable.Image, IMAGES):
            self.assertEqual(image.dll_characteristics & GUARD_CF, 0)
            self.assertEqual(image.directories[LOAD_CONFIGURATION], (0, 0))

    def test_no_stack_protector_without_libssp(self):
        self.assertEqual(self.compile("-fstack-protector-strong"), (0, ""))
        self.assertIn("libssp-0.dll", self.imported())

    def test_no_fortified_calls_without_libssp(self):
        status, messages = self.compile("-D_FORTIFY_SOURCE=2")
        self.assertNotEqual(status, 0)
        self.assertIn("undefined reference to `__strcpy_chk'", messages)


if __name__ == "__main__":
    harness.main()
