from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from fenttui.notes.notebook import Notebook
from tests.support.dossiers import write_article
from tests.support.pilot import AppPilot, open_app

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


def panel(pilot: AppPilot) -> list[str]:
    """What the annotations pane shows, without its scroll bar and the signs of the notes."""
    lines = [pilot.notes.render_line(y).text for y in range(pilot.notes.size.height)]
    return [line.replace("│", " ").strip() for line in lines]


def title(pilot: AppPilot) -> str:
    return str(pilot.notes.border_title)


def current(pilot: AppPilot) -> str:
    return pilot.notes.notes[pilot.notes.current].annotation.body


def writes_no_control(pilot: AppPilot) -> None:
    for strip in pilot.strips():
        assert not CONTROL.search(strip.text), repr(strip.text)


# Tabs


async def test_tabs_reach_the_terminal_as_spaces_from_everywhere(tmp_path: Path) -> None:
    root = tmp_path / "tabs"
    path = write_article(root, "tabs", "Wang\tYi met\tMarco Rubio. Wang\tYi left.")
    new_note(path, "with\ttabs\tand\r\nmore\x1b[31m", (0, 20))
    async with open_app(root) as pilot:
        writes_no_control(pilot)
        assert "with    tabs    and␍" in panel(pilot)
        assert "Wang Yi met Marco Ru" in panel(pilot)
        await pilot.press("tab", "e")
        writes_no_control(pilot)
        assert "Wang Yi met Marco Ru" in pilot.screen()
        assert "tabs" in pilot.screen()
        await pilot.press("home", *"x", "escape")
        writes_no_control(pilot)
        await pilot.press("d", "escape", "escape")
        for keys in (("K",), ("escape", "y"), ("V", "y"), ("a",)):
            await pilot.press(*keys)
            writes_no_control(pilot)


# Long notes


async def test_a_note_is_shown_in_full(dossier: Path) -> None:
    new_note(dossier / "talks.txt", "\n".join(f"line {number}" for number in range(20)) + "\n\nthe end", None)
    async with open_app(dossier) as pilot:
        shown = panel(pilot)
        assert [row for row in shown if row.startswith("line")] == [f"line {n}" for n in range(20)]
        assert "the end" in shown


async def test_a_long_passage_is_cut_with_an_ellipsis(dossier: Path) -> None:
    new_note(dossier / "talks.txt", "all of it", (0, 180))
    async with open_app(dossier) as pilot:
        assert panel(pilot)[1].endswith("…")
        assert panel(pilot)[2] == "all of it"


async def test_a_note_taller_than_the_pane_is_read_before_the_next_one(dossier: Path) -> None:
    path = dossier / "talks.txt"
    new_note(path, "first", None)
    new_note(path, "\n".join(f"line {number}" for number in range(30)), (0, 7))
    new_note(path, "third", (8, 11))
    async with open_app(dossier, size=(80, 24)) as pilot:
        await pilot.press("tab", "gg", "j")
        assert "line 0" in panel(pilot)
        seen: set[str] = set()
        presses = 0
        while current(pilot) != "third":
            seen.update(panel(pilot))
            await pilot.press("j")
            presses += 1
            assert presses < 30
        assert {f"line {number}" for number in range(30)} <= seen
        assert "third" in panel(pilot)
        await pilot.press("k")
        assert "line 0" in panel(pilot)
        await pilot.press("j", "j")
        assert "line 0" not in panel(pilot)
        await pilot.press("k", "k")
        assert "line 0" in panel(pilot)
        await pilot.press("k")
        assert current(pilot) == "first"
        await pilot.press("2j")
        assert current(pilot) == "third"


@pytest.mark.parametrize(("down", "up"), [("ctrl+d", "ctrl+u"), ("space", "ctrl+b")])
async def test_pages_go_through_all_of_the_notes(dossier: Path, down: str, up: str) -> None:
    path = dossier / "talks.txt"
    for start in range(4):
        lines = range(start * 25, start * 25 + (25 if start != 2 else 1))
        new_note(path, "\n".join(f"line {number}." for number in lines), (start, start + 1))
    expected = {f"line {number}." for number in (*range(51), *range(75, 100))}
    async with open_app(dossier, size=(80, 24)) as pilot:
        await pilot.press("tab", "gg")
        for key, end in ((down, "line 99."), (up, "line 0.")):
            seen = set(panel(pilot))
            for _ in range(80):
                await pilot.press(key)
                seen.update(panel(pilot))
            assert expected <= seen
            assert end in panel(pilot)
            assert end in current(pilot)


async def test_a_change_of_a_long_note_leaves_the_view_where_it_is(dossier: Path) -> None:
    new_note(dossier / "talks.txt", "\n".join(f"line {number}" for number in range(30)), None)
    async with open_app(dossier, size=(80, 24)) as pilot:
        await pilot.press("tab", "j", "j")
        before = panel(pilot)
        assert "line 0" not in before
        await pilot.press("c")
        assert panel(pilot) == before


# What another program did


async def test_a_conflict_is_told(dossier: Path) -> None:
    note = new_note(dossier / "talks.txt", "first")
    async with open_app(dossier) as pilot:
        other_program(dossier / "talks.txt").edit(note, body="theirs")
        await pilot.press("ce", *"!", "ctrl+s")
        assert "saved; another program changed it too: both are kept" in pilot.status
        assert {"first!", "theirs", "#conflict"} <= set(panel(pilot))
        await pilot.press("c", "ce", *"!", "ctrl+s")
        assert "another program" not in pilot.status


async def test_a_deleted_note_that_came_back_is_told(dossier: Path) -> None:
    note = new_note(dossier / "talks.txt", "first")
    async with open_app(dossier) as pilot:
        other_program(dossier / "talks.txt").edit(note, body="theirs")
        await pilot.press("d")
        assert "it is back" in pilot.status
        assert "theirs" in panel(pilot)


async def test_notes_that_cannot_be_read_are_not_shown_as_none(dossier: Path) -> None:
    path = dossier / "annotations" / "talks.toml"
    path.parent.mkdir()
    path.write_text("schema = 1\n[[annotation]\n")
    async with open_app(dossier) as pilot:
        shown = " ".join(panel(pilot)).split("Press")[0]
        assert "This article's notes are read-only: line 2 of talks.toml: is not valid TOML" in shown
        assert "Fix it and press R; notes made until then stay in memory and as drafts." in shown
        assert title(pilot) == "Annotations, read-only"
        await pilot.press("a", *"meanwhile", "ctrl+s")
        assert "not saved" in pilot.status
        assert "meanwhile" in panel(pilot)
        assert title(pilot) == "Annotations 1, read-only, not saved"
        assert "notes are read-only: line 2 of talks.toml" in " ".join(panel(pilot))
        path.write_text("schema = 1\n")
        await pilot.press("R")
        assert title(pilot) == "Annotations 1"
        (saved,) = tomllib.loads(path.read_text("utf-8"))["annotation"]
        assert saved["body"] == "meanwhile"


async def test_notes_of_a_file_that_broke_meanwhile_stay_in_view_read_only(dossier: Path) -> None:
    new_note(dossier / "talks.txt", "there all along")
    path = dossier / "annotations" / "talks.toml"
    good = path.read_bytes()
    broken = good + b"<<<<<<< ours\n=======\n>>>>>>> theirs\n"
    async with open_app(dossier) as pilot:
        path.write_bytes(broken)
        await pilot.press("R")
        shown = " ".join(panel(pilot))
        line = good.count(b"\n") + 1
        assert (
            f"notes are read-only: line {line} of talks.toml: is not valid TOML (it has merge markers"
            in shown
        )
        assert "there all along" in shown
        await pilot.press("a", *"meanwhile", "ctrl+s")
        assert path.read_bytes() == broken
        assert title(pilot) == "Annotations 2, read-only, not saved"
        path.write_bytes(good)
        await pilot.press("R")
        assert title(pilot) == "Annotations 2"
        assert "read-only" not in " ".join(panel(pilot))
        assert path.read_bytes().startswith(good)


async def test_mended_notes_are_shown_after_reading_again(dossier: Path) -> None:
    new_note(dossier / "talks.txt", "there all along")
    path = dossier / "annotations" / "talks.toml"
    good = path.read_bytes()
    path.write_bytes(b"\xff" + good)
    async with open_app(dossier) as pilot:
        assert "line 1 of talks.toml: is not UTF-8" in " ".join(panel(pilot))
        path.write_bytes(good)
        await pilot.press("R")
        assert "there all along" in panel(pilot)


# The editor


async def test_the_examples_of_tags_are_not_taken_for_tags(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("a")
        assert "none yet; such as: tariffs, claim/contested" in pilot.screen()


@pytest.mark.parametrize("size", [(80, 24), (80, 16), (60, 14), (40, 10), (30, 8), (20, 5)])
async def test_in_a_small_terminal_one_sees_what_one_writes(dossier: Path, size: tuple[int, int]) -> None:
    async with open_app(dossier, size=size) as pilot:
        await pilot.press("a", *"written", "tab", *"tagged")
        assert "written" in pilot.screen()
        assert "tagged" in pilot.screen()
        assert ("Wang Yi met" in pilot.screen()) == (size[1] >= 14)


async def test_the_editor_follows_the_terminal_to_another_size(dossier: Path) -> None:
    async with open_app(dossier, size=(80, 24)) as pilot:
        await pilot.press("a", *"written")
        await pilot.resize(30, 8)
        assert "written" in pilot.screen()
        await pilot.resize(80, 24)
        assert "written" in pilot.screen()
        assert "Wang Yi met" in pilot.screen()


async def test_authors_are_told_apart_where_there_are_several(dossier: Path) -> None:
    path = dossier / "talks.txt"
    book = other_program(path)
    first = book.add((0, 7), "mine")
    async with open_app(dossier) as pilot:
        assert not any(line.startswith("by ") for line in panel(pilot))
    content = (dossier / "annotations" / "talks.toml").read_text("utf-8")
    author = f'author = "{first.author}"'
    assert author in content
    (dossier / "annotations" / "talks.toml").write_text(content.replace(author, 'author = "Ben"'), "utf-8")
    other_program(path).add((8, 11), "another")
    async with open_app(dossier) as pilot:
        assert "by Ben" in panel(pilot)
        assert sum(line.startswith("by ") for line in panel(pilot)) == 2
