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


def _guid(generator):
    digits = f"{generator.getrandbits(128):032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def _stamp(generator, between):
    day, minute = generator.randrange(1, 29), generator.randrange(60)
    return (f"2026-11-{day:02}{between}{generator.randrange(24):02}:{minute:02}"
            f":{generator.randrange(60):02}")


def _servicing_line(generator):
    kind = generator.randrange(4)
    package = f"Component-Feature-Package~31bf3856ad364e35~amd64~~10.0.20348.{generator.randrange(4000)}"
    if kind == 0:
        return (f"CBS    Plan: package {package}, state: absent, result "
                f"[HRESULT = 0x800f0{generator.randrange(0x800, 0x830):03x} - CBS_E_NOT_APPLICABLE]")
    if kind == 1:
        return (f"CSI    {generator.randrange(1 << 24):08x} Transaction "
                f"@0x{generator.getrandbits(44):x} of component {{{_guid(generator)}}} is done")
    if kind == 2:
        return f"CBS    Session {generator.getrandbits(32)}_{generator.getrandbits(31)}: begins"
    return f"DPX    Extracting file {generator.randrange(10_000)} of {package}"


def servicing(size):
    """About size bytes like Windows' own log of servicing: many numbers, and no code of activation."""
    generator = random.Random(size)
    lines, length = [], 0
    while length < size:
        lines.append(f"{_stamp(generator, ' ')}, Info                  {_servicing_line(generator)}\r\n")
        length += len(lines[-1])
    return "".join(lines).encode("ascii")


def events(size, codes, bytes_a_code):
    """About size bytes like an event log exported as XML, with one of the codes in so many bytes."""
    generator = random.Random(size)
    records, length, due = [], 0, bytes_a_code
    while length < size:
        data = f"service {generator.randrange(1 << 16)} changed its state"
        if length >= due:
            data, due = f"hr=0x{generator.choice(codes):08X}", due + bytes_a_code
        records.append(
            "<Event><System><Provider Name='Service Control' "
            f"Guid='{{{_guid(generator)}}}'/><EventID>{generator.randrange(7000, 7050)}</EventID>"
            "<Version>0</Version><Level>4</Level><Keywords>0x8080000000000000</Keywords>"
            f"<TimeCreated SystemTime='{_stamp(generator, 'T')}.{generator.randrange(10**7):07}Z'/>"
            f"<EventRecordID>{length}</EventRecordID><Correlation ActivityID='{{{_guid(generator)}}}'/>"
            "<Computer>pc0042.example.org</Computer></System>"
            f"<EventData><Data>{data}</Data></EventData></Event>\r\n")
        length += len(records[-1])
    return "".join(records).encode("ascii")
