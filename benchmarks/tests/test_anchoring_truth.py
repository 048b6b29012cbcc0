from random import Random

import pytest

from benchmarks.anchoring.edits import EDITS, with_twin, withdrawn
from benchmarks.anchoring.judging import judge, truth_of
from benchmarks.anchoring.tracked import NEW, original
from fenttui.notes.annotation import Anchor

TEXT = (
    "The minister spoke on Monday. Exports fell by a tenth in May, she said. Nobody asked her about it.\n\n"
    "In June they rose again. That was the news of the day.\n\nThe books stay closed, a clerk said.\n"
)
OTHERS = ["A sentence that stands in another article.", "One more of them, with other words in it."]
PASSAGE = (TEXT.index("fell"), TEXT.index(", she"))


@pytest.mark.parametrize("name", EDITS)
def test_every_edit_knows_where_its_characters_come_from(name: str) -> None:
    edited = EDITS[name](original(TEXT), Random(3), OTHERS)
    assert edited.text != TEXT
    assert len(edited.text) == len(edited.origins)
    kept = [
        (char, TEXT[origin])
        for char, origin in zip(edited.text, edited.origins, strict=True)
        if origin != NEW
    ]
    letters = [(now, then) for now, then in kept if now.isalnum()]
    assert letters
    assert all(now == then or not now.isascii() or not then.isascii() for now, then in letters)


def test_a_passage_without_its_sentence_is_gone_though_its_twin_stays() -> None:
    doubled = with_twin(TEXT, *PASSAGE, Random(3), OTHERS)
    assert doubled.count(TEXT[slice(*PASSAGE)]) == 2
    edited = withdrawn(doubled, *PASSAGE)
    truth = truth_of(edited, doubled, *PASSAGE)
    assert truth.fate == "gone"
    start = edited.text.index("fell by a tenth")
    assert judge(truth, Anchor(start, start + 10, "quote", 1.0), edited) == "wrong"
    assert judge(truth, Anchor(None, None, "orphan", 0.0), edited) == "orphan"


def test_only_the_words_themselves_are_right_where_they_stand() -> None:
    edited = original(TEXT)
    truth = truth_of(edited, TEXT, *PASSAGE)
    start, end = PASSAGE
    assert truth.fate == "stands"
    assert judge(truth, Anchor(start, end, "position", 1.0), edited) == "right"
    assert judge(truth, Anchor(start, end - 8, "fuzzy", 0.8), edited) == "near"
    assert judge(truth, Anchor(0, 20, "fuzzy", 0.8), edited) == "wrong"
