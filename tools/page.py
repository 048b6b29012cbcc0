"""Where the documents are, and how one is written."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
"""The folder of README.md."""


def write_page(path: Path, text: str) -> None:
    """Write a document that is made from something else, where it is not the same already."""
    if path.exists() and path.read_text("utf-8") == text:
        return
    path.write_text(text, "utf-8")
    print(f"{path.relative_to(ROOT)}: the page is new")
