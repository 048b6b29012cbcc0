from __future__ import annotations

import datetime as dt
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fenttui.extract.extraction import extract, extract_with_quotes
from fenttui.extract.record import mention_record
from fenttui.extract.text.composed import compose

TEXT = (
    "Minister Zoë Müller said São Tomé would pay 5 million euros on Tuesday. “We have résumés of 30"
    " percent of the façades,” Müller told Le Café Journal. Zoë left after three weeks. 한국 said no."
)
DATE = dt.date(2025, 4, 3)


def records(text: str, quotes: bool) -> list[object]:
    find = extract_with_quotes if quotes else extract
    found = [mention_record(mention, text) for mention in find(text, DATE)]
    return [
        {key: value for key, value in record.items() if key not in ("start", "end", "of", "cue", "text")}
        | {"text": normalize("NFC", str(record["text"]))}
        for record in found
    ]


@pytest.mark.parametrize("quotes", [False, True])
def test_decomposed_letters_change_nothing_that_is_found(quotes: bool) -> None:
    assert records(normalize("NFD", TEXT), quotes) == records(TEXT, quotes)


def test_the_spans_are_those_of_the_text_as_it_is() -> None:
    text = normalize("NFD", TEXT)
    spans = {text[each.start : each.end] for each in extract(text, DATE)}
    assert normalize("NFD", "Zoë Müller") in spans


@given(st.text("ae\u0308\u0301ëé한ᄒ\u1161\u11ab x", max_size=30))
@settings(max_examples=200, deadline=None)
def test_each_composed_character_knows_its_origin(text: str) -> None:
    composed = compose(text)
    assert composed.text == normalize("NFC", text)
    starts = [composed.origin((at, len(composed.text)))[0] for at in range(len(composed.text))]
    assert starts == sorted(starts)
    for at in range(len(composed.text) + 1):
        left, right = composed.origin((0, at)), composed.origin((at, len(composed.text)))
        if composed.origins is not None and at < len(composed.text):
            assert left[1] == right[0]
    assert composed.origin((0, len(composed.text))) == (0, len(text))
