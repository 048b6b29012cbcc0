"""The list of articles: the content of a row, the order, the headings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, get_args

from fenttui.settings.types import Order

ORDERS: tuple[Order, ...] = get_args(Order)

ORDER_NAMES: dict[Order, str] = {
    "newest": "newest first",
    "oldest": "oldest first",
    "title": "by title",
    "unread": "unread first",
    "notes": "most notes first",
}
"""What the status line says of each order."""


@dataclass(frozen=True, slots=True)
class ArticleItem:
    """What the sidebar shows of one article."""

    id: str
    date: dt.date
    inferred: bool
    """Whether the date is only the file's modification time."""
    title: str
    notes: int = 0
    """How many annotations it has."""
    read: bool = False
    broken: bool = False
    """Whether the file could not be read."""


_KEYS: dict[Order, Callable[[ArticleItem], Any]] = {
    "newest": lambda item: (-item.date.toordinal(), item.id),
    "oldest": lambda item: (item.date.toordinal(), item.id),
    "title": lambda item: (item.title.casefold(), item.id),
    "unread": lambda item: (item.read, -item.date.toordinal(), item.id),
    "notes": lambda item: (-item.notes, -item.date.toordinal(), item.id),
}


def sort_items(items: Iterable[ArticleItem], order: Order) -> list[ArticleItem]:
    """`items` in an order; equal ones by id, so that the same dossier is listed the same everywhere."""
    return sorted(items, key=_KEYS[order])


def heading(item: ArticleItem, order: Order) -> str:
    """The heading that `item` stands under."""
    match order:
        case "newest" | "oldest":
            return f"{_MONTHS[item.date.month - 1]} {item.date.year}"
        case "unread":
            return "Read" if item.read else "Unread"
        case "notes":
            return "With notes" if item.notes else "Without notes"
        case "title":
            return ""


# strftime would answer in the locale's language.
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def long_date(date: dt.date) -> str:
    """A date as a person writes it: 2 April 2025."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"
