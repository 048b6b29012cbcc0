from __future__ import annotations

import base64

import pytest

from fenttui.extract.mention import ActorMention, Amount, Measure, Mention, Quote, Time
from fenttui.ui.clipboard import SCREEN, TMUX, clipboard_doubt, clipboard_sequence
from fenttui.ui.widgets.reader.jumps import is_actor, is_figure

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


@pytest.mark.parametrize("kind", [TMUX, 41, 1])
def test_what_calls_itself_screen_and_is_not_gets_it_plain(kind: int) -> None:
    text = "tariffs " * 500
    assert payload(clipboard_sequence(text, {"TERM": "screen-256color"}, kind)) == text


def test_gnu_screen_over_ssh_gets_pieces() -> None:
    text = "tariffs " * 500
    pieces = clipboard_sequence(text, {"TERM": "screen.xterm-256color"}, SCREEN).split("\x1b\\")
    assert pieces.pop() == ""
    assert payload("".join(piece.removeprefix("\x1bP") for piece in pieces)) == text


@pytest.mark.parametrize(
    ("size", "environment", "kind", "doubt"),
    [
        (2_000_000, {"TERM": "xterm-256color"}, None, "longer than some terminals take"),
        (2_000_000, {"TERM": "screen"}, TMUX, "too long for tmux"),
        (2_000_000, {"TMUX": "/tmp/tmux,1,0"}, None, "too long for tmux"),
        (40, {"TERM": "screen"}, TMUX, "`set-clipboard on`"),
        (40, {"TMUX": "/tmp/tmux,1,0", "TERM": "screen"}, None, "`set-clipboard on`"),
        (4000, {"TERM": "screen"}, None, "not in tmux"),
        (40, {"TERM": "screen"}, None, ""),
        (4000, {"TERM": "screen"}, SCREEN, ""),
        (4000, {"TERM": "screen", "STY": "1.pts"}, None, ""),
        (4000, {"TERM": "xterm-256color"}, None, ""),
        (4000, {"TERM": "screen"}, 41, ""),
    ],
)
def test_what_may_keep_a_copy_from_the_clipboard_is_said(
    size: int, environment: dict[str, str], kind: int | None, doubt: str
) -> None:
    said = clipboard_doubt("x" * size, environment, kind)
    assert doubt in said
    assert bool(doubt) == bool(said)


def test_a_figure_is_an_amount_or_a_time_and_never_a_quote() -> None:
    person = ActorMention(0, 7, "person", "Wang Yi")
    percent = Amount(35, 45, "percent", Measure(25, "percent", change="down"))
    mentions: list[Mention] = [person, percent, Time(0, 1, "date", "2025"), Quote(0, 7)]
    assert [is_figure(mention) for mention in mentions] == [False, True, True, False]
    assert [is_actor(mention) for mention in mentions] == [True, False, False, False]
