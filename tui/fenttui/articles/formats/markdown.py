"""Markdown: the text is kept unchanged, and a heading at its top gives the title."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from fenttui.articles.address import leading_address
from fenttui.articles.document import Document, normalized
from fenttui.articles.entities import without_entities
from fenttui.articles.format import TextFormat
from fenttui.articles.headers.described import described
from fenttui.articles.headers.front_matter import read_front_matter
from fenttui.articles.headers.metadata_list import read_metadata_list

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_ATX = re.compile(r" {0,3}#{1,6}[ \t]+(?P<heading>[^\n]*)")
_SETEXT = re.compile(r" {0,3}(?P<heading>[^\s#>*+-][^\n]*)\n {0,3}(?:=+|-{2,})(?:\n|\Z)")
_MARKUP = re.compile(r"[*_`\[\]<>&\\]")
"""What only a heading with markup, an entity or an escape holds."""
_LONGEST = 2000
"""In characters: how much of a heading is read for markup; titles are far shorter."""


def read_markdown(text: str) -> Document:
    """Return the document in a Markdown `text`."""
    front = read_front_matter(text)
    if not front.end:
        front = read_metadata_list(text)
    body = normalized(without_entities(text[front.end :]))
    address = leading_address(body)
    return described(Document(body, title=_heading(body, address.next if address else 0)), front)


def _heading(body: str, at: int) -> str | None:
    """Return the heading at `at` of `body`, without its markup."""
    if atx := _ATX.match(body, at):
        heading = atx["heading"]
        # A closing run of # is markup; that of "C#" is not.
        bare = heading.rstrip("#")
        heading = bare if not bare or bare[-1] in " \t" else heading
    elif setext := _SETEXT.match(body, at):
        heading = setext["heading"]
    else:
        return None
    return _plain(heading[:_LONGEST]).strip() or None


def _plain(heading: str) -> str:
    """Return a heading without its markup; most have none."""
    if not _MARKUP.search(heading):
        return heading
    (inline,) = _commonmark().parseInline(heading.strip())
    return "".join(map(_text_of, inline.children or ()))


def _text_of(token: Token) -> str:
    if token.type == "html_inline":
        return " " if token.content.lower().startswith("<br") else ""
    return token.content if token.type in ("text", "code_inline", "image") else ""


@cache
def _commonmark() -> MarkdownIt:
    # ~30 ms to import: only for a heading with markup.
    from markdown_it import MarkdownIt  # noqa: PLC0415

    return MarkdownIt("commonmark")


FORMAT = TextFormat(name="Markdown", suffixes=(".md", ".markdown"), read=read_markdown)
