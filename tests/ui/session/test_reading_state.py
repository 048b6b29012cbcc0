from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from fenttui.ui.session.reading_state import ReadingState, load_state, save_state, state_file


def test_the_state_of_reading_is_kept(tmp_path: Path) -> None:
    state = ReadingState({"b", "a"}, {"a": 12, "王": 3}, "a")
    save_state(tmp_path / "new" / "state.json", state)
    assert load_state(tmp_path / "new" / "state.json") == state


@pytest.mark.parametrize(
    "content",
    [
        b"", b"garbage", b"[]", b"null", b"\xff\xfe", b'{"read": 1, "carets": {}, "open": null}',
        b'{"read": [], "carets": [], "open": null}', b'{"read": [], "carets": {"a": "x"}, "open": null}',
        b'{"read": []}', b'{"read": [], "carets": {"a": Infinity}, "open": null}', b"[" * 100_000,
    ],
    ids=lambda content: content[:60].decode("ascii", "replace")[:20] or "nothing",
)  # fmt: skip
def test_a_state_that_is_garbage_is_an_empty_one(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "state.json"
    path.write_bytes(content)
    assert load_state(path) == ReadingState()


@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir])
def test_a_state_that_is_no_file_is_an_empty_one_and_is_not_waited_for(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "state.json")
    assert load_state(tmp_path / "state.json") == ReadingState()


def test_a_state_that_cannot_be_kept_costs_only_itself(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    save_state(tmp_path / "file" / "state.json", ReadingState({"a"}))
    assert load_state(tmp_path / "file" / "state.json") == ReadingState()


def test_a_dossier_has_one_state_however_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    monkeypatch.chdir(tmp_path)
    absolute = state_file([tmp_path / "one", tmp_path / "two"])
    assert state_file([Path("two"), Path("one")]) == absolute
    assert state_file([tmp_path / "one"]) != absolute
