"""The header of a mail that was saved as text: `From:`, `Date:` and `Subject:` lines, then a blank one."""

from __future__ import annotations

import re
from functools import cache

from fenttui.articles.headers.front_matter import FrontMatter

_LONGEST = 8 * 1024
"""In characters: how far the blank line is looked for."""
_LONGEST_VALUE = 1000

_KNOWN = frozenset(
    (
        *("from", "date", "subject", "to", "cc", "bcc", "sender", "reply-to", "return-path", "received"),
        *("delivered-to", "message-id", "in-reply-to", "references", "mime-version", "content-type"),
        "content-transfer-encoding",
    )
)
_NAME = "[A-Za-z][A-Za-z0-9-]{0,60}:"


@cache
def _block() -> re.Pattern[str]:
    # ~1 ms to compile, as the next: only for what begins as a mail does.
    return re.compile(rf"(?:[ \t]*\n)*(?P<lines>{_NAME}[^\n]*\n(?:(?:{_NAME}|[ \t]+\S)[^\n]*\n)*)[ \t]*\n")


@cache
def _line() -> re.Pattern[str]:
    """Return the pattern of a line with its continuation lines, which are indented."""
    return re.compile(r"(?P<name>[^\s:]+):(?P<value>[^\n]*(?:\n[ \t][^\n]*)*)\n")


def read_mail_header(text: str) -> FrontMatter:
    """Return the header of the mail in `text` as front matter; an empty one that ends at 0 where it has none.

    A block of lines is a mail's header where it has a subject or a date, and one more line that mails have
    (RFC 5322, section 3.6). The subject is the title and the sender's name the author.

    The values are read by the functions of `email`, not by its header objects (`policy.default`): on values
    that are malformed those raise IndexError and AttributeError, and drop a character set they do not know.
    """
    name, colon, _ = text[:_LONGEST].lstrip()[:80].partition(":")
    block = _block().match(text, 0, _LONGEST) if colon and name.replace("-", "").isalnum() else None
    if block is None:
        return FrontMatter()
    written: dict[str, str] = {}
    lines: dict[str, int] = {}
    for line in _line().finditer(text, block.start("lines"), block.end("lines")):
        name = line["name"].lower()
        if name in _KNOWN and name not in written:
            written[name] = " ".join(line["value"].split())[:_LONGEST_VALUE]
            lines[name] = text.count("\n", 0, line.start()) + 1
    if len(written) < 2 or not written.keys() & {"subject", "date"}:
        return FrontMatter()
    values = {
        "title": _decoded(written.get("subject", "")),
        "date": _date(written.get("date", "")),
        "author": _names(written.get("from", "")),
    }
    found = {key: value for key, value in values.items() if value}
    fields = {"title": "subject", "date": "date", "author": "from"}
    return FrontMatter(found, {key: lines[fields[key]] for key in found}, block.end())


def _date(written: str) -> str:
    """Return the day of an RFC 5322 date in ISO, in the sender's time zone; any other date unchanged."""
    # ~20 ms to import: only for a mail.
    from email.utils import parsedate_to_datetime  # noqa: PLC0415

    try:
        return parsedate_to_datetime(written).date().isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):
        return written


def _names(written: str) -> str:
    """Return the senders' names; the address of a sender without one."""
    from email.utils import getaddresses  # noqa: PLC0415 - not at start

    people = [_decoded(name or address) for name, address in getaddresses([written])]
    return ", ".join(filter(None, people)) or written


def _decoded(written: str) -> str:
    """Return `written` with its encoded words (RFC 2047) decoded; unchanged if they are broken."""
    if "=?" not in written:
        return written
    from email.errors import HeaderParseError  # noqa: PLC0415 - not at start
    from email.header import decode_header, make_header  # noqa: PLC0415 - not at start

    try:
        return str(make_header(decode_header(written)))
    except (HeaderParseError, LookupError, ValueError):
        return written
