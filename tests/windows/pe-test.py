#!/usr/bin/env python3
"""Reads the DLL and the program of a Windows build as PE files."""

import unittest

import harness
from image_checks import ImageChecks


class BuiltImages(ImageChecks, unittest.TestCase):
    dll = harness.BUILD / "lib/.libs/libactdiag-1.dll"
    program = harness.BUILD / "bindings/shell/.libs/actdiag.exe"
    definition = harness.BUILD / "lib/libactdiag-1.def"


if __name__ == "__main__":
    harness.main()
