from __future__ import annotations

from pathlib import Path

import pytest

from fenttui.cli.completed_paths import path_choices


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "root"
    for name in ("a.md", "b.txt", "c.CSV", ".hidden", "-dash", "sub/deep.md", "sub/.secret"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    monkeypatch.chdir(root)
    return root


def texts(typed: str, *endings: str, dashes: bool = False) -> list[str]:
    return [choice.text for choice in path_choices(typed, endings, dashes=dashes)]


def test_names_that_begin_as_typed_are_found_and_folders_end_in_a_slash() -> None:
    assert texts("") == ["./-dash", "a.md", "b.txt", "c.CSV", "sub/"]
    assert texts("su") == ["sub/"]
    assert texts("sub/") == ["sub/deep.md"]
    assert texts("nothing") == []
    assert texts("nowhere/") == []


def test_hidden_names_are_found_where_a_dot_is_typed() -> None:
    assert texts(".") == [".hidden"]
    assert texts("sub/.") == ["sub/.secret"]


def test_a_name_with_a_dash_is_no_option() -> None:
    assert texts("./-") == ["./-dash"]
    assert texts("-", dashes=True) == ["-dash"]


def test_files_of_the_endings_go_before_the_others_and_without_one_all_are_found() -> None:
    assert texts("", ".md", ".csv") == ["a.md", "c.CSV", "sub/"]
    assert texts("b", ".md") == ["b.txt"]


def test_the_home_folder_and_variables_are_looked_into_and_stay_as_typed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(folder / "sub"))
    assert texts("~/d") == ["~/deep.md"]
    assert texts("$HOME/d") == ["$HOME/deep.md"]
    (folder / "$HOME").mkdir()
    (folder / "$HOME" / "dollar").touch()
    assert texts("$HOME/d") == ["$HOME/dollar"]
