from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tests.support.pilot import AppPilot, open_app


def told(pilot: AppPilot) -> str:
    """The message of the status line, before it is cut to the width of the screen."""
    return pilot.reading.status._message


async def test_an_unreadable_article_is_told_and_the_rest_works(dossier: Path) -> None:
    (dossier / "zeros.txt").write_bytes(b"\0" * 4096)
    async with open_app(dossier) as pilot:
        assert any(row.startswith("!") for row in pilot.rows(pilot.sidebar))
        index = [item.id for item in pilot.sidebar.items].index("zeros")
        await pilot.press("shift+tab", f"{index + 1}G", "enter")
        assert "zeros.txt" in told(pilot)
        assert "\n" not in told(pilot)
        await pilot.press("escape", "w")
        assert pilot.text[pilot.caret :].startswith("Yi met")


async def test_an_article_that_vanished_is_told(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        (dossier / "trade.txt").unlink()
        await pilot.press("shift+tab", "j", "enter")
        assert "trade.txt" in told(pilot)
        assert pilot.reading.workspace.article is not None
        assert pilot.reading.workspace.article.id == "talks"


async def test_next_article_passes_over_one_that_cannot_be_read(dossier: Path) -> None:
    (dossier / "trade.txt").write_bytes(b"\0" * 4096)
    os.utime(dossier / "trade.txt", (1741860000, 1741860000))
    async with open_app(dossier) as pilot:
        assert [item.id for item in pilot.sidebar.items] == ["talks", "trade", "grain"]
        await pilot.press("]]")
        assert "trade.txt" in told(pilot)
        assert pilot.reading.workspace.article is not None
        assert pilot.reading.workspace.article.id == "grain"


async def test_a_note_that_cannot_be_saved_is_kept_in_memory_and_told(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(dossier) as pilot:
        real_fsync = os.fsync

        def full(descriptor: int) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(os, "fsync", full)
        await pilot.press("a", *"precious", "ctrl+s")
        assert "no space left on device" in told(pilot)
        assert "not saved" in told(pilot)
        assert "precious" in "\n".join(pilot.rows(pilot.notes))
        assert not (dossier / "annotations" / "talks.toml").exists()
        monkeypatch.setattr(os, "fsync", real_fsync)
        await pilot.press("2)", "a", *"more", "ctrl+s")
        saved = (dossier / "annotations" / "talks.toml").read_text("utf-8")
        assert "precious" in saved
        assert "more" in saved


async def test_a_note_that_could_never_be_saved_is_a_draft_afterwards(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (dossier / "annotations").mkdir()
    (dossier / "annotations" / "talks.toml").mkdir()
    async with open_app(dossier) as pilot:
        await pilot.press("a", *"precious", "ctrl+s")
        assert "not saved" in told(pilot)
        await pilot.press("q", "q")
    (dossier / "annotations" / "talks.toml").rmdir()
    async with open_app(dossier) as pilot:
        await pilot.press("a")
        assert "precious" in pilot.screen()


async def test_quitting_with_notes_in_memory_alone_asks_and_tries_again(dossier: Path) -> None:
    (dossier / "annotations").mkdir()
    (dossier / "annotations" / "talks.toml").mkdir()
    async with open_app(dossier) as pilot:
        for body in ("one", "two"):
            await pilot.press("a", *body, "ctrl+s")
        await pilot.press("q")
        assert not pilot.app._exit
        assert "quits and loses them" in pilot.screen()
        await pilot.press("escape", "q", "t")
        assert not pilot.app._exit
        (dossier / "annotations" / "talks.toml").rmdir()
        await pilot.press("t")
        assert pilot.app._exit
    saved = (dossier / "annotations" / "talks.toml").read_text("utf-8")
    assert "one" in saved
    assert "two" in saved


async def test_notes_that_do_not_parse_are_told_and_never_overwritten(dossier: Path) -> None:
    path = dossier / "annotations" / "talks.toml"
    path.parent.mkdir()
    path.write_text("schema = 1\n[[annotation]\nbody = 'mine'\n")
    before = path.read_bytes()
    async with open_app(dossier) as pilot:
        assert "talks.toml:2" in told(pilot)
        await pilot.press("a", *"precious", "ctrl+s")
        assert "not saved" in told(pilot)
        assert "precious" in "\n".join(pilot.rows(pilot.notes))
        assert path.read_bytes() == before


async def test_a_dossier_whose_articles_are_all_broken_opens_and_says_so(tmp_path: Path) -> None:
    root = tmp_path / "broken"
    root.mkdir()
    (root / "zeros.txt").write_bytes(b"\0" * 4096)
    async with open_app(root) as pilot:
        assert "zeros.txt" in told(pilot)
        await pilot.press(
            "w", "a", "ga", "y", "]a", "n", "G", "v", "iw", "K", "d", "u", "x", "ctrl+o", "ctrl+d", "R", "m",
            "a", "'", "a", "]]", "escape", "/", "enter", "gz",
        )  # fmt: skip
        assert len(pilot.app.screen_stack) == 1
        assert not pilot.app._exit


async def test_an_empty_article_is_no_error(tmp_path: Path) -> None:
    root = tmp_path / "empty"
    root.mkdir()
    (root / "empty.txt").write_text("date 2025-04-02\n")
    async with open_app(root) as pilot:
        await pilot.press(
            "w", "e", "b", "j", "k", "G", "gg", ")", "(", "}", "{", "$", "0", "v", "l", "escape", "iw",
            "escape", "is", "escape", "ip", "escape", "V", "escape", "50%", "ctrl+d", "n", "*", "K", "y",
            "enter",
        )  # fmt: skip
        assert pilot.caret == 0
        await pilot.press("a", "escape")
        assert len(pilot.app.screen_stack) == 1


async def test_a_broken_byte_is_told_when_the_article_opens(dossier: Path) -> None:
    (dossier / "talks.txt").write_bytes(
        b"date 2025-04-02\nWang said \xe2\x80 caf\xc3\xa9 \xe2\x82\xac 5 bn. " * 3
    )
    async with open_app(dossier) as pilot:
        assert "talks.txt: 3 characters are not UTF-8" in told(pilot)
        assert pilot.text.startswith("Wang said \N{REPLACEMENT CHARACTER} café € 5 bn.")


async def test_corrections_of_actors_that_cannot_be_read_are_told_at_the_start(dossier: Path) -> None:
    (dossier / "actors.toml").write_text("schema = 1\n[[actor\n")
    async with open_app(dossier) as pilot:
        assert "actors.toml:2: is not valid TOML" in told(pilot)
