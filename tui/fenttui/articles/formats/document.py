"""What a format's reader makes of a file's text."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Remark:
    """Something in a file that could not be used."""

    message: str
    """One plain sentence."""
    line: int
    """The line of the file, counted from 1."""


@dataclass(frozen=True, slots=True)
class Document:
    """The body of a file and what the file itself says about it."""

    body: str
    """Paragraphs split by one blank line, without header and front matter."""
    date: dt.date | None = None
    date_source: Literal["header", "front matter"] = "header"
    """Where `date` stood."""
    title: str | None = None
    """From front matter or a heading."""
    source: str | None = None
    url: str | None = None
    author: str | None = None
    remarks: tuple[Remark, ...] = ()


_SPACES = " \t\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"
_BLANK_LINES = re.compile(r"\n{3,}")


def normalized(text: str) -> str:
    """`text` with paragraphs split by one blank line, no blank lines around it, no white space at line ends.

    Nothing within a line changes, nor the white space that a line begins with.
    """
    lines = (line.rstrip(_SPACES) for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip("\n")
