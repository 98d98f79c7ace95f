#!/usr/bin/env python3
"""actdiag where things end: closed pipes, full disks, memory, broken reads, endless input.

With ACTDIAG_DEEP=1 the pipe carries 10 GB instead of 200 MB.
"""

import fcntl
import os
import pathlib
import re
import resource
import select
import shlex
import signal
import subprocess
import termios
import time

import harness
from command import COMMAND, EVENT, CommandTest, codes_of, environment, run

MEGABYTE = 1 << 20
MEMORY_LIMIT = 10 * 1000 * 1000


def wait_until_read(pipe, content):
    """Writes into a pipe, and waits until its reader has taken it."""
    pipe.write(content)
    pipe.flush()
    while any(fcntl.ioctl(pipe, termios.FIONREAD, b"\0" * 4)):
        time.sleep(0.01)


class OutputTest(CommandTest):
    def test_a_closed_pipe_ends_it_quietly(self):
        path = self.write("big.log", f"{EVENT}\n" * 200_000)
        for arguments in (["scan", path], ["scan", "--json", path], ["list", "--all", "--json"]):
            line = shlex.join(map(str, [COMMAND, *arguments])) + " | head -n 1"
            done = subprocess.run(
                ["sh", "-c", line], env=environment(), capture_output=True, timeout=60, check=True
            )
            self.assertEqual(done.stderr, b"")
            self.assertEqual(done.stdout.count(b"\n"), 1)

    def test_a_closed_pipe_ends_it_under_a_parent_that_ignores_the_signal(self):
        path = self.write("big.log", f"{EVENT}\n" * 200_000)
        reader, writer = os.pipe()
        os.close(reader)
        # Python itself ignores SIGPIPE, and hands that down if it is not asked to restore it.
        done = run("scan", path, stdout=writer, restore_signals=False)
        os.close(writer)
        self.assertEqual((done.returncode, done.stderr), (-signal.SIGPIPE, b""))

    def test_it_ends_soon_and_does_not_read_on(self):
        """With an endless input, head is done only if the command is."""
        line = f"yes '{EVENT}' | {shlex.quote(str(COMMAND))} scan | head -n 1"
        done = subprocess.run(
            ["sh", "-c", line], env=environment(), capture_output=True, timeout=60, check=True
        )
        self.assertEqual((done.stderr, done.stdout.count(b"\n")), (b"", 1))

    def test_a_closed_output_is_an_error_and_not_taken_for_a_file(self):
        path = self.write("setup.log", EVENT)
        for arguments in (["scan", path], ["diagnose", path], ["0xC004F074"]):
            with self.subTest(arguments):
                done = subprocess.run(
                    ["sh", "-c", '"$@" >&-', "sh", COMMAND, *arguments], env=environment(),
                    stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, check=False)
                self.assertEqual(done.returncode, 2)
                self.assertIn(b"standard output: Bad file descriptor", done.stderr)
                self.assertNotIn(b"also the output", done.stderr)

    def test_a_full_disk_is_an_error(self):
        path = self.write("a", f"{EVENT}\n" * 5000)
        commands = [
            ["list"],
            ["list", "--all", "--json"],
            ["0xC004F074"],
            ["--help"],
            ["--version"],
            ["scan", path],
            ["scan", "--json", path],
            ["scan", "--count", path],
            ["scan", "--summary", path],
        ]
        for arguments in commands:
            with self.subTest(arguments), open("/dev/full", "wb") as full:
                done = self.check(2, *arguments, stdout=full)
                self.assertEqual(
                    done.stderr, b"actdiag: standard output: No space left on device\n"
                )

    def test_each_length_that_can_be_written_but_the_whole_is_an_error(self):
        whole = len(run("list").stdout)

        def limit(size):
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

        for size in [*range(0, whole, whole // 7), whole - 1]:
            with self.subTest(size), open(self.folder / "out", "wb") as out:
                done = self.check(
                    2,
                    "list",
                    stdout=out,
                    preexec_fn=lambda n=size: limit(n),
                    restore_signals=False,  # Python ignores SIGXFSZ, and so does what it starts
                )
                self.assertIn(b"standard output: File too large", done.stderr)
        with open(self.folder / "out", "wb") as out:
            self.check(0, "list", stdout=out, preexec_fn=lambda: limit(whole))

    def test_matches_come_through_a_pipe_before_it_ends(self):
        with subprocess.Popen(
            [COMMAND, "scan"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment()
        ) as process:
            process.stdin.write(f"{EVENT}\n".encode())
            process.stdin.flush()
            readable, _, _ = select.select([process.stdout], [], [], 30)
            process.stdin.close()
            self.assertTrue(readable)
            self.assertIn(b"0xC004F074", process.stdout.read())


class MemoryTest(CommandTest):
    def setUp(self):
        super().setUp()
        if harness.sanitizer_flags():
            self.skipTest("sanitizers need memory of their own")

    def peak(self, *arguments, feed=None):
        """
        The most memory in bytes of a scan of arguments and then of standard input, which feed gets.

        It is read while the command waits for the last bytes, for a process that Python starts
        inherits Python's own peak in the resource usage.
        """
        with subprocess.Popen(
            [COMMAND, "scan", *arguments, "-"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            env=environment(),
        ) as process:
            if feed:
                feed(process.stdin)
            # The first read may be done before the turn of standard input, the second may not.
            for _ in range(2):
                wait_until_read(process.stdin, b"\n")
            status = pathlib.Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
            process.stdin.close()
        self.assertEqual(process.returncode, 0)
        return int(re.search(r"VmHWM:\s+(\d+) kB", status).group(1)) * 1024

    def test_a_long_pipe_takes_no_more_than_a_short_one(self):
        size = 10_000 if os.environ.get("ACTDIAG_DEEP") else 200
        block = (f"2026-11-24 {EVENT}\n" + "nothing of interest here 0xZZ\n" * 100).encode()
        block *= MEGABYTE // len(block)

        def feed(pipe, megabytes):
            for _ in range(megabytes * MEGABYTE // len(block)):
                pipe.write(block)

        short = self.peak(feed=lambda pipe: feed(pipe, 2))
        long = self.peak(feed=lambda pipe: feed(pipe, size))
        self.assertLess(long, MEMORY_LIMIT)
        self.assertLess(long, short + MEGABYTE)

    def test_a_large_file_and_many_files_take_no_more_either(self):
        path = self.write("big", f"{EVENT}\n".encode() * (64 * MEGABYTE // (len(EVENT) + 1)))
        self.assertLess(self.peak("-j2", path), MEMORY_LIMIT)
        self.assertLess(self.peak("-j2", *[path] * 4, "--count"), MEMORY_LIMIT)

    def test_a_line_without_end_takes_none(self):
        for content in (b"\0", b"0", b"0xC004F07", b"0xABCDEFA"):
            line = content * (30 * MEGABYTE // len(content))
            path = self.write("endless", EVENT.encode() + b"\n" + line)
            for jobs in ("-j1", "-j2"):
                self.assertLess(self.peak(jobs, path), MEMORY_LIMIT)

    def test_a_summary_takes_16_bytes_a_distinct_code(self):
        """In a table that is at most half full, and exists twice while it grows."""
        few, many = 1000, 262_144
        peaks = []
        for count in (few, many):
            codes = (n * 2654435761 & 0xFFFFFFFF for n in range(count))
            path = self.write("a", "".join(f"0x{code:08X}\n" for code in codes))
            rows = run("scan", "--all", "--summary", path).stdout.splitlines()
            self.assertEqual(len(rows), count)
            peaks.append(self.peak("--all", "--summary", "-j1", path))
        self.assertLess(peaks[1] - peaks[0], 16 * many * 4 + MEGABYTE)


class RefusalTest(CommandTest):
    """The system refuses memory, a thread or a read: an error or no harm, and no half answer."""

    @harness.skip_if_sanitized("sanitizers need memory of their own")
    def test_a_summary_without_memory_is_an_error(self):
        codes = (n * 2654435761 & 0xFFFFFFFF for n in range(300_000))
        path = self.write("a", "".join(f"0x{code:08X}\n" for code in codes))
        limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (20 * MEGABYTE,) * 2)  # noqa: E731
        done = self.check(2, "scan", "--all", "--summary", "-j1", path, preexec_fn=limit)
        self.assertEqual(done.stderr, b"actdiag: summary: Cannot allocate memory\n")
        self.assertEqual(done.stdout, b"")

    @harness.skip_if_sanitized("sanitizers need memory of their own")
    def test_threads_that_cannot_be_had_are_done_without(self):
        paths = [self.write(str(n), f"{EVENT}\n" * 50) for n in range(9)]
        whole = run("scan", "-j4", *paths).stdout
        limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (90 * MEGABYTE,) * 2)  # noqa: E731
        for jobs in ("2", "256"):
            done = self.check(0, "scan", "-j", jobs, *paths, preexec_fn=limit)
            self.assertEqual(done.stdout, whole)

    def test_it_starts_no_more_threads_than_it_may_use_processors(self):
        """While one thread waits for standard input, those for the files after it wait for it."""
        path = self.write("a", EVENT)
        allowed = os.sched_getaffinity(0)
        for processors in ({min(allowed)}, allowed):
            with subprocess.Popen(
                [COMMAND, "scan", path, "-", *[path] * 3 * len(allowed)],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                env=environment(),
                preexec_fn=lambda n=processors: os.sched_setaffinity(0, n),
            ) as process:
                wait_until_read(process.stdin, b"\n")
                tasks = len(os.listdir(f"/proc/{process.pid}/task"))
                process.stdin.close()
            wanted = 1 if len(processors) == 1 else 1 + len(processors)
            self.assertEqual(tasks, wanted)

    def test_a_read_that_fails_is_reported_and_the_other_files_are_scanned(self):
        """A process cannot read the first byte of its own memory."""
        path = self.write("a", EVENT)
        done = self.check(2, "scan", "/proc/self/mem", path)
        self.assertEqual(done.stderr, b"actdiag: /proc/self/mem: Input/output error\n")
        self.assertEqual(codes_of(done.stdout), [(1, 0xC004F074)])
        # What could not be read has no count.
        done = self.check(2, "scan", "--count", "/proc/self/mem", path)
        self.assertEqual(done.stdout, f"{path}:1\n".encode())


class ChangingFileTest(CommandTest):
    def test_a_file_that_shrinks_or_grows_while_being_read_does_no_harm(self):
        content = f"{EVENT}\n" * (8 * MEGABYTE // len(EVENT))
        size = len(content)
        for length in (size // 3, 10, 0, size + MEGABYTE):
            path = self.write("log", content)
            reading, writing = os.pipe()
            with subprocess.Popen(
                [COMMAND, "scan", "-j2", path, "/dev/stdin", path],
                stdin=reading,
                stdout=subprocess.PIPE,
                env=environment(),
            ) as process:
                os.close(reading)
                process.stdout.read(1 << 16)
                os.truncate(path, length)
                time.sleep(0.05)
                os.close(writing)
                rest = process.stdout.read()
                process.stdout.close()
            self.assertIn(process.returncode, (0, 1))
            self.assertTrue(rest == b"" or rest.endswith(b"\n"))

    def test_a_file_that_may_not_be_read(self):
        if os.geteuid() == 0:
            options = {"user": 65534, "group": 65534, "extra_groups": []}
            os.chmod(self.folder, 0o755)
        else:
            options = {}
        secret, plain = self.write("secret", EVENT), self.write("plain", EVENT)
        folder = self.folder / "closed"
        folder.mkdir()
        os.chmod(secret, 0)
        os.chmod(folder, 0)
        try:
            done = run("scan", "-r", secret, folder, plain, **options)
        except PermissionError:
            self.skipTest("another user may not run this build")
        finally:
            os.chmod(folder, 0o700)
        if done.returncode in (126, 127):
            self.skipTest("another user may not run this build")
        self.assertEqual(done.returncode, 2)
        self.assertIn(f"actdiag: {secret}: Permission denied".encode(), done.stderr)
        self.assertIn(f"actdiag: {folder}: Permission denied".encode(), done.stderr)
        self.assertEqual(len(codes_of(done.stdout)), 1)


if __name__ == "__main__":
    harness.main()
