from __future__ import annotations

import pytest

from tests.support.coreference import b_cubed, linked, muc
from tests.support.marked_text import sample

HALVES = {half: sample(half) for half in ("first", "second")}


def test_the_samples_are_large_enough_to_measure() -> None:
    texts = [text for half in HALVES.values() for text in half]
    assert len(texts) >= 25
    assert sum(len(linked(text)) for text in texts) >= 450


@pytest.mark.parametrize("half", HALVES)
def test_mentions_of_one_actor_are_joined_and_no_others(half: str) -> None:
    mentions = [linked(text) for text in HALVES[half]]
    assert b_cubed(mentions) >= 0.985
    assert muc(mentions) >= 0.98


def test_the_measure_falls_when_a_link_is_missed_or_wrong() -> None:
    right = linked("{p:a Wang Yi}. {p:a Wang}. {l:b Peru}.")
    missed = linked("{p:a Wang Yi}. {p:a Zhou}. {l:b Peru}.")
    wrong = linked("{p:a Wang Yi}. {p:c Wang}. {l:b Peru}.")
    assert b_cubed([right]) == muc([right]) == 1.0
    assert b_cubed([missed]) == pytest.approx(0.8)
    assert b_cubed([wrong]) == pytest.approx(0.8)
