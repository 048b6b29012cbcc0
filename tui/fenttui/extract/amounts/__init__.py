"""Amounts: money, percentages, quantities, counts, ages and parts of a whole."""
