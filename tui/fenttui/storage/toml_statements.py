"""The statements of a TOML document with where each stands in its text, which `tomllib` does not give.

Our own: tomlkit, which keeps a document's layout too, takes ten times as long, moves tables that stand
between those of one record, gives a removed table's comment to the next one, and keeps CRLF in a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

KeyPath: TypeAlias = tuple[str, ...]
"""The keys that lead to a value: `("reader", "measure")`."""

_BASIC = r'"(?:[^"\\\n]++|\\.)*+"'
_LITERAL = r"'[^'\n]*+'"
_KEY = rf"(?:[A-Za-z0-9_-]++|{_BASIC}|{_LITERAL})"
_KEYS = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*+"
_START = rf"[ \t]*+(?:(?P<open>\[\[?)[ \t]*+(?P<table>{_KEYS})[ \t]*+\]\]?|(?P<pair>{_KEYS})[ \t]*+=[ \t]*+)"
_PIECE = (
    r'(?P<text>"""(?:[^"\\]++|\\.|"{1,2}+(?!"))*+"{3,5}+'
    r"|'''(?:[^']++|'{1,2}+(?!'))*+'{3,5}+"
    rf"|{_BASIC}|{_LITERAL})"
    r"|(?P<comment>#[^\n]*+)|(?P<opener>[\[{])|(?P<closer>[\]}])|(?P<end>\n)|[^\[\]{}\"'#\n]++"
)
"""A part of a value. A run of three quotation marks or more always ends a text of several lines."""


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    """Return a pattern compiled: ~2 ms for these, so only once there is a document."""
    return re.compile(pattern, re.DOTALL)


@dataclass(frozen=True, slots=True)
class Statement:
    """A key with its value, or the header of a table."""

    kind: Literal["pair", "table", "element"]
    """`a = 1`, `[a]` or `[[a]]`."""
    path: KeyPath
    """Its keys as they stand there: those of a pair begin at the table it is in."""
    line: int
    """The line on which it starts, counted from 1."""
    start: int
    """The offset in the text of the line on which it starts."""
    value: tuple[int, int]
    """The offsets of the value of a pair, or of a header with its brackets."""
    end: int
    """The offset after its last line, the line's end included."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The statements of a document, and what stands between them."""

    text: str
    """The document, with line ends of any kind."""
    statements: tuple[Statement, ...]
    """In their order."""
    comments: tuple[str, ...]
    """The comments, those within values and after them included."""
    stopped: int | None = None
    """The line, counted from 1, that could not be followed; None for a document that is TOML."""


def outline(text: str) -> Outline:
    """Return the outline of a document that `tomllib` reads; of any other one, as far as it can be followed.

    Takes linear time for any text.
    """
    statements: list[Statement] = []
    comments: list[str] = []
    begin = _pattern(_START)
    at, line = 0, 1
    while at < len(text):
        match = begin.match(text, at)
        if match is None:
            end = text.find("\n", at) + 1 or len(text)
            said = text[at:end].strip()
            if said and not said.startswith("#"):
                return Outline(text, tuple(statements), tuple(comments), line)
            comments += [said] if said else []
        else:
            value, end, said_within = _value(text, match)
            comments += said_within
            if end < 0:
                return Outline(text, tuple(statements), tuple(comments), line)
            statements.append(_statement(match, line, value, end))
        line += text.count("\n", at, end)
        at = end
    return Outline(text, tuple(statements), tuple(comments))


def _statement(match: re.Match[str], line: int, value: tuple[int, int], end: int) -> Statement:
    header = match["table"]
    if header is None:
        return Statement("pair", _path(match["pair"]), line, match.start(), value, end)
    kind: Literal["table", "element"] = "element" if match["open"] == "[[" else "table"
    return Statement(kind, _path(header), line, match.start(), (match.start("open"), match.end()), end)


def _value(text: str, match: re.Match[str]) -> tuple[tuple[int, int], int, list[str]]:
    """Return where a value is, the end of its last line (-1 where there is none), and the comments in it."""
    start = at = last = match.end()
    depth = 0
    comments: list[str] = []
    part = _pattern(_PIECE)
    while at < len(text):
        piece = part.match(text, at)
        if piece is None:
            return (start, start), -1, comments
        at = piece.end()
        kind = piece.lastgroup
        if kind == "comment":
            comments.append(piece[0].rstrip())
        elif kind == "end":
            if depth <= 0:
                break
        else:
            depth += (kind == "opener") - (kind == "closer")
            if not piece[0].isspace():
                last = piece.start() + len(piece[0].rstrip())
    return (start, last), at if depth <= 0 else -1, comments


def _path(keys: str) -> KeyPath:
    return tuple(_plain(match[0]) for match in _pattern(_KEY).finditer(keys))


def _plain(key: str) -> str:
    """Return a key without its quotation marks."""
    if key[0] not in "\"'":
        return key
    if key[0] == "'" or "\\" not in key:
        return key[1:-1]
    import tomllib  # noqa: PLC0415 - only for an escaped key

    try:
        return next(iter(tomllib.loads(f"{key} = 0")))
    except tomllib.TOMLDecodeError:
        return key


def places(found: Outline) -> Iterator[tuple[KeyPath, Statement]]:
    """Yield each statement with the whole path of what it sets, without numbers for elements of arrays."""
    table: KeyPath = ()
    for statement in found.statements:
        if statement.kind == "pair":
            yield table + statement.path, statement
        else:
            table = statement.path
            yield table, statement
