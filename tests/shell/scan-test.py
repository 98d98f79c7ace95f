#!/usr/bin/env python3
"""actdiag scan compared with grep: what it finds, at which lines and offsets, in many encodings."""

import gzip
import json
import lzma
import os
import random
import re
import subprocess
import zipfile

import harness
from code_forms import ALL, PREFIXED, find_codes
from command import EVENT, CommandTest, codes_of, run

ENGLISH = f"""Log Name: Application
{EVENT}

The client has sent an activation request: 0x8007232B, 0x00000000, kms.example.org:1688
no codes: 0xC004F0744 10xC004F074 0xC004G074 xC004F074 0xc004f07
0XC004F074 0xc004f074;0x12345678 0xABCDEFA0xC004F0741 (0x80072EE2)[0xDEADBEEF]
"""
# In UTF-16LE one half of 上 is the byte of a line end; in CP932 one half of ０ is an "O".
JAPANESE = f"""ライセンス認証に失敗しました。以上、上記のとおりです。
{EVENT}
エラー コード０xC004F034、表0x8007232Bソ0xC004C003能0xC004F074。
ソフトウェア保護サービスは0xC004F074を返しました
"""


def grep(path):
    """The (line, code) pairs that GNU grep finds."""
    done = subprocess.run(
        [harness.tool("grep"), "-naoP", PREFIXED, path],
        env={**os.environ, "LC_ALL": "C"},
        stdout=subprocess.PIPE,
        check=True,
    )
    pairs = [line.split(b":") for line in done.stdout.splitlines()]
    return [(int(number), int(code[2:], 16)) for number, code in pairs]


def named():
    """The codes of the register and the documents."""
    text = "".join(
        path.read_text(encoding="utf-8")
        for path in (harness.SOURCE / "doc/codes.tsv", *harness.DOCUMENTS)
    )
    return {int(digits, 16) for digits in re.findall(r"0x([0-9A-F]{8})", text)}


class EncodingTest(CommandTest):
    def compare(self, name, content, reference=None):
        """Compares all codes, and the known ones, with those of grep in a one-byte reference."""
        path = self.write(name, content)
        expected = grep(self.write("reference", content if reference is None else reference))
        self.assertGreater(len(expected), 3)
        self.assertEqual(codes_of(self.check(0, "scan", "--all", path).stdout), expected)
        known = [pair for pair in expected if pair[1] in named()]
        self.assertTrue(0 < len(known))
        self.assertEqual(codes_of(self.check(0, "scan", path).stdout), known)

    def test_ascii(self):
        self.compare("a", ENGLISH.encode("ascii"))

    def test_carriage_returns(self):
        self.compare("a", ENGLISH.replace("\n", "\r\n").encode("ascii"))

    def test_utf8(self):
        self.compare("a", (ENGLISH + JAPANESE).encode("utf-8"))

    def test_cp932(self):
        self.compare("a", JAPANESE.encode("cp932"))

    def test_utf16_with_and_without_byte_order_mark(self):
        for mark in (b"", b"\xff\xfe"):
            for text in (ENGLISH, JAPANESE):
                wide = text.encode("utf-16-le")
                wide_path = self.write("wide", wide)
                narrow = subprocess.run(
                    [harness.tool("iconv"), "-f", "UTF-16LE", "-t", "UTF-8", wide_path],
                    stdout=subprocess.PIPE,
                    check=True,
                ).stdout
                with self.subTest(mark=mark, text=text[:9]):
                    self.compare("a", mark + wide, narrow)

    def test_binary_files_with_text_at_odd_offsets(self):
        record = b"ElfChnk\0" + bytes(range(256)) + EVENT.encode("utf-16-le") + b"\xff\0\0"
        path = self.write("a.evtx", record * 5)
        found = codes_of(self.check(0, "scan", path).stdout)
        self.assertEqual([code for _, code in found], [0xC004F074] * 5)

    def test_every_form_in_every_encoding(self):
        text = "one 0xC004F074\ntwo -1073418124.\nthree 3221549172\nfour C004F038\nfive OxC004F00F\n"
        expected = [(1, 0xC004F074), (2, 0xC004F074), (3, 0xC004F074), (4, 0xC004F038), (5, 0xC004F00F)]
        for encoding, mark in (("utf-8", b""), ("cp932", b""), ("utf-16-le", b"\xff\xfe"),
                               ("utf-16-be", b"\xfe\xff"), ("utf-16-be", b"")):
            with self.subTest(encoding, mark=mark):
                path = self.write("a", mark + text.encode(encoding))
                self.assertEqual(codes_of(self.check(0, "scan", path).stdout), expected)

    def test_big_endian_text_across_parts(self):
        line = "x" * 301 + " 0xC004F074\n"
        path = self.write("a", (line * 8000).encode("utf-16-be"))
        found = codes_of(self.check(0, "scan", path).stdout)
        self.assertEqual(found, [(i + 1, 0xC004F074) for i in range(8000)])

    def test_offsets_point_at_the_codes(self):
        for encoding in ("utf-8", "utf-16-le"):
            content = (ENGLISH + JAPANESE).encode(encoding)
            path = self.write("a", content)
            rows = self.check(0, "scan", "--json", "--all", path).stdout.splitlines()
            for row in map(json.loads, rows):
                size = 10 if encoding == "utf-8" else 20
                text = content[row["offset"] : row["offset"] + size].decode(encoding)
                self.assertEqual(int(text, 16), row["value"])


PART, CUT_DISTANCE = 1 << 20, 4096  # as run_scan.c and stream.c have them


class ParallelTest(CommandTest):
    """Any number of threads finds what one does, and what an expression finds."""

    def hostile(self, seed):
        """Text in which codes overlap, and clean places to cut are rare."""
        source, parts, size = random.Random(seed), [], 0
        while size < 3_500_000:
            parts.append(self.hostile_part(source))
            size += len(parts[-1])
        return b"".join(parts)

    def hostile_part(self, source):
        kind = source.randrange(6)
        if kind == 0:
            return b"0xABCDEFA" * source.randint(1, 150_000)
        if kind == 1:
            return b"\0" * source.randint(1, 400_000)
        if kind == 2:
            return bytes(source.choices(b"0123456789abcdefxX", k=source.randint(1, 300_000)))
        if kind == 3:
            return bytes(source.choices(b"0xX0xXA1\n g", k=source.randint(1, 200_000)))
        return b"line 0xC004F074 x\n" * source.randint(1, 5000)

    def test_any_number_of_threads_gives_what_the_expression_finds(self):
        for seed in range(2):
            content = self.hostile(seed)
            path = self.write("hostile", content)
            expected = [(start, code) for start, code, _ in find_codes(content, ALL, ())]
            for jobs in (1, 2, 5):
                rows = run("scan", "--all", "--summary", "-j", str(jobs), path).stdout
                counts = [int(row.split(b"\t")[0]) for row in rows.splitlines()]
                with self.subTest(seed=seed, jobs=jobs):
                    self.assertEqual(sum(counts), len(expected))
            outputs = {run("scan", "--all", "-j", str(jobs), path).stdout for jobs in (1, 2, 5)}
            with open(path, "rb") as stream:
                piped = run("scan", "--all", stdin=stream).stdout
            outputs.add(piped.replace(b"(standard input)", bytes(path)))
            self.assertEqual(len(outputs), 1)
            lines = [line for line, _ in codes_of(piped)]
            starts = [start for start, _ in expected]
            self.assertEqual([c for _, c in codes_of(piped)], [code for _, code in expected])
            self.assertEqual(lines[-1], content.count(b"\n", 0, starts[-1]) + 1)

    def test_utf16_across_parts(self):
        for mark in (b"", b"x"):
            text = "".join(f"{n} hr=0x{n:08X}\n" for n in range(60_000))
            path = self.write("wide", mark + text.encode("utf-16-le"))
            found = codes_of(self.check(0, "scan", "--all", "-j3", path).stdout)
            self.assertEqual(found, [(n + 1, n) for n in range(60_000)])

    def test_a_line_end_of_utf16_between_two_reads(self):
        """Its first byte is the last that is read for a part, which must not end there."""
        data = b"a" * (PART + CUT_DISTANCE - 1) + "\n0xC004F074".encode("utf-16-le")
        found = codes_of(self.check(0, "scan", self.write("wide", data)).stdout)
        self.assertEqual(found, [(2, 0xC004F074)])

    def test_many_files_come_in_their_order(self):
        paths = [self.write(f"{n:03}", f"{EVENT}\n0x{n:08X}\n" * (n % 7)) for n in range(150)]
        outputs = [run("scan", "--all", "-j", str(jobs), *paths).stdout for jobs in (1, 4)]
        self.assertEqual(outputs[0], outputs[1])
        self.assertEqual(len(codes_of(outputs[0])), sum(2 * (n % 7) for n in range(150)))


class FilesTest(CommandTest):
    def test_what_cannot_be_read_stops_nothing(self):
        first, last = self.write("first", EVENT), self.write("last", EVENT)
        missing = self.folder / "missing"
        done = self.check(2, "scan", first, missing, self.folder, last)
        self.assertEqual(len(codes_of(done.stdout)), 2)
        self.assertIn(f"actdiag: {missing}: No such file or directory".encode(), done.stderr)
        self.assertIn(f"actdiag: {self.folder}: Is a directory".encode(), done.stderr)

    def test_exit_statuses(self):
        self.check(0, "scan", self.write("a", EVENT))
        self.check(1, "scan", self.write("b", "nothing here 0xDEADBEEF"))
        self.check(1, "scan", self.write("c", ""))
        self.check(0, "scan", "--all", self.folder / "b")

    def test_compressed_and_utf32_files_are_named_and_the_others_scanned(self):
        line = b"0xC004F074\n"
        kinds = {
            "gzip": gzip.compress(line), "xz": lzma.compress(line), "zip": self.zipped(line),
            "zstd": b"\x28\xb5\x2f\xfd" + bytes(8), "7-Zip": b"7z\xbc\xaf\x27\x1c" + bytes(8),
            "cabinet": b"MSCF" + bytes(8), "UTF-32": "\ufeff0xC004F074".encode("utf-32-le"),
            "in UTF-32": "\ufeff0xC004F074".encode("utf-32-be"),
        }
        paths = {kind: self.write(f"{number}.bin", data) for number, (kind, data) in enumerate(kinds.items())}
        plain = self.write("plain.log", line)
        done = self.check(2, "scan", *paths.values(), plain)
        for kind, path in paths.items():
            with self.subTest(kind):
                self.assertRegex(done.stderr.decode(), rf"actdiag: {re.escape(str(path))}: .*{kind}")
                piped = self.check(2, "scan", "--count", input=path.read_bytes())
                self.assertIn(b"(standard input): is ", piped.stderr)
        self.assertEqual(done.stderr.count(b"\n"), len(paths))
        self.assertIn(f"{plain}:1: 0xC004F074".encode(), done.stdout)

    def test_a_file_that_only_begins_alike_is_scanned(self):
        for number, begin in enumerate((b"\x1f", b"PK", b"\xff\xfe", b"7z ", b"MSCF ", b"\x28\xb5")):
            with self.subTest(begin):
                self.check(1, "scan", self.write(f"{number}.log", begin))

    def zipped(self, data):
        path = self.folder / "made.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.log", data)
        return path.read_bytes()

    def test_standard_input(self):
        for operands in ([], ["-"]):
            done = self.check(0, "scan", *operands, input=EVENT.encode())
            self.assertEqual(
                done.stdout,
                b"(standard input):1: 0xC004F074\tSL_E_VL_BINDING_SERVICE_UNAVAILABLE\tkms-host\n",
            )

    def test_counts(self):
        two, none = self.write("two", f"{EVENT}\n{EVENT}"), self.write("none", "")
        self.assertEqual(self.check(0, "scan", "--count", two).stdout, b"2\n")
        self.assertEqual(self.check(1, "scan", "--count", none).stdout, b"0\n")
        done = self.check(0, "scan", "--count", none, two)
        self.assertEqual(done.stdout, f"{none}:0\n{two}:2\n".encode())
        rows = self.check(0, "scan", "--count", "--json", none, two).stdout.splitlines()
        self.assertEqual([json.loads(row)["count"] for row in rows], [0, 2])

    def test_a_summary_counts_each_code_most_frequent_first(self):
        path = self.write("a", "0x80072EE2 0xC004F074 0xC004C003 0xC004F074\n" * 3)
        lines = self.check(0, "scan", "--summary", path).stdout.split(b"\n")
        rows = [line.split(b"\t") for line in lines]
        self.assertEqual(
            [row[:4] for row in rows[:-1]],
            [
                [b"6", b"0xC004F074", b"SL_E_VL_BINDING_SERVICE_UNAVAILABLE", b"kms-host"],
                [b"3", b"0x80072EE2", b"ERROR_WINHTTP_TIMEOUT", b"network"],
                [b"3", b"0xC004C003", b"SL_E_CHPA_PRODUCT_KEY_BLOCKED", b"key-blocked"],
            ],
        )
        self.assertTrue(all(row[4] for row in rows[:-1]))

    def test_folders(self):
        (self.folder / "logs/deep").mkdir(parents=True)
        self.write("logs/b", EVENT)
        self.write("logs/deep/.hidden", EVENT)
        os.symlink("..", self.folder / "logs/deep/loop")
        os.mkfifo(self.folder / "logs/fifo")
        logs = self.folder / "logs"
        done = self.check(0, "scan", "-r", logs)
        names = [line.split(b":")[0].decode() for line in done.stdout.splitlines()]
        self.assertEqual(names, [f"{logs}/b", f"{logs}/deep/.hidden"])
        self.assertEqual(done.stderr, b"")
        self.check(2, "scan", "-r", self.folder / "missing")
        self.check(0, "scan", "-r", logs / "b")

    def test_a_file_that_is_also_the_output_is_refused(self):
        path = self.write("a", EVENT + "\n")
        with open(path, "ab") as output:
            done = self.check(2, "scan", path, stdout=output)
        self.assertIn(b"is also the output", done.stderr)
        self.assertEqual(path.read_text(), EVENT + "\n")

    def test_a_file_that_the_kernel_makes_up_is_read_to_its_end(self):
        done = self.check(1, "scan", "/proc/self/status")
        self.assertEqual(done.stderr, b"")


class JsonTest(CommandTest):
    """Every line passes jq, whatever is in names and files."""

    NAMES = [
        b'quote"back\\slash',
        b"tab\tnew\nline\x01\x1b[31m\x7f",
        b"latin\xe9 \xff\xfe \xed\xa0\x80 \xc0\xaf cut\xe3\x81",
        "日本語 \u202e\u2028 𝄞".encode(),
        b"-dash",
    ]

    def test_hostile_names_and_texts(self):
        jq = harness.tool("jq")
        folder = os.fsencode(self.folder)
        for name in self.NAMES:
            with open(folder + b"/" + name, "wb") as stream:
                stream.write(b'"\\\x00\xff 0xC004F074 ' + name + b" 0xDEADBEEF\n")
        for mode in ([], ["--summary"], ["--count"]):
            for language in ("en", "ja"):
                done = self.check(
                    0, "scan", "--json", "--all", "-r", *mode, "--language", language, folder
                )
                lines = done.stdout.splitlines()
                self.assertEqual(len(lines), {"": 10, "--summary": 2, "--count": 5}["".join(mode)])
                read = subprocess.run(
                    [jq, "-e", "-c", "."], input=done.stdout, stdout=subprocess.PIPE, check=True
                )
                self.assertEqual(len(read.stdout.splitlines()), len(lines))
        files = {json.loads(line)["file"] for line in lines}
        self.assertEqual({os.fsencode(name) for name in files},
                         {folder + b"/" + name for name in self.NAMES})
        self.assertIn(f'{self.folder}/quote"back\\slash', files)
        self.assertIn(f"{self.folder}/tab\tnew\nline\x01\x1b[31m\x7f", files)

    def test_everything_listed(self):
        for language in ("en", "ja"):
            done = self.check(0, "list", "--all", "--json", "--language", language)
            subprocess.run(
                [harness.tool("jq"), "-e", "."],
                input=done.stdout,
                stdout=subprocess.DEVNULL,
                check=True,
            )

    def test_keys_of_a_match(self):
        done = self.check(0, "scan", "--json", input=EVENT.encode())
        row = json.loads(done.stdout)
        self.assertEqual(list(row)[:4], ["file", "line", "offset", "code"])
        self.assertEqual(row["offset"], EVENT.index("0x"))


if __name__ == "__main__":
    harness.main()
