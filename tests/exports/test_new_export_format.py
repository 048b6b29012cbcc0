"""A format is one module: dropped into the package, it is everywhere where formats are."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.support.new_format import NewFormat
from tests.support.terminal import Terminal

SOURCE = '''
"""Plain lines: one note per line."""

SUFFIX = ".lines"
DOC = "a line for each note, to grep"


def render(book):
    """Return the lines."""
    lines = ((chapter.article.id, note.annotation.body) for chapter in book for note in chapter.notes)
    return "".join(f"{name}: {body}\\n" for name, body in lines)
'''
NOTE = """schema = 1

[article]
id = "talks"
path = "talks.txt"
date = 2025-04-02
title = "China spoke."
sha256 = ""

[[annotation]]
id = "one"
created = 2025-04-03T09:12:44Z
modified = 2025-04-03T09:12:44Z
author = "Ada"
tags = []
color = "yellow"
body = "Check this."
"""


@pytest.fixture
def lines(tmp_path: Path) -> NewFormat:
    return NewFormat("fenttui.exports.formats", "plain_lines", SOURCE, tmp_path)


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    root = tmp_path / "dossier"
    (root / "annotations").mkdir(parents=True)
    (root / "talks.txt").write_text("date 2025-04-02 China spoke.\n", encoding="utf-8")
    (root / "annotations" / "talks.toml").write_text(NOTE, encoding="utf-8")
    return root


def test_export_takes_it_by_name_by_the_ending_and_from_the_settings(lines: NewFormat, dossier: Path) -> None:
    assert lines.run("export", dossier, "--format", "plain-lines").stdout == "talks: Check this.\n"
    assert lines.run("export", dossier, "-o", "notes.lines").returncode == 0
    assert (lines.folder / "notes.lines").read_text("utf-8") == "talks: Check this.\n"
    done = lines.run("export", dossier, FENTTUI_EXPORT_FORMAT="plain-lines")
    assert (done.stdout, done.stderr) == ("talks: Check this.\n", "")


def test_the_help_the_completion_and_what_is_refused_name_it(lines: NewFormat, dossier: Path) -> None:
    assert "[markdown|csv|json|plain-lines|toml]" in lines.run("export", "--help").stdout
    offered = lines.run("export", "--format", "pl", _FENTTUI_COMPLETE="zsh_complete").stdout
    assert offered.split("\t")[:2] == ["plain", "plain-lines"]
    assert ".lines" in lines.run("export", "-o", "", _FENTTUI_COMPLETE="zsh_complete").stdout
    assert ".lines for plain-lines" in lines.run("export", "-o", "notes.pdf").stderr
    done = lines.run("check", dossier, FENTTUI_EXPORT_FORMAT="xml")
    assert done.stdout.startswith(
        "FENTTUI_EXPORT_FORMAT: `format` in [export] must be one of `markdown`, `csv`, `json`, `plain-lines`,"
        ' `toml`, not "xml"\n'
    )


def test_the_export_dialog_offers_it_and_writes_it(lines: NewFormat, dossier: Path) -> None:
    with Terminal(lines.command(dossier), environment=lines.environment, folder=lines.folder) as terminal:
        terminal.wait_for("China spoke.")
        terminal.wait_for("place: China")
        terminal.send("x")
        terminal.wait_for("plain-lines a line for each note, to grep")
        terminal.send("jjj")
        terminal.wait_for("talks-notes.lines")
        terminal.send("\x13")
        terminal.wait_for("1 note exported")
        terminal.send("q")
        assert terminal.wait_for_end() == 0
    assert (lines.folder / "talks-notes.lines").read_text("utf-8") == "talks: Check this.\n"


def test_the_table_of_the_documents_has_a_row_for_it(lines: NewFormat) -> None:
    code = "from tools.formats import pages\nprint(*pages().values())\n"
    done = subprocess.run(lines.python(code), capture_output=True, text=True, check=True, timeout=60)
    assert "\n| `plain-lines` | `.lines` | a line for each note, to grep |\n" in done.stdout
