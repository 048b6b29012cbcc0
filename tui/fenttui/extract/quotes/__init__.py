"""Quotes: what a text says that somebody said, who said it, and the cue that introduces it.

Direct speech is found by its quotation marks, reported speech by verbs of speech and "according to". The
method is rules over the tokens of a sentence, after Pouliquen, Steinberger and Best, "Automatic Detection of
Quotations in Multilingual News" (2007); and for speakers the order of Muzny, Fang, Chang and Jurafsky, "A
Two-stage Sieve Approach for Quote Attribution" (2017): the name beside the verb, then the office, then the
pronoun, then who spoke last.
"""

from fenttui.extract.quotes.finding import find_quotes, with_quotes

__all__ = ["find_quotes", "with_quotes"]
