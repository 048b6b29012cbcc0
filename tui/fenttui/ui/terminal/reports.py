"""Reports of a terminal that are not keys: the mouse, the focus, its size, its modes, its name.

As the pieces, they are named tuples for the sake of the start.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from fenttui.ui.terminal.pieces import Control

# Not compiled here: ~1 ms, which no terminal needs before the first text is on the screen; `re` keeps them.
_MOUSE = r"(?a)<(\d{1,3});(\d{1,5});(\d{1,5})\Z"
_MODE = r"(?a)\?(\d{1,5});([0-4])\$\Z"
_SIZE = r"48;(\d{1,4})(?::[\d:]*)?;(\d{1,4})(?::[\d:]*)?;(\d{1,6})(?::[\d:]*)?;(\d{1,6})(?::[\d:]*)?\Z"
_ATTRIBUTES = r"(?a)>(\d{1,5});(\d{1,7})(?:;\d*)*\Z"

_OTHER_BUTTONS = 128
"""The bit of the buttons 8 to 11, which mean nothing here."""
_LARGEST = 2000
"""Columns or rows of the largest plausible window."""


class Mouse(NamedTuple):
    """A report of the mouse in the form of xterm's mode 1006."""

    buttons: int
    """The button and its modifiers, as xterm encodes them."""
    column: int
    row: int
    """Both from 0, in cells, or in pixels where the terminal was asked for those."""
    released: bool


class Focus(NamedTuple):
    """The window has got the focus, or lost it."""

    here: bool


class Mode(NamedTuple):
    """Whether the terminal knows a mode (DECRPM): 0 unknown, 1 and 3 set, 2 reset, 4 never to be set."""

    number: int
    setting: int


class WindowSize(NamedTuple):
    """The size that mode 2048 reports."""

    columns: int
    rows: int
    width: int
    height: int
    """Both in pixels."""


class Attributes(NamedTuple):
    """The secondary attributes (DA2): what kind of terminal it is, and its version."""

    kind: int
    version: int


Report = Mouse | Focus | Mode | WindowSize | Attributes


def report_of(piece: Control) -> Report | None:
    """Return the report of a control sequence; None if it is not one of ours."""
    if piece.introducer != "[":
        return None
    match piece.final:
        case "M" | "m":
            return _mouse(piece)
        case "I" | "O" if not piece.parameters:
            return Focus(piece.final == "I")
        case "y" if mode := re.match(_MODE, piece.parameters):
            return Mode(int(mode[1]), int(mode[2]))
        case "t" if size := re.match(_SIZE, piece.parameters):
            rows, columns, height, width = map(int, size.groups())
            if 0 < rows <= _LARGEST and 0 < columns <= _LARGEST:
                return WindowSize(columns, rows, width, height)
        case "c" if attributes := re.match(_ATTRIBUTES, piece.parameters):
            return Attributes(int(attributes[1]), int(attributes[2]))
    return None


def _mouse(piece: Control) -> Mouse | None:
    found = re.match(_MOUSE, piece.parameters)
    if found is None:
        return None
    buttons, column, row = map(int, found.groups())
    if buttons & _OTHER_BUTTONS or buttons > 0xFF or not column or not row:
        return None
    return Mouse(buttons, column - 1, row - 1, piece.final == "m")
