from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fenttui.articles.article import Article, Entry, Headline
from fenttui.exports import ArticleNotes
from fenttui.notes.anchoring import anchor_note, in_text_order, make_target
from fenttui.notes.annotation import Annotation, Target
from tests.support.environment import use_own_folders

CREATED = dt.datetime(2025, 4, 3, 9, 12, 44, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    use_own_folders(monkeypatch, tmp_path_factory.mktemp("home"))


@pytest.fixture
def make_chapter() -> Callable[..., ArticleNotes]:
    """An article with one note for each (passage, fields); the passage None is the whole article."""

    def make(
        text: str,
        *notes: tuple[str | None, dict[str, object]],
        name: str = "talks",
        headline: Headline | None = None,
    ) -> ArticleNotes:
        root = Path("/dossier")
        headline = headline or Headline(dt.date(2025, 4, 2), "header", "China said")
        article = Article(Entry(name, root / f"{name}.txt", root, name), headline, text)
        annotations = []
        for number, (passage, fields) in enumerate(notes):
            target = None
            if passage is not None:
                start = text.find(passage)
                target = make_target(text, start, start + len(passage)) if start >= 0 else orphan(passage)
            values: dict[str, Any] = {"created": CREATED, "modified": CREATED, "target": target, **fields}
            annotations.append(Annotation(id=f"id-{number}", **values))
        return ArticleNotes(article, in_text_order(anchor_note(text, note) for note in annotations))

    return make


def orphan(passage: str) -> Target:
    return make_target(passage, 0, len(passage))
