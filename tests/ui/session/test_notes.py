from __future__ import annotations

from pathlib import Path

import pytest

from fenttui.articles.dossier import open_dossier
from fenttui.problem import ProblemError
from fenttui.settings.types import ArticleSettings
from fenttui.ui.session.library import Library
from fenttui.ui.session.notes import Notes, NotesSummary, read_summaries
from tests.support.dossiers import write_article


@pytest.fixture
def library(dossier: Path) -> Library:
    return Library(open_dossier((dossier,)), ArticleSettings())


@pytest.fixture
def notes(library: Library) -> Notes:
    return Notes(library.article, "Ada")


def write_notes(dossier: Path, name: str, *tags: str) -> Path:
    path = dossier / "annotations" / f"{name}.toml"
    path.parent.mkdir(exist_ok=True)
    records = (
        f'[[annotation]]\nid = "{name}-{at}"\ncreated = 2025-04-03T09:12:44Z\n'
        f'modified = 2025-04-03T09:12:44Z\ntags = ["{tag}"]\nbody = "seen"\n'
        for at, tag in enumerate(tags)
    )
    path.write_text("schema = 1\n\n" + "\n".join(records))
    return path


def test_summaries_count_the_notes_and_their_tags(dossier: Path, library: Library, notes: Notes) -> None:
    write_notes(dossier, "trade", "tariffs", "tariffs", "todo")
    assert notes.unsummarized(library.dossier.entries) == list(library.dossier.entries)
    notes.store_summaries(read_summaries(library.dossier.entries))
    assert notes.counts == {"trade": 3}
    assert notes.tags == {"trade": ("tariffs", "tariffs", "todo")}
    assert notes.unsummarized(library.dossier.entries) == []


def test_a_file_that_cannot_be_read_is_a_problem_and_counts_nothing(
    dossier: Path, library: Library, notes: Notes
) -> None:
    path = write_notes(dossier, "trade")
    path.write_text("schema = ")
    notes.store_summaries(read_summaries(library.dossier.entries))
    assert notes.counts == {}
    assert [problem.path for problem in notes.problems] == [path]


def test_a_summary_that_was_read_before_a_note_was_written_does_not_take_it_from_the_list(
    library: Library, notes: Notes
) -> None:
    read_before = read_summaries(library.dossier.entries)
    notes.notebook(library.article("talks")).add((0, 7), "who?", ("claim",))
    notes.recount("talks")
    notes.store_summaries(read_before)
    assert notes.counts == {"talks": 1}
    assert notes.tags == {"talks": ("claim",)}


def test_one_notebook_that_cannot_be_saved_keeps_no_other_from_being_saved(
    dossier: Path, library: Library, notes: Notes
) -> None:
    folder = dossier / "annotations"
    books = [notes.notebook(library.article(article_id)) for article_id in ("talks", "trade")]
    folder.write_text("in the way of the folder")
    for book in books:
        with pytest.raises(ProblemError):
            book.add((0, 5), "kept")
    folder.unlink()
    (folder / "talks.toml").mkdir(parents=True)
    problem = notes.save()
    assert problem is not None
    assert problem.path == folder / "talks.toml"
    assert "kept" in (folder / "trade.toml").read_text()
    (folder / "talks.toml").rmdir()
    assert notes.save() is None
    assert "kept" in (folder / "talks.toml").read_text()


def test_an_export_has_the_notes_in_memory_of_open_notebooks_and_the_files_of_others(
    dossier: Path, library: Library, notes: Notes
) -> None:
    write_notes(dossier, "trade", "tariffs")
    write_notes(dossier, "grain", "left out")
    book = notes.notebook(library.article("talks"))
    (dossier / "annotations" / "talks.toml").mkdir()
    with pytest.raises(ProblemError):
        book.add(None, "in memory alone")
    gathered = notes.gather(library.entries, {"talks", "trade"}, ArticleSettings())
    bodies = [[note.annotation.body for note in chapter.notes] for chapter in gathered.book]
    assert bodies == [["seen"], ["in memory alone"]]


async def test_reloading_keeps_the_undo_of_what_is_as_it_was_and_drops_the_rest(
    dossier: Path, library: Library, notes: Notes
) -> None:
    kept = notes.notebook(library.article("talks"))
    kept.add((0, 7), "who?", ("claim",))
    changed = notes.notebook(library.article("trade"))
    gone = notes.notebook(library.article("grain"))
    digests = {"talks": library.article("talks").sha256, "trade": "another", "grain": None}
    summaries = {"talks": NotesSummary(), "trade": NotesSummary((("todo",), ()))}
    await notes.reload(summaries, digests)
    assert notes.notebook(library.article("talks")) is kept
    assert kept.undo() is not None
    assert notes.counts == {"talks": 1, "trade": 2}
    assert notes.notebook(library.article("trade")) is not changed
    assert notes.notebook(library.article("grain")) is not gone


async def test_a_notebook_opened_while_the_files_are_read_again_goes_on(
    library: Library, notes: Notes
) -> None:
    book = notes.notebook(library.article("talks"))
    book.add((0, 7), "who?")
    await notes.reload(read_summaries(library.dossier.entries), {})
    assert notes.notebook(library.article("talks")) is book


def test_a_notebook_of_an_older_text_is_opened_anew_unless_that_would_lose_notes(
    dossier: Path, library: Library, notes: Notes
) -> None:
    before = {name: library.article(name) for name in ("talks", "trade")}
    for article in before.values():
        notes.notebook(article).add((0, 5), "kept")
    (dossier / "annotations" / "trade.toml").unlink()
    (dossier / "annotations" / "trade.toml").mkdir()
    with pytest.raises(ProblemError):
        notes.notebook(before["trade"]).add((0, 5), "in memory alone")
    for name, article in before.items():
        write_article(dossier, name, f"It was so. {article.text}")
    (note,) = notes.notebook(library.read("talks")).anchored
    assert note.anchor.start == len("It was so. ")
    assert [each.annotation.body for each in notes.notebook(library.read("trade")).anchored] == [
        "kept", "in memory alone"
    ]  # fmt: skip


def test_a_change_across_articles_is_one_step(library: Library, notes: Notes) -> None:
    talks, trade = library.article("talks"), library.article("trade")
    written = [(each, notes.notebook(each).add((0, 3), "seen", ("claim",))) for each in (talks, trade)]
    changes = [(each, {note.id: None}) for each, note in written]
    assert notes.change_many(changes, undone="notes restored", redone="notes deleted again") == []
    assert notes.counts == {}
    for step, said, count in (
        (notes.steps.undo, "notes restored", 1),
        (notes.steps.redo, "notes deleted again", 0),
        (notes.steps.undo, "notes restored", 1),
    ):
        stepped = step()
        assert stepped is not None
        assert (stepped.said, sorted(stepped.article_ids)) == (said, ["talks", "trade"])
        assert [len(notes.notebook(each).anchored) for each in (talks, trade)] == [count, count]


def test_an_article_that_cannot_be_saved_does_not_stop_the_others(
    dossier: Path, library: Library, notes: Notes
) -> None:
    talks, trade = library.article("talks"), library.article("trade")
    written = [(each, notes.notebook(each).add((0, 3), "seen")) for each in (talks, trade)]
    path = dossier / "annotations" / "talks.toml"
    path.unlink()
    path.mkdir()
    changes = [(each, {note.id: None}) for each, note in written]
    (problem,) = notes.change_many(changes, undone="restored", redone="deleted")
    assert problem.path.name == "talks.toml"
    assert read_summaries([trade.entry])["trade"].tags == ()


async def test_what_was_changed_can_be_undone_in_a_notebook_closed_since(
    library: Library, notes: Notes
) -> None:
    notes.notebook(library.article("trade")).add((0, 3), "seen")
    await notes.reload(read_summaries(library.dossier.entries), {"trade": "another"})
    assert notes.open_ids == []
    stepped = notes.steps.undo()
    assert stepped is not None
    assert (stepped.said, stepped.article_ids) == ("new note removed", ("trade",))
    assert notes.notebook(library.article("trade")).anchored == ()
