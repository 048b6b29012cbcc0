import tomllib
from pathlib import Path

import pytest

from fenttui.ui.completing_tags import completed_tag_filter, completed_tags
from tests.support.pilot import AppPilot, open_app

KNOWN = ("claim", "claim/contested", "Lee, Ann", "rare earths")


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("", []),
        ("cl", ["claim", "claim/contested"]),
        ("CLAIM/", ["claim/contested"]),
        ("cont", ["claim/contested"]),
        ("claim, c", ["claim, claim/contested"]),
        ('"Lee, Ann", r', ['"Lee, Ann", rare earths']),
        ("le", ['"Lee, Ann"']),
        ('"Lee, A', ['"Lee, Ann"']),
        ("#cl", ["claim", "claim/contested"]),
        ("x", []),
    ],
)
def test_the_last_tag_of_a_line_is_completed(line: str, lines: list[str]) -> None:
    assert list(completed_tags(KNOWN)(line)) == lines


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("tariff tag:cl", ["tariff tag:claim", "tariff tag:claim/contested"]),
        ("tag:ra", ['tag:"rare earths"']),
        ('tag:"ra', ['tag:"rare earths"']),
        ("cl", []),
        ("tag:claim x", []),
    ],
)
def test_the_tag_of_a_filter_is_completed(line: str, lines: list[str]) -> None:
    assert list(completed_tag_filter(KNOWN)(line)) == lines


@pytest.fixture
def coded(dossier: Path) -> Path:
    (dossier / "tags.toml").write_text('[[tag]]\nname = "claim"\n[[tag]]\nname = "claim/contested"\n')
    return dossier


def tags_on_disk(dossier: Path) -> list[str]:
    (note,) = tomllib.loads((dossier / "annotations" / "talks.toml").read_text("utf-8"))["annotation"]
    return list(note["tags"])


async def _open_field(pilot: AppPilot, field: str) -> None:
    """Open the editor's field of tags, or the prompt for the tags of a note."""
    await pilot.press("a")
    if field == "editor":
        await pilot.press("tab")
    else:
        await pilot.press("ctrl+s", "ct")


@pytest.mark.parametrize("field", ["editor", "prompt"])
@pytest.mark.parametrize(
    ("keys", "tags"),
    [(("tab",), ["claim"]), (("right",), ["claim"]), (("tab", "tab"), ["claim/contested"]), ((), ["cl"])],
)
async def test_tab_and_right_accept_a_tag_and_enter_does_not(
    coded: Path, field: str, keys: tuple[str, ...], tags: list[str]
) -> None:
    async with open_app(coded) as pilot:
        await _open_field(pilot, field)
        await pilot.type("cl")
        await pilot.press(*keys, "enter")
        assert tags_on_disk(coded) == tags


async def test_the_most_used_tag_is_offered_first_and_tab_leaves_a_field_with_nothing_to_complete(
    dossier: Path,
) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("a", "tab")
        await pilot.type("tariffs, tax")
        await pilot.press("ctrl+s", "ga", "tab")
        await pilot.type("tax")
        await pilot.press("tab")
        await pilot.type("body")
        await pilot.press("ctrl+s", "w", "d", "a", "tab")
        await pilot.type("ta")
        await pilot.press("tab", "enter")
        text = (dossier / "annotations" / "talks.toml").read_text("utf-8")
        kept = tomllib.loads(text)["annotation"]
        assert sorted((note["body"], note["tags"]) for note in kept) == [("", ["tax"]), ("body", ["tax"])]


async def test_a_tag_is_completed_in_the_filter_of_the_list(coded: Path) -> None:
    async with open_app(coded) as pilot:
        await pilot.press("shift+tab", "/")
        await pilot.type("tag:cl")
        await pilot.press("tab", "enter")
        assert "tag:claim" in pilot.status
