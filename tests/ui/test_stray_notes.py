from __future__ import annotations

from pathlib import Path

from tests.support.pilot import AppPilot, open_app


def told(pilot: AppPilot) -> str:
    """The message of the status line, before it is cut to the width of the screen."""
    return pilot.reading.status._message


async def test_a_note_follows_its_article_that_was_renamed_and_is_saved_under_the_new_name(
    dossier: Path,
) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("a", *"first", "ctrl+s")
    (dossier / "talks.txt").rename(dossier / "renamed.txt")
    async with open_app(dossier) as pilot:
        index = [item.id for item in pilot.sidebar.items].index("renamed")
        await pilot.press("shift+tab", f"{index + 1}G", "enter")
        assert [note.annotation.body for note in pilot.notes.notes] == ["first"]
        await pilot.press("ga", *"second", "ctrl+s")
        assert {note.annotation.body for note in pilot.notes.notes} == {"first", "second"}
    assert [path.name for path in (dossier / "annotations").glob("*.toml")] == ["renamed.toml"]


async def test_a_conflict_copy_is_told_once_at_the_opening_with_the_command_that_merges_it(
    dossier: Path,
) -> None:
    folder = dossier / "annotations"
    folder.mkdir()
    (folder / "talks (Ada's conflicted copy 2025-04-02).toml").write_text("schema = 1\n")
    async with open_app(dossier) as pilot:
        assert "fenttui notes merge" in told(pilot)
        assert "this is a conflict copy of" in " ".join(" ".join(pilot.rows(pilot.notes)).split())
        await pilot.press("]]")
        assert "fenttui notes merge" not in told(pilot)
