from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from fenttui.articles.article import Entry
from fenttui.settings.types import ArticleSettings
from tests.support.checkout import ROOT


@pytest.fixture
def settings() -> ArticleSettings:
    return ArticleSettings()


@pytest.fixture
def seeds() -> Path:
    return ROOT / "seeds"


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Entry]:
    """Writes an article file and gives its entry."""

    def write(content: str | bytes, name: str = "article.txt") -> Entry:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        below = path.relative_to(tmp_path).with_suffix("").as_posix()
        return Entry(below, path, tmp_path, below)

    return write
