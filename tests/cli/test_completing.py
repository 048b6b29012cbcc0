"""What completes, for each command and option; tests/terminal has the shells themselves."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from fenttui.cli.completing import answer_shell
from fenttui.cli.program import COMMANDS, READER, program

RUN = "from fenttui.cli import main; main()"

WITHOUT_VALUES = {"--measure", "--text", "--author", "--tag", "--unit", "--actor", "--after", "--before"}
"""Options of free text; those of notes have values where there are notes."""


class Completion:
    """Asks what completes, in this process."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[bytes]) -> None:
        self._monkeypatch = monkeypatch
        self._capture = capture

    def lines(self, *words: str) -> list[list[str]]:
        """The answer to the script for zsh: lines of kind, value and help."""
        self._monkeypatch.setattr(sys, "argv", ["fenttui", *words])
        assert answer_shell("zsh_complete") == 0
        sys.stdout.flush()
        captured = self._capture.readouterr()
        assert captured.err == b""
        return [line.split("\t") for line in captured.out.decode().splitlines()]

    def values(self, *words: str) -> list[str]:
        """What is offered, without kind and help."""
        return [line[1] for line in self.lines(*words)]


@pytest.fixture
def completion(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Completion:
    return Completion(monkeypatch, capsysbinary)


def options() -> list[tuple[str, str]]:
    """Each command with each of its options that takes a value."""
    found = []
    for name in (READER, *COMMANDS):
        command = program.get_command(click.Context(program), name)
        assert command is not None
        taking = (param for param in command.params if isinstance(param, click.Option) and not param.is_flag)
        found += [(name, param.opts[-1]) for param in taking]
    return found


@pytest.mark.parametrize(("name", "option"), options())
def test_every_option_of_known_values_offers_them(name: str, option: str, completion: Completion) -> None:
    command = [] if name == READER else [name]
    lines = completion.lines(*command, option, "")
    assert bool(lines) != (option in WITHOUT_VALUES)
    assert completion.lines(*command, f"{option}=") == lines


def test_the_values_of_notes_and_articles_are_those_of_the_dossier(
    dossier: Path, completion: Completion
) -> None:
    assert completion.values("annotations", str(dossier), "--tag", "") == [
        "claim",
        "claim/contested",
        "tariffs",
    ]
    assert completion.values("annotations", "--tag=cl", str(dossier), "--author", "") == ["Ada"]
    assert completion.values("figures", str(dossier), "--article", "t") == ["two"]


def test_notes_that_cannot_be_read_hide_no_other_values(dossier: Path, completion: Completion) -> None:
    (dossier / "annotations" / "two.toml").write_text("schema = \n")
    assert completion.values("annotations", str(dossier), "--author", "A") == ["Ada"]


def test_commands_are_offered_with_their_help_and_beside_the_files(completion: Completion) -> None:
    assert completion.lines("ex") == [
        ["plain", "extract", COMMANDS["extract"]],
        ["plain", "export", COMMANDS["export"]],
        ["files", "", ""],
    ]


def test_an_export_goes_to_a_file_of_a_known_ending(completion: Completion) -> None:
    ((kind, pattern, _),) = completion.lines("export", "-o", "")
    assert kind == "files"
    assert ".md" in pattern
    assert ".csv" in pattern


def test_what_was_asked_before_the_cursor_is_not_carried_out(completion: Completion) -> None:
    assert "fenttui" not in str(completion.lines("--version", "li"))
    assert [line[1] for line in completion.lines("list", "--help", "--js")] == ["--json"]


def test_a_name_that_is_no_utf_8_is_offered_as_it_is(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        (tmp_path / name).touch()
    except OSError:
        pytest.skip("this file system has UTF-8 names alone")
    environment = {**os.environ, "_FENTTUI_COMPLETE": "bash_complete"}
    done = subprocess.run(
        [sys.executable, "-c", RUN, "fenttui list ca", "ca"],
        env=environment, cwd=tmp_path, capture_output=True, timeout=60, check=True,
    )  # fmt: skip
    assert b"plain,caf\xe9.txt\n" in done.stdout


def test_a_shell_without_a_script_gets_an_exit_code() -> None:
    environment = {**os.environ, "_FENTTUI_COMPLETE": "csh_complete"}
    done = subprocess.run(
        [sys.executable, "-c", RUN, ""], env=environment, capture_output=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (2, b"", b"")
