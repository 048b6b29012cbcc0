"""`fenttui check` names the notes whose place is doubtful or gone."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from fenttui.cli.program import program
from tests.support.dossiers import write_article
from tests.ui.test_notes_panel import new_note

BEFORE = "The minister said that exports fell by a tenth in May, and left. Nobody asked."
MARKED = "exports fell by a tenth in May"


def check(root: Path) -> tuple[int, str]:
    result = CliRunner().invoke(program, ["check", str(root)])
    return result.exit_code, result.output


def annotated(root: Path) -> str:
    path = write_article(root, "talks", BEFORE)
    start = BEFORE.index(MARKED)
    return new_note(path, "a figure", (start, start + len(MARKED)))


def test_a_note_in_its_place_is_no_problem(tmp_path: Path) -> None:
    annotated(tmp_path)
    assert "no problems" in check(tmp_path)[1]


def test_a_moved_note_and_how_to_accept_it_are_named(tmp_path: Path) -> None:
    note_id = annotated(tmp_path)
    write_article(tmp_path, "talks", BEFORE.replace("fell by a tenth", "grew by a third"))
    code, said = check(tmp_path)
    assert code == 0
    assert f"talks.toml: warning: the annotation {note_id} is moved, " in said
    assert " %; open the article, and press g=" in said


def test_an_orphan_and_how_to_attach_it_are_named(tmp_path: Path) -> None:
    note_id = annotated(tmp_path)
    write_article(tmp_path, "talks", "All of it was withdrawn.")
    said = check(tmp_path)[1]
    assert f"the annotation {note_id} is no longer found in the text" in said
    assert "press ga" in said
