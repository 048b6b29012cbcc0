from __future__ import annotations

import datetime as dt
import json
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from fenttui.notes.anchoring import make_target
from fenttui.notes.drafts import Draft, Drafts, left_drafts
from fenttui.ui.session.session import Session
from tests.support.pilot import AppPilot, new_app, open_app

SAVED = dt.datetime(2025, 4, 3, 9, 12, tzinfo=dt.UTC)
FIRST = "Wang Yi met Marco Rubio in Moscow on Tuesday."


def leave(article_path: Path, body: str, tags: tuple[str, ...] = (), minutes: int = 0) -> None:
    """A draft of a session that is gone."""
    gone = Drafts()
    gone.keep(Draft(article_path, None, None, body, tags, SAVED + dt.timedelta(minutes=minutes)), "1")
    gone.close()


def on_disk(dossier: Path, name: str = "talks") -> list[dict[str, Any]]:
    path = dossier / "annotations" / f"{name}.toml"
    return tomllib.loads(path.read_text("utf-8"))["annotation"] if path.exists() else []


def bodies(dossier: Path, name: str = "talks") -> list[str]:
    return [note["body"] for note in on_disk(dossier, name)]


def asked(pilot: AppPilot) -> str:
    """What a dialog asks, on one line."""
    return " ".join(pilot.screen().replace("│", " ").split()) if len(pilot.app.screen_stack) > 1 else ""


def opened(pilot: AppPilot) -> str | None:
    return pilot.reading.workspace.article.id if pilot.reading.workspace.article else None


async def test_a_draft_that_was_left_is_offered_at_start_on_its_article(dossier: Path) -> None:
    leave(dossier / "trade.txt", "half a thou", ("x",))
    async with open_app(dossier) as pilot:
        assert opened(pilot) == "trade"
        assert "half a thou" in asked(pilot)
        await pilot.press("c")
        await pilot.type("ght")
        await pilot.press("ctrl+s")
        assert bodies(dossier, "trade") == ["half a thought"]
        assert on_disk(dossier, "trade")[0]["tags"] == ["x"]
    assert left_drafts() == []


async def test_a_draft_is_not_asked_about_over_what_was_opened_by_keys_typed_at_once(dossier: Path) -> None:
    leave(dossier / "talks.txt", "half a thou")
    app = new_app(dossier)
    async with app.run_test(size=(120, 40)) as textual_pilot:
        pilot = AppPilot(app, textual_pilot)
        await pilot.quiet()
        await pilot.press("escape", "?")
        pilot.reading.panes.notes.drafts.offer_newest()
        await pilot.quiet()
        assert len(app.screen_stack) == 2
        assert "half a thou" not in pilot.screen()


async def test_nothing_is_asked_at_start_without_a_draft_of_this_dossier(
    dossier: Path, tmp_path: Path
) -> None:
    leave(tmp_path / "elsewhere" / "talks.txt", "of another dossier")
    leave(dossier / "grain.txt", "  ")
    async with open_app(dossier) as pilot:
        assert asked(pilot) == ""
        assert opened(pilot) == "talks"


async def test_a_draft_is_left_for_later(dossier: Path) -> None:
    leave(dossier / "talks.txt", "half a thou")
    async with open_app(dossier) as pilot:
        await pilot.press("l")
        assert asked(pilot) == ""
        await pilot.press("a")
        assert "half a thou" in asked(pilot)
        await pilot.press("escape")
        assert asked(pilot) == ""
        await pilot.press("a", "l")
        await pilot.type("another")
        await pilot.press("ctrl+s")
        assert bodies(dossier) == ["another"]
        await pilot.press("a")
        assert "unsaved draft" not in asked(pilot)
        assert "New note" in asked(pilot)
    assert [left.draft.body for left in left_drafts()] == ["half a thou"]


async def test_a_draft_can_be_dropped(dossier: Path) -> None:
    leave(dossier / "talks.txt", "half a thou")
    async with open_app(dossier) as pilot:
        await pilot.press("escape", "a", "d")
        await pilot.type("new")
        await pilot.press("ctrl+s")
        assert bodies(dossier) == ["new"]
    assert left_drafts() == []


async def test_of_several_drafts_the_newest_is_offered_and_the_others_stay(dossier: Path) -> None:
    leave(dossier / "talks.txt", "older")
    leave(dossier / "talks.txt", "newest", minutes=2)
    leave(dossier / "grain.txt", "between", minutes=1)
    async with open_app(dossier) as pilot:
        assert "newest" in asked(pilot)
        await pilot.press("d")
        assert asked(pilot) == ""
        await pilot.press("a")
        assert "older" in asked(pilot)
        await pilot.press("escape")
    assert [left.draft.body for left in left_drafts()] == ["between", "older"]


async def test_the_time_of_a_draft_is_told_as_the_readers_own(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave(dossier / "talks.txt", "half a thou")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "XYZ-5:30")
        time.tzset()
        async with open_app(dossier) as pilot:
            assert "unsaved draft from 2025-04-03 14:42 on “" in asked(pilot)
    time.tzset()


async def test_two_sessions_in_one_article_keep_a_draft_each(dossier: Path) -> None:
    async with open_app(dossier) as one, open_app(dossier) as other:
        await one.press("a")
        await one.type("mine")
        one.reading.panes.notes.drafts.keep()
        await other.press("a")
        assert "New note" in asked(other)
        await other.type("yours")
        other.reading.panes.notes.drafts.keep()
        await other.press("escape", "d")
        await other.press("a")
        assert "New note" in asked(other)
        assert left_drafts() == []
        await one.press("ctrl+s")
        assert bodies(dossier) == ["mine"]
    assert left_drafts() == []


async def test_a_draft_that_another_session_continued_meanwhile_is_told(dossier: Path) -> None:
    leave(dossier / "talks.txt", "half a thou")
    async with open_app(dossier) as one, open_app(dossier) as other:
        await one.press("c")
        await other.press("c")
        assert "another session" in other.status
        assert len(other.app.screen_stack) == 1
        assert "half a thou" in asked(one)


async def test_a_dropped_link_keeps_what_is_being_typed(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("a")
        await pilot.type("half a thou")
        pilot.app.hang_up(1)
        (left,) = left_drafts(dossier / "talks.txt")
        assert left.draft.body == "half a thou"
        assert left.draft.target is not None
        assert left.draft.target.exact == FIRST


async def test_a_draft_of_an_edit_is_offered_for_its_own_note(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("a", *"one", "ctrl+s")
    note = on_disk(dossier)[0]
    text = FIRST + " They spoke of tariffs."
    gone = Drafts()
    target = make_target(text, 0, len(FIRST))
    gone.keep(Draft(dossier / "talks.txt", target, note["id"], "one and a half", (), SAVED), "1")
    gone.close()
    async with open_app(dossier) as pilot:
        await pilot.press("escape", "ce", "c", "ctrl+s")
    assert bodies(dossier) == ["one and a half"]


async def test_the_draft_of_a_note_that_was_saved_in_the_end_is_dropped(dossier: Path) -> None:
    (dossier / "annotations").mkdir()
    (dossier / "annotations" / "talks.toml").mkdir()
    async with open_app(dossier) as pilot:
        for body in ("one", "two"):
            await pilot.press("a")
            assert "New note" in asked(pilot)
            await pilot.press(*body, "ctrl+s")
        (dossier / "annotations" / "talks.toml").rmdir()
        await pilot.press("q")
        assert pilot.app._exit
    assert sorted(bodies(dossier)) == ["one", "two"]
    assert left_drafts() == []


async def test_every_note_that_could_not_be_saved_is_a_draft_of_its_own(dossier: Path) -> None:
    (dossier / "annotations").mkdir()
    (dossier / "annotations" / "talks.toml").mkdir()
    async with open_app(dossier) as pilot:
        for body in ("one", "two"):
            await pilot.press("a", *body, "ctrl+s")
    assert sorted(left.draft.body for left in left_drafts()) == ["one", "two"]


async def test_the_reading_position_is_kept_before_anything_can_end_the_program(
    dossier: Path, own_folders: Path
) -> None:
    def kept() -> dict[str, Any]:
        (file,) = (own_folders / "state" / "reading").glob("*.json")
        state: dict[str, Any] = json.loads(file.read_text("utf-8"))
        return state

    async with open_app(dossier) as pilot:
        assert kept()["open"] == "talks"
        await pilot.press("]]")
        assert kept()["open"] == "trade"
        await pilot.press("2w", "a")
        assert kept()["carets"]["trade"] == pilot.caret > 0
        app = new_app(dossier)
        assert isinstance(app.session, Session)
        assert app.session.reading.open_id == "trade"


# What is kept is reminded of


async def test_the_question_names_the_article(dossier: Path) -> None:
    leave(dossier / "trade.txt", "half a thou")
    async with open_app(dossier) as pilot:
        assert "on “Trade with China grew in 2024.”: half a thou" in asked(pilot)


async def test_the_question_at_start_tells_of_the_other_drafts(dossier: Path) -> None:
    leave(dossier / "talks.txt", "half a thou")
    leave(dossier / "grain.txt", "newest", minutes=1)
    async with open_app(dossier) as pilot:
        assert "There are 2 unsaved drafts, the newest from" in asked(pilot)
        assert "on “Farmers in Brazil" in asked(pilot)


@pytest.mark.parametrize("keys", [("gd",), ("tab", "gd")], ids=["in the text", "in the panel"])
async def test_a_kept_draft_is_reminded_of_where_its_article_is_opened(
    dossier: Path, keys: tuple[str, ...]
) -> None:
    leave(dossier / "trade.txt", "half a thou")
    async with open_app(dossier) as pilot:
        await pilot.press("l")
        assert "the draft is kept; gd continues it" in pilot.status
        assert "gd continues it: half a thou" in " ".join(" ".join(pilot.rows(pilot.notes)).split())
        await pilot.press("]]")
        assert "half a thou" not in pilot.screen()
        await pilot.press("[[")
        assert "is kept here, gd continues it: half a thou" in pilot.status
        await pilot.press(*keys)
        assert "Draft" in asked(pilot)
        assert "half a thou" in asked(pilot)
        await pilot.press("ctrl+s")
        assert bodies(dossier, "trade") == ["half a thou"]
        assert "continues it" not in pilot.screen()
        await pilot.press("gd")
        assert "no draft is kept on this article" in pilot.status


async def test_notes_stand_below_the_draft_that_is_kept(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("a", *"one", "ctrl+s")
    leave(dossier / "talks.txt", "half a thou")
    async with open_app(dossier) as pilot:
        await pilot.press("escape", "tab", "j", "k")
        shown = " ".join(" ".join(pilot.rows(pilot.notes)).split())
        assert shown.index("half a thou") < shown.index("one")
        await pilot.press("d")
        assert "one" not in "\n".join(pilot.rows(pilot.notes))
        assert left_drafts()


@pytest.mark.parametrize(
    "discard", [("a", "d", "escape"), ("a", "l", *"half a thou", "escape", "d")], ids=["left", "typed"]
)
async def test_what_was_discarded_by_a_stray_key_comes_back(dossier: Path, discard: tuple[str, ...]) -> None:
    leave(dossier / "talks.txt", "half a thou")
    async with open_app(dossier) as pilot:
        await pilot.press("l")
        await pilot.press(*(" " if key == " " else key for key in discard if key != " "))
        assert "gd brings it back" in pilot.status
        if "l" not in discard:
            assert left_drafts() == []
            await pilot.press("gd", "ctrl+s")
            assert bodies(dossier) == ["half a thou"]


async def test_leaving_an_editor_in_which_nothing_was_typed_tells_of_nothing_discarded(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("a", "escape")
        assert "brings it back" not in pilot.status
        await pilot.press("a", *"one", "ctrl+s", "ce", "x", "backspace", "escape")
        assert "brings it back" not in pilot.status
