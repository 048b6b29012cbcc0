"""The documents that are made are the ones that the program and the examples of today make."""

from __future__ import annotations

import re
from types import ModuleType

import pytest

from fenttui.ui.commands import COMMANDS, full_name
from tools import figures, keys, times


@pytest.mark.parametrize("made", [figures, keys, times], ids=lambda made: made.PAGE.stem)
def test_a_page_is_up_to_date(made: ModuleType) -> None:
    assert made.PAGE.read_text("utf-8") == made.page(), f"run `make {made.PAGE.stem}`"


def test_the_page_of_keys_has_a_row_for_every_command() -> None:
    named = re.findall(r"\| `([a-z_.]+)` \|$", keys.page(), flags=re.MULTILINE)
    assert named == [full_name(command) for command in COMMANDS]
