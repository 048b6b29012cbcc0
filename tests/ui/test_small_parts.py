from __future__ import annotations

import base64
from pathlib import Path

import pytest

from fenttui.ui.clipboard import clipboard_sequence
from fenttui.ui.reading_state import ReadingState, load_state, save_state, state_file

# The clipboard


def payload(sequence: str) -> str:
    assert sequence.startswith("\x1b]52;c;")
    assert sequence.endswith("\x07")
    return base64.b64decode(sequence[7:-1]).decode("utf-8")


@pytest.mark.parametrize("text", ["tariffs", "王毅 “said”\n\tso", "", "\ud800"])
def test_a_plain_terminal_gets_osc_52(text: str) -> None:
    shown = text.encode("utf-8", "replace").decode("utf-8")
    assert payload(clipboard_sequence(text, {"TERM": "xterm-256color"})) == shown


def test_tmux_gets_it_plain_and_passed_through() -> None:
    sequence = clipboard_sequence("tariffs", {"TMUX": "/tmp/tmux,1,0", "TERM": "screen-256color"})
    plain, _, wrapped = sequence.partition("\x1bPtmux;")
    assert payload(plain) == "tariffs"
    assert wrapped.endswith("\x1b\\")
    assert payload(wrapped.removesuffix("\x1b\\").replace("\x1b\x1b", "\x1b")) == "tariffs"


@pytest.mark.parametrize("environment", [{"STY": "1.pts"}, {"TERM": "screen"}])
def test_screen_gets_pieces_that_it_can_hold(environment: dict[str, str]) -> None:
    text = "tariffs " * 500
    pieces = clipboard_sequence(text, environment).split("\x1b\\")[:-1]
    assert len(pieces) > 1
    assert all(piece.startswith("\x1bP") and len(piece) < 768 for piece in pieces)
    assert payload("".join(piece.removeprefix("\x1bP") for piece in pieces)) == text


# The state of reading


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
