"""Documents of any number of entries, with codes as thinly spread as Microsoft's."""

import random

# The upper halves of codes: severity and facility.
HALVES = (0xC004, 0x8007, 0x803F, 0x8004, 0x8009, 0x800A, 0xC0EA)

HEAD = """# Generated

| Error code | Message | Activation type | Cause | Resolution |
| --- | --- | --- | --- | --- |
"""


def draw_codes(count):
    """So many codes in random order, the same ones each time."""
    generator = random.Random(count)
    return generator.sample([half << 16 | low for half in HALVES for low in range(0x10000)], count)


def write_document(path, codes):
    """An article with an entry for each code, its texts as long as short ones are."""
    with path.open("w", encoding="utf-8") as file:
        file.write(HEAD)
        for code in codes:
            name = f"0x{code:08X}"
            file.write(
                f"| {name} | The service reported {name}. | MAK<br />KMS client "
                f"| What leads to {name}. | 1. Undo what led to {name}.<br />2. Try again. |\n"
            )
