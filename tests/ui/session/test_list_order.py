from __future__ import annotations

import datetime as dt
import itertools

import pytest

from fenttui.settings.types import Order
from fenttui.ui.session.list_order import ORDER_NAMES, ORDERS, ArticleItem, heading, long_date, sort_items

ITEMS = (
    ArticleItem("a", dt.date(2025, 3, 13), False, "trade", notes=2, read=True),
    ArticleItem("b", dt.date(2025, 4, 2), False, "Wang", notes=0, read=False),
    ArticleItem("c", dt.date(2025, 4, 2), False, "Zhang", notes=5, read=True),
    ArticleItem("d", dt.date(2024, 1, 1), False, "Grain", notes=0, read=False),
)


@pytest.mark.parametrize(
    ("order", "ids"),
    [("newest", "bcad"), ("oldest", "dabc"), ("title", "dabc"), ("unread", "bdca"), ("notes", "cabd")],
)
def test_an_order_is_the_same_whatever_came_first(order: Order, ids: str) -> None:
    for items in itertools.permutations(ITEMS):
        assert "".join(item.id for item in sort_items(items, order)) == ids


@pytest.mark.parametrize(
    ("order", "headings"),
    [
        ("newest", ["April 2025", "March 2025", "January 2024"]),
        ("oldest", ["January 2024", "March 2025", "April 2025"]),
        ("unread", ["Unread", "Read"]),
        ("notes", ["With notes", "Without notes"]),
        ("title", [""]),
    ],
)
def test_each_heading_stands_once(order: Order, headings: list[str]) -> None:
    in_order = [heading(item, order) for item in sort_items(ITEMS, order)]
    assert [name for name, _ in itertools.groupby(in_order)] == headings


def test_every_order_has_a_name_for_the_status_line() -> None:
    assert set(ORDER_NAMES) == set(ORDERS)


def test_a_date_is_written_out_in_english() -> None:
    assert long_date(dt.date(2025, 4, 2)) == "2 April 2025"
