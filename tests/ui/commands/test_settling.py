"""Two versions of a note in the pane of notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.covering import covers
from tests.support.pilot import AppPilot, open_app
from tests.ui.test_notes_panel import new_note, other_program, panel


def bodies(pilot: AppPilot) -> list[str]:
    return sorted(note.annotation.body for note in pilot.notes.notes)


@covers("annotations.keep_this", "annotations.keep_other", "annotations.keep_both")
@pytest.mark.parametrize(("keys", "left"), [("gt", ["mine"]), ("go", ["theirs"]), ("gb", ["mine", "theirs"])])
async def test_both_versions_are_shown_and_one_key_settles_it(
    dossier: Path, keys: str, left: list[str]
) -> None:
    note = new_note(dossier / "talks.txt", "")
    async with open_app(dossier, size=(120, 40)) as pilot:
        other_program(dossier / "talks.txt").edit(note, body="theirs")
        await pilot.press("ce", *"mine", "ctrl+s")
        assert bodies(pilot) == ["mine", "theirs"]
        assert " ".join(panel(pilot)).count("one of two versions") == 2
        await pilot.press("tab", "gg")
        while pilot.notes.notes[pilot.notes.current].annotation.body != "mine":
            await pilot.press("j")
        await pilot.press(keys)
        assert bodies(pilot) == left
        assert "u takes it back" in pilot.status
        assert "one of two versions" not in " ".join(panel(pilot))
        await pilot.press(keys)
        assert bodies(pilot) == left
        assert "no other version" in pilot.status
        await pilot.press("u")
        assert bodies(pilot) == ["mine", "theirs"]
