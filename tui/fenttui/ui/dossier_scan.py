"""What every article of the dossier names: extracted once, kept small, for every table that asks."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from fenttui.articles.reading import read_article
from fenttui.extract.coreference.corrections import NO_CORRECTIONS, with_aliases
from fenttui.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Collection

    from fenttui.articles.article import Article
    from fenttui.extract.coreference.corrections import Corrections
    from fenttui.extract.mention import Mention
    from fenttui.ui.session import Session


class DossierScan:
    """The mentions of the articles read so far; methods can be called from any thread."""

    def __init__(self, session: Session) -> None:
        self._session = session
        # By article: the digest of its text, and its mentions. Packed they take a kilobyte an article
        # instead of thirty, and are unpacked ten times as fast as they are found.
        self._packed: dict[str, tuple[str, bytes]] = {}

    def each(
        self, corrections: Corrections, without: Collection[str] = ()
    ) -> Iterator[tuple[Article, list[Mention]] | None]:
        """Every article of the dossier with what it names, None for one that cannot be read.

        Args:
            corrections: the reader's word; its aliases are found, all the rest is left to the caller.
            without: ids of articles that are passed over.
        """
        for entry in self._session.dossier.entries:
            if entry.id in without:
                continue
            try:
                article = read_article(entry, self._session.settings.articles)
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
        found = self._session.naming.mentions(article, NO_CORRECTIONS)
        self._packed[article.id] = article.sha256, zlib.compress(pickle.dumps(found), 1)
        return found
