from __future__ import annotations

import os
from pathlib import Path

import pytest

from fenttui.articles.dossier import open_dossier
from fenttui.settings.loading import load_settings
from fenttui.ui import session as session_module
from fenttui.ui.filtering import parse_filter
from fenttui.ui.session import Session
from tests.support.dossiers import write_article

NOTE = """\
[[annotation]]
id = "0196a3c2-0000-7000-8000-000000000001"
created = 2025-04-03T09:12:44Z
modified = 2025-04-03T09:12:44Z
tags = ["tariffs"]
body = "Says who?"
"""


def open_session(root: Path) -> Session:
    dossier = open_dossier((root,))
    return Session((root,), dossier, load_settings(dossier.roots))


def write_notes(root: Path, name: str, notes: str = NOTE) -> Path:
    path = root / "annotations" / f"{name}.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f'schema = 1\n\n[article]\nid = "{name}"\npath = "{name}.txt"\n\n{notes}')
    return path


def test_a_thousand_articles_are_listed_without_reading_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "many"
    root.mkdir()
    for number in range(1000):
        (root / f"2025-04-02-{number:04}.txt").write_text(f"date 2025-04-02\nArticle {number}.\n")
    opened: list[str] = []
    real_open = os.open

    def counting(path: str | Path, *more: object, **named: object) -> int:
        opened.append(os.fspath(path))
        return real_open(path, *more, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", counting)
    session = open_session(root)
    items = session.items("newest")
    assert len(items) == 1000
    assert [path for path in opened if str(root) in path and path.endswith(".txt")] == []
    session.article("2025-04-02-0007")
    assert [Path(path).name for path in opened if path.endswith(".txt")] == ["2025-04-02-0007.txt"]


def test_a_small_dossier_has_titles_and_counts_from_the_start(dossier: Path) -> None:
    write_notes(dossier, "trade")
    session = open_session(dossier)
    titles = {item.id: item.title for item in session.items("newest")}
    assert titles["trade"] == "Trade with China grew in 2024."
    session.read_headlines(session.dossier.entries)
    items = {item.id: item for item in session.items("newest")}
    assert (items["trade"].notes, items["talks"].notes) == (1, 0)


def test_an_unreadable_article_is_listed_as_broken(dossier: Path) -> None:
    path = dossier / "loop.txt"
    path.symlink_to(path)
    (dossier / "zeros.txt").write_bytes(b"\0" * 4096)
    session = open_session(dossier)
    items = {item.id: item for item in session.items("newest")}
    assert items["zeros"].broken
    assert not items["talks"].broken
    assert session.problems


def test_broken_notes_do_not_keep_the_article_from_the_list(dossier: Path) -> None:
    write_notes(dossier, "trade", "not toml at all [")
    session = open_session(dossier)
    session.read_headlines(session.dossier.entries)
    assert {item.id for item in session.items("newest")} == {"talks", "trade", "grain"}
    assert any("trade.toml" in str(problem) for problem in session.problems)


@pytest.mark.parametrize(
    ("written", "ids"),
    [
        ("", {"talks", "trade", "grain"}),
        ("rubio", {"talks", "trade"}),
        ("actor:wang", {"talks"}),
        ("tag:tariffs", {"trade"}),
        ("before:2025-03", {"grain"}),
        ("after:2025-03 rubio", {"talks", "trade"}),
    ],
)
def test_a_filter_passes_articles(dossier: Path, written: str, ids: set[str]) -> None:
    write_notes(dossier, "trade")
    session = open_session(dossier)
    wanted = parse_filter(written)
    assert {entry.id for entry in session.dossier.entries if session.passes(entry, wanted)} == ids


def test_the_place_and_what_was_read_are_kept_for_the_next_session(dossier: Path) -> None:
    first = open_session(dossier)
    first.mark_read("trade")
    first.mark_read("grain")
    first.mark_read("grain", read=False)
    first.keep_place("trade", 7)
    first.save()
    second = open_session(dossier)
    assert second.state.read == {"trade"}
    assert second.state.carets == {"trade": 7}
    assert second.state.open_id == "trade"


def test_reloading_tells_what_is_new_and_gone(dossier: Path) -> None:
    session = open_session(dossier)
    write_article(dossier, "new", "A new one.")
    (dossier / "grain.txt").unlink()
    assert session.reload() == "read again: 3 articles, 1 new, 1 gone"
    assert {item.id for item in session.items("newest")} == {"talks", "trade", "new"}


def test_reloading_reads_the_notes_that_another_program_wrote(dossier: Path) -> None:
    session = open_session(dossier)
    article = session.article("trade")
    assert session.notebook(article).anchored == ()
    write_notes(dossier, "trade")
    session.reload()
    assert len(session.notebook(session.article("trade")).anchored) == 1


def test_a_notebook_that_could_not_be_saved_survives_reloading(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_session(dossier)
    book = session.notebook(session.article("trade"))
    (dossier / "annotations").write_text("in the way of the folder")
    with pytest.raises(session_module.ProblemError):
        book.add((0, 5), "kept")
    session.reload()
    assert [note.annotation.body for note in session.notebook(session.article("trade")).anchored] == ["kept"]


def test_articles_read_long_ago_are_read_again(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_module, "_ARTICLES_KEPT", 1)
    session = open_session(dossier)
    kept = session.article("talks")
    assert session.article("talks") is kept
    session.article("trade")
    assert session.article("talks") is not kept
