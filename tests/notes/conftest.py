from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from fenttui.articles.article import Article, Entry, Headline
from tests.support.environment import use_own_folders

TEXT = (
    "China said that the tariff increase is unjustified.\n\n"
    "If the U.S. wants cooperation, then it should cancel the unjustified tariff increase and engage "
    "in equal dialogue, China said."
)


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_own_folders(monkeypatch, tmp_path)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "dossier"
    folder.mkdir()
    return folder


@pytest.fixture
def make_article(root: Path) -> Callable[..., Article]:
    def make(text: str = TEXT, name: str = "talks") -> Article:
        entry = Entry(id=name, path=root / f"{name}.txt", root=root, name=name)
        return Article(entry, Headline(dt.date(2025, 4, 2), "header", "China said"), text)

    return make


@pytest.fixture
def article(make_article: Callable[..., Article]) -> Article:
    return make_article()


@pytest.fixture
def notes_file(root: Path) -> Path:
    return root / "annotations" / "talks.toml"


@pytest.fixture
def clock() -> Callable[[], dt.datetime]:
    """A clock that goes on by a minute each time it is read."""
    now = dt.datetime(2025, 4, 3, 9, 12, 44, 987654, tzinfo=dt.UTC)

    def read() -> dt.datetime:
        nonlocal now
        now += dt.timedelta(minutes=1)
        return now

    return read
