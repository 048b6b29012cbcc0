"""Opening another dossier instead of the one that is open."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from fenttui.problem import ProblemError
from fenttui.visible import visible_line

if TYPE_CHECKING:
    from fenttui.ui.host import KeyedHost
    from fenttui.ui.session.session import Session


async def open_another(host: KeyedHost, session: Session, paths: Sequence[Path], forced: bool) -> None:
    """Show another dossier once its files are found; nothing changes where that is not possible.

    Args:
        host: the screen on which it was asked for.
        session: what is open.
        paths: what to open.
        forced: whether what cannot be saved stays behind, as drafts.
    """
    name = visible_line(" ".join(map(str, paths)))
    host.tell_progress(f"opening {name}")
    try:
        other = await asyncio.to_thread(session.another, paths)
    except ProblemError as error:
        host.say(str(error), error=True)
        return
    finally:
        host.tell_progress("")
    problem = session.save_notes()
    if problem is not None and not forced:
        host.say(f"{problem} (:e! opens {name} and keeps a draft of what is not saved)", error=True)
    elif host.app.screen is not cast("object", host):
        host.say(f"{name} was not opened: something else was opened first; :e opens it")
    else:
        host.program.show_session(other)
