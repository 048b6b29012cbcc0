from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from fenttui.articles.dossier import open_dossier
from fenttui.extract import extract
from fenttui.extract.coreference.corrections import NO_CORRECTIONS
from fenttui.extract.mention import ActorMention
from fenttui.extract.quotes import find_quotes
from fenttui.settings.loading import load_settings
from fenttui.ui.session import extraction_process
from fenttui.ui.session.extraction_process import ExtractionProcess
from fenttui.ui.session.session import Session

TEXT = "On Tuesday Wang Yi told Marco Rubio that the tariff of 20 per cent, $1.5 billion, must go."
DATE = dt.date(2025, 4, 2)


@pytest.fixture
def process() -> Iterator[ExtractionProcess]:
    process = ExtractionProcess()
    yield process
    process.close()


@pytest.fixture
def session(tmp_path: Path, process: ExtractionProcess) -> Session:
    (tmp_path / "dossier").mkdir()
    (tmp_path / "dossier" / "2025-04-02.txt").write_text(f"date 2025-04-02\n\n{TEXT}\n", "utf-8")
    dossier = open_dossier((tmp_path / "dossier",))
    return Session((tmp_path / "dossier",), dossier, load_settings(dossier.roots), process)


def test_the_process_finds_what_is_found_here_text_after_text(process: ExtractionProcess) -> None:
    for text in (TEXT, "", "\x00\ud800 Kenya", TEXT * 50):
        mentions = extract(text, DATE)
        assert process.mentions(text, DATE) == mentions
        assert process.quotes(text, mentions) == find_quotes(text, mentions)


def test_the_quotes_are_by_the_mentions_that_are_given(process: ExtractionProcess) -> None:
    text = "“We sign on Monday,” Okafor said."
    speaker = ActorMention(text.index("Okafor"), text.index(" said"), "person", "Ada Okafor")
    (quote,) = process.quotes(text, [speaker]) or ()
    assert quote.actor == "Ada Okafor"
    (unnamed,) = process.quotes(text, []) or ()
    assert unnamed.actor is None


def test_a_process_that_is_gone_says_so_instead_of_waiting(process: ExtractionProcess) -> None:
    mentions = process.mentions(TEXT, DATE)
    assert mentions is not None
    process.close()
    assert process.mentions(TEXT, DATE) is None
    assert process.quotes(TEXT, mentions) is None
    process.close()


def test_a_process_that_cannot_start_its_work_leaves_it_to_the_reader(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    process = ExtractionProcess()
    assert process.mentions(TEXT, DATE) is None
    process.close()


def test_no_process_is_started_where_one_processor_has_to_do_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction_process, "_processors", lambda: 1)
    assert extraction_process.started() is None


def test_the_reader_finds_the_same_with_the_process_and_when_that_has_died(
    session: Session, process: ExtractionProcess
) -> None:
    (article_id,) = session.library.entries
    article = session.library.article(article_id)
    there = session.extractions.find(article, NO_CORRECTIONS)
    process.close()
    here = session.extractions.find(article, NO_CORRECTIONS)
    assert here.mentions == there.mentions == extract(article.text, DATE)
    assert here.quotes == there.quotes == find_quotes(article.text, here.mentions)
    assert here.quotes
