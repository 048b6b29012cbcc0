from pathlib import Path
from typing import Any

import pytest

from fenttui.notes import codebook
from fenttui.ui.widgets import looks
from tests.support.pilot import open_app
from tests.ui.test_noting import FIRST, on_disk

BOOK = '[[tag]]\nname = "claim/contested"\nkey = "c"\ncolor = "red"\n[[tag]]\nname = "person"\nkey = "p"\n'


@pytest.fixture
def coded(dossier: Path) -> Path:
    (dossier / "tags.toml").write_text(BOOK)
    return dossier


def marked(dossier: Path) -> list[tuple[Any, ...]]:
    return [(note["target"]["exact"], note["tags"], note["color"]) for note in on_disk(dossier)]


async def test_a_key_of_the_codebook_tags_in_one_press(coded: Path) -> None:
    async with open_app(coded) as pilot:
        await pilot.press("w", "+", "c")
        assert marked(coded) == [(FIRST, ["claim/contested"], "red")]
        assert "tagged claim/contested; u takes it back" in pilot.status
        await pilot.press("+", "c")
        assert "this has the tag claim/contested already" in pilot.status
        await pilot.press("u")
        assert marked(coded) == []
        await pilot.press("gg", "0", "v", "e", "+", "p")
        assert marked(coded) == [("Wang", ["person"], "yellow")]
        assert pilot.selected is None


async def test_an_unknown_key_does_nothing_and_names_those_that_do(coded: Path) -> None:
    async with open_app(coded) as pilot:
        await pilot.press("+", "x")
        assert "no tag has the key x: c claim/contested · p person" in pilot.status
        (coded / "tags.toml").unlink()
        await pilot.press("+", "c")
        assert "no tag has a key" in pilot.status
        (coded / "tags.toml").write_text("[[tag]\n")
        await pilot.press("+", "c")
        assert "tags.toml" in pilot.status
        assert on_disk(coded) == []


async def test_all_matches_of_a_search_are_annotated_as_one_step(coded: Path) -> None:
    text = next(coded.rglob("talks*")).read_text("utf-8")
    count = text.count("tariff")
    assert count > 1
    async with open_app(coded) as pilot:
        await pilot.press("g/")
        assert "no matches to annotate" in pilot.status
        await pilot.press("/")
        await pilot.type("tariff")
        await pilot.press("enter", "g/")
        await pilot.type("claim/contested")
        await pilot.press("enter")
        await pilot.type("why")
        await pilot.press("enter")
        assert f"Annotate {count} matches as claim/contested?" in pilot.screen()
        assert on_disk(coded) == []
        await pilot.press("y")
        assert marked(coded) == [("tariff", ["claim/contested"], "red")] * count
        assert {note["body"] for note in on_disk(coded)} == {"why"}
        await pilot.press("u")
        assert f"{count} new notes removed" in pilot.status
        assert on_disk(coded) == []


async def test_a_look_at_the_matches_can_end_without_annotating(coded: Path) -> None:
    async with open_app(coded) as pilot:
        await pilot.press("/")
        await pilot.type("Moscow")
        await pilot.press("enter", "g/", "enter", "enter")
        assert "neither a tag nor a text" in pilot.status
        await pilot.press("g/")
        await pilot.type("x")
        await pilot.press("enter", "enter", "escape")
        assert "nothing annotated" in pilot.status
        assert not (coded / "annotations").exists() or on_disk(coded) == []


def test_the_codebook_names_the_colors_that_the_screen_has() -> None:
    assert codebook.COLORS == looks.COLORS


async def test_a_tag_with_a_comma_survives_an_edit_of_the_text(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("a", "tab")
        await pilot.type('"Lee, Ann", claim')
        await pilot.press("ctrl+s", "ce")
        await pilot.type("more")
        await pilot.press("ctrl+s")
        (kept,) = on_disk(dossier)
        assert (kept["body"], kept["tags"]) == ("more", ["Lee, Ann", "claim"])
