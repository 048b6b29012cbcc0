"""The user's own editor on a note: it gets the terminal, and what it leaves comes back."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.terminal import Terminal
from tests.terminal.test_a_session import notes_on_disk

OpenTerminal = Callable[..., Terminal]


@pytest.fixture
def editor(tmp_path: Path) -> Callable[[str], Path]:
    """Makes an editor of the lines of a shell script."""

    def make(script: str) -> Path:
        path = tmp_path / "an editor"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        return path

    return make


def left_behind(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "own/state/editing").glob("*/*"))


def begin_a_note(terminal: Terminal, typed: str = "begun here") -> None:
    terminal.wait_for("place: China")
    terminal.send("a")
    terminal.wait_for("New note")
    terminal.send(typed)
    terminal.wait_for(typed)
    terminal.send("\x05")


def save_and_quit(terminal: Terminal) -> None:
    terminal.send("\x13")
    terminal.wait_for("noted ·")
    terminal.send("q")
    assert terminal.wait_for_end() == 0


def test_ctrl_e_gives_the_note_to_the_users_editor_and_takes_it_back(
    open_reader: OpenTerminal, editor: Callable[[str], Path], dossier: Path, tmp_path: Path
) -> None:
    path = editor(
        'ls -l "$2"; echo "got $1: $(cat "$2")"; read line; printf "%s\\nand *more*\\n" "$line" >"$2"'
    )
    terminal = open_reader(EDITOR="/does/not/count", VISUAL=f"'{path}' --wait")
    begin_a_note(terminal)
    terminal.wait_for("got --wait: begun here")
    terminal.wait_for("-rw------- ")
    terminal.send("typed at the editor\r")
    terminal.wait_for(lambda text: "and *more*" in text and "New note" in text)
    terminal.wait_for("back from an editor")
    save_and_quit(terminal)
    assert notes_on_disk(dossier)[0]["body"] == "typed at the editor\nand *more*"
    assert not left_behind(tmp_path)
    assert not list((tmp_path / "own/state").rglob("*.md"))


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("exit 3", "ended with exit code 3; the note is as it was"),
        ("kill -9 $$", "was ended by signal 9; the note is as it was"),
        ('rm "$1"', "has removed its file; the note is as it was"),
        ("true", "has changed nothing"),
    ],
    ids=["fails", "is killed", "removes", "does nothing"],
)
def test_an_editor_that_leaves_nothing_leaves_the_note_as_it_was(
    open_reader: OpenTerminal,
    editor: Callable[[str], Path],
    dossier: Path,
    tmp_path: Path,
    script: str,
    said: str,
) -> None:
    terminal = open_reader(columns=120, VISUAL=f"'{editor(script)}'")
    begin_a_note(terminal)
    terminal.wait_for(lambda text: said in " ".join(text.replace("│", " ").split()))
    if "escape goes back" in terminal.text:
        terminal.send("\x1b")
        terminal.wait_for(lambda text: "escape goes back" not in text)
    save_and_quit(terminal)
    assert notes_on_disk(dossier)[0]["body"] == "begun here"
    assert not left_behind(tmp_path)


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ('echo half done >"$1"; exit 1', "what it has saved is in"),
        ('printf "\\377 half done" >"$1"', "is not UTF-8"),
    ],
    ids=["fails after saving", "not UTF-8"],
)
def test_what_cannot_be_taken_back_is_kept_and_named(
    open_reader: OpenTerminal, editor: Callable[[str], Path], tmp_path: Path, script: str, said: str
) -> None:
    terminal = open_reader(columns=120, VISUAL=f"'{editor(script)}'")
    begin_a_note(terminal)
    terminal.wait_for(said)
    (kept,) = left_behind(tmp_path)
    assert b"half done" in kept.read_bytes()
    assert kept.parent.name in terminal.text
    terminal.send("\x1b")
    terminal.wait_for(lambda text: said not in text)
    assert "begun here" in terminal.text


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ({}, "no editor is set; put its name into $VISUAL or $EDITOR"),
        ({"EDITOR": "no-such-editor -w"}, "the editor no-such-editor is not found"),
        ({"EDITOR": "vim 'x"}, "a quote in it is not closed"),
    ],
    ids=["none", "missing", "quote"],
)
def test_without_an_editor_one_is_told_how_to_have_one(
    open_reader: OpenTerminal, dossier: Path, named: dict[str, str], said: str
) -> None:
    terminal = open_reader(columns=120, **named)
    begin_a_note(terminal)
    terminal.wait_for(said)
    terminal.send(" and on")
    terminal.wait_for("begun here and on")
    save_and_quit(terminal)
    assert notes_on_disk(dossier)[0]["body"] == "begun here and on"


def test_an_editor_that_cannot_be_started_gives_the_terminal_back(
    open_reader: OpenTerminal, dossier: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken"
    broken.write_bytes(b"\x7fELF and nothing else")
    broken.chmod(0o755)
    terminal = open_reader(columns=120, VISUAL=broken)
    begin_a_note(terminal)
    terminal.wait_for("the editor broken cannot be started, exec format error")
    save_and_quit(terminal)
    assert notes_on_disk(dossier)[0]["body"] == "begun here"
    assert not left_behind(tmp_path)


def test_ctrl_c_in_the_editor_is_the_editors(
    open_reader: OpenTerminal, editor: Callable[[str], Path], dossier: Path
) -> None:
    path = editor('trap "echo caught >\\"$1\\"; exit 0" INT; echo ready; while :; do read line; done')
    terminal = open_reader(VISUAL=f"'{path}'")
    begin_a_note(terminal)
    terminal.wait_for("ready")
    terminal.send("\x03")
    terminal.wait_for("caught")
    save_and_quit(terminal)
    assert notes_on_disk(dossier)[0]["body"] == "caught"


def test_ctrl_z_in_the_editor_gives_the_shell_and_fg_the_editor(
    open_terminal: OpenTerminal, program: Path, dossier: Path, editor: Callable[[str], Path]
) -> None:
    path = editor('echo $$ ready; read line; echo "$line" >"$1"')
    terminal = open_terminal("sh", "-i", PS1="ready> ", ENV="", VISUAL=f"'{path}'")
    terminal.wait_for("ready>")
    terminal.send(f"{program} {dossier}\r")
    begin_a_note(terminal)
    told = terminal.wait_for(lambda text: text.rstrip().endswith(" ready"))
    state = Path("/proc", told.split()[-2], "stat")
    terminal.send("\x1a")
    terminal.wait_for("Stopped")
    # Until then it may still take the first character.
    terminal.wait_until(lambda: state.read_text().rpartition(")")[2].split()[0] == "T", "it is stopped")
    terminal.send("echo still $((40 + 2))\r")
    terminal.wait_for("still 42")
    terminal.send("fg\r")
    terminal.send("after all\r")
    terminal.wait_for(lambda text: "New note" in text and "after all" in text)
    save_in_shell(terminal)
    assert notes_on_disk(dossier)[0]["body"] == "after all"


def test_a_terminal_that_a_killed_editor_leaves_raw_is_as_before(
    open_terminal: OpenTerminal, program: Path, dossier: Path, editor: Callable[[str], Path]
) -> None:
    path = editor("stty raw -echo; kill -9 $$")
    terminal = open_terminal("sh", "-i", PS1="ready> ", ENV="", VISUAL=f"'{path}'")
    terminal.wait_for("ready>")
    terminal.send(f"{program} {dossier}\r")
    begin_a_note(terminal)
    terminal.wait_for("signal 9")
    terminal.send("\x13")
    terminal.wait_for("noted ·")
    terminal.send("q")
    terminal.wait_until(lambda: terminal.text.rstrip().endswith("ready>"), "the shell asks again")
    terminal.send("stty -a\r")
    terminal.wait_for(" icanon")
    assert " echo " in terminal.wait_for(" echo ")
    terminal.send("exit\r")
    assert terminal.wait_for_end() == 0


def save_in_shell(terminal: Terminal) -> None:
    terminal.send("\x13")
    terminal.wait_for("noted ·")
    terminal.send("q")
    terminal.wait_until(lambda: terminal.text.rstrip().endswith("ready>"), "the shell asks again")
    terminal.send("exit\r")
    assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM], ids=["SIGHUP", "SIGTERM"])
def test_a_signal_to_end_ends_the_editor_and_keeps_what_it_has_saved(
    open_reader: OpenTerminal, editor: Callable[[str], Path], dossier: Path, number: signal.Signals
) -> None:
    path = editor('echo saved in time >"$1"; echo $$ ready; while :; do read line; done')
    terminal = open_reader(VISUAL=f"'{path}'")
    begin_a_note(terminal)
    told = terminal.wait_for("ready")
    (process,) = [int(line.split()[0]) for line in told.split("\n") if line.endswith(" ready")]
    drafts = dossier.parent / "own/state/drafts"
    terminal.wait_until(
        lambda: any(b"saved in time" in path.read_bytes() for path in drafts.glob("*.json")),
        "the draft is what the editor has saved",
    )
    terminal.process.send_signal(number)
    assert terminal.wait_for_end() in (128 + number, -number)
    terminal.wait_until(lambda: not Path(f"/proc/{process}").exists(), "the editor has ended")
    again = open_reader()
    again.wait_for("unsaved draft")
    again.send("c")
    again.wait_for("saved in time")
