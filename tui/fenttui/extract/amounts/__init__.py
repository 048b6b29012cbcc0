"""Amounts: money, percentages, measures, counts, ages and parts of a whole."""
