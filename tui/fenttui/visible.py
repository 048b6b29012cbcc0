"""Text from outside, made safe to show: what a terminal would act on becomes a visible sign.

Each replaced code point becomes exactly one other, so that offsets into a text hold for what is shown of it.
"""

from __future__ import annotations

import re

_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks that reorder the text around them: the user must see that they are there."""

_SIGNS = {code: chr(0x2400 + code) for code in range(0x20)}
_SIGNS |= {0x7F: "\u2421"}
_SIGNS |= dict.fromkeys(range(0x80, 0xA0), "\u2426")
_SIGNS |= {ord(mark): "\u2426" for mark in _BIDI}
_SIGNS |= dict.fromkeys((0x2028, 0x2029), "\u2424")
_SIGNS |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_SIGNS_OF_TEXT = {code: sign for code, sign in _SIGNS.items() if code not in (0x09, 0x0A)}

_UNSAFE = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff{_BIDI}]")
_UNSAFE_IN_LINE = re.compile(f"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff{_BIDI}]")


def visible(text: str) -> str:
    """Return `text` with control characters and bidirectional marks as signs; tabs and newlines stay."""
    return text.translate(_SIGNS_OF_TEXT) if _UNSAFE.search(text) else text


def visible_line(text: str) -> str:
    """Return `text` on one line: as `visible`, and tabs and newlines become signs too."""
    return text.translate(_SIGNS) if _UNSAFE_IN_LINE.search(text) else text
