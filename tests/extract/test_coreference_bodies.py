from __future__ import annotations

import pytest

from fenttui.extract.coreference import resolve
from fenttui.extract.names.name import Name
from fenttui.extract.text.tokens import tokenize
from tests.support.coreference import linked


def actors(text: str) -> list[str]:
    return [mention.actor for mention in linked(text)]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("{o:- Lakeside Workers Union} ({o:- LWU}). Then {o:- LWU}", "Lakeside Workers Union"),
        ("{o:- LWU} ({o:- Lakeside Workers Union}). Then {o:- L.W.U.}", "Lakeside Workers Union"),
        ("{o:- Lakeside Bureau of Statistics} agreed. Then {o:- LBS}", "Lakeside Bureau of Statistics"),
        ("{o:- Lakeside Bureau of Statistics} agreed. Then {o:- Lbos}", "Lakeside Bureau of Statistics"),
        ("{o:- Unión de Obreros del Lago} ({o:- LOU}). Then {o:- LOU}", "Unión de Obreros del Lago"),
        ("{o:- Tarn Cable Co. Ltd} grew. {o:- Tarn Cable}; {o:- Tarn}", "Tarn Cable Co. Ltd"),
        ("{o:- Tarn & Gill} grew. {o:- TARN AND GILL}; {o:- Tarn &\nGill Inc.}",
         "Tarn & Gill Inc."),
        ("{o:- Lakeside Organisation for Defence}. {o:- Lakeside Organization for Defense}",
         "Lakeside Organisation for Defence"),
        ("{o:- University of Tarn} grew. The {o:- University}", "University of Tarn"),
        ("{o:- Huawei Technologies Co. Ltd} and {o:- HUAWEI}", "Huawei"),
        ("{o:- World Health Organization} ({o:- WHO}) and {o:- World Health Organisation}", "WHO"),
        ("{o:- Organization of the Petroleum Exporting Countries} ({o:- OPEC})", "OPEC"),
        ("{o:- Reuters}, {o:- Reuters news agency}", "Reuters"),
        ("{l:- São Paulo}, {l:- Sao Paulo}, {l:- SAO PAULO}", "São Paulo"),
        ("{l:- Hunan Province} and {l:- Hunan}", "Hunan"),
        ("{g:- Democrats} and one {g:- Democrat}", "Democrat"),
        ("{g:- Lakesiders} and one {g:- Lakesider}", "Lakesider"),
    ],
)  # fmt: skip
def test_every_form_of_a_name_leads_to_one_actor(text: str, actor: str) -> None:
    assert set(actors(text)) == {actor}


@pytest.mark.parametrize(
    "text",
    [
        "{o:- Tarn Cable} and {o:- Tarn Steel} and {o:- Tarn}",
        "{o:- Google} and {o:- Google Cloud}",
        "{o:- Bank of Tarn} and {o:- University of Tarn}",
        "{l:- Tarn} and {o:- Tarn United}",
        "{o:- Ministry of Health} ({o:- AFP})",
        "{l:- Lyon} ({o:- AFP})",
        "{g:- Democrats} and {o:- Democratic Party}",
    ],
)
def test_what_shares_words_only_stays_apart(text: str) -> None:
    assert len(set(actors(text))) == len(actors(text))


def test_what_the_article_says_of_an_acronym_goes_before_what_is_known() -> None:
    text = "{o:- Interlake Cricket Committee} ({o:- ICC}) met. {o:- ICC} left."
    assert set(actors(text)) == {"Interlake Cricket Committee"}
    assert actors("{o:- ICC} met.") == ["International Criminal Court"]


@pytest.mark.parametrize(
    "said",
    [
        "{o:- Chinese Ministry of Foreign Affairs}",
        "{o:- Chinese foreign ministry}",
        "{o:- China's Foreign Ministry}",
        "{l:- China}'s {o:- foreign ministry}",
        "the {o:- Foreign Ministry of China}",
        "the {o:- Foreign Ministry} of {l:- China}",
        "the {g:- Chinese} {o:- Ministry for Foreign Affairs}",
        "{o:- CHINA’S FOREIGN MINISTRY}",
    ],
)
def test_a_ministry_is_one_actor_under_all_its_names(said: str) -> None:
    assert "Chinese Ministry of Foreign Affairs" in actors(said)
    assert (
        actors(f"{said} agreed. The {{o:- Foreign Ministry}} left.")[-1]
        == "Chinese Ministry of Foreign Affairs"
    )


def test_bodies_of_two_countries_stay_two_and_the_bare_name_is_the_nearer() -> None:
    text = (
        "{l:- Ghana}'s {o:- Supreme Court} met. The {o:- Supreme Court} left. The {o:- Supreme Court of Peru}"
        " met. The {o:- Supreme Court} left. The {o:- Ghanaian Supreme Court} met."
    )
    ghana, peru = "Ghanaian Supreme Court", "Supreme Court of Peru"
    assert actors(text)[1:] == [ghana, ghana, peru, peru, ghana]


def test_a_ministry_of_a_country_that_is_not_said_is_called_as_it_is() -> None:
    assert (
        actors("The {o:- Health Ministry} met. The {o:- Ministry of Health} left.")
        == ["Ministry of Health"] * 2
    )


def test_one_string_is_of_one_kind() -> None:
    tokens = tokenize("Tarn Tarn Tarn")
    names = [Name(0, 1, "organization"), Name(1, 2, "place"), Name(2, 3, "organization")]
    resolve(tokens, names)
    assert {name.kind for name in names} == {"organization"}


@pytest.mark.parametrize("said", ["—", "…", "\ud800", "北京", "ß", "“”"])
def test_a_name_without_letters_that_fold_is_its_own_actor(said: str) -> None:
    for kind in ("person", "organization", "place", "group"):
        names = [Name(0, len(tokenize(said)), kind)]
        resolve(tokenize(said), names)
        assert names[0].actor
