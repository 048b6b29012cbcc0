from __future__ import annotations

from pathlib import Path

from tests.support.dossiers import write_article
from tests.support.pilot import open_app


async def test_own_keys_are_in_force_and_in_the_help(dossier: Path, own_config: Path) -> None:
    own_config.write_text('[keys]\n"reader.next_actor" = ["A", "ctrl+n"]\nquit = ["Q"]\n')
    async with open_app(dossier, size=(120, 60)) as pilot:
        await pilot.press("A")
        assert pilot.text[pilot.caret :].startswith("Marco Rubio")
        await pilot.press("ctrl+n")
        assert pilot.text[pilot.caret :].startswith("Moscow")
        await pilot.press("]a")
        assert "no key here" in pilot.status
        await pilot.press("q")
        assert not pilot.app._exit
        await pilot.press("?")
        lines = [" ".join(line.split()) for line in pilot.screen().splitlines()]
        assert any("A ^n next actor" in line for line in lines)
        assert not any("]a" in line for line in lines[:-1])


async def test_a_clash_of_own_keys_is_told_at_the_start(dossier: Path, own_config: Path) -> None:
    own_config.write_text('[keys]\n"reader.left" = ["w"]\n')
    async with open_app(dossier) as pilot:
        assert "calls both `reader.left` and `reader.word_forward`" in pilot.screen().replace("\n", " ")


async def test_a_theme_and_a_measure_of_ones_own(dossier: Path, own_config: Path) -> None:
    own_config.write_text('[reader]\ntheme = "nord"\nmeasure = 30\n')
    async with open_app(dossier) as pilot:
        assert pilot.app.theme == "nord"
        assert max(len(row.strip()) for row in pilot.rows(pilot.reader)) <= 30
        assert pilot.rows(pilot.reader)[0].strip() == "Wang Yi met Marco Rubio in"


async def test_a_theme_that_does_not_exist_leaves_the_own_one(dossier: Path, own_config: Path) -> None:
    own_config.write_text('[reader]\ntheme = "no-such"\n')
    async with open_app(dossier) as pilot:
        assert pilot.app.theme == "fenttui-dark"


async def test_a_flag_wins_over_the_config(dossier: Path, own_config: Path) -> None:
    own_config.write_text('[reader]\ntheme = "nord"\n')
    async with open_app(dossier, flags={"reader.theme": "fenttui-light"}) as pilot:
        assert pilot.app.theme == "fenttui-light"


async def test_only_the_wanted_kinds_are_highlighted(dossier: Path, own_config: Path) -> None:
    own_config.write_text('[reader]\nhighlight = ["percent"]\n')
    async with open_app(dossier) as pilot:
        await pilot.press("G")
        plain = pilot.looks_of(pilot.reader, " met ")[0].style
        assert pilot.looks_of(pilot.reader, "Marco Rubio")[0].style == plain
        assert pilot.looks_of(pilot.reader, "Tuesday")[0].style == plain
        assert pilot.looks_of(pilot.reader, "25 percent")[0].style != plain
        await pilot.press("gg", "]a")
        assert pilot.text[pilot.caret :].startswith("Marco Rubio")


async def test_a_list_in_an_order_of_ones_own(dossier: Path, own_config: Path) -> None:
    own_config.write_text('[sidebar]\norder = "oldest"\n')
    async with open_app(dossier) as pilot:
        assert [item.id for item in pilot.sidebar.items] == ["grain", "trade", "talks"]
        assert pilot.reading.workspace.article is not None
        assert pilot.reading.workspace.article.id == "grain"


async def test_notes_of_ones_own_name_and_color(dossier: Path, own_config: Path) -> None:
    own_config.write_text('[notes]\nauthor = "Ada"\ncolor = "green"\n')
    async with open_app(dossier) as pilot:
        await pilot.press("a", "ctrl+s")
        note = pilot.notes.notes[0].annotation
        assert (note.author, note.color) == ("Ada", "green")


async def test_a_tab_takes_the_width_of_the_settings(tmp_path: Path, own_config: Path) -> None:
    own_config.write_text("[reader]\ntab_width = 4\n")
    root = tmp_path / "tabs"
    write_article(root, "tabs", "Prices\n\n\n\nno\tprice\n12\t10\n")
    async with open_app(root) as pilot:
        assert any("no  price" in row for row in pilot.rows(pilot.reader))


async def test_an_error_in_the_config_is_told_and_the_rest_is_in_force(
    dossier: Path, own_config: Path
) -> None:
    own_config.write_text("[reader]\nmeasure = 3\ntab_width = 4\nwidth = 9\n")
    async with open_app(dossier) as pilot:
        assert "config.toml:2" in pilot.screen()
        assert pilot.reading.workspace.session.settings.reader.tab_width == 4


async def test_a_theme_chosen_in_the_reader_is_there_again_at_the_next_start(
    dossier: Path, seeds: Path
) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("gT")
        assert pilot.app.theme == "fenttui-light"
    async with open_app(seeds) as pilot:
        assert pilot.app.theme == "fenttui-light"
        await pilot.press("ctrl+p")
        await pilot.type("change theme")
        await pilot.press("enter")
        await pilot.type("gruvbox")
        await pilot.press("enter")
        assert pilot.app.theme == "gruvbox"
    async with open_app(dossier) as pilot:
        assert pilot.app.theme == "gruvbox"


async def test_a_theme_that_is_set_outweighs_the_one_chosen(dossier: Path, own_config: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("gT")
    own_config.write_text('[reader]\ntheme = "nord"\n')
    async with open_app(dossier) as pilot:
        assert pilot.app.theme == "nord"


async def test_a_terminal_with_its_own_colors_leaves_the_chosen_theme_as_it_is(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("gT")
    async with open_app(dossier, ansi=True) as pilot:
        assert pilot.app.theme == "fenttui-ansi"
        await pilot.press("gT")
        pilot.app.theme = "nord"
        await pilot.quiet()
    async with open_app(dossier) as pilot:
        assert pilot.app.theme == "fenttui-light"
