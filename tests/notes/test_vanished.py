"""What vanishes from a notes' file under an open notebook is told, kept and brought back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from fenttui.articles.article import Article
from fenttui.notes.notebook import Notebook
from fenttui.notes.store import load_notes


@pytest.fixture
def notebook(article: Article, notes_file: Path, clock: Callable[..., object]) -> Notebook:
    return Notebook(article, notes_file, clock)  # type: ignore[arg-type]  # the fixture's clock


def bodies(notebook: Notebook) -> list[str]:
    return sorted(note.annotation.body for note in notebook.anchored)


def on_disk(path: Path) -> list[str]:
    return sorted(note.body for note in load_notes(path).annotations)


def test_an_old_copy_that_a_reload_finds_is_told_and_undone_in_one_step(
    notebook: Notebook, notes_file: Path
) -> None:
    notebook.add(None, "first")
    old = notes_file.read_bytes()
    notebook.add(None, "second")
    notebook.add(None, "third")
    notes_file.write_bytes(old)
    assert notebook.reload()
    assert notebook.take_clash() == "2 notes vanished from talks.toml: u brings them back"
    assert notebook.take_clash() is None
    assert bodies(notebook) == ["first"]
    assert notebook.undo() == "2 notes that had vanished brought back"
    assert bodies(notebook) == on_disk(notes_file) == ["first", "second", "third"]
    assert notebook.redo() == "2 notes as in the file again"
    assert bodies(notebook) == on_disk(notes_file) == ["first"]


def test_an_old_copy_that_a_save_finds_is_told_kept_beside_the_file_and_undone(
    notebook: Notebook, notes_file: Path
) -> None:
    notebook.add(None, "first")
    old = notes_file.read_bytes()
    notebook.add(None, "second")
    full = notes_file.read_bytes()
    notes_file.write_bytes(old)
    notebook.add(None, "third")
    assert notebook.take_clash() == "1 note vanished from talks.toml: u brings it back"
    assert on_disk(notes_file) == ["first", "third"]
    assert notes_file.with_name("talks.toml~").read_bytes() == full
    assert notebook.undo() == "1 note that had vanished brought back"
    assert on_disk(notes_file) == ["first", "second", "third"]


def test_the_older_version_of_a_note_is_a_loss_too(notebook: Notebook, notes_file: Path) -> None:
    note = notebook.add(None, "as it was")
    old = notes_file.read_bytes()
    notebook.edit(note.id, body="much longer work")
    notes_file.write_bytes(old)
    notebook.reload()
    assert notebook.take_clash() is not None
    assert bodies(notebook) == ["as it was"]
    notebook.undo()
    assert bodies(notebook) == on_disk(notes_file) == ["much longer work"]


def test_a_deletion_here_is_no_loss(notebook: Notebook) -> None:
    notebook.delete(notebook.add(None, "first").id)
    assert notebook.take_clash() is None
    notebook.reload()
    assert notebook.take_clash() is None
    assert notebook.undo() == "deleted note restored"


def test_a_newer_version_of_a_note_is_no_loss(
    notebook: Notebook, article: Article, notes_file: Path, clock: Callable[..., object]
) -> None:
    note = notebook.add(None, "first")
    other = Notebook(article, notes_file, clock)  # type: ignore[arg-type]  # the fixture's clock
    other.edit(note.id, body="by the other program")
    assert notebook.reload()
    assert notebook.take_clash() is None
    assert bodies(notebook) == ["by the other program"]
