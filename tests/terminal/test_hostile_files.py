"""Files that mean harm, or are harmed: what came from outside is shown, never acted on."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.terminal import Terminal

OpenTerminal = Callable[..., Terminal]

ESCAPES = {
    "a window title": "\x1b]0;OWNED\x07",
    "a link": "\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\",
    "a clipboard": "\x1b]52;c;T1dORUQ=\x07",
    "a color": "\x1b[38;2;1;2;3mred",
    "a cursor move": "\x1b[77;177H",
    "a device string": "\x1bP+q544e\x1b\\",
    "eight-bit controls": "\x9b77;178H\x9d0;OWNED\x9c",
    "overstriking": "safe\rOWND\b\b\b\b",
}
PADDING = "Nothing else happened on this day, and nobody said a word about it. " * 10
MARKUP = "[bold]loud[/] and [@click=app.quit]press[/] and [link=http://evil.example]here[/]"


def write_article(root: Path, name: str, text: str) -> None:
    root.mkdir(exist_ok=True)
    (root / name).write_bytes(f"date 2025-05-01\n{text}\n".encode("utf-8", "surrogateescape"))


def signs_acted_on(raw: bytes) -> list[str]:
    """The sequences of the hostile text that reached the terminal as they were."""
    text = raw.decode("utf-8", "replace")
    found = [sequence for sequence in ESCAPES.values() if sequence in text]
    found += re.findall(r"\x1b\][^\x1b\x07]*(?:OWNED|evil|T1dO)[^\x1b\x07]*", text)
    found += re.findall(r"\x1b\[7?77;17[78]H|\x1b\[[0-9;]*38;2;1;2;3[0-9;]*m", text)
    return found + re.findall("[\x80-\x9f]", text)


@pytest.mark.parametrize("sequence", ESCAPES.values(), ids=ESCAPES)
def test_escape_sequences_of_an_article_are_shown_and_do_nothing(
    sequence: str, open_reader: OpenTerminal, tmp_path: Path
) -> None:
    root = tmp_path / "hostile"
    write_article(
        root, "one.txt", f"Before {sequence} after it all.\n\nThe {sequence} second paragraph.\n\n{PADDING}"
    )
    terminal = open_reader(root, columns=120, rows=40)
    shown = terminal.wait_for("Nothing else happened")
    terminal.send("jjj")
    terminal.wait_for("4/")
    assert re.search("[␀-␡␦]", shown), "the control characters are shown as signs"
    terminal.send("a")
    terminal.wait_for("New note")
    terminal.send("\x13")
    terminal.wait_for("noted ·")
    terminal.send("q")
    assert terminal.wait_for_end() == 0
    assert signs_acted_on(bytes(terminal.raw)) == []


def test_markup_of_an_article_is_shown_as_it_is_written(open_reader: OpenTerminal, tmp_path: Path) -> None:
    root = tmp_path / "hostile"
    write_article(root, "[red]name[red].txt", f"{MARKUP}.\n\nIt ends with an open [bold")
    terminal = open_reader(root, columns=200, rows=40)
    shown = terminal.wait_for("It ends with an open [bold")
    assert "[bold]loud[/] and [@click=app.quit]press[/]" in shown.split("\n")[0], (
        "in the title above the text"
    )
    assert shown.count("[bold]loud[/]") >= 3, "in the list, above the text and in it"
    assert "[link=http://evil.example]here[/]" in shown
    terminal.send("a")
    terminal.wait_for("New note")
    terminal.send(f"{MARKUP}\x13")
    terminal.wait_for("noted ·")
    terminal.send("q")
    assert terminal.wait_for_end() == 0
    (notes,) = (root / "annotations").glob("*.toml")
    (note,) = tomllib.loads(notes.read_text("utf-8"))["annotation"]
    assert note["body"] == MARKUP


def test_nul_characters_in_an_article_cost_only_that_article(
    open_reader: OpenTerminal, dossier: Path
) -> None:
    (dossier / "nul.txt").write_bytes(
        b"date 2025-05-01\nOne \x00 NUL in a text that is long enough to read.\n"
    )
    terminal = open_reader(columns=120, rows=40)
    shown = terminal.wait_for(lambda text: "One ␀ NUL" in text or "binary" in text)
    assert "Articles 3" in shown
    terminal.send("q")
    assert terminal.wait_for_end() == 0
    assert b"One \x00" not in terminal.raw


@pytest.mark.parametrize("piece", ["word ", "x"], ids=["of words", "of one word"])
def test_a_line_of_a_million_characters_is_laid_out_and_moved_in(
    piece: str, open_reader: OpenTerminal, tmp_path: Path
) -> None:
    root = tmp_path / "long"
    write_article(root, "long.txt", piece * (1_000_000 // len(piece)))
    terminal = open_reader(root)
    terminal.wait_for(lambda text: re.search(r"\b1/[12]\d{4} ", text) is not None)
    terminal.send("G")
    terminal.wait_for("100%")
    terminal.send("gg10j")
    terminal.wait_for("11/")
    terminal.send("q")
    assert terminal.wait_for_end() == 0


UNREADABLE = {"picture.txt", "empty.txt", "huge.txt"}


def names_another(told: set[str]) -> Callable[[str], bool]:
    """Whether the last line names a file that is not among those told before."""
    return lambda text: any(name in text.split("\n")[-1] for name in UNREADABLE - told)


def test_files_that_cannot_be_read_stand_in_the_list_beside_those_that_can(
    open_reader: OpenTerminal, dossier: Path
) -> None:
    (dossier / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (dossier / "empty.txt").write_bytes(b"")
    with (dossier / "huge.txt").open("wb") as huge:
        huge.truncate(50_000_000)
    (dossier / "loop.txt").symlink_to(dossier / "loop.txt")
    os.mkfifo(dossier / "pipe.txt")
    (dossier / "folder.txt").mkdir()

    terminal = open_reader(columns=200, rows=40)
    terminal.wait_for(lambda text: "diplomat" in text and "China has" in text)
    terminal.send("\x1b[Z")
    terminal.wait_for("ARTICLES")
    told: set[str] = set()
    for position in range(3):
        terminal.send("gg" + "j" * position + "\r")
        last = terminal.wait_for(names_another(told)).split("\n")[-1]
        told |= {name for name in UNREADABLE if name in last}
    assert told == UNREADABLE
    terminal.send("G\r")
    terminal.wait_for("13 March 2025")
    terminal.send("q")
    assert terminal.wait_for_end() == 0
    assert b"Traceback" not in terminal.raw


def test_a_dossier_without_one_readable_article_says_why(open_reader: OpenTerminal, tmp_path: Path) -> None:
    root = tmp_path / "bad"
    root.mkdir()
    (root / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    terminal = open_reader(root, columns=200)
    terminal.wait_for(lambda text: "picture.txt" in text.split("\n")[-1])
    terminal.send("q")
    assert terminal.wait_for_end() == 0
    assert b"Traceback" not in terminal.raw


def test_a_folder_that_is_not_there_is_named_in_one_sentence(
    open_reader: OpenTerminal, tmp_path: Path
) -> None:
    terminal = open_reader(tmp_path / "nowhere", columns=200)
    assert terminal.wait_for_end() == 1
    said = terminal.raw.decode("utf-8")
    assert said.startswith("fenttui: ")
    assert "nowhere" in said
    assert said.count("\n") == 1


def test_notes_that_do_not_parse_are_told_and_never_overwritten(
    open_reader: OpenTerminal, dossier: Path
) -> None:
    notes = dossier / "annotations" / "000_f009184965be3be7.toml"
    notes.parent.mkdir()
    broken = b'schema = 1\n[[annotation]]\nbody = "no end\n'
    notes.write_bytes(broken)
    terminal = open_reader(columns=200, rows=40)
    told = terminal.wait_for(lambda text: notes.name in text.split("\n")[-1])
    assert "called on the U.S. to remove" in told
    terminal.send("a")
    terminal.wait_for("New note")
    terminal.send("not to be lost\x13")
    terminal.wait_for(
        lambda text: "not saved" in text and "not to be lost" in text and "New note" not in text
    )
    assert notes.read_bytes() == broken

    terminal.send("q")
    terminal.wait_for("loses them")
    terminal.send("\x1b")
    terminal.wait_for(lambda text: "loses them" not in text)
    assert notes.read_bytes() == broken

    # Once the file is mended, what was written goes into it.
    notes.write_bytes(b"schema = 1\n")
    terminal.send("q")
    assert terminal.wait_for_end() == 0
    (note,) = tomllib.loads(notes.read_text("utf-8"))["annotation"]
    assert note["body"] == "not to be lost"
