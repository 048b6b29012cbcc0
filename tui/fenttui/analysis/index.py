"""The index of a dossier: what its articles say together, built up one article at a time."""

from __future__ import annotations

from collections.abc import Collection

from fenttui.analysis.dossier_view import DossierView
from fenttui.analysis.findings import Source
from fenttui.analysis.indexed_article import (
    ALL_PARTS,
    ArticleKey,
    IndexedArticle,
    PackedRows,
    Part,
    Rows,
    index_article,
)
from fenttui.analysis.tally import ActorTally
from fenttui.extract.coreference.corrections import NO_CORRECTIONS, Corrections


class DossierIndex:
    """The articles indexed so far, by the digests of their texts and the corrections in force.

    It belongs to one thread. What it gives to others is a `DossierView`, which never changes; what they give
    to it is taken only where it was made by the corrections that are still in force.
    """

    def __init__(self, corrections: Corrections = NO_CORRECTIONS) -> None:
        self._corrections = corrections
        self._rows: dict[str, Rows | PackedRows] = {}
        """By article id: the rows by the corrections in force."""
        self._tally = ActorTally(corrections)
        self._tallied: dict[str, ArticleKey] = {}
        """By article id: the key of what the tally has."""
        self._view: DossierView | None = None

    @property
    def ids(self) -> Collection[str]:
        """The ids of the articles indexed by the corrections in force."""
        return self._rows.keys()

    @property
    def tallied(self) -> Collection[str]:
        """The ids of the articles whose actors are counted."""
        return self._tallied.keys()

    def add(self, article: IndexedArticle) -> bool:
        """Take an article, replacing what it was before; return whether it was taken.

        One that was made by other corrections is dropped: it would bring back old names.
        """
        if article.corrections != self._corrections:
            return False
        key = article.key
        if self._tallied.get(key.id) != key:
            self._changeable_tally().add(key.id, key.date, article.named)
            self._tallied[key.id] = key
        self._rows[key.id] = article.rows
        self._view = None
        return True

    def correct(self, corrections: Corrections) -> None:
        """Put other corrections in force, and forget the rows of the articles that they change.

        Those articles have to be indexed again, out of the same findings. The counts of actors follow at
        once, except for aliases, which have to be looked for in the texts.
        """
        before, self._corrections = self._corrections, corrections
        if corrections == before:
            return
        if corrections.aliases != before.aliases or corrections.ignore != before.ignore:
            self.clear()
            return
        for article_id in self._tally.changed_by(corrections):
            self._rows.pop(article_id, None)
        self._changeable_tally().correct(corrections)
        self._view = None

    def clear(self) -> None:
        """Forget all articles."""
        self._rows.clear()
        self._tallied.clear()
        self._tally, self._view = ActorTally(self._corrections), None

    def view(self) -> DossierView:
        """Return what the articles indexed so far say together."""
        if self._view is None:
            # By id: the articles come in any order, and the same dossier gives the same rows.
            rows = tuple(self._rows[article_id] for article_id in sorted(self._rows))
            self._view = DossierView(rows, self._tally, self._corrections)
        return self._view

    def _changeable_tally(self) -> ActorTally:
        """Return the tally, which is copied first where a view has it that others may be reading."""
        if self._view is not None:
            self._tally, self._view = self._tally.copy(), None
        return self._tally


def index_of(source: Source, corrections: Corrections, parts: Collection[Part] = ALL_PARTS) -> DossierView:
    """Return what all articles of a source say together; the arguments are those of `index_article`."""
    index = DossierIndex(corrections)
    for findings in source:
        index.add(index_article(findings, corrections, parts))
    return index.view()
