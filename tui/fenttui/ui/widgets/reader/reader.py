"""The reader: the text with its jumps, its search and its selection, as the commands call them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from fenttui.ui.widgets.reader.caret_view import CaretView
from fenttui.ui.widgets.reader.jumps import Trail, is_actor, is_figure, jump
from fenttui.ui.widgets.reader.motion import paragraph_span, sentence_span, word_span
from fenttui.ui.widgets.reader.search import find_all
from fenttui.ui.widgets.reader.spans import Spans

if TYPE_CHECKING:
    from fenttui.articles.article import Article
    from fenttui.extract.mention import Mention
    from fenttui.ui.widgets.looks import Looks
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
        self.wanted = ""
        """What was last searched for."""

    def leave(self) -> None:
        """Remember this place for `ctrl+o`."""
        if self.article is not None:
            self.trail.leave(self.article.id, self.caret)

    def show_article(self, article: Article, caret: int = 0) -> None:
        """Show `article`; a search goes on in it."""
        super().show_article(article, caret)
        if self.wanted:
            self.set_matches(find_all(article.text, self.wanted))

    def go_to(self, offset: int) -> None:
        """Jump to an offset, opening the fold that hides it."""
        self.leave()
        self.open_at(offset)
        self.move_to(offset)

    def annotation_span(self) -> tuple[int, int]:
        """What `a` annotates: the selection without outer white space, else the sentence."""
        start, end = self.selected() or sentence_span(self.page, self.caret)
        text = self.page.text[start:end]
        start += len(text) - len(text.lstrip())
        return start, start + max(1, len(text.strip()))

    # Search

    def search(self, wanted: str, origin: int) -> int:
        """Mark every match of `wanted` and go to the first at or after `origin`; how many there are."""
        self.wanted = wanted
        text = self.article.text if self.article else ""
        matches = find_all(text, wanted)
        self.set_matches(matches)
        if matches:
            start = next((start for start, _ in matches if start >= origin), matches[0][0])
            self.open_at(start)
            self.move_to(start)
        else:
            self.move_to(origin)
        return len(matches)

    def search_on(self, count: int) -> str:
        """Go to the next match, or the one before; return which it is."""
        if not self.wanted:
            return "nothing was searched for yet; / searches"
        if not len(self.marks.matches):
            self.set_matches(find_all(self.page.text, self.wanted))
        matches = self.marks.matches
        for hidden in {self.page.layout.fold_at(span.start) for span in matches} - {None}:
            if hidden is not None:
                self.toggle_fold(hidden)
        span, wrapped = jump(matches, self.page.layout, self.caret, count, wraps=True)
        if span is None:
            return f"not in this article: {self.wanted}"
        self.leave()
        self.move_to(span.start)
        number = [match.start for match in matches].index(span.start) + 1
        end = ("; from the top again" if count > 0 else "; from the bottom again") if wrapped else ""
        return f"match {number} of {len(matches)}: {self.wanted}{end}"

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

    def jump_to_same_actor(self, count: int) -> str:
        """Go to the next mention of the actor at the caret, or the one before."""
        here = self.marks.mentions.at(self.caret)
        if here is None or here.item.actor is None:
            return "no actor here; ]a goes to the next one"
        actor = here.item.actor
        same: Spans[Mention] = Spans(span for span in self.marks.mentions if span.item.actor == actor)
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

    def set_mark(self, letter: str) -> str:
        """Mark where the caret is with a letter."""
        if self.article is None:
            return "no article is open"
        self.trail.marks[letter] = (self.article.id, self.caret)
        return f"mark {letter} set; '{letter} comes back here"

    # What is at the caret

    @property
    def mention_here(self) -> Mention | None:
        """The actor or figure at the caret."""
        span = self.marks.mentions.at(self.caret)
        return span.item if span else None

    @property
    def known_here(self) -> Mention | None:
        """The mention at the caret, else the quote around it."""
        span = self.quotes.at(self.caret)
        return self.mention_here or (span.item if span else None)

    @property
    def note_here(self) -> str | None:
        """The id of the note at the caret."""
        span = self.marks.notes.at(self.caret)
        return span.item.id if span else None

    # The selection

    def toggle_selection(self, lines: bool) -> None:
        """Select characters or lines from the caret on; end that where it goes on."""
        if self.selection_anchor is not None and self.selects_lines == lines:
            self.end_selection()
        elif self.selection_anchor is not None:
            self.selects_lines = lines
            self._repaint()
        else:
            self.start_selection(lines)

    def select_word(self) -> None:
        """Select the word at the caret."""
        self.select_span(*word_span(self.page, self.caret))

    def select_sentence(self) -> None:
        """Select the sentence at the caret."""
        self.select_span(*sentence_span(self.page, self.caret))

    def select_paragraph(self) -> None:
        """Select the paragraph at the caret."""
        self.select_span(*paragraph_span(self.page, self.caret))


def _side(count: int) -> str:
    return "after" if count > 0 else "before"
