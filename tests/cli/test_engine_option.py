from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from fenttui.cli.opening import open_paths
from tests.support.engine_package import install

LINE = json.dumps({"id": 7, "text": "Mary Odinga met him.", "date": "2025-04-02"})


@pytest.fixture(autouse=True)
def capitals(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An engine that takes capitalized words for organizations, and one that never works."""
    install(tmp_path / "packages", "capitals")
    install(tmp_path / "packages", "lacking", "def find(text): raise OSError('no weights')", "lacking")
    monkeypatch.syspath_prepend(tmp_path / "packages")
    for package in ("capitalized", "lacking"):
        monkeypatch.delitem(sys.modules, package, raising=False)


def organizations(lines: str) -> list[str]:
    mentions = [mention for line in lines.splitlines() for mention in json.loads(line)["mentions"]]
    return [mention["text"] for mention in mentions if mention["kind"] == "organization"]


def test_extract_takes_the_engine_that_is_asked_for(run: Callable[..., Result], dossier: Path) -> None:
    said = run("extract", "--engine", "capitals", dossier)
    assert (said.exit_code, said.stderr) == (0, "")
    assert {"Wang Yi", "Marco Rubio", "Exports"} <= set(organizations(said.stdout))
    own = run("extract", "--engine", "fenttui", dossier).stdout
    assert own == run("extract", dossier).stdout
    assert "Wang Yi" not in organizations(own)


def test_texts_from_standard_input_are_read_by_it_too(run: Callable[..., Result]) -> None:
    said = run("extract", "--engine", "capitals", "-", stdin=LINE)
    assert organizations(said.stdout) == ["Mary Odinga"]


@pytest.mark.parametrize(
    ("command", "found"),
    [
        (("actors", "--json"), '"actor":"Exports"'),
        (("figures", "--json"), '"actor":"Exports"'),
        (("timeline", "--json"), '"actors":["Exports"]'),
    ],
    ids=lambda each: each[0] if isinstance(each, tuple) else None,
)
def test_every_table_takes_it(
    run: Callable[..., Result], dossier: Path, command: tuple[str, ...], found: str
) -> None:
    (dossier / "three.txt").write_text("date 2025-04-03\nExports fell in May 2024.\n")
    said = run(*command, "--engine", "capitals", dossier)
    assert found in said.stdout.replace(": ", ":")
    assert found not in run(*command, dossier).stdout.replace(": ", ":")


def test_the_config_and_the_environment_choose_it_and_the_option_outweighs_both(
    run: Callable[..., Result], dossier: Path, own_config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_config.write_text('[extract]\nengine = "capitals"\n')
    assert "Exports" in organizations(run("extract", dossier).stdout)
    monkeypatch.setenv("FENTTUI_EXTRACT_ENGINE", "fenttui")
    assert "Exports" not in organizations(run("extract", dossier).stdout)
    assert "Exports" in organizations(run("extract", "--engine", "capitals", dossier).stdout)
    shown = run("config", dossier).stdout
    assert 'extract.engine\t"fenttui"\tFENTTUI_EXTRACT_ENGINE' in shown


def test_a_dossier_may_not_choose_whose_code_runs(run: Callable[..., Result], dossier: Path) -> None:
    (dossier / "fenttui.toml").write_text('[extract]\nengine = "capitals"\nspacy_pipeline = "en_x"\n')
    said = run("extract", dossier)
    assert "Exports" not in organizations(said.stdout)
    assert "fenttui.toml:2: `engine` in [extract] is not taken from a dossier" in said.stderr
    assert "fenttui.toml:3: `spacy_pipeline` in [extract] is not taken from a dossier" in said.stderr


@pytest.mark.parametrize("command", ["extract", "actors", "figures", "timeline"])
def test_an_unknown_engine_is_a_mistake_in_the_call(
    run: Callable[..., Result], dossier: Path, command: str
) -> None:
    said = run(command, "--engine", "capitels", dossier)
    assert (said.exit_code, said.stdout) == (2, "")
    assert said.stderr.count("\n") == 1
    assert "'--engine': engine capitels: no installed package brings it; choose one of" in said.stderr
    assert "`capitals`" in said.stderr


@pytest.mark.parametrize("command", ["extract", "actors", "figures", "timeline"])
def test_an_engine_that_cannot_be_used_is_one_sentence_and_nothing_is_told_in_its_place(
    run: Callable[..., Result], dossier: Path, own_config: Path, command: str
) -> None:
    own_config.write_text('[extract]\nengine = "lacking"\n')
    said = run(command, dossier)
    assert (said.exit_code, said.stdout) == (1, "")
    assert said.stderr.startswith("fenttui: engine lacking: it failed with OSError: no weights; ")
    assert said.stderr.count("\n") == 1


def test_check_tells_of_it_where_it_was_asked_for(
    run: Callable[..., Result], dossier: Path, own_config: Path
) -> None:
    own_config.write_text('[extract]\nengine = "gone"\n')
    said = run("check", dossier)
    assert said.exit_code == 1
    assert f"{own_config}:2: engine gone: no installed package brings it" in said.stdout
    own_config.write_text('[extract]\nengine = "capitals"\n')
    assert "no problems" in run("check", dossier).stdout


def test_commands_that_name_no_actor_do_without_the_engine(
    run: Callable[..., Result], dossier: Path, own_config: Path
) -> None:
    own_config.write_text('[extract]\nengine = "lacking"\n')
    for command in ("list", "annotations"):
        said = run(command, dossier)
        assert (said.exit_code, said.stderr) == (0, "")


def test_the_engine_is_loaded_once_for_a_dossier(dossier: Path) -> None:
    opened = open_paths([dossier], {"extract.engine": "capitals"})
    assert opened.engine is opened.engine
