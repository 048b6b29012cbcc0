"""A document with what its front matter says about it, and the address that it begins with."""

from __future__ import annotations

from dataclasses import replace

from fenttui.articles.address import leading_address
from fenttui.articles.dates import parse_date
from fenttui.articles.document import Document, Remark
from fenttui.articles.entities import without_entities
from fenttui.articles.headers.front_matter import FrontMatter
from fenttui.visible import visible_line


def described(document: Document, front: FrontMatter) -> Document:
    """Return `document` with the date, title and origin of `front`, which override its own.

    An address that is the first line of the body is the url, and its host the source.
    """
    values = {field: without_entities(value) for field, value in front.values.items()}
    remarks = front.remarks
    date = parse_date(values["date"]) if "date" in values else None
    if "date" in values and date is None and not front.remarks:
        shown = visible_line(values["date"][:40])
        remarks += (
            Remark(
                f"the front matter's date `{shown}` is no clear date; write YYYY-MM-DD", front.lines["date"]
            ),
        )
    address = leading_address(document.body) or leading_address(values.get("url", ""))
    return replace(
        document,
        date=date or document.date,
        date_source="front matter" if date else document.date_source,
        title=values.get("title") or document.title,
        source=values.get("source") or (address.host if address else None),
        url=values.get("url") or (address.url if address else None),
        author=values.get("author"),
        remarks=remarks + document.remarks,
    )
