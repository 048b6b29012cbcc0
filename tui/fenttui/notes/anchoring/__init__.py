"""Where a note's passage is in the text as it is now: pure functions from a text and selectors to a range."""

from fenttui.notes.anchoring.anchors import CERTAIN, UNSURE, WHOLE_ARTICLE, anchor, anchor_note, places
from fenttui.notes.anchoring.target import CONTEXT, make_target
from fenttui.notes.anchoring.text_order import in_text_order

__all__ = [
    "CERTAIN",
    "CONTEXT",
    "UNSURE",
    "WHOLE_ARTICLE",
    "anchor",
    "anchor_note",
    "in_text_order",
    "make_target",
    "places",
]
