"""The list above an article that Readwise exported: `## Metadata`, then lines such as `- Author: Ann Lee`."""

from __future__ import annotations

import re

from fenttui.articles.headers.fields import fields_of
from fenttui.articles.headers.front_matter import FrontMatter

_LONGEST = 16 * 1024
"""In characters: how far the list is looked for."""
_HEADING = re.compile(
    r"(?:\s*\n)?# (?P<title>[^\n]+)\n\s*(?:!\[[^\]\n]*\]\([^\n]*\)\s*)?#{1,3} Metadata[ \t]*\n", re.IGNORECASE
)
_LINE = re.compile(r"[ \t]*[-*][ \t]+(?P<name>[A-Za-z][A-Za-z ]{0,40}):[ \t]*(?P<value>[^\n]*)(?:\n|\Z)")
_FULL = re.compile(r"\s*#{1,3} Full Document[ \t]*(?:\n|\Z)", re.IGNORECASE)


def read_metadata_list(text: str) -> FrontMatter:
    """Return what the list says as front matter; an empty one that ends at 0 where there is none."""
    heading = _HEADING.match(text, 0, _LONGEST)
    if heading is None:
        return FrontMatter()
    said = [("headline", heading["title"])]
    starts: dict[str, int] = {"headline": heading.start("title")}
    end = heading.end()
    while line := _LINE.match(text, end):
        said.append((line["name"], line["value"]))
        starts[line["name"]] = line.start()
        end = line.end()
    if full := _FULL.match(text, end):
        end = full.end()
    found = fields_of(said)
    return FrontMatter(
        {field: value for field, (_, value) in found.items()},
        {field: text.count("\n", 0, starts[name]) + 1 for field, (name, _) in found.items()},
        end,
    )
