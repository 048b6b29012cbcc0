"""Who finds the names in the articles of a session: the engine of the settings, else our own recognizer."""

from __future__ import annotations

from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from fenttui.problem import Problem, ProblemError
from fenttui.settings.types import ExtractSettings

if TYPE_CHECKING:
    from fenttui.articles.article import Article
    from fenttui.extract.coreference.corrections import Corrections
    from fenttui.extract.mention import Mention
    from fenttui.extract.names.engines.engine import Engine
    from fenttui.ui.extraction_process import ExtractionProcess


_OWN_ENGINE = ExtractSettings().engine


class Naming:
    """Finds the mentions of articles; methods can be called from any thread.

    An engine that cannot be used leaves all to the program's own recognizer; one that fails on an article
    leaves that article to it. Reading goes on either way. The program's own works in a process of its own
    where one is given.
    """

    def __init__(self, settings: ExtractSettings, process: ExtractionProcess | None = None) -> None:
        self._settings = settings
        self._process = process if settings.engine == _OWN_ENGINE else None
        self._engine: Engine | None = None
        self._loading = Lock()
        self._problem: Problem | None = None

    def mentions(self, article: Article, corrections: Corrections) -> tuple[Mention, ...]:
        """What the article names, by these corrections; slow for a long one and with some engines."""
        if self._process is not None:
            found = self._process.mentions(article.text, article.headline.date)
            if found is not None:
                from fenttui.extract.coreference.corrections import corrected

                return tuple(corrected(article.text, found, corrections))
        # ~20 ms with its gazetteers: the first article's text is on the screen before.
        from fenttui.extract import extract
        from fenttui.extract.names.engines.engine import own_names

        engine = self._chosen()
        try:
            return extract(article.text, article.headline.date, corrections, engine)
        except ProblemError as error:
            self._problem = _told(error.problem)
            return extract(article.text, article.headline.date, corrections, own_names)

    def take_problem(self) -> Problem | None:
        """What went wrong last and was not taken yet."""
        problem, self._problem = self._problem, None
        return problem

    def _chosen(self) -> Engine:
        from fenttui.extract.names.engines.engine import own_names
        from fenttui.extract.names.engines.finding import engine_of

        # Two threads may ask at once, and another engine can take seconds and a gigabyte to load.
        with self._loading:
            if self._engine is None:
                try:
                    self._engine = engine_of(self._settings)
                except ProblemError as error:
                    self._problem = _told(error.problem)
                    self._engine = own_names
            return self._engine


def _told(problem: Problem) -> Problem:
    return replace(problem, message=f"{problem.message} (names are found by the engine `fenttui` now)")
