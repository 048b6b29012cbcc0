"""The keys that hands know from vim, less and newsboat, typed at a real terminal."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from pathlib import Path

from tests.support.terminal import Sought, Terminal

OpenTerminal = Callable[..., Terminal]

ESCAPE = "\x1b"
CTRL_I = "\x1b[105;5u"
CTRL_O = "\x0f"
SAVE = "\x13"

_COPIED = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)(?:\x07|\x1b\\)")


def status(*parts: str) -> Sought:
    """The line at the bottom holds all of `parts`."""
    return lambda text: all(part in text.splitlines()[-1] for part in parts)


def without(part: str) -> Sought:
    """The reader shows, and no longer the dialog that holds a text."""
    return lambda text: part not in text and any(mode in text.splitlines()[-1] for mode in ("READ", "SELECT"))


def walk(terminal: Terminal, *steps: tuple[str, Sought]) -> None:
    """Type each step's keys, and see what they show before the next."""
    for keys, shown in steps:
        terminal.send(keys)
        try:
            terminal.wait_for(shown)
        except AssertionError as error:
            raise AssertionError(f"after {keys!r}: {error}") from None


def copied_by(terminal: Terminal, keys: str) -> str:
    """What reaches the clipboard of the user's own terminal when `keys` are typed."""
    before = len(terminal.raw)
    terminal.send(keys)
    terminal.wait_until(lambda: _COPIED.search(terminal.raw, before) is not None, f"{keys!r} copies")
    return base64.b64decode(_COPIED.findall(terminal.raw, before)[0]).decode()


def row_of(text: str, line: str) -> int:
    """The row of a screen's text that holds a line; -1 where none does."""
    return next((row for row, shown in enumerate(text.splitlines()) if line in shown), -1)


def moved_from(line: str, row: int) -> Sought:
    """The line is on the screen, in another row."""
    return lambda text: row_of(text, line) not in (-1, row)


def write_note(terminal: Terminal, body: str) -> None:
    walk(terminal, ("a", "New note"), (body, body), (SAVE, status("noted ·")))


def opened(open_reader: OpenTerminal, rows: int = 40) -> Terminal:
    terminal = open_reader(columns=120, rows=rows)
    terminal.wait_for("place: China")
    return terminal


def test_a_sequence_that_is_no_command_takes_its_operand_with_it(
    open_reader: OpenTerminal, dossier: Path
) -> None:
    terminal = opened(open_reader)
    write_note(terminal, "to be kept")
    (file,) = (dossier / "annotations").glob("*.toml")
    written = file.read_bytes()
    for keys in ("rd", "cw", "gUiw", '"add', "zd", "gs", "ciw", "]d"):
        terminal.send("gg" + keys)
        terminal.wait_for(status(f"{keys} is no key here; ? lists the keys"))
        assert "to be kept" in terminal.text
    # A character that is not in the paragraph is no command either.
    for keys in ("f@", "F@", "t@", "T@"):
        walk(terminal, ("gg", status("place: China")), (keys, status("no @ ")))
    # The letters of commands that change notes, as operands of a find, move the caret alone.
    found = {"ggfdiwy": "diplomat", "gg2taiwy": "diplomat", "gg$Fdiwy": "called", "gg$Taiwy": "called"}
    assert {keys: copied_by(terminal, keys) for keys in found} == found
    assert file.read_bytes() == written


def test_motions_go_where_hands_expect_and_what_is_selected_reaches_the_clipboard(
    open_reader: OpenTerminal,
) -> None:
    terminal = opened(open_reader)
    wanted = {
        "ggfUvey": "U.S",
        "ggfcfc;vey": "crisis",
        "ggfcfc;,vey": "ca’s",
        "gg$Favey": "alled",
        "gg$Tavey": "lled",
        "ggtUlvey": "U.S",
        "ggWvey": "top",
        "ggWBvey": "China’s",
        "ggj$^vey": "tariffs",
        "ggiwy": "China’s",
    }
    assert {keys: copied_by(terminal, keys) for keys in wanted} == wanted
    sentence = copied_by(terminal, "ggisy")
    assert sentence.startswith("China’s top diplomat")
    assert sentence.endswith("two largest economies.")
    for keys in ("ggipy", "ggvapy", "ggvasy"):
        assert copied_by(terminal, keys).strip() == sentence

    walk(
        terminal,
        ("ggiw", status("SELECT", "1 word, 7 characters")),
        ("y", status("READ", "copied the selection: 7 characters")),
        ("ggis", status("SELECT", "43 words, 269 characters", " 6/52")),
        ("o", status("43 words, 269 characters", " 1/52")),
        (ESCAPE, status("READ", " 1/52")),
        ("gggv", status("SELECT", "43 words, 269 characters", " 1/52")),
        (ESCAPE, status("READ")),
        ("ggvap", status("SELECT", "43 words, 271 characters")),
        ("a", "New note"),
        (ESCAPE, without("New note")),
        (ESCAPE, status("READ")),
        ("ggM", status(" 18/52")),
        ("L", status(" 36/52")),
        ("H", status(" 1/52", "place: China")),
        ("3gj", status(" 4/52")),
        ("2gk", status(" 2/52")),
    )


def test_the_text_scrolls_under_the_caret_and_jumps_lead_back_and_forward(open_reader: OpenTerminal) -> None:
    terminal = opened(open_reader, rows=16)
    line = "relations, with Trump"
    walk(terminal, ("25gg", status(" 25/52")))
    rows: list[int] = []
    for keys in ("zz", "zt", "\x19", "\x05", "zb"):
        last = rows[-1] if rows else row_of(terminal.text, line)
        terminal.send(keys)
        terminal.wait_for(moved_from(line, last))
        terminal.wait_for(status(" 25/52"))
        rows.append(row_of(terminal.text, line))
    middle, top, up, down, bottom = rows
    assert (up, down) == (top + 1, top)
    assert top < middle < bottom

    terminal.send("gg")
    write_note(terminal, "where it began")
    walk(
        terminal,
        ("G", status(" 52/52")),
        ("gi", status(" 1/52", "place: China")),
        ("''", status(" 52/52")),
        ("''", status(" 1/52")),
        ("``", status(" 52/52")),
        (CTRL_O, status(" 1/52")),
        (CTRL_I, status(" 52/52")),
        (CTRL_O, status(" 1/52")),
        ("]j", status(" 52/52")),
        ("gggz", lambda text: "side panes hidden" in text and "Annotations" not in text),
        ("gz", "Annotations"),
        ("\x03", status("q, ZZ or :q quits")),
    )
    terminal.send("ZZ")
    assert terminal.wait_for_end() == 0


def test_the_way_back_from_a_table_is_the_way_back_of_any_jump(open_reader: OpenTerminal) -> None:
    terminal = opened(open_reader)
    for key, title, row in (("gF", "FIGURES", " 3/16"), ("gL", "TIMELINE", " 3/8")):
        walk(
            terminal,
            (key, status(title, " 1/")),
            ("2j", status(row)),
            ("\r", status("READ", "date: this month")),
            (CTRL_O, status(title, row)),
            ("q", status("READ", "place: China")),
        )
    walk(terminal, ("A", status("ACTORS", " 1/23")), ("3j", status(" 4/23")))
    assert copied_by(terminal, "y").startswith("place\tRussia\t5\t")
    walk(
        terminal,
        ("\r", status("MENTIONS", " 1/5")),
        ("2j\r", status("READ", "Russia", " 40/52")),
        (CTRL_O, status("MENTIONS", " 3/5")),
        ("q", status("ACTORS", " 4/23")),
        ("q", status("READ", "place: China")),
        ("K", "34 occurrences"),
        (ESCAPE, without("34 occurrences")),
        ("?", "Keys in the text"),
        ("/backward", status("1 of 1: backward")),
        ("\r", "search backward"),
        (ESCAPE, without("Keys in the text")),
        ("x", "Export the notes"),
        ("3j", "-notes.toml"),
        ("2k", "-notes.csv"),
        (ESCAPE, without("Export the notes")),
    )


def test_the_command_line_and_the_search_answer_what_is_typed(
    open_reader: OpenTerminal, tmp_path: Path
) -> None:
    terminal = opened(open_reader)
    write_note(terminal, "exported by a line")
    walk(
        terminal,
        (":2\r", status(" 2/52")),
        (":nosuch\r", status("there is no command `nosuch`")),
        (":exp\t", status(": export")),
        (ESCAPE, status("READ")),
        (":set theme=textual-light\r", status("theme=textual-light")),
        (":export csv kept.csv\r", status("exported to")),
        (":help\r", "Keys in the text"),
        (ESCAPE, without("Keys in the text")),
        ("gg/tar.ff\r", status("1 of 4 matches: tar.ff")),
        ("n", status("match 2 of 4")),
        ("gg/china\r", status("1 of 6 matches: china")),
        ("/CHINA\r", status("not in this article: CHINA")),
        ("/(x\r", status("missing )")),
        ("/(a+)+$\r", status("not in this article: (a+)+$")),
        ("gg\\China\r", status(" of 6 matches: China")),
        # The old text of a prompt is selected: what is typed takes its place.
        ("ggct", status("tags")),
        ("old\r", "#old"),
        ("ct", status("old")),
        ("new\r", lambda text: "#new" in text and "#old" not in text),
    )
    terminal.send(":wq\r")
    assert terminal.wait_for_end() == 0
    assert "exported by a line" in (tmp_path / "kept.csv").read_text("utf-8-sig")


def test_the_pane_of_notes_keeps_its_cursor(open_reader: OpenTerminal) -> None:
    terminal = opened(open_reader)
    for name in ("alpha", "beta", "gamma"):
        write_note(terminal, name)
        walk(terminal, ("}", status("READ")))
    walk(
        terminal,
        ("\tggj", status("NOTES")),
        ("d", lambda text: "deleted; u brings it back" in text and "beta" not in text),
        ("u", lambda text: "deleted note restored" in text and "beta" in text),
        ("d", lambda text: "beta" not in text and "alpha" in text and "gamma" in text),
    )
    terminal.send(":q!\r")
    assert terminal.wait_for_end() == 0
