"""The words of a dossier: an entry (a file), its headline, and the article read whole."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from fenttui.problem import Problem

DateSource = Literal["header", "front matter", "name", "dateline", "address", "modified"]
"""Where an article's date was found; `modified` is inferred from the file's modification time."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One article file of a dossier, not yet read."""

    id: str
    """Unique in the dossier, stable between sessions; the path below `root` without its suffix."""
    path: Path
    """The file."""
    root: Path
    """The folder it was opened under; its notes are in `root/annotations`."""
    name: str
    """The id within `root`: the notes' file is `annotations/<name>.toml`. Differs from `id` only where two
    roots opened together hold the same name."""


@dataclass(frozen=True, slots=True)
class Headline:
    """What a list shows of an article; read from the first part of its file alone."""

    date: dt.date
    """The article's date."""
    date_source: DateSource
    """Where `date` was found."""
    title: str
    """One line, not empty, control characters made visible."""
    source: str | None = None
    """The publication, where front matter names it; else the host of a leading address, without `www.`."""
    url: str | None = None
    """The address, of front matter or alone in the first line; never opened by the program."""
    author: str | None = None
    """The writer, where front matter names one."""
    problem: Problem | None = None
    """Why the file cannot be read; then the title is the file's name."""


@dataclass(frozen=True, slots=True)
class Fold:
    """A span of the text that is kept but shown as one line until opened: site boilerplate."""

    start: int
    end: int


@dataclass(frozen=True)
class Article:
    """One article read whole. Every offset into `text` counts code points."""

    entry: Entry
    """The file it was read from."""
    headline: Headline
    """Its date, title and origin."""
    text: str
    """The body without the header, paragraphs split by one blank line, newlines as `\\n`."""
    folds: tuple[Fold, ...] = ()
    """Boilerplate and a leading address, in order."""
    encoding: str = "utf-8"
    """The encoding that the file was read in."""
    problems: tuple[Problem, ...] = ()
    """Warnings: broken bytes, an encoding that was guessed, front matter that does not parse."""

    @cached_property
    def id(self) -> str:
        """The entry's id."""
        return self.entry.id

    @cached_property
    def sha256(self) -> str:
        """The hex digest of `text` in UTF-8: what annotations' offsets count in."""
        return digest_of(self.text)


def digest_of(text: str) -> str:
    """Return the hex digest of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
