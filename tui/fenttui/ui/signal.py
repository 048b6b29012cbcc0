"""A signal calls its subscribers in order of subscription."""

from __future__ import annotations

from collections.abc import Callable


class Signal:
    """An event, and the functions that are called when it happens."""

    def __init__(self) -> None:
        self._subscribers: list[Callable[[], None]] = []

    def subscribe(self, subscriber: Callable[[], None]) -> None:
        """Call a function each time that the signal is published."""
        self._subscribers.append(subscriber)

    def publish(self) -> None:
        """Call all subscribers."""
        for subscriber in self._subscribers:
            subscriber()
