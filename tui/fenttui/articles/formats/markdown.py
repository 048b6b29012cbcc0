"""Markdown: the text is kept as it is written, and a heading at its top gives the title."""

from __future__ import annotations

import re

from fenttui.articles.address import leading_address
from fenttui.articles.formats.described import described
from fenttui.articles.formats.document import Document, normalized
from fenttui.articles.formats.front_matter import read_front_matter

SUFFIXES = (".md", ".markdown")

_ATX = re.compile(r" {0,3}#{1,6}[ \t]+(?P<heading>[^\n]*)")
_SETEXT = re.compile(r" {0,3}(?P<heading>[^\s#>*+-][^\n]*)\n {0,3}(?:=+|-{2,})(?:\n|\Z)")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\n]{0,500}\)")
_EMPHASIS = re.compile(r"(?<![^\W_])(\*\*\*|\*\*|\*|___|__|_|`)(?=\S)([^\n]{0,500}?\S)\1(?![^\W_])")


def read_markdown(text: str) -> Document:
    """The document in a Markdown `text`."""
    front = read_front_matter(text)
    body = normalized(text[front.end :])
    address = leading_address(body)
    return described(Document(body, title=_heading(body, address.next if address else 0)), front)


def _heading(body: str, at: int) -> str | None:
    """The heading at `at` of `body`, without its markup."""
    if atx := _ATX.match(body, at):
        heading = atx["heading"]
        # A closing run of # is markup; that of "C#" is not.
        bare = heading.rstrip("#")
        heading = bare if not bare or bare[-1] in " \t" else heading
    elif setext := _SETEXT.match(body, at):
        heading = setext["heading"]
    else:
        return None
    return _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", heading)).strip() or None
