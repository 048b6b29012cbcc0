"""What is known of a mention, in a few rows of words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from fenttui.analysis.occurrences import aliases_in
from fenttui.extract.mention import ActorMention, Amount, Measure, Time
from fenttui.ui.values import value_in_words

if TYPE_CHECKING:
    from fenttui.extract.mention import Mention, Way

_WAYS: dict[Way, str] = {
    "name": "",
    "demonym": ", named by its people",
    "capital": ", named by its capital",
}


def facts_of(mention: Mention, mentions: Iterable[Mention], text: str) -> list[tuple[str, str]]:
    """Return what is known of a mention, as (what, value) rows.

    Args:
        mention: the mention.
        mentions: all of its article.
        text: the article's text.
    """
    named = _WAYS[mention.way] if isinstance(mention, ActorMention) else ""
    rows: list[tuple[str, str]] = [("kind", f"{mention.kind}{named}")]
    if isinstance(mention, ActorMention) and (aliases := aliases_in(text, mentions, mention.actor)):
        rows.append(("also", ", ".join(aliases)))
    if value := value_in_words(mention):
        rows.append(("value", value))
    match mention:
        case Amount(measure=Measure(change=str(change))) | Time(quantity=Measure(change=str(change))):
            rows.append(("change", change))
    return rows
