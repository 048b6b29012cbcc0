from __future__ import annotations

from fenttui.extract import extract
from fenttui.extract.coreference.corrections import (
    NO_CORRECTIONS,
    Corrections,
    combined,
    corrections_from,
    ruled_mentions,
)
from fenttui.extract.mention import ActorMention
from fenttui.settings.types import ActorSettings, IgnoreSettings, Settings


def actors(text: str, corrections: Corrections) -> list[tuple[str, str, str | None]]:
    mentions = extract(text, None, corrections)
    return [(text[m.start : m.end], m.kind, m.actor) for m in mentions if isinstance(m, ActorMention)]


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
    assert corrections.apart == {"Wang Yi", "PAC"}
    assert corrections.ignore == {"Support Now"}
    assert actors("then China's envoy left", corrections) == [("China's envoy", "person", "Wang Yi")]


def test_no_settings_correct_nothing() -> None:
    assert corrections_from(Settings()) == NO_CORRECTIONS


def test_all_ways_to_name_an_actor_follow_when_it_is_joined_to_another() -> None:
    corrections = Corrections(joins={"China": "the PRC"}, kinds={"the PRC": "organization"})
    assert actors("China, Beijing and the Chinese agreed.", corrections) == [
        ("China", "organization", "the PRC"),
        ("Beijing", "place", "the PRC"),
        ("Chinese", "group", "the PRC"),
    ]


def test_what_a_mention_says_can_be_an_actor_of_its_own() -> None:
    corrections = Corrections(texts={"Beijing": "Beijing"}, kinds={"Beijing": "place"})
    assert actors("China and Beijing agreed in May.", corrections) == [
        ("China", "place", "China"),
        ("Beijing", "place", "Beijing"),
    ]


def test_a_text_that_is_an_actor_of_its_own_is_no_mention_where_none_was_found() -> None:
    corrections = Corrections(texts={"May": "Theresa May"})
    mentions = extract("They met in May.", None, corrections)
    assert [mention.kind for mention in mentions] == ["date"]


def test_an_ignored_actor_is_ignored_however_it_is_named() -> None:
    corrections = Corrections(joins={"Peru": "Chile"}, ignored_actors=frozenset({"China", "Chile"}))
    text = "China, the Chinese and Peru met Kenya for two days."
    assert [text[m.start : m.end] for m in extract(text, None, corrections)] == ["Kenya", "two days"]


def test_the_kind_that_an_actor_was_given_stays_when_it_is_renamed() -> None:
    corrections = Corrections(kinds={"Kenya": "organization"}, joins={"Kenya": "Government of Kenya"})
    assert actors("Kenya agreed.", corrections) == [("Kenya", "organization", "Government of Kenya")]


def test_corrections_that_need_no_text_can_be_made_later() -> None:
    text = "Zhongnanhai and Beijing met the Peruvians and the opioid."
    corrections = Corrections(
        {"Zhongnanhai": "China", "the opioid": "fentanyl"}, {"China": "organization"},
        frozenset({"Peruvians"}), {"China": "PRC"}, {"Beijing": "Beijing"}, frozenset({"fentanyl"}),
    )  # fmt: skip
    later = ruled_mentions(text, extract(text, None, Corrections(corrections.aliases)), corrections)
    assert tuple(later) == extract(text, None, corrections)
    assert tuple(ruled_mentions(text, later, corrections)) == tuple(later)


def test_of_two_layers_the_upper_outweighs_and_leads_on() -> None:
    below = Corrections(
        {"Zhongnanhai": "China"}, {"China": "group"}, frozenset({"x"}), {"Peru": "Chile", "Kenya": "Chad"},
        {"Lima": "Peru"}, frozenset({"Togo"}), frozenset({"China"}),
    )  # fmt: skip
    above = Corrections(
        joins={"China": "PRC", "Chile": "Andes"}, kinds={"Peru": "group"}, texts={"Lima": "Lima"},
        ignore=frozenset({"y"}), apart=frozenset({"Kenya", "PRC"}),
    )  # fmt: skip
    both = combined(below, above)
    assert both.aliases == {"Zhongnanhai": "PRC"}
    assert both.joins == {"China": "PRC", "Chile": "Andes", "Peru": "Andes"}
    assert both.kinds == {"China": "group", "PRC": "group", "Peru": "group"}
    assert both.texts == {"Lima": "Lima"}
    assert (both.ignore, both.ignored_actors) == ({"x", "y"}, {"Togo"})
    assert both.apart == {"China", "Kenya", "PRC"}
    assert combined(below, NO_CORRECTIONS) == below == combined(NO_CORRECTIONS, below)


def test_two_thousand_aliases_are_found_in_a_long_text() -> None:
    aliases = {f"the firm of number {number}": f"Firm {number}" for number in range(2000)}
    text = " ".join(f"Today {alias} said nothing of it." for alias in aliases)
    found = [actor for said, _, actor in actors(text, Corrections(aliases)) if said in aliases]
    assert found == list(aliases.values())
