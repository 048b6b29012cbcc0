"""`fenttui check`: every problem of the articles, the notes, the corrections of actors and the settings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from fenttui.articles.article import Entry
from fenttui.articles.dossier import open_dossier
from fenttui.articles.reading import read_article
from fenttui.cli.opening import default_paths, settings_in_force
from fenttui.cli.parameters import paths_argument
from fenttui.cli.progress import with_progress
from fenttui.corrections.actor_book import ActorBook
from fenttui.keymap.problems import key_problems
from fenttui.notes.anchoring import anchor_note
from fenttui.notes.codebook import read_codebook
from fenttui.notes.copies import is_copy_of_article
from fenttui.notes.following_problems import following_problems
from fenttui.notes.notes_doubts import doubts_of
from fenttui.notes.notes_path import notes_path
from fenttui.notes.state import describe_doubt
from fenttui.notes.store import read_notes
from fenttui.problem import Problem, ProblemError
from fenttui.settings.loading import Loaded
from fenttui.settings.types import ArticleSettings
from fenttui.storage.locks import has_locks
from fenttui.ui.commands.registry import all_commands
from fenttui.visible import visible_line


class _Findings:
    """What the check has found so far."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.notes = 0
        """How many annotations could be read."""

    def look_at(self, entry: Entry, settings: ArticleSettings) -> None:
        """Read an article and its notes."""
        article = None
        if is_copy_of_article(entry.path):
            message = "this is a conflict copy of the article beside it; compare them and delete one"
            self.problems.append(Problem(entry.path, message, severity="warning"))
        try:
            article = read_article(entry, settings)
            self.problems += article.problems
        except ProblemError as error:
            self.problems.append(error.problem)
        try:
            notes = read_notes(entry)
        except ProblemError as error:
            self.problems.append(error.problem)
            return
        self.problems += [*notes.problems, *doubts_of(notes)]
        self.notes += len(notes.annotations)
        if article is None:
            return
        for note in notes.annotations:
            if doubt := describe_doubt(anchor_note(article.text, note)):
                message = f"the annotation {visible_line(note.id)} is {doubt}; {_look_at(doubt)}"
                self.problems.append(Problem(notes_path(entry), message, severity="warning"))


@click.command(
    epilog="\b\nExamples:\n  fenttui check ~/dossiers/tariffs\n  fenttui check && echo all is well\n"
)
@paths_argument
def command(paths: tuple[Path, ...]) -> int:
    """Look for problems in the articles, the notes, the corrections of actors and the settings.

    Each is a line: file, line if there is one, what is wrong and what to do. The exit code is 1 where one
    of them is an error, 0 where there are warnings only.
    """
    dossier = open_dossier(paths or default_paths())
    loaded = settings_in_force(dossier.roots)
    findings = _Findings()
    findings.problems += [
        *loaded.problems,
        *_key_problems(loaded),
        *_engine_problems(loaded),
        *dossier.problems,
    ]
    findings.problems += ActorBook(dossier.roots).problems
    findings.problems += _without_locks(dossier.roots)
    findings.problems += read_codebook(dossier.roots).problems
    for root in dossier.roots:
        findings.problems += following_problems(root)
    for entry in with_progress(dossier.entries, "Checking"):
        findings.look_at(entry, loaded.settings.articles)
    click.echo("".join(f"{_shown(problem)}\n" for problem in findings.problems), nl=False)
    errors = sum(problem.severity == "error" for problem in findings.problems)
    warnings = len(findings.problems) - errors
    found = [_count(number, word) for number, word in ((errors, "error"), (warnings, "warning")) if number]
    checked = f"{_count(len(dossier.entries), 'article')}, {_count(findings.notes, 'note')}"
    click.echo(f"{checked}: {', '.join(found) or 'no problems'}")
    return int(errors > 0)


def _key_problems(loaded: Loaded) -> Iterator[Problem]:
    """Yield the problems of `[keys]`, each with the location that sets the keys."""
    for sentence in key_problems(all_commands(), loaded.settings.keys):
        names = (name for name in loaded.settings.keys if f"`{name}`" in sentence)
        origin = loaded.origins[f"keys.{next(names)}"]
        yield Problem(Path(origin), visible_line(sentence))


def _without_locks(roots: Sequence[Path]) -> Iterator[Problem]:
    """Yield the folders of a file system where two programs cannot wait for each other."""
    for root in roots:
        if not has_locks(root):
            message = (
                "the file system has no locks: of two programs that save in the same moment, one may win"
            )
            yield Problem(root, f"{message}; keep one fenttui open here at a time", severity="warning")


def _engine_problems(loaded: Loaded) -> Iterator[Problem]:
    """Yield why the chosen engine cannot be used, with the location that sets it."""
    # ~10 ms with the tokens, and seconds to load another engine; it is looked for by its name first.
    from fenttui.extract.names.engines.lookup import engine_of  # noqa: PLC0415

    try:
        engine_of(loaded.settings.extract)
    except ProblemError as error:
        origin = loaded.origins["extract.engine"]
        yield Problem(Path(origin), str(error.problem))


def _shown(problem: Problem) -> str:
    if problem.severity == "error":
        return str(problem)
    where = str(problem).removesuffix(problem.message)
    return f"{where}warning: {problem.message}"


def _look_at(doubt: str) -> str:
    if doubt.startswith("moved"):
        return "open the article, and press g= on the note to accept its place, or gn for another one"
    return "open the article, select its passage, and press ga on the note to attach it there"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
