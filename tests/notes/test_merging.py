from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from fenttui.notes.annotation import Annotation, Target
from fenttui.notes.merging import NoteRules
from fenttui.storage.merging import merge_records

NOW = dt.datetime(2025, 4, 3, tzinfo=dt.UTC)
NOTE = Annotation("a", NOW, NOW, body="as it was", unknown={"kept": 1})
OURS = replace(NOTE, body="ours", modified=NOW + dt.timedelta(hours=1))
THEIRS = replace(NOTE, body="theirs", modified=NOW + dt.timedelta(hours=2))


def joined(base: list[Annotation], ours: list[Annotation], theirs: list[Annotation]) -> list[Annotation]:
    before, mine, others = ({note.id: note for note in side} for side in (base, ours, theirs))
    return list(merge_records(before, mine, others, NoteRules(lambda: "new")).records.values())


def test_additions_of_both_sides_are_joined() -> None:
    one, two = replace(NOTE, id="1"), replace(NOTE, id="2")
    assert joined([NOTE], [NOTE, one], [NOTE, two]) == [NOTE, one, two]


def test_a_change_of_one_side_is_taken() -> None:
    assert joined([NOTE], [OURS], [NOTE]) == [OURS]
    assert joined([NOTE], [NOTE], [THEIRS]) == [THEIRS]


def test_a_deletion_of_one_side_is_taken() -> None:
    assert joined([NOTE], [], [NOTE]) == []
    assert joined([NOTE], [NOTE], []) == []


def test_a_change_of_an_unknown_key_is_a_change() -> None:
    changed = replace(NOTE, unknown={"kept": 2})
    (result,) = joined([NOTE], [NOTE], [changed])
    assert result.unknown == {"kept": 2}


def test_changes_of_different_fields_of_one_note_are_joined() -> None:
    tagged = replace(NOTE, tags=("t",), modified=NOW + dt.timedelta(hours=2))
    assert joined([NOTE], [OURS], [tagged]) == [replace(OURS, tags=("t",), modified=tagged.modified)]


def test_of_a_conflict_both_versions_are_kept_and_theirs_is_tagged() -> None:
    assert joined([NOTE], [OURS], [THEIRS]) == [
        OURS,
        replace(THEIRS, id="new", tags=("conflict",), conflicts_with=OURS.id),
    ]


def test_a_note_that_they_changed_and_we_deleted_stays_and_is_tagged() -> None:
    assert joined([NOTE], [], [THEIRS]) == [replace(THEIRS, tags=("conflict",))]


def test_a_note_that_we_changed_and_they_deleted_stays() -> None:
    assert joined([NOTE], [OURS], []) == [OURS]


def test_an_order_of_unknown_keys_is_no_change_of_a_note() -> None:
    base = replace(NOTE, unknown={"x": 1, "y": {"a": 1, "b": 2}})
    reordered = replace(base, unknown={"y": {"b": 2, "a": 1}, "x": 1}, modified=THEIRS.modified)
    assert joined([base], [replace(base, body="ours")], [reordered]) == [
        replace(base, body="ours", modified=THEIRS.modified)
    ]
    assert joined([base], [], [replace(base, unknown={"y": {"b": 2, "a": 1}, "x": 1})]) == []


def test_an_unknown_value_of_another_type_is_a_change() -> None:
    for before, after in ((1, True), (Decimal("1.0"), Decimal("1.00")), ("1", 1)):
        (result,) = joined(
            [replace(NOTE, unknown={"x": before})],
            [replace(OURS, unknown={"x": before})],
            [replace(NOTE, unknown={"x": after})],
        )
        assert (result.body, repr(result.unknown["x"])) == ("ours", repr(after))


def test_a_value_that_is_no_number_is_no_clash_with_itself() -> None:
    base, ours, theirs = (
        replace(note, unknown={"x": [Decimal("nan")]}) for note in (NOTE, OURS, replace(NOTE, tags=("t",)))
    )
    (result,) = joined([base], [ours], [theirs])
    assert (result.body, result.tags) == ("ours", ("t",))


def test_a_passage_that_was_found_anew_does_not_bring_a_deleted_note_back() -> None:
    base = replace(NOTE, target=Target("said", "China ", " no.", 6, 10))
    moved = replace(NOTE, target=Target("said", "Today China ", " no.", 12, 16))
    assert joined([base], [], [moved]) == []
    elsewhere = replace(NOTE, target=Target("no", "said ", ".", 11, 13))
    assert [note.tags for note in joined([base], [], [elsewhere])] == [("conflict",)]


versions = st.sampled_from([None, "x", "y", "z"])


@given(sides=st.tuples(versions, versions, versions))
@settings(max_examples=64, deadline=None)
def test_no_text_that_one_side_wrote_is_ever_missing(
    sides: tuple[str | None, str | None, str | None],
) -> None:
    base, ours, theirs = ([replace(NOTE, body=body)] if body else [] for body in sides)
    bodies = {note.body for note in joined(base, ours, theirs)}
    old = {note.body for note in base}
    assert bodies >= {note.body for note in (*ours, *theirs)} - old
