"""Which articles have the words and the actors that a filter asks for; for a thread, it stores nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fenttui.problem import ProblemError
from fenttui.ui.session.filter import passes_text

if TYPE_CHECKING:
    from fenttui.articles.article import Article, Entry
    from fenttui.extract.coreference.corrections import Corrections
    from fenttui.extract.mention import Mention
    from fenttui.ui.session.filter import Filter
    from fenttui.ui.session.library import Library


@dataclass(frozen=True, slots=True)
class Match:
    """One article that was read for a filter."""

    article: Article
    passes: bool
    uncorrected: tuple[Mention, ...] | None
    """Its mentions before all corrections, where the filter needed them."""


def matches(
    entries: Iterable[Entry],
    wanted: Filter,
    library: Library,
    find_uncorrected: Callable[[Article], tuple[Mention, ...]],
    corrections: Corrections,
) -> list[Match]:
    """Read each of `entries` as far as the filter needs it; those that cannot be read are left out."""
    found = (_match(entry, wanted, library, find_uncorrected, corrections) for entry in entries)
    return [match for match in found if match is not None]


def _match(
    entry: Entry,
    wanted: Filter,
    library: Library,
    find_uncorrected: Callable[[Article], tuple[Mention, ...]],
    corrections: Corrections,
) -> Match | None:
    # ~20 ms: the first article is on the screen before.
    from fenttui.extract.coreference.corrections import corrected  # noqa: PLC0415
    from fenttui.extract.mention import ActorMention  # noqa: PLC0415

    try:
        article = library.read(entry.id)
    except ProblemError:
        return None
    uncorrected: tuple[Mention, ...] | None = None

    def actors() -> list[str]:
        nonlocal uncorrected
        uncorrected = find_uncorrected(article)
        mentions = corrected(article.text, uncorrected, corrections)
        return [mention.actor for mention in mentions if isinstance(mention, ActorMention)]

    passes = passes_text(wanted, library.headlines[entry.id].title, article.text, actors)
    return Match(article, passes, uncorrected)
