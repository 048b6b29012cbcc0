from __future__ import annotations

import datetime as dt
import errno
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fenttui import paths
from fenttui.notes.anchoring import make_target
from fenttui.notes.drafts import Draft, Drafts, drop_left, is_draft_of, left_drafts
from fenttui.problem import ProblemError

NOW = dt.datetime(2025, 4, 3, 9, 12, 44, tzinfo=dt.UTC)


@pytest.fixture
def draft(root: Path) -> Draft:
    return Draft(root / "talks.txt", make_target("a passage", 2, 9), None, "half a sen", ("t",), NOW)


@pytest.fixture
def session() -> Iterator[Drafts]:
    drafts = Drafts()
    yield drafts
    drafts.close()


def left(article_path: Path | None = None) -> list[Draft]:
    return [each.draft for each in left_drafts(article_path)]


def leave(draft: Draft) -> None:
    """Keep a draft as a session does that is gone afterwards."""
    gone = Drafts()
    gone.keep(draft, "1")
    gone.close()


def files() -> list[str]:
    return sorted(path.suffix for path in (paths.state_folder() / "drafts").iterdir())


def test_a_draft_that_was_left_is_found_for_its_article_alone(draft: Draft, root: Path) -> None:
    leave(draft)
    assert left(draft.article_path) == left() == [draft]
    assert left(root / "other.txt") == []


def test_a_draft_is_not_offered_while_its_session_lives(draft: Draft, session: Drafts) -> None:
    session.keep(draft, "1")
    assert left() == []
    session.close()
    assert left() == [draft]


def test_a_later_draft_takes_the_place_of_the_first(draft: Draft, session: Drafts) -> None:
    session.keep(draft, "1")
    later = replace(draft, body="half a sentence", target=None, annotation_id="0196a3c2")
    session.keep(later, "1")
    session.close()
    assert left() == [later]


def test_no_session_writes_over_the_draft_of_another(draft: Draft, session: Drafts) -> None:
    other = Drafts()
    session.keep(draft, "1")
    theirs = replace(draft, body="another thought")
    other.keep(theirs, "1")
    other.drop("1")
    session.close()
    assert left() == [draft]


def test_of_several_left_drafts_the_newest_comes_first(draft: Draft) -> None:
    later = replace(draft, body="newer", saved=NOW + dt.timedelta(minutes=1))
    for each in (draft, later, replace(draft, body="older", saved=NOW - dt.timedelta(minutes=1))):
        leave(each)
    assert [each.body for each in left()] == ["newer", "half a sen", "older"]


def test_a_dropped_draft_is_gone_and_may_be_dropped_twice(draft: Draft, session: Drafts) -> None:
    session.keep(draft, "1")
    session.drop("1")
    session.drop("1")
    assert files() == []


def test_a_draft_that_is_taken_over_belongs_to_its_new_session(draft: Draft, session: Drafts) -> None:
    leave(draft)
    (found,) = left_drafts()
    assert session.take_over(found, "7")
    assert left() == []
    assert files() == [".json", ".lock"]
    session.close()
    assert left() == [draft]


def test_only_one_of_two_sessions_takes_a_draft_over(draft: Draft, session: Drafts) -> None:
    leave(draft)
    (found,) = left_drafts()
    other = Drafts()
    assert session.take_over(found, "1")
    assert not other.take_over(found, "1")
    other.close()
    session.drop("1")
    assert files() == []


def test_a_left_draft_that_is_dropped_leaves_nothing_behind(draft: Draft) -> None:
    leave(draft)
    drop_left(left_drafts()[0])
    assert files() == []


def test_a_draft_is_told_from_one_on_an_article_of_the_same_name_elsewhere(draft: Draft, root: Path) -> None:
    leave(draft)
    (found,) = left_drafts()
    assert is_draft_of(found, root / "." / "talks.txt")
    assert not is_draft_of(found, root / "deeper" / "talks.txt")


def test_without_locks_in_the_file_system_drafts_are_still_kept_and_found(
    draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", no_locks)
    session = Drafts()
    session.keep(draft, "1")
    assert left() == [draft]
    session.close()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"target": 1}', b"\xff", b"[" * 100_000])
def test_a_broken_draft_is_as_none(draft: Draft, content: bytes) -> None:
    leave(draft)
    (file,) = (paths.state_folder() / "drafts").glob("*.json")
    file.write_bytes(content)
    assert left() == []


def test_strange_files_among_the_drafts_are_passed_over(draft: Draft) -> None:
    leave(draft)
    folder = paths.state_folder() / "drafts"
    for name in ("x.json", "a-b-c-d.json", "--.json", "notes.txt"):
        (folder / name).write_text("{}")
    (folder / "a-b-c.json").mkdir()
    assert left() == [draft]


def test_a_draft_that_cannot_be_kept_says_so_in_one_sentence(
    draft: Draft, session: Drafts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.write", full)
    with pytest.raises(ProblemError, match="the draft is not kept, no space left on device; save the note"):
        session.keep(draft, "1")


@given(body=st.text(), tags=st.lists(st.text(), max_size=3))
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_comes_back_as_it_was(draft: Draft, body: str, tags: list[str]) -> None:
    kept = replace(draft, body=body, tags=tuple(tags))
    leave(kept)
    (found,) = left_drafts()
    drop_left(found)
    assert found.draft == kept
