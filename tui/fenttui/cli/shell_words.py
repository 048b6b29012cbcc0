"""Words of a bash command line as they are typed: split, unquoted, and continued with the same quotes."""

from __future__ import annotations

from dataclasses import dataclass

_BLANK = " \t\n"
_SPECIAL = frozenset(" \t\"'\\`$&;|<>()[]{}*?!#~")
"""What bash acts on outside of quotes."""
_SPECIAL_IN_DOUBLE = frozenset('"\\`$')


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a command line, which may still be in the writing."""

    text: str
    """What it means."""
    quote: str = ""
    """The quotation mark that is open at its end."""
    is_cut: bool = False
    """Whether it ends in a backslash, which is to escape what comes next."""


def split_words(line: str) -> list[Word]:
    """Return the words of a command line up to the cursor; the last one is empty after a blank."""
    words: list[Word] = []
    start = 0
    text, quote = "", ""
    escaped = False
    for index, char in enumerate(line):
        if escaped:
            text += char if not quote or char in '"\\`$' else f"\\{char}"
            escaped = False
        elif char == "\\" and quote != "'":
            escaped = True
        elif quote:
            if char == quote:
                quote = ""
            else:
                text += char
        elif char in "\"'":
            quote = char
        elif char in _BLANK:
            if index > start:
                words.append(Word(text))
            start = index + 1
            text = ""
        else:
            text += char
    words.append(Word(text, quote, escaped))
    return words


def continued(word: Word, replaced: str, rest: str) -> str:
    """Return the replacement for `replaced`, the end of `word`, that continues it with `rest`.

    What is typed stays as it is.
    """
    # A backslash that nothing follows yet is written again with what follows.
    kept = replaced[:-1] if word.is_cut else replaced
    return kept + "".join(_quoted(char, word.quote) for char in rest)


def _quoted(char: str, quote: str) -> str:
    """Return `char` as it is written inside the open `quote`."""
    if char < " " or char == "\x7f":
        # Only $'...' can hold it on one line.
        return f"{quote}$'\\x{ord(char):02x}'{quote}"
    if quote == "'":
        return "'\\''" if char == "'" else char
    if quote and char == "!":
        # A backslash in quotes would stay, and without one the history is looked up.
        return '"\\!"'
    special = _SPECIAL_IN_DOUBLE if quote else _SPECIAL
    return f"\\{char}" if char in special else char
