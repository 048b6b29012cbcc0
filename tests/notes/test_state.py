from __future__ import annotations

import datetime as dt

import pytest

from fenttui.notes.annotation import Anchor, Anchored, Annotation
from fenttui.notes.state import State, describe_doubt, state_of

NOW = dt.datetime(2025, 4, 3, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("tags", "anchor", "state", "doubt"),
    [
        ((), Anchor(0, 5, "position", 1.0), "attached", ""),
        ((), Anchor(0, 5, "quote", 0.99), "attached", ""),
        ((), Anchor(0, 5, "fuzzy", 0.94), "moved", "moved, 94 %"),
        ((), Anchor(0, 5, "context", 0.5), "moved", "moved, to one of several places, 50 %"),
        ((), Anchor(None, None, "orphan", 0.0), "orphan", "no longer found in the text"),
        (("conflict",), Anchor(0, 5, "position", 1.0), "conflict", ""),
    ],
)
def test_the_state_asks_what_is_to_be_looked_at(
    tags: tuple[str, ...], anchor: Anchor, state: State, doubt: str
) -> None:
    note = Anchored(Annotation("a", NOW, NOW, tags=tags), anchor)
    assert (state_of(note), describe_doubt(note)) == (state, doubt)
