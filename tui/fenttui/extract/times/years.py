"""Years, decades and centuries: 2025, fiscal 2025, the '90s, the nineties, the 19th century, 44 BC."""

from __future__ import annotations

from fenttui.extract.amounts.figure import Figure
from fenttui.extract.counted import unit_at
from fenttui.extract.numerals import Numeral
from fenttui.extract.times.calendar_names import numbered, ordinal_at, year_at
from fenttui.extract.times.quarters import part_of_year
from fenttui.extract.times.reading import Reading
from fenttui.extract.tokens import Tokens
from fenttui.extract.wordlists import word_set

_TENS = {
    word: 10 * number
    for word, number in numbered("twenty thirty forty fifty sixty seventy eighty ninety", 2).items()
}
_TEENS = numbered("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 10)
_ONES = numbered("one two three four five six seven eight nine")
DECADES = {f"{name[:-1]}ies": number for name, number in _TENS.items()}
"""The twenties, the nineties."""
_CENTURIES = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}
SPELLED = (*_CENTURIES, "two")
"""The words that a year in words may start with."""
_BEFORE_SPELLED = ("in", "since", "by", "until", "of", "from")
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
_NEAR = 3
"""Years from the article's own in which a number before a noun is a year: "1989 sales"."""


def numeric_year(reading: Reading, index: int) -> Figure | None:
    """A year in digits, or a decade: in 2025, the 1990s, the 90s; 300 BC."""
    tokens = reading.tokens
    word, end = tokens.words[index], index + 1
    if tokens.joined(index) and tokens.words[index - 1] not in _QUOTES:
        return None
    if tokens.words[end : end + 1] and tokens.lower(end).rstrip(".") in ("bc", "b.c", "bce", "b.c.e"):
        return Figure(index, end + 1, "date", time=f"BC{int(word):04}") if _short(word) else None
    year = year_at(tokens, index)
    plural = tokens.joined(end) and tokens.lower(end) in ("s", "'s", "’s")
    if year is None and (begun := year_at(tokens, index - 2)) is not None and not plural:
        return _range_end(tokens, index, begun)
    if year is None:
        tens = int(word) if plural and len(word) == 2 and word.isdecimal() else 1
        known = tens % 10 == 0 and tens >= 20 and tokens.lower(index - 1) in (*APOSTROPHES, "the")
        known |= tens % 10 == 0 and tens >= 20 and tokens.lower(index - 2) in ("early", "late", "mid")
        return Figure(index, end + 1, "date", time=f"19{tens // 10}") if known else None
    if plural and year % 10 == 0:
        return Figure(index, end + 1, "date", time=f"{year // 10}")
    return Figure(index, end, "date", time=f"{year:04}") if _is_year(reading, index, year) else None


def _range_end(tokens: Tokens, index: int, begun: int) -> Figure | None:
    """95 in 1990-95."""
    word, later = tokens.words[index], index + 1
    linked = tokens.words[index - 1] in ("-", "–", "/") and tokens.joined(index) and tokens.joined(index - 1)
    if not linked or len(word) != 2 or not word.isdecimal() or int(word) <= begun % 100:
        return None
    if tokens.joined(later) and tokens.words[later] in ("-", "–", "/", "%"):
        return None
    return Figure(index, later, "date", time=f"{begun // 100 * 100 + int(word)}")


def _short(word: str) -> bool:
    return word.isdecimal() and len(word) < 5


def _is_year(reading: Reading, index: int, year: int) -> bool:
    """Whether the number of four digits is a year: what is before it, or what it does not count, tells."""
    tokens, end = reading.tokens, index + 1
    following, before = tokens.lower(end), tokens.lower(index - 1)
    if (
        tokens.joined(end) and following in ("%", "$", "°", "/", "@", "x", "+")
    ) or following in _AMOUNT_AFTER:
        return False
    if _is_prefix(tokens, end):
        return before in ("in", "since", "by", "mid", "the", "of") or tokens.lower(end + 1) == "to"
    if _is_number_part(tokens, end, year):
        return False
    if not following.isalpha():
        return (
            not tokens.joined(index)
            or before != "-"
            or year_at(tokens, index - 2) is not None
            or (tokens.lower(index - 2) in ("mid", "post", "pre", "early", "late"))
        )
    unit = unit_at(tokens, end, Numeral(year, end, digits=True))
    if unit is not None and unit.kind != "count":
        return False
    near = reading.date is not None and abs(year - reading.date.year) <= _NEAR
    counts = unit is not None and unit.end == end + 1
    if before in _BEFORE or following in _AFTER:
        return not counts or near or (year % 10 != 0 and before != "than")
    if before in _OWNERS:
        return not counts or near or year % 10 != 0
    return (near and not (counts and year % 100 == 0)) or (
        not counts and (index == 0 or tokens.capital[index - 1])
    )


def _is_prefix(tokens: Tokens, end: int) -> bool:
    """Whether a word is joined to the number by a hyphen, as in "2000-strong"."""
    hyphen = tokens.joined(end) and tokens.words[end] in ("-", "–") and part_of_year(tokens, end + 1) is None
    return hyphen and tokens.joined(end + 1) and tokens.words[end + 1].isalpha()


def _is_number_part(tokens: Tokens, end: int, year: int) -> bool:
    """Whether a hyphen joins the number to another that ends no range of years: 2024-0815."""
    if tokens.lower(end) != "-" or not tokens.joined(end) or not tokens.joined(end + 1):
        return False
    word = tokens.words[end + 1]
    later = len(word) == 2 and word.isdecimal() and int(word) > year % 100
    return word.isdecimal() and not later and year_at(tokens, end + 1) is None


def short_year(reading: Reading, index: int) -> Figure | None:
    """A year or a decade after an apostrophe: '97, the '90s. The century is the last that has had it."""
    tokens = reading.tokens
    word, end = tokens.lower(index + 1), index + 2
    if len(word) != 2 or not word.isdecimal() or not tokens.joined(index + 1):
        return None
    plural = tokens.joined(end) and tokens.lower(end) == "s"
    own = reading.date.year if reading.date is not None else 2000
    year = own // 100 * 100 + int(word)
    year -= 100 * (year > own + 10)
    if plural:
        return (
            Figure(index, end + 1, "date", time=f"{year // 10:03}") if year % 10 == 0 and year > 0 else None
        )
    placed = tokens.lower(index - 1) in ("in", "since", "of", "by", "until", "from", "to", "summer", "winter")
    if not placed or (tokens.lower(end).isalpha() and tokens.lower(end) not in _AFTER) or year < 1:
        return None
    return Figure(index, end, "date", time=f"{year:04}")


def decade_word(reading: Reading, index: int) -> Figure | None:
    """The nineties, the roaring twenties: a decade of the twentieth century."""
    tokens = reading.tokens
    if (
        tokens.lower(index - 1) not in ("the", "early", "late", "mid", "-")
        and tokens.lower(index - 2) != "the"
    ):
        return None
    return Figure(index, index + 1, "date", time=f"19{DECADES[tokens.lowers[index]] // 10}")


def spelled_year(reading: Reading, index: int) -> Figure | None:
    """A year or a decade in words: nineteen ninety-four, nineteen oh five, the nineteen-sixties."""
    tokens = reading.tokens
    lower, place = tokens.lowers[index], index + 1
    place += tokens.lower(place) == "-"
    if lower != "two" and tokens.lower(place) in DECADES:
        high = _CENTURIES[lower]
        return Figure(index, place + 1, "date", time=f"{(high + DECADES[tokens.lower(place)]) // 10}")
    found = spelled_year_at(tokens, index)
    if found is None:
        return None
    before, following = tokens.lower(index - 1), tokens.lower(found[1])
    if lower != "nineteen" and before != "year" and (before not in _BEFORE_SPELLED or following.isalpha()):
        return None
    return Figure(index, found[1], "date", time=f"{found[0]:04}")


def spelled_year_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The year that words may say, and the token after it; elsewhere the same words may count something."""
    high, place = _CENTURIES.get(tokens.lower(index), 0), index + 1
    if tokens.lower(index) == "two":
        return _thousands(tokens, index) if tokens.lower(place) == "thousand" else None
    place += tokens.lower(place) == "-"
    word = tokens.lower(place)
    if not high:
        return None
    if word in _TEENS:
        return high + _TEENS[word], place + 1
    if word == "oh" and tokens.lower(place + 1) in _ONES:
        return high + _ONES[tokens.lower(place + 1)], place + 2
    if word not in _TENS:
        return None
    year, end = high + _TENS[word], place + 1
    last = end + (tokens.lower(end) == "-")
    return (year + _ONES[tokens.lower(last)], last + 1) if tokens.lower(last) in _ONES else (year, end)


def _thousands(tokens: Tokens, index: int) -> tuple[int, int]:
    """Two thousand, two thousand and fifteen."""
    last = index + 2 + (tokens.lower(index + 2) == "and")
    word = tokens.lower(last)
    more = _ONES.get(word) or _TEENS.get(word)
    if more is not None:
        return 2000 + more, last + 1
    if word in _TENS:
        ones = last + 1 + (tokens.lower(last + 1) == "-")
        one = _ONES.get(tokens.lower(ones))
        return 2000 + _TENS[word] + (one or 0), last + 1 if one is None else ones + 1
    return 2000, index + 2


def century(reading: Reading, index: int) -> Figure | None:
    """The 19th century, the twenty-first century, nineteenth-century."""
    tokens = reading.tokens
    found = ordinal_at(tokens, index)
    if found is None:
        return None
    number, end = found
    end += tokens.lower(end) == "-" and tokens.joined(end)
    if tokens.lower(end) not in ("century", "centuries") or not 1 <= number <= 30:
        return None
    if tokens.lower(index - 1) in ("quarter", "half", "-"):
        return None
    if tokens.lower(end + 1).rstrip(".") in ("bc", "b.c", "bce"):
        return Figure(index, end + 2, "date", time=f"BC{number - 1:02}")
    return Figure(index, end + 1, "date", time=f"{number - 1:02}")
