from __future__ import annotations

import errno
import os
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fenttui.articles.dossier import Dossier, open_dossier
from fenttui.articles.entry_names import article_names


def touch(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("China said.", "utf-8")
    return root


def ids(dossier: Dossier) -> list[str]:
    return [entry.id for entry in dossier.entries]


def test_articles_are_found_in_nested_folders_and_sorted_by_id(tmp_path: Path) -> None:
    touch(tmp_path, "b.txt", "a.md", "sub/deep/c.markdown", "sub/d.TEXT", "Z.txt")
    dossier = open_dossier([tmp_path])
    assert ids(dossier) == ["Z", "a", "b", "sub/d", "sub/deep/c"]
    assert dossier.problems == ()
    assert dossier.roots == (tmp_path,)
    assert [entry.path.relative_to(tmp_path).as_posix() for entry in dossier.entries][
        -1
    ] == "sub/deep/c.markdown"
    assert all(entry.name == entry.id and entry.root == tmp_path for entry in dossier.entries)


def test_hidden_files_notes_and_other_formats_are_passed_over(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", ".hidden.txt", ".git/b.txt", "annotations/a.md", "c.pdf", "d", "e.toml", "txt")
    assert ids(open_dossier([tmp_path])) == ["a"]


def test_a_file_that_is_named_is_taken_whatever_its_suffix(tmp_path: Path) -> None:
    touch(tmp_path, "a.log", ".b.txt", "README", "v1.2 notes")
    paths = [tmp_path / name for name in ("a.log", ".b.txt", "README", "v1.2 notes")]
    dossier = open_dossier(paths)
    assert ids(dossier) == [".b", "README", "a.log", "v1.2 notes"]
    assert dossier.roots == (tmp_path,)


def test_files_that_differ_in_suffix_alone_have_different_ids(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", "a.md", "a.text", "b.txt")
    dossier = open_dossier([tmp_path])
    assert {entry.path.name: entry.id for entry in dossier.entries} == {
        "a.md": "a",
        "a.text": "a.text",
        "a.txt": "a.txt",
        "b.txt": "b",
    }


def test_a_file_has_the_same_name_alone_and_with_its_folder(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", "a.md")
    assert ids(open_dossier([tmp_path / "a.txt"])) == ["a.txt"]


def test_the_same_file_given_twice_is_one_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    touch(tmp_path, "a.txt", "sub/b.txt")
    monkeypatch.chdir(tmp_path)
    paths = [tmp_path, tmp_path, Path("a.txt"), Path("sub/../a.txt"), Path(), Path("sub")]
    dossier = open_dossier(paths)
    assert ids(dossier) == ["a", "sub/b"]
    assert dossier.problems == ()


def test_a_link_beside_its_file_is_one_entry_under_the_file_s_name(tmp_path: Path) -> None:
    touch(tmp_path, "z.txt")
    (tmp_path / "a.txt").symlink_to("z.txt")
    assert ids(open_dossier([tmp_path])) == ["z"]


def test_loops_of_links_are_survived(tmp_path: Path) -> None:
    root = touch(tmp_path / "root", "a.txt", "sub/b.txt")
    touch(tmp_path, "outside.txt")
    (root / "sub" / "up").symlink_to(root)
    (root / "above").symlink_to(tmp_path)
    (root / "self").symlink_to("self")
    (root / "again").symlink_to("sub")
    dossier = open_dossier([root])
    assert ids(dossier) == ["a", "sub/b"]
    assert dossier.problems == ()


def test_a_linked_folder_elsewhere_is_part_of_the_dossier(tmp_path: Path) -> None:
    touch(tmp_path / "elsewhere", "a.txt")
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "link").symlink_to(tmp_path / "elsewhere")
    assert ids(open_dossier([tmp_path / "root"])) == ["link/a"]


def test_a_link_that_leads_nowhere_is_a_problem_and_the_rest_opens(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to("gone.txt")
    (tmp_path / "c.txt").symlink_to("c.txt")
    dossier = open_dossier([tmp_path])
    assert ids(dossier) == ["a"]
    assert [problem.path.name for problem in dossier.problems] == ["b.txt", "c.txt"]


def test_pipes_in_a_folder_are_passed_over_and_told_when_named(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert ids(open_dossier([tmp_path])) == ["a"]
    (problem,) = open_dossier([tmp_path / "pipe.txt"]).problems
    assert "pipe" in problem.message


def test_a_missing_path_is_a_problem_and_the_others_open(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt")
    dossier = open_dossier([tmp_path / "gone", tmp_path, Path("n\0l"), Path("n" * 5000)])
    assert ids(dossier) == ["a"]
    assert [problem.severity for problem in dossier.problems] == ["error"] * 3
    assert dossier.problems[0].path == tmp_path / "gone"
    assert "no such file or folder" in dossier.problems[0].message


def test_a_folder_that_cannot_be_read_is_a_problem_and_the_rest_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch(tmp_path, "a.txt", "closed/b.txt", "open/c.txt")
    scandir = os.scandir

    def guarded(path: str) -> Any:
        if path.endswith("closed"):
            raise PermissionError(errno.EACCES, "Permission denied")
        return scandir(path)

    monkeypatch.setattr("fenttui.articles.dossier.os.scandir", guarded)
    dossier = open_dossier([tmp_path])
    assert ids(dossier) == ["a", "open/c"]
    (problem,) = dossier.problems
    assert problem.path == tmp_path / "closed"
    assert "permission denied" in problem.message


def test_a_folder_without_articles_is_a_warning(tmp_path: Path) -> None:
    touch(tmp_path, "a.pdf")
    (problem,) = open_dossier([tmp_path]).problems
    assert problem.severity == "warning"
    assert ".md" in problem.message


def test_roots_that_hold_the_same_names_have_distinct_ids(tmp_path: Path) -> None:
    roots = [touch(tmp_path / where, "a.txt", only) for where, only in
             (("x/news", "one.txt"), ("y/news", "two.txt"), ("z", "three.txt"))]  # fmt: skip
    dossier = open_dossier(roots)
    assert ids(dossier) == ["news-2/a", "news/a", "one", "three", "two", "z/a"]
    assert {entry.name for entry in dossier.entries} == {"a", "one", "two", "three"}
    assert dossier.roots == tuple(roots)


def test_an_id_with_a_prefix_is_never_that_of_a_nested_file(tmp_path: Path) -> None:
    touch(tmp_path / "p", "x.txt", "b/x.txt")
    touch(tmp_path / "b", "x.txt")
    found = ids(open_dossier([tmp_path / "p", tmp_path / "b"]))
    assert len(set(found)) == len(found) == 3
    assert "b/x" in found


def test_a_name_that_is_not_utf_8_makes_an_id_that_is(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("x")
    assert ids(open_dossier([tmp_path])) == ["caf%E9"]


def test_the_order_of_the_file_system_does_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch(
        tmp_path, *(f"{folder}{name}" for folder in ("", "s/", "t/") for name in ("a.md", "a.txt", "b.txt"))
    )
    (tmp_path / "link").symlink_to("s")
    (tmp_path / "x.md").symlink_to("gone")
    (tmp_path / "y.md").symlink_to("gone")
    expected = open_dossier([tmp_path])
    scandir = os.scandir

    class Shuffled:
        def __init__(self, path: str) -> None:
            with scandir(path) as items:
                self.items = list(items)
            random.Random(7).shuffle(self.items)

        def __enter__(self) -> Iterator[os.DirEntry[str]]:
            return iter(self.items)

        def __exit__(self, *_: object) -> None:
            pass

    monkeypatch.setattr("fenttui.articles.dossier.os.scandir", Shuffled)
    assert open_dossier([tmp_path]) == expected


def test_many_nested_folders_are_no_problem(tmp_path: Path) -> None:
    deep = "/".join(["d"] * 400)
    touch(tmp_path, f"{deep}/a.txt")
    assert ids(open_dossier([tmp_path])) == [f"{deep}/a"]


FILE_NAMES = st.lists(
    st.text(alphabet="ab.%\udcffé", min_size=1, max_size=5).filter(lambda name: name not in (".", ".."))
    | st.sampled_from(["a.txt", "a.md", "a.txt.md", "..txt", "...txt", ".txt", "....md", "a.TXT"]),
    unique=True,
    max_size=8,
)


@settings(max_examples=200, deadline=None)
@given(FILE_NAMES)
def test_names_are_distinct_and_cannot_leave_the_notes_folder(files: list[str]) -> None:
    names = article_names(files)
    assert set(names) == set(files)
    assert len(set(names.values())) == len(files)
    for name in names.values():
        assert name not in ("", ".", "..")
        assert "/" not in name
        name.encode("utf-8")
    shuffled = list(reversed(files))
    assert article_names(shuffled) == names
