from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

import pytest

from fenttui.analysis.indexed_article import IndexedArticle, index_article
from fenttui.ui.screens.timeline import TimelineScreen
from fenttui.ui.session import dossier_pass
from tests.support.dossiers import write_article
from tests.support.pilot import AppPilot, open_app


def timeline_of(pilot: AppPilot) -> TimelineScreen:
    screen = pilot.app.screen
    assert isinstance(screen, TimelineScreen)
    return screen


def shown(pilot: AppPilot) -> list[tuple[str, str]]:
    """The day and the words of each entry; of an article's own its id."""
    return [
        (entry.when.first.isoformat(), entry.article if entry.is_article else entry.text)
        for entry in timeline_of(pilot).table.view.shown
    ]


async def test_dates_stand_in_the_order_of_time_with_the_articles_among_them(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("gL")
        assert shown(pilot) == [
            ("2024-01-01", "2024"),
            ("2025-01-05", "5 January 2025"),
            ("2025-01-07", "grain"),
            ("2025-03-01", "March"),
            ("2025-03-13", "trade"),
            ("2025-04-01", "Tuesday"),
            ("2025-04-02", "talks"),
        ]
        (tuesday,) = [row for row in pilot.screen().splitlines() if "2025-04-01" in row]
        assert "Wang Yi met Marco Rubio in Moscow on Tuesday." in tuesday
        (own,) = [row for row in pilot.screen().splitlines() if "article Trade with China" in row]
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
    async with open_app(dossier) as pilot:
        await pilot.press("gL", "/")
        await pilot.type(written)
        assert [text for _, text in shown(pilot)] == found


async def test_enter_opens_the_passage_of_the_date(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("gL")
        await pilot.press("j", "enter")
        assert pilot.text[pilot.caret :].startswith("5 January 2025")
        await pilot.press("gL")
        await pilot.press("j", "enter")
        assert pilot.text.startswith("Farmers in Brazil")
        assert pilot.caret == 0


async def test_sorting_by_when_it_was_told_puts_the_newest_first(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("gL", "o")
        assert [text for _, text in shown(pilot)][:2] == ["March", "Tuesday"]
        await pilot.press("O")
        assert shown(pilot)[0][1] == "5 January 2025"


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_the_plot_goes_through_articles_actor_and_figure_and_away(
    duties: Path, size: tuple[int, int]
) -> None:
    async with open_app(duties, size=size) as pilot:
        await pilot.press("gL", "p")
        assert "articles a day" in pilot.screen()
        # Above the message, which takes two rows in a narrow window.
        assert "2025-03-13" in "".join(pilot.screen().splitlines()[-3:-1])
        await pilot.press("p")
        assert "mentions of Chile a day" in pilot.screen()
        await pilot.press("p")
        rows = pilot.screen().splitlines()
        assert any("percent" in row and "tariff" in row and "│" not in row for row in rows)
        assert any(row.lstrip().startswith("40│") for row in rows)
        assert any(row.lstrip().startswith("30│") for row in rows)
        await pilot.press("p")
        assert "│" not in pilot.screen()


async def test_the_plot_of_an_actor_follows_the_current_row(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("gL", "p", "p")
        assert "mentions of China a day" in pilot.screen()
        await pilot.press("j")
        assert "mentions of Brazil a day" in pilot.screen()
        await pilot.press("j")
        assert "no actor in this sentence" in pilot.screen()


async def test_a_plot_needs_no_color(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_app(dossier, size=(80, 24), ansi=True) as pilot:
        await pilot.press("gL", "p")
        (title,) = [row for row in pilot.screen().splitlines() if "articles a" in row]
        assert title.strip() == "articles a week"
        assert "⣿" in pilot.screen()


async def test_an_empty_dossier_has_an_empty_timeline(tmp_path: Path) -> None:
    root = tmp_path / "broken"
    root.mkdir()
    (root / "bad.txt").write_bytes(b"%PDF-1.7\n\x00\x01")
    async with open_app(root) as pilot:
        await pilot.press("gL", "p")
        assert "Timeline 0" in pilot.screen()
        assert "no articles" in pilot.screen()
        await pilot.press("p", "p", "enter", "escape")
        assert pilot.app.screen is pilot.reading


async def test_reading_that_is_stopped_says_what_is_not_read_and_goes_on_when_it_opens_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "many"
    for number in range(30):
        write_article(root, f"n{number:02}", f"It rained on {number % 28 + 1} May 2024.", "2025-04-02")
    async with open_app(root) as pilot:
        indexed = count()

        def stopping(*given: Any) -> IndexedArticle:
            if next(indexed) == 10:
                pilot.app.call_from_thread(timeline_of(pilot).stop)
            return index_article(*given)

        monkeypatch.setattr(dossier_pass, "index_article", stopping)
        await pilot.press("gL")
        assert "not read" in timeline_of(pilot).status.text
        monkeypatch.setattr(dossier_pass, "index_article", index_article)
        await pilot.press("escape", "gL")
        assert len([text for _, text in shown(pilot) if text.startswith("n")]) == 30
        assert "not read" not in timeline_of(pilot).status.text


async def test_help_lists_the_keys_of_the_timeline_alone(dossier: Path) -> None:
    async with open_app(dossier, size=(120, 60)) as pilot:
        await pilot.press("gL", "?")
        assert "plot articles, the actor, the figure, nothing" in pilot.screen()
        assert "annotate the selection" not in pilot.screen()
