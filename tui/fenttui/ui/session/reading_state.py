"""Which articles were read, and the position in each: kept between sessions; losing it costs nothing else."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from fenttui.paths import state_folder
from fenttui.storage.atomic import write_atomically
from fenttui.storage.regular_files import read_regular


@dataclass
class ReadingState:
    """The reading state of one dossier."""

    read: set[str] = field(default_factory=set)
    """Ids of the articles that were read."""
    carets: dict[str, int] = field(default_factory=dict)
    """The caret's offset by article id."""
    open_id: str | None = None
    """The article that was open at the end."""

    def mark_read(self, article_id: str, read: bool = True) -> None:
        """Remember that an article was read, or forget it."""
        if read:
            self.read.add(article_id)
        else:
            self.read.discard(article_id)

    def keep_location(self, article_id: str, offset: int) -> None:
        """Remember the open article and the caret in it."""
        self.open_id = article_id
        self.carets[article_id] = offset


def state_file(roots: Iterable[Path]) -> Path:
    """Return the file that keeps the reading state of the dossier under `roots`."""
    key = "\n".join(sorted(str(root.resolve()) for root in roots))
    digest = hashlib.sha256(key.encode("utf-8", "surrogateescape")).hexdigest()[:24]
    return state_folder() / "reading" / f"{digest}.json"


def load_state(path: Path) -> ReadingState:
    """Return the state kept at `path`; an empty one if it cannot be read."""
    try:
        kept = json.loads(read_regular(path).decode("utf-8"))
        return ReadingState(
            read={str(each) for each in kept["read"]},
            carets={str(name): int(offset) for name, offset in kept["carets"].items()},
            open_id=kept["open"] if isinstance(kept["open"], str) else None,
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return ReadingState()


def save_state(path: Path, state: ReadingState) -> None:
    """Write `state` to `path`; on a full disk or in a read-only home only this is lost."""
    kept = {"read": sorted(state.read), "carets": dict(sorted(state.carets.items())), "open": state.open_id}
    try:
        write_atomically(path, json.dumps(kept, ensure_ascii=True).encode(), durable=False)
    except OSError:
        return
