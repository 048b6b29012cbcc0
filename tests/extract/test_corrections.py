from __future__ import annotations

from fenttui.extract import extract
from fenttui.extract.corrections import NO_CORRECTIONS, Corrections, corrections_from
from fenttui.settings.types import ActorSettings, IgnoreSettings, Settings


def actors(text: str, corrections: Corrections) -> list[tuple[str, str, str | None]]:
    return [(text[m.start : m.end], m.kind, m.actor) for m in extract(text, None, corrections) if m.is_actor]


def test_an_alias_is_found_where_the_rules_find_nothing() -> None:
    corrections = Corrections({"the opioid": "fentanyl"}, {"fentanyl": "group"}, frozenset())
    assert actors("it was the opioid again", corrections) == [("the opioid", "group", "fentanyl")]


def test_an_alias_is_whole_words_in_the_case_it_is_written() -> None:
    corrections = Corrections({"art": "Art Council"}, {}, frozenset())
    assert actors("a cart, an Art, an artist", corrections) == []


def test_an_alias_joins_its_actor() -> None:
    corrections = Corrections({"Zhongnanhai": "China"}, {}, frozenset())
    assert [actor for _, _, actor in actors("Zhongnanhai and Beijing agreed.", corrections)] == [
        "China",
        "China",
    ]


def test_an_alias_outweighs_a_figure() -> None:
    corrections = Corrections({"March 8": "March 8 Alliance"}, {}, frozenset())
    assert actors("They met March 8 again.", corrections) == [("March 8", "organization", "March 8 Alliance")]


def test_an_alias_inside_a_longer_name_leaves_that_name() -> None:
    corrections = Corrections({"Wang": "Wang Li"}, {}, frozenset())
    assert actors("It was Wang Yi who spoke.", corrections) == [("Wang Yi", "person", "Wang Yi")]


def test_an_actor_takes_the_kind_that_is_configured() -> None:
    corrections = Corrections({}, {"Kremlin": "place"}, frozenset())
    assert actors("The Kremlin spoke.", corrections) == [("Kremlin", "place", "Kremlin")]


def test_ignored_words_are_never_mentions() -> None:
    corrections = Corrections({"Big Tech": "Big Tech"}, {}, frozenset({"Big Tech", "two days"}))
    text = "In two days Big Tech and China met."
    assert [text[m.start : m.end] for m in extract(text, None, corrections)] == ["China"]


def test_settings_become_corrections_with_the_actors_own_name() -> None:
    settings = Settings(
        actors={"Wang Yi": ActorSettings(aliases=("China's envoy",), kind="person"), "PAC": ActorSettings()},
        ignore=IgnoreSettings(words=("Support Now",)),
    )
    corrections = corrections_from(settings)
    assert dict(corrections.aliases) == {"Wang Yi": "Wang Yi", "China's envoy": "Wang Yi", "PAC": "PAC"}
    assert dict(corrections.kinds) == {"Wang Yi": "person"}
    assert corrections.ignore == {"Support Now"}
    assert actors("then China's envoy left", corrections) == [("China's envoy", "person", "Wang Yi")]


def test_no_settings_correct_nothing() -> None:
    assert corrections_from(Settings()) == NO_CORRECTIONS
