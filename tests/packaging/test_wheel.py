"""The wheel, installed where nothing of this checkout is, and used."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.terminal import Terminal

ROOT = Path(__file__).resolve().parents[2]
IDS = ["000_f009184965be3be7", "001_dcc9a952f5e910ef"]


def test_the_wheel_carries_all_that_the_program_reads(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {f"fenttui/bundled/styles/{path.name}" for path in (ROOT / "styles").iterdir()}
    wanted |= {f"fenttui/bundled/seeds/{identity}.txt" for identity in IDS}
    wanted |= {"fenttui/bundled/config.toml", "fenttui/py.typed"}
    program = ROOT / "tui" / "fenttui"
    data = {path.relative_to(program.parent).as_posix() for path in program.rglob("*.[nt][px][zt]")}
    assert "fenttui/extract/names/recognizer/model.npz" in data
    assert "fenttui/extract/text/gazetteer/countries.txt" in data
    assert sorted((wanted | data) - names) == []


def test_the_wheel_carries_nothing_that_only_the_checkout_needs(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    own = ("fenttui/", "fenttui-")
    assert [name for name in names if not name.startswith(own)] == []
    assert [name for name in names if "annotations/" in name and "bundled" in name] == []
    assert [name for name in names if name.endswith((".pyc", ".orig", "~"))] == []


def test_what_is_installed_runs_from_its_own_files(installed: Path, output_of: Callable[..., str]) -> None:
    said = output_of(
        installed / "python", "-c", "import fenttui; from fenttui.paths import bundled; "
        "print(fenttui.__file__); print(bundled('seeds')); print(bundled('config.toml'))")  # fmt: skip
    for line in said.splitlines():
        assert Path(line).is_relative_to(installed.parent)
        assert Path(line).exists()


def test_the_installed_commands_work_on_the_bundled_dossier_from_any_folder(
    installed: Path, output_of: Callable[..., str], tmp_path: Path, environment: dict[str, str]
) -> None:
    program = installed / "fenttui"
    version = output_of(program, "--version")
    assert version.startswith("fenttui 0.")
    listed = output_of(program, "list")
    assert all(identity in listed for identity in IDS)
    lines = output_of(program, "extract").splitlines()
    articles = [json.loads(line) for line in lines]
    assert sorted(article["id"] for article in articles) == IDS
    actors = {mention.get("actor") for article in articles for mention in article["mentions"]}
    assert {"China", "Wang Yi", "Donald Trump"} <= actors
    settings = output_of(program, "config")
    assert "reader.measure" in settings
    assert [path.name for path in tmp_path.iterdir() if path.name != "own"] == []


def test_mentions_are_found_in_the_installed_reader_by_its_own_process(
    installed: Path, tmp_path: Path, environment: dict[str, str], output_of: Callable[..., str]
) -> None:
    found = output_of(
        installed / "python", "-c", "import datetime as dt\n"
        "from fenttui.ui.session.extraction_process import ExtractionProcess\n"
        "process = ExtractionProcess()\n"
        "for mention in process.mentions('Tendai Mukwere left Kampala.', dt.date(2025, 4, 2)):\n"
        "    print(mention.kind, mention.actor)\n"
        "process.close()")  # fmt: skip
    assert found.splitlines() == ["person Tendai Mukwere", "place Uganda"]
    with Terminal([installed / "fenttui"], environment=environment, folder=tmp_path) as terminal:
        terminal.wait_for("place: China")
        terminal.send("q")
        assert terminal.wait_for_end() == 0


def test_a_note_written_in_the_installed_reader_is_exported_by_the_installed_command(
    installed: Path, output_of: Callable[..., str], tmp_path: Path, environment: dict[str, str]
) -> None:
    program = installed / "fenttui"
    with Terminal([program], environment=environment, folder=tmp_path) as terminal:
        terminal.wait_for("called on the U.S. to remove")
        terminal.send("a")
        terminal.wait_for("New note")
        terminal.send("from the wheel\x13")
        terminal.wait_for("noted ·")
        terminal.send("q")
        assert terminal.wait_for_end() == 0
    exported = output_of(program, "export", "--format", "json", "-o", "-")
    (article,) = json.loads(exported)["articles"]
    assert [note["body"] for note in article["annotations"]] == ["from the wheel"]
