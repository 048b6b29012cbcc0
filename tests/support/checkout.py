"""Where the files of this checkout are."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
"""The folder of pyproject.toml."""
SAMPLES = Path(__file__).with_name("samples")
"""The folder of the marked texts."""
