from __future__ import annotations

import os
from collections.abc import Iterator
from threading import Event

import pytest

from fenttui.ui.terminal.output import Output

FRAME = "\x1b[1;1H" + "x" * 4000


class Line:
    """A line that nobody reads until `read_all`."""

    def __init__(self) -> None:
        self.far, near = os.pipe()
        self.near = near
        self.caught_up = Event()
        self.output = Output(near, self.caught_up.set)

    def stall(self) -> int:
        """Paint until frames are left out; how many were taken."""
        taken = 0
        while self.output.paint(FRAME):
            taken += 1
            assert taken < 1000, "what nobody takes is kept for ever"
        return taken

    def read(self, size: int) -> bytes:
        """So many bytes."""
        data = b""
        while len(data) < size:
            data += os.read(self.far, size - len(data))
        return data


@pytest.fixture
def line() -> Iterator[Line]:
    opened = Line()
    yield opened
    os.set_blocking(opened.far, False)
    os.close(opened.far)
    opened.output.close(5)
    os.close(opened.near)


def test_what_is_written_arrives_in_its_order(line: Line) -> None:
    texts = ["a frame", "王毅", "\x1b[0m", "the end"]
    for text in texts:
        assert line.output.paint(text)
    line.output.write("!")
    whole = "".join(texts).encode() + b"!"
    assert line.read(len(whole)) == whole
    assert line.output.close(5)
    assert not line.caught_up.is_set()


def test_frames_are_left_out_where_nobody_reads_and_the_whole_is_asked_for_afterwards(line: Line) -> None:
    taken = line.stall()
    assert not line.output.paint(FRAME)
    line.output.write("not left out")
    assert not line.caught_up.is_set()
    data = line.read(taken * len(FRAME) + len("not left out"))
    assert data == FRAME.encode() * taken + b"not left out"
    assert line.caught_up.wait(10)
    assert line.output.paint("again")
    assert line.read(5) == b"again"


def test_ending_waits_no_longer_than_it_is_told(line: Line) -> None:
    line.stall()
    assert not line.output.close(0.01)


def test_what_waits_is_given_up_for_what_leaves_the_terminal(line: Line) -> None:
    taken = line.stall()
    line.output.drop()
    line.output.write("\x1b[?1049l")
    line.output.close(0)
    data = b""
    while not data.endswith(b"\x1b[?1049l"):
        data += os.read(line.far, 1 << 16)
    assert len(data) < taken * len(FRAME)
    assert data.endswith(b"\x18\x1b[?1049l")


def test_a_line_that_is_gone_raises_nothing(line: Line) -> None:
    far, line.far = line.far, os.open(os.devnull, os.O_RDONLY)
    os.close(far)
    line.output.write("to nobody")
    assert line.output.close(5)
