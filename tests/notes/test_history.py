"""What happened to notes is kept, read back, and never stops a save."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fenttui import paths
from fenttui.articles.article import Article
from fenttui.cli.program import program
from fenttui.notes import history
from fenttui.notes.history import deleted_notes, read_history
from fenttui.notes.notebook import Notebook
from fenttui.notes.store import load_notes
from tests.support.dossiers import write_article


def happened(root: Path) -> list[tuple[str, str]]:
    return [(event.what, event.note.body) for event in read_history(root)]


def test_each_change_is_kept_with_the_note_before_and_after(
    article: Article, notes_file: Path, root: Path
) -> None:
    book = Notebook(article, notes_file, author="Ada")
    note = book.add((0, 5), "first", tags=["a"])
    book.edit(note.id, body="second")
    book.delete(note.id)
    book.undo()
    assert happened(root) == [
        ("created", "first"),
        ("edited", "second"),
        ("deleted", "second"),
        ("created", "second"),
    ]
    edited = read_history(root)[1]
    assert edited.before is not None
    assert (edited.before.body, edited.article) == ("first", "talks")
    assert edited.after == load_notes(notes_file).annotations[0]
    assert history.changed_fields(edited) == ("body",)
    # It is no part of the dossier.
    assert {path.name for path in root.rglob("*")} <= {"annotations", "talks.toml", "talks.toml~", ".lock"}


def test_a_note_is_deleted_until_it_is_made_again(article: Article, notes_file: Path, root: Path) -> None:
    book = Notebook(article, notes_file)
    first, second = book.add(None, "first"), book.add(None, "second")
    book.delete(first.id)
    book.delete(second.id)
    assert list(deleted_notes(read_history(root))) == [first.id, second.id]
    book.undo()
    assert list(deleted_notes(read_history(root))) == [first.id]


def test_a_history_that_cannot_be_written_stops_no_save(article: Article, notes_file: Path) -> None:
    folder = paths.data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "history").write_text("in the way")
    Notebook(article, notes_file).add(None, "first")
    assert [note.body for note in load_notes(notes_file).annotations] == ["first"]


def test_lines_that_cannot_be_read_are_left_out(article: Article, notes_file: Path, root: Path) -> None:
    Notebook(article, notes_file).add(None, "first")
    (path,) = (paths.data_folder() / "history").iterdir()
    broken = ("{", "[]", '{"before": 3, "after": null}', "null", "[" * 10_000, '{"time": "soon"}')
    path.write_text("\n".join((*broken, path.read_text("utf-8"))), "utf-8")
    assert happened(root) == [("created", "first")]


def test_of_a_long_history_the_last_files_are_kept(
    article: Article, notes_file: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "_MOST", 2000)
    book = Notebook(article, notes_file)
    for number in range(40):
        book.add(None, str(number))
    kept = happened(root)
    assert kept[-1] == ("created", "39")
    assert 3 < len(kept) < 40
    assert len(list((paths.data_folder() / "history").iterdir())) == 2


def call(*arguments: str) -> Result:
    return CliRunner().invoke(program, arguments)


def test_a_deleted_note_comes_back_in_a_later_session(article: Article, notes_file: Path, root: Path) -> None:
    write_article(root, "talks", article.text)
    book = Notebook(article, notes_file)
    note = book.add((0, 5), "to come back", tags=["a"])
    kept = book.add(None, "kept")
    book.delete(note.id)
    listed = call("annotations", "--deleted", str(root)).output
    assert note.id in listed
    assert kept.id not in listed
    assert "to come back" in listed
    result = call("notes", "restore", note.id, str(root))
    assert result.exit_code == 0, result.output
    assert "is back: to come back" in result.output
    assert [(each.body, each.tags) for each in load_notes(notes_file).annotations] == [
        ("to come back", ("a",)),
        ("kept", ()),
    ]
    assert call("annotations", "--deleted", str(root)).output == ""
    assert call("notes", "restore", note.id, str(root)).exit_code == 2
    happenings = call("annotations", "--history", str(root)).output.splitlines()
    assert [line.split("\t")[3] for line in happenings] == ["created", "created", "deleted", "created"]


def test_a_note_of_an_article_that_is_gone_is_told(article: Article, notes_file: Path, root: Path) -> None:
    write_article(root, "other", "Another article.")
    book = Notebook(article, notes_file)
    note = book.add(None, "first")
    book.delete(note.id)
    result = call("notes", "restore", note.id, str(root))
    assert result.exit_code == 1
    assert "no longer in the dossier" in result.output
