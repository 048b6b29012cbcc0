"""Search in one article: literal, upper case only where it was typed, white space alike."""

from __future__ import annotations

import re


def find_all(text: str, wanted: str) -> list[tuple[int, int]]:
    """The spans where `wanted` stands in `text`.

    Case counts only where `wanted` has an upper-case letter (as in less and vim's smartcase); any white space
    in it matches any white space, so that a phrase is found across a line's end; straight and typographic
    quotes, hyphens and dashes match each other.
    """
    words = wanted.split()
    if not words:
        return []
    pattern = r"\s+".join("".join(_ALIKE.get(char, re.escape(char)) for char in word) for word in words)
    flags = re.NOFLAG if any(char.isupper() for char in wanted) else re.IGNORECASE
    return [match.span() for match in re.finditer(pattern, text, flags)]


_ALIKE = {char: f"[{chars}]" for chars in ("'‘’ʼ", '"“”„') for char in chars}
_ALIKE |= dict.fromkeys("-‐‑–—", "[\\-‐‑–—]")
