"""What begins a sequence, and what must follow so that it is one and no key."""

from __future__ import annotations

INTRODUCERS = {0x5B: "[", 0x4F: "O", 0x5D: "]", 0x50: "P", 0x5F: "_", 0x5E: "^", 0x58: "X"}
"""What begins a sequence after an escape."""
SINGLE = {0x9B: "[", 0x9D: "]", 0x90: "P", 0x9F: "_"}
"""The same in one byte, of a terminal that sends the 8-bit controls. In other encodings these bytes are
letters: they begin a sequence only where `BEGINS` says so."""

_PARAMETERS = frozenset(range(0x30, 0x40))
BEGINS = {
    "[": _PARAMETERS - {0x3A},
    "]": frozenset(b"0123456789lL"),
    "P": frozenset(b"0123456789:;<=>?!$+|"),
    "_": frozenset(b"G"),
}
"""What the first character must be, where the introducer may as well have been a key."""

BEGINS_LATE = BEGINS | {"[": BEGINS["["] | frozenset(b"ABCDFHIMOPQRSZ")}
"""The same after an escape that was taken for the key: the rest of an arrow key is not a capital letter."""
