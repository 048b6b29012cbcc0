from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from fenttui.notes.merging import BOTH_KEPT, CAME_BACK
from fenttui.notes.notebook import CHANGED_ELSEWHERE, Notebook
from fenttui.notes.store import load_notes
from fenttui.problem import ProblemError
from tests.support.full_disk import full_disk


@pytest.fixture
def open_notebook(article, notes_file, clock):
    """Opens the notes as one more program would."""
    return lambda: Notebook(article, notes_file, clock, author="Ada")


@pytest.fixture
def notebook(open_notebook) -> Notebook:
    return open_notebook()


def bodies(notebook: Notebook) -> list[str]:
    return [note.annotation.body for note in notebook.anchored]


def on_disk(notebook: Notebook) -> list[str]:
    return [note.body for note in load_notes(notebook.path).annotations]


def test_a_new_note_is_on_the_disk_at_once_with_all_that_was_given(notebook):
    note = notebook.add((0, 5), "Who?", ["t"], "red")
    (saved,) = load_notes(notebook.path).annotations
    assert saved == note
    assert (note.author, note.tags, note.color, note.body) == ("Ada", ("t",), "red", "Who?")
    assert note.target.exact == "China"
    assert note.created == note.modified == dt.datetime(2025, 4, 3, 9, 13, 44, tzinfo=dt.UTC)
    assert not notebook.unsaved


def test_notes_come_in_text_order_however_they_were_made(notebook, open_notebook):
    notebook.add((40, 60), "later in the text")
    notebook.add((0, 5), "first in the text")
    notebook.add(None, "on the article")
    expected = ["on the article", "first in the text", "later in the text"]
    assert bodies(notebook) == bodies(open_notebook()) == expected


def test_a_note_on_nothing_is_refused_and_changes_nothing(notebook):
    with pytest.raises(ValueError, match="no passage"):
        notebook.add((5, 5), "on nothing")
    assert notebook.anchored == ()
    assert notebook.undo() is None


def test_an_edit_changes_what_is_given_and_the_time_of_modification(notebook):
    note = notebook.add((0, 5), "Who?", ["t"])
    changed = notebook.edit(note.id, body="Who says so?")
    assert (changed.body, changed.tags, changed.created) == ("Who says so?", ("t",), note.created)
    assert changed.modified > note.modified
    assert load_notes(notebook.path).annotations == (changed,)


def test_an_edit_that_changes_nothing_is_no_step_to_undo(notebook):
    note = notebook.add((0, 5), "Who?")
    assert notebook.edit(note.id, body="Who?") == note
    assert notebook.undo() == "new note removed"


def test_undo_and_redo_go_through_every_change_and_the_disk_follows(notebook):
    note = notebook.add((0, 5), "one")
    notebook.edit(note.id, body="two")
    notebook.delete(note.id)
    assert notebook.undo() == "deleted note restored"
    assert on_disk(notebook) == ["two"]
    assert notebook.undo() == "edit undone"
    assert on_disk(notebook) == ["one"]
    assert load_notes(notebook.path).annotations == (note,)
    assert notebook.undo() == "new note removed"
    assert on_disk(notebook) == []
    assert notebook.undo() is None
    assert [notebook.redo() for _ in range(4)] == [
        "note added again", "edit redone", "note deleted again", None,
    ]  # fmt: skip
    assert on_disk(notebook) == []


def test_a_new_change_ends_what_could_be_redone(notebook):
    notebook.add((0, 5), "one")
    notebook.undo()
    notebook.add((0, 5), "two")
    assert notebook.redo() is None
    assert bodies(notebook) == ["two"]


def test_a_change_that_cannot_be_saved_stays_in_memory_until_it_can(notebook, open_notebook):
    notebook.add((0, 5), "saved")
    with full_disk():
        with pytest.raises(ProblemError, match="no space left on device"):
            notebook.add((6, 10), "unsaved")
        with pytest.raises(ProblemError):
            notebook.save()
    assert notebook.unsaved
    assert bodies(notebook) == ["saved", "unsaved"]
    assert bodies(open_notebook()) == ["saved"]
    notebook.save()
    assert not notebook.unsaved
    assert bodies(open_notebook()) == ["saved", "unsaved"]


def test_an_undo_that_cannot_be_saved_is_done_in_memory_and_saved_later(notebook):
    notebook.add((0, 5), "one")
    with full_disk(), pytest.raises(ProblemError):
        notebook.undo()
    assert (bodies(notebook), on_disk(notebook)) == ([], ["one"])
    notebook.save()
    assert on_disk(notebook) == []
    assert notebook.redo() == "note added again"


def test_two_programs_each_keep_what_the_other_wrote(notebook, open_notebook):
    other = open_notebook()
    notebook.add((0, 5), "ours")
    other.add((6, 10), "theirs")
    notebook.add(None, "ours again")
    assert bodies(notebook) == bodies(open_notebook()) == ["ours again", "ours", "theirs"]


def test_a_reload_takes_in_what_another_program_wrote(notebook, open_notebook):
    note = notebook.add((0, 5), "ours")
    other = open_notebook()
    assert notebook.reload() is False
    other.edit(note.id, body="theirs")
    assert notebook.reload() is True
    assert bodies(notebook) == ["theirs"]


def test_a_reload_keeps_what_is_unsaved(notebook, open_notebook):
    note = notebook.add((0, 5), "one")
    other = open_notebook()
    with full_disk(), pytest.raises(ProblemError):
        notebook.edit(note.id, body="unsaved")
    other.add((6, 10), "theirs")
    assert notebook.reload() is True
    assert bodies(notebook) == ["unsaved", "theirs"]
    assert notebook.unsaved
    notebook.save()
    assert bodies(open_notebook()) == ["unsaved", "theirs"]


def test_a_reload_of_a_vanished_file_keeps_the_notes_for_the_next_save(notebook):
    notebook.add((0, 5), "one")
    notebook.path.unlink()
    assert notebook.reload() is False
    assert notebook.unsaved
    notebook.save()
    assert on_disk(notebook) == ["one"]


def test_undo_leaves_alone_a_note_that_another_program_changed(notebook, open_notebook):
    note = notebook.add((0, 5), "one")
    notebook.edit(note.id, body="two")
    open_notebook().edit(note.id, body="theirs")
    notebook.reload()
    assert notebook.undo() == CHANGED_ELSEWHERE
    assert notebook.undo() == CHANGED_ELSEWHERE
    assert notebook.undo() is None
    assert bodies(notebook) == on_disk(notebook) == ["theirs"]


def test_undo_of_an_edit_keeps_the_other_programs_change_of_another_field(notebook, open_notebook):
    note = notebook.add((0, 5), "one")
    notebook.edit(note.id, body="two")
    open_notebook().edit(note.id, tags=["theirs"])
    notebook.reload()
    assert notebook.undo() == "edit undone"
    (kept,) = load_notes(notebook.path).annotations
    assert (kept.body, kept.tags) == ("one", ("theirs",))


def test_undo_of_a_deletion_does_not_depend_on_notes_of_others(notebook, open_notebook):
    note = notebook.add((0, 5), "one")
    notebook.delete(note.id)
    open_notebook().add((6, 10), "theirs")
    assert notebook.undo() == "deleted note restored"
    assert bodies(notebook) == ["one", "theirs"]


def test_a_note_stays_with_its_passage_when_the_article_grows(make_article, notebook, notes_file, clock):
    notebook.add((0, 5), "on China")
    longer = make_article("Today: " + make_article().text)
    (found,) = Notebook(longer, notes_file, clock).anchored
    assert longer.text[found.anchor.start : found.anchor.end] == "China"
    assert found.anchor.found == "quote"


def test_an_edit_can_be_undone_after_the_passage_moved(make_article, notebook, notes_file, clock):
    note = notebook.add((6, 10), "one")
    moved = Notebook(make_article("Today: " + make_article().text), notes_file, clock)
    moved.edit(note.id, body="two")
    assert moved.undo() == "edit undone"
    assert (bodies(moved), moved.anchored[0].anchor.start) == (["one"], 13)


def test_a_broken_file_opens_without_notes_and_is_saved_to_once_it_is_mended(notebook, open_notebook):
    notebook.add((0, 5), "in the file")
    good = notebook.path.read_bytes()
    notebook.path.write_bytes(good + b"= broken")
    second = open_notebook()
    assert second.anchored == ()
    assert "is not valid TOML" in second.problems[0].message
    with pytest.raises(ProblemError):
        second.add((6, 10), "in memory")
    assert notebook.path.read_bytes() == good + b"= broken"
    notebook.path.write_bytes(good)
    second.save()
    assert bodies(open_notebook()) == ["in the file", "in memory"]
    assert second.problems == ()


def test_unknown_ids_are_refused(notebook):
    for change in (lambda: notebook.edit("none", body="x"), lambda: notebook.delete("none")):
        with pytest.raises(KeyError):
            change()
    assert notebook.find("none") is None


def test_unknown_keys_of_a_note_outlive_an_edit(notebook):
    note = notebook.add((0, 5), "one")
    text = notebook.path.read_text().replace('body = "one"', 'body = "one"\nmine = 7')
    notebook.path.write_text(text)
    notebook.reload()
    notebook.edit(note.id, body="two")
    assert "mine = 7" in notebook.path.read_text()
    assert notebook.find(note.id) == replace(note, body="two", modified=notebook.find(note.id).modified)


def test_a_conflict_is_told_once(notebook, open_notebook):
    note = notebook.add((0, 5), "first")
    other = open_notebook()
    other.edit(note.id, body="theirs")
    assert other.take_clash() is None
    notebook.edit(note.id, body="ours")
    assert notebook.take_clash() == BOTH_KEPT
    assert notebook.take_clash() is None
    assert sorted(bodies(notebook)) == ["ours", "theirs"]


def test_a_deleted_note_that_another_program_changed_comes_back_and_says_so(notebook, open_notebook):
    note = notebook.add((0, 5), "first")
    open_notebook().edit(note.id, body="theirs")
    notebook.delete(note.id)
    assert notebook.take_clash() == CAME_BACK
    assert bodies(notebook) == ["theirs"]


def test_a_conflict_that_a_reload_finds_is_told_too(notebook, open_notebook):
    note = notebook.add((0, 5), "first")
    other = open_notebook()
    with full_disk(), pytest.raises(ProblemError):
        notebook.edit(note.id, body="ours")
    other.edit(note.id, body="theirs")
    notebook.reload()
    assert sorted(bodies(notebook)) == ["ours", "theirs"]
    assert notebook.take_clash() == BOTH_KEPT
    notebook.save()
    assert notebook.take_clash() is None
    assert sorted(on_disk(notebook)) == ["ours", "theirs"]


def test_what_another_program_tagged_conflict_itself_is_no_news(notebook, open_notebook):
    note = notebook.add((0, 5), "first")
    other = open_notebook()
    other.edit(note.id, tags=["conflict"])
    notebook.edit(note.id, body="ours")
    assert notebook.take_clash() is None


def test_a_file_that_cannot_be_read_is_told_until_it_is_mended(open_notebook, notes_file):
    notes_file.parent.mkdir()
    notes_file.write_text("schema = 1\n[[annotation]\n")
    notebook = open_notebook()
    assert notebook.unreadable.line == 2
    with pytest.raises(ProblemError):
        notebook.add((0, 5), "meanwhile")
    assert notebook.unreadable.line == 2
    notes_file.write_text("schema = 1\n")
    notebook.save()
    assert notebook.unreadable is None
    assert on_disk(notebook) == ["meanwhile"]
