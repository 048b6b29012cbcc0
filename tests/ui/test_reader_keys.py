from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.desk import Desk, desk_on, write_article


def starts_with(desk: Desk, expected: str, after: str = "") -> None:
    found = desk.text[desk.caret : desk.caret + len(expected)]
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
    async with desk_on(dossier) as desk:
        for keys, lands_on in MOTIONS[over]:
            desk.reader.move_to(0)
            await desk.press(keys)
            starts_with(desk, lands_on, keys)


async def test_a_zero_after_a_digit_belongs_to_the_count(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("10l")
        assert desk.caret == 10
        await desk.press("0")
        assert desk.caret == 0


async def test_motions_stop_at_both_ends(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("h", "k", "b", "(", "{")
        assert desk.caret == 0
        await desk.press("999l", "w", "e", ")", "}", "j")
        assert desk.caret == len(desk.text) - 1


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
    async with desk_on(long_article, size=(80, 24)) as desk:
        height = desk.reader.size.height
        step = height // 2 if pages < 1 else height - 2
        await desk.press(down)
        starts_with(desk, f"row {1 + step:03}")
        await desk.press(f"2 {down}")
        starts_with(desk, f"row {1 + 3 * step:03}")
        await desk.press(up)
        starts_with(desk, f"row {1 + 2 * step:03}")
        assert any(f"row {1 + 2 * step:03}" in row for row in desk.rows(desk.reader))


async def test_the_caret_is_always_in_view(long_article: Path) -> None:
    async with desk_on(long_article, size=(80, 24)) as desk:
        for keys, shown in (("G", "row 200"), ("100G", "row 100"), ("30j", "row 130"), ("gg", "row 001")):
            await desk.press(keys)
            assert any(shown in row for row in desk.rows(desk.reader))


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
    async with desk_on(dossier) as desk:
        for keys, selected in selections:
            desk.reader.move_to(0)
            await desk.press(keys)
            assert desk.selected == selected, keys
            assert desk.status.startswith("SELECT"), keys
            await desk.press("escape")
            assert desk.selected is None, keys


async def test_a_selection_ends(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        for keys in ("v escape", "v v", "V V", "is escape", "v w y"):
            await desk.press(keys)
            assert desk.selected is None, keys
            assert desk.status.startswith("READ"), keys


async def test_what_is_selected_looks_selected(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        plain = desk.looks_of(desk.reader, "spoke of")[0].style
        await desk.press("V", "j")
        (line,) = desk.looks_of(desk.reader, "poke of")
        assert line.style != plain


async def test_n_without_a_search_says_what_to_do(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("n")
        assert "/ searches" in desk.status


async def test_a_search_goes_to_the_first_match_while_it_is_typed(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("/")
        await desk.type("tar")
        starts_with(desk, "tariffs.")
        assert "2 matches" in desk.status
        await desk.type("iffs a")
        starts_with(desk, "tariffs are")
        await desk.press("enter")
        starts_with(desk, "tariffs are")
        assert desk.looks_of(desk.reader, "ariffs a")


async def test_a_search_that_is_left_goes_back_to_where_it_began(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("w", "/")
        await desk.type("talks")
        await desk.press("escape")
        starts_with(desk, "Yi met")
        assert not desk.reader.marks.matches
        await desk.press("/", "backspace", "w")
        starts_with(desk, "met Marco")


async def test_n_and_shift_n_go_through_the_matches_and_say_when_they_pass_an_end(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("/")
        await desk.type("wang")
        await desk.press("enter")
        starts_with(desk, "Wang Yi met")
        await desk.press("n")
        starts_with(desk, "Wang said")
        assert "match 2 of 3" in desk.status
        assert "again" not in desk.status
        await desk.press("n", "n")
        starts_with(desk, "Wang Yi met")
        assert "from the top again" in desk.status
        await desk.press("N")
        starts_with(desk, "Wang Yi told")
        assert "from the bottom again" in desk.status
        await desk.press("2N")
        starts_with(desk, "Wang Yi met")
        await desk.press("2n")
        starts_with(desk, "Wang Yi told")


async def test_a_search_with_a_capital_heeds_case(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("/")
        await desk.type("Tariffs")
        await desk.press("enter")
        assert "not in this article: Tariffs" in desk.status
        assert desk.caret == 0


async def test_ctrl_o_comes_back_from_a_search(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("w", "/")
        await desk.type("talks")
        await desk.press("enter", "ctrl+o")
        starts_with(desk, "Yi met")


async def test_escape_takes_the_marks_of_a_search_away(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("/")
        await desk.type("talks")
        await desk.press("enter", "escape")
        assert not desk.reader.marks.matches
        starts_with(desk, "talks.")


async def test_a_search_goes_on_in_the_next_article(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("/")
        await desk.type("rubio")
        await desk.press("enter", "]]", "n")
        starts_with(desk, "Rubio called")


async def test_a_match_in_folded_text_opens_the_fold(seeds: Path) -> None:
    async with desk_on(seeds) as desk:
        await desk.press("]]", "/")
        await desk.type("paywalls")
        await desk.press("enter")
        starts_with(desk, "paywalls")
        assert any("paywalls" in row for row in desk.rows(desk.reader))


async def test_enter_opens_a_fold_and_closes_it_again(seeds: Path) -> None:
    async with desk_on(seeds) as desk:
        await desk.press("]]")
        assert "words of the site folded" in desk.screen()
        await desk.press("enter")
        assert "words of the site folded" not in desk.screen()
        await desk.press("2w", "enter")
        assert "words of the site folded" in desk.screen()


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
    async with desk_on(dossier) as desk:
        for keys, lands_on in jumps:
            desk.reader.move_to(0)
            await desk.press(keys)
            starts_with(desk, lands_on, keys)


async def test_a_key_that_can_do_nothing_says_why(dossier: Path) -> None:
    sayings = [
        ("ctrl+o", "no jump to come back from"),
        ("[a", "no actor before this"),
        ("99]a ]a", "no actor after this"),
        ("[f", "no figure before this"),
        ("99]f ]f", "no figure after this"),
        ("]n", "no note after this"),
        ("[n", "no note before this"),
        ("2w *", "no actor here"),
        ("]a *", "Marco Rubio is named only here"),
        ("2w K", "no actor or figure here"),
        ("2w enter", "nothing to open here"),
        ("'z", "no mark z; mz sets it"),
        ("E", "no note here"),
        ("d", "no note here"),
        ("t", "no note here"),
        ("[[", "this is the first article listed"),
        ("u", "nothing to undo"),
        ("ctrl+r", "nothing to redo"),
        ("Q", "Q is no key here; ? lists the keys"),
        ("g z", "gz is no key here"),
        ("9]]", "this is the last article listed"),
    ]
    async with desk_on(dossier) as desk:
        for keys, said in sayings:
            desk.reader.move_to(0)
            await desk.press(keys)
            assert said in desk.status, keys


async def test_the_status_line_names_what_is_at_the_caret_and_what_is_typed(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        assert "person: Wang Yi" in desk.status
        await desk.press("2]a")
        assert "place: Russia (Moscow)" in desk.status
        await desk.press("12]")
        assert "12]" in desk.rows(desk.reading.status)[0]
        await desk.press("escape")
        assert "12]" not in desk.rows(desk.reading.status)[0]


async def test_jumps_between_notes_go_in_text_order(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        for place in (")", "2}"):
            await desk.press(place, "a")
            await desk.press("ctrl+s", "gg")
        await desk.press("]n")
        starts_with(desk, "They spoke")
        await desk.press("]n")
        starts_with(desk, '"The tariffs')
        await desk.press("[n")
        starts_with(desk, "They spoke")
        await desk.press("gg", "2]n")
        starts_with(desk, '"The tariffs')


async def test_a_mark_brings_back_to_its_place_from_another_article(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        for back in ("'a", "`a"):
            desk.reader.move_to(0)
            await desk.press("4gg", "ma", "]]")
            starts_with(desk, "Trade with", back)
            await desk.press(back)
            starts_with(desk, "Exports fell", back)


async def test_ctrl_o_goes_back_jump_by_jump(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("w", "G", "]]")
        await desk.press("]a", "ctrl+o")
        assert desk.reading.article is not None
        assert desk.reading.article.id == "trade"
        await desk.press("ctrl+o")
        assert desk.reading.article.id != "trade"
        assert desk.caret == desk.reading.reader.page.layout.lines[-1].start
        await desk.press("ctrl+o")
        starts_with(desk, "Yi met")
        await desk.press("G", "gg", "2 ctrl+o")
        starts_with(desk, "Yi met")


async def test_the_card_tells_what_is_known_and_every_place(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("]a", "K")
        shown = desk.screen()
        assert "Marco Rubio" in shown
        assert "kind  person" in shown
        assert "2 places" in shown
        assert "2025-04-02 Wang Yi met" in shown
        assert "2025-03-13 Trade with" in shown


async def test_enter_in_the_card_goes_to_the_place(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        for keys, lands_on in (
            ("j", "Marco Rubio called"),
            ("G", "Marco Rubio called"),
            ("G g", "Marco Rubio in"),
            ("j k", "Marco Rubio in"),
        ):
            desk.reading.go_to("talks", desk.reading.session.library.article("talks").text.index("Marco"))
            await desk.quiet()
            await desk.press("K")
            await desk.press(keys, "enter")
            starts_with(desk, lands_on, keys)


async def test_ctrl_o_comes_back_from_the_card(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("]a", "K")
        await desk.press("j", "enter", "ctrl+o")
        starts_with(desk, "Marco Rubio in")


async def test_the_card_is_left_without_moving(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("]a")
        for key in ("escape", "q", "K"):
            await desk.press("enter")
            assert len(desk.app.screen_stack) == 2, key
            await desk.press(key)
            assert len(desk.app.screen_stack) == 1, key
            starts_with(desk, "Marco Rubio in", key)


async def test_the_card_of_a_figure_tells_its_value(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("2]f", "K")
        assert "25 percent" in desk.screen()
        assert "change  down" in desk.screen()
