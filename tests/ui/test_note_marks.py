"""Notes in the text: where they overlap, and which one is at the caret."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.pilot import AppPilot, open_app
from tests.ui.test_looks import attributes
from tests.ui.test_noting import note

MODES = pytest.mark.parametrize("mode", ["colors", "16 colors", "no color"])


async def two_notes(pilot: AppPilot) -> None:
    """One on "met Marco Rubio in", one on "Rubio in Moscow"; the caret is in front of both."""
    await note(pilot, "one", "2w", "v", "4e")
    await note(pilot, "two", "0", "4w", "v", "3e")
    await pilot.press("0")


def looks(pilot: AppPilot) -> dict[str, tuple[object, ...]]:
    """How the words of the first line are painted, by word; the caret's own is left out."""
    found: dict[str, tuple[object, ...]] = {}
    for segment in pilot.reader.render_line(0):
        for word in segment.text.split():
            style = segment.style
            assert style is not None
            found[word] = (style.bgcolor, *attributes(style))
    return found


@MODES
async def test_overlapping_notes_and_the_one_at_the_caret_can_be_told_apart(
    dossier: Path, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if mode == "no color":
        monkeypatch.setenv("NO_COLOR", "1")
    async with open_app(dossier, ansi=mode == "16 colors") as pilot:
        pilot.reader.highlight(())
        await two_notes(pilot)
        plain = looks(pilot)
        assert plain["met"] == plain["Marco"] == plain["Moscow"]
        assert plain["Rubio"] == plain["in"] != plain["met"]
        if mode != "no color":
            assert plain["met"] != plain["Yi"]
        # In the first note alone.
        await pilot.press("3w")
        first = looks(pilot)
        assert first["met"] != plain["met"]
        assert first["in"] not in (plain["in"], first["met"])
        assert first["Moscow"] == plain["Moscow"]
        # In the second note alone.
        await pilot.press("0", "6w")
        second = looks(pilot)
        assert second["met"] == plain["met"]
        assert second["Rubio"] == first["in"]
        await pilot.press("0")
        assert looks(pilot) == plain


async def test_the_sign_of_a_line_tells_that_notes_overlap_in_it(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await note(pilot, "one", "2w", "v", "e")
        assert pilot.rows(pilot.reader)[0].lstrip().startswith("│ Wang")
        await note(pilot, "beside it", "0", "4w", "v", "e")
        assert pilot.rows(pilot.reader)[0].lstrip().startswith("│ Wang")
        await note(pilot, "over both")
        assert pilot.rows(pilot.reader)[0].lstrip().startswith("║ Wang")


async def test_a_note_over_many_lines_is_lit_in_all_of_them(dossier: Path) -> None:
    async with open_app(dossier, size=(50, 40)) as pilot:
        await note(pilot, "all", "V", "G")
        await pilot.press("gg")
        rows = [pilot.reader.render_line(y) for y in range(len(pilot.reader.page.layout.lines))]
        words = [segment for row in rows for segment in row if len(segment.text.split()) > 1]
        assert words
        assert all(segment.style is not None and segment.style.bold for segment in words)
        await pilot.press("d")
        await pilot.quiet()
        assert not any(
            segment.style is not None and segment.style.bold
            for segment in pilot.reader.render_line(5)
            if len(segment.text.split()) > 1
        )


async def test_in_the_panel_the_current_note_is_lit_in_the_text(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        pilot.reader.highlight(())
        await two_notes(pilot)
        plain = looks(pilot)
        await pilot.press("tab", "gg")
        lit = looks(pilot)
        await pilot.press("G")
        second = looks(pilot)
        assert lit["Moscow"] == plain["Moscow"] != second["Moscow"]
        assert lit["Marco"] != plain["Marco"] == second["Marco"]
