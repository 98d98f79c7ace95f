"""Logs as services write them, with codes at a chosen density."""

import random

WORDS = (
    "service client request activation license computer host key failed completed retry state "
    "policy Security-SPP sppsvc KMS domain port 1688 interval 10080 product edition result "
    "Windows proxy network DNS record update schedule process 4120 thread count 25"
).split()


def line(generator, words):
    """A line without a code, of so many words."""
    stamp = f"2026-{generator.randrange(1, 13):02}-{generator.randrange(1, 29):02}"
    minute, second = generator.randrange(60), generator.randrange(60)
    clock = f"{generator.randrange(24):02}:{minute:02}:{second:02}"
    return f"{stamp} {clock} INFO " + " ".join(generator.choices(WORDS, k=words))


def text(size, codes, bytes_a_code, decoys=0):
    """About size bytes: one of the codes in so many bytes, and decoys ("0x…") in each line."""
    generator = random.Random(size)
    lines, length, due = [], 0, bytes_a_code * generator.uniform(0.5, 1.5)
    words = 3 if bytes_a_code < 200 else 9
    while length < size:
        parts = [line(generator, words)]
        parts += [f"at 0x{generator.randrange(1 << 20):x}," for _ in range(decoys)]
        if length >= due:
            parts.append(f"error 0x{generator.choice(codes):08X}")
            due += bytes_a_code * generator.uniform(0.5, 1.5)
        lines.append(" ".join(parts) + "\n")
        length += len(lines[-1])
    return "".join(lines).encode("ascii")
