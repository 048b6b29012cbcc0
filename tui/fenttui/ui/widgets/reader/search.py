"""Search in one article: a literal, or a regular expression that cannot hang the program."""

from __future__ import annotations

import warnings
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from fenttui.folding import Folded, fold, has_accent, has_capital
from fenttui.graphemes import whole_clusters
from fenttui.ui.widgets.reader.pattern_syntax import Syntax, read_pattern
from fenttui.ui.widgets.reader.words import is_word_cut

if TYPE_CHECKING:
    import regex

TIME_LIMIT = 0.2
"""Seconds that a pattern may take for one article."""
_LITERALLY = r"\V"
_LONGEST = 1000
"""In characters, of a regular expression."""
_MOST_REPETITIONS = 5000
"""The engine multiplies counted repetitions out before its time limit holds."""


@dataclass(frozen=True)
class Pattern:
    r"""What is searched for.

    Case is ignored unless the pattern has a capital letter, and accents are ignored unless it has one.
    Straight and typographic quotation marks are alike, and so are dashes; a space is any white space, also
    the end of a line. `^` and `$` are the ends of a paragraph. After `\V` every sign stands for itself, and
    so it does in a pattern longer than any that is typed: a passage that was pasted.
    """

    written: str
    """As it was typed."""
    literal: bool = False
    """Whether every sign stands for itself."""
    whole_words: bool = False
    """Whether a match may not be cut from a longer word; case is then ignored. Only for a literal."""

    def __bool__(self) -> bool:
        return bool(self._stripped)

    @cached_property
    def words(self) -> str | None:
        """What is searched for where no sign has a meaning of its own, else None."""
        if self.literal or self.written.startswith(_LITERALLY) or len(self.written) > _LONGEST:
            return self._stripped
        return self._syntax.literal

    @cached_property
    def case(self) -> bool:
        """Whether upper and lower case are distinguished."""
        return not self.whole_words and has_capital(self._letters)

    @cached_property
    def accents(self) -> bool:
        """Whether letters with and without accents are distinguished."""
        return has_accent(self._letters)

    @cached_property
    def problem(self) -> str | None:
        """What is wrong with the pattern, as "missing ) at 4"; None where nothing is."""
        if not self or self.words is not None:
            return None
        if self._syntax.repetitions > _MOST_REPETITIONS:
            return f"the pattern repeats more than {_MOST_REPETITIONS} times"
        # What was typed is looked at first, so that the offset of the mistake is right.
        return _mistake_in(self.written) or _mistake_in(self._syntax.source)

    def compile(self) -> regex.Pattern[str]:
        """Return the engine for a pattern that is not a literal and has no problem."""
        return _compile(self._syntax.source, self.case)

    @cached_property
    def _stripped(self) -> str:
        body = self.written if self.literal else self.written.removeprefix(_LITERALLY)
        stripped = body.strip()
        return stripped + " " if stripped.endswith("\\") and len(body.rstrip()) < len(body) else stripped

    @cached_property
    def _syntax(self) -> Syntax:
        return read_pattern(self._stripped)

    @property
    def _letters(self) -> str:
        return self._syntax.letters if self.words is None else self.words


@dataclass(frozen=True)
class Found:
    """What a search found in one article."""

    spans: Sequence[tuple[int, int]] = ()
    """The matches in order, none empty and none within another, each of whole characters."""
    problem: str | None = None
    """Why nothing was searched, or not all."""


def find(text: str, pattern: Pattern, seconds: float = TIME_LIMIT) -> Found:
    """Return the matches of `pattern` in `text`.

    Args:
        text: The text of an article.
        pattern: What is searched for. One without letters or signs finds nothing.
        seconds: How long the engine of regular expressions may work on it.
    """
    if not pattern:
        return Found()
    if pattern.words is not None:
        folded = fold(text, pattern.case, pattern.accents)
        found = list(_original(text, folded, _find_words(folded, pattern)))
        return Found(found or list(_find_as_typed(text, pattern)))
    if pattern.problem is not None:
        return Found(problem=pattern.problem)
    folded = fold(text, case=True, accents=pattern.accents)
    try:
        matches = [match.span() for match in pattern.compile().finditer(folded.text, timeout=seconds)]
    except TimeoutError:
        return Found(problem="the pattern takes too long")
    except MemoryError:
        return Found(problem="the pattern takes too much memory")
    # An inline flag can have the engine search from the end.
    return Found(list(_original(text, folded, sorted(matches))))


def word_pattern(word: str) -> Pattern:
    """Return the pattern for `word` wherever it stands alone, without the 's that may end it."""
    stripped = word[:-2] if word[-2:].lower() in ("'s", "’s") and len(word) > 2 else word
    return Pattern(stripped, literal=True, whole_words=True)


def nearest(spans: Sequence[tuple[int, int]], origin: int, forward: bool = True) -> int | None:
    """Return the index of the first match that starts at or after `origin`, around the text's end.

    Searching backward, that of the last one that starts before it. None where there is no match.
    """
    if not spans:
        return None
    after = bisect_left(spans, (origin,))
    return after % len(spans) if forward else (after - 1) % len(spans)


def position_among(spans: Sequence[tuple[int, int]], caret: int) -> str:
    """Return "3 of 38" with the caret at or after the third match; "38 matches" with it before the first."""
    number = bisect_right(spans, caret, key=lambda span: span[0])
    if not number:
        return "1 match" if len(spans) == 1 else f"{len(spans):,} matches" if spans else "no match"
    return f"{number:,} of {len(spans):,}"


def _find_words(folded: Folded, pattern: Pattern) -> Iterator[tuple[int, int]]:
    wanted = fold(pattern.words or "", pattern.case, pattern.accents).text.replace("\n", " ").strip()
    if not wanted:
        return
    text = folded.text.replace("\n", " ")
    start = text.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        if not pattern.whole_words or not (is_word_cut(text, start) or is_word_cut(text, end)):
            yield start, end
        else:
            end = start + 1
        start = text.find(wanted, end)


def _find_as_typed(text: str, pattern: Pattern) -> Iterator[tuple[int, int]]:
    """Yield the matches that folding hides: a sign without width, or a mark that is part of a letter."""
    wanted = (pattern.words or "").strip()
    if wanted.isascii() or pattern.whole_words:
        return
    start = text.find(wanted)
    while start >= 0:
        span = whole_clusters(text, start, start + len(wanted))
        yield span
        start = text.find(wanted, span[1])


def _original(text: str, folded: Folded, matches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    reached = 0
    is_ascii = text.isascii()
    for start, end in folded.spans(match for match in matches if match[0] < match[1]):
        if not is_ascii:
            start, end = whole_clusters(text, start, end)
        if start >= reached:
            yield start, end
            reached = end


def _mistake_in(source: str) -> str | None:
    import regex  # noqa: PLC0415 - 20 ms: only for a pattern that is no literal

    try:
        _compile(source, case=True)
    except regex.error as error:
        return str(error).replace(" at position ", " at ")
    except RecursionError:
        return "the pattern has too many groups in one another"
    except (ValueError, OverflowError, MemoryError) as error:
        return str(error) or "the pattern is too large"
    return None


def _compile(source: str, case: bool) -> regex.Pattern[str]:
    import regex  # noqa: PLC0415 - not at start

    flags = regex.MULTILINE if case else regex.MULTILINE | regex.IGNORECASE | regex.FULLCASE
    with warnings.catch_warnings():
        # It warns, on the screen, of what a later version may read otherwise.
        warnings.simplefilter("ignore")
        return regex.compile(source, flags)
