"""What a line can be completed to: the names of a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence


def completed_from(names: Sequence[str]) -> Callable[[str], Sequence[str]]:
    """Return what completes a line to one of `names` that begins with it, in either case."""

    def completed(line: str) -> Sequence[str]:
        folded = line.casefold()
        return [name for name in names if name.casefold().startswith(folded)]

    return completed
