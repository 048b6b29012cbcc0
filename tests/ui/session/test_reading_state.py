from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenttui.ui.session import reading_record, reading_state
from fenttui.ui.session.position import Position, position_at
from fenttui.ui.session.reading_state import ReadingState, state_file

TEXT = "Wang Yi met Marco Rubio in Moscow. They spoke of tariffs."


def load_state(path: Path, clock: Callable[[], int] | None = None) -> ReadingState:
    """A session that begins."""
    state = ReadingState(clock=clock) if clock else ReadingState()
    state.load(path)
    return state


def known(state: ReadingState) -> tuple[AbstractSet[str], Position, Position, str | None]:
    return state.read, state.position("a"), state.position("王"), state.open_id


def test_the_state_of_reading_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "new" / "state.json"
    state = ReadingState()
    for article_id in ("b", "a"):
        state.mark_read(article_id)
    state.keep_position("王", TEXT, 3)
    state.keep_position("a", TEXT, 12)
    state.save(path)
    assert known(load_state(path)) == ({"a", "b"}, position_at(TEXT, 12), position_at(TEXT, 3), "a")


def test_a_state_of_version_0_1_is_opened_and_one_of_today_is_by_version_0_1(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    path.write_text('{"read": ["a", "b"], "carets": {"a": 12}, "open": "a"}')
    state = load_state(path)
    assert known(state) == ({"a", "b"}, Position(12), Position(0), "a")
    state.keep_position("b", TEXT, 5)
    state.save(path)
    kept = json.loads(path.read_bytes())
    assert (sorted(kept["read"]), kept["carets"], kept["open"]) == (["a", "b"], {"a": 12, "b": 5}, "b")


@pytest.mark.parametrize(
    "content",
    [
        b"", b"garbage", b"[]", b"null", b"\xff\xfe", b'{"read": 1, "carets": {}, "open": null}',
        b'{"read": [], "carets": [], "open": null}', b'{"read": [], "carets": {"a": "x"}, "open": null}',
        b'{"read": []}', b'{"read": [], "carets": {"a": Infinity}, "open": null}', b"[" * 100_000,
        b'{"read": ["a"], "carets": {}}', b'{"read": ["a"], "carets": {"a": 1e308}, "open": "a"}',
        b'{"read": ["a"], "carets": {}, "open": null, "marked": {"a": "today"}}',
        b'{"read": ["a"], "carets": {}, "open": null, "words": {"a": [1]}}',
    ],
    ids=lambda content: content[:60].decode("ascii", "replace")[:20] or "nothing",
)  # fmt: skip
def test_a_state_that_is_garbage_is_an_empty_one(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "state.json"
    path.write_bytes(content)
    assert known(load_state(path)) == (set(), Position(0), Position(0), None)


def test_a_state_that_becomes_garbage_while_one_reads_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    state = ReadingState()
    state.mark_read("a")
    state.save(path)
    path.write_bytes(b"garbage")
    state.save(path)
    assert load_state(path).read == {"a"}
    path.write_bytes(b"garbage")
    state.mark_read("b")
    state.save(path)
    assert load_state(path).read == {"a", "b"}
    path.unlink()
    state.save(path)
    assert load_state(path).read == {"a", "b"}


@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir])
def test_a_state_that_is_no_file_is_an_empty_one_and_is_not_waited_for(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "state.json")
    assert load_state(tmp_path / "state.json").read == set()


def test_a_state_that_cannot_be_kept_costs_only_itself(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    state = ReadingState()
    state.mark_read("a")
    state.save(tmp_path / "file" / "state.json")
    assert load_state(tmp_path / "file" / "state.json").read == set()
    assert state.read == {"a"}


def test_a_state_that_another_program_is_saving_is_not_waited_for_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_state, "_LOCK_SECONDS", 0.0)
    path = tmp_path / "state.json"
    state = ReadingState()
    state.mark_read("a")
    with (tmp_path / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        state.save(path)
        assert not path.exists()
    state.save(path)
    assert load_state(path).read == {"a"}


def test_half_a_surrogate_pair_in_the_words_is_not_written(tmp_path: Path) -> None:
    state = ReadingState()
    state.keep_position("a", "one \ud800 two", 5)
    state.save(tmp_path / "state.json")
    assert load_state(tmp_path / "state.json").position("a").offset == 5


def test_a_dossier_has_one_state_however_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    monkeypatch.chdir(tmp_path)
    absolute = state_file([tmp_path / "one", tmp_path / "two"])
    assert state_file([Path("two"), Path("one")]) == absolute
    assert state_file([tmp_path / "one"]) != absolute


# Two sessions


def test_a_session_that_changes_nothing_takes_nothing_back(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    first, second = load_state(path), load_state(path)
    first.mark_read("a")
    first.keep_position("a", TEXT, 12)
    first.save(path)
    assert second.save(path), "what the other has read is new"
    assert not second.save(path)
    assert second.read == {"a"}
    assert known(load_state(path)) == known(first)


def test_of_each_article_the_later_change_stays(tmp_path: Path) -> None:
    path, ticks = tmp_path / "state.json", iter(range(1, 100))
    first, second = (load_state(path, lambda: next(ticks)) for _ in range(2))
    first.mark_read("a")
    second.mark_read("b")
    second.mark_read("a")
    first.keep_position("a", TEXT, 3)
    second.keep_position("a", TEXT, 12)
    second.mark_read("a", read=False)
    first.keep_position("王", TEXT, 5)
    second.save(path)
    first.save(path)
    assert known(load_state(path)) == ({"b"}, position_at(TEXT, 12), position_at(TEXT, 5), "王")


def test_only_what_this_session_has_read_is_unmarked(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    first = load_state(path)
    first.mark_read("a")
    first.save(path)
    second = load_state(path)
    for article_id in "ab":
        second.mark_read(article_id)
        second.unmark(article_id)
    second.save(path)
    assert load_state(path).read == {"a"}


def test_a_change_counts_though_the_clock_of_another_machine_is_ahead(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    ahead = load_state(path, lambda: 10_000)
    ahead.mark_read("a")
    ahead.keep_position("a", TEXT, 3)
    ahead.save(path)
    behind = load_state(path, lambda: 5_000)
    behind.mark_read("a", read=False)
    behind.keep_position("a", TEXT, 12)
    behind.save(path)
    assert load_state(path).read == set()
    assert load_state(path).position("a") == position_at(TEXT, 12)


@given(
    st.lists(st.tuples(st.integers(0, 2), st.sampled_from("abc"), st.booleans(), st.booleans()), max_size=30)
)
def test_in_whatever_order_sessions_save_the_last_marks_stay(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, str, bool, bool]]
) -> None:
    path, ticks = tmp_path_factory.mktemp("state") / "state.json", iter(range(1, 1000))
    sessions = [load_state(path, lambda: next(ticks)) for _ in range(3)]
    # What a user pressed last counts. A session that has it so already changes nothing.
    last: dict[str, tuple[int, bool]] = {}
    for number, article_id, read, saves in steps:
        session = sessions[number]
        if (article_id in session.read) != read:
            session.mark_read(article_id, read)
            last[article_id] = (number, read)
        if saves:
            session.save(path)
    for session in sessions:
        session.save(path)
    assert load_state(path).read == {article_id for article_id, (_, read) in last.items() if read}


def test_of_a_hundred_thousand_articles_the_last_positions_keep_their_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_record, "LAST", 3)
    path = tmp_path / "state.json"
    state = ReadingState(clock=iter(range(100)).__next__)
    for number in range(5):
        state.keep_position(str(number), TEXT, number + 1)
    state.save(path)
    kept = load_state(path)
    assert [kept.position(str(number)).offset for number in range(5)] == [1, 2, 3, 4, 5]
    assert [bool(kept.position(str(number)).exact) for number in range(5)] == [False, False, True, True, True]


def test_of_many_articles_a_change_too_old_for_its_time_to_be_kept_is_not_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_record, "LAST", 3)
    path, ticks = tmp_path / "state.json", iter(range(1, 100))
    first, second = (load_state(path, lambda: next(ticks)) for _ in range(2))
    first.mark_read("a")
    first.save(path)
    second.load(path)
    second.mark_read("a", read=False)
    for article_id in "bcde":
        second.mark_read(article_id)
    second.save(path)
    first.save(path)
    assert load_state(path).read == {"b", "c", "d", "e"}
