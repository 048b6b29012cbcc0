"""Dates, times of day, durations and sets in a text, with their TIMEX3 values."""
