from __future__ import annotations

import pytest

from tests.support.coreference import linked


def read(text: str) -> list[tuple[str, str]]:
    return [(mention.actor, mention.way) for mention in linked(text)]


@pytest.mark.parametrize(
    ("text", "actor", "way"),
    [
        ("{l:- U.S.}", "United States", "name"),
        ("{l:- USA}", "United States", "name"),
        ("{l:- UNITED STATES}", "United States", "name"),
        ("{l:- United\nStates}", "United States", "name"),
        ("{o:- US}", "United States", "name"),
        ("{l:- America}", "United States", "name"),
        ("{g:- Americans}", "United States", "demonym"),
        ("{l:- Washington, D.C.}", "United States", "capital"),
        ("{l:- PRC}", "China", "name"),
        ("{g:- CHINESE}", "China", "demonym"),
        ("a visit to {l:- Beijing}", "China", "capital"),
        ("{l:- DPRK}", "North Korea", "name"),
        ("{l:- Pyongyang}", "North Korea", "capital"),
        ("{g:- South African}", "South Africa", "demonym"),
        ("{l:- Türkiye}", "Turkey", "name"),
        ("{l:- Cote d'Ivoire}", "Ivory Coast", "name"),
        ("{l:- Sultanate of Oman}", "Oman", "name"),
        ("{l:- Doha, Qatar}", "Qatar", "capital"),
        ("{l:- Congo}", "Democratic Republic of the Congo", "name"),
    ],
)
def test_a_country_is_known_by_name_people_and_capital(text: str, actor: str, way: str) -> None:
    assert read(text) == [(actor, way)]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("{l:- Georgia} votes, {l:- Tbilisi} said.", ["Georgia", "Georgia"]),
        ("{l:- Georgia} votes, {l:- Atlanta} said.", ["Georgia (state)", "Atlanta"]),
        ("{l:- Athens}, {l:- Georgia}; {l:- Ohio}, {l:- Utah}",
         ["Athens, Georgia", "Georgia (state)", "Ohio", "Utah"]),
        ("{l:- Paris}, {l:- Texas}", ["Paris, Texas", "Texas"]),
        ("{l:- Paris}, {l:- Berlin}", ["France", "Germany"]),
        ("{l:- Seattle}, {l:- Washington}", ["Seattle", "Washington (state)"]),
        ("{l:- Washington} state; {l:- Washington}", ["Washington (state)", "United States"]),
        ("{l:- Congo} and {l:- Brazzaville}", ["Republic of the Congo"] * 2),
        ("{l:- Congo}, {l:- Goma} and {l:- Brazzaville}",
         ["Democratic Republic of the Congo", "Goma", "Republic of the Congo"]),
        ("{l:- Korea} and {l:- Seoul}", ["South Korea"] * 2),
        ("{l:- Korea}, {l:- Seoul}, {l:- Pyongyang}", ["Korea", "South Korea", "North Korea"]),
        ("{l:- Kingston} is near {l:- Toronto}", ["Kingston", "Toronto"]),
        ("{l:- Kingston} is in {l:- Jamaica}", ["Jamaica", "Jamaica"]),
        ("The {o:- European Union} met. {l:- Brussels} agreed.", ["European Union"] * 2),
        ("The {o:- European Union} met in {l:- Brussels}.", ["European Union", "Belgium"]),
        ("The {o:- EU} met. {g:- Belgian} {l:- Brussels}", ["European Union", "Belgium", "Belgium"]),
        ("{p:- Kezia Jordan} left. {p:- Jordan} is in {l:- Oman}.", ["Kezia Jordan", "Kezia Jordan", "Oman"]),
        ("the {o:- Kremlin} and {l:- Moscow}", ["Kremlin", "Russia"]),
    ],
)  # fmt: skip
def test_a_name_with_two_readings_is_read_by_what_stands_around_it(text: str, actors: list[str]) -> None:
    assert [actor for actor, _ in read(text)] == actors
