"""Drives the app without a terminal: presses keys, waits until all is quiet, and looks at what is painted."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from types import MappingProxyType

from rich.segment import Segment
from textual import events
from textual.geometry import Offset
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget

from fenttui.articles.dossier import open_dossier
from fenttui.keymap.sequence import parse_sequence
from fenttui.settings.loading import load_settings
from fenttui.ui.app import FenttuiApp
from fenttui.ui.screens.reading import ReadingScreen
from fenttui.ui.session.session import Session
from fenttui.ui.widgets.notes_panel import NotesPanel
from fenttui.ui.widgets.reader.reader import Reader
from fenttui.ui.widgets.sidebar import Sidebar

_CHARACTERS = {"space": " ", "enter": "\r", "tab": "\t"}
_LONGEST = 30.0
"""Seconds after which what is not quiet is a failure."""
_STILL = 3
"""Looks in a row that find nothing to do: then all is at rest."""
_SHORT = 0.002
"""Seconds until something that goes on is looked at again."""


def key_event(key: str) -> events.Key:
    """The event of one key, as a terminal's keyboard gives it."""
    if len(key) == 1:
        return events.Key(_character_to_key(key), key)
    return events.Key(key, _CHARACTERS.get(key))


class AppPilot:
    """Does in a running app what a user does, and tells what a user sees."""

    def __init__(self, app: FenttuiApp, textual_pilot: Pilot[int]) -> None:
        self.app = app
        self.textual_pilot = textual_pilot
        self.written: list[str] = []
        """What was written to the terminal since `listen`."""

    # What a user does

    async def press(self, *sequences: str) -> None:
        """Press keys as config.toml writes them (`]a` is two), in one burst; then wait."""
        self.burst(*sequences)
        await self.quiet()

    async def type(self, text: str) -> None:
        """Type text, in one burst; then wait."""
        self.burst_of_text(text)
        await self.quiet()

    def burst(self, *sequences: str) -> None:
        """Press keys without waiting for anything."""
        for sequence in sequences:
            for key in parse_sequence(sequence):
                self.send(key_event(key))

    def burst_of_text(self, text: str) -> None:
        """Type text without waiting for anything."""
        for char in text:
            self.send(key_event("enter" if char == "\n" else char))

    def send(self, event: events.Event) -> None:
        """Let an event come from the terminal."""
        assert self.app._driver is not None
        event.set_sender(self.app)
        self.app._driver.send_message(event)

    def inside(self, pane: Widget, x: int, y: int) -> tuple[int, int]:
        """The offset from a pane's corner of a cell of its content."""
        corner, content = pane.region.offset, pane.content_region.offset
        return content.x - corner.x + x, content.y - corner.y + y

    def drag(self, pane: Widget, x: int, y: int) -> None:
        """Move the mouse to a cell of a pane's content with the left button held."""
        at = Offset(x, y) + pane.content_region.offset
        self.send(
            events.MouseMove(
                None, at.x, at.y, 1, 0, 1, shift=False, meta=False, ctrl=False, screen_x=at.x, screen_y=at.y
            )
        )

    async def quiet(self) -> None:
        """Wait until no key, no worker, no message and nothing to paint is left."""
        async with asyncio.timeout(_LONGEST):
            still = 0
            while still < _STILL and not self.app._exit:
                await self.textual_pilot._wait_for_screen()
                still = 0 if self._is_busy() else still + 1
                for screen in self.app.screen_stack:
                    # Painted now, not at the next frame.
                    screen._on_timer_update()
                await asyncio.sleep(0 if still else _SHORT)

    def _is_busy(self) -> bool:
        """Whether anything is left to do that goes on without a key."""
        if self.app._typed or any(not worker.is_finished for worker in self.app.workers):
            return True
        screens = self.app.screen_stack
        if any(screen.is_current and (screen._dirty_widgets or screen._callbacks) for screen in screens):
            return True
        pumps = [self.app, *screens, *(node for screen in screens for node in screen.walk_children())]
        return any(pump.message_queue_size or pump._next_callbacks for pump in pumps)

    async def resize(self, width: int, height: int) -> None:
        """Give the terminal another size."""
        await self.textual_pilot.resize_terminal(width, height)
        await self.quiet()

    # What a user sees

    @property
    def reading(self) -> ReadingScreen:
        """The reading screen, even behind a dialog."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, ReadingScreen)
        return screen

    @property
    def reader(self) -> Reader:
        """The main pane."""
        return self.reading.reader

    @property
    def sidebar(self) -> Sidebar:
        """The list of articles."""
        return self.reading.sidebar

    @property
    def notes(self) -> NotesPanel:
        """The annotations panel."""
        return self.reading.notes_panel

    @property
    def status(self) -> str:
        """What the status line says."""
        return self.reading.status.text

    @property
    def text(self) -> str:
        """The text of the open article."""
        return self.reader.page.text

    @property
    def caret(self) -> int:
        """The caret's offset."""
        return self.reader.caret

    @property
    def selected(self) -> str | None:
        """The text that is selected."""
        span = self.reader.selected()
        return None if span is None else self.text[slice(*span)]

    def strips(self) -> list[Strip]:
        """The whole screen as it is painted, dialogs before what is under them."""
        return self.app.screen._compositor.render_strips()

    def screen(self) -> str:
        """The text of the whole screen."""
        return "\n".join(strip.text for strip in self.strips())

    def rows(self, pane: Widget) -> list[str]:
        """The text of one pane, row by row, its border left out."""
        x, y, width, height = pane.content_region
        return [strip.crop(x, x + width).text for strip in self.strips()[y : y + height]]

    def segments(self, pane: Widget) -> list[Segment]:
        """All that is painted of one pane."""
        return [segment for y in range(pane.size.height) for segment in pane.render_line(y)]

    def looks_of(self, pane: Widget, text: str) -> list[Segment]:
        """The painted segments of a pane that hold `text`."""
        return [segment for segment in self.segments(pane) if text in segment.text]

    def listen(self) -> None:
        """Keep what is written to the terminal from here on, each write in `written`."""
        assert self.app._driver is not None
        write = self.written.append
        self.app._driver.write = write  # type: ignore[assignment, method-assign]  # nothing goes to a terminal

    def forget(self) -> None:
        """Forget what was written so far."""
        self.written.clear()


@asynccontextmanager
async def open_app(
    *paths: Path,
    size: tuple[int, int] = (120, 40),
    ansi: bool = False,
    flags: Mapping[str, object] = MappingProxyType({}),
) -> AsyncIterator[AppPilot]:
    """The reader opened on `paths`, quiet."""
    app = new_app(*paths, ansi=ansi, flags=flags)
    async with app.run_test(size=size) as textual_pilot:
        pilot = AppPilot(app, textual_pilot)
        await pilot.quiet()
        yield pilot


def new_app(
    *paths: Path, ansi: bool = False, flags: Mapping[str, object] = MappingProxyType({})
) -> FenttuiApp:
    """The app on `paths`, with the settings that are in force there."""
    dossier = open_dossier(paths)
    return FenttuiApp(Session(paths, dossier, load_settings(dossier.roots, flags)), ansi=ansi)
