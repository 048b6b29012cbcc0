"""What every article of the dossier names: extracted once, kept small, for every table that asks."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from fenttui.extract.coreference.corrections import with_aliases
from fenttui.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from fenttui.articles.article import Article
    from fenttui.extract.coreference.corrections import Corrections
    from fenttui.extract.mention import Mention
    from fenttui.ui.session.library import Library


class DossierScan:
    """The mentions of the articles read so far; methods can be called from any thread."""

    def __init__(self, find_uncorrected: Callable[[Article], tuple[Mention, ...]]) -> None:
        self._find_uncorrected = find_uncorrected
        # By article: the digest of its text, and its mentions. Packed they take a kilobyte an article
        # instead of thirty, and are unpacked ten times as fast as they are found.
        self._packed: dict[str, tuple[str, bytes]] = {}

    def each(
        self, library: Library, corrections: Corrections, without: Collection[str] = ()
    ) -> Iterator[tuple[Article, list[Mention]] | None]:
        """Every article of the dossier with what it names, None for one that cannot be read.

        Args:
            library: the articles.
            corrections: the reader's word; its aliases are found, all the rest is left to the caller.
            without: ids of articles that are passed over.
        """
        for entry in library.dossier.entries:
            if entry.id in without:
                continue
            try:
                article = library.read(entry.id)
            except ProblemError:
                yield None
                continue
            yield article, with_aliases(article.text, self._mentions(article), corrections)

    def _mentions(self, article: Article) -> tuple[Mention, ...]:
        digest, packed = self._packed.get(article.id, ("", b""))
        if digest == article.sha256:
            # Our own bytes, which never left the program.
            kept: tuple[Mention, ...] = pickle.loads(zlib.decompress(packed))
            return kept
        found = self._find_uncorrected(article)
        self._packed[article.id] = article.sha256, zlib.compress(pickle.dumps(found), 1)
        return found
