"""The names under which programs write what they know of an article: its date, title, source, url and author.

Those of Obsidian Web Clipper, MarkDownload, Omnivore, Readwise, Pocket, Instapaper, trafilatura, Jekyll and
Hugo.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

NAMES: Mapping[str, tuple[str, ...]] = {
    "date": (
        *("date", "published", "datepublished", "publisheddate", "publishedat", "publishedon", "pubdate"),
        *("publishdate", "publicationdate", "dateofpublication", "issued", "posted", "postedat"),
        # When it was saved, only where nothing says when it was published.
        *("created", "createdat", "datecreated", "datetime", "saved", "datesaved", "savedat", "clipped"),
        *("clippedat", "dateclipped", "added", "dateadded", "timeadded"),
    ),
    "title": ("title", "fulltitle", "headline"),
    "source": (
        *("source", "sitename", "site", "publication", "publisher", "outlet", "newspaper", "website"),
        *("hostname", "domain"),
    ),
    "url": (
        *("url", "link", "sourceurl", "originalurl", "original", "canonical", "canonicalurl", "permalink"),
        *("articleurl", "weburl", "href", "address"),
    ),
    "author": ("author", "authors", "creator", "creators", "byline", "by"),
}
"""Field to its names without spaces, hyphens and underscores, the one that counts most first."""

_FIELDS = {name: field for field, names in NAMES.items() for name in names}
_APART = re.compile(r"[\s_-]+")
_WIKI_LINK = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]")
_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\((\S*?)\)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def plain_name(written: str) -> str:
    """Return the name of a field as `NAMES` has it."""
    return _APART.sub("", written.strip().lower())


def fields_of(said: Iterable[tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """Return field to the name and the value that count among all that a file says; empty values do not.

    Args:
        said: Names and values as they are written.
    """
    found: dict[str, tuple[int, str, str]] = {}
    for name, written in said:
        plain = plain_name(name)
        field = _FIELDS.get(plain)
        value = without_links(written, address=field == "url").strip()
        if field == "url":
            value = value.strip("<>")
        if field is None or not value:
            continue
        if field == "source" and _ADDRESS.fullmatch(value):
            field, rank = "url", len(NAMES["url"])
        else:
            rank = NAMES[field].index(plain)
        if field not in found or rank < found[field][0]:
            found[field] = (rank, name, value)
    return {field: (name, value) for field, (_, name, value) in found.items()}


def without_links(written: str, *, address: bool = False) -> str:
    """Return a value without the marks of links: the name that is shown, or the address that is meant."""
    written = _WIKI_LINK.sub(r"\1", written)
    return _LINK.sub(r"\2" if address else r"\1", written)
