from __future__ import annotations

from pathlib import Path

import pytest
from rich.color import Color
from rich.style import Style
from textual.theme import BUILTIN_THEMES

from fenttui.extract.mention import ActorMention, Amount, Measure, Time
from fenttui.kinds import ACTOR_KINDS, AMOUNT_KINDS, TIME_KINDS
from fenttui.ui.themes import own_themes
from tests.support.dossiers import write_article
from tests.support.pilot import AppPilot, open_app

FAMILIES: dict[str, str] = {
    **{kind: kind for kind in ACTOR_KINDS},
    "amount": AMOUNT_KINDS[0],
    "time": TIME_KINDS[0],
}
KINDS = (*ACTOR_KINDS, *AMOUNT_KINDS, *TIME_KINDS)
THEMES = sorted({*BUILTIN_THEMES, *own_themes()})


@pytest.fixture
def one_of_each(tmp_path: Path) -> Path:
    root = tmp_path / "kinds"
    write_article(root, "kinds", "plain text. " + " ".join(f"<{kind}>" for kind in KINDS))
    return root


def mark_kinds(pilot: AppPilot) -> None:
    """Mark each name of a kind as a mention of that kind."""
    starts = {kind: pilot.text.index(f"<{kind}>") + 1 for kind in KINDS}
    actors = [ActorMention(starts[kind], starts[kind] + len(kind), kind, kind) for kind in ACTOR_KINDS]
    amounts = [Amount(starts[kind], starts[kind] + len(kind), kind, Measure(1)) for kind in AMOUNT_KINDS]
    times = [Time(starts[kind], starts[kind] + len(kind), kind, "2025") for kind in TIME_KINDS]
    pilot.reader.set_mentions([*actors, *amounts, *times])


def style_of(pilot: AppPilot, text: str) -> Style:
    segment = next(segment for segment in pilot.segments(pilot.reader) if segment.text == text)
    assert segment.style is not None
    return segment.style


def attributes(style: Style) -> tuple[bool, bool, bool, bool, bool]:
    return (
        bool(style.bold),
        bool(style.italic),
        bool(style.underline),
        bool(style.reverse),
        bool(style.underline2),
    )


async def test_without_color_the_six_families_differ_by_their_attributes(
    one_of_each: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_app(one_of_each) as pilot:
        mark_kinds(pilot)
        await pilot.quiet()
        looks = {family: attributes(style_of(pilot, kind)) for family, kind in FAMILIES.items()}
        looks["plain"] = attributes(style_of(pilot, "> <"))
        assert len(set(looks.values())) == len(looks), looks


async def test_without_color_kinds_of_one_family_look_alike(
    one_of_each: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_app(one_of_each) as pilot:
        mark_kinds(pilot)
        await pilot.quiet()
        for family in (AMOUNT_KINDS, TIME_KINDS):
            assert len({attributes(style_of(pilot, kind)) for kind in family}) == 1


async def test_without_color_note_match_selection_and_caret_are_seen(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_app(dossier) as pilot:
        await pilot.press("]a", "iw", "a", *"x", "ctrl+s")
        await pilot.press("/")
        await pilot.type("exports")
        await pilot.press("enter", "}", "V")
        plain = attributes(pilot.looks_of(pilot.reader, " fell ")[0].style or Style())
        for text in ("xports", "The tariffs are"):
            assert attributes(pilot.looks_of(pilot.reader, text)[0].style or Style()) != plain, text
        assert any(row.lstrip().startswith("│") for row in pilot.rows(pilot.reader))


async def test_with_16_colors_families_differ_and_colors_are_the_terminals_own(one_of_each: Path) -> None:
    async with open_app(one_of_each, ansi=True) as pilot:
        mark_kinds(pilot)
        await pilot.quiet()
        assert pilot.app.theme == "fenttui-ansi"
        looks = {
            family: (style_of(pilot, kind).color, attributes(style_of(pilot, kind)))
            for family, kind in FAMILIES.items()
        }
        assert len(set(looks.values())) == len(looks)
        for kind in KINDS:
            color = style_of(pilot, kind).color
            assert color is not None
            assert color.triplet is None, kind


@pytest.mark.parametrize("themes", [THEMES[each::4] for each in range(4)], ids=lambda names: names[0])
async def test_every_theme_gives_each_kind_a_color_that_is_seen(one_of_each: Path, themes: list[str]) -> None:
    async with open_app(one_of_each, size=(120, 12)) as pilot:
        mark_kinds(pilot)
        for name in themes:
            pilot.app.theme = name
            await pilot.quiet()
            for kind in KINDS:
                style = style_of(pilot, kind)
                assert style.color is not None, (name, kind)
                if style.color.triplet and style.bgcolor and style.bgcolor.triplet:
                    assert contrast(style) >= 3.0, (name, kind, contrast(style))


@pytest.mark.parametrize("name", ["fenttui-dark", "fenttui-light"])
async def test_the_own_themes_are_readable_everywhere(dossier: Path, name: str) -> None:
    async with open_app(dossier, flags={"reader.theme": name}) as pilot:
        await pilot.press("a", *"note", "tab", *"tags", "ctrl+s", "]]", "[[", "/")
        await pilot.type("exports")
        await pilot.press("enter", "2}", "V")
        for _ in range(3):
            for strip in pilot.strips():
                for text, style, _ in strip:
                    if style is not None and text.strip(" │─┌┐"):
                        assert contrast(style) >= 4.5, (text, contrast(style), style)
            await pilot.press("tab")


def contrast(style: Style) -> float:
    """The contrast of a style's two colors, from 1 to 21: WCAG 2.1, 1.4.3."""
    assert style.color is not None
    assert style.bgcolor is not None
    light, dark = sorted((luminance(each) for each in (style.color, style.bgcolor)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: Color) -> float:
    """The relative luminance, from 0 to 1: WCAG 2.1."""
    red, green, blue = color.get_truecolor()
    channels = [each / 255 for each in (red, green, blue)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
