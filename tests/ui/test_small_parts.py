from __future__ import annotations

import base64
import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from fenttui.articles.article import Article, Entry, Headline
from fenttui.extract.mention import ActorMention, Amount, Measure, Quote, Time
from fenttui.ui.clipboard import clipboard_sequence
from fenttui.ui.concordance import facts_of, places_in, same_mention
from fenttui.ui.reading_state import ReadingState, load_state, save_state, state_file
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


def person(name: str, start: int, actor: str) -> ActorMention:
    return ActorMention(start, start + len(name), "person", actor)


MENTIONS = (
    person("Wang Yi", 0, "Wang Yi"),
    person("Marco Rubio", 12, "Marco Rubio"),
    person("Wang", 25, "Wang Yi"),
    Amount(35, 45, "percent", Measure(25, "percent", change="down")),
    Amount(52, 63, "percent", Measure(25, "percent", bound="over")),
    Amount(70, 80, "percent", Measure(20, "percent")),
)


@pytest.fixture
def article(tmp_path: Path) -> Article:
    entry = Entry("talks", tmp_path / "talks.txt", tmp_path, "talks")
    return Article(entry, Headline(dt.date(2025, 4, 2), "header", "Talks"), TEXT)


def test_an_actors_places_are_those_of_all_its_names(article: Article) -> None:
    places = places_in(article, MENTIONS, MENTIONS[0])
    assert [place.named for place in places] == ["Wang Yi", "Wang"]
    assert [place.offset for place in places] == [0, 25]
    assert places[1].before == "Wang Yi met Marco Rubio. "
    assert places[1].after.startswith(" said 25 percent")
    assert places[1].heading == "2025-04-02 Talks"


def test_a_figures_places_are_those_of_the_same_value(article: Article) -> None:
    places = places_in(article, MENTIONS, MENTIONS[3])
    assert [place.named for place in places] == ["25 percent", "25 per cent"]


def test_mentions_of_other_kinds_are_never_the_same() -> None:
    count = Amount(0, 2, "count", Measure(25))
    money = Amount(0, 2, "money", Measure(25))
    assert not same_mention(count, money)
    assert same_mention(count, count)


def test_times_are_the_same_by_their_value_and_kind() -> None:
    easter = Time(0, 2, "date", "2025-04-20")
    assert same_mention(easter, Time(5, 7, "date", "2025-04-20"))
    assert not same_mention(easter, Time(5, 7, "date", "2025-04-21"))
    week = Time(0, 2, "duration", "P1W", Measure(1, "week"))
    assert same_mention(week, Time(5, 7, "duration", "P1W", Measure(1, "week", "about")))
    assert not same_mention(week, Time(5, 7, "set", "P1W"))


def test_mentions_of_two_types_are_never_the_same() -> None:
    week = Time(0, 2, "duration", "P1W", Measure(1, "week"))
    quote = Quote(0, 2, actor="Wang Yi")
    assert not same_mention(Amount(0, 2, "quantity", Measure(1, "week")), week)
    assert not same_mention(MENTIONS[0], quote)
    assert not same_mention(quote, MENTIONS[0])


def test_a_figure_is_an_amount_or_a_time_and_never_a_quote() -> None:
    mentions = [MENTIONS[0], MENTIONS[3], Time(0, 1, "date", "2025"), Quote(0, 7)]
    assert [is_figure(mention) for mention in mentions] == [False, True, True, False]
    assert [is_actor(mention) for mention in mentions] == [True, False, False, False]


def test_the_facts_of_an_actor_and_a_figure() -> None:
    assert ("also", "Wang") in facts_of(MENTIONS[0], MENTIONS, TEXT)
    assert ("kind", "person") in facts_of(MENTIONS[0], MENTIONS, TEXT)
    assert facts_of(MENTIONS[3], MENTIONS, TEXT)[1:] == [
        ("value", "25 percent"),
        ("change", "down"),
    ]
    assert ("value", "more than 25 percent") in facts_of(MENTIONS[4], MENTIONS, TEXT)
    span = Amount(0, 1, "money", Measure((1_000_000, Decimal("2.5")), "USD", "about"))
    assert ("value", "about 1,000,000 to 2.5 USD") in facts_of(span, (), "x")
    weeks = Time(0, 1, "duration", "P3W", Measure(3, "week", change="up"))
    assert facts_of(weeks, (), "x")[1:] == [("value", "P3W"), ("change", "up")]
    assert ("value", "2025-W14") in facts_of(Time(0, 1, "date", "2025-W14"), (), "x")


def test_a_number_too_long_for_the_interpreter_is_told_whole() -> None:
    huge = Amount(0, 1, "count", Measure(10**4500))
    told = dict(facts_of(huge, (), "x"))["value"]
    assert told.replace(",", "") == "1" + "0" * 4500
