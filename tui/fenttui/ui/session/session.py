"""A session: one dossier as it is being read, of parts that each know one thing about it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from fenttui.articles.dossier import Dossier, open_dossier
from fenttui.problem import Problem, ProblemError
from fenttui.settings.loading import load_settings
from fenttui.ui.session.library import Library
from fenttui.ui.session.notes import Notes, NotesSummary, read_summaries
from fenttui.ui.session.reading_state import ReadingState, state_file

if TYPE_CHECKING:
    from fenttui.articles.article import Entry
    from fenttui.corrections.actor_book import ActorBook
    from fenttui.exports.gather import Gathered
    from fenttui.extract.coreference.corrections import Corrections
    from fenttui.settings.loading import Loaded
    from fenttui.settings.types import Order
    from fenttui.ui.session.dossier_pass import DossierPass, PassInput
    from fenttui.ui.session.extraction_process import ExtractionProcess
    from fenttui.ui.session.extractions import Extractions
    from fenttui.ui.session.filter import Filter
    from fenttui.ui.session.list_order import ArticleItem

_HEADLINES_AT_ONCE = 256
"""A dossier of at most this many files has its headlines read before the first paint."""


class Session:
    """One dossier, its settings, and what is known of it; for the main thread alone.

    What takes long is done in threads, which return a value; it is stored here, on the main thread.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        dossier: Dossier,
        loaded: Loaded,
        process: ExtractionProcess | None = None,
    ) -> None:
        self._paths = tuple(paths)
        self._process = process
        self._flags = dict(loaded.flags)
        self._roots = dossier.roots
        self._process = process
        self.loaded = loaded
        """The settings with where they came from."""
        self.settings = loaded.settings
        """The settings in force."""
        self.library = Library(dossier, self.settings.articles)
        """The articles; `reload` puts another library in its place."""
        self.notes = Notes(lambda article_id: self.library.article(article_id), self.settings.notes.author)
        """The notes on the articles."""
        self._state_file = state_file(dossier.roots)
        self.reading = ReadingState()
        """The reading state."""
        self.reading.load(self._state_file)
        self._actor_book: ActorBook | None = None
        if len(dossier.entries) <= _HEADLINES_AT_ONCE:
            self.library.store_headlines(self.library.read_headlines(dossier.entries))

    @property
    def problems(self) -> list[Problem]:
        """What was found wrong so far with the settings, the articles, the notes and the corrections."""
        of_actors = self._actor_book.problems if self._actor_book is not None else ()
        return [*self.library.problems, *self.loaded.problems, *self.notes.problems, *of_actors]

    # Settings

    def change_setting(self, table: str, name: str, value: object) -> None:
        """Put a setting in force that is checked already, in the next dossier too."""
        changed = replace(getattr(self.settings, table), **{name: value})
        self.settings = replace(self.settings, **{table: changed})
        self._flags[f"{table}.{name}"] = value

    # The list

    def items(self, order: Order, only: Collection[str] | None = None) -> list[ArticleItem]:
        """Return the sidebar's rows of all articles, or of those whose id is in `only`."""
        return self.library.items(order, self.reading.read, self.notes.counts, only)

    async def read_headlines(self, entries: Iterable[Entry]) -> None:
        """Read the headlines of `entries` and count their notes, where that is not done, in a thread.

        Entries that are gone since the dossier was read again are passed over.
        """
        library = self.library
        wanted = [entry for entry in entries if entry.id in library.entries]
        uncounted = self.notes.unsummarized(wanted)
        if not uncounted and all(entry.id in library.headlines for entry in wanted):
            return
        headlines, summaries = await asyncio.to_thread(
            lambda: (library.read_headlines(wanted), read_summaries(uncounted))
        )
        library.store_headlines(headlines)
        if library is self.library:
            self.notes.store_summaries(summaries)

    async def passing(self, entries: Iterable[Entry], wanted: Filter) -> set[str]:
        """Return the ids of those of `entries` that pass a filter; what cannot be read does not pass."""
        # ~3 ms: not before one filters.
        from fenttui.ui.session.filter import passes_headline  # noqa: PLC0415
        from fenttui.ui.session.text_filter import matches  # noqa: PLC0415

        library = self.library
        candidates = [entry for entry in entries if entry.id in library.entries]
        await self.read_headlines(candidates)
        passing = [
            entry
            for entry in candidates
            if passes_headline(wanted, library.headlines[entry.id].date, self.notes.tags.get(entry.id, ()))
        ]
        if not wanted.needs_text:
            return {entry.id for entry in passing}
        found = await asyncio.to_thread(
            matches, passing, wanted, library, self.extractions.find_uncorrected, self.corrections
        )
        for match in found:
            if match.uncorrected is not None:
                self.extractions.store_uncorrected(match.article, match.uncorrected)
        return {match.article.id for match in found if match.passes}

    # What is found

    @cached_property
    def extractions(self) -> Extractions:
        """What is found in the articles."""
        # ~3 ms: not before the first text is on the screen.
        from fenttui.ui.session.extractions import Extractions  # noqa: PLC0415
        from fenttui.ui.session.extractor import Extractor  # noqa: PLC0415

        return Extractions(Extractor(self.settings.extract, self._process), self.in_force)

    # Actors

    @property
    def actor_book(self) -> ActorBook:
        """The corrections of the dossier's actors."""
        if self._actor_book is None:
            # ~20 ms: not before the first article is on the screen.
            from fenttui.corrections.actor_book import ActorBook  # noqa: PLC0415
            from fenttui.extract.coreference.corrections import corrections_from  # noqa: PLC0415

            self._actor_book = ActorBook(self._roots, corrections_from(self.settings))
        return self._actor_book

    @property
    def corrections(self) -> Corrections:
        """The corrections in force: the settings' and the dossier's."""
        return self.actor_book.corrections

    def in_force(self) -> tuple[int, Corrections]:
        """Return the version of the corrections in force, which grows with each change, and themselves."""
        return self.actor_book.version, self.corrections

    @cached_property
    def dossier_pass(self) -> DossierPass:
        """What all articles say, for the tables and the card."""
        # ~10 ms: not before the first table opens.
        from fenttui.ui.session.dossier_pass import DossierPass  # noqa: PLC0415

        return DossierPass(self._pass_input)

    def _pass_input(self) -> PassInput:
        from fenttui.ui.session.dossier_pass import PassInput  # noqa: PLC0415 - not at start

        library, extractions = self.library, self.extractions
        return PassInput(
            library.dossier.entries,
            self.corrections,
            lambda entry: library.read(entry.id),
            extractions.find_uncorrected,
            extractions.find_quotes,
        )

    # Another dossier

    def another(self, paths: Sequence[Path]) -> Session:
        """Return the session of another dossier, for which nothing is shown yet; called from a thread.

        Raises:
            ProblemError: there is no article to read.
        """
        dossier = open_dossier(paths)
        if not dossier.entries:
            nothing = Problem(paths[0], "holds no article; name another folder or file")
            raise ProblemError(next(iter(dossier.problems), nothing))
        loaded = load_settings(dossier.roots, self._flags, self.loaded.choices)
        return Session(paths, dossier, loaded, self._process)

    # Notes

    @property
    def unsaved(self) -> list[str]:
        """What is unsaved, in words."""
        of_actors = self._actor_book is not None and self._actor_book.unsaved
        notes = [f"the notes on {article_id}" for article_id in self.notes.unsaved_ids]
        return [*notes, *(["the corrections of actors"] if of_actors else [])]

    def gather(self, ids: Collection[str]) -> Gathered:
        """Gather the notes of some articles for an export, in the order of exports."""
        return self.notes.gather(self.library.entries, ids, self.settings.articles)

    def save_notes(self) -> Problem | None:
        """Try again to save notes and corrections that could not be saved; return why some still cannot."""
        problem = self.notes.save()
        if self._actor_book is not None and self._actor_book.unsaved:
            try:
                self._actor_book.save()
            except ProblemError as error:
                problem = problem or error.problem
        return problem

    def save(self) -> bool:
        """Keep the state of reading; return whether another session has changed what was read."""
        return self.reading.save(self._state_file)

    # Reading again

    async def reload(self) -> str:
        """Read the dossier again: new and changed files, notes that others wrote; return what changed."""
        before = self.library.entries.keys()
        self.reading.load(self._state_file)
        library, summaries, digests = await asyncio.to_thread(self._read_again, self.notes.open_ids)
        self.library = library
        if self._actor_book is not None:
            with contextlib.suppress(ProblemError):
                self._actor_book.reload()
        await self.notes.reload(summaries, digests)
        now = library.entries.keys()
        new, gone = len(now - before), len(before - now)
        return f"read again: {len(now):,} articles, {new:,} new, {gone:,} gone"

    def _read_again(
        self, open_ids: Sequence[str]
    ) -> tuple[Library, dict[str, NotesSummary], dict[str, str | None]]:
        """In a thread: read what `reload` puts in place."""
        library = Library(open_dossier(self._paths), self.settings.articles)
        entries = library.dossier.entries
        library.store_headlines(library.read_headlines(entries))
        digests: dict[str, str | None] = dict.fromkeys(open_ids)
        for article_id in open_ids:
            with contextlib.suppress(ProblemError, KeyError):
                digests[article_id] = library.read(article_id).sha256
        return library, read_summaries(entries), digests
