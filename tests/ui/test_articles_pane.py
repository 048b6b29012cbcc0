from __future__ import annotations

from pathlib import Path

from tests.ui.desk import Desk, desk_on, write_article


def listed(desk: Desk) -> list[str]:
    return [item.id for item in desk.sidebar.items]


async def test_articles_stand_under_their_months_newest_first(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        rows = [row.strip() for row in desk.rows(desk.sidebar)]
        months = [row for row in rows if row.endswith(" 2025")]
        assert months == ["April 2025", "March 2025", "January 2025"]
        assert listed(desk) == ["talks", "trade", "grain"]
        assert rows[1].split() == [">", "2", "Wang", "Yi", "met", "Marco", "Rubio"]


async def test_the_motions_of_the_list(dossier: Path) -> None:
    cases = [
        ("j", "trade"), ("k", "talks"), ("2j", "grain"), ("gg", "talks"), ("G", "grain"), ("2G", "trade"),
        ("home", "talks"), ("end", "grain"), ("ctrl+u", "talks"), ("ctrl+d", "grain"), ("up", "trade"),
        ("down", "grain"), ("99k", "talks"), ("99j", "grain"),
    ]  # fmt: skip
    async with desk_on(dossier) as desk:
        await desk.press("shift+tab")
        for keys, current in cases:
            await desk.press(keys)
            assert desk.sidebar.current_id() == current, keys
        assert desk.reading.workspace.article is not None
        assert desk.reading.workspace.article.id == "talks"


async def test_enter_l_and_right_open_the_article(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        for key, opened in (("enter", "trade"), ("l", "grain"), ("right", "grain")):
            await desk.press("shift+tab", "j", key)
            assert desk.reading.workspace.article is not None
            assert desk.reading.workspace.article.id == opened
            assert desk.status.startswith("READ")


async def test_opened_articles_count_as_read_and_r_takes_that_back(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("]]", "shift+tab")
        assert [item.read for item in desk.sidebar.items] == [True, True, False]
        await desk.press("r")
        assert "marked as unread" in desk.status
        assert [item.read for item in desk.sidebar.items] == [True, False, False]
        await desk.press("j", "r")
        assert "marked as read" in desk.status
        assert [item.read for item in desk.sidebar.items] == [True, False, True]
        assert any(row.startswith("•") for row in desk.rows(desk.sidebar)) is False


async def test_an_unread_article_has_a_sign(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        signs = [row[0] for row in desk.rows(desk.sidebar) if row[:1] in ("•", ">")]
        assert signs == [">", "•", "•"]


async def test_o_goes_through_the_orders(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("a", "ctrl+s", "shift+tab")
        for said, ids in (
            ("oldest first", ["grain", "trade", "talks"]),
            ("by title", ["grain", "trade", "talks"]),
            ("unread first", ["trade", "grain", "talks"]),
            ("most notes first", ["talks", "trade", "grain"]),
            ("newest first", ["talks", "trade", "grain"]),
        ):
            await desk.press("o")
            assert f"order: {said}" in desk.status
            assert listed(desk) == ids


async def test_the_filter_lists_what_passes_while_it_is_typed(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("shift+tab", "/")
        await desk.type("rubio")
        assert listed(desk) == ["talks", "trade"]
        assert "2 of 3" in desk.screen()
        await desk.type(" before:2025-04")
        assert listed(desk) == ["trade"]
        await desk.press("enter", "enter")
        assert desk.reading.workspace.article is not None
        assert desk.reading.workspace.article.id == "trade"


async def test_filters_by_actor_tag_and_date(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("a", "tab")
        await desk.type("claim/contested")
        await desk.press("ctrl+s", "shift+tab")
        for written, ids in (
            ("actor:wang", ["talks"]),
            ('actor:"Marco Rubio"', ["talks", "trade"]),
            ("tag:claim", ["talks"]),
            ("tag:contested", ["talks"]),
            ("tag:none", []),
            ("before:2025-03-13", ["grain"]),
            ("after:2025-03-13", ["talks", "trade"]),
        ):
            await desk.press("/")
            await desk.type(written)
            assert listed(desk) == ids, written
            await desk.press("enter", "escape")
            assert listed(desk) == ["talks", "trade", "grain"], written


async def test_leaving_the_filter_brings_back_what_was_listed_before(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("shift+tab", "/")
        await desk.type("rubio")
        await desk.press("enter", "/")
        await desk.type(" moscow")
        assert listed(desk) == ["talks"]
        await desk.press("escape")
        assert listed(desk) == ["talks", "trade"]
        await desk.press("escape")
        assert listed(desk) == ["talks", "trade", "grain"]


async def test_a_filter_that_nothing_passes_says_how_to_go_on(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("shift+tab", "/")
        await desk.type("zzz")
        shown = " ".join(" ".join(desk.rows(desk.sidebar)).split())
        assert "No article matches zzz. Escape shows all." in shown
        await desk.press("enter", "j", "enter", "r", "G")
        assert desk.reading.workspace.article is not None
        assert desk.reading.workspace.article.id == "talks"


async def test_a_date_that_is_none_is_told(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("shift+tab", "/")
        await desk.type("before:2025-13")
        assert "not a date: 2025-13" in desk.screen()


async def test_the_next_and_the_previous_article_of_the_list(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        for keys, opened in (("]]", "trade"), ("[[", "talks"), ("2]]", "grain"), ("2[[", "talks")):
            await desk.press(keys)
            assert desk.reading.workspace.article is not None
            assert desk.reading.workspace.article.id == opened, keys
            assert desk.sidebar.current_id() == opened, keys


async def test_the_caret_is_where_it_was_when_one_comes_back(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("4gg", "]]", "[[")
        assert desk.text[desk.caret :].startswith("Exports")


async def test_the_next_session_begins_where_the_last_one_ended(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("]]", "3w", "q")
    async with desk_on(dossier) as desk:
        assert desk.reading.workspace.article is not None
        assert desk.reading.workspace.article.id == "trade"
        assert desk.text[desk.caret :].startswith("grew")
        assert [item.read for item in desk.sidebar.items] == [True, True, False]


async def test_counts_of_notes_stand_beside_the_title(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("a", "ctrl+s", "ga", *"whole", "ctrl+s")
        (row,) = [row for row in desk.rows(desk.sidebar) if "[2]" in row]
        assert row.split() == ["in", "Moscow", "on", "Tuesd…", "[2]"]


async def test_many_articles_get_their_titles_in_the_background(tmp_path: Path) -> None:
    root = tmp_path / "many"
    for number in range(1, 121):
        write_article(root, f"a{number:03}", f"Report number {number} is out.", "2025-04-02")
    async with desk_on(root) as desk:
        assert len(listed(desk)) == 120
        assert {item.title for item in desk.sidebar.items} == {
            f"Report number {number} is out." for number in range(1, 121)
        }
        await desk.press("shift+tab", "G", "enter")
        assert desk.text.startswith("Report number 120")
        assert any("Report number 120" in row for row in desk.rows(desk.sidebar))


async def test_an_inferred_date_is_marked(dossier: Path) -> None:
    write_article(dossier, "undated", "Nobody knows when this was.", None)
    async with desk_on(dossier) as desk:
        row = next(row for row in desk.rows(desk.sidebar) if "Nobody knows" in row)
        assert "~" in row
