from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from fenttui.notes.drafts import Draft, Drafts
from tests.support.pilot import AppPilot, open_app

TRICKS = "[bold red]x[/] [@click=app.quit]y[/] \x1b[31mz\x9b2J\u202eabc\u2066\x07"
SHOWN = "[bold red]x[/] [@click=app.quit]y[/] ␛[31mz␦2J␦abc␦␇"
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def toml(text: str) -> str:
    escaped = "".join(
        f"\\u{ord(char):04x}" if UNSAFE.match(char) else char for char in text.replace("\\", "\\\\")
    )
    return f'"{escaped}"'


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    root = tmp_path / "hostile"
    (root / "annotations").mkdir(parents=True)
    front = f"---\ndate: 2025-04-02\ntitle: {toml(TRICKS)}\n---\n\n"
    (root / "one.md").write_text(f"{front}Wang Yi said {TRICKS} so. Wang Yi left.\n", encoding="utf-8")
    (root / "\x1b[31mred[bold].md").write_bytes(b"\0" * 4096)
    (root / "annotations" / "one.toml").write_text(
        f"""schema = 1

[article]
id = "one"
path = "one.md"

[[annotation]]
id = "0196a3c2-0000-7000-8000-000000000001"
created = 2025-04-03T09:12:44Z
modified = 2025-04-03T09:12:44Z
tags = [{toml("t[b]" + TRICKS)}]
body = {toml("body " + TRICKS)}

[annotation.target]
exact = {toml("gone " + TRICKS)}
prefix = ""
suffix = ""
start = 0
end = 7
""",
        encoding="utf-8",
    )
    return root


def nothing_acts(pilot: AppPilot) -> None:
    """No control character and no action reaches the terminal, wherever it is painted."""
    for strip in pilot.strips():
        for text, style, _ in strip:
            assert not UNSAFE.search(text), repr(text)
            assert style is None or "app.quit" not in str(style.meta), text


async def test_an_article_full_of_tricks_is_shown_as_it_is_written(hostile: Path) -> None:
    async with open_app(hostile, size=(180, 50)) as pilot:
        nothing_acts(pilot)
        assert SHOWN in "\n".join(pilot.rows(pilot.reader))
        assert "[bold red]x[/]" in " ".join(" ".join(pilot.rows(pilot.sidebar)).split())
        notes = " ".join(" ".join(pilot.rows(pilot.notes)).replace("│", "").split())
        assert "body [bold red]x[/] [@click=app.quit]y[/]" in notes
        assert "#t[b][bold" in notes
        title = pilot.strips()[0].text
        assert "[bold red]x[/] [@click=app.quit]y[/] ␛[31mz␦2J␦abc␦␇" in title


async def test_no_click_on_hostile_text_quits(hostile: Path) -> None:
    async with open_app(hostile, size=(180, 50)) as pilot:
        for y in range(0, 20):
            await pilot.textual_pilot.click(offset=(pilot.reader.region.x + 40, y))
        await pilot.quiet()
        assert not pilot.app._exit


async def test_the_status_line_shows_hostile_names_literally(hostile: Path) -> None:
    async with open_app(hostile, size=(180, 50)) as pilot:
        await pilot.press("shift+tab")
        broken = next(index for index, item in enumerate(pilot.sidebar.items) if item.broken)
        await pilot.press(f"{broken + 1}G", "enter")
        assert "␛[31mred[bold].md" in pilot.status
        nothing_acts(pilot)


async def test_the_card_shows_hostile_text_literally(hostile: Path) -> None:
    async with open_app(hostile, size=(180, 50)) as pilot:
        await pilot.press("K")
        assert len(pilot.app.screen_stack) == 2
        nothing_acts(pilot)
        assert "[bold red]x[/]" in pilot.screen()
        assert "Wang Yi" in pilot.screen()


async def test_the_editor_shows_hostile_notes_literally_and_saves_them_unchanged(hostile: Path) -> None:
    async with open_app(hostile, size=(180, 50)) as pilot:
        await pilot.press("shift+tab", "shift+tab")
        await pilot.press("e")
        assert len(pilot.app.screen_stack) == 2
        nothing_acts(pilot)
        assert "[@click=app.quit]y[/]" in pilot.screen()
        await pilot.press("ctrl+s")
        assert pilot.notes.notes[0].annotation.body == "body " + TRICKS


async def test_the_editor_of_a_hostile_passage(hostile: Path) -> None:
    async with open_app(hostile, size=(180, 50)) as pilot:
        await pilot.press("a")
        nothing_acts(pilot)
        assert "[bold red]x[/] [@click=app.quit]y[/]" in pilot.screen()


async def test_a_hostile_draft_is_asked_about_literally(hostile: Path) -> None:
    saved = dt.datetime(2025, 4, 3, 9, 12, tzinfo=dt.UTC)
    gone = Drafts()
    gone.keep(Draft(hostile / "one.md", None, None, TRICKS, (), saved), "1")
    gone.close()
    async with open_app(hostile, size=(180, 50)) as pilot:
        nothing_acts(pilot)
        assert "[bold red]x[/] [@click=app.quit]y[/]" in pilot.screen()


async def test_hostile_tags_in_the_prompt(hostile: Path) -> None:
    async with open_app(hostile, size=(180, 50)) as pilot:
        await pilot.press("shift+tab", "shift+tab", "t")
        nothing_acts(pilot)
        assert "[bold red]x[/]" in pilot.screen()


async def test_a_hostile_search_and_filter_are_told_literally(hostile: Path) -> None:
    async with open_app(hostile, size=(180, 50)) as pilot:
        await pilot.press("/")
        await pilot.type("[bold red]zz[/]")
        await pilot.press("enter")
        assert "not in this article: [bold red]zz[/]" in pilot.status
        await pilot.press("escape", "shift+tab", "/")
        await pilot.type("[@click=app.quit]zz[/]")
        assert "[@click=app.quit]zz[/]" in " ".join(" ".join(pilot.rows(pilot.sidebar)).split())
        nothing_acts(pilot)


async def test_the_export_screen_shows_hostile_paths_literally(hostile: Path, tmp_path: Path) -> None:
    async with open_app(hostile, size=(180, 50)) as pilot:
        await pilot.press("x", "tab", "tab", "ctrl+u")
        await pilot.type(str(tmp_path / "[bold red]no[/]" / "x.md"))
        (tmp_path / "[bold red]no[").write_text("in the way")
        await pilot.press("ctrl+s")
        assert "[bold red]no[/" in pilot.screen()
        nothing_acts(pilot)


async def test_what_is_copied_is_the_text_itself(hostile: Path) -> None:
    async with open_app(hostile, size=(180, 50)) as pilot:
        pilot.listen()
        await pilot.press("V", "y")
        sequences = [part for part in pilot.written if part.startswith("\x1b]52;")]
        assert len(sequences) == 1
        assert not UNSAFE.search(sequences[0][1:-1])


async def test_wide_and_joined_characters_keep_the_lines_straight(tmp_path: Path) -> None:
    root = tmp_path / "wide"
    root.mkdir()
    (root / "cjk.txt").write_text(
        "date 2025-04-02\n王毅在莫斯科会见马尔科·鲁比奥。\u200d \U0001f469\u200d\U0001f4bb e\u0301 한국어 "
        * 5
        + "\n",
        encoding="utf-8",
    )
    async with open_app(root, size=(80, 24)) as pilot:
        for keys in ((), ("5w",), ("V", "j"), ("escape", "tab", "tab")):
            await pilot.press(*keys)
            assert all(strip.cell_length == 80 for strip in pilot.strips())
            assert any("王毅" in row for row in pilot.rows(pilot.reader))
