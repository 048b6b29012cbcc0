"""The web address that a saved page begins with."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LONGEST = 2000
"""In characters: no address that a browser saves is longer."""

_LINE = re.compile(
    r"[ \t]*<?(?P<url>(?:https?://(?:[^/?#@\s]{1,200}@)?|(?=www\.))"
    r"(?:www\.)?(?P<host>\[[0-9a-f:.]+\]|[^/:?#@%<>\s]*[^\W_])[^<>\s]*)>?(?:\n|\Z)",
    re.IGNORECASE,
)
"""What may precede an `@` is a user's name, not the host that is asked.

Not urllib.parse, which takes the whole of `example.org%2Fa` for a host, as some browsers save it."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address alone in the first line of a text."""

    url: str
    """As it is written."""
    host: str
    """Its host in lower case, without `www.`."""
    end: int
    """Where its paragraph ends; after its line, where text follows on the next."""
    next: int
    """Where the text after it begins."""


def leading_address(text: str) -> Address | None:
    """Return the address that is the first line of an article's `text` and all of it; None without one."""
    line = _LINE.match(text, 0, _LONGEST)
    # The end of what was looked at is not the end of the line.
    if line is None or line.end() == _LONGEST:
        return None
    after = line.end()
    if text.startswith("\n", after):
        return Address(line["url"], line["host"].lower(), after - 1, after + 1)
    return Address(line["url"], line["host"].lower(), after, after)
