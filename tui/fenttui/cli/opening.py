"""What every command on a dossier begins with: its articles and the settings in force."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from fenttui import paths
from fenttui.articles.article import Article, Entry
from fenttui.articles.dossier import Dossier, open_dossier
from fenttui.articles.reading import read_article
from fenttui.cli.progress import with_progress
from fenttui.problem import Problem, ProblemError
from fenttui.settings.loading import Loaded, load_settings
from fenttui.settings.schema import Choices
from fenttui.settings.types import Settings

if TYPE_CHECKING:
    from fenttui.extract.coreference.corrections import Corrections
    from fenttui.extract.names.engines.engine import Engine

_NO_FLAGS: Mapping[str, object] = MappingProxyType({})


def _export_formats() -> Iterable[str]:
    # ~1 ms: only where the format is set.
    from fenttui.exports import FORMATS  # noqa: PLC0415

    return FORMATS


_CHOICES: Choices = MappingProxyType({("export", "format"): _export_formats})


@dataclass
class Opened:
    """A dossier opened by one command, and whether anything turned out to be wrong with it."""

    dossier: Dossier
    loaded: Loaded
    failed: bool = False
    """Whether an error was reported."""

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self.loaded.settings

    @cached_property
    def corrections(self) -> Corrections:
        """The settings' corrections of actors, overridden by the dossier's, whose problems are reported."""
        # ~10 ms: the commands that name no actor do without.
        from fenttui.corrections.actor_book import ActorBook  # noqa: PLC0415
        from fenttui.extract.coreference.corrections import corrections_from  # noqa: PLC0415

        book = ActorBook(self.dossier.roots, corrections_from(self.settings))
        for problem in book.problems:
            self.tell(problem)
        return book.corrections

    @cached_property
    def engine(self) -> Engine:
        """What finds the names of actors.

        Raises:
            ProblemError: there is no such engine, or it cannot be used.
        """
        # ~10 ms: the commands that name no actor do without.
        from fenttui.extract.names.engines.lookup import engine_of  # noqa: PLC0415

        return engine_of(self.settings.extract)

    @property
    def exit_code(self) -> int:
        """The command's exit code: 1 if an error was reported."""
        return int(self.failed)

    def tell(self, problem: Problem) -> None:
        """Report a problem of the input on standard error."""
        tell(problem)
        self.failed = self.failed or problem.severity == "error"

    def read(self, entry: Entry) -> Article | None:
        """Return the article of `entry`; None if it cannot be read, which is reported."""
        try:
            return read_article(entry, self.settings.articles)
        except ProblemError as error:
            self.tell(error.problem)
            return None

    def articles(self, label: str, *, streaming: bool = False) -> Iterator[Article]:
        """Yield every article that can be read, in the dossier's order; the others are reported.

        Args:
            label: what is done with them, for the progress bar.
            streaming: whether the command prints while it reads; then a bar on the same terminal would be
                broken up.
        """
        hidden = streaming and sys.stdout.isatty()
        for entry in with_progress(self.dossier.entries, label, hidden=hidden):
            article = self.read(entry)
            if article is not None:
                yield article


def open_paths(paths: Sequence[Path], flags: Mapping[str, object] = _NO_FLAGS) -> Opened:
    """Open `paths`, or the config's dossier where there are none, and report problems on standard error.

    A problem of the settings is reported and is not a failure: the other settings are used.
    """
    dossier = open_dossier(paths or default_paths())
    opened = Opened(dossier, settings_in_force(dossier.roots, flags))
    for problem in opened.loaded.problems:
        tell(problem)
    for problem in dossier.problems:
        opened.tell(problem)
    return opened


def settings_in_force(roots: Sequence[Path] = (), flags: Mapping[str, object] = _NO_FLAGS) -> Loaded:
    """Return the settings in force, with names that other packages define checked too."""
    return load_settings(roots, flags, _CHOICES)


def default_paths() -> tuple[Path]:
    """Return the paths to open if none is given: the config's dossier, else the bundled one."""
    chosen = settings_in_force().settings.dossier.path
    if not chosen:
        return (paths.bundled("seeds"),)
    try:
        return (Path(chosen).expanduser(),)
    except RuntimeError:
        # `~nobody`: the path as it is will be reported as missing.
        return (Path(chosen),)


def tell(problem: Problem) -> None:
    """Report a problem on standard error."""
    print(f"fenttui: {problem}", file=sys.stderr)
