"""Where one was in an article: after it has changed, and where two sessions read one dossier."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.dossiers import write_article
from tests.support.pilot import AppPilot, open_app

OLD = "\n\n".join(f"Paragraph {number} says that topic number {number} was debated." for number in range(60))
NEW = "\n\n".join([*(f"New opening {number} was put in front." for number in range(20)), OLD])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two long articles; `a` opens first."""
    root = tmp_path / "dossier"
    write_article(root, "a", OLD, "2025-04-03")
    write_article(root, "b", OLD, "2025-04-02")
    return root


def words_here(pilot: AppPilot) -> str:
    return pilot.text[pilot.caret :][:12]


async def go_to_topic(pilot: AppPilot, number: int) -> None:
    await pilot.press("/")
    await pilot.type(f"topic number {number} \n")


@pytest.mark.parametrize(
    "keys", [("R",), ("R", "'x"), ("R", "g", "'x"), ("R", "g", "ctrl+o"), ("ctrl+j", "R", "ctrl+k", "'x")]
)
async def test_text_put_in_front_moves_what_was_marked_and_left(root: Path, keys: tuple[str, ...]) -> None:
    async with open_app(root) as pilot:
        await go_to_topic(pilot, 40)
        await pilot.press("m", "x")
        write_article(root, "a", NEW, "2025-04-03")
        for key in keys:
            await pilot.press("gg" if key == "g" else key)
        assert pilot.text == NEW
        assert words_here(pilot) == "topic number"
        assert pilot.text[pilot.caret :].startswith("topic number 40")


async def test_text_put_in_front_moves_what_was_selected(root: Path) -> None:
    async with open_app(root) as pilot:
        await go_to_topic(pilot, 40)
        await pilot.press("v", "3e", "escape", "gg")
        write_article(root, "a", NEW, "2025-04-03")
        await pilot.press("R")
        await pilot.press("gv")
        assert pilot.selected == "topic number 40"


async def test_the_next_session_opens_at_the_words_that_were_left(root: Path) -> None:
    async with open_app(root) as pilot:
        await go_to_topic(pilot, 40)
        await pilot.press("q")
    write_article(root, "a", NEW, "2025-04-03")
    async with open_app(root) as pilot:
        assert pilot.text[pilot.caret :].startswith("topic number 40")
        assert "topic number 40" in "\n".join(pilot.rows(pilot.reader))


async def test_the_session_that_ends_last_keeps_what_the_other_read(root: Path) -> None:
    async with open_app(root) as last:
        async with open_app(root) as pilot:
            await pilot.press("]]")
            await go_to_topic(pilot, 40)
            await pilot.press("[[")
            await go_to_topic(pilot, 30)
            await pilot.press("]]", "q")
        await last.press("q")
    async with open_app(root) as pilot:
        assert pilot.reading.workspace.session.reading.read == {"a", "b"}
        assert pilot.reading.workspace.article is not None
        assert pilot.reading.workspace.article.id == "b"
        assert pilot.text[pilot.caret :].startswith("topic number 40")
        await pilot.press("[[")
        assert pilot.text[pilot.caret :].startswith("topic number 30")


async def test_what_another_session_read_is_shown_as_read(root: Path) -> None:
    write_article(root, "c", OLD, "2025-04-01")
    async with open_app(root) as pilot:
        async with open_app(root) as other:
            await other.press("]]", "]]", "q")
        assert [item.read for item in pilot.sidebar.items] == [True, False, False]
        await pilot.press("R")
        assert [item.read for item in pilot.sidebar.items] == [True, True, True]
