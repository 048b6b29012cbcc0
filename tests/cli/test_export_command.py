from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from fenttui.exports import FORMATS


def test_export_without_a_file_goes_to_standard_output_in_the_format_of_the_config(
    run: Callable[..., Result], dossier: Path, own_config: Path
) -> None:
    own_config.write_text('[export]\nformat = "json"\n')
    result = run("export", dossier)
    assert result.exit_code == 0
    (article,) = json.loads(result.stdout)["articles"]
    assert article["annotations"][0]["body"] == "Says who?"


@pytest.mark.parametrize(
    ("args", "beginning"),
    [
        (["-o", "notes.csv"], b"\xef\xbb\xbfarticle_id,"),
        (["-o", "notes.json"], b"{"),
        (["-o", "notes.JSON"], b"{"),
        (["-o", "notes.json", "--format", "toml"], b"schema = 1\n"),
        (["-o", "notes.pdf", "--format", "toml"], b"schema = 1\n"),
    ],
)
def test_the_format_is_the_one_asked_for_else_the_one_the_file_ends_in(
    run: Callable[..., Result],
    dossier: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    args: list[str],
    beginning: bytes,
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("export", dossier, *args)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert (tmp_path / args[1]).read_bytes().startswith(beginning)


def test_an_ending_of_no_format_is_refused_and_nothing_is_written(
    run: Callable[..., Result], dossier: Path, tmp_path: Path
) -> None:
    result = run("export", dossier, "-o", tmp_path / "notes.pdf")
    assert result.exit_code == 2
    endings = ", ".join(f"{form.suffix} for {name}" for name, form in FORMATS.items())
    assert endings.startswith(".md for markdown, .csv for csv, .json for json")
    assert result.stderr == (
        f"fenttui: no format ends in `.pdf`; end FILE in {endings}, or give --format;"
        " see `fenttui export --help`\n"
    )
    assert not (tmp_path / "notes.pdf").exists()


def test_a_file_without_an_ending_has_the_format_of_the_config(
    run: Callable[..., Result], dossier: Path, tmp_path: Path, own_config: Path
) -> None:
    own_config.write_text('[export]\nformat = "toml"\n')
    assert run("export", dossier, "-o", tmp_path / "notes").exit_code == 0
    assert (tmp_path / "notes").read_text().startswith("schema = 1\n")


def test_what_is_written_to_a_file_and_to_standard_output_is_the_same(
    run: Callable[..., Result], dossier: Path, tmp_path: Path
) -> None:
    run("export", dossier, "--format", "csv", "-o", tmp_path / "notes.csv")
    assert run("export", dossier, "--format", "csv", "-o", "-").stdout_bytes == (
        (tmp_path / "notes.csv").read_bytes()
    )


def test_a_file_is_not_overwritten_unless_forced_and_then_kept(
    run: Callable[..., Result], dossier: Path, tmp_path: Path
) -> None:
    target = tmp_path / "notes.md"
    target.write_text("mine")
    refused = run("export", dossier, "-o", target)
    assert refused.exit_code == 1
    assert "--force" in refused.stderr
    assert target.read_text() == "mine"

    forced = run("export", dossier, "-o", target, "--force")
    assert forced.exit_code == 0
    assert "Says who?" in target.read_text()
    assert (tmp_path / "notes.md~").read_text() == "mine"
    assert forced.stderr == f"fenttui: the old file is kept as {target}~\n"


def test_a_notes_file_that_does_not_parse_is_told_and_the_others_are_exported(
    run: Callable[..., Result], dossier: Path
) -> None:
    (dossier / "annotations" / "two.toml").write_text("schema = \n")
    result = run("export", dossier)
    assert result.exit_code == 1
    assert "Says who?" in result.stdout
    assert result.stderr.startswith(f"fenttui: {dossier / 'annotations' / 'two.toml'}:1: ")


@pytest.mark.parametrize("exists", [False, True])
def test_without_a_note_no_file_is_written_and_it_is_said(
    run: Callable[..., Result], tmp_path: Path, exists: bool
) -> None:
    root = tmp_path / "bare"
    root.mkdir()
    (root / "talks.txt").write_text("date 2025-04-02\nNobody has noted anything.\n")
    target = tmp_path / "notes.md"
    if exists:
        target.write_text("an older export")
    result = run("export", root, "-o", target, "--force")
    assert result.exit_code == 1
    assert result.stderr == f"fenttui: {target}: is not written: there are no notes to export\n"
    assert target.read_text() == "an older export" if exists else not target.exists()


def test_without_a_note_a_pipe_gets_a_document_without_notes(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    root = tmp_path / "bare"
    root.mkdir()
    (root / "talks.txt").write_text("date 2025-04-02\nNobody has noted anything.\n")
    result = run("export", root, "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "fenttui: there are no notes to export\n")
    assert json.loads(result.stdout)["articles"] == []
