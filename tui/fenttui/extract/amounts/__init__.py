"""Amounts: money, percentages, measures, counts, ages and parts of a whole."""

from __future__ import annotations

from fenttui.extract.amounts.figure import Figure

__all__ = ["Figure"]
