"""Articles to read, and how a test writes one of its own."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

TALKS = """\
Wang Yi met Marco Rubio in Moscow on Tuesday. They spoke of tariffs.

Exports fell 25 percent in March, Wang said. China wants talks.

"The tariffs are unjustified," Wang Yi told reporters. Nobody answered him."""

TRADE = """\
Trade with China grew in 2024. Marco Rubio called for more.

Beijing spent $5 million on it."""

GRAIN = """\
Farmers in Brazil sold 3 tons of grain on 5 January 2025."""


def write_article(root: Path, name: str, body: str, date: dt.date | str | None = "2025-04-02") -> Path:
    """An article file in the dossier `root`."""
    root.mkdir(parents=True, exist_ok=True)
    path = root / f"{name}.txt"
    path.write_text(f"date {date}\n{body}\n" if date else f"{body}\n", encoding="utf-8")
    return path
