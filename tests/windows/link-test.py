#!/usr/bin/env python3
"""Links programs with the libraries of a Windows build and runs them."""

import harness
from link_checks import LinkChecks

LIBRARIES = harness.BUILD / "lib/.libs"


class BuiltLibraries(LinkChecks, harness.FolderTest):
    include = harness.SOURCE / "include"
    gnu_import_library = LIBRARIES / "libactdiag.dll.a"
    msvc_import_library = harness.BUILD / "lib/actdiag.lib"
    static_library = LIBRARIES / "libactdiag.a"
    dll = LIBRARIES / "libactdiag-1.dll"


if __name__ == "__main__":
    harness.main()
