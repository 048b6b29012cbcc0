"""The words of the status line: what is at the caret, which keys to know next, what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from fenttui.ui.values import value_in_words
from fenttui.visible import visible_line

if TYPE_CHECKING:
    import datetime as dt

    from fenttui.extract.mention import Mention, Quote
    from fenttui.notes.drafts import Draft
    from fenttui.problem import Problem

HINTS = {
    "READ": "a annotate · ]a next actor · ]f next figure · K card · x export · : commands",
    "SELECT": "a annotate · y copy · o other end · escape",
    "ARTICLES": "enter reads · / filter · o order · r read · tab next pane",
    "NOTES": "enter shows · e edit · t tags · c color · d delete",
}
"""The first keys to know, by mode."""


def describe(mention: Mention, text: str) -> str:
    """A mention in a few words: `place: China (Beijing)`, `percent: 15 per cent = at most 15 percent`."""
    # Imported with the first mentions, after the first text is painted.
    from fenttui.extract.mention import ActorMention  # noqa: PLC0415

    named = text[mention.start : mention.end]
    if isinstance(mention, ActorMention):
        return f"{mention.kind}: {mention.actor}" + (f" ({named})" if named != mention.actor else "")
    value = value_in_words(mention)
    return f"{mention.kind}: {named} = {value}" if value else f"{mention.kind}: {named}"


def describe_quote(quote: Quote, text: str) -> str:
    """A quote by its speaker and its cue: `quote: Wang Yi, said`."""
    cue = f", {text[slice(*quote.cue)]}" if quote.cue else ""
    return f"quote: {quote.actor or 'unnamed'}{cue}"


def shortened(text: str, most: int = 280) -> str:
    """A passage on one line, cut in the middle where it is long."""
    line = " ".join(visible_line(text.replace("\n", " ").replace("\t", " ")).split())
    return line if len(line) <= most else f"{line[: most // 2]} … {line[-most // 3 :]}"


def tell_draft(draft: Draft, most: int = 40) -> str:
    """That a draft is kept, and at most so much of its text."""
    kept = f"a draft of {local_time(draft.saved)} is kept here, gd continues it"
    return f"{kept}: {shortened(draft.body, most)}"


def local_time(time: dt.datetime) -> str:
    """A time of day in the user's own time zone: it is shown, not stored."""
    return f"{time.astimezone():%Y-%m-%d %H:%M}"


def tell_problems(problems: Sequence[Problem | str]) -> str:
    """The first of some problems, its file by name alone, and how many there are."""
    first = problems[0]
    if isinstance(first, str):
        told = first
    else:
        where = Path(first.path).name + (f":{first.line}" if first.line is not None else "")
        told = f"{where}: {first.message}"
    return (
        told if len(problems) == 1 else f"1 of {len(problems)} problems: {told} (`fenttui check` lists all)"
    )
