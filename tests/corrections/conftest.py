from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.environment import use_own_folders


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_own_folders(monkeypatch, tmp_path)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "dossier"
    folder.mkdir()
    return folder
