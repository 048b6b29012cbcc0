"""What a first trial by a newsroom analyst found, each mended."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.style import Style
from textual.command import CommandPalette

from fenttui.ui import typing_ahead
from fenttui.ui.launch import colors_of_terminal
from fenttui.ui.widgets.occurrence_list import OccurrenceList
from fenttui.ui.widgets.reader.layout import lay_out
from fenttui.ui.widgets.reader.painting import GUTTER, Marks, paint
from fenttui.ui.widgets.reader.wrap import cells_of
from tests.support.dossiers import write_article
from tests.support.pilot import open_app


@pytest.mark.parametrize("width", [100, 117, 118, 139, 140, 200])
async def test_from_100_columns_three_panes_stand_side_by_side(dossier: Path, width: int) -> None:
    async with open_app(dossier, size=(width, 40)) as pilot:
        panes = [pane.region for pane in (pilot.sidebar, pilot.reader, pilot.notes)]
        assert [pane.y for pane in panes] == [0, 0, 0]
        assert panes[0].right == panes[1].x
        assert panes[1].right == panes[2].x
        assert panes[2].right == width
        assert panes[1].width >= 50


async def test_a_question_takes_its_answer_at_once(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typing_ahead, "_LONGEST_OPENING", 3600.0)
    async with open_app(dossier) as pilot:
        await pilot.press("a")
        await pilot.type("abc")
        await pilot.press("escape", "d")
        assert pilot.app.screen is pilot.reading


async def test_a_dossier_without_dates_in_names_opens_at_its_newest_article(tmp_path: Path) -> None:
    root = tmp_path / "many"
    for number in range(300):
        day = f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}"
        write_article(root, f"{number:03}", f"Report {number} of the day.", day)
    async with open_app(root) as pilot:
        await pilot.quiet()
        newest = max(item.date for item in pilot.sidebar.items)
        assert pilot.reading.workspace.article is not None
        assert pilot.reading.workspace.article.headline.date == newest
        assert pilot.sidebar.current == 0
        assert pilot.reading.workspace.session.reading.read == {pilot.reading.workspace.article.id}


async def test_the_status_line_tells_the_bound_of_a_figure(tmp_path: Path) -> None:
    write_article(tmp_path / "one", "levies", "Beijing imposed up to 15 per cent levies.", "2025-03-13")
    async with open_app(tmp_path / "one") as pilot:
        await pilot.press("]f")
        assert "percent: 15 per cent = at most 15 percent" in pilot.status


async def test_escape_takes_the_color_of_a_search_and_n_finds_on(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("/")
        await pilot.type("tariffs")
        await pilot.press("enter", "escape")
        assert not len(pilot.reader.marks.matches)
        await pilot.press("gg", "n")
        assert pilot.text[pilot.caret :].startswith("tariffs")
        assert "match 1 of" in pilot.status


async def test_an_empty_search_is_the_last_one_again_and_up_brings_earlier_ones(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        for wanted in ("tariffs", "Wang"):
            await pilot.press("/")
            await pilot.type(wanted)
            await pilot.press("enter")
        await pilot.press("gg", "/", "enter")
        assert pilot.text[pilot.caret :].startswith("Wang")
        await pilot.press("gg", "/", "up", "up", "enter")
        assert pilot.text[pilot.caret :].startswith("tariffs")


async def test_each_pane_hints_at_its_own_keys(dossier: Path) -> None:
    async with open_app(dossier, size=(120, 40)) as pilot:
        await pilot.press("tab")
        assert "e edit" in pilot.status
        await pilot.press("tab")
        assert "/ filter" in pilot.status
        await pilot.press("tab", "v")
        assert "y copy" in pilot.status


async def test_what_is_folded_is_not_annotated_unseen(tmp_path: Path) -> None:
    body = "Sign up for our newsletter\n\nChina spoke."
    write_article(tmp_path / "one", "folded", body, "2025-03-13")
    async with open_app(tmp_path / "one") as pilot:
        await pilot.press("gg", "a")
        assert pilot.app.screen is pilot.reading
        assert "folded; enter opens it" in pilot.status


async def test_the_card_opens_at_the_mention_one_stands_on(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("*")
        here = pilot.caret
        await pilot.press("K")
        listed = pilot.app.screen.query_one(OccurrenceList)
        assert listed.occurrences[listed.current].start == here > 0


async def test_the_ending_of_an_exports_name_decides_its_format(dossier: Path, tmp_path: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("ga")
        await pilot.type("one")
        await pilot.press("ctrl+s", "x", "tab", "tab", "ctrl+u")
        await pilot.type("notes.csv")
        await pilot.press("enter")
        assert (tmp_path / "work" / "notes.csv").read_text("utf-8-sig").startswith("article_id,")


async def test_after_the_wheel_a_motion_keeps_the_view_where_it_was_put(tmp_path: Path) -> None:
    body = "\n\n".join(f"Paragraph {number} of a long text." for number in range(100))
    write_article(tmp_path / "one", "long", body, "2025-03-13")
    async with open_app(tmp_path / "one") as pilot:
        pilot.reader.scroll_to(y=40, animate=False, immediate=True)
        await pilot.press("j")
        assert pilot.reader.scroll_offset.y == 40
        top = pilot.reader.page.layout.line_at(pilot.caret) - 40
        assert 0 <= top < 6


async def test_the_help_takes_every_key_of_a_burst(dossier: Path) -> None:
    async with open_app(dossier, size=(80, 24)) as pilot:
        await pilot.press("?", "j", "j", "j", "j", "j")
        scrolled = pilot.app.screen.query_one("#help-keys").scroll_offset.y
        assert scrolled == 5


async def test_all_listed_notes_are_exported_before_they_are_counted(tmp_path: Path) -> None:
    root = tmp_path / "many"
    for number in range(30):
        path = write_article(root, f"{number:02}", f"Report {number} of the day.", "2024-01-01")
        notes = root / "annotations" / f"{path.stem}.toml"
        notes.parent.mkdir(exist_ok=True)
        notes.write_text(
            f'schema = 1\n[[annotation]]\nid = "{number}"\ncreated = 2025-04-03T09:12:44Z\n'
            'modified = 2025-04-03T09:12:44Z\nbody = "seen"\n'
        )
    async with open_app(root) as pilot:
        pilot.reading.workspace.session.notes.counts.clear()
        await pilot.press("x", "enter", "j", "ctrl+s")
        assert "30 notes exported" in pilot.status


async def test_notes_that_cannot_be_read_are_told_by_an_export(dossier: Path, tmp_path: Path) -> None:
    notes = dossier / "annotations" / "talks.toml"
    notes.parent.mkdir()
    notes.write_text("schema = ")
    async with open_app(dossier) as pilot:
        await pilot.press("x", "ctrl+s")
        assert "is not valid TOML" in " ".join(pilot.screen().split())
        assert not (tmp_path / "work" / "talks-notes.md").exists()


async def test_the_palette_offers_no_function_that_knows_nothing_of_unsaved_notes(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("ctrl+p")
        assert isinstance(pilot.app.screen, CommandPalette)
        titles = [command.title for command in pilot.app.get_system_commands(pilot.reading)]
        assert titles == ["Change theme"]


@pytest.mark.parametrize("text", ["王毅\tX", "a\tb\t王\tc", "ab\tc", "\t王毅 said\t1"])
@pytest.mark.parametrize("tab_width", [2, 4, 8])
def test_a_line_takes_the_cells_that_it_was_measured_with(text: str, tab_width: int) -> None:
    layout = lay_out(text, 60, tab_width=tab_width)
    segments = paint(layout, 0, Marks(), lambda look: Style())
    painted = sum(cell_len(segment.text) for segment in segments) - GUTTER
    assert painted == cells_of(text, tab_width)


def test_an_empty_no_color_means_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("COLORTERM", raising=False)
    assert colors_of_terminal() == 256


async def test_a_long_error_is_read_whole_at_80_columns_and_goes_with_the_next_key(tmp_path: Path) -> None:
    root = tmp_path / "one"
    write_article(root, "good", "China spoke.", "2025-03-13")
    (root / "large-report-of-the-year.txt").write_bytes(b"a " * 10_500_000)
    async with open_app(root, size=(80, 24)) as pilot:
        await pilot.press("l")
        height = pilot.reader.size.height
        await pilot.press("[[")
        said = " ".join(pilot.screen().split("READ")[-1].split())
        assert "large-report-of-the-year.txt: the file has 21.0 MB" in said
        assert "raise `max_bytes` under `[articles]` in config.toml to read it" in said
        await pilot.press("l")
        assert "max_bytes" not in pilot.screen()
        assert pilot.reader.size.height == height


async def test_an_error_of_the_start_takes_one_row_where_it_fits(tmp_path: Path) -> None:
    root = tmp_path / "bad"
    root.mkdir()
    (root / "empty.txt").write_bytes(b"")
    async with open_app(root, size=(120, 30)) as pilot:
        assert "empty.txt: the file is empty" in pilot.screen().rstrip().split("\n")[-1]
        assert pilot.reading.status.size.height == 1
        await pilot.resize(50, 20)
        assert pilot.reading.status.size.height == 2


async def test_garbage_is_collected_once_the_text_is_on_the_screen(dossier: Path) -> None:
    gc.disable()
    try:
        async with open_app(dossier):
            assert gc.isenabled()
    finally:
        gc.enable()
