"""A conflict of two versions is settled in one step, and undone in one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from fenttui.articles.article import Article
from fenttui.notes.conflicts import Choice
from fenttui.notes.notebook import Notebook
from fenttui.notes.store import load_notes


@pytest.fixture
def notebook(article: Article, notes_file: Path, clock: Callable[..., object]) -> Notebook:
    """A note whose body this program and another one have changed."""
    book = Notebook(article, notes_file, clock)  # type: ignore[arg-type]  # the fixture's clock
    note = book.add((0, 5), "first", tags=["a"])
    Notebook(article, notes_file).edit(note.id, body="theirs")
    book.edit(note.id, body="mine")
    return book


def on_disk(path: Path) -> dict[str, tuple[str, ...]]:
    return {note.body: note.tags for note in load_notes(path).annotations}


def identity(notebook: Notebook, body: str) -> str:
    return next(each.annotation.id for each in notebook.anchored if each.annotation.body == body)


def test_the_file_says_which_versions_belong_together(notebook: Notebook, notes_file: Path) -> None:
    mine, theirs = identity(notebook, "mine"), identity(notebook, "theirs")
    (kept,) = [note for note in load_notes(notes_file).annotations if note.conflicts_with]
    assert (kept.id, kept.conflicts_with) == (theirs, mine)
    assert b"conflicts_with" in notes_file.read_bytes()


@pytest.mark.parametrize(
    ("on", "choice", "left"),
    [
        ("mine", "this", {"mine": ("a",)}),
        ("mine", "other", {"theirs": ("a",)}),
        ("theirs", "this", {"theirs": ("a",)}),
        ("theirs", "other", {"mine": ("a",)}),
        ("mine", "both", {"mine": ("a",), "theirs": ("a",)}),
        ("theirs", "both", {"mine": ("a",), "theirs": ("a",)}),
    ],
)
def test_what_is_kept_is_a_note_like_any_other_and_undo_brings_both_back(
    notebook: Notebook, notes_file: Path, on: str, choice: Choice, left: dict[str, tuple[str, ...]]
) -> None:
    before, first = on_disk(notes_file), identity(notebook, "mine")
    assert before == {"mine": ("a",), "theirs": ("a", "conflict")}
    assert notebook.settle(identity(notebook, on), choice)
    assert on_disk(notes_file) == left
    assert not any(note.conflicts_with for note in load_notes(notes_file).annotations)
    # The id that the note always had stays.
    assert first in {note.id for note in load_notes(notes_file).annotations}
    assert notebook.undo() == "both versions are back"
    assert on_disk(notes_file) == before


@pytest.mark.parametrize(("choice", "left"), [("this", ["theirs"]), ("other", []), ("both", ["theirs"])])
def test_a_note_that_came_back_is_kept_or_deleted_again(
    article: Article, notes_file: Path, choice: Choice, left: list[str]
) -> None:
    book = Notebook(article, notes_file)
    note = book.add(None, "first")
    Notebook(article, notes_file).edit(note.id, body="theirs")
    book.delete(note.id)
    assert on_disk(notes_file) == {"theirs": ("conflict",)}
    assert book.settle(note.id, choice)
    assert list(on_disk(notes_file)) == left
    assert "conflict" not in notes_file.read_text("utf-8") or not left


def test_a_note_without_another_version_has_nothing_to_settle(article: Article, notes_file: Path) -> None:
    book = Notebook(article, notes_file)
    note = book.add(None, "first")
    before = notes_file.read_bytes()
    assert not book.settle(note.id, "this")
    assert notes_file.read_bytes() == before
