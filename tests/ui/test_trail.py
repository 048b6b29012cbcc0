from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from fenttui.ui.widgets.reader.jumps import Location, Trail

A, B, C, D = (Location("x", offset) for offset in range(4))


def trail_of(*locations: Location) -> Trail:
    trail = Trail()
    for location in locations:
        trail.leave(location)
    return trail


def test_back_and_forward_return_to_where_one_was() -> None:
    trail = trail_of(A, B)
    assert trail.back(here=C) == B
    assert trail.back(here=B) == A
    assert trail.back(here=A) is None
    assert trail.forward() == B
    assert trail.forward() == C
    assert trail.forward() is None
    assert trail.back(2, here=C) == A
    assert trail.forward(9) == C


def test_a_new_jump_stands_at_the_end_and_nothing_is_forward_of_it() -> None:
    trail = trail_of(A, B, C)
    assert trail.back(2, here=D) == B
    trail.leave(Location("x", 9))
    assert trail.forward() is None
    assert [trail.back(), trail.back(), trail.back()] == [Location("x", 9), D, C]


def test_a_location_stands_once_in_the_list() -> None:
    trail = trail_of(A, B, A)
    assert trail.back(here=C) == A
    assert trail.back() == B
    assert trail.back() is None


def test_a_jump_from_a_table_comes_back_to_the_table() -> None:
    trail = trail_of(A)
    trail.leave(Location("x", 1, "actors"))
    assert trail.back(here=C) == Location("x", 1, "actors")
    assert trail.back() == A


def test_the_location_before_the_last_jump_is_gone_to_and_come_back_from() -> None:
    trail = Trail()
    assert trail.swap(B) is None
    trail.leave(Location("x", 0))
    assert trail.swap(B) == A
    assert trail.swap(A) == B
    assert trail.swap(B) == A
    assert trail.back(here=A) == B


def test_there_is_nothing_back_where_nothing_was_left() -> None:
    trail = Trail()
    assert trail.back(here=A) is None
    assert trail.forward() is None
    assert trail.annotated is None


def test_only_the_last_hundred_jumps_are_kept() -> None:
    trail = trail_of(*(Location("x", offset) for offset in range(250)))
    assert trail.back(1000, here=Location("y", 0)) == Location("x", 151)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(0, 5), min_size=1, max_size=12), st.integers(1, 5))
def test_forward_takes_back_what_back_did(offsets: list[int], count: int) -> None:
    trail = trail_of(*(Location("x", offset) for offset in offsets))
    here = Location("y", 0)
    went = [location for location in (trail.back(here=here) for _ in range(count)) if location]
    came = [trail.forward() for _ in went]
    assert came == [*reversed(went[:-1]), here]
