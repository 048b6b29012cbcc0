from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fenttui.extract import extract
from fenttui.extract.mention import ActorMention, Quote
from fenttui.extract.quotes import find_quotes, with_quotes
from fenttui.extract.record import mention_record

VOCABULARY = (
    "said says told reporters that according to , . ? ! : ; — - ( ) \" “ ” ‘ ’ ' « » „ '' \n \n\n he she they"
    " it the a minister spokesman for of in on Monday Wang Yi Trump China Chinese officials and but adding"
    " claimed who quoted as saying Mr What It is was rain fell İ ß ﬁ"
)
WORDS = VOCABULARY.split(" ")
SPEECH = st.lists(st.sampled_from(WORDS), max_size=50).map(" ".join) | st.lists(
    st.sampled_from(WORDS), max_size=50
).map("".join)
TEXTS = SPEECH | st.text()


def assert_sound(text: str, quotes: tuple[Quote, ...]) -> None:
    position = 0
    for quote in quotes:
        assert quote.kind == "quote"
        assert position <= quote.start < quote.end <= len(text)
        assert text[quote.start : quote.end].strip() == text[quote.start : quote.end]
        if quote.cue is not None:
            assert 0 <= quote.cue[0] < quote.cue[1] <= len(text)
        position = quote.end


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_quotes_lie_apart_in_the_order_of_any_text(text: str) -> None:
    mentions = extract(text)
    quotes = find_quotes(text, mentions)
    assert_sound(text, quotes)
    assert find_quotes(text, mentions) == quotes
    actors = {mention.actor for mention in mentions if isinstance(mention, ActorMention)}
    assert all(quote.actor is None or quote.actor in actors for quote in quotes)
    json.dumps([mention_record(mention, text) for mention in with_quotes(text, mentions)])


LONG = {
    "no full stop": "Wang said the tariffs were high and he said ",
    "opening marks": "“ ",
    "straight marks": '" ',
    "single marks": "s' ",
    "opened anew": "“A.\n\n",
    "single opened anew": "‘a ",
    "commas": "a, ",
    "according to": "according to ",
    "said": "said ",
    "who said": "Wang, who said, ",
    "that": "said on that ",
    "brackets": "said (",
    "he said": "He said so. ",
    "quoted": "quoted a ",
    "fragments": 'called "a b c d" ',
    "one letter": "x",
    "new lines": "\n ",
    "full stops": ".",
    "hyphens": "said a-",
    "possessives": "said it's'",
}


@pytest.mark.parametrize("unit", LONG.values(), ids=LONG)
def test_the_time_grows_with_the_length_of_the_text_and_no_faster(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit)) + "x"
        mentions = tuple(
            ActorMention(at, at + 4, "person", actor="Wang")
            for at in range(0, len(text), len(unit))
            if text.startswith("Wang", at)
        )
        start = time.process_time()
        assert_sound(text, find_quotes(text, mentions))
        return time.process_time() - start

    seconds(1_000)
    assert seconds(240_000) < 40 * max(seconds(24_000), 0.02)
