"""Tags given to passages at once: by a key of the codebook, or to all matches of the search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fenttui.notes.tags import format_tags, parse_tags, tag_key
from fenttui.ui.completing_tags import completed_tags
from fenttui.ui.host import LineRequest
from fenttui.ui.session.codebook import codebook_of, known_tags
from fenttui.ui.wording import tell_problems
from fenttui.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fenttui.notes.codebook import CodebookFile, CodedTag
    from fenttui.ui.controllers.notes import Notes
    from fenttui.ui.host import Host
    from fenttui.ui.widgets.reader.reader import Reader
    from fenttui.ui.workspace import Workspace

_LISTED = 8
"""Matches that are shown before they are annotated."""
_AROUND = 24
"""Characters that are shown on either side of a match."""


class Tagging:
    """Gives tags to passages of the open article."""

    def __init__(self, host: Host, workspace: Workspace, reader: Reader, notes: Notes) -> None:
        self._host = host
        self._workspace = workspace
        self._reader = reader
        self._notes = notes

    def mark(self, key: str) -> None:
        """Annotate the selection, or the sentence, with the tag that has a key in the codebook."""
        reader = self._reader
        article, notebook = self._workspace.article, self._workspace.notebook
        if article is None or notebook is None:
            return
        book = codebook_of(self._workspace.session)
        tag = next((tag for tag in book.tags if tag.key == key), None)
        if tag is None:
            self._host.say(_no_tag(key, book), error=bool(book.problems))
            return
        if reader.selection_anchor is None and reader.page.layout.fold_at(reader.caret) is not None:
            self._host.say("this is folded; enter opens it")
            return
        span = reader.annotation_span()
        name = visible_line(tag.name)
        if any(
            (note.anchor.start, note.anchor.end) == span
            and any(tag_key(own) == tag_key(tag.name) for own in note.annotation.tags)
            for note in notebook.anchored
        ):
            self._host.say(f"this has the tag {name} already")
            return
        self._notes.add_many([span], "", (tag.name,), tag.color, f"tagged {name}; u takes it back")

    def annotate_matches(self) -> None:
        """Ask for tags and a text, show the matches of the search, and annotate them all when told to."""
        reader, article = self._reader, self._workspace.article
        spans = [(span.start, span.end) for span in reader.marks.matches]
        if article is None or not spans:
            self._host.say("no matches to annotate; / searches")
            return
        matches = "1 match" if len(spans) == 1 else f"{len(spans)} matches"

        def tagged(line: str) -> None:
            tags = parse_tags(line)
            label = f"note on {matches}, may be empty:"
            self._host.ask(LineRequest(label, "", lambda body: self._confirm(spans, matches, tags, body)))

        completed = completed_tags(known_tags(self._workspace.session))
        label = f"tags of {matches}, split by commas:"
        self._host.ask(LineRequest(label, "", tagged, completed=completed))

    def _confirm(
        self, spans: Sequence[tuple[int, int]], matches: str, tags: tuple[str, ...], body: str
    ) -> None:
        from fenttui.ui.dialogs.question import Question  # noqa: PLC0415 - not at start

        article = self._workspace.article
        if article is None:
            return
        if not tags and not body.strip():
            self._host.say("nothing annotated: neither a tag nor a text was given")
            return
        as_what = f"as {visible_line(format_tags(tags))}" if tags else "with that note"
        shown = [_around(article.text, *span) for span in spans[:_LISTED]]
        more = len(spans) - len(shown)
        lines = (f"Annotate {matches} {as_what}?", "", *shown, *((f"… and {more} more",) if more else ()))

        def answered(key: str | None) -> None:
            if key != "y" or self._workspace.article is not article:
                self._host.say("nothing annotated")
                return
            color = _color_of(tags, codebook_of(self._workspace.session))
            self._notes.add_many(spans, body, tags, color, f"{matches} annotated; u takes all back")

        self._host.app.push_screen(Question("\n".join(lines), {"y": "annotates them all"}), answered)


def _no_tag(key: str, book: CodebookFile) -> str:
    """Return why a key gives no tag, and which keys do."""
    if book.problems:
        return tell_problems(book.problems)
    keyed = [f"{visible_line(tag.key)} {visible_line(tag.name)}" for tag in book.tags if tag.key]
    if not keyed:
        return "no tag has a key; tags.toml gives one: [[tag]], name and key"
    return f"no tag has the key {visible_line(key)}: {' · '.join(keyed)}"


def _color_of(tags: Sequence[str], book: CodebookFile) -> str | None:
    """Return the color of the first of `tags` that has one in the codebook."""
    coded: dict[str, CodedTag] = {tag_key(tag.name): tag for tag in book.tags}
    return next((tag.color for name in tags if (tag := coded.get(tag_key(name))) and tag.color), None)


def _around(text: str, start: int, end: int) -> str:
    """Return a match in what stands around it, on one line."""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    line = f"{before}“{text[start:end]}”{after}"
    return visible_line(" ".join(line.split()))
