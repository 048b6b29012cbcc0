from __future__ import annotations

import datetime as dt
import unicodedata
from pathlib import Path

import pytest

from fenttui import paths
from fenttui.articles.article import Article, Entry
from fenttui.articles.dossier import open_dossier
from fenttui.articles.reading import read_article
from fenttui.notes.annotation import Annotation
from fenttui.notes.following import following
from fenttui.notes.notes_path import notes_path
from fenttui.notes.store import load_notes, read_notes, save_notes
from fenttui.settings.types import ArticleSettings
from fenttui.storage import user_paths

NOW = dt.datetime(2025, 4, 3, tzinfo=dt.UTC)
TEXT = "date 2025-04-02\n\nGermany asked the United States to take back the duty on steel.\n"
OTHER = "date 2025-04-03\n\nSomething else was clipped here.\n"


def write(root: Path, name: str, text: str = TEXT) -> Article:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return article_of(root, name)


def entry_of(root: Path, name: str) -> Entry:
    return next(entry for entry in open_dossier([root]).entries if entry.path == root / name)


def article_of(root: Path, name: str) -> Article:
    return read_article(entry_of(root, name), ArticleSettings())


def annotate(article: Article, body: str) -> Path:
    entry = article.entry
    path, before = notes_path(entry), read_notes(entry)
    note = Annotation(f"id of {body}", NOW, NOW, body=body)
    save_notes(article, path, before, [*before.annotations, note], NOW)
    return path


def bodies(root: Path, name: str) -> list[str]:
    return [note.body for note in read_notes(entry_of(root, name)).annotations]


def files(root: Path) -> list[str]:
    folder = root / "annotations"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.toml"))


@pytest.mark.parametrize("new", ["duty.txt", "april/steel.txt", "april/duty.txt"])
def test_notes_follow_an_article_that_was_renamed_and_are_saved_under_its_name(root: Path, new: str) -> None:
    annotate(write(root, "steel.txt"), "one")
    (root / new).parent.mkdir(exist_ok=True)
    (root / "steel.txt").rename(root / new)
    assert bodies(root, new) == ["one"]
    assert files(root) == ["steel.toml"]
    annotate(article_of(root, new), "two")
    assert bodies(root, new) == ["one", "two"]
    assert files(root) == [new.rpartition(".")[0] + ".toml"]


def test_notes_follow_a_name_whose_letters_were_decomposed_even_if_the_text_changed(root: Path) -> None:
    annotate(write(root, "Müller.txt"), "one")
    new = unicodedata.normalize("NFD", "Müller.txt")
    (root / "Müller.txt").unlink()
    write(root, new, OTHER)
    assert bodies(root, new) == ["one"]


def test_an_article_saved_beside_one_of_the_same_stem_does_not_take_its_notes(root: Path) -> None:
    annotate(write(root, "steel.txt"), "one")
    sibling = write(root, "steel.md", OTHER)
    assert (bodies(root, "steel.txt"), bodies(root, "steel.md")) == (["one"], [])
    annotate(sibling, "on the sibling")
    assert (bodies(root, "steel.txt"), bodies(root, "steel.md")) == (["one"], ["on the sibling"])
    assert files(root) == ["steel.toml", "steel.txt.toml"]


def test_notes_come_back_to_an_article_whose_sibling_went_away(root: Path) -> None:
    write(root, "steel.md", OTHER)
    annotate(write(root, "steel.txt"), "one")
    (root / "steel.md").unlink()
    (root / "steel.txt").write_text(OTHER)
    assert bodies(root, "steel.txt") == ["one"]


def test_which_of_two_articles_of_one_text_has_the_notes_is_not_guessed(root: Path) -> None:
    stray = annotate(write(root, "steel.txt"), "one")
    (root / "steel.txt").unlink()
    for name in ("a.txt", "b.txt"):
        write(root, name)
    assert (bodies(root, "a.txt"), bodies(root, "b.txt")) == ([], [])
    (told,) = following(root).strays
    assert (told.path, [entry.id for entry in told.candidates]) == (stray, ["a", "b"])


def test_an_article_with_notes_gets_no_others_by_its_text(root: Path) -> None:
    stray = annotate(write(root, "steel.txt"), "one")
    annotate(write(root, "copy.txt"), "two")
    (root / "steel.txt").unlink()
    assert bodies(root, "copy.txt") == ["two"]
    assert [each.path for each in following(root).strays] == [stray]


@pytest.mark.parametrize("content", ["= broken", "schema = 99", "", "article = 1"])
def test_a_stray_that_cannot_be_used_is_told_and_stays(root: Path, content: str) -> None:
    article = write(root, "steel.txt")
    stray = root / "annotations" / "gone.toml"
    stray.parent.mkdir()
    stray.write_text(content)
    annotate(article, "one")
    assert [each.path for each in following(root).strays] == [stray]
    assert stray.read_text() == content


@pytest.mark.parametrize(
    "name",
    [
        "steel.sync-conflict-20250402-101112-ABCDEFG.toml",
        "steel (Ada's conflicted copy 2025-04-02).toml",
        "steel (conflicted copy 2025-04-02 101112).toml",
        "steel (Case Conflict).toml",
        "steel (1).toml",
        "steel.toml.orig",
        "steel.toml.bak",
    ],
)
def test_a_copy_is_found_and_never_read_as_notes(root: Path, name: str) -> None:
    path = annotate(write(root, "steel.txt"), "one")
    path.with_name(name).write_bytes(path.read_bytes())
    # Of the same text and without notes: the copy must not go to it.
    write(root, "twin.txt")
    found = following(root)
    assert [(copy.path.name, copy.original) for copy in found.copies] == [(name, path)]
    assert (found.strays, bodies(root, "twin.txt")) == ((), [])


def test_the_backup_of_a_save_is_a_copy_only_where_the_file_itself_is_gone(root: Path) -> None:
    path = annotate(write(root, "steel.txt"), "one")
    backup = path.with_name("steel.toml~")
    backup.write_bytes(path.read_bytes())
    assert following(root).copies == ()
    path.unlink()
    assert [copy.path for copy in following(root).copies] == [backup]


def test_a_note_file_of_an_article_called_like_a_copy_is_its_own(root: Path) -> None:
    write(root, "steel.txt")
    annotate(write(root, "steel (1).txt", OTHER), "one")
    assert bodies(root, "steel (1).txt") == ["one"]
    found = following(root)
    assert not found.copies
    assert not found.strays


def test_notes_in_the_data_folder_follow_an_article_of_a_dossier_that_cannot_be_written_to(
    root: Path,
) -> None:
    article = write(root, "steel.txt")
    own = paths.data_folder() / "annotations" / user_paths.name_of_own(root) / "steel.toml"
    note = Annotation("1", NOW, NOW, body="one")
    save_notes(article, own, load_notes(own), [note], NOW)
    (root / "steel.txt").rename(root / "duty.txt")
    assert bodies(root, "duty.txt") == ["one"]
    renamed = article_of(root, "duty.txt")
    new = own.with_name("duty.toml")
    save_notes(renamed, new, read_notes(renamed.entry, new), [note], NOW)
    assert (own.exists(), new.exists()) == (False, True)


def test_notes_in_a_dossier_that_cannot_be_written_to_are_read_and_stay(root: Path) -> None:
    stray = annotate(write(root, "steel.txt"), "one")
    (root / "steel.txt").rename(root / "duty.txt")
    article = article_of(root, "duty.txt")
    own = paths.data_folder() / "annotations" / user_paths.name_of_own(root) / "duty.toml"
    before = read_notes(article.entry, own)
    assert [note.body for note in before.annotations] == ["one"]
    save_notes(
        article, own, before, [*before.annotations, Annotation("id of two", NOW, NOW, body="two")], NOW
    )
    assert stray.exists()
    assert bodies(root, "duty.txt") == ["one", "two"]


def test_a_link_that_leads_to_itself_and_a_folder_that_cannot_be_searched_move_no_notes(root: Path) -> None:
    annotate(write(root, "steel.txt"), "one")
    (root / "loop.txt").symlink_to(root / "loop.txt")
    (root / "locked").mkdir(mode=0o400)
    found = following(root)
    assert not found.strays
    assert bodies(root, "steel.txt") == ["one"]
