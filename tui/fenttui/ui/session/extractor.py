"""What finds mentions and quotes: the child process, the engine of the settings, or our own recognizer."""

from __future__ import annotations

from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from fenttui.problem import Problem, ProblemError
from fenttui.settings.types import ExtractSettings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fenttui.articles.article import Article
    from fenttui.extract.mention import Mention, Quote
    from fenttui.extract.names.engines.engine import Engine
    from fenttui.ui.session.extraction_process import ExtractionProcess


_OWN_ENGINE = ExtractSettings().engine


class Extractor:
    """Finds the mentions and the quotes of articles; its methods may be called from any thread.

    An engine that cannot be used leaves all articles to the program's own recognizer; one that fails on an
    article leaves that article to it. Our own recognizer works in the child process where there is one.
    """

    def __init__(self, settings: ExtractSettings, process: ExtractionProcess | None = None) -> None:
        self._settings = settings
        self._process = process if settings.engine == _OWN_ENGINE else None
        self._engine: Engine | None = None
        self._loading = Lock()
        self._problem: Problem | None = None

    def mentions(self, article: Article) -> tuple[Mention, ...]:
        """Return the mentions of an article before any correction; slow for a long one and some engines."""
        text, date = article.text, article.headline.date
        if self._process is not None and (found := self._process.mentions(text, date)) is not None:
            return found
        # ~20 ms with its gazetteers: the first article's text is on the screen before.
        from fenttui.extract import extract  # noqa: PLC0415
        from fenttui.extract.coreference.corrections import NO_CORRECTIONS  # noqa: PLC0415
        from fenttui.extract.names.engines.engine import own_names  # noqa: PLC0415

        engine = self._chosen()
        try:
            return extract(text, date, NO_CORRECTIONS, engine)
        except ProblemError as error:
            self._problem = _with_fallback(error.problem)
            return extract(text, date, NO_CORRECTIONS, own_names)

    def quotes(self, article: Article, mentions: Sequence[Mention]) -> tuple[Quote, ...]:
        """Return the quotes of an article; `mentions` are those in force, the speakers are among them."""
        if self._process is not None and (found := self._process.quotes(article.text, mentions)) is not None:
            return found
        # ~10 ms: after the first article's mentions.
        from fenttui.extract.quotes import find_quotes  # noqa: PLC0415

        return find_quotes(article.text, mentions)

    def take_problem(self) -> Problem | None:
        """Return what went wrong last, once."""
        problem, self._problem = self._problem, None
        return problem

    def _chosen(self) -> Engine:
        from fenttui.extract.names.engines.engine import own_names  # noqa: PLC0415 - not at start
        from fenttui.extract.names.engines.lookup import engine_of  # noqa: PLC0415 - not at start

        # Two threads may ask at once, and another engine can take seconds and a gigabyte to load.
        with self._loading:
            if self._engine is None:
                try:
                    self._engine = engine_of(self._settings)
                except ProblemError as error:
                    self._problem = _with_fallback(error.problem)
                    self._engine = own_names
            return self._engine


def _with_fallback(problem: Problem) -> Problem:
    return replace(problem, message=f"{problem.message} (names are found by the engine `fenttui` now)")
