"""Finding notes: by word, tag, author, color, state, article and date, as options or as one typed line."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, get_args

from fenttui.folding import fold
from fenttui.notes.annotation import Anchored, Annotation
from fenttui.notes.state import State, state_of
from fenttui.notes.tags import is_under

if TYPE_CHECKING:
    from fenttui.articles.article import Headline

NAMES = ("text", "tag", "author", "color", "state", "article", "before", "after", "date")
STATES: tuple[str, ...] = get_args(State)
"""What `state:` takes."""
_PART = re.compile(r'(?:[^\s"]|"[^"]*"?)+')
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


@dataclass(frozen=True, slots=True)
class NoteQuery:
    """What the notes that are looked for have in common; every condition must hold. Case never matters."""

    words: tuple[str, ...] = ()
    """Each stands in the note, its passage or its tags."""
    tags: tuple[str, ...] = ()
    """Each is one of its tags, or above one."""
    authors: tuple[str, ...] = ()
    """Each is part of its author's name."""
    colors: tuple[str, ...] = ()
    """One of them is its color; empty for any."""
    states: tuple[str, ...] = ()
    """One of them is its state; empty for any."""
    articles: tuple[str, ...] = ()
    """Each stands in the id or the title of its article."""
    before: dt.date | None = None
    """Its article is older than this day."""
    after: dt.date | None = None
    """Its article is of this day or newer."""
    unread: tuple[str, ...] = ()
    """A sentence for each part that could not be understood; such a part filters nothing."""


def parse_query(written: str) -> NoteQuery:
    """Read a query as it is typed: `tariff tag:claim author:"Ada L" color:red state:orphan date:2025-04`."""
    held: dict[str, list[str]] = {name: [] for name in NAMES}
    before: list[dt.date] = []
    after: list[dt.date] = []
    unread: list[str] = []
    for part in (each.replace('"', "").casefold() for each in _PART.findall(written)):
        name, colon, value = part.partition(":")
        if not colon or name not in NAMES:
            near = get_close_matches(name, NAMES, 1, 0.75) if colon else []
            if near:
                unread.append(f"no filter {name}: ; did you mean {near[0]}: ?")
            else:
                held["text"].append(part)
        elif not value:
            continue
        elif name in ("before", "after", "date"):
            days = _days(value)
            if days is None:
                unread.append(f"not a date: {value}; write it as 2025, 2025-04 or 2025-04-02")
                continue
            if name != "before":
                after.append(days[0])
            if name != "after":
                before.append(days[0] if name == "before" else days[1])
        elif name == "state" and value not in STATES:
            unread.append(f"no state {value}; there are {', '.join(STATES)}")
        else:
            held[name].append(value.lstrip("#") if name == "tag" else value)
    return NoteQuery(
        words=tuple(held["text"]),
        tags=tuple(held["tag"]),
        authors=tuple(held["author"]),
        colors=tuple(held["color"]),
        states=tuple(held["state"]),
        articles=tuple(held["article"]),
        before=min(before, default=None),
        after=max(after, default=None),
        unread=tuple(unread),
    )


def _days(written: str) -> tuple[dt.date, dt.date] | None:
    """The first day of a date, month or year as it is typed, and the day after its last."""
    match = _DATE.fullmatch(written.rstrip("-"))
    if match is None:
        return None
    year, month, day = int(match[1]), match[2] and int(match[2]), match[3] and int(match[3])
    try:
        first = dt.date(year, month or 1, day or 1)
        long = 1 if day else 31 if month else 366
        last = first + dt.timedelta(days=long)
        return first, last if day else last.replace(day=1) if month else dt.date(year + 1, 1, 1)
    except (ValueError, OverflowError):
        return None


def passes(query: NoteQuery, headline: Headline, article_id: str, note: Anchored) -> bool:
    """Return whether a note on an article meets a query."""
    annotation = note.annotation
    if query.before is not None and headline.date >= query.before:
        return False
    if query.after is not None and headline.date < query.after:
        return False
    if query.colors and annotation.color.casefold() not in query.colors:
        return False
    if query.states and state_of(note) not in query.states:
        return False
    author, called = _folded(annotation.author), _folded(f"{article_id}\n{headline.title}")
    if not all(_folded(part) in author for part in query.authors) or not all(
        _folded(part) in called for part in query.articles
    ):
        return False
    return matches(annotation, query.words, query.tags)


def matches(
    annotation: Annotation,
    words: Iterable[str] = (),
    tags: Iterable[str] = (),
    author: str | None = None,
) -> bool:
    """Return whether a note meets every condition, whatever the case and the form of its letters.

    Args:
        annotation: The note.
        words: Each must occur in its body, its passage or its tags.
        tags: Each must be one of its tags, or above one: "claim" finds "claim/contested".
        author: Who must have written it; None for anyone.
    """
    if author is not None and _folded(annotation.author) != _folded(author):
        return False
    if not all(any(is_under(own, wanted) for own in annotation.tags) for wanted in tags):
        return False
    passage = annotation.target.exact if annotation.target else ""
    haystack = _folded("\n\n".join((annotation.body, passage, *annotation.tags)))
    return all(_folded(word) in haystack for word in words)


def _folded(text: str) -> str:
    return fold(text, case=False, accents=True).text
