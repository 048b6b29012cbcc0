from __future__ import annotations

from pathlib import Path

import pytest
from textual.theme import BUILTIN_THEMES

from fenttui.settings.loading import load_settings
from fenttui.settings.themes import OWN_THEMES, TEXTUAL_THEMES, THEMES
from fenttui.ui.themes import own_themes


def test_the_themes_that_may_be_set_are_those_that_there_are() -> None:
    assert set(TEXTUAL_THEMES) == set(BUILTIN_THEMES)
    assert set(OWN_THEMES) == set(own_themes())


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_may_be_set(own_config: Path, name: str) -> None:
    own_config.write_text(f'[reader]\ntheme = "{name}"\n')
    loaded = load_settings()
    assert (loaded.settings.reader.theme, loaded.problems) == (name, ())


@pytest.mark.parametrize(
    ("name", "near"),
    [("nope", "nord"), ("fentui-dark", "fenttui-dark"), ("Dracula", "dracula"), ("gruvbox-dark", "gruvbox")],
)
def test_a_theme_that_does_not_exist_is_told_with_a_near_one_and_left_out(
    own_config: Path, name: str, near: str
) -> None:
    own_config.write_text(f'[reader]\ntheme = "{name}"\n')
    loaded = load_settings()
    (problem,) = loaded.problems
    assert str(problem) == (
        f'{own_config}:2: `theme` in [reader] must be a theme, not "{name}"; did you mean `{near}`?'
    )
    assert loaded.settings.reader.theme == "fenttui-dark"


def test_where_no_theme_is_near_all_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FENTTUI_READER_THEME", "xyzzy")
    (problem,) = load_settings().problems
    assert problem.message.endswith(f"; choose one of {', '.join(THEMES)}")
