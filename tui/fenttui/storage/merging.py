"""What two programs made of the same records, merged record by record."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

Key = TypeVar("Key", bound=Hashable)
Record = TypeVar("Record")


class ClashError(Exception):
    """Raised where two changes of one record cannot both be made."""


@dataclass(frozen=True, slots=True)
class Kept(Generic[Key, Record]):
    """What is kept of a record that both sides changed."""

    records: Mapping[Key, Record]
    """The versions that stay, each under a separate key."""
    clash: str | None = None
    """A message for the user; None if there is none."""


class MergeRules(Protocol[Key, Record]):
    """How records of one kind are compared and merged. None means a missing record."""

    def same(self, one: Record, other: Record) -> bool:
        """Return whether two versions of a record are the same."""

    def join(self, base: Record | None, ours: Record | None, theirs: Record | None) -> Record | None:
        """Return the record with the changes that both sides made to `base`.

        Raises:
            ClashError: They changed the same of it.
        """

    def keep(self, key: Key, ours: Record | None, theirs: Record | None) -> Kept[Key, Record]:
        """Return what stays where `join` finds a clash; at most one of the two is None."""

    def settle(self, records: Mapping[Key, Record]) -> Mapping[Key, Record]:
        """Return merged records with what they say about each other made consistent."""

    def overruled(
        self, base: Mapping[Key, Record], theirs: Mapping[Key, Record], merged: Mapping[Key, Record]
    ) -> tuple[str, ...]:
        """Return messages for the user about the file's changes to `base` that are not in `merged`.

        Changes that `keep` has reported are left out.
        """


@dataclass(frozen=True, slots=True)
class Merged(Generic[Key, Record]):
    """The result of a merge."""

    records: Mapping[Key, Record]
    """All records."""
    clashes: tuple[str, ...]
    """Messages for the user about records that both sides changed."""


def merge_records(
    base: Mapping[Key, Record],
    ours: Mapping[Key, Record],
    theirs: Mapping[Key, Record],
    rules: MergeRules[Key, Record],
) -> Merged[Key, Record]:
    """Return the three-way merge of records by key.

    Args:
        base: The records as both sides knew them.
        ours: The records as this program has them.
        theirs: The records as the file has them now.
        rules: How two versions of a record are compared and merged.
    """
    merged: dict[Key, Record] = {}
    clashes: list[str] = []
    for key in {**ours, **theirs}:
        mine, other = ours.get(key), theirs.get(key)
        try:
            record = join_record(base.get(key), mine, other, rules)
        except ClashError:
            kept = rules.keep(key, mine, other)
            merged.update(kept.records)
            clashes += [] if kept.clash is None else [kept.clash]
        else:
            if record is not None:
                merged[key] = record
    settled = rules.settle(merged)
    return Merged(settled, (*clashes, *rules.overruled(base, theirs, settled)))


def join_record(
    base: Record | None, ours: Record | None, theirs: Record | None, rules: MergeRules[Key, Record]
) -> Record | None:
    """Return one record with the changes of both sides; None where it is removed.

    Raises:
        ClashError: Both sides changed the same of it.
    """
    if _same(base, ours, rules) or _same(ours, theirs, rules):
        return theirs
    if _same(base, theirs, rules):
        return ours
    return rules.join(base, ours, theirs)


def same_records(
    one: Mapping[Key, Record], other: Mapping[Key, Record], rules: MergeRules[Key, Record]
) -> bool:
    """Return whether two sets of records are the same."""
    return one.keys() == other.keys() and all(rules.same(one[key], other[key]) for key in one)


def _same(one: Record | None, other: Record | None, rules: MergeRules[Key, Record]) -> bool:
    if one is None or other is None:
        return one is other
    return rules.same(one, other)
