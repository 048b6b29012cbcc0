"""What is sent to terminals of different kinds, byte by byte, and how they are left."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.terminal import Terminal

OpenTerminal = Callable[..., Terminal]

BASIC_COLORS = {*range(30, 38), *range(40, 48), *range(90, 98), *range(100, 108)}
EXTENDED_COLORS = {38, 48, 58}
MODES_OF_A_READER = (b"1000", b"1003", b"1006", b"1015", b"1004", b"2004", b"1049")


def colors_sent(raw: bytes) -> Iterator[int]:
    """The code of each color set: a basic one, or 38, 48 and 58 for those of larger palettes."""
    for sequence in re.finditer(rb"\x1b\[([0-9;:]*)m", raw):
        codes = iter(re.split(rb"[;:]", sequence[1]))
        for code in codes:
            number = int(code or 0)
            if number in EXTENDED_COLORS:
                yield number
                for _ in range({b"5": 1, b"2": 3}.get(next(codes, b""), 0)):
                    next(codes, None)
            elif number in BASIC_COLORS:
                yield number


def read_a_little(terminal: Terminal) -> None:
    terminal.wait_for("called on the U.S. to remove")
    terminal.wait_for("place: China")
    terminal.send("]a")
    terminal.wait_for("place: United States")
    terminal.send("ve")
    terminal.wait_for("SELECT")
    terminal.send("\x1b")
    terminal.wait_for(lambda text: "SELECT" not in text)
    terminal.send("q")
    assert terminal.wait_for_end() == 0


@pytest.mark.parametrize(
    "term", ["xterm-256color", "xterm", "screen-256color", "screen", "tmux-256color", "linux", "vt100"]
)
def test_the_reader_opens_on_this_terminal_and_leaves_it_as_it_was(
    term: str, open_reader: OpenTerminal
) -> None:
    terminal = open_reader(TERM=term, answers=term not in ("linux", "vt100"))
    read_a_little(terminal)
    raw = bytes(terminal.raw)
    for mode in MODES_OF_A_READER:
        on, off = raw.rfind(b"\x1b[?" + mode + b"h"), raw.rfind(b"\x1b[?" + mode + b"l")
        assert on < off or on == off == -1, f"mode {mode.decode()} is left on"
    assert raw.rfind(b"\x1b[?25l") < raw.rfind(b"\x1b[?25h"), "the cursor is left hidden"
    assert raw.count(b"\x1b[>1u") <= raw.count(b"\x1b[<u"), "the keyboard protocol is left on"


@pytest.mark.parametrize(("name", "value"), [("TERM", "vt100"), ("TERM", "dumb"), ("NO_COLOR", "1")])
def test_a_terminal_without_color_gets_none(name: str, value: str, open_reader: OpenTerminal) -> None:
    terminal = open_reader(**{name: value})
    read_a_little(terminal)
    assert set(colors_sent(bytes(terminal.raw))) == set()


def test_without_color_the_selection_still_differs_from_its_surroundings(open_reader: OpenTerminal) -> None:
    terminal = open_reader(NO_COLOR="1")
    terminal.wait_for("place: China")
    before = len(terminal.raw)
    terminal.send("v)")
    terminal.wait_for("SELECT")
    attribute = re.compile(rb"\x1b\[[0-9;]*\b[1347]\b[0-9;]*m")
    terminal.wait_until(lambda: attribute.search(terminal.raw, before) is not None, "an attribute is set")


def test_the_linux_console_gets_its_sixteen_colors_only(open_reader: OpenTerminal) -> None:
    terminal = open_reader(TERM="linux", answers=False)
    read_a_little(terminal)
    sent = set(colors_sent(bytes(terminal.raw)))
    assert sent
    assert sent <= BASIC_COLORS


def test_a_terminal_of_256_colors_gets_no_true_color(open_reader: OpenTerminal) -> None:
    terminal = open_reader(TERM="xterm-256color")
    read_a_little(terminal)
    raw = bytes(terminal.raw)
    assert b"8;5;" in raw
    assert not re.search(rb"[34]8[;:]2[;:]", raw)


def test_the_line_discipline_is_restored_for_the_shell(
    open_terminal: OpenTerminal, program: Path, dossier: Path
) -> None:
    terminal = open_terminal("sh", "-c", '"$0" "$1"; stty -a; echo ended', program, dossier)
    terminal.wait_for("place: China")
    terminal.send("q")
    terminal.wait_for("ended")
    modes = bytes(terminal.raw).decode("utf-8", "replace").rpartition("speed")[2].split()
    assert {"icanon", "echo", "isig", "opost", "icrnl"} <= set(modes)


@pytest.mark.parametrize("streams", ["2>&-", "2>/dev/null", "2>/dev/full"])
def test_without_standard_error_the_reader_says_on_the_terminal_what_it_needs(
    streams: str, open_terminal: OpenTerminal, program: Path, dossier: Path
) -> None:
    terminal = open_terminal("bash", "-c", f'exec "$@" {streams}', "bash", program, dossier)
    assert terminal.wait_for_end() == 1
    assert (
        terminal.text.strip() == "fenttui: the screen is drawn on standard error; leave that on the terminal"
    )


@pytest.mark.parametrize("streams", ["<&-", ">&-"])
def test_without_another_stream_the_reader_says_what_works_instead(
    streams: str, open_terminal: OpenTerminal, program: Path, dossier: Path
) -> None:
    terminal = open_terminal("bash", "-c", f'exec "$@" {streams}', "bash", program, dossier, columns=120)
    assert terminal.wait_for_end() == 1
    assert terminal.text.startswith("fenttui: reading needs a terminal; use `fenttui list`")
