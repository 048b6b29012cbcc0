from __future__ import annotations

import datetime as dt
import json
import sys
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fenttui.extract.figures import find_figures
from fenttui.extract.mention import Amount, FigureMention
from fenttui.extract.record import mention_record
from fenttui.extract.text.tokens import tokenize

VOCABULARY = (
    "1 2 5 10 1,000 12.5 .5 1.000,00 1,2,3 12/13/14 ½ ² $ US$ £ € ₹ Rs R N % ° °C C F - – — − + ~ / ("
    " ) [ ] ' \" 's ’s , . ; : and a an the of to from in on for per between or more than up million"
    " bn k m mm p cents percent per cent points point basis half third thirds dozen dozens hundreds"
    " hundred thousand lakh crore couple several one two twenty five -five km km/h square miles hour"
    " hours year years old aged people deaths officials Swiss dollars pounds rupees pesos yuan euros"
    " MUSD USD rose fell cut tariff tariffs imports exports Jane Roe sixfold times x minus 4-4-2"
    " 555-1234 ٣ １２ \n \n\n feet inches IT UP off-site most WAR half its 9 PS 1080p won share a"
)
WORDS = VOCABULARY.split(" ")
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=40)
TEXTS = SENTENCES.map(" ".join) | SENTENCES.map("".join) | st.text()


def figures(text: str) -> list[FigureMention]:
    return find_figures(tokenize(text), dt.date(2025, 4, 2))


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_amounts_lie_inside_of_the_text_apart_and_in_order(text: str) -> None:
    position = 0
    for mention in figures(text):
        assert position <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
        position = mention.end
        if isinstance(mention, Amount):
            measure = mention.measure
            ends = measure.value if isinstance(measure.value, tuple) else (measure.value,)
            assert list(ends) == sorted(ends)
            assert measure.of is None or 0 <= measure.of[0] < measure.of[1] <= len(text)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_figures_as_json(text: str) -> None:
    first = [mention_record(mention, text) for mention in figures(text)]
    assert first == [mention_record(mention, text) for mention in figures(text)]
    json.dumps(first, allow_nan=False)


WORST = [
    "5 ", "5,", "5-", "5/", "5.", "5 5", "$", "$ ", "$5", "-$", "1,000", "1,000,", "1.000,", "1 000 ", "½",
    "5 ½ ", "5 and ", "five ", "five hundred and ", "twenty-", "five-", "half a ", "a ", "dozens of ",
    "tens of thousands of ", "several hundred ", "5 to ", "from 5 to ", "between 5 and ", "5 or ", "5 km ",
    "5 square ", "5 km per ", "5 km/", "5 per cent ", "5 pounds ", "5 rupees ", "5 US ", "5 small ",
    "5 Swiss and ", "5 of the ", "one ", "one of ", "5%", "from 5% ", "from $5 to ", "rose ", "rose 5 % ",
    "cut tariffs to ", "tariffs on imports ", "Jane Roe, 44, ", "aged 5 to ", "5 feet 5 ", "5 dollars and ",
    "point five ", "5\n", "٣,", "5'000", ".5", "(5", "5)", "1/2", "9, ", "25, ", "4-4-2 ", "1/2 \n 18th, ",
]  # fmt: skip
SIZE = 800


def calls(text: str) -> int:
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    tokens = tokenize(text)
    sys.setprofile(counted)
    try:
        find_figures(tokens, None)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("unit", WORST, ids=repr)
def test_the_work_grows_no_faster_than_the_text(unit: str) -> None:
    calls(unit * 20)
    small, large = (calls(unit * (size // len(unit))) for size in (SIZE, 4 * SIZE))
    assert large < 4.5 * small + 2_000


UNITS = st.builds(
    lambda words, between, last: between.join(words) + last,
    st.lists(st.sampled_from([word for word in WORDS if word.strip()]), min_size=1, max_size=4),
    st.sampled_from(["", " "]),
    st.sampled_from(["", " ", ", "]),
)


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(UNITS)
def test_no_text_over_and_over_makes_the_work_grow_faster(unit: str) -> None:
    calls(unit * 20)
    small, large = (calls(unit * (size // len(unit))) for size in (SIZE, 4 * SIZE))
    assert large < 4.5 * small + 2_000


@pytest.mark.slow
def test_a_megabyte_of_the_worst_is_read() -> None:
    each = 1_000_000 // len(WORST)
    text = "".join(unit * (each // len(unit)) for unit in WORST)
    found = figures(text)
    assert len(found) > len(text) // 100
    for mention in found:
        assert 0 <= mention.start < mention.end <= len(text)
