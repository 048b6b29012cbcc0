from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fenttui.extract import extract
from fenttui.extract.mention import Time
from tests.support.time_examples import DATE, TIME_SECTIONS

DAY_TIME = r"T(?:\d\d:\d\d(?::\d\d)?|MO|AF|EV|NI)"
TIMEX3 = re.compile(
    r"PAST_REF|PRESENT_REF|FUTURE_REF"
    rf"|(?:\d{{4}}|XXXX)(?:-(?:(?:\d\d|XX)(?:-(?:\d\d|XX)(?:{DAY_TIME})?)?|Q[1-4]|H[12]|SP|SU|FA|WI"
    rf"|W\d\d(?:-WE)?|WXX-[1-7](?:{DAY_TIME})?))?"
    rf"|\d{{3}}|\d\d|BC\d{{2}}(?:\d\d)?|{DAY_TIME}"
    r"|P(?=[\dXT])(?:(?:\d+(?:\.\d+)?|X)(?:NI|WE|[YMWDECLQ]))*"
    r"(?:T(?=[\dX])(?:(?:\d+(?:\.\d+)?|X)[HMS])+)?"
)
"""What the values of TIMEX3 may be, as TimeML 1.2.1 and the guidelines of TIDES have them."""

WORDS = (
    "the a an this that last next past previous following same coming first second third two 2 9 16 31 95"
    " 1990 2025 2024-02-30 12/13/14 1.2.2024 17:30 5 p.m. noon midnight GMT January Feb. March May 30th"
    " September Monday Tuesday Sat. weekend morning night spring fall week weeks month months quarter year"
    " years day days decade century centuries fiscal half few several couple of ago earlier later before"
    " after from now in on by at to and - – , . ' 's s \n\n every each other twice daily early late mid end"
    " beginning Christmas Easter Chinese New Year Eve Day Good Friday nineteen ninety - four twenty"
    " thousand recent recently soon current future near term will said had ended Q 3 H 1 BC nineties ½ 1/2"
    " 99999999999999999999 ٣ ２０２５ long old"
)
TOKENS = re.findall(r"\S+|\n\n", WORDS)
TEXTS = st.lists(st.sampled_from(TOKENS), max_size=40).map(" ".join) | st.lists(
    st.sampled_from(TOKENS), max_size=20
).map("".join)
DATES = st.none() | st.dates() | st.sampled_from([dt.date.min, dt.date.max, dt.date(2024, 2, 29)])


@settings(max_examples=400, deadline=None)
@given(TEXTS, DATES)
def test_every_value_is_timex3_and_every_day_is_one_of_the_calendar(text: str, date: dt.date | None) -> None:
    for mention in extract(text, date):
        if not isinstance(mention, Time):
            continue
        assert TIMEX3.fullmatch(mention.value, 0), (text[mention.start : mention.end], mention.value)
        assert mention.value.isascii()
        if day := re.match(r"\d{4}-\d\d-\d\d", mention.value):
            dt.date.fromisoformat(day[0])
        elif re.match(r"\d{4}-\d\d", mention.value):
            assert 1 <= int(mention.value[5:7]) <= 12


@settings(max_examples=200, deadline=None)
@given(TEXTS, DATES)
def test_the_kind_of_a_time_agrees_with_its_value(text: str, date: dt.date | None) -> None:
    for mention in extract(text, date):
        if not isinstance(mention, Time):
            continue
        if mention.kind == "duration":
            assert mention.value[0] == "P"
        elif mention.kind == "date":
            assert not re.search(DAY_TIME, mention.value.replace("_REF", ""))


@pytest.mark.parametrize("example", [each for rows in TIME_SECTIONS.values() for each in rows], ids=str)
def test_what_comes_after_changes_no_time(example: tuple[str, str, str, str]) -> None:
    text = example[0]
    before = [(m.start, m.end, m.value) for m in extract(text, DATE) if isinstance(m, Time)]
    after = [
        (m.start, m.end, m.value)
        for m in extract(f"{text}\n\nHe met Ann in Oslo.", DATE)
        if isinstance(m, Time)
    ]
    assert after == before


@pytest.mark.parametrize(
    "phrase",
    [
        "March 3 to ",
        "1 and 2 and 3 and ",
        "two years and three months and ",
        "1/1/",
        "1990-95-",
        "the end of the beginning of ",
        "the year before the year after ",
        "from 5 to 6 to 7 p.m. ",
        "twenty-first of the twenty-",
        "last past next this coming ",
    ],
)
def test_a_long_text_of_times_alone_is_read_to_its_end(phrase: str) -> None:
    text = phrase * (30_000 // len(phrase)) + "It ended on May 5, 2020."
    assert [m.value for m in extract(text, DATE) if isinstance(m, Time)][-1] == "2020-05-05"
