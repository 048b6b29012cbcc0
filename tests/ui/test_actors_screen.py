from __future__ import annotations

import re
import threading
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from fenttui.analysis.indexed_article import IndexedArticle
from fenttui.extract.mention import ActorMention, Amount, Measure, Mention
from fenttui.kinds import ActorKind
from fenttui.ui import dossier_pass
from fenttui.ui.screens.actors import ActorsScreen, sparkline
from fenttui.ui.screens.mentions import MentionsScreen
from tests.ui.conftest import TALKS
from tests.ui.desk import Desk, desk_on, new_app, write_article

NOTES = """\
Ada Lovelace met Charles Babbage in London on Tuesday. Ada Lovelace spoke of France.

London and France are far apart, Charles Babbage said."""

LETTERS = """\
Charles Babbage wrote to Luigi Menabrea in France. Menabrea answered from Turin, not from Paris."""


NAMED: dict[str, tuple[ActorKind, str]] = {
    "Ada Lovelace": ("person", "Ada Lovelace"),
    "Charles Babbage": ("person", "Charles Babbage"),
    "Luigi Menabrea": ("person", "Luigi Menabrea"),
    "Menabrea": ("person", "Luigi Menabrea"),
    "London": ("place", "London"),
    "France": ("place", "France"),
    "Paris": ("place", "France"),
    "Turin": ("place", "Turin"),
}


def found_in(text: str, *_: object) -> tuple[Mention, ...]:
    longest_first = "|".join(sorted(NAMED, key=len, reverse=True))
    return tuple(
        ActorMention(match.start(), match.end(), *NAMED[match[0]])
        for match in re.finditer(longest_first, text)
    )


@pytest.fixture(autouse=True)
def named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The names are given: the tests tell of the screen alone, whatever the extraction finds."""
    monkeypatch.setattr("fenttui.extract.extraction.extract", found_in)


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    root = tmp_path / "letters"
    write_article(root, "notes", NOTES, "2024-06-03")
    write_article(root, "letters", LETTERS, "2024-02-01")
    return root


def actors(desk: Desk) -> ActorsScreen:
    screen = desk.app.screen
    assert isinstance(screen, ActorsScreen)
    return screen


def listed(desk: Desk) -> dict[str, tuple[str, int]]:
    return {row.actor: (row.kind, row.count) for row in actors(desk).table.view.shown}


def current(desk: Desk) -> str:
    row = actors(desk).table.current_record
    assert row is not None
    return row.actor


def line_of(desk: Desk, name: str) -> str:
    return next(line for line in desk.screen().splitlines() if line[9:].startswith(name))


def said(desk: Desk) -> str:
    return actors(desk).status_text


def corrections(root: Path) -> str:
    return (root / "actors.toml").read_text("utf-8")


async def go_to(desk: Desk, name: str) -> None:
    assert actors(desk).table.go_to(name)
    await desk.quiet()


async def test_every_actor_is_listed_with_kind_count_articles_dates_and_company(letters: Path) -> None:
    async with desk_on(letters, size=(140, 30)) as desk:
        await desk.press("A")
        line = line_of(desk, "Charles Babbage")
        assert line.split()[:7] == ["pers", "Charles", "Babbage", "3", "2", "2024-02-01", "2024-06-03"]
        assert "█" in line
        assert "France" in line
        assert line_of(desk, "Luigi Menabrea").split()[3:7] == ["2", "1", "2024-02-01", "2024-02-01"]


@pytest.mark.parametrize("width", [60, 80, 100, 120])
async def test_name_count_and_kind_are_there_at_any_width(letters: Path, width: int) -> None:
    async with desk_on(letters, size=(width, 20)) as desk:
        await desk.press("A")
        assert line_of(desk, "Ada Lovelace").split()[:4] == ["pers", "Ada", "Lovelace", "2"]


async def test_the_filter_narrows_as_it_is_typed_and_escape_takes_it_away(letters: Path) -> None:
    async with desk_on(letters) as desk:
        await desk.press("A")
        total = len(listed(desk))
        await desk.press("/")
        await desk.type("kind:per")
        assert set(listed(desk)) == {"Ada Lovelace", "Charles Babbage", "Luigi Menabrea"}
        assert f"3 of {total}" in desk.screen()
        await desk.type(" menab")
        assert set(listed(desk)) == {"Luigi Menabrea"}
        await desk.press("enter", "escape")
        assert len(listed(desk)) == total


async def test_leaving_the_filter_line_brings_back_what_was_shown(letters: Path) -> None:
    async with desk_on(letters) as desk:
        await desk.press("A")
        before = listed(desk)
        await desk.press("/")
        await desk.type("turin")
        assert set(listed(desk)) == {"Turin"}
        await desk.press("escape")
        assert listed(desk) == before


async def test_the_order_is_changed_and_turned_around_and_the_header_shows_it(letters: Path) -> None:
    async with desk_on(letters) as desk:
        await desk.press("A")
        assert "count▼" in desk.screen()
        counts = [count for _, count in listed(desk).values()]
        assert counts == sorted(counts, reverse=True)
        await desk.press("O")
        assert "count▲" in desk.screen()
        assert next(iter(listed(desk).values()))[1] == min(counts)
        while actors(desk).table.view.sort.name != "name":
            await desk.press("o")
        assert "name▲" in desk.screen()
        assert list(listed(desk)) == sorted(listed(desk), key=str.casefold)


async def test_the_current_actor_stays_through_sorting_filtering_and_resizing(letters: Path) -> None:
    async with desk_on(letters) as desk:
        await desk.press("A")
        await desk.press("G")
        name = current(desk)
        await desk.press("O")
        assert current(desk) == name
        await desk.resize(60, 8)
        assert current(desk) == name
        assert name in desk.screen()
        await desk.press("A")
        assert current(desk) == name


async def test_motions_and_counts_go_through_the_table(letters: Path) -> None:
    async with desk_on(letters, size=(80, 8)) as desk:
        await desk.press("A")
        await desk.press("2j")
        assert actors(desk).table.current == 2
        await desk.press("k")
        assert actors(desk).table.current == 1
        await desk.press("G")
        assert actors(desk).table.current == len(listed(desk)) - 1
        await desk.press("gg")
        assert actors(desk).table.current == 0
        await desk.press("ctrl+d")
        assert actors(desk).table.current > 1
        await desk.press("ctrl+u")
        assert actors(desk).table.current == 0


async def test_enter_lists_the_places_and_enter_there_goes_to_the_text_and_back(letters: Path) -> None:
    async with desk_on(letters) as desk:
        await desk.press("A")
        await go_to(desk, "Luigi Menabrea")
        await desk.press("enter")
        screen = desk.app.screen
        assert isinstance(screen, MentionsScreen)
        assert "wrote to Luigi Menabrea in France" in desk.screen()
        await desk.press("j", "enter")
        assert desk.app.screen is desk.reading
        assert desk.reader.article is not None
        assert desk.reader.article.id == "letters"
        assert desk.text[desk.caret :].startswith("Menabrea answered")
        await desk.press("ctrl+o")
        assert desk.reader.article.id == "notes"


async def test_escape_goes_from_the_places_to_the_actors_to_the_text(letters: Path) -> None:
    async with desk_on(letters) as desk:
        await desk.press("A")
        await desk.press("enter")
        assert isinstance(desk.app.screen, MentionsScreen)
        await desk.press("escape")
        actors(desk)
        await desk.press("escape")
        assert desk.app.screen is desk.reading


async def test_a_merge_shows_in_the_table_the_text_and_the_file_and_undo_takes_it_back(letters: Path) -> None:
    async with desk_on(letters) as desk:
        await desk.press("A")
        before = listed(desk)
        await go_to(desk, "Ada Lovelace")
        await desk.press("space")
        await go_to(desk, "Charles Babbage")
        await desk.press("m", "enter")
        assert listed(desk)["Charles Babbage"] == ("person", 5)
        assert "Ada Lovelace" not in listed(desk)
        assert "u takes it back" in said(desk)
        assert "Ada Lovelace" in corrections(letters)
        await desk.press("escape")
        await desk.press("gg", "]a", "[a")
        assert desk.status.startswith("READ  person: Charles Babbage (Ada Lovelace)") or (
            "person: Charles Babbage (Ada Lovelace)" in desk.status
        )
        await desk.press("A")
        await desk.press("u")
        assert listed(desk) == before
        assert "undone" in said(desk)
        assert "Ada Lovelace" not in corrections(letters)
        await desk.press("ctrl+r")
        assert listed(desk)["Charles Babbage"] == ("person", 5)


async def test_the_name_that_stays_can_be_the_others_and_is_current_then(letters: Path) -> None:
    async with desk_on(letters) as desk:
        await desk.press("A")
        await go_to(desk, "Ada Lovelace")
        await desk.press("v")
        await go_to(desk, "Charles Babbage")
        await desk.press("m", "up", "enter")
        assert listed(desk)["Ada Lovelace"] == ("person", 5)
        assert current(desk) == "Ada Lovelace"


async def test_more_marked_actors_are_merged_without_the_unmarked_one_at_the_caret(letters: Path) -> None:
    async with desk_on(letters) as desk:
        await desk.press("A")
        for name in ("Turin", "Charles Babbage"):
            await go_to(desk, name)
            await desk.press("space")
        await go_to(desk, "Ada Lovelace")
        assert "2 marked; m merges them" in said(desk)
        await desk.press("m", "enter")
        assert listed(desk)["Charles Babbage"][1] == 4
        assert listed(desk)["Ada Lovelace"] == ("person", 2)
        assert "Turin" not in listed(desk)


async def test_without_marks_m_asks_for_the_other_name_and_refuses_an_unknown_one(letters: Path) -> None:
    async with desk_on(letters) as desk:
        await desk.press("A")
        await go_to(desk, "Turin")
        await desk.press("m")
        await desk.type("nobody\n")
        assert "no actor is called nobody" in said(desk)
        await desk.press("m")
        await desk.type("fran\n")
        assert "Turin" not in listed(desk)
        assert listed(desk)["France"][1] == 5


async def test_an_actor_is_renamed_everywhere(letters: Path) -> None:
    async with desk_on(letters) as desk:
        await desk.press("A")
        await go_to(desk, "Ada Lovelace")
        await desk.press("r")
        await desk.type(", Countess\n")
        assert current(desk) == "Ada Lovelace, Countess"
        await desk.press("escape", "gg", "]a", "[a")
        assert "Ada Lovelace, Countess (Ada Lovelace)" in desk.status
        assert "Ada Lovelace, Countess" in corrections(letters)


async def test_a_kind_is_changed_by_one_key(letters: Path) -> None:
    async with desk_on(letters) as desk:
        await desk.press("A")
        await go_to(desk, "Turin")
        await desk.press("c", "o")
        assert listed(desk)["Turin"][0] == "organization"
        assert tomllib.loads(corrections(letters))
        await desk.press("u")
        assert listed(desk)["Turin"][0] != "organization"


async def test_an_ignored_actor_is_gone_from_table_text_and_filter_until_undo(letters: Path) -> None:
    async with desk_on(letters) as desk:
        await desk.press("tab", "tab", "/")
        await desk.type("actor:lovelace\n")
        assert len(desk.sidebar.items) == 1
        await desk.press("A")
        await go_to(desk, "Ada Lovelace")
        await desk.press("d")
        assert "Ada Lovelace" not in listed(desk)
        assert len(desk.sidebar.items) == 0
        named = {desk.text[span.start : span.end] for span in desk.reader.marks.mentions}
        assert "Ada Lovelace" not in named
        await desk.press("u")
        assert "Ada Lovelace" in listed(desk)
        assert len(desk.sidebar.items) == 1


async def test_a_name_is_split_off_where_it_stands(letters: Path) -> None:
    async with desk_on(letters) as desk:
        await desk.press("A")
        await go_to(desk, "France")
        await desk.press("enter")
        await desk.press("G", "s")
        assert "Paris split from France" in desk.screen()
        assert "not from Paris" not in desk.screen()
        await desk.press("escape")
        assert (listed(desk)["France"][1], listed(desk)["Paris"][1]) == (3, 1)


async def test_a_name_is_split_off_by_its_words_from_the_table(letters: Path) -> None:
    async with desk_on(letters) as desk:
        await desk.press("A")
        await go_to(desk, "France")
        await desk.press("s", "enter")
        assert (listed(desk)["France"][1], listed(desk)["Paris"][1]) == (3, 1)
        await desk.press("u")
        assert listed(desk)["France"][1] == 4
        assert "Paris" not in listed(desk)


async def test_an_actor_with_one_name_cannot_be_split(letters: Path) -> None:
    async with desk_on(letters) as desk:
        await desk.press("A")
        await go_to(desk, "Turin")
        await desk.press("s")
        assert "nothing to split" in said(desk)


async def test_from_the_card_an_actor_is_corrected_and_u_in_the_text_takes_it_back(letters: Path) -> None:
    async with desk_on(letters) as desk:
        await desk.press("gg", "]a", "[a", "K")
        assert "r rename" in desk.screen()
        await desk.press("d")
        assert "ignored" in desk.status
        assert "u takes it back" in desk.status
        named = {desk.text[span.start : span.end] for span in desk.reader.marks.mentions}
        assert "Ada Lovelace" not in named
        await desk.press("u")
        named = {desk.text[span.start : span.end] for span in desk.reader.marks.mentions}
        assert "Ada Lovelace" in named


async def test_a_figure_has_no_keys_of_an_actor_on_its_card(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = TALKS.index("25 percent")
    figure = Amount(at, at + len("25 percent"), "percent", Measure(25, "percent"))
    monkeypatch.setattr("fenttui.extract.extraction.extract", lambda *_: (figure,))
    async with desk_on(dossier) as desk:
        monkeypatch.undo()
        await desk.press("gg", "]f", "K")
        assert "25" in desk.screen()
        assert "rename" not in desk.screen()


async def test_an_empty_table_says_so(tmp_path: Path) -> None:
    write_article(tmp_path / "quiet", "rain", "it rained all day.", "2024-06-03")
    async with desk_on(tmp_path / "quiet") as desk:
        await desk.press("A")
        assert "No actor is named" in desk.screen()
        await desk.press("j", "enter")
        assert "No actor is named" in said(desk)
        await desk.press("m", "r", "d")
        assert "no actor is shown" in said(desk)


async def test_a_file_that_cannot_be_read_is_told_and_the_others_are_listed(letters: Path) -> None:
    write_article(letters, "gone", "Nobody reads this.", "2023-01-01")
    async with desk_on(letters) as desk:
        (letters / "gone.txt").unlink()
        await desk.press("A")
        assert "Ada Lovelace" in listed(desk)
        assert "1 file could not be read" in said(desk)


async def test_escape_stops_the_reading_and_opening_again_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, read = tmp_path / "many", threading.Semaphore(3)
    for number in range(12):
        write_article(
            root, f"a{number:02}", f"Ada Lovelace met Charles Babbage {number} times.", "2024-06-03"
        )
    index_article = dossier_pass.index_article

    def slowly(*given: Any) -> IndexedArticle:
        read.acquire()
        return index_article(*given)

    monkeypatch.setattr(dossier_pass, "index_article", slowly)
    async with desk_on(root, size=(80, 24)) as desk:
        desk.burst("A")
        while not isinstance(desk.app.screen, ActorsScreen) or not actors(desk)._is_reading:
            await desk.pilot.pause()
        desk.burst("escape")
        while "stopped" not in said(desk):
            await desk.pilot.pause()
        read.release(20)
        await desk.quiet()
        assert "not read" in said(desk)
        await desk.press("A")
        assert "not read" not in said(desk)
        assert listed(desk)["Ada Lovelace"] == ("person", 12)


async def test_what_was_read_is_not_extracted_again(letters: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk_on(letters) as desk:
        await desk.press("A")
        await desk.press("escape")

        def never(*_: object) -> None:
            raise AssertionError("extracted again")

        monkeypatch.setattr("fenttui.extract.extraction.extract", never)
        await desk.press("A")
        await go_to(desk, "Ada Lovelace")
        await desk.press("d")
        await desk.press("escape", "A")
        assert "Charles Babbage" in listed(desk)


async def test_a_name_full_of_control_characters_is_shown_as_signs(tmp_path: Path) -> None:
    root = tmp_path / "odd"
    write_article(root, "odd", "Ada Lovelace met Charles\u202e Babbage.", "2024-06-03")
    (root / "actors.toml").write_text(
        'schema = 1\n\n[[actor]]\nname = "Ada\\u001b[31m"\njoins = ["Ada Lovelace"]\n', encoding="utf-8"
    )
    async with desk_on(root) as desk:
        await desk.press("A")
        assert "\x1b" not in desk.screen()
        assert "\u202e" not in desk.screen()


async def test_help_lists_the_keys_of_the_table(letters: Path) -> None:
    async with desk_on(letters, size=(120, 50)) as desk:
        await desk.press("A")
        await desk.press("?")
        assert "Keys in the table of actors" in desk.screen()
        assert "change its kind" in desk.screen()
        assert "export the notes" not in desk.screen()


async def test_an_unknown_key_is_answered(letters: Path) -> None:
    async with desk_on(letters) as desk:
        await desk.press("A", "Z")
        assert "Z is no key here" in said(desk)


@pytest.mark.parametrize("kind", ["person", "place"])
async def test_without_color_kinds_are_told_by_their_word(letters: Path, kind: str) -> None:
    async with desk_on(letters, ansi=True) as desk:
        await desk.press("A")
        names = [name for name, (each, _) in listed(desk).items() if each == kind]
        assert names
        assert all(
            line_of(desk, name).split()[0].rstrip(".") == kind[:5].replace("perso", "pers") for name in names
        )


def test_a_sparkline_tells_nothing_from_little_and_little_from_much() -> None:
    assert sparkline([0, 1, 50, 100]) == "·▁▄█"
    assert sparkline([0, 0]) == "··"


@pytest.mark.parametrize("theme", ["fenttui-dark", "fenttui-light"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
def test_the_actors_look_as_they_were_approved(
    letters: Path, size: tuple[int, int], theme: str, snap_compare: Callable[..., bool]
) -> None:
    async def mark_two(pilot: Pilot[int]) -> None:
        desk = Desk(app, pilot)
        await desk.quiet()
        await desk.press("A")
        await desk.press("j", "space", "j")

    app = new_app(letters, flags={"reader.theme": theme})
    assert snap_compare(app, terminal_size=size, run_before=mark_two)


async def test_ignored_actors_are_listed_on_demand_and_restored(letters: Path) -> None:
    async with desk_on(letters) as desk:
        await desk.press("A")
        before = listed(desk)
        await go_to(desk, "Ada Lovelace")
        await desk.press("d")
        actors(desk).show_ignored()
        await desk.quiet()
        assert listed(desk)["Ada Lovelace"] == ("person", 2)
        assert "Ada Lovelace (ignored)" in desk.screen()
        (row,) = [each for each in actors(desk).table.view.records if each.ignored]
        assert row.actor == "Ada Lovelace"
        await go_to(desk, "Charles Babbage")
        actors(desk).restore_current()
        assert "Charles Babbage is not ignored" in said(desk)
        await go_to(desk, "Ada Lovelace")
        actors(desk).restore_current()
        await desk.quiet()
        assert "Ada Lovelace shown again" in said(desk)
        assert "(ignored)" not in desk.screen()
        actors(desk).show_ignored()
        await desk.quiet()
        assert listed(desk) == before
        assert "Ada Lovelace" not in corrections(letters)


async def test_ignored_actors_are_hidden_again_and_stay_ignored(letters: Path) -> None:
    async with desk_on(letters) as desk:
        await desk.press("A")
        await go_to(desk, "Turin")
        await desk.press("d")
        for shown in (True, False):
            actors(desk).show_ignored()
            await desk.quiet()
            assert ("Turin" in listed(desk)) is shown
            assert ("with the ignored" in desk.screen()) is shown
        await desk.press("/")
        await desk.type("nobody at all\n")
        actors(desk).restore_current()
        assert "no actor is shown" in said(desk)


async def test_an_actor_ignored_by_the_settings_alone_is_not_restored_by_the_dossier(letters: Path) -> None:
    other = letters.parent / "other"
    write_article(other, "far", "Luigi Menabrea rested.", "2024-01-01")
    (other / "actors.toml").write_text('schema = 1\n\n[[ignore]]\nactor = "Turin"\n', encoding="utf-8")
    async with desk_on(letters, other) as desk:
        await desk.press("A")
        assert "Turin" not in listed(desk)
        actors(desk).show_ignored()
        await desk.quiet()
        await go_to(desk, "Turin")
        actors(desk).restore_current()
        await desk.quiet()
        assert "is not ignored by this dossier" in said(desk)
        assert "Turin (ignored)" in desk.screen()


async def test_a_table_that_is_opened_after_another_fills_without_reading(
    letters: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk_on(letters) as desk:
        await desk.press("A")
        read_again: list[object] = []
        monkeypatch.setattr("fenttui.ui.session.read_article", lambda *given: read_again.append(given))
        await desk.press("L")
        assert "2024-06-03" in desk.screen()
        assert "2024-02-01" in desk.screen()
        await desk.press("F", "A")
        assert listed(desk)["Ada Lovelace"] == ("person", 2)
        assert read_again == []
