"""Times of day, and the day of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from fenttui.extract.amounts.figure import Figure
from fenttui.extract.text.calendar_names import month_of, numbered, weekday_of
from fenttui.extract.text.gazetteer import function_words
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set
from fenttui.extract.times.context import Context
from fenttui.extract.times.dates import RANGE, day_first, month_first
from fenttui.extract.times.figure import TimeFigure
from fenttui.extract.times.weekdays import TODAY, today, weekday

_ZONES = word_set(
    "gmt utc est edt pst pdt cst cdt mst mdt et pt ct bst cet cest eet eest msk ist wat eat cat sast hkt jst"
    " kst aest aedt nzst eastern pacific zulu"
)
_WIDE_ZONES = word_set("eastern central mountain pacific local moscow beijing tokyo london paris greenwich")
_HOURS = numbered("one two three four five six seven eight nine ten eleven twelve")
NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
_BEFORE = word_set("at by from until till to and or around about before after since between - – — , ( on")
"""What may stand before a time such as 17:30 that nothing else makes one."""
_DAY = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d-\d\d|WXX-\d)")
_NEAR = 4
"""How many figures before and after a time may hold its day."""
_STOPS = frozenset(".!?…\n")


def clock_time(context: Context, index: int) -> TimeFigure | None:
    """Return a time of day: 5 p.m., 5.30am, 17:30 GMT, 0900 GMT, noon.

    With its day where that follows at once.
    """
    tokens = context.tokens
    found = _clock(tokens, index)
    if found is None:
        return None
    clock, end = found
    day = _day_at(context, end)
    if day is not None and (date := _DAY.fullmatch(day.value)) is not None:
        return TimeFigure(index, day.end, "time", f"{date[0]}T{clock}")
    return TimeFigure(index, end, "time", f"T{clock}")


def with_clock(context: Context, figure: TimeFigure) -> TimeFigure:
    """Return a day with the time of day that follows at once: tomorrow 8:00am, 23.4.2022 14:55."""
    tokens, end = context.tokens, figure.end
    if figure.kind != "date" or not tokens.lower(end)[:1].isdecimal() or not _DAY.fullmatch(figure.value):
        return figure
    found = _clock(tokens, end)
    if found is None or (_half(tokens, end + 1) is None and ":" not in tokens.words[end]):
        return figure
    return TimeFigure(figure.first, found[1], "time", f"{figure.value}T{found[0]}")


def spoken_hour(context: Context, index: int) -> TimeFigure | None:
    """Return an hour in words: five o'clock, nine a.m."""
    tokens = context.tokens
    hour, half = _HOURS.get(tokens.lowers[index]), _half(tokens, index + 1)
    if hour is None or (half is None and tokens.lower(index + 1) not in ("o'clock", "o’clock")):
        return None
    return TimeFigure(index, _after_zone(tokens, index + 2), "time", f"T{_of_day(hour, half):02}:00")


def _half(tokens: Tokens, index: int) -> str | None:
    half = tokens.lower(index).replace(".", "")
    return half if half in ("am", "pm") else None


def _shared_half(tokens: Tokens, index: int) -> str | None:
    """Return the half of the day that the end of a range gives its start: 7 to 9 p.m., 9:30-11 a.m."""
    later = tokens.lower(index + 2)
    if tokens.lower(index + 1) not in RANGE or not later[:1].isdecimal():
        return None
    half = _half(tokens, index + 3)
    if half is None or tokens.lower(index - 1) not in ("from", "between", "at", ",", "(", "day"):
        return None
    hours = [word.partition(":")[0].partition(".")[0] for word in (tokens.lowers[index], later)]
    if not all(hour.isdecimal() and len(hour) <= 2 for hour in hours):
        return None
    first, second = (int(hour) % 12 for hour in hours)
    return half if first <= second else "am" if half == "pm" else "pm"


def _of_day(hour: int, half: str | None) -> int:
    return hour if half is None else hour % 12 + (12 if half == "pm" else 0)


def _clock(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Return the time of day that starts at token `index`, as 17:30, and the token after it."""
    lower = tokens.lowers[index]
    if lower in NAMED:
        return NAMED[lower], index + 1
    end = index + 1
    if lower == "12" and tokens.lower(end) in NAMED:
        return NAMED[tokens.lower(end)], end + 1
    half = _half(tokens, end) or _shared_half(tokens, index)
    if half is not None and lower[-3:-2] == ".":
        lower = lower.replace(".", ":")
    if len(lower) == 4 and lower.isdecimal() and tokens.lower(end) in ("gmt", "utc", "hours"):
        lower = f"{lower[:2]}:{lower[2:]}"
    parts = lower.split(":")
    if not all(part.isdecimal() and len(part) <= 2 for part in parts) or (
        tokens.joined(index) and tokens.words[index - 1] not in ("(", "-", "–", "—")
    ):
        return None
    numbers = [int(part) for part in parts]
    if half is not None:
        if not 1 <= numbers[0] <= 12:
            return None
        numbers[0], end = _of_day(numbers[0], half), end + (_half(tokens, end) is not None)
    elif len(parts) == 1:
        if tokens.lower(end) not in ("o'clock", "o’clock"):
            return None
        end += 1
    elif not _is_introduced(tokens, index, end):
        return None
    if len(numbers) == 1:
        numbers.append(0)
    if max(numbers[1:]) > 59 or (numbers[0] > 23 and numbers != [24, 0]):
        return None
    end += tokens.lower(end) == "hours"
    return ":".join(f"{number:02}" for number in numbers), _after_zone(tokens, end)


def _is_introduced(tokens: Tokens, index: int, end: int) -> bool:
    """Return whether 17:30 is a time of day rather than a score, a verse or a length."""
    before, following = tokens.lower(index - 1), tokens.lower(end)
    return (
        index == 0
        or before in _BEFORE
        or following in _ZONES
        or following in ("local", "hours")
        or before.endswith(("day", "morning", "evening", "night", "noon", "\n"))
        or month_of(tokens, end) is not None
        or weekday_of(tokens, end) is not None
    )


def _after_zone(tokens: Tokens, end: int) -> int:
    if tokens.lower(end) == "(" and tokens.lower(end + 1) in _ZONES:
        return end
    if tokens.lower(end) in _WIDE_ZONES and tokens.lower(end + 1) in ("time", "standard", "daylight", "mean"):
        end += 1
        return end + (1 if tokens.lower(end) == "time" else 1 + (tokens.lower(end + 1) == "time"))
    return end + (tokens.lower(end) in _ZONES and (tokens.words[end].isupper() or len(tokens.words[end]) > 4))


def _day_at(context: Context, end: int) -> TimeFigure | None:
    """Return the day that follows a time of day at once: noon Saturday, 5 p.m. Nov. 9."""
    if end >= len(context.tokens):
        return None
    if context.tokens.lowers[end] in TODAY and context.tokens.lowers[end] not in ("tonight", "overnight"):
        return today(context, end)
    return weekday(context, end) or month_first(context, end) or day_first(context, end)


def on_their_days(tokens: Tokens, figures: Sequence[Figure]) -> list[Figure]:
    """Return `figures` with every time of day on the nearest day of its sentence; without one it stays open.

    An article is about more days than its own, so that its date does not settle "at 4:00 pm".
    """
    return [
        replace(figure, value=f"{_day_of(tokens, figures, position)}{figure.value}")
        if isinstance(figure, TimeFigure) and figure.value[0] == "T"
        else figure
        for position, figure in enumerate(figures)
    ]


def _day_of(tokens: Tokens, figures: Sequence[Figure], position: int) -> str:
    figure = figures[position]
    found: list[tuple[int, str]] = []
    for other in figures[max(position - _NEAR, 0) : position + _NEAR + 1]:
        day = _DAY.match(other.value) if isinstance(other, TimeFigure) else None
        first, end = min(figure.end, other.end), max(figure.first, other.first)
        if day is not None and not _parted(tokens, first, end):
            found.append((end - first, day[0]))
    return min(found, key=lambda each: each[0])[1] if found else ""


def _parted(tokens: Tokens, first: int, end: int) -> bool:
    """Return whether a sentence ends between the tokens.

    "p.m. Then" ends one as well, "p.m. Tuesday" does not.
    """
    for index in range(first - 1, end):
        word = tokens.words[index]
        if word[0] in _STOPS and tokens.opens[index + 1]:
            return True
        if word[-1] == "." and tokens.capital[index + 1] and tokens.lowers[index + 1] in function_words():
            return True
    return False
