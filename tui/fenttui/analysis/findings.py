"""What was found in the articles of a dossier: what every table and every command is made from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from fenttui.articles.article import Article
from fenttui.extract.mention import Mention


@dataclass(frozen=True, slots=True)
class Findings:
    """One article with what extraction found in it, before any correction."""

    article: Article
    """The article."""
    mentions: Sequence[Mention]
    """The actors and figures that its text mentions, in order."""


Source: TypeAlias = Iterable[Findings]
"""A source of the findings of a dossier, one article at a time: a running extraction, or stored
findings."""
