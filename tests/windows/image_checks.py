"""Checks for the DLL and the program of any folder: exports, imports, version, hardening."""

import pathlib
import re
import struct

import harness
import portable_executable

# What every Windows has in System32, in any case of letters.
SYSTEM_LIBRARIES = {"kernel32.dll", "msvcrt.dll", "shell32.dll"}

HIGH_ENTROPY_VA, DYNAMIC_BASE, NX_COMPAT = 0x20, 0x40, 0x100
RELOCATIONS_STRIPPED, LARGE_ADDRESS_AWARE = 0x1, 0x20
SECTION_EXECUTE, SECTION_WRITE = 0x20000000, 0x80000000
FIXED_VERSION = struct.pack("<I", 0xFEEF04BD)


def header_version():
    text = (harness.SOURCE / "include/actdiag.h").read_text(encoding="utf-8")
    parts = (re.search(rf"ACT_VERSION_{part} (\d+)", text) for part in ("MAJOR", "MINOR", "PATCH"))
    return [int(part.group(1)) for part in parts]


class ImageChecks:
    """Tests of three files, whose paths the class that inherits them sets."""

    dll: pathlib.Path
    program: pathlib.Path
    definition: pathlib.Path
    program_needs_dll = True

    def each_image(self):
        return [(path, portable_executable.Image(path)) for path in (self.dll, self.program)]

    def test_exports_are_those_of_the_list_undecorated(self):
        exports = portable_executable.Image(self.dll).exports()
        self.assertEqual(exports, ("libactdiag-1.dll", sorted(name for name, _ in harness.exported())))

    def test_definition_file_lists_the_same(self):
        words = self.definition.read_text(encoding="ascii").split()
        self.assertEqual(words, ["LIBRARY", "libactdiag-1.dll", "EXPORTS", *sorted(name for name, _ in harness.exported())])

    def test_nothing_but_windows_is_imported(self):
        for path, image in self.each_image():
            imported = {name.lower() for name in image.imported_libraries()}
            own = {self.dll.name} if path == self.program and self.program_needs_dll else set()
            self.assertIn("kernel32.dll", imported)
            self.assertEqual(imported - SYSTEM_LIBRARIES, own)

    def test_version_resource(self):
        major, minor, patch = header_version()
        for path, image in self.each_image():
            resource = image.version_resource()
            fixed = struct.unpack_from("<IIIIII", resource, resource.index(FIXED_VERSION))
            version = (major << 16 | minor, patch << 16)
            self.assertEqual((fixed[2:4], fixed[4:6]), (version, version))
            for name, value in (
                ("OriginalFilename", path.name),
                ("FileVersion", f"{major}.{minor}.{patch}"),
                ("ProductName", "libactdiag"),
            ):
                # A name ends with a NUL and is filled up to four bytes before its value.
                pair = re.escape(f"{name}\0".encode("utf-16-le")) + rb"(?:\0\0)?"
                self.assertRegex(resource, pair + re.escape(f"{value}\0".encode("utf-16-le")))

    def test_address_space_is_randomized_with_high_entropy(self):
        for _, image in self.each_image():
            wanted = HIGH_ENTROPY_VA | DYNAMIC_BASE
            self.assertEqual(image.dll_characteristics & wanted, wanted)
            flags = image.characteristics & (RELOCATIONS_STRIPPED | LARGE_ADDRESS_AWARE)
            self.assertEqual(flags, LARGE_ADDRESS_AWARE)
            # Without relocations the image could not move, whatever its flags.
            self.assertGreater(image.directories[portable_executable.BASE_RELOCATIONS][1], 0)
            self.assertGreaterEqual(image.base, 1 << 32)

    def test_data_is_not_executable(self):
        for _, image in self.each_image():
            self.assertTrue(image.dll_characteristics & NX_COMPAT)
            for section in image.sections:
                both = SECTION_EXECUTE | SECTION_WRITE
                self.assertNotEqual(section.flags & both, both, section.name)

    def test_no_time_stamp(self):
        for _, image in self.each_image():
            self.assertEqual(image.time_stamp, 0)
