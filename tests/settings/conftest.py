from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_config(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The user's config.toml, which does not exist yet; no setting comes from the real environment."""
    for variable in [name for name in os.environ if name.startswith("FENTTUI_")]:
        monkeypatch.delenv(variable)
    folder = tmp_path / "config"
    folder.mkdir()
    monkeypatch.setenv("FENTTUI_CONFIG_DIR", str(folder))
    monkeypatch.setenv("FENTTUI_STATE_DIR", str(tmp_path / "state"))
    return folder / "config.toml"


@pytest.fixture
def dossier(tmp_path: Path) -> Callable[[str], Path]:
    """Makes a dossier whose fenttui.toml holds a text."""

    def make(text: str) -> Path:
        root = tmp_path / "dossier"
        root.mkdir()
        (root / "fenttui.toml").write_text(text, encoding="utf-8")
        return root

    return make
