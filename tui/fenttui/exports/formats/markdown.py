"""Markdown: a heading for each article, each note a list item with the passage as a quotation."""

from __future__ import annotations

from collections.abc import Sequence

from fenttui.articles.article import Article
from fenttui.exports.book import ArticleNotes
from fenttui.exports.markdown_escape import escape_line, quote
from fenttui.exports.position import describe_position
from fenttui.notes.annotation import Anchored
from fenttui.notes.tags import format_tags
from fenttui.visible import visible

SUFFIX = ".md"
DOC = "a text to read and to edit, the passages as quotations"


def render(book: Sequence[ArticleNotes]) -> str:
    """Return the document, as CommonMark.

    The body of a note is Markdown and stays so. It comes last in its list item, indented, so that nothing in
    it, not even a code fence left open, reaches what follows.
    """
    blocks: list[str] = []
    for chapter in book:
        blocks.append(_heading(chapter.article))
        blocks += [_item(note) for note in chapter.notes]
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _heading(article: Article) -> str:
    headline = article.headline
    date = headline.date.isoformat()
    if headline.date_source == "modified":
        date = f"{date} (the date of the file)"
    facts = [date, *filter(None, (headline.source, headline.author)), article.id]
    address = [f"Address: {escape_line(headline.url)}"] if headline.url else []
    lines = [f"# {escape_line(headline.title)}", "", escape_line(" · ".join(facts))]
    return "\n".join([*lines, *([""] if address else []), *address])


def _item(note: Anchored) -> str:
    annotation = note.annotation
    facts = [describe_position(note), annotation.created.date().isoformat()]
    facts += filter(None, (annotation.author, format_tags(annotation.tags)))
    lines = [*quote(annotation.target.exact), ""] if annotation.target else []
    lines.append(escape_line(" · ".join(facts)))
    if annotation.body.strip():
        body = visible(annotation.body.replace("\r\n", "\n")).strip("\n")
        lines += ["", *body.split("\n")]
    # Lines of white space alone stay empty: they mean the same, and editors strip them.
    return "- " + "\n".join([f"  {line}" if line.strip() else "" for line in lines])[2:]
