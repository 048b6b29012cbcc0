from __future__ import annotations

import base64
import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from fenttui.articles.article import Article, Entry, Headline
from fenttui.extract.mention import Amount, Mention
from fenttui.ui.clipboard import SCREEN, TMUX, clipboard_doubt, clipboard_sequence
from fenttui.ui.concordance import facts_of, places_in, same_mention
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


# What is known about a mention

TEXT = "Wang Yi met\nMarco Rubio. Wang\tsaid 25 percent, then 25 per cent, then 20 percent."


def person(name: str, start: int, actor: str) -> Mention:
    return Mention(start, start + len(name), "person", actor)


MENTIONS = (
    person("Wang Yi", 0, "Wang Yi"),
    person("Marco Rubio", 12, "Marco Rubio"),
    person("Wang", 25, "Wang Yi"),
    Mention(35, 45, "percent", amount=Amount(25, "percent", change="down")),
    Mention(52, 63, "percent", amount=Amount(25, "percent", bound="over")),
    Mention(70, 80, "percent", amount=Amount(20, "percent")),
)


@pytest.fixture
def article(tmp_path: Path) -> Article:
    entry = Entry("talks", tmp_path / "talks.txt", tmp_path, "talks")
    return Article(entry, Headline(dt.date(2025, 4, 2), "header", "Talks"), TEXT)


def test_an_actors_places_are_those_of_all_its_names(article: Article) -> None:
    places = places_in(article, MENTIONS, MENTIONS[0], "Wang Yi")
    assert [place.named for place in places] == ["Wang Yi", "Wang"]
    assert [place.offset for place in places] == [0, 25]
    assert places[1].before == "Wang Yi met Marco Rubio. "
    assert places[1].after.startswith(" said 25 percent")
    assert places[1].heading == "2025-04-02 Talks"


def test_a_figures_places_are_those_of_the_same_value(article: Article) -> None:
    places = places_in(article, MENTIONS, MENTIONS[3], "25 percent")
    assert [place.named for place in places] == ["25 percent", "25 per cent"]


def test_mentions_of_other_kinds_are_never_the_same() -> None:
    count = Mention(0, 2, "count", amount=Amount(25))
    money = Mention(0, 2, "money", amount=Amount(25))
    assert not same_mention(count, money, "25", "25")
    assert same_mention(count, count, "25", "25")


def test_a_figure_without_a_value_is_the_same_where_it_reads_the_same() -> None:
    one, other = Mention(0, 2, "date"), Mention(5, 7, "date")
    assert same_mention(one, other, "Easter", "Easter")
    assert not same_mention(one, other, "Easter", "Easter Monday")


def test_the_facts_of_an_actor_and_a_figure() -> None:
    assert ("also", "Wang") in facts_of(MENTIONS[0], "Wang Yi", MENTIONS, TEXT)
    assert ("kind", "person") in facts_of(MENTIONS[0], "Wang Yi", MENTIONS, TEXT)
    assert facts_of(MENTIONS[3], "25 percent", MENTIONS, TEXT)[1:] == [
        ("value", "25 percent"),
        ("change", "down"),
    ]
    assert ("value", "more than 25 percent") in facts_of(MENTIONS[4], "25 per cent", MENTIONS, TEXT)
    span = Mention(0, 1, "money", amount=Amount((1_000_000, Decimal("2.5")), "USD", "about"))
    assert ("value", "about 1,000,000 to 2.5 USD") in facts_of(span, "x", (), "x")
    assert ("value", "2025-W14") in facts_of(Mention(0, 1, "date", time="2025-W14"), "x", (), "x")


def test_a_number_too_long_for_the_interpreter_is_told_whole() -> None:
    huge = Mention(0, 1, "count", amount=Amount(10**4500))
    told = dict(facts_of(huge, "x", (), "x"))["value"]
    assert told.replace(",", "") == "1" + "0" * 4500
