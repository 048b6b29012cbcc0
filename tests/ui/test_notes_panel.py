from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from fenttui.notes.notebook import Notebook
from tests.ui.desk import Desk, desk_on, write_article

CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


def new_note(article_path: Path, body: str, span: tuple[int, int] | None = (0, 7)) -> str:
    """A note that another program made; its id."""
    return other_program(article_path).add(span, body).id


def other_program(article_path: Path) -> Notebook:
    """The notes of an article, opened by another program."""
    from fenttui.articles.dossier import open_dossier
    from fenttui.articles.reading import read_article
    from fenttui.settings.types import Settings

    dossier = open_dossier((article_path.parent,))
    entry = next(entry for entry in dossier.entries if entry.path == article_path)
    return Notebook(
        read_article(entry, Settings().articles),
        article_path.parent / "annotations" / f"{article_path.stem}.toml",
    )


def panel(desk: Desk) -> list[str]:
    """What the annotations pane shows, without its scroll bar and the signs of the notes."""
    lines = [desk.notes.render_line(y).text for y in range(desk.notes.size.height)]
    return [line.replace("│", " ").strip() for line in lines]


def title(desk: Desk) -> str:
    return str(desk.notes.border_title)


def current(desk: Desk) -> str:
    return desk.notes.notes[desk.notes.current].annotation.body


def writes_no_control(desk: Desk) -> None:
    for strip in desk.strips():
        assert not CONTROL.search(strip.text), repr(strip.text)


# Tabs


async def test_tabs_reach_the_terminal_as_spaces_from_everywhere(tmp_path: Path) -> None:
    root = tmp_path / "tabs"
    path = write_article(root, "tabs", "Wang\tYi met\tMarco Rubio. Wang\tYi left.")
    new_note(path, "with\ttabs\tand\r\nmore\x1b[31m", (0, 20))
    async with desk_on(root) as desk:
        writes_no_control(desk)
        assert "with    tabs    and␍" in panel(desk)
        assert "Wang Yi met Marco Ru" in panel(desk)
        await desk.press("tab", "e")
        writes_no_control(desk)
        assert "Wang Yi met Marco Ru" in desk.screen()
        assert "tabs" in desk.screen()
        await desk.press("home", *"x", "escape")
        writes_no_control(desk)
        await desk.press("d", "escape", "escape")
        for keys in (("K",), ("escape", "y"), ("V", "y"), ("a",)):
            await desk.press(*keys)
            writes_no_control(desk)


# Long notes


async def test_a_note_is_shown_in_full(dossier: Path) -> None:
    new_note(dossier / "talks.txt", "\n".join(f"line {number}" for number in range(20)) + "\n\nthe end", None)
    async with desk_on(dossier) as desk:
        shown = panel(desk)
        assert [row for row in shown if row.startswith("line")] == [f"line {n}" for n in range(20)]
        assert "the end" in shown


async def test_a_long_passage_is_cut_with_an_ellipsis(dossier: Path) -> None:
    new_note(dossier / "talks.txt", "all of it", (0, 180))
    async with desk_on(dossier) as desk:
        assert panel(desk)[1].endswith("…")
        assert panel(desk)[2] == "all of it"


async def test_a_note_taller_than_the_pane_is_read_before_the_next_one(dossier: Path) -> None:
    path = dossier / "talks.txt"
    new_note(path, "first", None)
    new_note(path, "\n".join(f"line {number}" for number in range(30)), (0, 7))
    new_note(path, "third", (8, 11))
    async with desk_on(dossier, size=(80, 24)) as desk:
        await desk.press("tab", "gg", "j")
        assert "line 0" in panel(desk)
        seen: set[str] = set()
        presses = 0
        while current(desk) != "third":
            seen.update(panel(desk))
            await desk.press("j")
            presses += 1
            assert presses < 30
        assert {f"line {number}" for number in range(30)} <= seen
        assert "third" in panel(desk)
        await desk.press("k")
        assert "line 0" in panel(desk)
        await desk.press("j", "j")
        assert "line 0" not in panel(desk)
        await desk.press("k", "k")
        assert "line 0" in panel(desk)
        await desk.press("k")
        assert current(desk) == "first"
        await desk.press("2j")
        assert current(desk) == "third"


@pytest.mark.parametrize(("down", "up"), [("ctrl+d", "ctrl+u"), ("space", "ctrl+b")])
async def test_pages_go_through_all_of_the_notes(dossier: Path, down: str, up: str) -> None:
    path = dossier / "talks.txt"
    for start in range(4):
        lines = range(start * 25, start * 25 + (25 if start != 2 else 1))
        new_note(path, "\n".join(f"line {number}." for number in lines), (start, start + 1))
    expected = {f"line {number}." for number in (*range(51), *range(75, 100))}
    async with desk_on(dossier, size=(80, 24)) as desk:
        await desk.press("tab", "gg")
        for key, end in ((down, "line 99."), (up, "line 0.")):
            seen = set(panel(desk))
            for _ in range(80):
                await desk.press(key)
                seen.update(panel(desk))
            assert expected <= seen
            assert end in panel(desk)
            assert end in current(desk)


async def test_a_change_of_a_long_note_leaves_the_view_where_it_is(dossier: Path) -> None:
    new_note(dossier / "talks.txt", "\n".join(f"line {number}" for number in range(30)), None)
    async with desk_on(dossier, size=(80, 24)) as desk:
        await desk.press("tab", "j", "j")
        before = panel(desk)
        assert "line 0" not in before
        await desk.press("c")
        assert panel(desk) == before


# What another program did


async def test_a_conflict_is_told(dossier: Path) -> None:
    note = new_note(dossier / "talks.txt", "first")
    async with desk_on(dossier) as desk:
        other_program(dossier / "talks.txt").edit(note, body="theirs")
        await desk.press("ce", *"!", "ctrl+s")
        assert "saved; another program changed it too: both are kept" in desk.status
        assert {"first!", "theirs", "#conflict"} <= set(panel(desk))
        await desk.press("c", "ce", *"!", "ctrl+s")
        assert "another program" not in desk.status


async def test_a_deleted_note_that_came_back_is_told(dossier: Path) -> None:
    note = new_note(dossier / "talks.txt", "first")
    async with desk_on(dossier) as desk:
        other_program(dossier / "talks.txt").edit(note, body="theirs")
        await desk.press("d")
        assert "it is back" in desk.status
        assert "theirs" in panel(desk)


async def test_notes_that_cannot_be_read_are_not_shown_as_none(dossier: Path) -> None:
    path = dossier / "annotations" / "talks.toml"
    path.parent.mkdir()
    path.write_text("schema = 1\n[[annotation]\n")
    async with desk_on(dossier) as desk:
        shown = " ".join(panel(desk)).split("Press")[0]
        assert "The notes of this article cannot be read: line 2 of talks.toml: is not valid TOML" in shown
        assert "mend it and press R" in shown
        await desk.press("a", *"meanwhile", "ctrl+s")
        assert "not saved" in desk.status
        assert "meanwhile" in panel(desk)
        assert title(desk) == "Annotations 1, not saved"
        path.write_text("schema = 1\n")
        await desk.press("R")
        assert title(desk) == "Annotations 1"
        (saved,) = tomllib.loads(path.read_text("utf-8"))["annotation"]
        assert saved["body"] == "meanwhile"


async def test_mended_notes_are_shown_after_reading_again(dossier: Path) -> None:
    new_note(dossier / "talks.txt", "there all along")
    path = dossier / "annotations" / "talks.toml"
    good = path.read_bytes()
    path.write_bytes(b"\xff" + good)
    async with desk_on(dossier) as desk:
        assert "line 1 of talks.toml: is not UTF-8" in " ".join(panel(desk))
        path.write_bytes(good)
        await desk.press("R")
        assert "there all along" in panel(desk)


# The editor


async def test_the_examples_of_tags_are_not_taken_for_tags(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("a")
        assert "none yet; such as: tariffs, claim/contested" in desk.screen()


@pytest.mark.parametrize("size", [(80, 24), (80, 16), (60, 14), (40, 10), (30, 8), (20, 5)])
async def test_in_a_small_terminal_one_sees_what_one_writes(dossier: Path, size: tuple[int, int]) -> None:
    async with desk_on(dossier, size=size) as desk:
        await desk.press("a", *"written", "tab", *"tagged")
        assert "written" in desk.screen()
        assert "tagged" in desk.screen()
        assert ("Wang Yi met" in desk.screen()) == (size[1] >= 14)


async def test_the_editor_follows_the_terminal_to_another_size(dossier: Path) -> None:
    async with desk_on(dossier, size=(80, 24)) as desk:
        await desk.press("a", *"written")
        await desk.resize(30, 8)
        assert "written" in desk.screen()
        await desk.resize(80, 24)
        assert "written" in desk.screen()
        assert "Wang Yi met" in desk.screen()
