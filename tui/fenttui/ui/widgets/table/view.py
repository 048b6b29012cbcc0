"""What a table shows of its records: which ones, in which order, which of them marked; without a screen."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from fenttui.ui.widgets.table.columns import Column

R = TypeVar("R")


class TableView(Generic[R]):
    """The records of a table, sorted and filtered."""

    def __init__(
        self, columns: Sequence[Column[R]], key: Callable[[R], Hashable], tie: Callable[[R], Any], sort: str
    ) -> None:
        self._columns = tuple(columns)
        self._tie = tie
        self._sorted: list[R] = []
        self._passes: Callable[[R], bool] | None = None
        self.key = key
        """What a record is known by when records are shown anew."""
        self.sort = self._column(sort)
        """The column that the records are sorted by."""
        self.descending = self.sort.descending
        """Whether the largest comes first."""
        self.shown: Sequence[R] = ()
        """The records that pass the filter, in order."""
        self.marked: frozenset[Hashable] = frozenset()
        """The keys of the records that are marked."""

    @property
    def records(self) -> Sequence[R]:
        """All records, shown or not, in order."""
        return self._sorted

    @property
    def total(self) -> int:
        """How many records there are, shown or not."""
        return len(self._sorted)

    def show(self, records: Iterable[R]) -> None:
        """Take other records, sorted and filtered as those before."""
        self._sorted = self._in_order(records)
        self._filter_again(self._sorted)

    def filter(self, passes: Callable[[R], bool] | None, narrows: bool = False) -> None:
        """Show the records that pass, all for None; `narrows` promises that all of them passed before."""
        self._passes = passes
        self._filter_again(self.shown if narrows else self._sorted)

    def index_of(self, key: Hashable) -> int | None:
        """Return the row of the record with a key."""
        return next((at for at, record in enumerate(self.shown) if self.key(record) == key), None)

    def sort_by(self, name: str, descending: bool | None = None) -> None:
        """Sort by a column, in its own direction unless one is given."""
        self.sort = self._column(name)
        self.descending = self.sort.descending if descending is None else descending
        self.show(self._sorted)

    def cycle_sort(self, step: int) -> None:
        """Sort by the next column that records can be sorted by."""
        sortable = [column for column in self._columns if column.sort_key is not None]
        self.sort_by(sortable[(sortable.index(self.sort) + step) % len(sortable)].name)

    def toggle_mark(self, record: R) -> bool:
        """Mark a record, or take its mark away; whether it is marked now."""
        self.marked ^= {self.key(record)}
        return self.key(record) in self.marked

    def marked_records(self) -> list[R]:
        """The marked records in order, those that a filter hides among them."""
        return [record for record in self._sorted if self.key(record) in self.marked]

    def _column(self, name: str) -> Column[R]:
        return next(column for column in self._columns if column.name == name)

    def _in_order(self, records: Iterable[R]) -> list[R]:
        in_order = sorted(records, key=self._tie)
        if self.sort.sort_key is not None:
            in_order.sort(key=self.sort.sort_key, reverse=self.descending)
        return in_order

    def _filter_again(self, source: Sequence[R]) -> None:
        passes = self._passes
        self.shown = source if passes is None else [record for record in source if passes(record)]
