from __future__ import annotations

import re
import threading
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from fenttui.analysis.indexed_article import IndexedArticle, index_article
from fenttui.analysis.over_time import sparkline
from fenttui.extract.mention import ActorMention, Amount, Measure, Mention
from fenttui.kinds import ActorKind
from fenttui.ui.screens.actors import ActorsScreen
from fenttui.ui.screens.mentions import MentionsScreen
from fenttui.ui.session import dossier_pass
from tests.support.dossiers import TALKS, write_article
from tests.support.pilot import AppPilot, new_app, open_app

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


def actors(pilot: AppPilot) -> ActorsScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ActorsScreen)
    return screen


def listed(pilot: AppPilot) -> dict[str, tuple[str, int]]:
    return {row.actor: (row.kind, row.count) for row in actors(pilot).table.view.shown}


def current(pilot: AppPilot) -> str:
    row = actors(pilot).table.current_record
    assert row is not None
    return row.actor


def line_of(pilot: AppPilot, name: str) -> str:
    return next(line for line in pilot.screen().splitlines() if line[9:].startswith(name))


def said(pilot: AppPilot) -> str:
    return actors(pilot).status.text


def corrections(root: Path) -> str:
    return (root / "actors.toml").read_text("utf-8")


async def go_to(pilot: AppPilot, name: str) -> None:
    assert actors(pilot).table.go_to(name)
    await pilot.quiet()


async def test_every_actor_is_listed_with_kind_count_articles_dates_and_company(letters: Path) -> None:
    async with open_app(letters, size=(140, 30)) as pilot:
        await pilot.press("A")
        line = line_of(pilot, "Charles Babbage")
        assert line.split()[:7] == ["pers", "Charles", "Babbage", "3", "2", "2024-02-01", "2024-06-03"]
        assert "█" in line
        assert "France" in line
        assert line_of(pilot, "Luigi Menabrea").split()[3:7] == ["2", "1", "2024-02-01", "2024-02-01"]


@pytest.mark.parametrize("width", [60, 80, 100, 120])
async def test_name_count_and_kind_are_there_at_any_width(letters: Path, width: int) -> None:
    async with open_app(letters, size=(width, 20)) as pilot:
        await pilot.press("A")
        assert line_of(pilot, "Ada Lovelace").split()[:4] == ["pers", "Ada", "Lovelace", "2"]


async def test_the_filter_narrows_as_it_is_typed_and_escape_takes_it_away(letters: Path) -> None:
    async with open_app(letters) as pilot:
        await pilot.press("A")
        total = len(listed(pilot))
        await pilot.press("/")
        await pilot.type("kind:per")
        assert set(listed(pilot)) == {"Ada Lovelace", "Charles Babbage", "Luigi Menabrea"}
        assert f"3 of {total}" in pilot.screen()
        await pilot.type(" menab")
        assert set(listed(pilot)) == {"Luigi Menabrea"}
        await pilot.press("enter", "escape")
        assert len(listed(pilot)) == total


async def test_leaving_the_filter_line_brings_back_what_was_shown(letters: Path) -> None:
    async with open_app(letters) as pilot:
        await pilot.press("A")
        before = listed(pilot)
        await pilot.press("/")
        await pilot.type("turin")
        assert set(listed(pilot)) == {"Turin"}
        await pilot.press("escape")
        assert listed(pilot) == before


async def test_the_order_is_changed_and_turned_around_and_the_header_shows_it(letters: Path) -> None:
    async with open_app(letters) as pilot:
        await pilot.press("A")
        assert "count▼" in pilot.screen()
        counts = [count for _, count in listed(pilot).values()]
        assert counts == sorted(counts, reverse=True)
        await pilot.press("O")
        assert "count▲" in pilot.screen()
        assert next(iter(listed(pilot).values()))[1] == min(counts)
        while actors(pilot).table.view.sort.name != "name":
            await pilot.press("o")
        assert "name▲" in pilot.screen()
        assert list(listed(pilot)) == sorted(listed(pilot), key=str.casefold)


async def test_the_current_actor_stays_through_sorting_filtering_and_resizing(letters: Path) -> None:
    async with open_app(letters) as pilot:
        await pilot.press("A")
        await pilot.press("G")
        name = current(pilot)
        await pilot.press("O")
        assert current(pilot) == name
        await pilot.resize(60, 8)
        assert current(pilot) == name
        assert name in pilot.screen()
        await pilot.press("A")
        assert current(pilot) == name


async def test_motions_and_counts_go_through_the_table(letters: Path) -> None:
    async with open_app(letters, size=(80, 8)) as pilot:
        await pilot.press("A")
        await pilot.press("2j")
        assert actors(pilot).table.current == 2
        await pilot.press("k")
        assert actors(pilot).table.current == 1
        await pilot.press("G")
        assert actors(pilot).table.current == len(listed(pilot)) - 1
        await pilot.press("gg")
        assert actors(pilot).table.current == 0
        await pilot.press("ctrl+d")
        assert actors(pilot).table.current > 1
        await pilot.press("ctrl+u")
        assert actors(pilot).table.current == 0


async def test_enter_lists_the_mentions_and_enter_there_goes_to_the_text_and_back(letters: Path) -> None:
    async with open_app(letters) as pilot:
        await pilot.press("A")
        await go_to(pilot, "Luigi Menabrea")
        await pilot.press("enter")
        screen = pilot.app.screen
        assert isinstance(screen, MentionsScreen)
        assert "wrote to Luigi Menabrea in France" in pilot.screen()
        await pilot.press("j", "enter")
        assert pilot.app.screen is pilot.reading
        assert pilot.reader.article is not None
        assert pilot.reader.article.id == "letters"
        assert pilot.text[pilot.caret :].startswith("Menabrea answered")
        await pilot.press("ctrl+o")
        assert pilot.reader.article.id == "notes"


async def test_escape_goes_from_the_mentions_to_the_actors_to_the_text(letters: Path) -> None:
    async with open_app(letters) as pilot:
        await pilot.press("A")
        await pilot.press("enter")
        mentions = pilot.app.screen
        assert isinstance(mentions, MentionsScreen)
        await pilot.press("escape")
        actors(pilot)
        await pilot.press("escape")
        assert pilot.app.screen is pilot.reading


async def test_a_merge_shows_in_the_table_the_text_and_the_file_and_undo_takes_it_back(letters: Path) -> None:
    async with open_app(letters) as pilot:
        await pilot.press("A")
        before = listed(pilot)
        await go_to(pilot, "Ada Lovelace")
        await pilot.press("space")
        await go_to(pilot, "Charles Babbage")
        await pilot.press("m", "enter")
        assert listed(pilot)["Charles Babbage"] == ("person", 5)
        assert "Ada Lovelace" not in listed(pilot)
        assert "u takes it back" in said(pilot)
        assert "Ada Lovelace" in corrections(letters)
        await pilot.press("escape")
        await pilot.press("gg", "]a", "[a")
        assert "person: Charles Babbage (Ada Lovelace)" in pilot.status
        await pilot.press("A")
        await pilot.press("u")
        assert listed(pilot) == before
        assert "undone" in said(pilot)
        assert "Ada Lovelace" not in corrections(letters)
        await pilot.press("ctrl+r")
        assert listed(pilot)["Charles Babbage"] == ("person", 5)


async def test_the_name_that_stays_can_be_the_others_and_is_current_then(letters: Path) -> None:
    async with open_app(letters) as pilot:
        await pilot.press("A")
        await go_to(pilot, "Ada Lovelace")
        await pilot.press("v")
        await go_to(pilot, "Charles Babbage")
        await pilot.press("m", "up", "enter")
        assert listed(pilot)["Ada Lovelace"] == ("person", 5)
        assert current(pilot) == "Ada Lovelace"


async def test_more_marked_actors_are_merged_without_the_unmarked_one_at_the_caret(letters: Path) -> None:
    async with open_app(letters) as pilot:
        await pilot.press("A")
        for name in ("Turin", "Charles Babbage"):
            await go_to(pilot, name)
            await pilot.press("space")
        await go_to(pilot, "Ada Lovelace")
        assert "2 marked; m merges them" in said(pilot)
        await pilot.press("m", "enter")
        assert listed(pilot)["Charles Babbage"][1] == 4
        assert listed(pilot)["Ada Lovelace"] == ("person", 2)
        assert "Turin" not in listed(pilot)


async def test_without_marks_m_asks_for_the_other_name_and_refuses_an_unknown_one(letters: Path) -> None:
    async with open_app(letters) as pilot:
        await pilot.press("A")
        await go_to(pilot, "Turin")
        await pilot.press("m")
        await pilot.type("nobody\n")
        assert "no actor is called nobody" in said(pilot)
        await pilot.press("m")
        await pilot.type("fran\n")
        assert "Turin" not in listed(pilot)
        assert listed(pilot)["France"][1] == 5


async def test_an_actor_is_renamed_everywhere(letters: Path) -> None:
    async with open_app(letters) as pilot:
        await pilot.press("A")
        await go_to(pilot, "Ada Lovelace")
        await pilot.press("r", "end")
        await pilot.type(", Countess\n")
        assert current(pilot) == "Ada Lovelace, Countess"
        await pilot.press("escape", "gg", "]a", "[a")
        assert "Ada Lovelace, Countess (Ada Lovelace)" in pilot.status
        assert "Ada Lovelace, Countess" in corrections(letters)


async def test_a_kind_is_changed_by_one_key(letters: Path) -> None:
    async with open_app(letters) as pilot:
        await pilot.press("A")
        await go_to(pilot, "Turin")
        await pilot.press("c", "o")
        assert listed(pilot)["Turin"][0] == "organization"
        assert tomllib.loads(corrections(letters))
        await pilot.press("u")
        assert listed(pilot)["Turin"][0] != "organization"


async def test_an_ignored_actor_is_gone_from_table_text_and_filter_until_undo(letters: Path) -> None:
    async with open_app(letters) as pilot:
        await pilot.press("tab", "tab", "/")
        await pilot.type("actor:lovelace\n")
        assert len(pilot.sidebar.items) == 1
        await pilot.press("A")
        await go_to(pilot, "Ada Lovelace")
        await pilot.press("d")
        assert "Ada Lovelace" not in listed(pilot)
        assert len(pilot.sidebar.items) == 0
        named = {pilot.text[span.start : span.end] for span in pilot.reader.marks.mentions}
        assert "Ada Lovelace" not in named
        await pilot.press("u")
        assert "Ada Lovelace" in listed(pilot)
        assert len(pilot.sidebar.items) == 1


async def test_a_name_is_split_off_where_it_stands(letters: Path) -> None:
    async with open_app(letters) as pilot:
        await pilot.press("A")
        await go_to(pilot, "France")
        await pilot.press("enter")
        await pilot.press("G", "s")
        assert "Paris split from France" in pilot.screen()
        assert "not from Paris" not in pilot.screen()
        await pilot.press("escape")
        assert (listed(pilot)["France"][1], listed(pilot)["Paris"][1]) == (3, 1)


async def test_a_name_is_split_off_by_its_words_from_the_table(letters: Path) -> None:
    async with open_app(letters) as pilot:
        await pilot.press("A")
        await go_to(pilot, "France")
        await pilot.press("s", "enter")
        assert (listed(pilot)["France"][1], listed(pilot)["Paris"][1]) == (3, 1)
        await pilot.press("u")
        assert listed(pilot)["France"][1] == 4
        assert "Paris" not in listed(pilot)


async def test_an_actor_with_one_name_cannot_be_split(letters: Path) -> None:
    async with open_app(letters) as pilot:
        await pilot.press("A")
        await go_to(pilot, "Turin")
        await pilot.press("s")
        assert "nothing to split" in said(pilot)


async def test_from_the_card_an_actor_is_corrected_and_u_in_the_text_takes_it_back(letters: Path) -> None:
    async with open_app(letters) as pilot:
        await pilot.press("gg", "]a", "[a", "K")
        assert "r rename" in pilot.screen()
        await pilot.press("d")
        assert "ignored" in pilot.status
        assert "u takes it back" in pilot.status
        named = {pilot.text[span.start : span.end] for span in pilot.reader.marks.mentions}
        assert "Ada Lovelace" not in named
        await pilot.press("u")
        named = {pilot.text[span.start : span.end] for span in pilot.reader.marks.mentions}
        assert "Ada Lovelace" in named


async def test_a_figure_has_no_keys_of_an_actor_on_its_card(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = TALKS.index("25 percent")
    figure = Amount(at, at + len("25 percent"), "percent", Measure(25, "percent"))
    monkeypatch.setattr("fenttui.extract.extraction.extract", lambda *_: (figure,))
    async with open_app(dossier) as pilot:
        monkeypatch.undo()
        await pilot.press("gg", "]f", "K")
        assert "25" in pilot.screen()
        assert "rename" not in pilot.screen()


async def test_an_empty_table_says_so(tmp_path: Path) -> None:
    write_article(tmp_path / "quiet", "rain", "it rained all day.", "2024-06-03")
    async with open_app(tmp_path / "quiet") as pilot:
        await pilot.press("A")
        assert "No actor is named" in pilot.screen()
        await pilot.press("j", "enter")
        assert "No actor is named" in said(pilot)
        await pilot.press("m", "r", "d")
        assert "no actor is shown" in said(pilot)


async def test_a_file_that_cannot_be_read_is_told_and_the_others_are_listed(letters: Path) -> None:
    write_article(letters, "gone", "Nobody reads this.", "2023-01-01")
    async with open_app(letters) as pilot:
        (letters / "gone.txt").unlink()
        await pilot.press("A")
        assert "Ada Lovelace" in listed(pilot)
        assert "1 file could not be read" in said(pilot)


async def test_escape_stops_the_reading_and_opening_again_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, read = tmp_path / "many", threading.Semaphore(3)
    for number in range(12):
        write_article(
            root, f"a{number:02}", f"Ada Lovelace met Charles Babbage {number} times.", "2024-06-03"
        )

    def slowly(*given: Any) -> IndexedArticle:
        read.acquire()
        return index_article(*given)

    monkeypatch.setattr(dossier_pass, "index_article", slowly)
    async with open_app(root, size=(80, 24)) as pilot:
        pilot.burst("A")
        while not isinstance(pilot.app.screen, ActorsScreen) or not actors(pilot)._is_reading:
            await pilot.textual_pilot.pause()
        pilot.burst("escape")
        while "stopped" not in said(pilot):
            await pilot.textual_pilot.pause()
        read.release(20)
        await pilot.quiet()
        assert "not read" in said(pilot)
        await pilot.press("A")
        assert "not read" not in said(pilot)
        assert listed(pilot)["Ada Lovelace"] == ("person", 12)


async def test_what_was_read_is_not_extracted_again(letters: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_app(letters) as pilot:
        await pilot.press("A")
        await pilot.press("escape")

        def never(*_: object) -> None:
            raise AssertionError("extracted again")

        monkeypatch.setattr("fenttui.extract.extraction.extract", never)
        await pilot.press("A")
        await go_to(pilot, "Ada Lovelace")
        await pilot.press("d")
        await pilot.press("escape", "A")
        assert "Charles Babbage" in listed(pilot)


async def test_a_name_full_of_control_characters_is_shown_as_signs(tmp_path: Path) -> None:
    root = tmp_path / "odd"
    write_article(root, "odd", "Ada Lovelace met Charles\u202e Babbage.", "2024-06-03")
    (root / "actors.toml").write_text(
        'schema = 1\n\n[[actor]]\nname = "Ada\\u001b[31m \\u202eByron"\njoins = ["Ada Lovelace"]\n',
        encoding="utf-8",
    )
    async with open_app(root) as pilot:
        await pilot.press("A")
        assert "\x1b" not in pilot.screen()
        assert "\u202e" not in pilot.screen()
        assert "Ada␛[31m ␦Byron" in pilot.screen()


async def test_help_lists_the_keys_of_the_table(letters: Path) -> None:
    async with open_app(letters, size=(120, 50)) as pilot:
        await pilot.press("A")
        await pilot.press("?")
        assert "Keys in the table of actors" in pilot.screen()
        assert "change its kind" in pilot.screen()
        assert "export the notes" not in pilot.screen()


async def test_an_unknown_key_is_answered(letters: Path) -> None:
    async with open_app(letters) as pilot:
        await pilot.press("A", "X")
        assert "X is no key here" in said(pilot)


@pytest.mark.parametrize("kind", ["person", "place"])
async def test_without_color_kinds_are_told_by_their_word(letters: Path, kind: str) -> None:
    async with open_app(letters, ansi=True) as pilot:
        await pilot.press("A")
        names = [name for name, (each, _) in listed(pilot).items() if each == kind]
        assert names
        assert all(
            line_of(pilot, name).split()[0].rstrip(".") == kind[:5].replace("perso", "pers") for name in names
        )


def test_a_sparkline_tells_nothing_from_little_and_little_from_much() -> None:
    assert sparkline([0, 1, 50, 100]) == "·▁▄█"
    assert sparkline([0, 0]) == "··"


@pytest.mark.parametrize("theme", ["fenttui-dark", "fenttui-light"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
def test_the_actors_look_as_they_were_approved(
    letters: Path, size: tuple[int, int], theme: str, snap_compare: Callable[..., bool]
) -> None:
    async def mark_two(textual_pilot: Pilot[int]) -> None:
        pilot = AppPilot(app, textual_pilot)
        await pilot.quiet()
        await pilot.press("A")
        await pilot.press("j", "space", "j")

    app = new_app(letters, flags={"reader.theme": theme})
    assert snap_compare(app, terminal_size=size, run_before=mark_two)


async def test_ignored_actors_are_listed_on_demand_and_restored(letters: Path) -> None:
    async with open_app(letters) as pilot:
        await pilot.press("A")
        before = listed(pilot)
        await go_to(pilot, "Ada Lovelace")
        await pilot.press("d")
        actors(pilot).show_ignored()
        await pilot.quiet()
        assert listed(pilot)["Ada Lovelace"] == ("person", 2)
        assert "Ada Lovelace (ignored)" in pilot.screen()
        (row,) = [each for each in actors(pilot).table.view.records if each.ignored]
        assert row.actor == "Ada Lovelace"
        await go_to(pilot, "Charles Babbage")
        actors(pilot).restore_current()
        assert "Charles Babbage is not ignored" in said(pilot)
        await go_to(pilot, "Ada Lovelace")
        actors(pilot).restore_current()
        await pilot.quiet()
        assert "Ada Lovelace shown again" in said(pilot)
        assert "(ignored)" not in pilot.screen()
        actors(pilot).show_ignored()
        await pilot.quiet()
        assert listed(pilot) == before
        assert "Ada Lovelace" not in corrections(letters)


async def test_ignored_actors_are_hidden_again_and_stay_ignored(letters: Path) -> None:
    async with open_app(letters) as pilot:
        await pilot.press("A")
        await go_to(pilot, "Turin")
        await pilot.press("d")
        for shown in (True, False):
            actors(pilot).show_ignored()
            await pilot.quiet()
            assert ("Turin" in listed(pilot)) is shown
            assert ("with the ignored" in pilot.screen()) is shown
        await pilot.press("/")
        await pilot.type("nobody at all\n")
        actors(pilot).restore_current()
        assert "no actor is shown" in said(pilot)


async def test_an_actor_ignored_by_the_settings_alone_is_not_restored_by_the_dossier(letters: Path) -> None:
    other = letters.parent / "other"
    write_article(other, "far", "Luigi Menabrea rested.", "2024-01-01")
    (other / "actors.toml").write_text('schema = 1\n\n[[ignore]]\nactor = "Turin"\n', encoding="utf-8")
    async with open_app(letters, other) as pilot:
        await pilot.press("A")
        assert "Turin" not in listed(pilot)
        actors(pilot).show_ignored()
        await pilot.quiet()
        await go_to(pilot, "Turin")
        actors(pilot).restore_current()
        await pilot.quiet()
        assert "is not ignored by this dossier" in said(pilot)
        assert "Turin (ignored)" in pilot.screen()


async def test_a_table_that_is_opened_after_another_fills_without_reading(
    letters: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(letters) as pilot:
        await pilot.press("A")
        read_again: list[object] = []
        monkeypatch.setattr(
            "fenttui.ui.session.library.read_article", lambda *given: read_again.append(given)
        )
        await pilot.press("gL")
        assert "2024-06-03" in pilot.screen()
        assert "2024-02-01" in pilot.screen()
        await pilot.press("gF", "A")
        assert listed(pilot)["Ada Lovelace"] == ("person", 2)
        assert read_again == []
