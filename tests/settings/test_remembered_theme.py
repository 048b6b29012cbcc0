from __future__ import annotations

from pathlib import Path

import pytest

from fenttui.settings.loading import load_settings
from fenttui.settings.remembered_theme import remember_theme, theme_file


def test_the_theme_chosen_last_is_in_force_and_its_origin_is_told():
    remember_theme("nord")
    remember_theme("dracula")
    loaded = load_settings()
    assert loaded.settings.reader.theme == "dracula"
    assert loaded.origins["reader.theme"] == str(theme_file())


def test_a_theme_that_is_set_anywhere_outweighs_the_one_chosen(own_config, dossier, monkeypatch):
    remember_theme("dracula")
    own_config.write_text('[reader]\ntheme = "nord"\n')
    assert load_settings().settings.reader.theme == "nord"
    own_config.unlink()
    root = dossier('[reader]\ntheme = "gruvbox"\n')
    assert load_settings([root]).settings.reader.theme == "gruvbox"
    monkeypatch.setenv("FENTTUI_READER_THEME", "monokai")
    assert load_settings().settings.reader.theme == "monokai"
    monkeypatch.delenv("FENTTUI_READER_THEME")
    assert load_settings(flags={"reader.theme": "flexoki"}).settings.reader.theme == "flexoki"
    assert load_settings().settings.reader.theme == "dracula"


@pytest.mark.parametrize("content", [b"", b"no-such-theme", b"\xff\xfe\x00", b"nord\nnord\n", b"[" * 100_000])
def test_what_is_no_theme_is_passed_over_without_a_word(content):
    theme_file().parent.mkdir()
    theme_file().write_bytes(content)
    loaded = load_settings()
    assert (loaded.settings.reader.theme, loaded.problems) == ("fenttui-dark", ())


def test_a_theme_that_cannot_be_kept_costs_only_itself(tmp_path: Path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("FENTTUI_STATE_DIR", str(tmp_path / "file"))
    remember_theme("nord")
    loaded = load_settings()
    assert (loaded.settings.reader.theme, loaded.problems) == ("fenttui-dark", ())
