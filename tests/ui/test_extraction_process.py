from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import pytest

from fenttui.articles.dossier import open_dossier
from fenttui.extract import extract
from fenttui.settings.loading import load_settings
from fenttui.ui import extraction_process
from fenttui.ui.extraction_process import ExtractionProcess
from fenttui.ui.session import Session

TEXT = "On Tuesday Wang Yi told Marco Rubio that the tariff of 20 per cent, $1.5 billion, must go."
DATE = dt.date(2025, 4, 2)


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "dossier").mkdir()
    (tmp_path / "dossier" / "2025-04-02.txt").write_text(f"date 2025-04-02\n\n{TEXT}\n", "utf-8")
    dossier = open_dossier((tmp_path / "dossier",))
    return Session((tmp_path / "dossier",), dossier, load_settings(dossier.roots), ExtractionProcess())


def test_the_process_finds_what_is_found_here_text_after_text() -> None:
    process = ExtractionProcess()
    try:
        for text in (TEXT, "", "\x00\ud800 Kenya", TEXT * 50):
            assert process.mentions(text, DATE) == extract(text, DATE)
    finally:
        process.close()


def test_a_process_that_is_gone_says_so_instead_of_waiting() -> None:
    process = ExtractionProcess()
    assert process.mentions(TEXT, DATE) is not None
    process.close()
    assert process.mentions(TEXT, DATE) is None
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


def test_the_reader_finds_the_same_with_the_process_and_when_that_has_died(session: Session) -> None:
    (entry,) = session.dossier.entries
    article = session.article(entry.id)
    there = session.mentions(article)
    process = session.naming._process
    assert process is not None
    process.close()
    session.reload()
    assert session.mentions(session.article(entry.id)) == there == extract(article.text, DATE)
