"""Rows of single articles with the names that their actors have in the whole dossier."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from fenttui.analysis.figure_rows import FigureRow
from fenttui.analysis.timeline import TimelineEntry


def rows_with_names(rows: Iterable[FigureRow], names: Mapping[str, str]) -> list[FigureRow]:
    """Return figures with the dossier's names of their actors.

    Args:
        rows: in any order, which stays.
        names: from the name that an actor has in one article, where the dossier has another; see
            `ActorTally.joined`.
    """
    return [_row(row, names) for row in rows] if names else list(rows)


def _row(row: FigureRow, names: Mapping[str, str]) -> FigureRow:
    actor, thing = names.get(row.actor or "", row.actor), row.thing
    if thing is not None and not names.keys().isdisjoint(thing.actors):
        thing = thing._replace(actors=tuple(sorted({names.get(each, each) for each in thing.actors})))
    if (actor, thing) == (row.actor, row.thing):
        return row
    return replace(row, actor=actor, thing=thing)


def entries_with_names(entries: Iterable[TimelineEntry], names: Mapping[str, str]) -> list[TimelineEntry]:
    """Return entries of a timeline with the dossier's names of their actors, as `rows_with_names` does."""
    return [_entry(entry, names) for entry in entries] if names else list(entries)


def _entry(entry: TimelineEntry, names: Mapping[str, str]) -> TimelineEntry:
    if names.keys().isdisjoint(entry.actors):
        return entry
    return replace(entry, actors=tuple(dict.fromkeys(names.get(each, each) for each in entry.actors)))
