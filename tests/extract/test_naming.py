from __future__ import annotations

import pytest

from fenttui.extract import extract
from fenttui.extract.mention import ActorMention


def actors(text: str) -> list[tuple[str, str, str | None]]:
    return [(text[m.start : m.end], m.kind, m.actor) for m in extract(text) if isinstance(m, ActorMention)]


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
        ("India's Supreme Court agreed.", "Supreme Court", "organization", "Indian Supreme Court"),
        ("The Ugandan foreign ministry agreed.", "Ugandan foreign ministry", "organization",
         "Ugandan Ministry of Foreign Affairs"),
        ("The vaccine of Johnson & Johnson works.", "Johnson & Johnson", "organization", "Johnson & Johnson"),
        ("Then S&P lowered it.", "S&P", "organization", "S&P"),
        ("The Treasury said so.", "Treasury", "organization", "Treasury"),
        ("He reads the Asahi Shimbun daily.", "Asahi Shimbun", "organization", "Asahi Shimbun"),
        ("Then the BEDY Travel agency closed.", "BEDY Travel", "organization", "BEDY Travel"),
        ("Then the Tomorrow Group closed.", "Tomorrow Group", "organization", "Tomorrow Group"),
        ("Then the China Road and Bridge Corporation built it.", "China Road and Bridge Corporation",
         "organization", "China Road and Bridge Corporation"),
        ("Then the Banking and Insurance Regulatory Commission agreed.",
         "Banking and Insurance Regulatory Commission", "organization",
         "Banking and Insurance Regulatory Commission"),
        ("The Commission for Economic Co-operation and Development agreed.",
         "Commission for Economic Co-operation and Development", "organization",
         "Commission for Economic Co-operation and Development"),
        ("They flew to Santiago de Cuba.", "Santiago de Cuba", "place", "Santiago de Cuba"),
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
        ("President Yoon Suk-yeol spoke.", "Yoon Suk-yeol"),
        ("North Korea's Kim Jong-un spoke.", "Kim Jong-un"),
        ("The plan of Tsai Ing-wen failed.", "Tsai Ing-wen"),
        ("The plan of Wong Chi-wai failed.", "Wong Chi-wai"),
        ("The plan of Ban Ki-moon failed.", "Ban Ki-moon"),
        ("The plan of Moon Jae-in failed.", "Moon Jae-in"),
        ("Crown Prince Sheikh Ahmad Nawaf spoke.", "Ahmad Nawaf"),
        ("Then MP Ahmad Nawaf spoke.", "Ahmad Nawaf"),
        ("The plan of Carrie Lam Cheng Yuet-ngor failed.", "Carrie Lam Cheng Yuet-ngor"),
        ("In 2019, Paris Hilton said so.", "Paris Hilton"),
        ("The speaker of the Republic Pedro Castillo spoke.", "Pedro Castillo"),
        ("The Cabinet of Prime Minister Pedro Castillo met.", "Pedro Castillo"),
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


@pytest.mark.parametrize(
    "text",
    [
        "The bonds of Easy Sky fell, traders said.",
        "Shares of insurer Tian'an Life fell.",
        "Troops at Adam Air Base left.",
        "The International Book Fair opened.",
        "They marched in the Gay Pride parade.",
        "A Moja Expressway was built, and Expressway users pay.",
        "The vaccine of Johnson & Johnson works, and S&P said so.",
        "They spoke of Zzyzx Qwerty and left.",
    ],
)
def test_a_name_that_nothing_tells_to_be_a_persons_is_none(text: str) -> None:
    assert "person" not in {kind for _, kind, _ in actors(text)}


@pytest.mark.parametrize(
    "text",
    [
        "They spoke about Tendai Mukwere without malice. Then Mukwere left.",
        "They spoke about Donald Tusk, Tendai Mukwere and several others.",
        "They spoke of Tendai Mukwere, 45, and left.",
        "They spoke of Tendai Mukwerenko and left.",
        "They spoke of Tendai Mukwere's wife.",
    ],
)
def test_a_little_evidence_makes_a_full_name_a_persons(text: str) -> None:
    assert any(kind == "person" and said.startswith("Tendai") for said, kind, _ in actors(text))


@pytest.mark.parametrize(
    "text", ["Xi Jinping-led talks", "the Pemex Corp-run fields", "a Covid Nation-hit year"]
)
def test_a_word_hung_on_a_name_is_not_part_of_it(text: str) -> None:
    assert all("-" not in said for said, _, _ in actors(text))


def test_a_family_name_leads_to_the_whole_hyphenated_name() -> None:
    text = "Acting president Han Duck-soo spoke. Han left. Carrie Lam Cheng Yuet-ngor spoke. Lam left."
    assert named(text) == {
        "Han Duck-soo": "Han Duck-soo",
        "Han": "Han Duck-soo",
        "Carrie Lam Cheng Yuet-ngor": "Carrie Lam Cheng Yuet-ngor",
        "Lam": "Carrie Lam Cheng Yuet-ngor",
    }


def test_a_leader_who_is_known_by_the_surname_is_found_where_it_opens_a_sentence() -> None:
    assert named("Trump paid $5. Putin did not.") == {"Trump": "Donald Trump", "Putin": "Vladimir Putin"}


def test_a_leaders_surname_is_the_one_whom_the_text_names_in_full() -> None:
    assert named("Ivanka Trump came. Trump paid $5.")["Trump"] == "Ivanka Trump"


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
    assert [m.way for m in extract(text) if isinstance(m, ActorMention)] == ["name", "demonym", "capital"]
