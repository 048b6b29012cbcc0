"""Dates, times of day, durations and sets: which grammar reads a word that may start one."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from fenttui.extract.amounts.figure import Figure
from fenttui.extract.numbers.numerals import NUMBER_WORDS
from fenttui.extract.text.wordlists import word_set
from fenttui.extract.times.calendar_names import MONTHS, PARTS, WEEKDAYS, WEEKDAYS_OFTEN, year_at
from fenttui.extract.times.clock import NAMED, clock_time, spoken_hour, with_clock
from fenttui.extract.times.dates import day_alone, day_first, month_first
from fenttui.extract.times.distances import length_of_time
from fenttui.extract.times.durations import LONG, bare_unit, compact_length
from fenttui.extract.times.holidays import HOLIDAY_WORDS, holiday
from fenttui.extract.times.lengths import PLURALS, UNITS, VAGUE
from fenttui.extract.times.numeric import numeric_date
from fenttui.extract.times.periods import known_period, part_of_known_day
from fenttui.extract.times.quarters import CODES, FISCAL, quarter, with_quarter
from fenttui.extract.times.reading import Reading
from fenttui.extract.times.references import REFERENCES, reference
from fenttui.extract.times.relative import ORDER, ordered
from fenttui.extract.times.seasons import season
from fenttui.extract.times.sets import OFTEN, PREFIXES, every, often, prefixed, times_a
from fenttui.extract.times.spelled_years import DECADES, SPELLED, decade_word, spelled_year
from fenttui.extract.times.timex import SEASONS
from fenttui.extract.times.weekdays import TODAY, today, weekday
from fenttui.extract.times.years import APOSTROPHES, century, numeric_year, short_year

_Grammar = Callable[[Reading, int], Figure | None]
_SHADES = word_set("early late mid earlier later beginning start end middle midway")
_OF = word_set("beginning start end middle")
_ORDINALS = word_set(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth twenty thirty last latter"
)


def time_at(reading: Reading, index: int) -> Figure | None:
    """The time that starts at token `index`, remembered as what later words may count from."""
    lower = reading.tokens.lowers[index]
    for grammar in _GRAMMARS.get(lower, _DIGITS if lower[0].isdecimal() else ()):
        figure = grammar(reading, index)
        if figure is not None:
            figure = with_clock(reading, figure)
            reading.note(figure)
            return figure
    return None


def _shaded(reading: Reading, index: int) -> Figure | None:
    """Early March, mid-1990s, late last year, later in the day, the end of April."""
    tokens = reading.tokens
    lower, place = tokens.lowers[index], index + 1
    if lower in _OF:
        if tokens.lower(place) != "of":
            return None
        place += 1
    elif tokens.lower(place) in ("-", "–") and tokens.joined(place):
        place += 1
    place += tokens.lower(place) in ("in", "on") and lower in ("early", "late", "earlier", "later")
    place += tokens.lower(place) == "the"
    if place >= len(tokens) or tokens.lowers[place] in _SHADES:
        return None
    inner = time_at(reading, place)
    if inner is None or inner.kind not in ("date", "time") or inner.first < place:
        return None
    return Figure(index, inner.end, inner.kind, time=inner.time)


def _year(reading: Reading, index: int) -> Figure | None:
    found = numeric_year(reading, index)
    return with_quarter(reading, found) if found is not None else None


def _fiscal(reading: Reading, index: int) -> Figure | None:
    """Fiscal 2024, fiscal year 2024, FY2024, the fiscal first quarter."""
    tokens = reading.tokens
    place = index + 1 + (tokens.lower(index + 1) == "year")
    year = year_at(tokens, place)
    if year is None:
        return quarter(reading, index)
    return with_quarter(reading, Figure(index, place + 1, "date", time=f"{year:04}"))


def _table(*rows: tuple[Iterable[str], _Grammar]) -> dict[str, tuple[_Grammar, ...]]:
    table: dict[str, tuple[_Grammar, ...]] = {}
    for words, grammar in rows:
        for word in words:
            table[word] = (*table.get(word, ()), grammar)
    return table


_DIGITS: tuple[_Grammar, ...] = (
    clock_time,
    numeric_date,
    day_first,
    day_alone,
    quarter,
    century,
    times_a,
    _year,
    length_of_time,
)
_GRAMMARS = _table(
    (_SHADES, _shaded),
    (TODAY, today),
    (NAMED, clock_time),
    ((*WEEKDAYS, *WEEKDAYS_OFTEN), weekday),
    (HOLIDAY_WORDS, holiday),
    (MONTHS, month_first),
    ((*_ORDINALS, *CODES), quarter),
    ((*FISCAL, "fy"), _fiscal),
    (_ORDINALS, century),
    (_ORDINALS, day_first),
    (ORDER, ordered),
    (REFERENCES, reference),
    (SEASONS, season),
    (OFTEN, often),
    (PREFIXES, prefixed),
    (("every", "each", "per"), every),
    (SPELLED, spelled_year),
    (DECADES, decade_word),
    (APOSTROPHES, short_year),
    (("once", "twice", "thrice", *NUMBER_WORDS), times_a),
    (NUMBER_WORDS, spoken_hour),
    ((unit for unit, (_, granule) in UNITS.items() if granule is not None), known_period),
    (PARTS, part_of_known_day),
    ((*NUMBER_WORDS, *VAGUE, "a", "an", "another", "half", *"½¼¾"), length_of_time),
    (PLURALS, bare_unit),
    (LONG, compact_length),
)

START_WORDS = frozenset(_GRAMMARS)
"""The words, in lower case, that may start a time that no number starts."""
