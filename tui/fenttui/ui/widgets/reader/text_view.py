"""The text of an article as lines, painted only where they are visible."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from fenttui.graphemes import cluster_end
from fenttui.ui.widgets.looks import COLORS, Looks
from fenttui.ui.widgets.reader.layout import lay_out
from fenttui.ui.widgets.reader.motion import settle
from fenttui.ui.widgets.reader.page import Page
from fenttui.ui.widgets.reader.painting import GUTTER, Look, Marks, paint
from fenttui.ui.widgets.reader.spans import Span, Spans

if TYPE_CHECKING:
    from fenttui.articles.article import Article, Fold
    from fenttui.extract.mention import Mention, Quote
    from fenttui.notes.annotation import Anchored, Annotation

CONTEXT_LINES = 2
"""Lines kept in view above and below the caret."""


class Here(NamedTuple):
    """What is at the caret."""

    offset: int
    mention: Mention | None
    quote: Quote | None
    note: Annotation | None


class TextView(ScrollView, can_focus=True):
    """Shows one article: its lines, its marks, where the caret and the selection are."""

    measure: var[int] = var(76)
    """The longest line, in cells."""

    def __init__(
        self,
        looks: Looks,
        caret_moved: Callable[[Here], None],
        *,
        measure: int = 76,
        tab_width: int = 8,
        highlight: Sequence[str] = (),
    ) -> None:
        """An empty view.

        Args:
            looks: The styles to paint with.
            caret_moved: Called at each change of what is at the caret. A call, not a message: a message would
                have the status line painted one frame after the text, which is most of a key's latency.
            measure: The longest line, in cells.
            tab_width: The distance of tab stops, in cells.
            highlight: The kinds of mention that are colored.
        """
        super().__init__(id="reader")
        self._looks = looks
        self._caret_moved = caret_moved
        self.set_reactive(TextView.measure, measure)
        self.article: Article | None = None
        """The article that is shown."""
        self.caret = 0
        """The caret's offset in the article's text."""
        self.marks = Marks()
        """What is marked in the text."""
        self.quotes: Spans[Quote] = Spans()
        """What is said in the article; found, but not marked."""
        self.selection_anchor: int | None = None
        """Where the selection began; None outside of visual mode."""
        self.selects_lines = False
        """Whether the selection takes whole lines."""
        self.page = Page(lay_out("", measure))
        """The article's text, laid out."""
        self._opened: set[Fold] = set()
        self._tab_width = tab_width
        self._highlight = frozenset(highlight)
        self._strips: dict[int, Strip] = {}
        self._styles_of: dict[Look, Style] = {}
        self._laid_out_for = 0
        self._lit: Span[Annotation] | None = None

    # What is shown

    def show_article(self, article: Article, caret: int = 0) -> None:
        """Show `article` with the caret at an offset; its mentions and notes are still to come."""
        self.article = article
        self.marks = Marks()
        self.quotes = Spans()
        self.selection_anchor = None
        self._lit = None
        self._opened = set()
        self.caret = caret
        if self.size:
            self._lay_out()
            self.caret = settle(self.page, caret, 0)
            self.scroll_to(y=0, animate=False, immediate=True)
            self._reveal()
        self._repaint()
        self._tell()

    def set_mentions(self, mentions: Sequence[Mention]) -> None:
        """Mark the mentions of the article shown."""
        self.marks = Marks(
            Spans(Span(m.start, m.end, m) for m in mentions), self.marks.notes, self.marks.matches
        )
        self._repaint()
        self._tell()

    def set_quotes(self, quotes: Sequence[Quote]) -> None:
        """Know what is said in the article shown."""
        self.quotes = Spans(Span(quote.start, quote.end, quote) for quote in quotes)
        self._tell()

    def set_notes(self, notes: Sequence[Anchored]) -> None:
        """Mark the annotated passages."""
        spans = Spans(
            Span(note.anchor.start, note.anchor.end, note.annotation)
            for note in notes
            if note.anchor.start is not None and note.anchor.end is not None
        )
        self.marks = Marks(self.marks.mentions, spans, self.marks.matches)
        self._repaint()
        self._tell()

    def set_matches(self, matches: Sequence[tuple[int, int]]) -> None:
        """Mark what a search found."""
        spans = Spans(Span(start, end, None) for start, end in matches)
        self.marks = Marks(self.marks.mentions, self.marks.notes, spans)
        self._repaint()

    def toggle_fold(self, fold: Fold) -> None:
        """Open a closed fold, or close it again."""
        self._opened ^= {fold}
        self._relay()

    def open_at(self, offset: int) -> None:
        """Open the fold that hides `offset`, if one does."""
        fold = self.page.layout.fold_at(offset)
        if fold is not None:
            self.toggle_fold(fold)

    def fold_around(self, offset: int) -> Fold | None:
        """The fold, open or closed, that holds `offset`."""
        folds = self.article.folds if self.article else ()
        return next((fold for fold in folds if fold.start <= offset < fold.end), None)

    def selected(self) -> tuple[int, int] | None:
        """The selected span of the text, None outside of visual mode."""
        if self.selection_anchor is None:
            return None
        start, last = sorted((self.selection_anchor, self.caret))
        if not self.selects_lines:
            return start, cluster_end(self.page.text, last)
        layout = self.page.layout
        return layout.lines[layout.line_at(start)].start, layout.lines[layout.line_at(last)].end

    # Painting

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of the pane; the first paint of a size comes before its resize event, so lay out here."""
        if self.size.width != self._laid_out_for:
            self._fit()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line of the pane, painted or from the cache."""
        index = y + self.scroll_offset.y
        width = self.size.width
        layout = self.page.layout
        if index >= len(layout.lines):
            return Strip.blank(width, self._style(Look()))
        selection = self.selected()
        has_caret = self.article is not None and layout.line_at(self.caret) == index
        if not has_caret and selection is None and index in self._strips:
            return self._strips[index]
        caret, lit = self.caret if has_caret else None, self._lit.item.id if self._lit else None
        segments = paint(layout, index, self.marks, self._style, selection, caret, lit)
        blank = self._style(Look())
        strip = Strip(segments)
        strip = Strip.join([Strip.blank(self._margin, blank), strip]).adjust_cell_length(width, blank)
        if not has_caret and selection is None:
            self._strips[index] = strip
        return strip

    @property
    def _margin(self) -> int:
        """Blank cells left of the gutter: the text stands in the middle of a wide pane."""
        return max(0, (self.size.width - self.page.layout.width - 2 * GUTTER) // 2)

    def _style(self, look: Look) -> Style:
        style = self._styles_of.get(look)
        if style is None:
            style = self._styles_of[look] = self._combine(look)
        return style

    def _combine(self, look: Look) -> Style:
        names = []
        if look.kind in self._highlight:
            names.append(f"reader--{look.kind}")
        if look.note is not None:
            names.append(f"reader--note-{_known(look.note)}")
        if look.overlap:
            names.append("reader--overlap")
        if look.lit:
            names.append("reader--note-lit")
        if look.sign is not None:
            names.append(f"sign--{_known(look.sign)}")
        if look.fold:
            names.append("reader--fold")
        if look.match:
            names.append("reader--match")
        if look.selected:
            names.append("reader--selection")
        if look.caret:
            names.append("reader--caret" if self.has_focus else "reader--caret-away")
        style = self.rich_style
        for name in names:
            style += self._looks[name]
        return style

    def notify_style_update(self) -> None:
        """Forget the styles of another theme."""
        self._styles_of.clear()
        self._strips.clear()
        super().notify_style_update()

    def _repaint(self) -> None:
        self._strips.clear()
        self.refresh()

    def highlight(self, kinds: Sequence[str]) -> None:
        """Color the mentions of these kinds, and of no others."""
        self._highlight = frozenset(kinds)
        self._styles_of.clear()
        self._repaint()

    # Size, focus and mouse

    def on_resize(self, event: events.Resize) -> None:
        """Lay the text out for the new width, where painting has not done so already."""
        if self.size.width != self._laid_out_for:
            self._relay()
        else:
            self._reveal()
            self._tell()

    def watch_measure(self) -> None:
        """Lay the text out for the new measure."""
        self._relay()

    def on_focus(self) -> None:
        """Show the caret where keys act."""
        self._styles_of.clear()
        self.refresh_lines(self.page.layout.line_at(self.caret))

    def on_blur(self) -> None:
        """Show the caret as it is without the focus."""
        self._styles_of.clear()
        self.refresh_lines(self.page.layout.line_at(self.caret))

    # Layout and scrolling

    def _lay_out(self) -> None:
        width = max(1, min(self.measure, self.size.width - 2 * GUTTER))
        text = self.article.text if self.article else ""
        folds = self.article.folds if self.article else ()
        self.page = Page(lay_out(text, width, folds, self._opened, self._tab_width))
        self._strips.clear()
        self._laid_out_for = self.size.width
        self.virtual_size = Size(self.size.width, len(self.page.layout.lines))

    def _relay(self) -> None:
        """Lay out anew and paint."""
        if self.size:
            self._fit()
            self.refresh()
            self._tell()

    def _fit(self) -> None:
        """Lay out anew with the caret's text on the row of the screen where it was."""
        row = self.page.layout.line_at(self.caret) - self.scroll_offset.y
        self._lay_out()
        self.caret = settle(self.page, self.caret, 0)
        row = max(0, min(row, self.size.height - 1))
        self.scroll_to(y=self.page.layout.line_at(self.caret) - row, animate=False, immediate=True)
        self._reveal()

    @property
    def _height(self) -> int:
        """The lines of the view."""
        return max(1, self.size.height)

    @property
    def _context_lines(self) -> int:
        """The lines kept above and below the caret in a view of this height."""
        return min(CONTEXT_LINES, (self._height - 1) // 2)

    def _reveal(self) -> None:
        line = self.page.layout.line_at(self.caret)
        height, context = self._height, self._context_lines
        top = self.scroll_offset.y
        if line - context < top:
            self.scroll_to(y=max(0, line - context), animate=False, immediate=True)
        elif line + context >= top + height:
            self.scroll_to(y=line + context - height + 1, animate=False, immediate=True)

    def _tell(self) -> None:
        mention = self.marks.mentions.at(self.caret)
        quote = self.quotes.at(self.caret)
        note = self.marks.notes.at(self.caret)
        self._light(note)
        self._caret_moved(
            Here(self.caret, mention and mention.item, quote and quote.item, note and note.item)
        )

    def _light(self, note: Span[Annotation] | None) -> None:
        """Paint the note at the caret as such, and the one before as the others."""
        before, self._lit = self._lit, note
        if before == note:
            return
        layout = self.page.layout
        for span in (before, note):
            if span is not None:
                first, last = layout.line_at(span.start), layout.line_at(max(span.start, span.end - 1))
                for index in range(first, last + 1):
                    self._strips.pop(index, None)
                self.refresh_lines(first, last - first + 1)


def _known(color: str) -> str:
    """A color of notes as another program may have written it, as one that has a look."""
    return color if color in COLORS else "yellow"
