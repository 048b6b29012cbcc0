"""A note whose passage was edited: a doubtful place is shown, and accepted, changed or chosen by hand."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tests.support.covering import covers
from tests.support.dossiers import write_article
from tests.support.pilot import AppPilot, open_app

MARKED = "Wang Yi met Marco Rubio in Kuala Lumpur on Friday"
BEFORE = f"The day began early. {MARKED}, and they spoke for an hour.\n\nNothing was signed."


def passage(root: Path) -> str:
    """The passage of the only note, as the file has it."""
    content = (root / "annotations" / "talks.toml").read_text("utf-8")
    return str(tomllib.loads(content)["annotation"][0]["target"]["exact"])


def panel(pilot: AppPilot) -> str:
    lines = [pilot.notes.render_line(y).text for y in range(pilot.notes.size.height)]
    return " ".join(" ".join(line.replace("│", " ") for line in lines).split())


def attached_words(pilot: AppPilot) -> str:
    anchor = pilot.notes.notes[0].anchor
    return "" if anchor.start is None else pilot.text[anchor.start : anchor.end]


async def annotate(root: Path, words: str = MARKED) -> None:
    """Write a dossier of one article, and a note on its words."""
    write_article(root, "talks", BEFORE)
    async with open_app(root) as pilot:
        await pilot.press("/")
        await pilot.type(f"{words.split()[0]}\n")
        await pilot.press("v", *(["e"] * len(words.split())), "a", "n", "ctrl+s")
        assert attached_words(pilot) == words


@covers("annotations.accept_place")
async def test_a_doubtful_place_is_shown_not_written_and_accepted_once(tmp_path: Path) -> None:
    root = tmp_path / "dossier"
    await annotate(root)
    now = MARKED.replace("Kuala Lumpur", "Malaysia's capital")
    write_article(root, "talks", BEFORE.replace(MARKED, now))
    async with open_app(root) as pilot:
        assert "moved, 73 %" in panel(pilot)
        assert "g= accepts" in panel(pilot)
        assert attached_words(pilot) == now
        await pilot.press("tab", "c")
        assert passage(root) == MARKED
        await pilot.press("g=")
        assert "accepted" in pilot.status
        assert passage(root) == now
        assert "moved" not in panel(pilot)
        await pilot.press("g=")
        assert "certain" in pilot.status
        await pilot.press("u")
        assert passage(root) == MARKED
        assert "moved, 73 %" in panel(pilot)


async def test_a_passage_in_other_signs_is_no_question(tmp_path: Path) -> None:
    root = tmp_path / "dossier"
    await annotate(root)
    now = MARKED.replace(" in ", "\N{NO-BREAK SPACE}in\n")
    write_article(root, "talks", BEFORE.replace(MARKED, now))
    async with open_app(root) as pilot:
        assert "moved" not in panel(pilot)
        assert attached_words(pilot) == now
        await pilot.press("tab", "c")
        assert passage(root) == now


@covers("annotations.attach")
async def test_an_orphan_is_shown_whole_and_attached_to_what_is_selected(tmp_path: Path) -> None:
    root = tmp_path / "dossier"
    await annotate(root)
    write_article(root, "talks", "All of the talks were called off.\n\nNobody said why they were.")
    async with open_app(root) as pilot:
        assert MARKED in panel(pilot)
        assert "no longer found in the text" in panel(pilot)
        await pilot.press("tab", "g=")
        assert "gone" in pilot.status
        await pilot.press("gn")
        assert "no other place" in pilot.status
        await pilot.press("shift+tab", "gg", "v", "e", "e", "e", "e", "tab", "ga")
        assert "attached" in pilot.status
        assert passage(root) == attached_words(pilot) == "All of the talks"
        await pilot.press("u")
        assert passage(root) == MARKED


@covers("annotations.next_place")
async def test_another_place_with_the_same_words_is_chosen(tmp_path: Path) -> None:
    root = tmp_path / "dossier"
    await annotate(root, "Wang Yi met Marco Rubio")
    write_article(
        root, "talks", "One said that Wang Yi met Marco Rubio there.\n\nIn May Wang Yi met Marco Rubio once."
    )
    async with open_app(root) as pilot:
        await pilot.press("tab", "gn")
        first = pilot.notes.notes[0].anchor.start
        assert attached_words(pilot) == "Wang Yi met Marco Rubio"
        assert "place 1 of 2" in pilot.status
        await pilot.press("gn")
        assert "place 2 of 2" in pilot.status
        assert attached_words(pilot) == "Wang Yi met Marco Rubio"
        assert pilot.notes.notes[0].anchor.start != first
        await pilot.press("u", "u")
        assert attached_words(pilot) == ""
