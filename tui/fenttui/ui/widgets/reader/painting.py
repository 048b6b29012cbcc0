"""Painting: one screen line of the article as styled segments.

A character's look is the sum of its marks: the kind of mention it belongs to, the color of a note on it, a
search match, the selection, the caret. Segments are cut where any layer begins or ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from rich.style import Style

from fenttui.graphemes import cluster_end
from fenttui.ui.widgets.reader.spans import Span, Spans
from fenttui.ui.widgets.reader.wrap import cells_of
from fenttui.visible import visible, visible_line

if TYPE_CHECKING:
    from fenttui.extract.mention import Mention
    from fenttui.notes.annotation import Annotation
    from fenttui.ui.widgets.reader.layout import Layout, Line

GUTTER = 2
"""Cells left of the text: the sign of a note, and a space."""
NOTE_SIGN = "│"
"""Stands in the gutter of a line that a note touches, so that notes show without color."""
OVERLAP_SIGN = "║"
"""Stands there where notes overlap in the line."""


class Look(NamedTuple):
    """The marks of one stretch of text; each None or False where it is absent."""

    kind: str | None = None
    """The kind of mention."""
    note: str | None = None
    """The color of the note."""
    sign: str | None = None
    """The color of the note's sign in the gutter."""
    overlap: bool = False
    """Whether several notes are on it."""
    lit: bool = False
    """Whether it belongs to the note at the caret."""
    match: bool = False
    """Whether the search found it."""
    selected: bool = False
    caret: bool = False
    fold: bool = False


LookUp = Callable[[Look], Style]
"""Gives the style of a look, in the theme in force."""


@dataclass(frozen=True)
class Marks:
    """What is marked in the text, beside selection and caret."""

    mentions: Spans[Mention] = Spans()  # noqa: RUF009  (immutable)
    notes: Spans[Annotation] = Spans()  # noqa: RUF009
    matches: Spans[None] = Spans()  # noqa: RUF009


def paint(
    layout: Layout,
    index: int,
    marks: Marks,
    style: LookUp,
    selection: tuple[int, int] | None = None,
    caret: int | None = None,
    lit: str | None = None,
) -> list[Segment]:
    """The segments of line `index`, gutter included, not yet padded to the pane's width.

    Args:
        layout: The text in lines.
        index: The line.
        marks: What is marked in the text.
        style: Gives the style of each look.
        selection: The selected span of the text.
        caret: The caret's offset where it stands on this line.
        lit: The id of the note at the caret, wherever that stands.
    """
    line = layout.lines[index]
    if line.fold is not None:
        return _paint_fold(layout, line, style, caret is not None)
    reach = line.end + 1
    notes = marks.notes.overlapping(line.start, reach) if len(marks.notes) else []
    segments = [_gutter(notes, style, lit)]
    # The one at the caret is painted over the others.
    notes.sort(key=lambda span: span.item.id == lit)
    cuts = {line.start, line.end}
    mentions = marks.mentions.overlapping(line.start, line.end)
    matches = marks.matches.overlapping(line.start, line.end)
    for spans in (mentions, notes, matches):
        for start, end, _ in spans:
            cuts.update((start, end))
    if selection is not None:
        cuts.update(selection)
    if caret is not None:
        cuts.update((caret, cluster_end(layout.text, caret)))
    edges = sorted(cut for cut in cuts if line.start <= cut <= line.end)
    column = 0
    for start, end in pairwise(edges):
        on = [span.item for span in notes if span.start <= start < span.end]
        look = Look(
            kind=next((span.item.kind for span in mentions if span.start <= start < span.end), None),
            note=on[-1].color if on else None,
            overlap=len(on) > 1,
            lit=bool(on) and on[-1].id == lit,
            match=any(span.start <= start < span.end for span in matches),
            selected=selection is not None and selection[0] <= start < selection[1],
            caret=start == caret,
        )
        shown, column = _shown(layout, start, end, column)
        segments.append(Segment(shown, style(look)))
    if caret is not None and caret >= line.end:
        segments.append(Segment(" ", style(Look(caret=True))))
    return segments


def _gutter(notes: Sequence[Span[Annotation]], style: LookUp, lit: str | None = None) -> Segment:
    """The sign of the notes of a line, which are sorted by start."""
    if not notes:
        return Segment(" " * GUTTER, style(Look()))
    overlap = any(after.start < before.end for before, after in pairwise(notes))
    shown = next((span.item for span in notes if span.item.id == lit), notes[0].item)
    sign = OVERLAP_SIGN if overlap else NOTE_SIGN
    return Segment(sign + " " * (GUTTER - 1), style(Look(sign=shown.color)))


def _shown(layout: Layout, start: int, end: int, column: int) -> tuple[str, int]:
    """The characters to paint for a span that begins in `column`, and the column after it."""
    raw = layout.text[start:end].replace("\n", " ")
    if "\t" in raw:
        parts = []
        for part in re.split("(\t)", raw):
            cells = cells_of(part, layout.tab_width, column)
            parts.append(" " * cells if part == "\t" else part)
            column += cells
        return visible_line("".join(parts)), column
    return visible(raw), column + cells_of(raw)


def _paint_fold(layout: Layout, line: Line, style: LookUp, has_caret: bool) -> list[Segment]:
    words = layout.text[line.start : line.end].split()
    what = "the page's address" if len(words) == 1 else f"{len(words)} words of the site"
    label = f"[+] {what} folded (enter opens): "
    room = max(0, layout.width - len(label) - 1)
    shown = (label + visible_line(" ".join(words)[:room]) + "…")[: layout.width]
    look = Look(fold=True)
    if not has_caret:
        return [_gutter((), style), Segment(shown, style(look))]
    return [
        _gutter((), style),
        Segment(shown[:1], style(Look(fold=True, caret=True))),
        Segment(shown[1:], style(look)),
    ]
