"""What was measured as lines: a figure, and whether it reaches its goal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One figure."""

    name: str
    value: float
    least: float | None = None
    """What it is to reach."""
    most: float | None = None
    """What it is not to exceed."""
    note: str = ""

    @property
    def goal(self) -> str:
        """The goal in words, and whether it is met; empty without one."""
        if self.least is not None:
            return f">= {_number(self.least)} {'met' if self.value >= self.least else 'MISSED'}"
        if self.most is not None:
            return f"<= {_number(self.most)} {'met' if self.value <= self.most else 'MISSED'}"
        return ""


def print_lines(title: str, lines: Iterable[Line]) -> None:
    """Print a title and its lines at once, so that a long run shows how far it is."""
    print(f"\n{title}")
    for line in lines:
        print(
            f"  {line.name:<48}{_number(line.value):>12}  {line.goal:<18}  {line.note}".rstrip(), flush=True
        )


def _number(value: float) -> str:
    if abs(value) >= 1_000:
        return f"{value:,.0f}"
    return f"{value:.3f}" if abs(value) < 10 else f"{value:.1f}"
