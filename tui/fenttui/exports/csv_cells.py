"""Texts as the cells of a CSV table that a spreadsheet shows as they are."""

from __future__ import annotations

from fenttui.visible import visible

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel reads the file in the code page of the system and breaks every letter beyond ASCII."""

_FORMULA = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the start of a formula, after OWASP's "CSV Injection"."""


def csv_cell(text: str) -> str:
    """Return a text that a spreadsheet shows unchanged, with visible signs for control characters."""
    shown = visible(text.replace("\r\n", "\n"))
    return f"'{shown}" if text.startswith("\r") or shown.startswith(_FORMULA) else shown
