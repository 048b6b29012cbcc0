from __future__ import annotations

import datetime as dt
import time
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fenttui.notes.anchoring import anchor, anchor_note, in_text_order, make_target
from fenttui.notes.annotation import Annotation, Target

NOW = dt.datetime(2025, 4, 3, tzinfo=dt.UTC)


def note(identity: str, target: Target | None) -> Annotation:
    return Annotation(identity, NOW, NOW, target=target)


def test_a_target_keeps_32_code_points_around_the_passage() -> None:
    text = "🂡" * 40 + "passage" + "é" * 40
    target = make_target(text, 40, 47)
    assert (target.exact, target.prefix, target.suffix) == ("passage", "🂡" * 32, "é" * 32)


@pytest.mark.parametrize("span", [(0, 0), (3, 2), (-1, 2), (0, 99)])
def test_a_target_outside_the_text_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no passage"):
        make_target("short", *span)


def test_of_several_quotes_the_one_with_the_same_surroundings_is_found() -> None:
    text = "Mr Wang said no. Mrs Wang said yes. The Wang talks end."
    target = make_target(text, text.index("Wang said yes"), text.index(" said yes"))
    # Now another Wang is nearer to the old position than the right one.
    moved = "An introduction of its own. " + text
    found = anchor(moved, target)
    assert moved[found.start : found.end] == "Wang"
    assert moved[found.end :].startswith(" said yes")
    assert found.score == 1.0


def test_of_equal_quotes_the_nearest_to_the_old_position_is_found() -> None:
    target = Target("tax", "", "", start=22, end=25)
    found = anchor("tax ...... tax ...... .tax", target)
    assert (found.start, found.found) == (23, "context")
    assert found.score <= 0.5


def test_a_passage_that_is_gone_is_an_orphan() -> None:
    found = anchor("nothing of it", make_target("a passage", 2, 9))
    assert (found.start, found.end, found.found, found.score) == (None, None, "orphan", 0.0)


def test_an_empty_quote_is_an_orphan() -> None:
    assert anchor("text", Target("", "", "", 0, 0)).found == "orphan"


def test_a_note_on_the_whole_article_is_in_place_without_offsets() -> None:
    found = anchor_note("text", note("a", None)).anchor
    assert (found.start, found.end, found.found) == (None, None, "position")


def test_notes_stand_in_text_order_with_article_notes_first_and_orphans_last() -> None:
    text = "one two three"
    orphan = replace(make_target(text, 0, 3), exact="withdrawn")
    notes = {"z": make_target(text, 4, 7), "y": orphan, "x": make_target(text, 0, 3), "w": None}
    anchored = [anchor_note(text, note(name, target)) for name, target in notes.items()]
    assert [each.annotation.id for each in in_text_order(anchored)] == ["w", "x", "z", "y"]


def test_a_quote_that_overlaps_itself_a_million_times_is_found_in_time() -> None:
    text = "a" * 1_000_000 + "b"
    target = Target("a" * 300_000, "a" * 32, "b", start=5_000_000, end=5_300_000)
    started = time.perf_counter()
    found = anchor(text, target)
    assert time.perf_counter() - started < 5
    assert text[found.start : found.end] == target.exact


@given(text=st.text(min_size=1, max_size=200), data=st.data())
@settings(max_examples=100, deadline=None)
def test_unchanged_text_gives_the_same_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = anchor(text, make_target(text, start, end))
    assert (found.start, found.end, found.found, found.score) == (start, end, "position", 1.0)


@given(
    before=st.text("ab \n", max_size=60),
    exact=st.text("ab\N{GRINNING FACE}", min_size=1, max_size=5),
    after=st.text("ab \n", max_size=60),
    inserted=st.text("ab \n", min_size=1, max_size=60),
)
@settings(max_examples=200, deadline=None)
def test_a_passage_is_found_after_an_insertion_far_before_it(
    before: str, exact: str, after: str, inserted: str
) -> None:
    # Unlike anything else next to the passage: its surroundings are its own.
    text = f"{before}<{'-' * 40}>{exact}!{after}"
    start = text.index(">") + 1
    target = make_target(text, start, start + len(exact))
    moved = inserted + text
    assume(moved[start : start + len(exact)] != exact)
    found = anchor(moved, target)
    assert (found.start, found.end) == (start + len(inserted), start + len(inserted) + len(exact))


whole = st.integers(-(10**20), 10**20) | st.integers(-5, 60)


@given(text=st.text(max_size=60), parts=st.tuples(st.text(), st.text(), st.text()), start=whole, end=whole)
@settings(max_examples=200, deadline=None)
def test_any_selectors_are_survived_and_only_the_same_words_are_certain(
    text: str, parts: tuple[str, str, str], start: int, end: int
) -> None:
    found = anchor(text, Target(*parts, start=start, end=end))
    if found.start is None:
        assert (found.found, found.end, found.score) == ("orphan", None, 0.0)
    else:
        assert 0 <= found.start < (found.end or 0) <= len(text)
        assert 0 < found.score <= 1.0
        assert found.score < 1.0 or text[found.start : found.end] == parts[0]


def test_a_changed_passage_is_found_beside_another_that_has_its_words() -> None:
    text = (
        "He performed well among New Haven primary voters who believe that Bank Street is a boon for the "
        "economy, according to polling data. More than 6 in 10 New Haven Democratic voters said that Bank "
        "Street does more to hurt the economy than help, according to polling reported by a station. The "
        "winner won by almost 68 points among the 48 percent of voters who said Bank Street does more to "
        "help the economy."
    )
    passage = "who believe that Bank"
    start = text.index(passage)
    found = anchor(text.replace("believe", "eblieve"), make_target(text, start, start + len(passage)))
    assert (found.start, found.end) == (start, start + len(passage))
