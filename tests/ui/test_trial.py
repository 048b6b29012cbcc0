"""What a first trial by a newsroom analyst found, each mended."""

from __future__ import annotations

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
from tests.ui.desk import desk_on, write_article


@pytest.mark.parametrize("width", [100, 117, 118, 139, 140, 200])
async def test_from_100_columns_three_panes_stand_side_by_side(dossier: Path, width: int) -> None:
    async with desk_on(dossier, size=(width, 40)) as desk:
        panes = [pane.region for pane in (desk.sidebar, desk.reader, desk.notes)]
        assert [pane.y for pane in panes] == [0, 0, 0]
        assert panes[0].right == panes[1].x
        assert panes[1].right == panes[2].x
        assert panes[2].right == width
        assert panes[1].width >= 50


async def test_a_question_takes_its_answer_at_once(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typing_ahead, "_LONGEST_OPENING", 3600.0)
    async with desk_on(dossier) as desk:
        await desk.press("a")
        await desk.type("abc")
        await desk.press("escape", "d")
        assert desk.app.screen is desk.reading


async def test_a_dossier_without_dates_in_names_opens_at_its_newest_article(tmp_path: Path) -> None:
    root = tmp_path / "many"
    for number in range(300):
        day = f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}"
        write_article(root, f"{number:03}", f"Report {number} of the day.", day)
    async with desk_on(root) as desk:
        await desk.quiet()
        newest = max(item.date for item in desk.sidebar.items)
        assert desk.reading.article is not None
        assert desk.reading.article.headline.date == newest
        assert desk.sidebar.current == 0
        assert desk.reading.session.reading.read == {desk.reading.article.id}


async def test_the_status_line_tells_the_bound_of_a_figure(tmp_path: Path) -> None:
    write_article(tmp_path / "one", "levies", "Beijing imposed up to 15 per cent levies.", "2025-03-13")
    async with desk_on(tmp_path / "one") as desk:
        await desk.press("]f")
        assert "percent: 15 per cent = at most 15 percent" in desk.status


async def test_escape_takes_the_color_of_a_search_and_n_finds_on(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("/")
        await desk.type("tariffs")
        await desk.press("enter", "escape")
        assert not len(desk.reader.marks.matches)
        await desk.press("gg", "n")
        assert desk.text[desk.caret :].startswith("tariffs")
        assert "match 1 of" in desk.status


async def test_an_empty_search_is_the_last_one_again_and_up_brings_earlier_ones(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        for wanted in ("tariffs", "Wang"):
            await desk.press("/")
            await desk.type(wanted)
            await desk.press("enter")
        await desk.press("gg", "/", "enter")
        assert desk.text[desk.caret :].startswith("Wang")
        await desk.press("gg", "/", "up", "up", "enter")
        assert desk.text[desk.caret :].startswith("tariffs")


async def test_each_pane_hints_at_its_own_keys(dossier: Path) -> None:
    async with desk_on(dossier, size=(120, 40)) as desk:
        await desk.press("tab")
        assert "e edit" in desk.status
        await desk.press("tab")
        assert "/ filter" in desk.status
        await desk.press("tab", "v")
        assert "y copy" in desk.status


async def test_what_is_folded_is_not_annotated_unseen(tmp_path: Path) -> None:
    body = "Sign up for our newsletter\n\nChina spoke."
    write_article(tmp_path / "one", "folded", body, "2025-03-13")
    async with desk_on(tmp_path / "one") as desk:
        await desk.press("gg", "a")
        assert desk.app.screen is desk.reading
        assert "folded; enter opens it" in desk.status


async def test_the_card_opens_at_the_mention_one_stands_on(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("*")
        here = desk.caret
        await desk.press("K")
        listed = desk.app.screen.query_one(OccurrenceList)
        assert listed.occurrences[listed.current].start == here > 0


async def test_the_ending_of_an_exports_name_decides_its_format(dossier: Path, tmp_path: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("ga")
        await desk.type("one")
        await desk.press("ctrl+s", "x", "tab", "tab", "ctrl+u")
        await desk.type("notes.csv")
        await desk.press("enter")
        assert (tmp_path / "work" / "notes.csv").read_text("utf-8-sig").startswith("article_id,")


async def test_after_the_wheel_a_motion_keeps_the_view_where_it_was_put(tmp_path: Path) -> None:
    body = "\n\n".join(f"Paragraph {number} of a long text." for number in range(100))
    write_article(tmp_path / "one", "long", body, "2025-03-13")
    async with desk_on(tmp_path / "one") as desk:
        desk.reader.scroll_to(y=40, animate=False, immediate=True)
        await desk.press("j")
        assert desk.reader.scroll_offset.y == 40
        top = desk.reader.page.layout.line_at(desk.caret) - 40
        assert 0 <= top < 6


async def test_the_help_takes_every_key_of_a_burst(dossier: Path) -> None:
    async with desk_on(dossier, size=(80, 24)) as desk:
        await desk.press("?", "j", "j", "j", "j", "j")
        scrolled = desk.app.screen.query_one("#help-keys").scroll_offset.y
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
    async with desk_on(root) as desk:
        desk.reading.session.notes.counts.clear()
        await desk.press("x", "enter", "j", "ctrl+s")
        assert "30 notes exported" in desk.status


async def test_notes_that_cannot_be_read_are_told_by_an_export(dossier: Path, tmp_path: Path) -> None:
    notes = dossier / "annotations" / "talks.toml"
    notes.parent.mkdir()
    notes.write_text("schema = ")
    async with desk_on(dossier) as desk:
        await desk.press("x", "ctrl+s")
        assert "is not valid TOML" in " ".join(desk.screen().split())
        assert not (tmp_path / "work" / "talks-notes.md").exists()


async def test_the_palette_offers_no_function_that_knows_nothing_of_unsaved_notes(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("ctrl+p")
        assert isinstance(desk.app.screen, CommandPalette)
        titles = [command.title for command in desk.app.get_system_commands(desk.reading)]
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
    async with desk_on(root, size=(80, 24)) as desk:
        await desk.press("l")
        height = desk.reader.size.height
        await desk.press("[[")
        said = " ".join(desk.screen().split("READ")[-1].split())
        assert "large-report-of-the-year.txt: the file has 21.0 MB" in said
        assert "raise `max_bytes` under `[articles]` in config.toml to read it" in said
        await desk.press("l")
        assert "max_bytes" not in desk.screen()
        assert desk.reader.size.height == height


async def test_an_error_of_the_start_takes_one_row_where_it_fits(tmp_path: Path) -> None:
    root = tmp_path / "bad"
    root.mkdir()
    (root / "empty.txt").write_bytes(b"")
    async with desk_on(root, size=(120, 30)) as desk:
        assert "empty.txt: the file is empty" in desk.screen().rstrip().split("\n")[-1]
        assert desk.reading.status.size.height == 1
        await desk.resize(50, 20)
        assert desk.reading.status.size.height == 2
