#!/usr/bin/env python3
"""Tests the package in many threads, after a fork, and over a million calls."""

import gc
import os
import sys
import threading
import unittest

import harness
import support  # noqa: F401 (puts the package in place)

import actdiag

CODE = 0xC004F074
MILLION = 1_000_000
THREADS = 8


def resident():
    """Bytes of memory that this process occupies."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def mixed(count):
    """Calls everything, so that count calls are made; codes of all kinds, found or not."""
    codes = actdiag.codes()
    names = [actdiag.name(code) or f"0x{code:08X}" for code in codes]
    log = f"0x{CODE:08X} é 0x8007232B"
    data = memoryview(log.encode())
    for i in range(count // 20):
        code = codes[i % len(codes)]
        entry = actdiag.lookup(code)
        actdiag.lookup(names[i % len(codes)])
        actdiag.lookup(i * 2654435761 % 2**32)
        found = actdiag.classify(i * 2654435761 % 2**32)
        found.advice("ja"), found.category.label("xx"), found.side.label(), found.types.labels()
        actdiag.name(code)
        if entry:
            entry.message("en"), entry.cause("ja"), entry.steps(), repr(entry)
        list(actdiag.scan(log)), list(actdiag.scan(data)), list(actdiag.scan("0xC004F074"))
        next(actdiag.scan(data))
        try:
            actdiag.parse(f"no code {i}")
        except ValueError:
            pass


class StressTest(unittest.TestCase):
    def test_threads(self):
        """Eight threads look up a million codes, by number and by text."""
        codes = actdiag.codes()
        expected = {code: actdiag.lookup(code) for code in codes}
        wrong = []
        barrier = threading.Barrier(THREADS)

        def work(start):
            barrier.wait()
            for i in range(start, start + MILLION // THREADS):
                code = codes[i % len(codes)]
                entry = actdiag.lookup(code if i % 8 else f"0x{code:08X}")
                if entry != expected[code]:
                    wrong.append(code)
            if [match.code for match in actdiag.scan("in 0xC004F074")] != [CODE]:
                wrong.append("scan")

        threads = [threading.Thread(target=work, args=(i * 1000,)) for i in range(THREADS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(wrong, [])

    def test_scan_lets_other_threads_run(self):
        """While one thread is in act_scan(), another runs: the interpreter's lock is released."""
        data = bytes(64 << 20)
        interval = sys.getswitchinterval()
        for _ in range(20):
            start, ran = threading.Event(), []
            thread = threading.Thread(target=lambda: (start.wait(), ran.append(True)))
            thread.start()
            sys.setswitchinterval(1000)  # so that only a released lock lets the other thread run
            try:
                start.set()
                found = list(actdiag.scan(data))
                has_run = bool(ran)
            finally:
                sys.setswitchinterval(interval)
            thread.join()
            self.assertEqual(found, [])
            if has_run:
                return
        self.fail("the other thread never ran during a scan")

    def test_after_fork(self):
        entry = actdiag.lookup(CODE)
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            status = 1
            try:
                same = actdiag.lookup("0xC004F074") == entry and actdiag.classify(5).status == 5
                found = [match.code for match in actdiag.scan(b"0xC004F074")] == [CODE]
                os.write(writer, entry.message("ja").encode())
                status = 0 if same and found else 1
            finally:
                os._exit(status)
        os.close(writer)
        with open(reader, encoding="utf-8") as answer:
            self.assertEqual(answer.read(), entry.message("ja"))
        self.assertEqual(os.waitpid(child, 0)[1], 0)

    @harness.skip_if_sanitized("a sanitizer keeps what was freed for a while")
    @unittest.skipUnless(os.path.exists("/proc/self/statm"), "there is no /proc/self/statm")
    def test_nothing_grows(self):
        """A million calls leak neither objects, nor references, nor memory."""
        mixed(MILLION // 10)
        gc.collect()
        counted = [None, 0xC004F0F0, actdiag.lookup(CODE), actdiag.Category.DNS]
        blocks, memory = sys.getallocatedblocks(), resident()
        references = [sys.getrefcount(thing) for thing in counted]
        mixed(MILLION)
        gc.collect()
        growth = sys.getallocatedblocks() - blocks
        self.assertLess(growth, 500)
        self.assertLess(resident() - memory, 2 << 20)
        for thing, before in zip(counted, references):
            self.assertLess(abs(sys.getrefcount(thing) - before), 100, thing)


if __name__ == "__main__":
    harness.main()
