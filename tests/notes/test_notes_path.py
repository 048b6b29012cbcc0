from __future__ import annotations

from pathlib import Path

import pytest

from fenttui import paths
from fenttui.articles.article import Entry
from fenttui.notes.notes_path import notes_path, other_notes_path
from fenttui.storage.user_paths import is_writable


def entry(root: Path, name: str = "talks") -> Entry:
    return Entry(name, root / f"{name}.txt", root, name)


def read_only(_folder: Path) -> bool:
    return False


def test_notes_are_kept_beside_the_articles(root: Path) -> None:
    assert notes_path(entry(root, "april/talks")) == root / "annotations" / "april" / "talks.toml"


def test_notes_on_a_read_only_dossier_are_kept_in_the_users_own_folder(root: Path) -> None:
    path = notes_path(entry(root), writable=read_only)
    assert path.is_relative_to(paths.data_folder() / "annotations")
    assert path.parent.name.startswith("dossier-")
    assert path.name == "talks.toml"


def test_dossiers_of_one_name_have_folders_of_their_own(tmp_path: Path) -> None:
    roots = [tmp_path / "a" / "news", tmp_path / "b" / "news"]
    assert len({notes_path(entry(root), writable=read_only) for root in roots}) == 2


def test_a_dossier_reached_by_a_link_has_the_same_folder(root: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(root)
    direct, linked = (notes_path(entry(where), writable=read_only) for where in (root, tmp_path / "link"))
    assert linked.parent.name.rpartition("-")[2] == direct.parent.name.rpartition("-")[2]


def test_notes_on_the_bundled_dossier_never_go_into_the_program() -> None:
    path = notes_path(entry(paths.bundled("seeds")), writable=lambda _folder: True)
    assert path == paths.data_folder() / "annotations" / "seeds-bundled" / "talks.toml"


def test_the_other_path_is_the_one_that_is_not_written_to(root: Path) -> None:
    beside, own = notes_path(entry(root)), notes_path(entry(root), writable=read_only)
    assert other_notes_path(entry(root), beside) == own
    assert other_notes_path(entry(root), own) == beside


def test_a_file_instead_of_the_annotations_folder_makes_the_dossier_read_only(root: Path) -> None:
    (root / "annotations").write_text("not a folder")
    assert not is_writable(root / "annotations")
    assert notes_path(entry(root)).is_relative_to(paths.data_folder())


@pytest.mark.parametrize("letter", ["x", "会"])
def test_the_longest_name_of_an_article_still_gives_a_name_for_its_notes_and_their_backup(
    root: Path, letter: str
) -> None:
    one, two = (notes_path(entry(root, letter * (250 // len(letter.encode())) + end)) for end in "ab")
    assert one != two
    one.parent.mkdir()
    one.with_name(f"{one.name}~").write_text("it fits")
