"""Dates, times of day, durations and sets: which grammar reads a word that may start one."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from fenttui.extract.numbers.numerals import NUMBER_WORDS
from fenttui.extract.text.calendar_names import MONTHS, PARTS, WEEKDAYS, WEEKDAYS_OFTEN, year_at
from fenttui.extract.text.wordlists import word_set
from fenttui.extract.times.clock import NAMED, clock_time, spoken_hour, with_clock
from fenttui.extract.times.context import Context
from fenttui.extract.times.dates import day_alone, day_first, month_first
from fenttui.extract.times.distances import length_of_time
from fenttui.extract.times.durations import LONG, bare_unit, compact_length
from fenttui.extract.times.figure import TimeFigure
from fenttui.extract.times.holidays import HOLIDAY_WORDS, holiday
from fenttui.extract.times.lengths import PLURALS, UNITS, VAGUE
from fenttui.extract.times.numeric import numeric_date
from fenttui.extract.times.periods import known_period, part_of_known_day
from fenttui.extract.times.quarters import CODES, FISCAL, quarter, with_quarter
from fenttui.extract.times.references import REFERENCES, reference
from fenttui.extract.times.relative import ORDER, ordered
from fenttui.extract.times.seasons import season
from fenttui.extract.times.sets import OFTEN, PREFIXES, every, often, prefixed, times_a
from fenttui.extract.times.spelled_years import DECADES, SPELLED, decade_word, spelled_year
from fenttui.extract.times.timex import SEASONS
from fenttui.extract.times.weekdays import TODAY, today, weekday
from fenttui.extract.times.years import APOSTROPHES, century, numeric_year, short_year

_Grammar = Callable[[Context, int], TimeFigure | None]
_SHADES = word_set("early late mid earlier later beginning start end middle midway")
_OF = word_set("beginning start end middle")
_ORDINALS = word_set(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth twenty thirty last latter"
)


def time_at(context: Context, index: int) -> TimeFigure | None:
    """Return the time that starts at token `index`, remembered as what later words may count from."""
    lower = context.tokens.lowers[index]
    for grammar in _GRAMMARS.get(lower, _DIGITS if lower[0].isdecimal() else ()):
        figure = grammar(context, index)
        if figure is not None:
            figure = with_clock(context, figure)
            context.note(figure)
            return figure
    return None


def _shaded(context: Context, index: int) -> TimeFigure | None:
    """Return a time with a modifier: early March, mid-1990s, later in the day, the end of April."""
    tokens = context.tokens
    lower, position = tokens.lowers[index], index + 1
    if lower in _OF:
        if tokens.lower(position) != "of":
            return None
        position += 1
    elif tokens.lower(position) in ("-", "–") and tokens.joined(position):
        position += 1
    position += tokens.lower(position) in ("in", "on") and lower in ("early", "late", "earlier", "later")
    position += tokens.lower(position) == "the"
    if position >= len(tokens) or tokens.lowers[position] in _SHADES:
        return None
    inner = time_at(context, position)
    if inner is None or inner.kind not in ("date", "time") or inner.first < position:
        return None
    return TimeFigure(index, inner.end, inner.kind, inner.value)


def _year(context: Context, index: int) -> TimeFigure | None:
    found = numeric_year(context, index)
    return with_quarter(context, found) if found is not None else None


def _fiscal(context: Context, index: int) -> TimeFigure | None:
    """Return a fiscal year or quarter: fiscal 2024, FY2024, the fiscal first quarter."""
    tokens = context.tokens
    position = index + 1 + (tokens.lower(index + 1) == "year")
    year = year_at(tokens, position)
    if year is None:
        return quarter(context, index)
    return with_quarter(context, TimeFigure(index, position + 1, "date", f"{year:04}"))


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
