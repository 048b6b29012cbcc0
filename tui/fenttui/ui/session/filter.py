"""The sidebar's filter: words, `actor:`, `tag:`, `before:` and `after:`, all of which must hold."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from fenttui.notes.tags import tag_key


@dataclass(frozen=True, slots=True)
class Filter:
    """What the listed articles have in common."""

    words: tuple[str, ...] = ()
    """Each stands in the title or the text, in any case."""
    actors: tuple[str, ...] = ()
    """Each is part of the name of an actor of the article."""
    tags: tuple[str, ...] = ()
    """Each is a tag of a note on the article, or the beginning of one."""
    before: dt.date | None = None
    """The article is older than this day."""
    after: dt.date | None = None
    """The article is of this day or newer."""
    unread: tuple[str, ...] = ()
    """A sentence for each part that could not be understood; such a part filters nothing."""

    @property
    def needs_text(self) -> bool:
        """Whether the articles themselves must be read, not only their headlines."""
        return bool(self.words or self.actors)


_NAMES = ("actor", "tag", "before", "after")
_PART = re.compile(r'(?:[^\s"]|"[^"]*"?)+')
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


def parse_filter(written: str) -> Filter:
    """Read a filter as it is typed; a quoted part may hold spaces: `actor:"Wang Yi"`."""
    parts = [part.replace('"', "") for part in _PART.findall(written)]
    words, actors, tags, unread = [], [], [], []
    limits: dict[str, dt.date] = {}
    for part in parts:
        name, colon, value = part.partition(":")
        match name.lower() if colon else "":
            case "actor":
                actors += [value.casefold()] if value else []
            case "tag":
                tags += [tag_key(value)] if value else []
            case "before" | "after" as limit:
                day = _first_day(value)
                if day is not None:
                    limits[limit] = day
                elif value:
                    unread.append(f"not a date: {value}; write it as 2025, 2025-04 or 2025-04-02")
            case other if near := get_close_matches(other, _NAMES, 1, 0.75):
                unread.append(f"no filter {other}: ; did you mean {near[0]}: ?")
            case _:
                words.append(part.casefold())
    return Filter(
        tuple(words), tuple(actors), tuple(tags), limits.get("before"), limits.get("after"), tuple(unread)
    )


def _first_day(written: str) -> dt.date | None:
    """The first day of a date, month or year as it is typed."""
    match = _DATE.fullmatch(written.rstrip("-"))
    if match is None:
        return None
    try:
        return dt.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None


def passes_headline(wanted: Filter, date: dt.date, tags: Iterable[str]) -> bool:
    """Return whether an article's date and the tags of its notes pass."""
    if wanted.before is not None and date >= wanted.before:
        return False
    if wanted.after is not None and date < wanted.after:
        return False
    held = [tag_key(tag) for tag in tags]
    return all(any(_is_tag(tag, each) for each in held) for tag in wanted.tags)


def _is_tag(wanted: str, tag: str) -> bool:
    # A beginning is enough: the list narrows while the tag is being typed.
    return tag.startswith(wanted) or wanted in tag.split("/")


def passes_text(wanted: Filter, title: str, text: str, actors: Callable[[], Iterable[str]]) -> bool:
    """Return whether an article's words and actors pass; `actors` is called only if the filter names one."""
    if wanted.words:
        inside = f"{title}\n{text}".casefold()
        if not all(word in inside for word in wanted.words):
            return False
    if not wanted.actors:
        return True
    names = [name.casefold() for name in actors()]
    return all(any(part in name for name in names) for part in wanted.actors)
