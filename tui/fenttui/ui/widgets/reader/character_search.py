"""Finding a character, as vim's `f`, `t`, `;` and `,` do."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fenttui.folding import plain_sign
from fenttui.graphemes import cluster_end, cluster_start
from fenttui.ui.widgets.reader.passages import paragraph_span

if TYPE_CHECKING:
    from fenttui.ui.widgets.reader.page import Page


@dataclass(frozen=True)
class CharacterSearch:
    """Which character is looked for, and how."""

    character: str
    forward: bool = True
    until: bool = False
    """Whether the caret stops one character before it, as for `t` and `T`."""

    def reversed(self) -> CharacterSearch:
        """Return the same in the other direction, for `,`."""
        return replace(self, forward=not self.forward)


def find_character(
    page: Page, caret: int, search: CharacterSearch, count: int = 1, repeated: bool = False
) -> int | None:
    """Return where the caret goes, or None where the paragraph has no `count`-th such character.

    The search stays in the caret's paragraph, which is a line of a file; where the screen breaks it means
    nothing to a reader. A character is a grapheme cluster, and its accents count: `e` is not é. A straight
    quotation mark, a hyphen and a space, as keyboards have them, also find their typographic forms and the
    end of a line.

    Args:
        page: The text.
        caret: Where the search begins; the character there is never found.
        search: What is looked for.
        count: Which occurrence.
        repeated: Whether `;` or `,` asks. One that stops before the character then passes a character right
            beside the caret, where it would stay for ever.
    """
    text = page.text
    start, end = paragraph_span(page, caret)
    wanted = unicodedata.normalize("NFC", search.character)
    at, before = caret, caret
    left = count
    first = True
    while left:
        before = at
        at = cluster_end(text, at) if search.forward else cluster_start(text, at - 1) if at > start else -1
        if not start <= at < end:
            return None
        found = _is(text[at : cluster_end(text, at)], wanted)
        beside = first and search.until and repeated and count == 1
        first = False
        if found and not beside:
            left -= 1
    return before if search.until else at


def _is(cluster: str, wanted: str) -> bool:
    composed = unicodedata.normalize("NFC", cluster)
    return wanted in (composed, plain_sign(composed))
