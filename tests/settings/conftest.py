from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.environment import use_own_folders


@pytest.fixture(autouse=True)
def own_config(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The user's config.toml, which does not exist yet; no setting comes from the real environment."""
    return use_own_folders(monkeypatch, tmp_path) / "config" / "config.toml"


@pytest.fixture
def dossier(tmp_path: Path) -> Callable[[str], Path]:
    """Makes a dossier whose fenttui.toml holds a text."""

    def make(text: str) -> Path:
        root = tmp_path / "dossier"
        root.mkdir()
        (root / "fenttui.toml").write_text(text, encoding="utf-8")
        return root

    return make
