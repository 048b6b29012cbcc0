"""The codebook of a session, read anew each time it is wanted: it is small, and edited beside the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fenttui.notes.codebook import CodebookFile, read_codebook
from fenttui.notes.tag_counts import ranked_tags
from fenttui.visible import visible_line

if TYPE_CHECKING:
    from fenttui.ui.session.session import Session


def codebook_of(session: Session) -> CodebookFile:
    """Return the codebook of the dossier; what is wrong with its files is among its problems."""
    return read_codebook(session.library.dossier.roots)


def known_tags(session: Session) -> tuple[str, ...]:
    """Return the tags to choose from: those in use and of the codebook, most used first."""
    used = (tag for tags in session.notes.tags.values() for tag in tags)
    coded = (tag.name for tag in codebook_of(session).tags)
    # What a terminal would act on is not offered.
    return tuple(tag for tag in ranked_tags(used, coded) if tag == visible_line(tag))
