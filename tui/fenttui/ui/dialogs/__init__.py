"""Screens that stand before another one until they are answered or left."""
