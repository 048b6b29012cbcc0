"""The user's own editor on a text, while it has the terminal."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shlex
import shutil
import signal
import sys
import tempfile
import termios
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from fenttui.paths import state_folder
from fenttui.problem import reason
from fenttui.storage.regular_files import read_regular
from fenttui.visible import visible_line

_LOOK_AGAIN = 1.0
"""Seconds until what the editor has saved so far is looked at."""


@dataclass(frozen=True, slots=True)
class Edited:
    """What came back from the editor."""

    text: str | None
    """The text; None where the one before stays."""
    said: str
    """What happened, in a sentence."""


async def edit_outside(
    app: App[Any], text: str, environment: Mapping[str, str], saved: Callable[[str], None]
) -> Edited:
    """Open the user's editor on a text and wait for its end; signals are handled meanwhile.

    Args:
        app: Gives the terminal away and takes it back.
        text: The text.
        environment: Has `VISUAL` or `EDITOR`, with arguments as a shell has them.
        saved: Called with the text each time that the editor has saved it.
    """
    written = environment.get("VISUAL") or environment.get("EDITOR") or ""
    try:
        command = _command_of(written)
    except ValueError:
        return Edited(
            None, f"the editor {visible_line(written)} cannot be called: a quote in it is not closed"
        )
    if not command:
        return Edited(None, "no editor is set; put its name into $VISUAL or $EDITOR")
    name = visible_line(Path(command[0]).name)
    if shutil.which(command[0]) is None:
        return Edited(None, f"the editor {name} is not found; name one in $VISUAL or $EDITOR that is")
    try:
        file = _new_file(text)
    except (OSError, UnicodeEncodeError) as error:
        why = reason(error) if isinstance(error, OSError) else "the text is not Unicode"
        return Edited(None, f"no file for the editor can be made, {why}")
    try:
        with app.suspend(), _signals_for_the_editor(), _attributes_kept():
            # Nothing may be raised from here: the terminal would not be taken back.
            code = await _run([*command, str(file)], file, text, saved)
    except SuspendNotSupported:
        _remove(file)
        return Edited(None, "the terminal cannot be given to an editor here")
    if isinstance(code, OSError):
        _remove(file)
        return Edited(None, f"the editor {name} cannot be started, {reason(code)}")
    return _come_back(file, text, name, code)


def _command_of(written: str) -> list[str]:
    """Return a command with its arguments.

    Raises:
        ValueError: A quote is not closed.
    """
    command = shlex.split(written)
    # The shell has not done it in a quoted value. A Path would drop a leading `./`.
    return [os.path.expanduser(part) for part in command[:1]] + command[1:]  # noqa: PTH111


async def _run(command: Sequence[str], file: Path, text: str, saved: Callable[[str], None]) -> int | OSError:
    """Run the editor; return its exit code, negative for a signal, or why it cannot be started."""
    try:
        # The terminal is where the screen was painted; the standard output may be elsewhere.
        process = await asyncio.create_subprocess_exec(*command, stdout=sys.__stderr__)
    except OSError as error:
        return error
    ended = asyncio.ensure_future(process.wait())
    known = text
    try:
        while not (await asyncio.wait({ended}, timeout=_LOOK_AGAIN))[0]:
            with contextlib.suppress(OSError, ValueError):
                if (now := _read(file, text)) != known:
                    known = now
                    saved(now)
        return ended.result()
    except asyncio.CancelledError:
        # The program ends: the editor must not stay on a terminal that the shell takes back.
        with contextlib.suppress(ProcessLookupError):
            process.send_signal(signal.SIGHUP)
        raise


@contextlib.contextmanager
def _signals_for_the_editor() -> Iterator[None]:
    """Let ctrl+c reach the editor and not this program; what is ignored here would be ignored there, too."""

    def nothing(*_: object) -> None:
        """The editor's."""

    before = {number: signal.signal(number, nothing) for number in (signal.SIGINT, signal.SIGQUIT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextlib.contextmanager
def _attributes_kept() -> Iterator[None]:
    """Restore the terminal's attributes afterwards: an editor that is killed leaves its own."""
    descriptor = sys.__stdin__.fileno() if sys.__stdin__ else 0
    try:
        attributes = termios.tcgetattr(descriptor)
    except termios.error:
        yield
        return
    try:
        yield
    finally:
        with contextlib.suppress(termios.error):
            termios.tcsetattr(descriptor, termios.TCSANOW, attributes)


def _come_back(file: Path, text: str, name: str, code: int) -> Edited:
    """Return what the editor left; its file is removed unless that would lose what was written."""
    try:
        now = _read(file, text)
    except FileNotFoundError:
        _remove(file)
        return Edited(None, f"the editor {name} has removed its file; the note is as it was")
    except OSError as error:
        return Edited(
            None, f"what the editor has written is not read, {reason(error)}: {visible_line(str(file))}"
        )
    except ValueError:
        return Edited(None, f"what the editor has written is not UTF-8: {visible_line(str(file))}")
    if code != 0:
        ended = f"was ended by signal {-code}" if code < 0 else f"ended with exit code {code}"
        if now == text:
            _remove(file)
            return Edited(None, f"the editor {name} {ended}; the note is as it was")
        return Edited(None, f"the editor {name} {ended}; what it has saved is in {visible_line(str(file))}")
    _remove(file)
    if now == text:
        return Edited(None, f"{name} has changed nothing; one with a window has to wait: code --wait")
    return Edited(now, f"back from {name} · ^s saves")


def _new_file(text: str) -> Path:
    """Return a new file with the text, in a new folder that only the user may enter.

    Raises:
        OSError: It cannot be made.
        UnicodeEncodeError: The text has half of a surrogate pair.
    """
    content = text.encode()
    above = state_folder() / "editing"
    above.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="note-", dir=above))
    file = folder / "note.md"
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(content)
    except OSError:
        _remove(file)
        raise
    return file


def _read(file: Path, before: str) -> str:
    """Return the text in the file, without the line break that editors put at its end.

    Raises:
        OSError: It cannot be read.
        ValueError: It is not UTF-8.
    """
    text = read_regular(file).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    return text if text == before or before.endswith("\n") else text.removesuffix("\n")


def _remove(file: Path) -> None:
    """Remove the file with its folder, where editors leave copies of their own."""
    shutil.rmtree(file.parent, ignore_errors=True)
