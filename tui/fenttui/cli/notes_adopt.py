"""`fenttui notes adopt`: the notes of a file without an article given to one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from fenttui.articles.article import Entry
from fenttui.articles.reading import read_article
from fenttui.cli.opening import settings_in_force, tell
from fenttui.notes.adopting import adopt
from fenttui.notes.notes_places import entry_of_article, entry_of_notes, root_of
from fenttui.problem import Problem, ProblemError
from fenttui.visible import visible_line


@click.command(
    epilog="\b\nExamples:\n  fenttui notes adopt annotations/talks.toml april/talks-in-moscow.txt\n",
)
@click.argument("stray", type=click.Path(path_type=Path))
@click.argument("article", type=click.Path(path_type=Path))
def command(stray: Path, article: Path) -> int:
    """Give the notes in the file STRAY to the article in the file ARTICLE.

    They are merged with the notes that it has; of a note that both have in different versions, both are kept,
    one of them tagged `conflict`. The file is kept under a name that ends in `.merged`.
    """
    root = root_of(stray, article)
    owner = entry_of_notes(stray, root) if root is not None else None
    if owner is not None:
        message = f"these are the notes of the article {visible_line(owner.name)}; they stay with it"
        raise ProblemError(Problem(stray, message))
    give(stray, entry_of_article(article, root))
    return 0


def give(source: Path, entry: Entry) -> None:
    """Give the notes in a file to an article, and tell what became of them.

    Raises:
        ProblemError: It cannot be done; nothing is lost.
    """
    article = read_article(entry, settings_in_force((entry.root,)).settings.articles)
    done = adopt(source, article, dt.datetime.now(dt.UTC))
    for problem in done.problems:
        tell(problem)
    said = f"{visible_line(str(done.path))}: {_count(done.added, 'note')} added"
    if done.conflicts:
        said += f", of {_count(done.conflicts, 'note')} both versions are kept, one tagged conflict"
    if done.kept != done.path:
        said += f"; the file is kept as {visible_line(str(done.kept))}"
    click.echo(said)


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
