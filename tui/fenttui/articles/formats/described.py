"""A document with what its front matter says about it."""

from __future__ import annotations

from dataclasses import replace

from fenttui.articles.dates import parse_date
from fenttui.articles.formats.document import Document, Remark
from fenttui.articles.formats.front_matter import FrontMatter
from fenttui.visible import visible_line


def described(document: Document, front: FrontMatter) -> Document:
    """`document` with the date, title and origin of `front`, which go before what it has of its own."""
    values = front.values
    remarks = front.remarks
    date = parse_date(values["date"]) if "date" in values else None
    if "date" in values and date is None:
        shown = visible_line(values["date"][:40])
        remarks += (
            Remark(
                f"the front matter's date `{shown}` is no clear date; write YYYY-MM-DD", front.lines["date"]
            ),
        )
    return replace(
        document,
        date=date or document.date,
        date_source="front matter" if date else document.date_source,
        title=values.get("title") or document.title,
        source=values.get("source"),
        url=values.get("url"),
        author=values.get("author"),
        remarks=remarks + document.remarks,
    )
