"""A library that answers from a table which a test has compiled, loaded with ctypes."""

import ctypes
import os
import pathlib
import shlex
import shutil
import subprocess

import harness

MESSAGE, CAUSE, STEPS = range(3)
TYPES = {1: "mak", 2: "kms", 4: "kms-client", 8: "kms-host"}
# Sources of the functions that are called here, and of what these call.
SOURCES = ("command", "document", "entry", "identifiers", "language", "lookup", "steps", "table", "word")


def compile_table(table, documents, *options, **arguments):
    """Runs actdiag-compile; returns the finished process."""
    return subprocess.run(
        [harness.COMPILER, *options, "-o", table, *documents],
        capture_output=True,
        text=True,
        **arguments,
    )


def build(folder, table):
    """Compiles the library's sources with a table; returns the library's path.

    The sources are copied: in the source folder another table may lie beside them.
    """
    folder = pathlib.Path(folder)
    shutil.copy(table, folder / "table-data.c")
    shutil.copy(harness.BUILD / "lib/identifiers.h", folder)
    for source in (harness.SOURCE / "lib").glob("*.[ch]"):
        if source.stem in SOURCES or source.suffix == ".h":
            shutil.copy(source, folder)
    library = folder / "libfresh.so"
    subprocess.run(
        [
            *shlex.split(os.environ.get("CC") or "cc"),
            *("-std=c11", "-fPIC", "-shared", "-DACT_BUILDING_LIBRARY", "-o", library),
            *("-I", harness.SOURCE / "include", "-I", folder),
            *(source for source in folder.glob("*.c") if source.name != "table-data.c"),
        ],
        check=True,
    )
    return library


class Library:
    """The functions that the tests of documents call, on Python's types."""

    def __init__(self, path):
        library = ctypes.CDLL(str(path), os.RTLD_LAZY)  # what is left out is never called
        self.library = library
        library.act_lookup.argtypes = [ctypes.c_uint32]
        library.act_lookup.restype = ctypes.c_void_p
        library.act_count.restype = ctypes.c_size_t
        library.act_entry_at.argtypes = [ctypes.c_size_t]
        library.act_entry_at.restype = ctypes.c_void_p
        for name in ("act_entry_code", "act_entry_types"):
            getattr(library, name).argtypes = [ctypes.c_void_p]
            getattr(library, name).restype = ctypes.c_uint32
        library.act_entry_text.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_char_p]
        library.act_entry_text.restype = ctypes.c_char_p
        library.act_entry_language.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
        library.act_entry_language.restype = ctypes.c_char_p
        library.act_word.argtypes = [ctypes.c_char_p, ctypes.c_char_p]
        library.act_words_language.argtypes = [ctypes.c_char_p]
        library.act_word.restype = library.act_words_language.restype = ctypes.c_char_p
        library.act_document.argtypes = [ctypes.c_size_t, ctypes.c_int]
        library.act_document.restype = ctypes.c_char_p

    def codes(self):
        """The documented codes in document order."""
        library = self.library
        entries = map(library.act_entry_at, range(library.act_count()))
        return [library.act_entry_code(entry) for entry in entries]

    def types(self, code):
        """The identifiers of an entry's activation types."""
        bits = self.library.act_entry_types(self._entry(code))
        return {name for bit, name in TYPES.items() if bits & bit}

    def text(self, code, field, language):
        """A text of an entry."""
        text = self.library.act_entry_text(self._entry(code), field, language.encode())
        return text.decode()

    def language(self, code, language):
        """The tag of the language in which text() answers."""
        return self.library.act_entry_language(self._entry(code), language.encode()).decode()

    def word(self, identifier, language):
        """A word, or None."""
        word = self.library.act_word(identifier.encode(), language and language.encode())
        return word and word.decode()

    def words_language(self, language):
        """The tag of the language in which word() answers."""
        return self.library.act_words_language(language.encode()).decode()

    def document(self, index):
        """Language, title, date and source of a document."""
        return [self.library.act_document(index, field).decode() for field in range(4)]

    def _entry(self, code):
        entry = self.library.act_lookup(code)
        if not entry:
            raise KeyError(f"0x{code:08X}")
        return entry


def load(folder, documents, *options):
    """Compiles documents into a table and the table into a library."""
    table = pathlib.Path(folder) / "table.c"
    process = compile_table(table, documents, *options)
    if process.returncode != 0:
        raise AssertionError(process.stderr)
    sources = pathlib.Path(folder) / "sources"
    sources.mkdir()
    return Library(build(sources, table))
