from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fenttui.corrections.actor_book import CHANGED_ELSEWHERE, ActorBook
from fenttui.corrections.actor_facts import CorrectionError, Fact
from fenttui.corrections.actors_file import ActorsFile
from fenttui.corrections.actors_writing import write_actors
from fenttui.corrections.fact_merging import FactRules
from fenttui.extract.coreference.corrections import Corrections
from fenttui.kinds import ACTOR_KINDS
from fenttui.problem import ProblemError
from fenttui.storage.merging import merge_records
from tests.support.full_disk import full_disk


@pytest.fixture
def book(root: Path) -> ActorBook:
    return ActorBook([root])


def actors_in(root: Path) -> dict[str, dict[str, object]]:
    """The `[[actor]]` tables of the file, by name."""
    document = tomllib.loads((root / "actors.toml").read_text("utf-8"))
    return {actor.pop("name"): actor for actor in document.get("actor", [])}


def test_a_merge_is_in_force_and_in_the_file(book: ActorBook, root: Path) -> None:
    assert book.merge("Wang", "Wang Yi") == "Wang merged into Wang Yi"
    assert book.corrections.actor("Wang") == "Wang Yi"
    assert actors_in(root) == {"Wang Yi": {"joins": ["Wang"]}}
    assert ActorBook([root]).corrections == book.corrections


def test_a_merge_into_one_that_is_merged_again_leads_to_the_last(book: ActorBook, root: Path) -> None:
    book.merge("Wang", "Wang Yi")
    book.merge("Wang Yi", "China")
    assert actors_in(root) == {"China": {"joins": ["Wang", "Wang Yi"]}}
    assert book.merge("Peking", "Wang Yi") == "Peking merged into Wang Yi"
    assert book.corrections.actor("Peking") == "China"


def test_a_merge_across_kinds_can_say_which_kind_stays(book: ActorBook) -> None:
    book.merge("White House", "Donald Trump", "person")
    assert dict(book.corrections.kinds) == {"Donald Trump": "person"}


@pytest.mark.parametrize(
    ("correct", "sentence"),
    [
        (
            lambda book: book.merge("China", "China"),
            "an actor cannot be merged into itself; choose another one",
        ),
        (lambda book: book.merge("Wang Yi", "Wang"), "Wang is Wang Yi already; split it out first"),
        (lambda book: book.merge("Wang", "China"), "Wang is merged into Wang Yi; choose that one"),
        (lambda book: book.rename("Wang", "W"), "Wang is merged into Wang Yi; choose that one"),
        (lambda book: book.rename("China", "  "), "the name is empty; type one"),
        (lambda book: book.rename("China", "China"), "China is its name already; type another one"),
        (lambda book: book.rename("China", "Wang Yi"), "Wang Yi is another actor; merge China into it"),
        (lambda book: book.rename("China", "Wang"), "Wang is another actor; merge China into it"),
        (
            lambda book: book.split("Wang Yi", "Wang Yi"),
            "Wang Yi is its own name; rename it, or split out another one",
        ),
        (lambda book: book.set_kind("Wang", "place"), "Wang is merged into Wang Yi; choose that one"),
        (lambda book: book.ignore("Wang"), "Wang is merged into Wang Yi; choose that one"),
        (lambda book: book.unignore("Peru"), "Peru is not ignored by this dossier; see your settings"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence_and_changes_nothing(
    book: ActorBook, root: Path, correct: Callable[[ActorBook], str], sentence: str
) -> None:
    book.merge("Wang", "Wang Yi")
    before = (root / "actors.toml").read_bytes()
    with pytest.raises(CorrectionError) as refused:
        correct(book)
    assert str(refused.value) == sentence
    assert (root / "actors.toml").read_bytes() == before
    assert book.undo() == "undone: Wang merged into Wang Yi"


def test_a_renamed_actor_keeps_all_that_was_corrected_of_it(book: ActorBook, root: Path) -> None:
    book.merge("Wang", "Wang Yi")
    book.set_kind("Wang Yi", "person")
    book.split("China", "Beijing", "Wang Yi")
    book.rename("Wang Yi", "Wang Yi (minister)")
    assert actors_in(root) == {
        "Wang Yi (minister)": {"kind": "person", "joins": ["Wang", "Wang Yi"], "texts": ["Beijing"]}
    }


def test_a_renamed_actor_can_have_one_of_its_own_names(book: ActorBook, root: Path) -> None:
    book.merge("Wang", "Wang Yi")
    book.rename("Wang Yi", "Wang")
    assert actors_in(root) == {"Wang": {"joins": ["Wang Yi"]}}


def test_a_split_takes_a_merge_back_and_keeps_the_name_apart(book: ActorBook, root: Path) -> None:
    book.merge("Wang", "Wang Yi")
    book.split("Wang Yi", "Wang")
    assert actors_in(root) == {"Wang": {}, "Wang Yi": {}}
    assert "Wang" in book.corrections.apart


def test_a_split_of_what_the_program_linked_goes_by_what_the_mention_says(
    book: ActorBook, root: Path
) -> None:
    book.split("United States", "Washington")
    assert actors_in(root) == {"Washington": {"texts": ["Washington"]}}
    book.split("Washington", "D.C.", "Washington, D.C.")
    assert dict(book.corrections.texts) == {"Washington": "Washington", "D.C.": "Washington, D.C."}


def test_ignored_is_an_actor_or_a_text_until_it_is_not(root: Path) -> None:
    (root / "actors.toml").write_text('[[ignore]]\ntext = "Sign up"\n')
    book = ActorBook([root])
    book.ignore("Big Tech")
    assert book.corrections.ignored_actors == {"Big Tech"}
    assert book.corrections.ignore == {"Sign up"}
    assert tomllib.loads((root / "actors.toml").read_text())["ignore"] == [
        {"actor": "Big Tech"},
        {"text": "Sign up"},
    ]
    book.unignore("Big Tech")
    assert (root / "actors.toml").read_text() == '[[ignore]]\ntext = "Sign up"\n'


def test_undo_and_redo_say_what_they_did(book: ActorBook) -> None:
    assert (book.undo(), book.redo()) == (None, None)
    book.set_kind("Kremlin", "place")
    assert book.undo() == "undone: Kremlin is of the kind place"
    assert dict(book.corrections.kinds) == {}
    assert book.redo() == "redone: Kremlin is of the kind place"
    assert dict(book.corrections.kinds) == {"Kremlin": "place"}
    book.undo()
    book.ignore("Peru")
    assert book.redo() is None


NAMES = st.sampled_from(["Wang", "Wang Yi", "China", "Peru", "a\tb", "[[actor]]", "é\u202e", "\ud800", '"'])
STEPS = st.one_of(
    st.tuples(st.just("merge"), NAMES, NAMES),
    st.tuples(st.just("merge"), NAMES, NAMES, st.sampled_from(ACTOR_KINDS)),
    st.tuples(st.just("split"), NAMES, NAMES),
    st.tuples(st.just("split"), NAMES, NAMES, NAMES),
    st.tuples(st.just("rename"), NAMES, NAMES),
    st.tuples(st.just("set_kind"), NAMES, st.sampled_from([*ACTOR_KINDS, None])),
    st.tuples(st.sampled_from(["ignore", "unignore"]), NAMES),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.lists(STEPS, max_size=8), st.lists(STEPS, max_size=8))
def test_undoing_all_gives_file_and_corrections_back_and_redoing_them_again(
    tmp_path_factory: pytest.TempPathFactory, first: list[tuple[str, ...]], then: list[tuple[str, ...]]
) -> None:
    folder = tmp_path_factory.mktemp("dossier")
    make(ActorBook([folder]), [("ignore", "Chile"), *first])
    book = ActorBook([folder])
    before = book.corrections, (folder / "actors.toml").read_bytes()
    done = make(book, then)
    after = book.corrections, (folder / "actors.toml").read_bytes()
    for _ in range(done):
        assert book.undo() not in (None, CHANGED_ELSEWHERE)
    assert (book.corrections, (folder / "actors.toml").read_bytes()) == before
    for _ in range(done):
        assert book.redo() not in (None, CHANGED_ELSEWHERE)
    assert (book.corrections, (folder / "actors.toml").read_bytes()) == after
    assert ActorBook([folder]).corrections == book.corrections
    joins = book.corrections.joins
    assert not any(actor in joins for actor in joins.values())


def make(book: ActorBook, steps: list[tuple[str, ...]]) -> int:
    """Makes those corrections that are not refused; how many these were."""
    done = 0
    for name, *arguments in steps:
        try:
            getattr(book, name)(*arguments)
            done += 1
        except CorrectionError:
            pass
    return done


UNDO = st.sampled_from([("undo",), ("redo",), ("reload",)])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.booleans(), STEPS | UNDO), max_size=14))
def test_two_sessions_that_write_in_turn_agree_in_the_end_and_leave_a_sound_file(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[bool, tuple[str, ...]]]
) -> None:
    folder = tmp_path_factory.mktemp("dossier")
    one, other = ActorBook([folder]), ActorBook([folder])
    for first, step in steps:
        make(one if first else other, [step])
    one.reload()
    other.reload()
    assert one.corrections == other.corrections == ActorBook([folder]).corrections
    assert (one.problems, one.unsaved, other.unsaved) == ((), False, False)
    joins = one.corrections.joins
    assert not any(actor in joins for actor in joins.values())
    assert not any(actor in joins for actor in one.corrections.texts.values())


def test_two_sessions_keep_each_others_corrections(root: Path) -> None:
    one, other = ActorBook([root]), ActorBook([root])
    one.merge("Wang", "Wang Yi")
    other.set_kind("Wang Yi", "person")
    other.ignore("Peru")
    one.rename("China", "PRC")
    assert actors_in(root) == {"PRC": {"joins": ["China"]}, "Wang Yi": {"kind": "person", "joins": ["Wang"]}}
    assert other.reload()
    assert one.corrections == other.corrections


def test_merges_of_two_sessions_that_lead_on_are_led_to_their_end(root: Path) -> None:
    one, other = ActorBook([root]), ActorBook([root])
    one.merge("Wang", "Wang Yi")
    other.merge("Wang Yi", "China")
    assert actors_in(root) == {"China": {"joins": ["Wang", "Wang Yi"]}}


def test_merges_of_two_sessions_in_a_circle_leave_one_actor(root: Path) -> None:
    one, other = ActorBook([root]), ActorBook([root])
    one.merge("Wang", "Wang Yi")
    other.merge("Wang Yi", "Wang")
    assert actors_in(root) == {"Wang": {"joins": ["Wang Yi"]}}


@pytest.mark.parametrize("split", [("China",), ("China", "Wang"), ("Wang", "China"), ("China", "Peru")])
def test_a_split_by_the_session_whose_merge_ended_in_a_circle_leaves_a_sound_file(
    root: Path, split: tuple[str, ...]
) -> None:
    one, two = ActorBook([root]), ActorBook([root])
    two.merge("Wang", "Wang Yi")
    one.merge("Wang Yi", "Wang")
    make(two, [("split", "Wang Yi", *split)])
    one.reload()
    two.reload()
    assert one.corrections == two.corrections == ActorBook([root]).corrections
    assert one.problems == two.problems == ActorBook([root]).problems == ()
    joins = one.corrections.joins
    assert "Wang Yi" in joins
    assert not any(actor in joins for actor in joins.values())


@pytest.mark.parametrize(
    ("theirs", "ours", "sentence"),
    [
        (
            ("merge", "Wang", "Wang Yi"),
            ("merge", "Wang", "China"),
            "Wang merged into China; another program's correction of Wang is replaced",
        ),
        (
            ("merge", "Wang Yi", "Wang"),
            ("merge", "Wang", "Wang Yi"),
            "Wang merged into Wang Yi; another program merged Wang Yi into Wang",
        ),
        (
            ("merge", "Wang", "Wang Yi"),
            ("merge", "Wang Yi", "Wang"),
            "Wang Yi merged into Wang; another program's correction of Wang is replaced",
        ),
        (
            ("merge", "Kremlin", "Russia"),
            ("set_kind", "Kremlin", "organization"),
            "Kremlin is of the kind organization; another program merged Kremlin into Russia",
        ),
        (
            ("set_kind", "Kremlin", "organization"),
            ("merge", "Kremlin", "Russia"),
            "Kremlin merged into Russia; another program's correction of Kremlin is replaced",
        ),
        (
            ("set_kind", "Kremlin", "organization"),
            ("set_kind", "Kremlin", "place"),
            "Kremlin is of the kind place; another program's correction of Kremlin is replaced",
        ),
        (
            ("merge", "Wang Yi", "China"),
            ("merge", "Wang", "Wang Yi"),
            "Wang merged into Wang Yi; another program merged Wang Yi into China",
        ),
        (("merge", "Wang", "Wang Yi"), ("merge", "Wang Yi", "China"), "Wang Yi merged into China"),
        (("set_kind", "Peru", "place"), ("merge", "Wang", "Wang Yi"), "Wang merged into Wang Yi"),
        (("merge", "Wang", "Wang Yi"), ("merge", "Wang", "Wang Yi"), "Wang merged into Wang Yi"),
    ],
)
def test_a_correction_that_two_sessions_made_differently_is_told(
    root: Path, theirs: tuple[str, ...], ours: tuple[str, ...], sentence: str
) -> None:
    one, other = ActorBook([root]), ActorBook([root])
    make(other, [theirs])
    assert getattr(one, ours[0])(*ours[1:]) == sentence
    assert (one.problems, ActorBook([root]).corrections) == ((), one.corrections)


def test_what_was_replaced_while_the_disk_was_full_is_told_with_the_next_correction(root: Path) -> None:
    one, other = ActorBook([root]), ActorBook([root])
    with full_disk(), pytest.raises(ProblemError):
        one.merge("Wang", "China")
    other.merge("Wang", "Wang Yi")
    one.reload()
    assert one.ignore("Peru") == "Peru ignored; another program's correction of Wang is replaced"
    assert one.ignore("Chile") == "Chile ignored"


NAMED = st.sampled_from(["a", "b", "c", "d", "e"])
FACTS = st.dictionaries(
    st.tuples(st.sampled_from(["join", "join", "actor", "kind", "text", "alias", "unknown"]), NAMED), NAMED
).map(
    lambda facts: {
        (topic, name): {"actor": True, "kind": "person", "unknown": {"x": name}}.get(topic, value)
        for (topic, name), value in facts.items()
    }
)


@given(FACTS, FACTS, FACTS)
def test_whatever_two_sessions_made_of_the_same_facts_merges_into_a_sound_file(
    base: dict[Fact, object], ours: dict[Fact, object], theirs: dict[Fact, object]
) -> None:
    merged = merge_records(base, ours, theirs, FactRules()).records
    again = merge_records(
        base, dict(reversed(ours.items())), dict(reversed(theirs.items())), FactRules()
    ).records
    assert again == merged
    file = write_actors(Path("actors.toml"), ActorsFile(facts=merged))
    assert file.problems == ()
    written = {fact: value for fact, value in merged.items() if fact[0] != "actor"}
    assert {fact: value for fact, value in file.facts.items() if fact[0] != "actor"} == written


def test_what_one_session_says_of_an_actor_that_the_other_merged_leaves_a_sound_file(root: Path) -> None:
    one, other = ActorBook([root]), ActorBook([root])
    one.set_kind("Kremlin", "place")
    other.merge("Kremlin", "Russia")
    one.set_kind("Kremlin", "organization")
    assert actors_in(root) == {"Russia": {"joins": ["Kremlin"]}}
    assert (one.problems, ActorBook([root]).problems) == ((), ())


def test_a_text_that_one_session_gives_to_an_actor_that_the_other_merged_leads_to_the_last(
    root: Path,
) -> None:
    one, other = ActorBook([root]), ActorBook([root])
    one.split("Russia", "Moscow", "Kremlin")
    other.merge("Kremlin", "Russia")
    one.split("Russia", "the palace", "Kremlin")
    assert actors_in(root) == {"Russia": {"joins": ["Kremlin"], "texts": ["Moscow", "the palace"]}}


def test_the_version_grows_with_each_change_of_the_corrections_in_force_and_with_nothing_else(
    root: Path,
) -> None:
    book, other = ActorBook([root]), ActorBook([root])
    seen = [book.version]

    def has_changed() -> bool:
        seen.append(book.version)
        return seen[-1] > seen[-2]

    book.merge("Wang", "Wang Yi")
    assert has_changed()
    book.save()
    book.reload()
    book.set_kind("Wang Yi", None)
    assert not has_changed()
    book.undo()
    assert not has_changed()
    book.undo()
    assert has_changed()
    book.redo()
    assert has_changed()
    other.ignore("Peru")
    assert not has_changed()
    book.reload()
    assert has_changed()


def test_the_version_grows_with_a_change_in_another_folder_of_the_dossier(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for folder in (one, two):
        folder.mkdir()
    book = ActorBook([one, two])
    before = book.version
    ActorBook([two]).ignore("Peru")
    assert book.reload()
    assert book.version > before


def test_a_correction_that_cannot_be_saved_has_its_version_too(root: Path) -> None:
    (root / "actors.toml").write_text("= broken")
    book = ActorBook([root])
    before = book.version
    with pytest.raises(ProblemError):
        book.ignore("Peru")
    assert book.version > before
    assert book.corrections.ignored_actors == {"Peru"}


def test_what_another_session_changed_since_is_not_undone(root: Path) -> None:
    one, other = ActorBook([root]), ActorBook([root])
    one.set_kind("Kremlin", "place")
    other.reload()
    other.set_kind("Kremlin", "organization")
    one.reload()
    assert one.undo() == CHANGED_ELSEWHERE
    assert actors_in(root) == {"Kremlin": {"kind": "organization"}}


def test_a_file_that_does_not_parse_is_told_and_never_overwritten(root: Path) -> None:
    path = root / "actors.toml"
    path.write_text('schema = 1\n[[actor]\nname = "x"\n')
    book = ActorBook([root])
    (problem,) = book.problems
    assert (problem.path, problem.line) == (path, 2)
    assert "not valid TOML" in problem.message
    with pytest.raises(ProblemError):
        book.merge("Wang", "Wang Yi")
    assert book.unsaved
    assert book.corrections.actor("Wang") == "Wang Yi"
    assert path.read_text() == 'schema = 1\n[[actor]\nname = "x"\n'
    path.write_text('schema = 1\n[[actor]]\nname = "x"\n')
    book.save()
    assert (book.unsaved, book.problems) == (False, ())
    assert actors_in(root) == {"Wang Yi": {"joins": ["Wang"]}, "x": {}}


def test_a_file_that_vanished_is_written_again_whole(book: ActorBook, root: Path) -> None:
    book.merge("Wang", "Wang Yi")
    (root / "actors.toml").unlink()
    assert not book.reload()
    book.ignore("Peru")
    assert actors_in(root) == {"Wang Yi": {"joins": ["Wang"]}}


def test_what_another_program_wrote_is_kept_beside_the_file(root: Path) -> None:
    written = b'schema = 1\n# by hand\n[[actor]]\nname = "Wang Yi"\njoins = ["Wang"]\n'
    (root / "actors.toml").write_bytes(written)
    ActorBook([root]).ignore("Peru")
    assert (root / "actors.toml~").read_bytes() == written


def test_the_bundled_dossiers_corrections_are_in_the_users_folder(tmp_path: Path) -> None:
    from fenttui import paths

    seeds = paths.bundled("seeds")
    book = ActorBook([seeds])
    book.merge("Wang", "Wang Yi")
    assert not (seeds / "actors.toml").exists()
    assert book.path == tmp_path / "own" / "data" / "actors" / "seeds-bundled.toml"
    assert ActorBook([seeds]).corrections.actor("Wang") == "Wang Yi"


def test_the_dossiers_word_outweighs_the_settings(root: Path) -> None:
    below = Corrections(
        {"Wang": "Wang Yi", "Wang Yi": "Wang Yi"}, {"Wang Yi": "place"}, frozenset({"Sign up"}),
        apart=frozenset({"Wang Yi"}),
    )  # fmt: skip
    book = ActorBook([root], below)
    assert book.corrections == below
    book.rename("Wang Yi", "Minister")
    assert dict(book.corrections.aliases) == {"Wang": "Minister", "Wang Yi": "Minister"}
    assert book.corrections.kinds.get("Minister") == "place"
    book.set_kind("Minister", "person")
    assert book.corrections.kinds.get("Minister") == "person"
    book.split("Minister", "Wang")
    assert book.corrections.aliases["Wang"] == "Wang"
    assert book.corrections.ignore == {"Sign up"}
    with pytest.raises(CorrectionError):
        book.unignore("Sign up")


def test_of_several_folders_the_first_is_written_to_and_outweighs_the_others(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for folder in (one, two):
        folder.mkdir()
    ActorBook([two]).merge("Wang", "Wang Yi")
    ActorBook([two]).set_kind("Kremlin", "place")
    ActorBook([one]).set_kind("Kremlin", "organization")
    book = ActorBook([one, two])
    assert book.corrections.kinds["Kremlin"] == "organization"
    book.rename("Wang Yi", "Minister")
    assert book.corrections.actor("Wang") == "Minister"
    assert actors_in(two)["Wang Yi"] == {"joins": ["Wang"]}


def test_without_a_folder_corrections_are_kept_in_memory(tmp_path: Path) -> None:
    book = ActorBook([])
    book.ignore("Peru")
    assert book.path is None
    assert book.corrections.ignored_actors == {"Peru"}
