from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from fenttui.notes.annotation import Annotation
from fenttui.notes.merging import merge

NOW = dt.datetime(2025, 4, 3, tzinfo=dt.UTC)
NOTE = Annotation("a", NOW, NOW, body="as it was", unknown={"kept": 1})
OURS = replace(NOTE, body="ours", modified=NOW + dt.timedelta(hours=1))
THEIRS = replace(NOTE, body="theirs", modified=NOW + dt.timedelta(hours=2))


def joined(base: list[Annotation], ours: list[Annotation], theirs: list[Annotation]) -> list[Annotation]:
    return list(merge(base, ours, theirs, lambda: "new"))


def test_additions_of_both_sides_are_joined():
    one, two = replace(NOTE, id="1"), replace(NOTE, id="2")
    assert joined([NOTE], [NOTE, one], [NOTE, two]) == [NOTE, one, two]


def test_a_change_of_one_side_is_taken():
    assert joined([NOTE], [OURS], [NOTE]) == [OURS]
    assert joined([NOTE], [NOTE], [THEIRS]) == [THEIRS]


def test_a_deletion_of_one_side_is_taken():
    assert joined([NOTE], [], [NOTE]) == []
    assert joined([NOTE], [NOTE], []) == []


def test_a_change_of_an_unknown_key_is_a_change():
    changed = replace(NOTE, unknown={"kept": 2})
    (result,) = joined([NOTE], [NOTE], [changed])
    assert result.unknown == {"kept": 2}


def test_changes_of_different_fields_of_one_note_are_joined():
    tagged = replace(NOTE, tags=("t",), modified=NOW + dt.timedelta(hours=2))
    assert joined([NOTE], [OURS], [tagged]) == [replace(OURS, tags=("t",), modified=tagged.modified)]


def test_of_a_conflict_both_versions_are_kept_and_theirs_is_tagged():
    assert joined([NOTE], [OURS], [THEIRS]) == [OURS, replace(THEIRS, id="new", tags=("conflict",))]


def test_a_note_that_they_changed_and_we_deleted_stays_and_is_tagged():
    assert joined([NOTE], [], [THEIRS]) == [replace(THEIRS, tags=("conflict",))]


def test_a_note_that_we_changed_and_they_deleted_stays():
    assert joined([NOTE], [OURS], []) == [OURS]


versions = st.sampled_from([None, "x", "y", "z"])


@given(sides=st.tuples(versions, versions, versions))
@settings(max_examples=64, deadline=None)
def test_no_text_that_one_side_wrote_is_ever_missing(sides):
    base, ours, theirs = ([replace(NOTE, body=body)] if body else [] for body in sides)
    bodies = {note.body for note in joined(base, ours, theirs)}
    old = {note.body for note in base}
    assert bodies >= {note.body for note in (*ours, *theirs)} - old
