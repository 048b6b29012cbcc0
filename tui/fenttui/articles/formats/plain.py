"""Plain text: an optional `date YYYY-MM-DD` header or that of a mail, then paragraphs."""

from __future__ import annotations

import re

from fenttui.articles.dates import parse_date
from fenttui.articles.document import Document, Remark, normalized
from fenttui.articles.entities import without_entities
from fenttui.articles.format import TextFormat
from fenttui.articles.headers.described import described
from fenttui.articles.headers.front_matter import read_front_matter
from fenttui.articles.headers.mail_header import read_mail_header

_HEADER = re.compile(
    r"\s*date:?[ \t]+(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:T[0-9:.]+(?:Z|[+-][0-9:]+)?)?(?:[^\S\n]+|\n|\Z)",
    re.IGNORECASE,
)


def read_plain(text: str) -> Document:
    """Return the document in a plain `text`; the date of front matter overrides the header's.

    A header with a date that is not in the calendar is kept as text, with a remark.
    """
    front = read_front_matter(text)
    if not front.end:
        front = read_mail_header(text)
    header = _HEADER.match(text, front.end)
    if header is None:
        return described(Document(_body(text, front.end)), front)
    date = parse_date(header["date"])
    if date is None:
        remark = Remark(
            f"the header's date {header['date']} is not in the calendar; write `date YYYY-MM-DD`",
            text.count("\n", 0, header.start("date")) + 1,
        )
        return described(Document(_body(text, front.end), remarks=(remark,)), front)
    document = Document(_body(text, header.end()), date=date, date_source="header")
    return described(document, front)


def _body(text: str, start: int) -> str:
    return normalized(without_entities(text[start:]))


FORMAT = TextFormat(name="plain text", suffixes=(".txt", ".text"), read=read_plain)
