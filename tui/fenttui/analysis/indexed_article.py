"""What one article adds to the tables of its dossier, by the corrections in force."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple, TypeAlias, get_args

from fenttui.analysis.figure_rows import FigureRow, figure_rows
from fenttui.analysis.findings import Findings
from fenttui.analysis.named_actors import NamedActor, named_actors
from fenttui.analysis.sentence_context import SentenceContext
from fenttui.analysis.timeline import TimelineEntry, timeline_entries
from fenttui.articles.article import Article
from fenttui.extract.coreference.corrections import Corrections, ruled_mentions, with_aliases

Part: TypeAlias = Literal["figures", "timeline"]
"""What is indexed besides the actors, without which the others do not have their names."""
ALL_PARTS: tuple[Part, ...] = get_args(Part)


class ArticleKey(NamedTuple):
    """What an article's mentions depend on, besides the corrections."""

    id: str
    """The article's id."""
    sha256: str
    """The digest of its text."""
    date: dt.date
    """Its date, which "Tuesday" is counted from."""


def key_of(article: Article) -> ArticleKey:
    """Return the key of an article."""
    return ArticleKey(article.id, article.sha256, article.headline.date)


class Rows(NamedTuple):
    """The rows of one article."""

    figures: tuple[FigureRow, ...]
    """In the order of its text."""
    entries: tuple[TimelineEntry, ...]
    """Of the timeline, in the order of its text, its own date first."""

    def unpacked(self) -> Rows:
        """Return the rows."""
        return self


@dataclass(frozen=True, slots=True)
class PackedRows:
    """The rows of one article kept small: in a tenth of their memory."""

    packed: bytes

    def unpacked(self) -> Rows:
        """Return the rows."""
        # ~3 ms: only the screen keeps rows small.
        import pickle  # noqa: PLC0415
        import zlib  # noqa: PLC0415

        # Bytes of our own, which never left the program.
        rows: Rows = pickle.loads(zlib.decompress(self.packed))
        return rows


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """The share of one article in the tables."""

    key: ArticleKey
    corrections: Corrections
    """Those that it was made by."""
    named: tuple[NamedActor, ...]
    """The actor mentions, with the aliases found and no other correction made."""
    rows: Rows | PackedRows


def index_article(
    findings: Findings, corrections: Corrections, parts: Collection[Part] = ALL_PARTS
) -> IndexedArticle:
    """Return what an article adds to the tables.

    Args:
        findings: the article with its mentions before any correction.
        corrections: the user's corrections of actors.
        parts: what is to be indexed besides the actors.
    """
    article = findings.article
    text = article.text
    found = with_aliases(text, findings.mentions, corrections)
    ruled = ruled_mentions(text, found, corrections)
    context = SentenceContext(text, ruled)
    return IndexedArticle(
        key_of(article),
        corrections,
        named_actors(text, found, context),
        Rows(
            tuple(figure_rows(article, ruled, context)) if "figures" in parts else (),
            tuple(timeline_entries(article, ruled, context)) if "timeline" in parts else (),
        ),
    )


def packed(article: IndexedArticle) -> IndexedArticle:
    """Return the same article with its rows kept small."""
    import pickle  # noqa: PLC0415 - not at start
    import zlib  # noqa: PLC0415 - not at start

    rows = pickle.dumps(article.rows.unpacked(), pickle.HIGHEST_PROTOCOL)
    return replace(article, rows=PackedRows(zlib.compress(rows, 1)))
