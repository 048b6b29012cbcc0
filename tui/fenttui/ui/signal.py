"""A signal: what has changed is told to those who asked to know, in the order in which they asked."""

from __future__ import annotations

from collections.abc import Callable


class Signal:
    """Something that happens, and the functions that are called when it does."""

    def __init__(self) -> None:
        self._subscribers: list[Callable[[], None]] = []

    def subscribe(self, subscriber: Callable[[], None]) -> None:
        """Call a function each time from now on."""
        self._subscribers.append(subscriber)

    def publish(self) -> None:
        """Call all that subscribed."""
        for subscriber in self._subscribers:
            subscriber()
