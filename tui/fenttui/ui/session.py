"""The dossier as it is being read: articles, mentions and notes, each read when it is first needed."""

from __future__ import annotations

import contextlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from fenttui.articles.dossier import Dossier, open_dossier
from fenttui.articles.headline import read_headline
from fenttui.articles.quick_date import preliminary_date
from fenttui.articles.reading import read_article
from fenttui.problem import Problem, ProblemError
from fenttui.ui.naming import Naming
from fenttui.ui.reading_state import ReadingState, load_state, save_state, state_file
from fenttui.ui.sorting import ArticleItem, sort_items
from fenttui.visible import visible_line

if TYPE_CHECKING:
    from fenttui.articles.article import Article, Entry, Headline
    from fenttui.corrections.actor_book import ActorBook
    from fenttui.exports.gather import Gathered
    from fenttui.extract.coreference.corrections import Corrections
    from fenttui.extract.mention import Mention
    from fenttui.notes.notebook import Notebook
    from fenttui.settings.loading import Loaded
    from fenttui.settings.types import Order
    from fenttui.ui.dossier_scan import DossierScan
    from fenttui.ui.extraction_process import ExtractionProcess
    from fenttui.ui.filtering import Filter

T = TypeVar("T")

_ARTICLES_KEPT = 32
"""Articles kept in memory with their mentions: what one goes back and forth between."""
_HEADLINES_AT_ONCE = 256
"""A dossier of at most this many files has its headlines read before the first paint."""


class _Recent(Generic[T]):
    """The values used last, by id."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._values: OrderedDict[str, T] = OrderedDict()

    def get(self, key: str, make: Callable[[], T]) -> T:
        """The value kept under `key`, else a new one."""
        if key in self._values:
            self._values.move_to_end(key)
            return self._values[key]
        value = self._values[key] = make()
        if len(self._values) > self._size:
            self._values.popitem(last=False)
        return value

    def clear(self) -> None:
        """Forget all."""
        self._values.clear()


class Session:
    """One dossier, its settings, and what has been read of it so far."""

    def __init__(
        self,
        paths: Sequence[Path],
        dossier: Dossier,
        loaded: Loaded,
        process: ExtractionProcess | None = None,
    ) -> None:
        self._paths = tuple(paths)
        self.dossier = dossier
        self.loaded = loaded
        self.settings = loaded.settings
        self.entries: dict[str, Entry] = {entry.id: entry for entry in dossier.entries}
        """The article files by id."""
        self.headlines: dict[str, Headline] = {}
        """The headlines read so far, by id."""
        self.tags: dict[str, tuple[str, ...]] = {}
        """The tags of each article's notes, with repetitions, for articles that have notes."""
        self._counted: set[str] = set()
        self.note_counts: dict[str, int] = {}
        """How many notes each article has, for those that have some."""
        self.problems: list[Problem] = [*dossier.problems, *loaded.problems]
        """What was found wrong so far."""
        self._state_path = state_file(dossier.roots)
        self.state: ReadingState = load_state(self._state_path)
        """What was read, and where one was."""
        self._articles: _Recent[Article] = _Recent(_ARTICLES_KEPT)
        self._found: _Recent[tuple[Mention, ...]] = _Recent(_ARTICLES_KEPT)
        self._mentions: _Recent[tuple[Mention, ...]] = _Recent(_ARTICLES_KEPT)
        self.naming = Naming(loaded.settings.extract, process)
        """What finds mentions, by the engine of the settings."""
        self._actor_book: ActorBook | None = None
        self._making_book = threading.Lock()
        self.generation = 0
        """How often the dossier was read again."""
        self._quotes: _Recent[tuple[Mention, ...]] = _Recent(_ARTICLES_KEPT)
        self._notebooks: dict[str, tuple[str, Notebook]] = {}
        """By article id: the digest of the text that the notes are placed in, and the notes."""
        if len(dossier.entries) <= _HEADLINES_AT_ONCE:
            self.read_headlines(dossier.entries, with_notes=False)

    # The list

    def read_headlines(self, entries: Iterable[Entry], with_notes: bool = True) -> None:
        """Read the headlines of `entries`, and which notes they have; never raises."""
        for entry in entries:
            if with_notes and entry.id not in self._counted:
                self._counted.add(entry.id)
                self._count_notes(entry)
            if entry.id not in self.headlines:
                headline = read_headline(entry, self.settings.articles)
                self.headlines[entry.id] = headline
                if headline.problem is not None:
                    self.problems.append(headline.problem)

    def item(self, entry: Entry) -> ArticleItem:
        """What the sidebar tells of an article; before its headline is read, what its name tells."""
        headline = self.headlines.get(entry.id)
        read = entry.id in self.state.read
        notes = self.note_counts.get(entry.id, 0)
        if headline is None:
            name = visible_line(entry.path.name)
            return ArticleItem(entry.id, preliminary_date(entry), False, name, notes, read)
        inferred = headline.date_source == "modified"
        broken = headline.problem is not None
        return ArticleItem(entry.id, headline.date, inferred, headline.title, notes, read, broken)

    def items(self, order: Order, only: set[str] | None = None) -> list[ArticleItem]:
        """The articles in an order, all of them or those whose id is in `only`."""
        listed = (entry for entry in self.dossier.entries if only is None or entry.id in only)
        return sort_items((self.item(entry) for entry in listed), order)

    def passes(self, entry: Entry, wanted: Filter) -> bool:
        """Whether an article passes a filter, read as far as that needs; one that cannot be read does not."""
        from fenttui.ui.filtering import passes_headline, passes_text

        self.read_headlines((entry,))
        headline = self.headlines[entry.id]
        if not passes_headline(wanted, headline.date, self.tags.get(entry.id, ())):
            return False
        if not wanted.needs_text:
            return True
        try:
            article = read_article(entry, self.settings.articles)
        except ProblemError:
            return False
        return passes_text(wanted, headline.title, article.text, lambda: self._actor_names(article))

    def _actor_names(self, article: Article) -> Sequence[str]:
        mentions = self.mentions(article)
        return [mention.actor for mention in mentions if mention.actor is not None]

    def gather(self, ids: Collection[str]) -> Gathered:
        """The notes of some articles, those of open ones as they are in memory; in the order of exports."""
        # ~5 ms: only an export needs it.
        from fenttui.exports import ArticleNotes
        from fenttui.exports.gather import Gathered, gather

        closed = [e for e in self.dossier.entries if e.id in ids and e.id not in self._notebooks]
        gathered = gather(closed, self.settings.articles)
        book, problems = [*gathered.book], [*gathered.problems]
        for article_id, (_, notebook) in self._notebooks.items():
            if article_id not in ids:
                continue
            problems += notebook.problems
            if notebook.anchored:
                book.append(ArticleNotes(self.article(article_id), notebook.anchored))
        book.sort(key=lambda chapter: (chapter.article.headline.date, chapter.article.id))
        return Gathered(tuple(book), tuple(problems))

    # Articles

    def article(self, article_id: str) -> Article:
        """The article, read whole.

        Raises:
            ProblemError: when its file cannot be read.
        """
        entry = self.entries[article_id]
        return self._articles.get(article_id, lambda: read_article(entry, self.settings.articles))

    def mentions(self, article: Article) -> tuple[Mention, ...]:
        """The mentions of an article; slow for a long one, so call it from a thread."""
        return self._mentions.get(article.id, lambda: self._ruled(article))

    def quotes(self, article: Article) -> tuple[Mention, ...]:
        """What an article quotes, and whom; apart from the mentions, which quotes overlap; slow as well."""
        return self._quotes.get(article.id, lambda: self._find_quotes(article))

    def _find_quotes(self, article: Article) -> tuple[Mention, ...]:
        # ~10 ms: after the first article's mentions.
        from fenttui.extract.quotes import find_quotes

        return find_quotes(article.text, self.mentions(article))

    def found(self, article: Article) -> tuple[Mention, ...]:
        """The mentions before the corrections that need no text, as `ActorTally` takes them; slow as well."""
        return self._found.get(article.id, lambda: self._extract(article))

    def _ruled(self, article: Article) -> tuple[Mention, ...]:
        from fenttui.extract.coreference.corrections import ruled_mentions

        return tuple(ruled_mentions(article.text, self.found(article), self.corrections))

    def _extract(self, article: Article) -> tuple[Mention, ...]:
        return self.naming.mentions(article, self.corrections.to_find)

    @property
    def actor_book(self) -> ActorBook:
        """The corrections of the dossier's actors; call `actors_corrected` after each change of them."""
        # A thread that extracts and a key may ask at once, and the undo history is in one book.
        with self._making_book:
            if self._actor_book is None:
                from fenttui.corrections.actor_book import ActorBook
                from fenttui.extract.coreference.corrections import corrections_from

                self._actor_book = ActorBook(self.dossier.roots, corrections_from(self.settings))
                self.problems += self._actor_book.problems
            return self._actor_book

    @property
    def corrections(self) -> Corrections:
        """The corrections in force: the settings' and the dossier's."""
        return self.actor_book.corrections

    def actors_corrected(self) -> None:
        """Let the next `mentions` be by the corrections as they are now; nothing is extracted again."""
        self._mentions.clear()
        self._quotes.clear()

    @cached_property
    def scan(self) -> DossierScan:
        """What all articles name, for the tables."""
        from fenttui.ui.dossier_scan import DossierScan

        return DossierScan(self)

    def notebook(self, article: Article) -> Notebook:
        """The notes of an article; what is wrong with their file is among its `problems`."""
        if article.id not in self._notebooks:
            # ~10 ms, and not before the text is on the screen.
            from fenttui.corrections.location import notes_path
            from fenttui.notes.identity import login_name
            from fenttui.notes.notebook import Notebook

            author = self.settings.notes.author or login_name()
            book = Notebook(article, notes_path(article.entry), author=author)
            self._notebooks[article.id] = (article.sha256, book)
        return self._notebooks[article.id][1]

    def recount(self, article_id: str) -> None:
        """Take an open notebook's notes into the counts of the list."""
        notes = self._notebooks[article_id][1].anchored
        self._set_notes(article_id, [note.annotation.tags for note in notes])

    def _count_notes(self, entry: Entry) -> None:
        from fenttui.notes.store import read_notes

        try:
            notes = read_notes(entry).annotations
        except ProblemError as error:
            self.problems.append(error.problem)
            return
        self._set_notes(entry.id, [note.tags for note in notes])

    def _set_notes(self, article_id: str, tags: Sequence[Sequence[str]]) -> None:
        if tags:
            self.note_counts[article_id] = len(tags)
            self.tags[article_id] = tuple(tag for each in tags for tag in each)
        else:
            self.note_counts.pop(article_id, None)
            self.tags.pop(article_id, None)

    def save_notes(self) -> Problem | None:
        """Try again to save notes and corrections that could not be saved; why that is still not possible."""
        books: list[Notebook | ActorBook] = [book for _, book in self._notebooks.values()]
        for book in (*books, *((self._actor_book,) if self._actor_book is not None else ())):
            if book.unsaved:
                try:
                    book.save()
                except ProblemError as error:
                    return error.problem
        return None

    def reload(self) -> str:
        """Read the dossier again: new and changed files, notes that others wrote; what changed, in words."""
        before = set(self.entries)
        self.generation += 1
        self.dossier = open_dossier(self._paths)
        self.entries = {entry.id: entry for entry in self.dossier.entries}
        self.problems = [*self.dossier.problems, *self.loaded.problems]
        self.headlines.clear()
        self._articles.clear()
        self._found.clear()
        self._mentions.clear()
        self._quotes.clear()
        if self._actor_book is not None:
            with contextlib.suppress(ProblemError):
                self._actor_book.reload()
            self.problems += self._actor_book.problems
        self._notebooks = {key: kept for key, kept in self._notebooks.items() if self._stays(key, *kept)}
        self.note_counts.clear()
        self._counted.clear()
        self.tags.clear()
        self.read_headlines(self.dossier.entries)
        new, gone = len(self.entries.keys() - before), len(before - self.entries.keys())
        return f"read again: {len(self.entries):,} articles, {new:,} new, {gone:,} gone"

    def _stays(self, article_id: str, digest: str, book: Notebook) -> bool:
        """Whether a notebook goes on after a reload, so that what was deleted in it can still be undone."""
        if book.unsaved:
            # Its file may have been mended.
            with contextlib.suppress(ProblemError):
                book.save()
            return True
        try:
            if article_id not in self.entries or self.article(article_id).sha256 != digest:
                return False
            book.reload()
        except ProblemError:
            return False
        return True

    # The state of reading

    def mark_read(self, article_id: str, read: bool = True) -> None:
        """Remember that an article was read, or forget it."""
        if read:
            self.state.read.add(article_id)
        else:
            self.state.read.discard(article_id)

    def keep_place(self, article_id: str, offset: int) -> None:
        """Remember the open article and the caret in it."""
        self.state.open_id = article_id
        self.state.carets[article_id] = offset

    def save(self) -> None:
        """Keep the state of reading for the next session."""
        save_state(self._state_path, self.state)
