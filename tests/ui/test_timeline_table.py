from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

import pytest

from fenttui.analysis.indexed_article import IndexedArticle
from fenttui.ui.screens.timeline import TimelineScreen
from fenttui.ui.session import dossier_pass
from tests.ui.desk import Desk, desk_on, write_article


def timeline_of(desk: Desk) -> TimelineScreen:
    screen = desk.app.screen
    assert isinstance(screen, TimelineScreen)
    return screen


def shown(desk: Desk) -> list[tuple[str, str]]:
    """The day and the words of each entry; of an article's own its id."""
    return [
        (entry.when.first.isoformat(), entry.article if entry.is_article else entry.text)
        for entry in timeline_of(desk).table.view.shown
    ]


async def test_dates_stand_in_the_order_of_time_with_the_articles_among_them(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("L")
        assert shown(desk) == [
            ("2024-01-01", "2024"),
            ("2025-01-05", "5 January 2025"),
            ("2025-01-07", "grain"),
            ("2025-03-01", "March"),
            ("2025-03-13", "trade"),
            ("2025-04-01", "Tuesday"),
            ("2025-04-02", "talks"),
        ]
        (tuesday,) = [row for row in desk.screen().splitlines() if "2025-04-01" in row]
        assert "Wang Yi met Marco Rubio in Moscow on Tuesday." in tuesday
        (own,) = [row for row in desk.screen().splitlines() if "article Trade with China" in row]
        assert own.strip().startswith("2025-03-13")


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("after:2025-04", ["Tuesday", "talks"]),
        ("before:2025-01-06", ["2024", "5 January 2025"]),
        ("after:2025-03 before:2025-04", ["March", "trade"]),
        ("actor:rubio", ["Tuesday"]),
        ("grew", ["2024", "trade"]),
        ("25 percent", ["March"]),
    ],
)
async def test_the_filter_narrows_the_timeline(dossier: Path, written: str, found: list[str]) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("L", "/")
        await desk.type(written)
        assert [text for _, text in shown(desk)] == found


async def test_enter_goes_to_where_the_date_is_told(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("L")
        await desk.press("j", "enter")
        assert desk.text[desk.caret :].startswith("5 January 2025")
        await desk.press("L")
        await desk.press("j", "enter")
        assert desk.text.startswith("Farmers in Brazil")
        assert desk.caret == 0


async def test_sorting_by_when_it_was_told_puts_the_newest_first(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("L", "o")
        assert [text for _, text in shown(desk)][:2] == ["March", "Tuesday"]
        await desk.press("O")
        assert shown(desk)[0][1] == "5 January 2025"


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_the_plot_goes_through_articles_actor_and_figure_and_away(
    duties: Path, size: tuple[int, int]
) -> None:
    async with desk_on(duties, size=size) as desk:
        await desk.press("L", "p")
        assert "articles a day" in desk.screen()
        assert "2025-03-13" in desk.screen().splitlines()[-2]
        await desk.press("p")
        assert "mentions of Chile a day" in desk.screen()
        await desk.press("p")
        rows = desk.screen().splitlines()
        assert any("percent" in row and "tariff" in row and "│" not in row for row in rows)
        assert any(row.lstrip().startswith("40│") for row in rows)
        assert any(row.lstrip().startswith("30│") for row in rows)
        await desk.press("p")
        assert "│" not in desk.screen()


async def test_the_plot_of_an_actor_follows_the_current_row(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("L", "p", "p")
        assert "mentions of China a day" in desk.screen()
        await desk.press("j")
        assert "mentions of Brazil a day" in desk.screen()
        await desk.press("j")
        assert "no actor in this sentence" in desk.screen()


async def test_a_plot_needs_no_color(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with desk_on(dossier, size=(80, 24), ansi=True) as desk:
        await desk.press("L", "p")
        (title,) = [row for row in desk.screen().splitlines() if "articles a" in row]
        assert title.strip() == "articles a week"
        assert "⣿" in desk.screen()


async def test_an_empty_dossier_has_an_empty_timeline(tmp_path: Path) -> None:
    root = tmp_path / "broken"
    root.mkdir()
    (root / "bad.txt").write_bytes(b"%PDF-1.7\n\x00\x01")
    async with desk_on(root) as desk:
        await desk.press("L", "p")
        assert "Timeline 0" in desk.screen()
        assert "no articles" in desk.screen()
        await desk.press("p", "p", "enter", "escape")
        assert desk.app.screen is desk.reading


async def test_reading_that_is_stopped_says_what_is_not_read_and_goes_on_when_it_opens_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "many"
    for number in range(30):
        write_article(root, f"n{number:02}", f"It rained on {number % 28 + 1} May 2024.", "2025-04-02")
    async with desk_on(root) as desk:
        index_article, indexed = dossier_pass.index_article, count()

        def stopping(*given: Any) -> IndexedArticle:
            if next(indexed) == 10:
                desk.app.call_from_thread(timeline_of(desk).stop)
            return index_article(*given)

        monkeypatch.setattr(dossier_pass, "index_article", stopping)
        await desk.press("L")
        assert "not read" in timeline_of(desk).status_text
        monkeypatch.setattr(dossier_pass, "index_article", index_article)
        await desk.press("escape", "L")
        assert len([text for _, text in shown(desk) if text.startswith("n")]) == 30
        assert "not read" not in timeline_of(desk).status_text


async def test_help_lists_the_keys_of_the_timeline_alone(dossier: Path) -> None:
    async with desk_on(dossier, size=(120, 60)) as desk:
        await desk.press("L", "?")
        assert "plot articles, the actor, the figure, nothing" in desk.screen()
        assert "annotate the selection" not in desk.screen()
