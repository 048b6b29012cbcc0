from __future__ import annotations

from pathlib import Path

import pytest

from fenttui.articles.dossier import open_dossier
from fenttui.extract.mention import ActorMention
from fenttui.problem import ProblemError
from fenttui.settings.loading import load_settings
from fenttui.ui.session.session import Session
from tests.support.dossiers import write_article


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "talks"
    root.mkdir()
    write_article(root, "a", "Kenya spoke. The Kenyans left Peru.")
    return root


def open_session(root: Path) -> Session:
    dossier = open_dossier((root,))
    return Session((root,), dossier, load_settings(dossier.roots))


async def actors(session: Session) -> list[str]:
    extracted = await session.extractions.get(session.library.article("a"))
    named = []
    for mention in extracted.mentions:
        assert isinstance(mention, ActorMention)
        named.append(mention.actor)
    return named


async def test_a_correction_is_in_force_once_told_and_extracts_nothing_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_session(root)
    assert await actors(session) == ["Kenya", "Kenya", "Peru"]
    monkeypatch.setattr("fenttui.extract.extraction.extract", None)
    session.actor_book.rename("Kenya", "Republic of Kenya")
    assert await actors(session) == ["Republic of Kenya", "Republic of Kenya", "Peru"]
    session.actor_book.undo()
    assert await actors(session) == ["Kenya", "Kenya", "Peru"]


async def test_what_was_corrected_is_in_force_in_the_next_session(root: Path) -> None:
    open_session(root).actor_book.ignore("Peru")
    assert await actors(open_session(root)) == ["Kenya", "Kenya"]


async def test_settings_are_outweighed_by_the_dossiers_corrections(root: Path) -> None:
    (root / "fenttui.toml").write_text('[actors.Nairobi]\naliases = ["Kenya"]\n')
    session = open_session(root)
    assert await actors(session) == ["Nairobi", "Nairobi", "Peru"]
    session.actor_book.rename("Nairobi", "Government")
    assert await actors(session) == ["Government", "Government", "Peru"]


async def test_a_broken_file_is_among_the_problems_and_stops_nothing(root: Path) -> None:
    (root / "actors.toml").write_text("[[actor]\n")
    session = open_session(root)
    assert await actors(session) == ["Kenya", "Kenya", "Peru"]
    assert [(problem.path, problem.line) for problem in session.problems] == [(root / "actors.toml", 1)]


async def test_a_reload_takes_in_what_another_program_wrote_and_keeps_what_can_be_undone(root: Path) -> None:
    session, other = open_session(root), open_session(root)
    session.actor_book.ignore("Peru")
    other.actor_book.rename("Kenya", "Republic of Kenya")
    await session.reload()
    assert await actors(session) == ["Republic of Kenya", "Republic of Kenya"]
    assert session.actor_book.undo() == "undone: Peru ignored"
    assert await actors(session) == ["Republic of Kenya", "Republic of Kenya", "Peru"]


async def test_corrections_that_could_not_be_saved_are_saved_with_the_notes_later(root: Path) -> None:
    (root / "actors.toml").write_text("[[actor]\n")
    session = open_session(root)
    with pytest.raises(ProblemError):
        session.actor_book.ignore("Peru")
    assert await actors(session) == ["Kenya", "Kenya"]
    problem = session.save_notes()
    assert problem is not None
    assert problem.path == root / "actors.toml"
    (root / "actors.toml").unlink()
    assert session.save_notes() is None
    assert await actors(open_session(root)) == ["Kenya", "Kenya"]
