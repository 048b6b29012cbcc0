from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.dossiers import write_article
from tests.support.pilot import AppPilot, open_app


def starts_with(pilot: AppPilot, expected: str, after: str = "") -> None:
    found = pilot.text[pilot.caret : pilot.caret + len(expected)]
    assert found == expected, after


MOTIONS = {
    "characters": [
        ("l", "ang Yi"),
        ("right", "ang Yi"),
        ("5l", "Yi met"),
        ("5l h", " Yi met"),
        ("5l 2 left", "g Yi"),
    ],
    "words": [
        ("w", "Yi met"),
        ("3w", "Marco Rubio"),
        ("3w b", "met Marco"),
        ("3w 2b", "Yi met"),
        ("e", "g Yi"),
        ("2e", "i met"),
    ],
    "lines": [
        ("j", "spoke of"),
        ("down", "spoke of"),
        ("3j", "Exports fell"),
        ("3j k", "\n\nExports"),
        ("3j 2 up", "spoke of"),
        ("5l j", " of tariffs"),
        ("5l 2j j", "ts fell"),
        ("$", "y spoke"),
        ("end", "y spoke"),
        ("$ j", ".\n\nExports"),
        ("3w 0", "Wang Yi met"),
        ("3w home", "Wang Yi met"),
    ],
    "sentences": [
        (")", "They spoke"),
        ("2)", "Exports fell"),
        ("3) (", "Exports fell"),
        ("3) 2(", "They spoke"),
    ],
    "paragraphs": [
        ("}", "Exports fell"),
        ("2}", '"The tariffs'),
        ("2} {", "Exports fell"),
        ("2} 2{", "Wang Yi met"),
    ],
    "the whole article": [
        ("G", "reporters. Nobody"),
        ("ctrl+end", "reporters. Nobody"),
        ("4G", "Exports fell"),
        ("99G", "reporters. Nobody"),
        ("G gg", "Wang Yi met"),
        ("G ctrl+home", "Wang Yi met"),
        ("4gg", "Exports fell"),
        ("50%", "wants talks"),
        ("100%", "reporters. Nobody"),
    ],
}


@pytest.mark.parametrize("over", MOTIONS)
async def test_motions_go_where_they_go_in_vim(dossier: Path, over: str) -> None:
    async with open_app(dossier) as pilot:
        for keys, lands_on in MOTIONS[over]:
            pilot.reader.move_to(0)
            await pilot.press(keys)
            starts_with(pilot, lands_on, keys)


async def test_a_zero_after_a_digit_belongs_to_the_count(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("10l")
        assert pilot.caret == 10
        await pilot.press("0")
        assert pilot.caret == 0


async def test_motions_stop_at_both_ends(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("h", "k", "b", "(", "{")
        assert pilot.caret == 0
        await pilot.press("999l", "w", "e", ")", "}", "j")
        assert pilot.caret == len(pilot.text) - 1


@pytest.fixture
def long_article(tmp_path: Path) -> Path:
    root = tmp_path / "long"
    write_article(root, "rows", "\n".join(f"row {number:03}" for number in range(1, 201)))
    return root


@pytest.mark.parametrize(
    ("down", "up", "pages"),
    [
        ("ctrl+d", "ctrl+u", 0.5),
        ("space", "backspace", 1),
        ("ctrl+f", "ctrl+b", 1),
        ("pagedown", "pageup", 1),
    ],
)
async def test_paging_goes_by_the_height_of_the_pane(
    long_article: Path, down: str, up: str, pages: float
) -> None:
    async with open_app(long_article, size=(80, 24)) as pilot:
        height = pilot.reader.size.height
        step = height // 2 if pages < 1 else height - 2
        await pilot.press(down)
        starts_with(pilot, f"row {1 + step:03}")
        await pilot.press(f"2 {down}")
        starts_with(pilot, f"row {1 + 3 * step:03}")
        await pilot.press(up)
        starts_with(pilot, f"row {1 + 2 * step:03}")
        assert any(f"row {1 + 2 * step:03}" in row for row in pilot.rows(pilot.reader))


async def test_the_caret_is_always_in_view(long_article: Path) -> None:
    async with open_app(long_article, size=(80, 24)) as pilot:
        for keys, shown in (("G", "row 200"), ("100G", "row 100"), ("30j", "row 130"), ("gg", "row 001")):
            await pilot.press(keys)
            assert any(shown in row for row in pilot.rows(pilot.reader))


async def test_a_selection_grows_with_motions(dossier: Path) -> None:
    first_line = "Wang Yi met Marco Rubio in Moscow on Tuesday. They"
    selections = [
        ("v e", "Wang"),
        ("w v b", "Wang Y"),
        ("v 2w", "Wang Yi m"),
        ("V", first_line),
        ("V j", f"{first_line} spoke of tariffs."),
        ("w v V", first_line),
        ("w iw", "Yi"),
        (") is", "They spoke of tariffs."),
        ("w ip", f"{first_line} spoke of tariffs."),
        ("iw w", "Wang Y"),
    ]
    async with open_app(dossier) as pilot:
        for keys, selected in selections:
            pilot.reader.move_to(0)
            await pilot.press(keys)
            assert pilot.selected == selected, keys
            assert pilot.status.startswith("SELECT"), keys
            await pilot.press("escape")
            assert pilot.selected is None, keys


async def test_a_selection_ends(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        for keys in ("v escape", "v v", "V V", "is escape", "v w y"):
            await pilot.press(keys)
            assert pilot.selected is None, keys
            assert pilot.status.startswith("READ"), keys


async def test_what_is_selected_looks_selected(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        plain = pilot.looks_of(pilot.reader, "spoke of")[0].style
        await pilot.press("V", "j")
        (line,) = pilot.looks_of(pilot.reader, "poke of")
        assert line.style != plain


async def test_n_without_a_search_says_what_to_do(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("n")
        assert "/ searches" in pilot.status


async def test_a_search_goes_to_the_first_match_while_it_is_typed(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("/")
        await pilot.type("tar")
        starts_with(pilot, "tariffs.")
        assert "2 matches" in pilot.status
        await pilot.type("iffs a")
        starts_with(pilot, "tariffs are")
        await pilot.press("enter")
        starts_with(pilot, "tariffs are")
        assert pilot.looks_of(pilot.reader, "ariffs a")


async def test_a_search_that_is_left_goes_back_to_where_it_began(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("w", "/")
        await pilot.type("talks")
        assert pilot.reader.marks.matches
        await pilot.press("escape")
        starts_with(pilot, "Yi met")
        assert not pilot.reader.marks.matches
        await pilot.press("/", "backspace", "w")
        starts_with(pilot, "met Marco")


async def test_n_and_shift_n_go_through_the_matches_and_say_when_they_pass_an_end(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("/")
        await pilot.type("wang")
        await pilot.press("enter")
        starts_with(pilot, "Wang Yi met")
        await pilot.press("n")
        starts_with(pilot, "Wang said")
        assert "match 2 of 3" in pilot.status
        assert "again" not in pilot.status
        await pilot.press("n", "n")
        starts_with(pilot, "Wang Yi met")
        assert "from the top again" in pilot.status
        await pilot.press("N")
        starts_with(pilot, "Wang Yi told")
        assert "from the bottom again" in pilot.status
        await pilot.press("2N")
        starts_with(pilot, "Wang Yi met")
        await pilot.press("2n")
        starts_with(pilot, "Wang Yi told")


async def test_a_search_with_a_capital_heeds_case(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("/")
        await pilot.type("Tariffs")
        await pilot.press("enter")
        assert "not in this article: Tariffs" in pilot.status
        assert pilot.caret == 0


async def test_ctrl_o_comes_back_from_a_search(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("w", "/")
        await pilot.type("talks")
        await pilot.press("enter", "ctrl+o")
        starts_with(pilot, "Yi met")


async def test_escape_takes_the_marks_of_a_search_away(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("/")
        await pilot.type("talks")
        await pilot.press("enter")
        assert pilot.reader.marks.matches
        await pilot.press("escape")
        assert not pilot.reader.marks.matches
        starts_with(pilot, "talks.")


async def test_a_search_goes_on_in_the_next_article(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("/")
        await pilot.type("rubio")
        await pilot.press("enter", "]]", "n")
        starts_with(pilot, "Rubio called")


async def test_a_match_in_folded_text_opens_the_fold(seeds: Path) -> None:
    async with open_app(seeds) as pilot:
        await pilot.press("]]", "/")
        await pilot.type("paywalls")
        await pilot.press("enter")
        starts_with(pilot, "paywalls")
        assert any("paywalls" in row for row in pilot.rows(pilot.reader))


async def test_enter_opens_a_fold_and_closes_it_again(seeds: Path) -> None:
    async with open_app(seeds) as pilot:
        await pilot.press("]]")
        assert "words of the site folded" in pilot.screen()
        await pilot.press("enter")
        assert "words of the site folded" not in pilot.screen()
        await pilot.press("2w", "enter")
        assert "words of the site folded" in pilot.screen()


async def test_jumps_go_to_mentions(dossier: Path) -> None:
    jumps = [
        ("]a", "Marco Rubio"),
        ("2]a", "Moscow on"),
        ("2]a [a", "Marco Rubio"),
        ("3]a 2[a", "Marco Rubio"),
        ("]f", "Tuesday."),
        ("2]f", "25 percent"),
        ("2]f [f", "Tuesday."),
        ("*", "Wang said"),
        ("2*", "Wang Yi told"),
        ("3*", "Wang Yi met"),
        ("#", "Wang Yi told"),
        ("2* #", "Wang said"),
    ]
    async with open_app(dossier) as pilot:
        for keys, lands_on in jumps:
            pilot.reader.move_to(0)
            await pilot.press(keys)
            starts_with(pilot, lands_on, keys)


async def test_a_key_that_can_do_nothing_says_why(dossier: Path) -> None:
    sayings = [
        ("ctrl+o", "no jump to come back from"),
        ("[a", "no actor before this"),
        ("99]a ]a", "no actor after this"),
        ("[f", "no figure before this"),
        ("99]f ]f", "no figure after this"),
        ("]n", "no note after this"),
        ("[n", "no note before this"),
        ("2w *", "match 1 of 1: met"),
        ("]a *", "Marco Rubio is named only here"),
        ("2w K", "no actor or figure here"),
        ("2w enter", "nothing to open here"),
        ("'z", "no mark z; mz sets it"),
        ("ce", "no note here"),
        ("d", "no note here"),
        ("ct", "no note here"),
        ("[[", "this is the first article listed"),
        ("u", "nothing to undo"),
        ("ctrl+r", "nothing to redo"),
        ("Q", "Q is no key here; ? lists the keys"),
        ("g y", "gy is no key here"),
        ("9]]", "this is the last article listed"),
    ]
    async with open_app(dossier) as pilot:
        for keys, said in sayings:
            pilot.reader.move_to(0)
            await pilot.press(keys)
            assert said in pilot.status, keys


async def test_the_status_line_names_what_is_at_the_caret_and_what_is_typed(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        assert "person: Wang Yi" in pilot.status
        await pilot.press("2]a")
        assert "place: Russia (Moscow)" in pilot.status
        await pilot.press("12]")
        assert "12]" in pilot.rows(pilot.reading.status)[0]
        await pilot.press("escape")
        assert "12]" not in pilot.rows(pilot.reading.status)[0]


async def test_jumps_between_notes_go_in_text_order(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        for place in (")", "2}"):
            await pilot.press(place, "a")
            await pilot.press("ctrl+s", "gg")
        await pilot.press("]n")
        starts_with(pilot, "They spoke")
        await pilot.press("]n")
        starts_with(pilot, '"The tariffs')
        await pilot.press("[n")
        starts_with(pilot, "They spoke")
        await pilot.press("gg", "2]n")
        starts_with(pilot, '"The tariffs')


async def test_a_mark_brings_back_to_its_place_from_another_article(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        for back in ("'a", "`a"):
            pilot.reader.move_to(0)
            await pilot.press("4gg", "ma", "]]")
            starts_with(pilot, "Trade with", back)
            await pilot.press(back)
            starts_with(pilot, "Exports fell", back)


async def test_ctrl_o_goes_back_jump_by_jump(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("w", "G", "]]")
        await pilot.press("]a", "ctrl+o")
        assert pilot.reading.workspace.article is not None
        assert pilot.reading.workspace.article.id == "trade"
        await pilot.press("ctrl+o")
        assert pilot.reading.workspace.article.id != "trade"
        assert pilot.caret == pilot.reading.reader.page.layout.lines[-1].start
        await pilot.press("ctrl+o")
        starts_with(pilot, "Yi met")
        await pilot.press("G", "gg", "2 ctrl+o")
        starts_with(pilot, "Yi met")


async def test_the_card_shows_what_is_known_and_every_occurrence(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("]a", "K")
        shown = pilot.screen()
        assert "Marco Rubio" in shown
        assert "kind  person" in shown
        assert "2 occurrences" in shown
        assert "2025-04-02 Wang Yi met" in shown
        assert "2025-03-13 Trade with" in shown


async def test_enter_in_the_card_goes_to_the_place(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        for keys, lands_on in (
            ("j", "Marco Rubio called"),
            ("G", "Marco Rubio called"),
            ("G g", "Marco Rubio in"),
            ("j k", "Marco Rubio in"),
        ):
            pilot.reading.go_to(
                "talks", pilot.reading.workspace.session.library.article("talks").text.index("Marco")
            )
            await pilot.quiet()
            await pilot.press("K")
            await pilot.press(keys, "enter")
            starts_with(pilot, lands_on, keys)


async def test_ctrl_o_comes_back_from_the_card(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("]a", "K")
        await pilot.press("j", "enter", "ctrl+o")
        starts_with(pilot, "Marco Rubio in")


async def test_the_card_is_left_without_moving(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("]a")
        for key in ("escape", "q", "K"):
            await pilot.press("enter")
            assert len(pilot.app.screen_stack) == 2, key
            await pilot.press(key)
            assert len(pilot.app.screen_stack) == 1, key
            starts_with(pilot, "Marco Rubio in", key)


async def test_the_card_of_a_figure_tells_its_value(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("2]f", "K")
        assert "25 percent" in pilot.screen()
        assert "change  down" in pilot.screen()
