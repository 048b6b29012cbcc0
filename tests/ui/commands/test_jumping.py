from __future__ import annotations

from pathlib import Path

from tests.support.covering import covers, presses_of
from tests.support.pilot import AppPilot, open_app


def stands_at(pilot: AppPilot, expected: str) -> None:
    assert pilot.text[pilot.caret :].startswith(expected), pilot.text[pilot.caret :][:20]


@covers("reader.search_backward")
async def test_a_search_backward_goes_to_the_match_before_and_n_goes_on_backward(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("G", "\\")
        await pilot.type("wang")
        stands_at(pilot, "Wang Yi told")
        await pilot.press("enter", "n")
        stands_at(pilot, "Wang said")
        await pilot.press("N")
        stands_at(pilot, "Wang Yi told")
        await pilot.press("2n")
        stands_at(pilot, "Wang Yi met")


@covers("reader.jump_back", "reader.jump_forward")
async def test_jumps_are_taken_back_and_done_again_by_each_key(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        for back in presses_of("reader.jump_back"):
            for forward in presses_of("reader.jump_forward"):
                pilot.reader.move_to(0)
                await pilot.press("G", "4gg", "]a")
                here = pilot.caret
                await pilot.press(back)
                stands_at(pilot, "Exports fell")
                await pilot.press(back)
                stands_at(pilot, "reporters. Nobody")
                await pilot.press(forward)
                stands_at(pilot, "Exports fell")
                await pilot.press(f"9 {forward}")
                assert pilot.caret == here
                await pilot.press(forward)
                assert "no later location" in pilot.status
                await pilot.press(f"2 {back}")
                stands_at(pilot, "reporters. Nobody")
                await pilot.press(f"9 {forward}")


@covers("reader.jump_mark")
async def test_a_mark_is_gone_to_and_twice_goes_where_the_last_jump_began(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        for keys in presses_of("reader.jump_mark"):
            pilot.reader.move_to(0)
            await pilot.press("w", "mx", "G", f"{keys}x")
            stands_at(pilot, "Yi met")
            for char in "'`":
                await pilot.press(f"{keys}{char}")
                stands_at(pilot, "reporters. Nobody")
                await pilot.press(f"{keys}{char}")
                stands_at(pilot, "Yi met")


@covers("reader.last_annotated")
async def test_gi_goes_where_a_note_was_last_written_from_another_article_too(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("gi")
        assert "no note was written yet" in pilot.status
        await pilot.press(")", "a", *"one", "ctrl+s", "]]", "gi")
        stands_at(pilot, "They spoke")
        await pilot.press("G", "a", *"two", "ctrl+s", "gg", "gi")
        stands_at(pilot, "reporters. Nobody")
        await pilot.press("ctrl+o")
        stands_at(pilot, "Wang Yi met")
