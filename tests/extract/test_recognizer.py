from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from fenttui.extract import extract
from fenttui.extract.mention import ActorMention
from fenttui.extract.names.recognizer.model import MODEL_FILE
from fenttui.extract.names.recognizer.recognizer import recognizer
from fenttui.extract.names.recognizer.regions import capitals, regions
from fenttui.extract.text.tokens import tokenize
from tests.support.marked_text import f1, marked_texts


def actors(text: str) -> list[ActorMention]:
    return [mention for mention in extract(text) if isinstance(mention, ActorMention)]


def said(text: str) -> list[tuple[str, str]]:
    return [(text[mention.start : mention.end], mention.kind) for mention in actors(text)]


def test_the_names_of_our_samples_are_found_with_their_kinds() -> None:
    gold: set[tuple[object, ...]] = set()
    found: set[tuple[object, ...]] = set()
    for number, marked in enumerate([*marked_texts("first"), *marked_texts("second")]):
        # The samples mark a people as the land that it is of.
        lands = {name[:2] for name in marked.names if name[2] == "place"}
        gold |= {(number, *name) for name in marked.names}
        for mention in actors(marked.text):
            kind = (
                "place" if mention.kind == "group" and (mention.start, mention.end) in lands else mention.kind
            )
            found.add((number, mention.start, mention.end, kind))
    spans = ({name[:3] for name in names} for names in (gold, found))
    assert f1(*spans) >= 0.94
    assert f1(gold, found) >= 0.92


def test_the_model_stays_small() -> None:
    assert MODEL_FILE.stat().st_size <= 10_000_000


@pytest.mark.parametrize(
    "text", ["MINISTERS OF KENYA AND UGANDA MET IN NAIROBI", "ministers of kenya and uganda met in nairobi"]
)
def test_a_line_that_is_all_in_capitals_or_has_none_names_the_same(text: str) -> None:
    assert [name.lower() for name, _ in said(text)] == ["kenya", "uganda", "nairobi"]


def test_a_text_of_many_parts_has_its_names_from_the_first_to_the_last() -> None:
    sentence = "Tendai Mukwere met Marco Rubio in Nairobi on a day of rain. "
    text = sentence * 4000
    names = recognizer().names(tokenize(text))
    tokens = tokenize(text)
    assert {tokens.said(name.first, name.end) for name in names} == {
        "Tendai Mukwere",
        "Marco Rubio",
        "Nairobi",
    }
    assert len(names) == 3 * 4000


@pytest.mark.parametrize("unit", ["A-", "A -", "-A", "A B-", "Á-a-", "A, ", "A B ", "AB CD "])
def test_each_token_is_looked_at_a_few_times_however_long_a_chain_is(unit: str) -> None:
    class Counted(list[str]):
        looks = 0

        def __getitem__(self, index: Any) -> Any:
            Counted.looks += 1
            return super().__getitem__(index)

    looks = []
    for size in (2_000, 8_000):
        tokens = tokenize(unit * size)
        counted = replace(tokens, words=Counted(tokens.words))
        Counted.looks = 0
        regions(counted, capitals(tokens))
        looks.append(Counted.looks)
    assert looks[1] <= 5 * looks[0]


def test_the_words_seen_before_change_nothing() -> None:
    text = "Wang Yi met Marco Rubio in Kuala Lumpur, the Ministry of Foreign Affairs said."
    before = said(text)
    for number in range(30):
        extract(" ".join(f"Name{number}x{word} Other{word}" for word in range(600)))
    assert said(text) == before


def test_two_countries_side_by_side_are_two() -> None:
    assert said("He called on the U.S. China did not answer.") == [("U.S.", "place"), ("China", "place")]


def test_the_ministry_of_a_people_is_one_name() -> None:
    assert ("Chinese foreign ministry", "organization") in said("The Chinese foreign ministry said no.")


def test_what_a_country_has_is_a_name_of_its_own() -> None:
    assert said("India's Supreme Court agreed.") == [("India", "place"), ("Supreme Court", "organization")]


def test_a_known_organization_of_several_words_is_found_wherever_it_stands() -> None:
    assert ("The Independent", "organization") in said("You support The Independent with that.")


@pytest.mark.parametrize(
    "text",
    [
        "Marco Rubio\nTendai Mukwere\nOlaf Scholz\n",
        "Present were:\n- Marco Rubio\n- Tendai Mukwere\n- Olaf Scholz",
        "Present were:\n\n  • Marco Rubio\n  • Tendai Mukwere\n  • Olaf Scholz",
        "Marco Rubio\tTendai Mukwere\nOlaf Scholz\t12\n",
        "1\tMarco Rubio\n2\tTendai Mukwere\n3\tOlaf Scholz",
        "MARCO RUBIO\nTENDAI MUKWERE\nOLAF SCHOLZ",
    ],
)
def test_the_lines_of_a_list_and_the_cells_of_a_table_are_names_of_their_own(text: str) -> None:
    names = [(name.title(), kind) for name, kind in said(text)]
    assert names == [("Marco Rubio", "person"), ("Tendai Mukwere", "person"), ("Olaf Scholz", "person")]


def test_a_country_in_the_cell_beside_a_persons_is_a_place() -> None:
    assert said("Marco Rubio\tKenya\nTendai Mukwere\tUganda") == [
        ("Marco Rubio", "person"),
        ("Kenya", "place"),
        ("Tendai Mukwere", "person"),
        ("Uganda", "place"),
    ]


def test_a_name_that_goes_on_in_the_next_line_of_prose_is_one() -> None:
    assert ("Tendai\nMukwere", "person") in said("They met in the house of Tendai\nMukwere near the sea.")
