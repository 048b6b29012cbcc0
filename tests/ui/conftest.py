from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from fenttui.extract.mention import Amount, Mention
from fenttui.paths import bundled
from tests.support.dossiers import GRAIN, TALKS, TRADE, write_article
from tests.support.environment import use_own_folders


@pytest.fixture(autouse=True)
def own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Empty folders for config, data and state; nothing comes from who runs the tests."""
    for name in ("NO_COLOR", "TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return use_own_folders(monkeypatch, tmp_path)


@pytest.fixture
def own_config(own_folders: Path) -> Path:
    """The user's config.toml, which does not exist yet."""
    return own_folders / "config" / "config.toml"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A copy of the bundled dossier, to write notes in."""
    root = tmp_path / "seeds"
    shutil.copytree(bundled("seeds"), root, ignore=shutil.ignore_patterns("annotations"))
    return root


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """Three short articles of three months; the newest, `talks`, is the one that opens."""
    root = tmp_path / "tariffs"
    write_article(root, "talks", TALKS, "2025-04-02")
    write_article(root, "trade", TRADE, "2025-03-13")
    write_article(root, "grain", GRAIN, "2025-01-07")
    return root


DUTIES = "Chile raised its tariffs on all Peruvian imports to {} percent on Tuesday."


@pytest.fixture
def duties(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two articles that differ on the tariffs of Chile, and one about tea; it is known what is measured."""
    from fenttui.extract import extraction

    extract = extraction.extract

    def with_what_is_measured(text: str, date: dt.date | None, *rest: Any) -> tuple[Mention, ...]:
        at = text.find("tariffs on all Peruvian imports")
        of = (at, at + len("tariffs on all Peruvian imports")) if at >= 0 else None
        return tuple(
            replace(mention, measure=replace(mention.measure, of=of))
            if isinstance(mention, Amount)
            else mention
            for mention in extract(text, date, *rest)
        )

    monkeypatch.setattr(extraction, "extract", with_what_is_measured)
    root = tmp_path / "duties"
    write_article(root, "one", DUTIES.format(30), "2025-03-13")
    write_article(root, "two", DUTIES.format(40), "2025-04-02")
    write_article(root, "tea", "Tea rose 5 percent.", "2025-04-03")
    return root
