r"""A line of the command line, parsed: `3 next_actor`, `set theme=nord`, `e my\ dossier`, `q!`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fenttui.keymap.command import Call, Command

_LINE = re.compile(
    r"[\s:]*(?P<count>[0-9]+)?\s*(?:(?P<name>[^\W\d][\w.-]*|\S)(?P<forced>!)?)?\s*(?P<rest>.*)", re.DOTALL
)
_LARGEST_COUNT = 1_000_000
_DIGITS = len(str(_LARGEST_COUNT))


class LineError(ValueError):
    """A line that cannot be done; the text is the sentence for the user."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is typed."""

    count: int | None
    """The number before the name, or alone."""
    name: str
    """The name as it is typed: a word, one sign, or nothing."""
    forced: bool
    """Whether a `!` follows the name."""
    rest: str
    """What follows the name, without the white space around it."""
    name_at: int
    """Where the name begins in the line."""
    rest_at: int
    """Where `rest` begins in the line."""

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing."""
        return self.count is None and not self.name


def parse_line(typed: str) -> Line:
    """Return the parts of a line; any text has parts."""
    found = _LINE.match(typed)
    # Every part may be empty: there is always a match.
    assert found is not None
    count = _number(found["count"]) if found["count"] else None
    name_at = found.start("name") if found["name"] else found.start("rest")
    rest = found["rest"]
    return Line(
        count, found["name"] or "", bool(found["forced"]), rest.rstrip(), name_at, found.start("rest")
    )


def _number(digits: str) -> int:
    # Python refuses to read numbers of thousands of digits.
    significant = digits.lstrip("0")
    return _LARGEST_COUNT if len(significant) > _DIGITS else min(int(significant or "0"), _LARGEST_COUNT)


def call_of(command: Command, line: Line) -> Call:
    """Return the call of a key command that a line makes.

    Raises:
        LineError: the command takes no number, or what follows its name is not for it.
    """
    own, count, rest = command.name, line.count, line.rest
    if line.forced:
        raise LineError(f"`{own}` takes no !")
    if command.takes_char:
        if len(rest) != 1:
            raise LineError(f"`{own}` takes one character: {own} a")
        return Call(command, _counted(command, count), rest)
    if rest and command.counted and count is None and rest.isascii() and rest.isdigit():
        count, rest = _number(rest), ""
    if rest:
        raise LineError(f"`{own}` takes nothing after its name")
    return Call(command, _counted(command, count))


def _counted(command: Command, count: int | None) -> int | None:
    if count is not None and not command.counted:
        raise LineError(f"`{command.name}` takes no number")
    return count or None


# Words


@dataclass(frozen=True, slots=True)
class Word:
    """One word of what follows a name."""

    value: str
    """What it says, without quotes and backslashes."""
    start: int
    """Where it begins in the text."""
    quote: str = ""
    """The quotation mark that it begins with."""


def split_words(text: str) -> list[Word]:
    """Return the words of a text as a shell parts them; an unclosed quote ends with the text."""
    words: list[Word] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        start, quote, value = at, "", ""
        while at < len(text) and (quote or not text[at].isspace()):
            char = text[at]
            escapes = at + 1 < len(text) and (not quote or (quote == '"' and text[at + 1] in '"\\'))
            if char == "\\" and escapes:
                value += text[at + 1]
                at += 1
            elif char == quote or (not quote and char in "\"'"):
                quote = "" if quote else char
            else:
                value += char
            at += 1
        words.append(Word(value, start, text[start] if text[start] in "\"'" else ""))
    return words


def quote_word(value: str, quote: str = "") -> str:
    """Return a text that `split_words` reads as one word, in quotation marks where `quote` is one."""
    if quote == '"':
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    if quote == "'" and "'" not in value:
        return f"'{value}'"
    return re.sub(r"([\s\"'\\])", r"\\\1", value) or '""'
