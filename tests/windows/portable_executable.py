"""Reads what the tests ask of a 64-bit PE file, by Microsoft's PE format specification."""

import struct

EXPORTS, IMPORTS, RESOURCES, BASE_RELOCATIONS = 0, 1, 2, 5
VERSION_RESOURCE = 16
AMD64 = 0x8664


class Section:
    def __init__(self, header):
        (name, self.size, self.address, raw_size, self.offset, _, _, _, _, self.flags) = (
            struct.unpack("<8sIIIIIIHHI", header)
        )
        self.name = name.rstrip(b"\0").decode()
        self.size = max(self.size, raw_size)


class Image:
    def __init__(self, path):
        self.data = path.read_bytes()
        signature = self.number("I", 0x3C)
        if self.data[signature : signature + 4] != b"PE\0\0":
            raise ValueError(f"{path} is not a PE file")
        header = signature + 4
        self.machine = self.number("H", header)
        sections, self.time_stamp = self.number("H", header + 2), self.number("I", header + 4)
        self.characteristics = self.number("H", header + 18)
        optional = header + 20
        if self.number("H", optional) != 0x20B:
            raise ValueError(f"{path} is not a 64-bit PE file")
        self.base = self.number("Q", optional + 24)
        self.dll_characteristics = self.number("H", optional + 70)
        self.directories = [
            struct.unpack_from("<II", self.data, optional + 112 + 8 * index)
            for index in range(self.number("I", optional + 108))
        ]
        table = optional + self.number("H", header + 16)
        self.sections = [
            Section(self.data[start : start + 40])
            for start in range(table, table + 40 * sections, 40)
        ]

    def number(self, kind, offset):
        return struct.unpack_from(f"<{kind}", self.data, offset)[0]

    def offset(self, address):
        """Where in the file a relative virtual address is."""
        for section in self.sections:
            if section.address <= address < section.address + section.size:
                return address - section.address + section.offset
        raise ValueError(f"no section holds the address {address:#x}")

    def text(self, address):
        start = self.offset(address)
        return self.data[start : self.data.index(b"\0", start)].decode("ascii")

    def exports(self):
        """The file's own name and its exported names, in the order of the table."""
        directory = self.offset(self.directories[EXPORTS][0])
        count, names = self.number("I", directory + 24), self.number("I", directory + 32)
        addresses = [self.number("I", self.offset(names) + 4 * index) for index in range(count)]
        return self.text(self.number("I", directory + 12)), [self.text(a) for a in addresses]

    def imported_libraries(self):
        found, entry = [], self.offset(self.directories[IMPORTS][0])
        while self.number("I", entry + 12):
            found.append(self.text(self.number("I", entry + 12)))
            entry += 20
        return found

    def version_resource(self):
        """The bytes of the VERSIONINFO resource: type, name and language are the three levels."""
        root = self.offset(self.directories[RESOURCES][0])
        entry = next(e for e in self._resource_entries(root, root) if e[0] == VERSION_RESOURCE)
        for _ in ("name", "language"):
            entry = self._resource_entries(root, entry[1])[0]
        address, size = struct.unpack_from("<II", self.data, entry[1])
        start = self.offset(address)
        return self.data[start : start + size]

    def _resource_entries(self, root, directory):
        """(identifier, place in the file) of each entry of one resource directory."""
        named, numbered = struct.unpack_from("<HH", self.data, directory + 12)
        return [
            (self.number("I", start), root + (self.number("I", start + 4) & 0x7FFFFFFF))
            for start in range(directory + 16, directory + 16 + 8 * (named + numbered), 8)
        ]
