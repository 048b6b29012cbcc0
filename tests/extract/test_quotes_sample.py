from __future__ import annotations

import pytest

from fenttui.extract import extract
from tests.support.quotes import misses, samples, score

FILES = ("first", "second", "unseen")


def test_the_samples_are_as_many_and_as_varied_as_they_should_be() -> None:
    texts = [sample for name in FILES for sample in samples(name)]
    assert len(texts) >= 12
    assert sum(len(sample.quotes) for sample in texts) >= 60


@pytest.mark.parametrize("name", FILES)
def test_nearly_every_quote_is_found_to_the_character_with_its_speaker(name: str) -> None:
    of = samples(name)
    reached = score(of)
    wrong = [row for sample in of for row in misses(sample)]
    assert reached.f1 >= 0.97, wrong
    assert reached.speakers >= 0.95, wrong


def test_most_speakers_are_right_with_the_actors_that_are_found_in_the_text() -> None:
    of = [sample for name in FILES for sample in samples(name)]
    reached = score(of, lambda sample: extract(sample.text))
    assert reached.f1 >= 0.95
    assert reached.speakers >= 0.8
