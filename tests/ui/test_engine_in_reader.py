from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.engine_package import install
from tests.ui.desk import Desk, desk_on


@pytest.fixture
def packages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder in which installed packages are looked for."""
    folder = tmp_path / "packages"
    folder.mkdir()
    for package in ("capitalized", "shy"):
        monkeypatch.delitem(sys.modules, package, raising=False)
    monkeypatch.syspath_prepend(folder)
    return folder


def told(desk: Desk) -> str:
    """The message of the status line, before it is cut to the width of the screen."""
    return desk.reading.status._message


async def test_the_engine_of_the_settings_names_the_actors(
    dossier: Path, packages: Path, own_config: Path
) -> None:
    install(packages, "capitals")
    own_config.write_text('[extract]\nengine = "capitals"\n')
    async with desk_on(dossier) as desk:
        assert told(desk) == ""
        await desk.press("gg", "0")
        assert "organization: Wang Yi" in desk.status


async def test_where_it_is_not_installed_the_programs_own_recognizer_reads_on_and_it_is_told(
    dossier: Path, own_config: Path
) -> None:
    own_config.write_text('[extract]\nengine = "gone"\n')
    async with desk_on(dossier) as desk:
        assert told(desk).startswith("engine gone: no installed package brings it; ")
        assert "names are found by the engine `fenttui` now" in told(desk)
        await desk.press("gg", "0")
        assert "person: Wang Yi" in desk.status
        await desk.press("]]")
        assert "gone" not in told(desk)


async def test_an_article_that_it_fails_on_is_read_by_the_programs_own_recognizer(
    dossier: Path, packages: Path
) -> None:
    code = "def find(text):\n    if 'Moscow' in text: raise ValueError('no Moscow')\n    return []\n"
    install(packages, "shy", code, "shy")
    async with desk_on(dossier, flags={"extract.engine": "shy"}) as desk:
        assert told(desk).startswith("engine shy: it failed with ValueError: no Moscow; ")
        await desk.press("gg", "0")
        assert "person: Wang Yi" in desk.status
        await desk.press("]]", "]f")
        assert desk.text[desk.caret :].startswith("2024")
        await desk.press("0", "w", "w")
        assert desk.text[desk.caret :].startswith("China")
        assert "place: China" not in desk.status


async def test_the_table_of_actors_is_of_the_same_engine(dossier: Path, packages: Path) -> None:
    install(packages, "capitals")
    async with desk_on(dossier, flags={"extract.engine": "capitals"}) as desk:
        await desk.press("A")
        assert "Farmers" in desk.screen()
