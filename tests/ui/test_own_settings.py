from __future__ import annotations

from pathlib import Path

from tests.ui.desk import desk_on, write_article


async def test_own_keys_are_in_force_and_in_the_help(dossier: Path, own_config: Path) -> None:
    own_config.write_text('[keys]\n"reader.next_actor" = ["A", "ctrl+n"]\nquit = ["Q"]\n')
    async with desk_on(dossier, size=(120, 60)) as desk:
        await desk.press("A")
        assert desk.text[desk.caret :].startswith("Marco Rubio")
        await desk.press("ctrl+n")
        assert desk.text[desk.caret :].startswith("Moscow")
        await desk.press("]a")
        assert "no key here" in desk.status
        await desk.press("q")
        assert not desk.app._exit
        await desk.press("?")
        lines = [" ".join(line.split()) for line in desk.screen().splitlines()]
        assert any("A ^n next actor" in line for line in lines)
        assert not any("]a" in line for line in lines[:-1])


async def test_a_clash_of_own_keys_is_told_at_the_start(dossier: Path, own_config: Path) -> None:
    own_config.write_text('[keys]\n"reader.left" = ["w"]\n')
    async with desk_on(dossier) as desk:
        assert "calls both `reader.left` and `reader.word_forward`" in desk.screen().replace("\n", " ")


async def test_a_theme_and_a_measure_of_ones_own(dossier: Path, own_config: Path) -> None:
    own_config.write_text('[reader]\ntheme = "nord"\nmeasure = 30\n')
    async with desk_on(dossier) as desk:
        assert desk.app.theme == "nord"
        assert max(len(row.strip()) for row in desk.rows(desk.reader)) <= 30
        assert desk.rows(desk.reader)[0].strip() == "Wang Yi met Marco Rubio in"


async def test_a_theme_that_does_not_exist_leaves_the_own_one(dossier: Path, own_config: Path) -> None:
    own_config.write_text('[reader]\ntheme = "no-such"\n')
    async with desk_on(dossier) as desk:
        assert desk.app.theme == "fenttui-dark"


async def test_a_flag_wins_over_the_config(dossier: Path, own_config: Path) -> None:
    own_config.write_text('[reader]\ntheme = "nord"\n')
    async with desk_on(dossier, flags={"reader.theme": "fenttui-light"}) as desk:
        assert desk.app.theme == "fenttui-light"


async def test_only_the_wanted_kinds_are_highlighted(dossier: Path, own_config: Path) -> None:
    own_config.write_text('[reader]\nhighlight = ["percent"]\n')
    async with desk_on(dossier) as desk:
        await desk.press("G")
        plain = desk.looks_of(desk.reader, " met ")[0].style
        assert desk.looks_of(desk.reader, "Marco Rubio")[0].style == plain
        assert desk.looks_of(desk.reader, "Tuesday")[0].style == plain
        assert desk.looks_of(desk.reader, "25 percent")[0].style != plain
        await desk.press("gg", "]a")
        assert desk.text[desk.caret :].startswith("Marco Rubio")


async def test_a_list_in_an_order_of_ones_own(dossier: Path, own_config: Path) -> None:
    own_config.write_text('[sidebar]\norder = "oldest"\n')
    async with desk_on(dossier) as desk:
        assert [item.id for item in desk.sidebar.items] == ["grain", "trade", "talks"]
        assert desk.reading.article is not None
        assert desk.reading.article.id == "grain"


async def test_notes_of_ones_own_name_and_color(dossier: Path, own_config: Path) -> None:
    own_config.write_text('[notes]\nauthor = "Ada"\ncolor = "green"\n')
    async with desk_on(dossier) as desk:
        await desk.press("a", "ctrl+s")
        note = desk.notes.notes[0].annotation
        assert (note.author, note.color) == ("Ada", "green")


async def test_a_tab_takes_the_width_of_the_settings(tmp_path: Path, own_config: Path) -> None:
    own_config.write_text("[reader]\ntab_width = 4\n")
    root = tmp_path / "tabs"
    write_article(root, "tabs", "Prices\n\n\n\nno\tprice\n12\t10\n")
    async with desk_on(root) as desk:
        assert any("no  price" in row for row in desk.rows(desk.reader))


async def test_an_error_in_the_config_is_told_and_the_rest_is_in_force(
    dossier: Path, own_config: Path
) -> None:
    own_config.write_text("[reader]\nmeasure = 3\ntab_width = 4\nwidth = 9\n")
    async with desk_on(dossier) as desk:
        assert "config.toml:2" in desk.screen()
        assert desk.reading.session.settings.reader.tab_width == 4


async def test_a_theme_chosen_in_the_reader_is_there_again_at_the_next_start(
    dossier: Path, seeds: Path
) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("T")
        assert desk.app.theme == "fenttui-light"
    async with desk_on(seeds) as desk:
        assert desk.app.theme == "fenttui-light"
        await desk.press("ctrl+p")
        await desk.type("change theme")
        await desk.press("enter")
        await desk.type("gruvbox")
        await desk.press("enter")
        assert desk.app.theme == "gruvbox"
    async with desk_on(dossier) as desk:
        assert desk.app.theme == "gruvbox"


async def test_a_theme_that_is_set_outweighs_the_one_chosen(dossier: Path, own_config: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("T")
    own_config.write_text('[reader]\ntheme = "nord"\n')
    async with desk_on(dossier) as desk:
        assert desk.app.theme == "nord"


async def test_a_terminal_with_its_own_colors_leaves_the_chosen_theme_as_it_is(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("T")
    async with desk_on(dossier, ansi=True) as desk:
        assert desk.app.theme == "fenttui-ansi"
        await desk.press("T")
        desk.app.theme = "nord"
        await desk.quiet()
    async with desk_on(dossier) as desk:
        assert desk.app.theme == "fenttui-light"
