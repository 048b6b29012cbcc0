from __future__ import annotations

import sys

from benchmarks.walks import Counter
from fenttui.ui.widgets.table.columns import fit_text
from fenttui.visible import visible_line


def counted(end: str = "") -> Counter:
    counter = Counter()
    before = sys.getprofile()
    sys.setprofile(counter)
    try:
        counter.begin(end)
        fit_text("tariffs", 12)
        visible_line("tariffs")
    finally:
        sys.setprofile(before)
    return counter


def test_a_call_from_another_file_is_a_move_and_one_from_outside_the_package_is_none() -> None:
    counter = counted()
    assert (counter.calls, counter.moves, counter.has_ended) == (3, 1, False)


def test_a_way_ends_with_the_return_of_its_function() -> None:
    counter = counted("visible_line")
    assert (counter.calls, counter.moves, counter.has_ended) == (2, 1, True)
