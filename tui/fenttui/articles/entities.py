"""The entities of HTML, which pasted and exported texts hold: `&nbsp;` is a space that does not break."""

from __future__ import annotations

import re

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def without_entities(text: str) -> str:
    """Return `text` with its entities as the characters that they stand for, once; unknown ones stay.

    Entities of control characters are nothing, that of a carriage return is a line feed.
    """
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(entity: re.Match[str]) -> str:
    # ~1 ms to import: only for a text that has one.
    from html import unescape  # noqa: PLC0415

    return unescape(entity[0]).replace("\r", "\n")
