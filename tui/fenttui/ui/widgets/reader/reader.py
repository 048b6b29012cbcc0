"""The reader: the view with its commands; what they need of others it asks for by messages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from textual.message import Message

from fenttui.ui.widgets.reader.caret_view import CaretView
from fenttui.ui.widgets.reader.jumps import Location, Trail, is_actor, is_figure, jump
from fenttui.ui.widgets.reader.passages import paragraph_span, sentence_span
from fenttui.ui.widgets.reader.spans import Spans
from fenttui.ui.widgets.reader.words import word_span

if TYPE_CHECKING:
    from fenttui.articles.article import Article
    from fenttui.extract.mention import Mention
    from fenttui.ui.key_sequence import Call
    from fenttui.ui.widgets.looks import Looks
    from fenttui.ui.widgets.reader.search import Pattern
    from fenttui.ui.widgets.reader.text_view import Here

NoteWish = Literal["edit", "delete", "tags"]

_JUMPS = frozenset({"top", "bottom", "percent"})
"""Motions that `ctrl+o` comes back from."""


class Reader(CaretView):
    """Reads one article by the commands of the key table."""

    BORDER_TITLE = "No article"

    class Said(Message):
        """Something to tell the user."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class SearchRequested(Message):
        """What to search for is to be asked."""

    class PlaceRequested(Message):
        """A place in this or another article is to be shown."""

        def __init__(self, article_id: str, offset: int, screen: str | None = None) -> None:
            super().__init__()
            self.article_id = article_id
            self.offset = offset
            self.screen = screen
            """The table over the text that is to be shown."""

    class Yanked(Message):
        """Text for the user's clipboard."""

        def __init__(self, text: str, what: str) -> None:
            super().__init__()
            self.text = text
            self.what = what

    class AnnotateRequested(Message):
        """A note on a span of the text is to be written; on the whole article where `span` is None."""

        def __init__(self, span: tuple[int, int] | None) -> None:
            super().__init__()
            self.span = span

    class NoteRequested(Message):
        """Something is to be done with the note at the caret."""

        def __init__(self, note_id: str, wish: NoteWish) -> None:
            super().__init__()
            self.note_id = note_id
            self.wish = wish

    class CardRequested(Message):
        """What is known about a mention, or about the speaker of a quote, is to be shown."""

        def __init__(self, mention: Mention) -> None:
            super().__init__()
            self.mention = mention

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
        """The direction of the last search, in which `search_on` goes on."""
        self.search_problem: str | None = None
        """Why the last search found nothing in this article, where the pattern is the reason."""

    def perform(self, call: Call) -> None:
        """Do a command of the place `reader`."""
        if self.article is None:
            return
        action = call.command.action
        own: dict[str, Callable[[Call], None]] = {
            "search": lambda _: self._ask(self.SearchRequested()),
            "search_next": lambda c: self.search_on(c.count or 1),
            "search_previous": lambda c: self.search_on(-(c.count or 1)),
            "next_actor": lambda c: self._jump_mention(c.count or 1, is_actor, "actor"),
            "previous_actor": lambda c: self._jump_mention(-(c.count or 1), is_actor, "actor"),
            "next_figure": lambda c: self._jump_mention(c.count or 1, is_figure, "figure"),
            "previous_figure": lambda c: self._jump_mention(-(c.count or 1), is_figure, "figure"),
            "next_quote": lambda c: self._jump_quote(c.count or 1),
            "previous_quote": lambda c: self._jump_quote(-(c.count or 1)),
            "next_note": lambda c: self._jump_note(c.count or 1),
            "previous_note": lambda c: self._jump_note(-(c.count or 1)),
            "same_actor": lambda c: self._jump_same(c.count or 1),
            "same_actor_back": lambda c: self._jump_same(-(c.count or 1)),
            "card": self._card,
            "set_mark": self._set_mark,
            "jump_mark": self._jump_mark,
            "jump_back": self._jump_back,
            "select": lambda _: self._toggle_selection(lines=False),
            "select_lines": lambda _: self._toggle_selection(lines=True),
            "select_word": lambda _: self.select_span(*word_span(self.page, self.caret)),
            "select_sentence": lambda _: self.select_span(*sentence_span(self.page, self.caret)),
            "select_paragraph": lambda _: self.select_span(*paragraph_span(self.page, self.caret)),
            "yank": self._yank,
            "annotate": self._annotate,
            "annotate_article": lambda _: self._ask(self.AnnotateRequested(None)),
            "open_here": self._open_here,
            "edit_here": lambda _: self._ask_for_note("edit"),
            "delete_here": lambda _: self._ask_for_note("delete"),
            "tags_here": lambda _: self._ask_for_note("tags"),
        }
        if action in own:
            own[action](call)
            return
        if action == "percent" and call.count is None:
            self._say("type a number first: 50% goes to the middle")
            return
        if action in _JUMPS:
            self.leave()
        self.move(action, call.count)

    def leave(self, screen: str | None = None) -> None:
        """Remember this place for `ctrl+o`, with the table over the text where the jump begins in one."""
        if self.article is not None:
            self.trail.leave(self.article.id, self.caret, screen)

    def show_article(self, article: Article, caret: int = 0) -> None:
        """Show `article`; a search goes on in it."""
        super().show_article(article, caret)
        if self.pattern:
            self._mark_matches()

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

    @property
    def wanted(self) -> str:
        """What was last searched for, as it was typed."""
        return self.pattern.written if self.pattern else ""

    @wanted.setter
    def wanted(self, written: str) -> None:
        from fenttui.ui.widgets.reader.search import Pattern  # 5 ms: not at start

        self.pattern = Pattern(written)

    def search(self, wanted: str | Pattern, origin: int, forward: bool = True) -> int:
        """Mark every match and go to the first at or after `origin`, or before it; how many there are."""
        from fenttui.ui.widgets.reader.search import Pattern, nearest

        self.pattern = Pattern(wanted) if isinstance(wanted, str) else wanted
        self.searches_forward = forward
        matches = self._mark_matches()
        index = nearest(matches, origin, forward)
        target = origin if index is None else matches[index][0]
        self.open_at(target)
        self.move_to(target)
        return len(matches)

    @property
    def match_place(self) -> str:
        """Which match the caret is at or after: "3 of 38"."""
        from fenttui.ui.widgets.reader.search import told_place

        return told_place([span[:2] for span in self.marks.matches], self.caret)

    def search_word(self, count: int) -> None:
        """Go to the next place where the caret's word stands alone; before it for a negative count."""
        from fenttui.ui.widgets.reader.search import word_pattern

        start, end = word_span(self.page, self.caret)
        word = self.page.text[start:end]
        if not any(map(str.isalnum, word)):
            self._say("no word here")
            return
        self.pattern = word_pattern(word)
        self.searches_forward = count > 0
        self._mark_matches()
        self.move_to(start)
        self.search_on(abs(count))

    def _mark_matches(self) -> Sequence[tuple[int, int]]:
        from fenttui.ui.widgets.reader.search import Found, find

        text = self.article.text if self.article else ""
        found = find(text, self.pattern) if self.pattern else Found()
        self.search_problem = found.problem
        self.set_matches(found.spans)
        return found.spans

    def search_on(self, count: int) -> None:
        """Go to the next match in the direction of the search, against it for a negative count."""
        if not self.pattern:
            self._say("nothing was searched for yet; / searches")
            return
        count = count if self.searches_forward else -count
        if not len(self.marks.matches):
            self._mark_matches()
        matches = self.marks.matches
        for hidden in {self.page.layout.fold_at(span.start) for span in matches} - {None}:
            if hidden is not None:
                self.toggle_fold(hidden)
        span, wrapped = jump(matches, self.page.layout, self.caret, count, wraps=True)
        if span is None:
            self._say(self.search_problem or f"not in this article: {self.wanted}")
            return
        self.leave()
        self.move_to(span.start)
        place = [match.start for match in matches].index(span.start) + 1
        end = ("; from the top again" if count > 0 else "; from the bottom again") if wrapped else ""
        self._say(f"match {place} of {len(matches)}: {self.wanted}{end}")

    # Jumps

    def _jump_mention(self, count: int, wanted: Callable[[Mention], bool], name: str) -> None:
        span, _ = jump(self.marks.mentions, self.page.layout, self.caret, count, wanted)
        self._land(span.start if span else None, f"no {name} {'after' if count > 0 else 'before'} this")

    def _jump_quote(self, count: int) -> None:
        span, _ = jump(self.quotes, self.page.layout, self.caret, count)
        self._land(span.start if span else None, f"no quote {'after' if count > 0 else 'before'} this")

    def _jump_note(self, count: int) -> None:
        if any(self.page.layout.fold_at(span.start) for span in self.marks.notes):
            for span in self.marks.notes:
                self.open_at(span.start)
        found, _ = jump(self.marks.notes, self.page.layout, self.caret, count)
        self._land(found.start if found else None, f"no note {'after' if count > 0 else 'before'} this")

    def _jump_same(self, count: int) -> None:
        # Imported with the first mentions, after the first text is painted.
        from fenttui.extract.mention import ActorMention

        here = self.marks.mentions.at(self.caret)
        if here is None or not isinstance(here.item, ActorMention):
            self._say("no actor here; ]a goes to the next one")
            return
        actor = here.item.actor
        same: Spans[Mention] = Spans(
            span
            for span in self.marks.mentions
            if isinstance(span.item, ActorMention) and span.item.actor == actor
        )
        span, wrapped = jump(same, self.page.layout, self.caret, count, wraps=True)
        if span is None or span.start == here.start:
            self._say(f"{actor} is named only here")
            return
        self._land(span.start, "")
        place = [each.start for each in same].index(span.start) + 1
        self._say(f"{actor}: {place} of {len(same)}{'; around the end' if wrapped else ''}")

    def _land(self, offset: int | None, otherwise: str) -> None:
        if offset is None:
            self._say(otherwise)
            return
        self.leave()
        self.move_to(offset)

    def _set_mark(self, call: Call) -> None:
        if self.article is not None:
            self.trail.marks[call.char] = Location(self.article.id, self.caret)
            self._say(f"mark {call.char} set; '{call.char} comes back here")

    def _jump_mark(self, call: Call) -> None:
        if call.char in ("'", "`"):
            self.jump_before()
            return
        place = self.trail.marks.get(call.char)
        if place is None:
            self._say(f"no mark {call.char}; m{call.char} sets it")
            return
        self.leave()
        self._ask(self.PlaceRequested(place.article_id, place.offset, place.screen))

    def _jump_back(self, call: Call) -> None:
        self.jump_back(call.count or 1)

    def jump_back(self, count: int) -> None:
        """Take jumps back."""
        self._come_to(self.trail.back(count, self._location()), "no jump to come back from")

    def jump_forward(self, count: int) -> None:
        """Do jumps again that were taken back."""
        self._come_to(self.trail.forward(count), "no jump was taken back")

    def jump_before(self) -> None:
        """Go where the last jump began, and back at the next time."""
        here = self._location()
        self._come_to(self.trail.swap(here) if here else None, "no jump to come back from")

    def _location(self) -> Location | None:
        return Location(self.article.id, self.caret) if self.article is not None else None

    def _come_to(self, place: Location | None, otherwise: str) -> None:
        if place is None:
            self._say(otherwise)
        else:
            self._ask(self.PlaceRequested(place.article_id, place.offset, place.screen))

    # Selection and notes

    def _toggle_selection(self, lines: bool) -> None:
        if self.selection_anchor is not None and self.selects_lines == lines:
            self.end_selection()
        elif self.selection_anchor is not None:
            self.selects_lines = lines
            self._repaint()
        else:
            self.start_selection(lines)

    def _yank(self, call: Call) -> None:
        what = "the selection" if self.selection_anchor is not None else "the sentence"
        start, end = self.annotation_span()
        self.end_selection()
        self.post_message(self.Yanked(self.page.text[start:end], what))

    def _annotate(self, call: Call) -> None:
        if self.selection_anchor is None and self.page.layout.fold_at(self.caret) is not None:
            self._say("this is folded; enter opens it")
            return
        self.post_message(self.AnnotateRequested(self.annotation_span()))

    def _ask_for_note(self, wish: NoteWish) -> None:
        note = self.marks.notes.at(self.caret)
        if note is None:
            self._say("no note here; a makes one, ]n goes to the next")
            return
        self.post_message(self.NoteRequested(note.item.id, wish))

    def _card(self, call: Call) -> None:
        known = self.marks.mentions.at(self.caret) or self.quotes.at(self.caret)
        if known is None:
            self._say("no actor or figure here; ]a and ]f go to the next one")
            return
        self.post_message(self.CardRequested(known.item))

    def _open_here(self, call: Call) -> None:
        fold = self.page.layout.fold_at(self.caret)
        if fold is not None:
            self.toggle_fold(fold)
        elif self.marks.notes.at(self.caret) is not None:
            self._ask_for_note("edit")
        elif self.marks.mentions.at(self.caret) is not None:
            self._card(call)
        elif (opened := self.fold_around(self.caret)) is not None:
            self.toggle_fold(opened)
            self.move_to(opened.start)
        else:
            self._say("nothing to open here")

    def _say(self, text: str) -> None:
        self._ask(self.Said(text))

    def _ask(self, message: Message) -> None:
        self.post_message(message)
