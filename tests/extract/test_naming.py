from __future__ import annotations

import pytest

from fenttui.extract import extract


def actors(text: str) -> list[tuple[str, str, str | None]]:
    return [(text[m.start : m.end], m.kind, m.actor) for m in extract(text) if m.is_actor]


def named(text: str) -> dict[str, str | None]:
    return {said: actor for said, _, actor in actors(text)}


@pytest.mark.parametrize(
    ("text", "said", "kind", "actor"),
    [
        ("Goods went from Peru.", "Peru", "place", "Peru"),
        ("It left the U.K. at once.", "U.K.", "place", "United Kingdom"),
        ("Talks with the UAE go on.", "UAE", "place", "United Arab Emirates"),
        ("It was made in the USA, he said.", "USA", "place", "United States"),
        ("Then the Kenyans agreed.", "Kenyans", "group", "Kenya"),
        ("A Sri Lankan court agreed.", "Sri Lankan", "group", "Sri Lanka"),
        ("Later Moscow replied.", "Moscow", "place", "Russia"),
        ("The Kremlin denied it.", "Kremlin", "organization", "Kremlin"),
        ("She teaches at the University of Nairobi now.", "University of Nairobi", "organization",
         "University of Nairobi"),
        ("The European Union agreed.", "European Union", "organization", "European Union"),
        ("Many Muslims agreed.", "Muslims", "group", "Muslim"),
        ("China’s rivers are long.", "China", "place", "China"),
        ("India's Supreme Court agreed.", "Supreme Court", "organization", "Supreme Court"),
        ("The Ugandan foreign ministry agreed.", "Ugandan foreign ministry", "organization",
         "Ugandan Ministry of Foreign Affairs"),
        ("The port of al-Hodeidah lies near Lake Turkana.", "Lake Turkana", "place", "Lake Turkana"),
    ],
)  # fmt: skip
def test_an_actor_is_found_with_its_kind(text: str, said: str, kind: str, actor: str) -> None:
    assert (said, kind, actor) in actors(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Donald Trump spoke.", "Donald Trump"),
        ("On Monday Mr Okello spoke.", "Okello"),
        ("The Chinese foreign minister Wang Yi spoke.", "Wang Yi"),
        ("Foreign Minister Sergei Lavrov spoke.", "Sergei Lavrov"),
        ("It pleased Lt. Gen. Mark Hertling too.", "Mark Hertling"),
        ("The plan of Jean-Pierre Bemba failed.", "Jean-Pierre Bemba"),
        ("The plan of Ursula von der Leyen failed.", "Ursula von der Leyen"),
        ("The plan of Robert F. Kennedy failed.", "Robert F. Kennedy"),
        ("The senator's ally Zzyzx Qwerty spoke.", "Zzyzx Qwerty"),
    ],
)
def test_a_persons_span_is_the_name_without_its_title(text: str, name: str) -> None:
    assert (name, "person", name) in actors(text)


@pytest.mark.parametrize(
    "text",
    [
        "They told us to wait, and it is for us to say.",
        "However, it rained. Meanwhile the shops closed.",
        "In March we saw Covid-19 at work.",
        "GDP fell, as a CEO put it.",
    ],
)
def test_what_names_nobody_is_left_alone(text: str) -> None:
    assert actors(text) == []


def test_the_possessive_is_never_part_of_a_name() -> None:
    for text, name in (("Wang's demand and Wang Yi’s aim", "Wang"), ("in Kenya's north", "Kenya")):
        said = [each for each, _, _ in actors(text)]
        assert said[0] == name
        assert all("'" not in each and "’" not in each for each in said)


def test_a_surname_before_its_full_name_is_the_same_person() -> None:
    assert named("Mr Biden left. Then Joe Biden came back.")["Biden"] == "Joe Biden"


def test_two_people_of_one_surname_stay_two_and_the_surname_is_the_nearer_ones() -> None:
    text = "Bill Clinton spoke. Mr Clinton left. Then Hillary Clinton spoke. Ms Clinton left too."
    assert [actor for said, _, actor in actors(text) if said == "Clinton"] == [
        "Bill Clinton",
        "Hillary Clinton",
    ]


def test_an_acronym_in_parentheses_stands_for_the_name_before_it() -> None:
    text = "It is the work of the Kampala Workers Union (KWU). Later KWU agreed."
    assert named(text)["KWU"] == "Kampala Workers Union"


def test_a_ministry_under_two_names_is_one_actor() -> None:
    text = "The Chinese Foreign Ministry spoke. Then the Chinese Ministry of Foreign Affairs spoke."
    assert {actor for _, kind, actor in actors(text) if kind == "organization"} == {
        "Chinese Ministry of Foreign Affairs"
    }


def test_a_way_of_naming_is_told() -> None:
    text = "China, the Chinese and Beijing"
    assert [m.way for m in extract(text)] == ["name", "demonym", "capital"]
