"""The forms in which act_scan() finds codes, as regular expressions: what its matches are compared with.

Written from the documentation of act_scan(), and from nothing else.
"""

import re

# Flags of act_scan(), as in include/actdiag.h.
ALL, DECIMAL, BARE, BIG_ENDIAN = 1, 4, 8, 16

PREFIXED = (r"(?<![0-9])(?:0[xX]|[Oo]x)(?P<prefixed>[0-9A-Fa-f]{8})"
            r"(?:(?![0-9A-Fa-f])|(?=[A-Fa-f]{1,4}[G-Zg-z]))")
BEFORE, AFTER = r"(?<![0-9A-Za-z-])(?<![0-9]\.)", r"(?![0-9A-Za-z-])(?!\.[0-9])"
DECIMALS = rf"{BEFORE}(?P<decimal>-[0-9]{{8,10}}|[0-9]{{10}}){AFTER}"
DIGITS = rf"{BEFORE}(?P<bare>[0-9A-Fa-f]{{8}}){AFTER}"


def expression(flags):
    """What finds the codes of these forms; a decimal may be outside of 32 bits."""
    forms = [PREFIXED]
    forms += [DECIMALS] if flags & DECIMAL else []
    forms += [DIGITS] if flags & BARE else []
    return "|".join(forms)


def _code_of(match):
    """The code of a match, or None for a number that is not one."""
    (name, digits), = ((n, group) for n, group in match.groupdict().items() if group is not None)
    value = int(digits, 10 if name == "decimal" else 16)
    if name == "decimal" and not (-2**31 <= value < 0 or 2**31 <= value < 2**32):
        return None
    return value % 2**32


def find_codes(text, flags, known):
    """Offset, code and length of each match, in characters of a str or in bytes.

    known holds the codes that are found without the flag ALL, and in the forms without a prefix.
    """
    pattern = expression(flags)
    found = re.finditer(pattern.encode() if isinstance(text, bytes) else pattern, text)
    matches = ((m.start(), _code_of(m), m.end() - m.start(), m["prefixed"]) for m in found)
    return [(start, code, length) for start, code, length, prefixed in matches
            if code in known or (prefixed and flags & ALL)]
