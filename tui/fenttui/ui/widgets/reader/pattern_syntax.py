"""The syntax of searches: from what a reader types to the source of a regular expression over folded text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from fenttui.folding import fold

_TOKEN = re.compile(
    r"""
    \\(?: [pPN]\{[^{}]*\} | [gkL]<\w*> | x[0-9a-fA-F]{2} | u[0-9a-fA-F]{4} | U[0-9a-fA-F]{8} | . )
    | \(\?(?: P?<\w+> | <?[=!] | [:>|] | (?:P[=>]|&)\w+\) | [a-zA-Z01-]*[:)] )
    | \{[0-9]+(?:,[0-9]*)?\} | \{,[0-9]+\}
    | \[\^?\]?
    | .
    """,
    re.DOTALL | re.VERBOSE,
)
"""What is read as one: an escape, a counted repetition, the head of a group or class, a character."""
_IN_CLASS = re.compile(r"\\[pPN]\{[^{}]*\}|\\.|\[:\^?\w+:\]|.", re.DOTALL)
_SPACE = r"\s"
_SPACE_ESCAPES = frozenset((r"\n", r"\r", r"\t", r"\f", r"\v", "\\ "))
_SYNTAX = frozenset(".*+?{}[]()|\\")


@dataclass(frozen=True)
class Syntax:
    """A pattern, read."""

    source: str
    """The same for the engine, over a text that is folded with its case."""
    literal: str | None
    """What the pattern stands for where none of its signs has a meaning of its own."""
    letters: str
    """The characters that stand for themselves, also in classes: their case and accents count."""
    repetitions: int
    """How many items the pattern has with its counted repetitions multiplied out."""


def read_pattern(written: str) -> Syntax:
    """Return what `written` means; any text can be read, even one that is not a regular expression.

    `^` and `$` are anchors where a pattern, group or alternative begins or ends with them; elsewhere they
    stand for themselves, as in vim: dollars are searched for more often than the ends of paragraphs.
    """
    reading = _Reading(unicodedata.normalize("NFC", written))
    return reading.read()


class _Reading:
    """One pass over a pattern."""

    def __init__(self, written: str) -> None:
        self._written = written
        self._source: list[str] = []
        self._plain: list[str] = []
        self._letters: list[str] = []
        self._is_literal = True
        self._open: list[int] = []
        """Of each open group, the repetitions before it."""
        self._items = self._last = 0
        """The repetitions of what was read in this group, without the last item; and that one's."""

    def read(self) -> Syntax:
        """Read it all."""
        at, before = 0, ""
        while at < len(self._written):
            match = _TOKEN.match(self._written, at)
            assert match is not None
            token, at = match[0], match.end()
            if token[0] == "[":
                at = self._read_class(token, at)
            elif token == "$":
                self._dollar(at)
            elif token == "^":
                self._caret(before)
            elif token[0] == "\\" and len(token) > 1:
                self._escape(token)
            elif token[0] in _SYNTAX:
                self._sign(token)
            else:
                self._character(token)
            before = token
        while self._open:
            self._close()
        literal = "".join(self._plain) if self._is_literal else None
        return Syntax("".join(self._source), literal, "".join(self._letters), self._items + self._last)

    def _item(self, source: str, plain: str | None = None) -> None:
        """Add what can be repeated."""
        self._source.append(source)
        self._items, self._last = self._items + self._last, 1
        if plain is None:
            self._is_literal = False
        else:
            self._plain.append(plain)
            self._letters.append(plain)

    def _character(self, character: str) -> None:
        if character.isspace():
            self._space(character)
            return
        folded = fold(character, case=True, accents=True).text
        escaped = re.escape(folded)
        if folded:
            self._item(escaped if len(folded) == 1 else f"(?:{escaped})", character)
        else:
            self._plain.append(character)

    def _space(self, plain: str | None = None) -> None:
        # White space is one space in folded text.
        if self._source[-1:] != [_SPACE]:
            self._item(_SPACE, plain)

    def _escape(self, token: str) -> None:
        if token in _SPACE_ESCAPES:
            self._is_literal = False
            self._space()
        elif len(token) == 2 and not token[1].isalnum() and token[1] != "_":
            self._character(token[1])
        else:
            self._item(token)

    def _dollar(self, after: int) -> None:
        if after == len(self._written) or self._written[after] in ")|":
            self._item("$")
        else:
            self._item(r"\$", "$")

    def _caret(self, before: str) -> None:
        if not before or before[0] in "|(":
            self._item("^")
        else:
            self._item(r"\^", "^")

    def _sign(self, token: str) -> None:
        self._is_literal = False
        self._source.append(token)
        if token[0] == "(" and not token.endswith(")"):
            self._open.append(self._items + self._last)
            self._items = self._last = 0
        elif token == ")" and self._open:
            self._close()
        elif token[0] == "{" and len(token) > 1:
            self._last *= max(1, *map(int, re.findall("[0-9]+", token)))
        elif token in ".|":
            self._items, self._last = self._items + self._last, int(token == ".")

    def _close(self) -> None:
        inside = self._items + self._last
        self._items, self._last = self._open.pop(), inside

    def _read_class(self, head: str, at: int) -> int:
        parts = [head]
        while at < len(self._written):
            match = _IN_CLASS.match(self._written, at)
            assert match is not None
            token, at = match[0], match.end()
            if token == "]":
                parts.append(token)
                break
            parts.append(self._in_class(token))
        self._item("".join(parts))
        return at

    def _in_class(self, token: str) -> str:
        if token.isspace() or token in _SPACE_ESCAPES:
            return _SPACE
        if len(token) > 1:
            return token
        self._letters.append(token)
        folded = fold(token, case=True, accents=True).text
        if folded == "-" != token:
            return r"\-"
        return folded if len(folded) == 1 else token
