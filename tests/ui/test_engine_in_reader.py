from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.support.engine_package import install
from tests.support.pilot import AppPilot, open_app


@pytest.fixture
def packages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder in which installed packages are looked for."""
    folder = tmp_path / "packages"
    folder.mkdir()
    for package in ("capitalized", "shy"):
        monkeypatch.delitem(sys.modules, package, raising=False)
    monkeypatch.syspath_prepend(folder)
    return folder


def told(pilot: AppPilot) -> str:
    """The message of the status line, before it is cut to the width of the screen."""
    return pilot.reading.status._message


async def test_the_engine_of_the_settings_names_the_actors(
    dossier: Path, packages: Path, own_config: Path
) -> None:
    install(packages, "capitals")
    own_config.write_text('[extract]\nengine = "capitals"\n')
    async with open_app(dossier) as pilot:
        assert told(pilot) == ""
        await pilot.press("gg", "0")
        assert "organization: Wang Yi" in pilot.status


async def test_where_it_is_not_installed_the_programs_own_recognizer_reads_on_and_it_is_told(
    dossier: Path, own_config: Path
) -> None:
    own_config.write_text('[extract]\nengine = "gone"\n')
    async with open_app(dossier) as pilot:
        assert told(pilot).startswith("engine gone: no installed package brings it; ")
        assert "names are found by the engine `fenttui` now" in told(pilot)
        await pilot.press("gg", "0")
        assert "person: Wang Yi" in pilot.status
        await pilot.press("]]")
        assert "gone" not in told(pilot)


async def test_an_article_that_it_fails_on_is_read_by_the_programs_own_recognizer(
    dossier: Path, packages: Path
) -> None:
    code = "def find(text):\n    if 'Moscow' in text: raise ValueError('no Moscow')\n    return []\n"
    install(packages, "shy", code, "shy")
    async with open_app(dossier, flags={"extract.engine": "shy"}) as pilot:
        assert told(pilot).startswith("engine shy: it failed with ValueError: no Moscow; ")
        await pilot.press("gg", "0")
        assert "person: Wang Yi" in pilot.status
        await pilot.press("]]", "]f")
        assert pilot.text[pilot.caret :].startswith("2024")
        await pilot.press("0", "w", "w")
        assert pilot.text[pilot.caret :].startswith("China")
        assert "place: China" not in pilot.status


async def test_the_table_of_actors_is_of_the_same_engine(dossier: Path, packages: Path) -> None:
    install(packages, "capitals")
    async with open_app(dossier, flags={"extract.engine": "capitals"}) as pilot:
        await pilot.press("A")
        assert "Farmers" in pilot.screen()
