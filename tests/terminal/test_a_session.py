"""A whole session at the keyboard, judged by the files it leaves."""

from __future__ import annotations

import csv
import json
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.terminal import Terminal

OpenTerminal = Callable[..., Terminal]

FIRST = "000_f009184965be3be7"
SENTENCE = (
    "“If the U.S. side really wants to solve the fentanyl problem, then it should cancel the unjustified "
    "tariff increase and engage in equal consultation with the Chinese side,” Chinese foreign minister Wang "
    "Yi said in an interview with Russian state-run news service RIA Novosti on Tuesday."
)
DEMAND = "The demand. Not a “condition”?"
TAGS = ["tariffs", "claim/contested"]


def article_text(dossier: Path) -> str:
    return (dossier / f"{FIRST}.txt").read_text("utf-8").split("2025-04-02 ", 1)[1].rstrip()


def notes_on_disk(dossier: Path) -> list[dict[str, Any]]:
    content: dict[str, list[dict[str, Any]]] = tomllib.loads(
        (dossier / "annotations" / f"{FIRST}.toml").read_text("utf-8")
    )
    return content["annotation"]


def type_and_save(terminal: Terminal, text: str) -> None:
    terminal.send(text)
    terminal.wait_for(text)
    terminal.send("\x13")


def write_note(terminal: Terminal, text: str) -> None:
    terminal.send("a")
    terminal.wait_for("New note")
    type_and_save(terminal, text)
    terminal.wait_for("noted ·")


def export_as(terminal: Terminal, position: int, name: str) -> None:
    terminal.send("x")
    terminal.wait_for("Export the notes")
    terminal.send("j" * position)
    terminal.wait_for(name)
    terminal.send("\x13")
    terminal.wait_for(lambda text: "exported to" in text and "Export the notes" not in text)


@pytest.fixture
def export_folder() -> Iterator[Path]:
    """A folder whose name leaves room for the file's in a dialog."""
    with tempfile.TemporaryDirectory(prefix="fenttui-") as folder:
        yield Path(folder)


def test_what_is_read_and_written_in_a_session_is_what_the_files_hold(
    open_reader: OpenTerminal, dossier: Path, export_folder: Path
) -> None:
    terminal = open_reader(columns=120, rows=40, FENTTUI_EXPORT_FOLDER=export_folder)
    terminal.wait_for("place: China")
    assert "called on the U.S. to remove" in terminal.text
    assert " 1/" in terminal.text

    terminal.send("jj")
    terminal.wait_for(" 3/")
    terminal.send("gg]a")
    terminal.wait_for("place: United States (U.S.)")

    # The second sentence, selected by keys and annotated.
    terminal.send("gg)is")
    terminal.wait_for("SELECT")
    terminal.send("a")
    terminal.wait_for("New note")
    type_and_save(terminal, DEMAND)
    terminal.wait_for("noted ·")

    terminal.send("ct")
    terminal.wait_for("tags, split by commas:")
    terminal.send(", ".join(TAGS) + "\r")
    terminal.wait_for("tags saved ·")
    terminal.wait_for("#claim/contested")

    terminal.send("ce")
    terminal.wait_for("Edit note")
    type_and_save(terminal, " Ask.")
    terminal.wait_for("saved ·")
    terminal.send("u")
    terminal.wait_for("edit undone")
    assert "Ask." not in terminal.text
    terminal.send("\x12")
    terminal.wait_for("edit redone")
    assert "Ask." in terminal.text

    # From the first character to the end of the first word.
    terminal.send("ggve")
    terminal.wait_for("SELECT")
    write_note(terminal, "who")
    terminal.send("G")
    terminal.wait_for("100%")
    write_note(terminal, "mistaken")
    terminal.send("u")
    terminal.wait_for("new note removed")
    assert "mistaken" not in terminal.text

    names = [f"{FIRST}-notes.{suffix}" for suffix in ("md", "csv", "json", "toml")]
    for position, name in enumerate(names):
        export_as(terminal, position, name)
    terminal.send("q")
    assert terminal.wait_for_end() == 0

    text = article_text(dossier)
    notes = sorted(notes_on_disk(dossier), key=lambda note: note["target"]["start"])
    assert [note["body"] for note in notes] == ["who", f"{DEMAND} Ask."]
    assert [note["target"]["exact"] for note in notes] == ["China’s", SENTENCE]
    assert [note["tags"] for note in notes] == [[], TAGS]
    for note in notes:
        target = note["target"]
        assert text[target["start"] : target["end"]] == target["exact"]

    bodies = ["who", f"{DEMAND} Ask."]
    markdown, table, document, toml = ((export_folder / name).read_text("utf-8-sig") for name in names)
    assert markdown.index("> China’s") < markdown.index("who") < markdown.index("solve the fentanyl problem")
    assert bodies[1] in markdown
    rows = list(csv.DictReader(table.splitlines()))
    assert [(row["body"], row["exact"]) for row in rows] == [("who", "China’s"), (bodies[1], SENTENCE)]
    (article,) = json.loads(document)["articles"]
    assert [note["body"] for note in article["annotations"]] == bodies
    (article,) = tomllib.loads(toml)["article"]
    assert [note["body"] for note in article["annotation"]] == bodies
    assert [note["id"] for note in article["annotation"]] == [note["id"] for note in notes]


def test_a_note_is_edited_and_deleted_from_the_annotations_pane_and_brought_back(
    open_reader: OpenTerminal, dossier: Path
) -> None:
    terminal = open_reader(columns=120, rows=40)
    terminal.wait_for("place: China")
    write_note(terminal, "second")
    terminal.send("\t")
    terminal.wait_for("NOTES")
    terminal.send("e")
    terminal.wait_for("Edit note")
    type_and_save(terminal, " thoughts")
    terminal.wait_for("saved ·")
    terminal.send("d")
    terminal.wait_for("deleted; u brings it back")
    assert "second thoughts" not in terminal.text
    terminal.send("u")
    terminal.wait_for("deleted note restored")
    terminal.send("q")
    assert terminal.wait_for_end() == 0
    assert [note["body"] for note in notes_on_disk(dossier)] == ["second thoughts"]


def test_leaving_a_note_with_unsaved_text_asks_first(open_reader: OpenTerminal, dossier: Path) -> None:
    terminal = open_reader()
    terminal.wait_for("place: China")
    terminal.send("a")
    terminal.wait_for("New note")
    terminal.send("half a thought")
    terminal.wait_for("half a thought")
    terminal.send("\x1b")
    terminal.wait_for("This note is not saved.")
    terminal.send("s")
    terminal.wait_for("noted ·")
    terminal.send("q")
    assert terminal.wait_for_end() == 0
    assert [note["body"] for note in notes_on_disk(dossier)] == ["half a thought"]


def test_a_note_and_the_key_that_saves_it_may_come_in_one_packet(
    open_reader: OpenTerminal, dossier: Path
) -> None:
    terminal = open_reader()
    terminal.wait_for("place: China")
    terminal.send("a")
    terminal.wait_for("New note")
    terminal.send("typed ahead of a slow link\x13")
    terminal.wait_for("noted ·")
    terminal.send("q")
    assert terminal.wait_for_end() == 0
    assert [note["body"] for note in notes_on_disk(dossier)] == ["typed ahead of a slow link"]


def test_keys_typed_ahead_reach_the_note_that_they_open(open_reader: OpenTerminal, dossier: Path) -> None:
    terminal = open_reader()
    terminal.wait_for("place: China")
    terminal.send("]aatyped ahead\x13")
    terminal.wait_for("noted ·")
    terminal.send("q")
    assert terminal.wait_for_end() == 0
    assert [note["body"] for note in notes_on_disk(dossier)] == ["typed ahead"]


def test_the_format_chosen_and_the_key_that_exports_may_come_in_one_packet(
    open_reader: OpenTerminal, tmp_path: Path
) -> None:
    terminal = open_reader()
    terminal.wait_for("place: China")
    write_note(terminal, "exported at once")
    terminal.send("x")
    terminal.wait_for("Export the notes")
    terminal.send("jj\x13")
    terminal.wait_for("exported to")
    terminal.send("q")
    assert terminal.wait_for_end() == 0
    (exported,) = tmp_path.glob(f"{FIRST}-notes.*")
    assert exported.suffix == ".json"


def test_the_bundled_dossier_opens_and_its_notes_go_to_the_users_own_folder(
    open_terminal: OpenTerminal, program: Path, environment: dict[str, str]
) -> None:
    terminal = open_terminal(program)
    terminal.wait_for("place: China")
    write_note(terminal, "kept")
    terminal.send("q")
    assert terminal.wait_for_end() == 0
    (notes,) = Path(environment["FENTTUI_DATA_DIR"]).rglob("*.toml")
    assert tomllib.loads(notes.read_text("utf-8"))["annotation"][0]["body"] == "kept"


def test_the_next_session_opens_at_the_position_of_the_last_one(open_reader: OpenTerminal) -> None:
    terminal = open_reader()
    terminal.wait_for("place: China")
    terminal.send("]]")
    terminal.wait_for("13 March 2025")
    terminal.send("5j")
    terminal.wait_for(" 6/")
    terminal.send("q")
    assert terminal.wait_for_end() == 0

    again = open_reader()
    again.wait_for(" 6/")
    assert "13 March 2025" in again.text
