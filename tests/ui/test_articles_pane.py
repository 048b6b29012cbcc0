from __future__ import annotations

from pathlib import Path

from tests.support.dossiers import write_article
from tests.support.pilot import AppPilot, open_app


def listed(pilot: AppPilot) -> list[str]:
    return [item.id for item in pilot.sidebar.items]


async def test_articles_stand_under_their_months_newest_first(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        rows = [row.strip() for row in pilot.rows(pilot.sidebar)]
        months = [row for row in rows if row.endswith(" 2025")]
        assert months == ["April 2025", "March 2025", "January 2025"]
        assert listed(pilot) == ["talks", "trade", "grain"]
        assert rows[1].split() == [">", "2", "Wang", "Yi", "met", "Marco", "Rubio"]


async def test_the_motions_of_the_list(dossier: Path) -> None:
    cases = [
        ("j", "trade"), ("k", "talks"), ("2j", "grain"), ("gg", "talks"), ("G", "grain"), ("2G", "trade"),
        ("home", "talks"), ("end", "grain"), ("ctrl+u", "talks"), ("ctrl+d", "grain"), ("up", "trade"),
        ("down", "grain"), ("99k", "talks"), ("99j", "grain"),
    ]  # fmt: skip
    async with open_app(dossier) as pilot:
        await pilot.press("shift+tab")
        for keys, current in cases:
            await pilot.press(keys)
            assert pilot.sidebar.current_id() == current, keys
        assert pilot.reading.article is not None
        assert pilot.reading.article.id == "talks"


async def test_enter_l_and_right_open_the_article(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        for key, opened in (("enter", "trade"), ("l", "grain"), ("right", "grain")):
            await pilot.press("shift+tab", "j", key)
            assert pilot.reading.article is not None
            assert pilot.reading.article.id == opened
            assert pilot.status.startswith("READ")


async def test_opened_articles_count_as_read_and_r_takes_that_back(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("]]", "shift+tab")
        assert [item.read for item in pilot.sidebar.items] == [True, True, False]
        await pilot.press("r")
        assert "marked as unread" in pilot.status
        assert [item.read for item in pilot.sidebar.items] == [True, False, False]
        await pilot.press("j", "r")
        assert "marked as read" in pilot.status
        assert [item.read for item in pilot.sidebar.items] == [True, False, True]
        assert any(row.startswith("•") for row in pilot.rows(pilot.sidebar)) is False


async def test_an_unread_article_has_a_sign(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        signs = [row[0] for row in pilot.rows(pilot.sidebar) if row[:1] in ("•", ">")]
        assert signs == [">", "•", "•"]


async def test_o_goes_through_the_orders(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("a", "ctrl+s", "shift+tab")
        for said, ids in (
            ("oldest first", ["grain", "trade", "talks"]),
            ("by title", ["grain", "trade", "talks"]),
            ("unread first", ["trade", "grain", "talks"]),
            ("most notes first", ["talks", "trade", "grain"]),
            ("newest first", ["talks", "trade", "grain"]),
        ):
            await pilot.press("o")
            assert f"order: {said}" in pilot.status
            assert listed(pilot) == ids


async def test_the_filter_lists_what_passes_while_it_is_typed(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("shift+tab", "/")
        await pilot.type("rubio")
        assert listed(pilot) == ["talks", "trade"]
        assert "2 of 3" in pilot.screen()
        await pilot.type(" before:2025-04")
        assert listed(pilot) == ["trade"]
        await pilot.press("enter", "enter")
        assert pilot.reading.article is not None
        assert pilot.reading.article.id == "trade"


async def test_filters_by_actor_tag_and_date(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("a", "tab")
        await pilot.type("claim/contested")
        await pilot.press("ctrl+s", "shift+tab")
        for written, ids in (
            ("actor:wang", ["talks"]),
            ('actor:"Marco Rubio"', ["talks", "trade"]),
            ("tag:claim", ["talks"]),
            ("tag:contested", ["talks"]),
            ("tag:none", []),
            ("before:2025-03-13", ["grain"]),
            ("after:2025-03-13", ["talks", "trade"]),
        ):
            await pilot.press("/")
            await pilot.type(written)
            assert listed(pilot) == ids, written
            await pilot.press("enter", "escape")
            assert listed(pilot) == ["talks", "trade", "grain"], written


async def test_leaving_the_filter_brings_back_what_was_listed_before(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("shift+tab", "/")
        await pilot.type("rubio")
        await pilot.press("enter", "/")
        await pilot.type(" moscow")
        assert listed(pilot) == ["talks"]
        await pilot.press("escape")
        assert listed(pilot) == ["talks", "trade"]
        await pilot.press("escape")
        assert listed(pilot) == ["talks", "trade", "grain"]


async def test_a_filter_that_nothing_passes_says_how_to_go_on(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("shift+tab", "/")
        await pilot.type("zzz")
        shown = " ".join(" ".join(pilot.rows(pilot.sidebar)).split())
        assert "No article matches zzz. Escape shows all." in shown
        await pilot.press("enter", "j", "enter", "r", "G")
        assert pilot.reading.article is not None
        assert pilot.reading.article.id == "talks"


async def test_a_date_that_is_none_is_told(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("shift+tab", "/")
        await pilot.type("before:2025-13")
        assert "not a date: 2025-13" in pilot.screen()


async def test_the_next_and_the_previous_article_of_the_list(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        for keys, opened in (("]]", "trade"), ("[[", "talks"), ("2]]", "grain"), ("2[[", "talks")):
            await pilot.press(keys)
            assert pilot.reading.article is not None
            assert pilot.reading.article.id == opened, keys
            assert pilot.sidebar.current_id() == opened, keys


async def test_the_caret_is_where_it_was_when_one_comes_back(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("4gg", "]]", "[[")
        assert pilot.text[pilot.caret :].startswith("Exports")


async def test_the_next_session_begins_where_the_last_one_ended(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("]]", "3w", "q")
    async with open_app(dossier) as pilot:
        assert pilot.reading.article is not None
        assert pilot.reading.article.id == "trade"
        assert pilot.text[pilot.caret :].startswith("grew")
        assert [item.read for item in pilot.sidebar.items] == [True, True, False]


async def test_counts_of_notes_stand_beside_the_title(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("a", "ctrl+s", "ga", *"whole", "ctrl+s")
        (row,) = [row for row in pilot.rows(pilot.sidebar) if "[2]" in row]
        assert row.split() == ["in", "Moscow", "on", "Tuesd…", "[2]"]


async def test_many_articles_get_their_titles_in_the_background(tmp_path: Path) -> None:
    root = tmp_path / "many"
    for number in range(1, 121):
        write_article(root, f"a{number:03}", f"Report number {number} is out.", "2025-04-02")
    async with open_app(root) as pilot:
        assert len(listed(pilot)) == 120
        assert {item.title for item in pilot.sidebar.items} == {
            f"Report number {number} is out." for number in range(1, 121)
        }
        await pilot.press("shift+tab", "G", "enter")
        assert pilot.text.startswith("Report number 120")
        assert any("Report number 120" in row for row in pilot.rows(pilot.sidebar))


async def test_an_inferred_date_is_marked(dossier: Path) -> None:
    write_article(dossier, "undated", "Nobody knows when this was.", None)
    async with open_app(dossier) as pilot:
        row = next(row for row in pilot.rows(pilot.sidebar) if "Nobody knows" in row)
        assert "~" in row
