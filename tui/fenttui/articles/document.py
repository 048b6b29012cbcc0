"""An article as a format gives it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from fenttui.articles.article import Fold


@dataclass(frozen=True, slots=True)
class Remark:
    """Something in a file that could not be used."""

    message: str
    """One plain sentence."""
    line: int | None = None
    """The line of the file, counted from 1; None for one that is on the file as a whole."""


@dataclass(frozen=True, slots=True)
class Document:
    """The body of an article and what its file says about it."""

    body: str
    """Paragraphs split by one blank line, without header and front matter."""
    date: dt.date | None = None
    date_source: Literal["header", "front matter"] = "header"
    """Where `date` was found."""
    title: str | None = None
    """From front matter or a heading."""
    source: str | None = None
    url: str | None = None
    author: str | None = None
    folds: tuple[Fold, ...] = ()
    """Spans of `body` that the format folds, in order and apart."""
    encoding: str = "utf-8"
    """The encoding that the file was read in."""
    remarks: tuple[Remark, ...] = ()
    """What could not be used."""


_SPACES = " \t\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"
_BLANK_LINES = re.compile(r"\n{3,}")


def normalized(text: str) -> str:
    """Return `text` with one blank line between paragraphs and none around it, without trailing white space.

    Nothing within a line changes, nor the white space that a line begins with.
    """
    lines = (line.rstrip(_SPACES) for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip("\n")
