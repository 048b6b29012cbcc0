"""The one pass over a dossier: how often an article is read and extracted, and what corrections do to it."""

from __future__ import annotations

import os
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from fenttui.analysis.dossier_view import DossierView
from fenttui.analysis.findings import Findings
from fenttui.analysis.index import index_of
from fenttui.analysis.occurrences import Occurrences
from fenttui.articles.article import Article, Entry
from fenttui.articles.dossier import open_dossier
from fenttui.articles.reading import read_article
from fenttui.extract import extract
from fenttui.extract.coreference.corrections import NO_CORRECTIONS, Corrections
from fenttui.extract.mention import ActorMention, Mention
from fenttui.extract.quotes import find_quotes
from fenttui.settings.types import ArticleSettings
from fenttui.ui.session.dossier_pass import DossierPass, PassInput, Progress
from tests.support.dossiers import write_article

RENAMED = Corrections(joins={"Ana Silva": "The Captain"}, apart=frozenset({"The Captain"}))
ALIAS = Corrections(
    aliases={"boats": "Boats Ltd", "Ana Silva": "The Captain"}, apart=frozenset({"Boats Ltd"})
)


class Shore:
    """A dossier of ten articles, and how often each was read and extracted."""

    def __init__(self, root: Path) -> None:
        for number in range(10):
            who = "Ana Silva" if number % 2 else "Tendai Mukwere"
            write_article(root, f"a{number}", f"{who} sold {number + 2} boats to Kenya in May 2024.")
        self.root = root
        self.entries = open_dossier((root,)).entries
        self.corrections = NO_CORRECTIONS
        self.read_counts: Counter[str] = Counter()
        self.extracted: Counter[str] = Counter()
        self.before_extracting: Callable[[str], None] = lambda article_id: None
        self.dossier_pass = DossierPass(self._now)

    def _now(self) -> PassInput:
        return PassInput(
            self.entries,
            self.corrections,
            self._read,
            self._extract,
            lambda article, mentions: find_quotes(article.text, mentions),
        )

    def _read(self, entry: Entry) -> Article:
        self.read_counts[entry.id] += 1
        return read_article(entry, ArticleSettings())

    def _extract(self, article: Article) -> tuple[Mention, ...]:
        self.before_extracting(article.id)
        self.extracted[article.id] += 1
        return extract(article.text, article.headline.date)

    def run(self, rows: bool = True, stop_after: int = 1000) -> list[Progress]:
        """Run the pass as a table does; give what it reports."""
        reports: list[Progress] = []
        left = iter(range(stop_after))
        self.dossier_pass.run(lambda call: call(), lambda: next(left, None) is None, reports.append, rows)
        return reports

    def occurrences(self, wanted: Mention) -> Occurrences:
        """Look for a mention as the card does."""
        found: list[Occurrences] = []
        search = self.dossier_pass.search(self.entries, wanted)
        self.dossier_pass.occurrences(search, lambda call: call(), lambda: False, found.append)
        return sum(found, Occurrences())

    def whole(self) -> DossierView:
        """What all articles say, read and extracted anew."""
        articles = [read_article(entry, ArticleSettings()) for entry in self.entries]
        source = (Findings(each, extract(each.text, each.headline.date)) for each in articles)
        return index_of(source, self.corrections)


@pytest.fixture
def shore(tmp_path: Path) -> Shore:
    return Shore(tmp_path / "shore")


def names(view: DossierView) -> set[str]:
    """Every name that any table shows."""
    return {
        *(row.actor for row in view.actors()),
        *(row.actor for row in view.figures() if row.actor),
        *(name for entry in view.timeline() for name in entry.actors),
    }


def once(shore: Shore) -> Counter[str]:
    return Counter(entry.id for entry in shore.entries)


def test_each_article_is_read_and_extracted_once_for_all_tables(shore: Shore) -> None:
    shore.run(rows=False)
    shore.run()
    (last,) = shore.run()
    assert shore.read_counts == shore.extracted == once(shore)
    assert last.complete
    assert last.unread == 0
    assert last.view.actors() == shore.whole().actors()
    assert last.view.figures() == shore.whole().figures()
    assert last.view.timeline() == shore.whole().timeline()


def test_a_pass_that_is_stopped_goes_on_where_it_was_for_whoever_asks_next(shore: Shore) -> None:
    shore.run(rows=False, stop_after=6)
    assert 0 < shore.extracted.total() < 10
    known = shore.dossier_pass.progress().unread
    assert known == 10 - shore.extracted.total()
    reports = shore.run()
    assert len(reports[0].view.dates) == 10 - known
    assert shore.read_counts == shore.extracted == once(shore)


def test_the_card_extracts_nothing_again_and_reads_only_the_articles_that_name_the_actor(
    shore: Shore,
) -> None:
    shore.run()
    shore.read_counts.clear()
    found = shore.occurrences(ActorMention(0, 1, "person", "Ana Silva"))
    assert [each.article_id for each in found.mentions] == ["a1", "a3", "a5", "a7", "a9"]
    assert found.mentions[0].after.startswith(" sold 3 boats")
    assert shore.read_counts == Counter(["a1", "a3", "a5", "a7", "a9"])
    assert shore.extracted == once(shore)


def test_what_the_card_has_read_the_tables_know(shore: Shore) -> None:
    assert len(shore.occurrences(ActorMention(0, 1, "place", "Kenya")).mentions) == 10
    assert shore.run()[-1].view.figures() == shore.whole().figures()
    assert shore.read_counts == shore.extracted == once(shore)


@pytest.mark.parametrize("corrections", [RENAMED, ALIAS], ids=["a name", "an alias"])
@pytest.mark.parametrize("during", ["a1", "a4", "a9"])
def test_a_correction_during_a_pass_shows_no_old_name_afterwards(
    shore: Shore, corrections: Corrections, during: str
) -> None:
    reports: list[tuple[Corrections, Progress]] = []

    def correct(article_id: str) -> None:
        if article_id == during:
            shore.corrections = corrections
            reports.append((shore.corrections, shore.dossier_pass.progress()))

    shore.before_extracting = correct
    shore.dossier_pass.run(
        lambda call: call(), lambda: False, lambda each: reports.append((shore.corrections, each))
    )
    after = [progress for in_force, progress in reports if in_force is corrections]
    assert len(after) >= 2
    assert all("Ana Silva" not in names(progress.view) for progress in after)
    assert after[-1].unread == 0
    assert names(after[-1].view) == names(shore.whole())
    assert "The Captain" in names(after[-1].view)
    assert shore.extracted == once(shore)


def test_a_correction_after_the_pass_reads_again_only_the_articles_that_it_changes(shore: Shore) -> None:
    shore.run()
    shore.read_counts.clear()
    shore.corrections = RENAMED
    assert "The Captain" in {row.actor for row in shore.run(rows=False)[-1].view.actors()}
    assert not shore.read_counts
    assert shore.run()[-1].view.figures() == shore.whole().figures()
    assert shore.read_counts == Counter(["a1", "a3", "a5", "a7", "a9"])
    assert shore.extracted == once(shore)


def test_files_looked_for_again_are_read_again_and_extracted_where_they_differ(shore: Shore) -> None:
    shore.run()
    write_article(shore.root, "a3", "Chile sold 3 boats.")
    # The same text of another day: "on Tuesday" would be another day, too.
    write_article(shore.root, "a4", "Tendai Mukwere sold 6 boats to Kenya in May 2024.", "2025-06-07")
    (shore.root / "a5.txt").unlink()
    shore.entries = open_dossier((shore.root,)).entries
    last = shore.run()[-1]
    assert last.view.actors() == shore.whole().actors()
    assert last.view.figures() == shore.whole().figures()
    assert {article_id for article_id, count in shore.extracted.items() if count == 2} == {"a3", "a4"}


def test_an_article_that_cannot_be_read_is_counted_and_tried_once(shore: Shore) -> None:
    os.truncate(shore.root / "a7.txt", 0)
    (shore.root / "a7.txt").write_bytes(b"\0" * 512)
    shore.run(rows=False)
    last = shore.run()[-1]
    assert (last.total, last.unread, last.broken, last.complete) == (10, 0, 1, True)
    assert shore.read_counts["a7"] == 1


def test_two_threads_extract_no_article_twice(shore: Shore) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def wait(article_id: str) -> None:
        if article_id == "a2":
            begun.set()
            assert go_on.wait(30)

    shore.before_extracting = wait
    stopped = threading.Event()
    first = threading.Thread(
        target=shore.dossier_pass.run, args=(lambda call: call(), stopped.is_set, lambda progress: None)
    )
    first.start()
    assert begun.wait(30)
    # The first is left while it is at an article, and another table opens at once.
    stopped.set()
    second = threading.Thread(target=shore.run)
    second.start()
    go_on.set()
    first.join(30)
    second.join(30)
    assert shore.extracted == shore.read_counts == once(shore)
    assert shore.dossier_pass.progress().unread == 0
