"""The reader: the text with its jumps, its search and its selection, as the commands call them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from fenttui.ui.session.position import position_at
from fenttui.ui.widgets.reader.caret_view import CaretView
from fenttui.ui.widgets.reader.jumps import Location, Trail, is_actor, is_figure, jump
from fenttui.ui.widgets.reader.passages import sentence_span
from fenttui.ui.widgets.reader.spans import Spans
from fenttui.ui.widgets.reader.words import word_span

if TYPE_CHECKING:
    from fenttui.articles.article import Article
    from fenttui.extract.mention import Mention, Quote
    from fenttui.ui.widgets.looks import Looks
    from fenttui.ui.widgets.reader.search import Pattern
    from fenttui.ui.widgets.reader.text_view import Here


class Reader(CaretView):
    """One article. What a key did is returned as words, empty where the text itself shows it."""

    BORDER_TITLE = "No article"

    def __init__(
        self,
        looks: Looks,
        caret_moved: Callable[[Here], None],
        *,
        measure: int = 76,
        tab_width: int = 8,
        highlight: Sequence[str] = (),
    ) -> None:
        super().__init__(looks, caret_moved, measure=measure, tab_width=tab_width, highlight=highlight)
        self.trail = Trail()
        """Where jumps began, and the marks."""
        self.pattern: Pattern | None = None
        """What was last searched for; false or None where nothing was."""
        self.searches_forward = True
        """The direction of the last search, in which `search_on` continues."""
        self.search_problem: str | None = None
        """Why the last search found nothing in this article, where the pattern is the reason."""

    def show_article(self, article: Article, caret: int = 0) -> None:
        """Show `article`; a search continues in it."""
        super().show_article(article, caret)
        if self.pattern:
            self._mark_matches()

    # The current location, and earlier ones

    @property
    def location(self) -> Location | None:
        """Where the caret is; None without an article."""
        return self._location_at(self.caret)

    def leave(self, screen: str | None = None, origin: int | None = None) -> None:
        """Remember a location for `ctrl+o`.

        Args:
            screen: The table over the text, where the jump begins in one.
            origin: The offset; None for the caret's.
        """
        here = self._location_at(self.caret if origin is None else origin, screen)
        if here is not None:
            self.trail.leave(here)

    def _location_at(self, offset: int, screen: str | None = None) -> Location | None:
        if self.article is None:
            return None
        return Location(self.article.id, offset, screen, position_at(self.article.text, offset))

    def go_to(self, offset: int) -> None:
        """Jump to an offset, opening the fold that hides it."""
        self.leave()
        self.open_at(offset)
        self.move_to(offset)

    def set_mark(self, letter: str) -> str:
        """Mark where the caret is with a letter."""
        location = self.location
        if location is None:
            return "no article is open"
        self.trail.marks[letter] = location
        return f"mark {letter} set; '{letter} comes back here"

    # What is at the caret

    @property
    def mention_here(self) -> Mention | None:
        """The actor or figure at the caret."""
        span = self.marks.mentions.at(self.caret)
        return span.item if span else None

    @property
    def known_here(self) -> Mention | Quote | None:
        """The mention at the caret, else the quote around it."""
        span = self.quotes.at(self.caret)
        return self.mention_here or (span.item if span else None)

    @property
    def note_here(self) -> str | None:
        """The id of the note at the caret."""
        span = self.marks.notes.at(self.caret)
        return span.item.id if span else None

    def annotation_span(self) -> tuple[int, int]:
        """Return what `a` annotates: the selection without outer white space, else the sentence."""
        page = self.page
        start, end = self.selected() or sentence_span(page, self.caret)
        text = page.text[start:end]
        start += len(text) - len(text.lstrip())
        return start, start + max(1, len(text.strip()))

    def toggle_selection(self, lines: bool) -> None:
        """Select characters or lines from the caret on; end a selection that is being made."""
        if self.selection_anchor is not None and self.selects_lines == lines:
            self.end_selection()
        elif self.selection_anchor is not None:
            self.selects_lines = lines
            self._repaint()
        else:
            self.start_selection(lines)

    # Search

    @property
    def wanted(self) -> str:
        """What was last searched for, as it was typed."""
        return self.pattern.written if self.pattern else ""

    def search(self, wanted: Pattern, origin: int, forward: bool = True) -> int:
        """Mark every match and go to the first at or after `origin`, or before it; return how many."""
        from fenttui.ui.widgets.reader.search import nearest  # noqa: PLC0415 - 5 ms: not at start

        self.pattern, self.searches_forward = wanted, forward
        matches = self._mark_matches()
        index = nearest(matches, origin, forward)
        target = origin if index is None else matches[index][0]
        self.open_at(target)
        self.move_to(target)
        return len(matches)

    @property
    def match_position(self) -> str:
        """Which match the caret is at or after: "3 of 38"."""
        from fenttui.ui.widgets.reader.search import position_among  # noqa: PLC0415 - not at start

        return position_among([span[:2] for span in self.marks.matches], self.caret)

    def search_word(self, count: int) -> str:
        """Go to the next occurrence of the caret's whole word, or the one before for a negative count."""
        from fenttui.ui.widgets.reader.search import word_pattern  # noqa: PLC0415 - not at start

        start, end = word_span(self.page, self.caret)
        word = self.page.text[start:end]
        if not any(map(str.isalnum, word)):
            return "no word here; ]a goes to the next actor"
        self.pattern, self.searches_forward = word_pattern(word), count > 0
        self._mark_matches()
        self.move_to(start)
        return self.search_on(abs(count))

    def search_on(self, count: int) -> str:
        """Go to the next match in the direction of the search, against it for a negative count."""
        if not self.pattern:
            return "nothing was searched for yet; / searches"
        count = count if self.searches_forward else -count
        if not len(self.marks.matches):
            self._mark_matches()
        matches = self.marks.matches
        for hidden in {self.page.layout.fold_at(span.start) for span in matches} - {None}:
            if hidden is not None:
                self.toggle_fold(hidden)
        span, wrapped = jump(matches, self.page.layout, self.caret, count, wraps=True)
        if span is None:
            return self.search_problem or f"not in this article: {self.wanted}"
        self.leave()
        self.move_to(span.start)
        number = [match.start for match in matches].index(span.start) + 1
        end = ("; from the top again" if count > 0 else "; from the bottom again") if wrapped else ""
        return f"match {number} of {len(matches)}: {self.wanted}{end}"

    def _mark_matches(self) -> Sequence[tuple[int, int]]:
        from fenttui.ui.widgets.reader.search import Found, find  # noqa: PLC0415 - not at start

        text = self.article.text if self.article else ""
        found = find(text, self.pattern) if self.pattern else Found()
        self.search_problem = found.problem
        self.set_matches(found.spans)
        return found.spans

    # Jumps

    def jump_to_actor(self, count: int) -> str:
        """Go to the next mention of an actor, or the one before."""
        return self._jump_mention(count, is_actor, "actor")

    def jump_to_figure(self, count: int) -> str:
        """Go to the next figure, or the one before."""
        return self._jump_mention(count, is_figure, "figure")

    def jump_to_quote(self, count: int) -> str:
        """Go to the next quote, or the one before."""
        span, _ = jump(self.quotes, self.page.layout, self.caret, count)
        return self._land(span.start if span else None, f"no quote {_side(count)} this")

    def jump_to_note(self, count: int) -> str:
        """Go to the next note, or the one before."""
        if any(self.page.layout.fold_at(span.start) for span in self.marks.notes):
            for span in self.marks.notes:
                self.open_at(span.start)
        found, _ = jump(self.marks.notes, self.page.layout, self.caret, count)
        return self._land(found.start if found else None, f"no note {_side(count)} this")

    def jump_to_same(self, count: int) -> str:
        """Go to the next mention of the actor at the caret, else to the next of the word there."""
        # Imported with the first mentions, after the first text is painted.
        from fenttui.extract.mention import ActorMention  # noqa: PLC0415

        here = self.marks.mentions.at(self.caret)
        if here is None or not isinstance(here.item, ActorMention):
            return self.search_word(count)
        actor = here.item.actor
        same: Spans[Mention] = Spans(
            span
            for span in self.marks.mentions
            if isinstance(span.item, ActorMention) and span.item.actor == actor
        )
        span, wrapped = jump(same, self.page.layout, self.caret, count, wraps=True)
        if span is None or span.start == here.start:
            return f"{actor} is named only here"
        self._land(span.start, "")
        number = [each.start for each in same].index(span.start) + 1
        return f"{actor}: {number} of {len(same)}{'; around the end' if wrapped else ''}"

    def _jump_mention(self, count: int, wanted: Callable[[Mention], bool], name: str) -> str:
        span, _ = jump(self.marks.mentions, self.page.layout, self.caret, count, wanted)
        return self._land(span.start if span else None, f"no {name} {_side(count)} this")

    def _land(self, offset: int | None, otherwise: str) -> str:
        if offset is None:
            return otherwise
        self.leave()
        self.move_to(offset)
        return ""


def _side(count: int) -> str:
    return "after" if count > 0 else "before"
