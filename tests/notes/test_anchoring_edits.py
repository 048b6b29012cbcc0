"""What an edit of an article does to the notes on it."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fenttui.notes.anchoring import CERTAIN, anchor, make_target, places
from fenttui.notes.annotation import Anchor, Target

TEXT = """The ministry said on Monday that exports had grown by a third since spring. Analysts doubted it.

“We never saw such well-known figures,” Zoë Müller, an economist in Bonn, told reporters.
She asked for the books.

The South said output fell by a tenth in May. Officials of the North said that they would look into it.
"""
QUOTE = "“We never saw such well-known figures,” Zoë Müller, an economist in Bonn"
SENTENCE = "She asked for the books."


def target_of(words: str, text: str = TEXT) -> Target:
    start = text.index(words)
    return make_target(text, start, start + len(words))


def words_at(text: str, found: Anchor) -> str:
    return "" if found.start is None else text[found.start : found.end]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("“We never saw such well-known figures,”", '"We never saw such well-known figures,"'),
        ("well-known", "well‐known"),
        ("saw such", "saw\nsuch"),
        ("saw such", "saw  such"),
        ("saw such", "saw\N{NO-BREAK SPACE}such"),
        ("economist", "econo\N{SOFT HYPHEN}mist"),
        ("economist", "econo\N{ZERO WIDTH SPACE}mist"),
        ("Zoë Müller", unicodedata.normalize("NFD", "Zoë Müller")),
    ],
)
def test_the_same_words_in_other_signs_are_surely_the_passage(old: str, new: str) -> None:
    text = TEXT.replace(old, new)
    found = anchor(text, target_of(QUOTE))
    assert words_at(text, found) == QUOTE.replace(old, new)
    assert CERTAIN <= found.score < 1.0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("figures", "figurse"),
        ("never saw", "have never seen"),
        ("an economist in Bonn", "the chief economist in Bonn"),
        ("Zoë Müller,", "Zoë Müller, who left the bank in May,"),
    ],
)
def test_a_passage_whose_words_were_changed_is_found_and_not_taken_for_certain(old: str, new: str) -> None:
    text = "A line in front of all.\n\n" + TEXT.replace(old, new)
    found = anchor(text, target_of(QUOTE))
    assert words_at(text, found) == QUOTE.replace(old, new)
    assert found.found == "fuzzy"
    assert 0.5 < found.score < 1.0


def test_a_passage_after_a_new_sentence_is_surely_where_it_is() -> None:
    text = TEXT.replace(SENTENCE, f"Nobody had an answer for the press so far. {SENTENCE}")
    found = anchor(text, target_of(SENTENCE))
    assert words_at(text, found) == SENTENCE
    assert found.score >= CERTAIN


def test_a_passage_that_was_withdrawn_is_an_orphan_though_its_twin_stays() -> None:
    before = (
        TEXT + "\nIn June, too, a clerk read aloud: exports had grown by a third since spring, he added.\n"
    )
    target = target_of("exports had grown by a third since spring", before)
    after = before.replace("The ministry said on Monday that exports had grown by a third since spring. ", "")
    assert anchor(after, target).found == "orphan"
    # The reader is shown where the words stand, and decides.
    assert [words_at(after, each) for each in places(after, target)][:1] == [target.exact]


def test_another_speakers_same_words_are_doubtful() -> None:
    target = target_of("output fell by a tenth", TEXT.replace("The South", "The North", 1))
    found = anchor(TEXT, target)
    assert found.found == "orphan" or found.score < CERTAIN


def test_a_short_word_does_not_go_to_a_word_like_it() -> None:
    target = target_of("Linus", "It was told to me that Linus wrote this kernel at home.")
    assert anchor("We had lunch with the chines of a ship and with minus signs.", target).found == "orphan"


@pytest.mark.parametrize(("word", "found"), [("Müler", True), ("Mluler", False)])
def test_a_short_passage_may_have_one_error(word: str, found: bool) -> None:
    text = TEXT.replace("Müller", word)
    assert words_at(text, anchor(text, target_of("Müller"))) == (word if found else "")


def test_letters_that_changed_places_are_one_error() -> None:
    text = TEXT.replace("books", "boosk")
    assert words_at(text, anchor(text, target_of("books"))) == "boosk"


def test_equal_lines_are_told_apart_by_what_stands_before_them() -> None:
    lines = [f"{name}: 10 percent." for name in ("China", "India", "Japan", "Spain")]
    before, after = "\n".join(lines), "\n".join(["Chile: 10 percent.", *lines])
    start = before.index("10", before.index("India"))
    found = anchor(after, make_target(before, start, start + 10))
    assert found.start is not None
    assert after[: found.start].endswith("India: ")


def test_of_places_that_nothing_tells_apart_the_nearest_is_taken_and_the_note_says_so() -> None:
    line = "The same line stands here over and over again, every time.\n"
    before = line * 6
    start = before.index("over and over", 3 * len(line))
    after = line * 7
    found = anchor(after[1:], make_target(before, start, start + 13))
    assert words_at(after[1:], found) == "over and over"
    assert found.score <= 0.5 or found.start == start


def test_a_target_without_surroundings_is_found_by_its_words() -> None:
    found = anchor(TEXT, Target(SENTENCE, "", "", 0, 0))
    assert (words_at(TEXT, found), found.score) == (SENTENCE, 1.0)


@given(
    start=st.integers(0, len(TEXT) - 30),
    size=st.integers(1, 80),
    at=st.integers(0, len(TEXT)),
    inserted=st.text("xyz .\n", max_size=40),
)
@settings(max_examples=200, deadline=None)
def test_an_insertion_outside_of_a_passage_leaves_it_on_its_words(
    start: int, size: int, at: int, inserted: str
) -> None:
    end = min(len(TEXT), start + size)
    if start < at < end or not TEXT[start:end].strip():
        return
    text = TEXT[:at] + inserted + TEXT[at:]
    found = anchor(text, make_target(TEXT, start, end))
    shift = len(inserted) if at <= start else 0
    if (
        found.found != "orphan"
        and found.score >= CERTAIN
        and text[start + shift : end + shift] == TEXT[start:end]
    ):
        lead = len(TEXT[start:end]) - len(TEXT[start:end].lstrip())
        assert not text[found.start : start + shift + lead].strip()
        assert (found.end or 0) > start + shift + lead


def test_places_are_the_likeliest_first_and_never_overlap() -> None:
    text = f"{SENTENCE} And again: {SENTENCE}\n{TEXT}"
    found = places(text, target_of(SENTENCE))
    assert [words_at(text, each) for each in found] == [SENTENCE] * 3
    assert found[0].start == text.rindex(SENTENCE)
    spans = sorted((each.start or 0, each.end or 0) for each in found)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
