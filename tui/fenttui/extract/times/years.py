"""Years, decades and centuries in digits: 2025, 1990-95, the 1990s, the '90s, the 19th century, 44 BC."""

from __future__ import annotations

from fenttui.extract.amounts.following_unit import unit_at
from fenttui.extract.numbers.numerals import Numeral
from fenttui.extract.text.calendar_names import ordinal_at, year_at
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set
from fenttui.extract.times.context import Context
from fenttui.extract.times.figure import TimeFigure
from fenttui.extract.times.quarters import part_of_year

APOSTROPHES = ("'", "’", "‘", "`")

_BEFORE = word_set(
    "in since of from by from until till to and during before after early late mid year years around between"
    " through ( – — / - ' ’ about circa as back ended ending started on per at fiscal season summer winter"
    " spring fall autumn class christmas [ or & than for over into throughout versus vs with compared"
)
"""What makes a number of four digits a year although a word follows it."""
_OWNERS = word_set("a an its his her their our my your the that this 's ’s each every ' ’")
_AFTER = word_set(
    "when and to as the with that for by after he she it they was were is are has had will while"
)
_AMOUNT_AFTER = word_set("percent per million billion thousand trillion pct")
_QUOTES = ("(", "-", "–", "—", "/", '"', "“", "'", "‘", "[", "`", "’")
_BEFORE_CHRIST = ("bc", "b.c", "bce", "b.c.e")
_PREFIXES = ("mid", "post", "pre", "early", "late")
_NEAR = 3
"""Years from the article's own in which a number before a noun is a year: "1989 sales"."""


def numeric_year(context: Context, index: int) -> TimeFigure | None:
    """Return a year in digits, or a decade: in 2025, the 1990s, the 90s; 300 BC; 95 in 1990-95."""
    tokens = context.tokens
    word, end = tokens.words[index], index + 1
    if tokens.joined(index) and tokens.words[index - 1] not in _QUOTES:
        return None
    if tokens.lower(end).rstrip(".") in _BEFORE_CHRIST:
        return TimeFigure(index, end + 1, "date", f"BC{int(word):04}") if _is_short(word) else None
    year = year_at(tokens, index)
    plural = tokens.joined(end) and tokens.lower(end) in ("s", "'s", "’s")
    if year is None:
        return _short_decade(tokens, index) if plural else _range_end(tokens, index)
    if plural and year % 10 == 0:
        return TimeFigure(index, end + 1, "date", f"{year // 10}")
    return TimeFigure(index, end, "date", f"{year:04}") if _is_year(context, index, year) else None


def _is_short(word: str) -> bool:
    return word.isdecimal() and len(word) < 5


def _short_decade(tokens: Tokens, index: int) -> TimeFigure | None:
    """Return the 90s, early 80s: of the twentieth century. "His 60s" are none."""
    word = tokens.words[index]
    led = tokens.lower(index - 1) in (*APOSTROPHES, "the") or tokens.lower(index - 2) in (
        "early",
        "late",
        "mid",
    )
    if not led or len(word) != 2 or not word.isdecimal() or int(word) < 20 or int(word) % 10:
        return None
    return TimeFigure(index, index + 2, "date", f"19{int(word) // 10}")


def _range_end(tokens: Tokens, index: int) -> TimeFigure | None:
    """Return the end of a range of years: 95 in 1990-95."""
    word, later, begun = tokens.words[index], index + 1, year_at(tokens, index - 2)
    linked = tokens.lower(index - 1) in ("-", "–", "/") and tokens.joined(index) and tokens.joined(index - 1)
    if begun is None or not linked or len(word) != 2 or not word.isdecimal() or int(word) <= begun % 100:
        return None
    if tokens.joined(later) and tokens.words[later] in ("-", "–", "/", "%"):
        return None
    return TimeFigure(index, later, "date", f"{begun // 100 * 100 + int(word)}")


def _is_year(context: Context, index: int, year: int) -> bool:
    """Return whether the number of four digits is a year, by the words before and after it."""
    tokens, end = context.tokens, index + 1
    following = tokens.lower(end)
    if following in _AMOUNT_AFTER or (
        tokens.joined(end) and following in ("%", "$", "°", "/", "@", "x", "+")
    ):
        return False
    if tokens.joined(end) and tokens.joined(end + 1) and following in ("-", "–"):
        return _is_year_before_hyphen(tokens, index, year)
    if following.isalpha():
        return _is_year_before_word(context, index, year)
    # A hyphen before it leads from another year, or from a word such as mid; else it is part of a number.
    hyphen = tokens.joined(index) and tokens.lower(index - 1) == "-"
    return not hyphen or year_at(tokens, index - 2) is not None or tokens.lower(index - 2) in _PREFIXES


def _is_year_before_hyphen(tokens: Tokens, index: int, year: int) -> bool:
    """Return whether a number before a hyphen is a year: 2022-24, 2022-Q1; not 2000-strong, 2022-0815."""
    position = index + 2
    word, before = tokens.words[position], tokens.lower(index - 1)
    if part_of_year(tokens, position) is not None or year_at(tokens, position) is not None:
        return True
    if word.isalpha():
        return before in ("in", "since", "by", "mid", "the", "of") or word == "to"
    return not word.isdecimal() or (len(word) == 2 and int(word) > year % 100)


def _is_year_before_word(context: Context, index: int, year: int) -> bool:
    """Return whether a number before a word is a year: "its 2022 sales"; not "2022 people"."""
    tokens, end = context.tokens, index + 1
    before = tokens.lower(index - 1)
    unit = unit_at(tokens, end, Numeral(year, end, digits=True))
    if unit is not None and unit.kind != "count":
        return False
    near = context.date is not None and abs(year - context.date.year) <= _NEAR
    counts = unit is not None and unit.end == end + 1
    if before in _BEFORE or tokens.lower(end) in _AFTER:
        return not counts or near or (year % 10 != 0 and before != "than")
    if before in _OWNERS:
        return not counts or near or year % 10 != 0
    if counts:
        return near and year % 100 != 0
    return near or index == 0 or tokens.capital[index - 1]


def short_year(context: Context, index: int) -> TimeFigure | None:
    """Return a year or a decade after an apostrophe: '97, the '90s; of the last century that has had it."""
    tokens = context.tokens
    word, end = tokens.lower(index + 1), index + 2
    if len(word) != 2 or not word.isdecimal() or not tokens.joined(index + 1):
        return None
    plural = tokens.joined(end) and tokens.lower(end) == "s"
    own = context.date.year if context.date is not None else 2000
    year = own // 100 * 100 + int(word)
    year -= 100 * (year > own + 10)
    if year < 1:
        return None
    if plural:
        return TimeFigure(index, end + 1, "date", f"{year // 10:03}") if year % 10 == 0 else None
    placed = tokens.lower(index - 1) in ("in", "since", "of", "by", "until", "from", "to", "summer", "winter")
    if not placed or (tokens.lower(end).isalpha() and tokens.lower(end) not in _AFTER):
        return None
    return TimeFigure(index, end, "date", f"{year:04}")


def century(context: Context, index: int) -> TimeFigure | None:
    """Return the 19th century, the twenty-first century, nineteenth-century."""
    tokens = context.tokens
    found = ordinal_at(tokens, index)
    if found is None:
        return None
    number, end = found
    end += tokens.lower(end) == "-" and tokens.joined(end)
    if tokens.lower(end) not in ("century", "centuries") or not 1 <= number <= 30:
        return None
    if tokens.lower(index - 1) in ("quarter", "half", "-"):
        return None
    if tokens.lower(end + 1).rstrip(".") in _BEFORE_CHRIST:
        return TimeFigure(index, end + 2, "date", f"BC{number - 1:02}")
    return TimeFigure(index, end + 1, "date", f"{number - 1:02}")
