from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenttui.analysis.dossier_actors import join_actors
from fenttui.analysis.name_clusters import NameCount
from fenttui.extract.coreference.corrections import NO_CORRECTIONS, Corrections
from fenttui.extract.coreference.full_names import FullName, same_person
from fenttui.kinds import ActorKind


def counts_of(kind: ActorKind, **counts: int) -> dict[str, NameCount]:
    """Names, with `_` for a space, as they were counted by name."""
    named = {name.replace("_", " "): NameCount() for name in counts}
    for name, number in zip(named, counts.values(), strict=True):
        named[name].add(name, kind, "name", number)
    return named


def joined(kind: ActorKind, corrections: Corrections = NO_CORRECTIONS, /, **counts: int) -> dict[str, str]:
    return join_actors(counts_of(kind, **counts), corrections)


def test_names_differing_in_case_and_accents_are_one_actors_under_the_most_frequent() -> None:
    assert joined("person", José_Peña=2, Jose_Pena=5, JOSE_PENA=9) == {
        "José Peña": "Jose Pena",
        "Jose Pena": "Jose Pena",
        "JOSE PENA": "Jose Pena",
    }


def test_an_organization_is_the_same_with_its_legal_form_and_its_article() -> None:
    names = joined("organization", Acme_Widgets=3, Acme_Widgets_Ltd=1, The_Acme_Widgets=1)
    assert set(names.values()) == {"Acme Widgets"}


def test_an_initial_in_the_middle_makes_no_other_person() -> None:
    assert set(joined("person", Mary_K_Odinga=1, Mary_Odinga=4).values()) == {"Mary Odinga"}


def test_a_name_that_may_be_of_either_of_two_people_is_joined_to_neither() -> None:
    names = joined("person", Mary_K_Odinga=50, Mary_T_Odinga=40, Mary_Odinga=4)
    assert names == {name: name for name in names}


def test_names_that_fit_a_third_and_not_each_other_are_not_joined_through_it() -> None:
    names = joined("person", Paul_Amos_Kiptoo=1, Paul_Kiptoo=3, Amos_Kiptoo=2)
    assert names["Paul Kiptoo"] != names["Amos Kiptoo"]


def test_a_surname_alone_is_the_only_persons_who_has_it() -> None:
    assert joined("person", Odinga=9, Mary_Odinga=1)["Odinga"] == "Mary Odinga"


def test_a_family_name_in_front_is_the_surname() -> None:
    assert joined("person", Wang=2, Wang_Lihua=3)["Wang"] == "Wang Lihua"


def test_a_surname_of_two_people_is_neithers_unless_one_is_named_ten_times_as_often() -> None:
    assert joined("person", Odinga=2, Mary_Odinga=9, Paul_Odinga=1)["Odinga"] == "Odinga"
    names = joined("person", Odinga=2, Mary_Odinga=10, Paul_Odinga=1)
    assert (names["Odinga"], names["Paul Odinga"]) == ("Mary Odinga", "Paul Odinga")


def test_a_given_name_alone_is_nobodys() -> None:
    assert joined("person", Mary=2, Mary_Odinga=9)["Mary"] == "Mary"


def test_a_surname_that_is_a_given_name_as_well_is_nobodys_alone() -> None:
    assert joined("person", Francis=2, Paul_Francis=9)["Francis"] == "Francis"


def test_a_son_is_not_called_by_his_fathers_name() -> None:
    assert joined("person", Karimzai=2, Omar_bin_Karimzai=9)["Karimzai"] == "Karimzai"


def test_a_surname_with_its_particle_is_only_theirs_who_have_it_too() -> None:
    names = joined("person", **{"Al-Karimzai": 2, "Omar_Karimzai": 9})
    assert names["Al-Karimzai"] == "Al-Karimzai"
    names = joined(
        "person", **{"el-Karimzai": 2, "Omar_al-Karimzai": 9, "Zahra_Karimzai": 200, "Karimzai": 1}
    )
    assert names["el-Karimzai"] == "Omar al-Karimzai"
    assert names["Karimzai"] == "Zahra Karimzai"


def test_what_follows_mohammed_tells_people_apart() -> None:
    names = joined("person", Md_Karim_Otieno=5, Mohammed_Otieno=4, Muhammad_Karim_Otieno=3)
    assert names["Mohammed Otieno"] == "Mohammed Otieno"
    assert names["Muhammad Karim Otieno"] == "Md Karim Otieno"


def test_a_title_that_tells_a_person_from_others_keeps_the_name_apart() -> None:
    assert joined("person", **{"Mrs._Odinga": 2}, Paul_Odinga=9)["Mrs. Odinga"] == "Mrs. Odinga"


def test_a_place_is_no_persons_surname() -> None:
    counts = counts_of("person", Mary_Kisumu=9) | counts_of("place", Kisumu=2)
    assert join_actors(counts, NO_CORRECTIONS)["Kisumu"] == "Kisumu"


def test_an_acronym_is_the_only_organizations_that_has_its_four_letters() -> None:
    names = joined("organization", KFUA=9, Kisumu_Farmers_Union_Alliance=1)
    assert set(names.values()) == {"Kisumu Farmers Union Alliance"}
    names = joined("organization", KFUA=9, Kisumu_Farmers_Union_Alliance=1, Karachi_Film_Union_Alliance=1)
    assert names["KFUA"] == "KFUA"
    assert joined("organization", KFU=9, Kisumu_Farmers_Union=1)["KFU"] == "KFU"


def test_an_acronym_that_an_article_explains_is_that_organizations() -> None:
    counts = counts_of("organization", KFU=9, Kisumu_Farmers_Union=1, Karachi_Film_Unit=1)
    counts["Karachi Film Unit"].add("KFU", "organization", "name", 1)
    assert join_actors(counts, NO_CORRECTIONS)["KFU"] == "Karachi Film Unit"


def test_an_acronym_that_is_known_is_no_other_organizations() -> None:
    counts = counts_of("organization", BBC=9, Brisbane_Bowling_Club=1)
    counts["Brisbane Bowling Club"].add("BBC", "organization", "name", 1)
    assert join_actors(counts, NO_CORRECTIONS)["BBC"] == "BBC"


def test_an_actor_that_the_reader_keeps_apart_joins_no_other_and_others_join_it() -> None:
    apart = Corrections(apart=frozenset({"Odinga"}))
    assert joined("person", apart, Odinga=9, Mary_Odinga=1)["Odinga"] == "Odinga"
    apart = Corrections(apart=frozenset({"ODINGA"}))
    assert joined("person", apart, Odinga=9, ODINGA=1)["Odinga"] == "ODINGA"


@pytest.mark.parametrize("surname", [1, 50])
def test_a_surname_that_the_reader_split_off_takes_in_no_full_name(surname: int) -> None:
    apart = Corrections(apart=frozenset({"Odinga"}))
    names = joined("person", apart, Odinga=surname, ODINGA=2, Mary_Odinga=9, Mary_K_Odinga=1)
    assert names == {
        "Odinga": "Odinga",
        "ODINGA": "Odinga",
        "Mary Odinga": "Mary Odinga",
        "Mary K Odinga": "Mary Odinga",
    }


def test_a_surname_follows_a_person_whom_the_reader_renamed() -> None:
    renamed = Corrections(joins={"Mary Odinga": "The governor"}, apart=frozenset({"The governor"}))
    assert joined("person", renamed, Odinga=2, The_governor=5) == {
        "Odinga": "The governor",
        "The governor": "The governor",
    }


@pytest.mark.parametrize("corrections", [
    Corrections({"Odinga": "Raila Odinga"}, apart=frozenset({"Raila Odinga"})),
    Corrections(joins={"Odinga": "Raila Odinga"}, apart=frozenset({"Raila Odinga"})),
])  # fmt: skip
def test_a_surname_that_the_reader_gave_to_a_person_takes_in_no_other_of_that_surname(
    corrections: Corrections,
) -> None:
    names = joined("person", corrections, Raila_Odinga=3, Mary_Odinga=90)
    assert names == {"Raila Odinga": "Raila Odinga", "Mary Odinga": "Mary Odinga"}


def test_a_surname_that_the_reader_ignores_takes_nobody_with_it() -> None:
    ignored = Corrections(ignored_actors=frozenset({"Odinga"}))
    assert joined("person", ignored, Odinga=9, Mary_Odinga=1)["Mary Odinga"] == "Mary Odinga"


def test_an_acronym_that_the_reader_gave_to_an_organization_takes_in_no_other() -> None:
    counts = counts_of("organization", Kenya_Water_Utility=3, Kampala_Workers_Union=4, KWU=2)
    counts["Kampala Workers Union"].add("KWU", "organization", "name", 1)
    corrections = Corrections(joins={"KWU": "Kenya Water Utility"})
    assert join_actors(counts, corrections)["Kampala Workers Union"] == "Kampala Workers Union"


def test_a_surname_follows_a_person_whom_the_reader_ignores() -> None:
    ignored = Corrections(ignored_actors=frozenset({"Mary Odinga"}))
    assert joined("person", ignored, Odinga=2)["Odinga"] == "Mary Odinga"


WORDS = st.sampled_from(
    [
        "Wang",
        "Yi",
        "Mary",
        "MARY",
        "K",
        "Odinga",
        "Ödinga",
        "Jr",
        "Ltd",
        "KFU",
        "Kisumu",
        "Farmers",
        "Union",
        "of",
    ]
)
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
COUNTED = st.dictionaries(
    NAMES, st.tuples(st.sampled_from(["person", "organization", "place"]), st.integers(1, 30)), max_size=12
)


@given(COUNTED, st.dictionaries(NAMES, NAMES, max_size=3), st.frozensets(NAMES, max_size=2), st.randoms())
def test_the_order_of_names_changes_nothing_and_a_name_that_is_shown_leads_to_itself(
    counted: dict[str, tuple[ActorKind, int]],
    joins: dict[str, str],
    apart: frozenset[str],
    shuffler: random.Random,
) -> None:
    joins = {name: end for name, end in joins.items() if end not in joins and name not in apart}
    corrections = Corrections(joins=joins, apart=apart | set(joins.values()))

    def names(order: list[str]) -> dict[str, str]:
        counts = {name: NameCount() for name in order}
        for name in order:
            kind, number = counted[name]
            counts[name].add(name, kind, "name", number)
        return join_actors(counts, corrections)

    order = [name for name in sorted(counted) if name not in joins]
    found = names(order)
    assert all(found.get(actor, actor) == actor for actor in found.values())
    assert all(found[name] == name for name in apart if name in found)
    shuffler.shuffle(order)
    assert names(order) == found


def test_people_of_one_surname_are_not_compared_each_with_each(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0

    def counting(one: FullName, other: FullName) -> bool:
        nonlocal compared
        compared += 1
        return same_person(one, other)

    monkeypatch.setattr("fenttui.analysis.dossier_actors.same_person", counting)
    people = 5_000
    names = {f"Gi{number:04} Kim": 1 for number in range(people)}
    assert len(set(joined("person", **names).values())) == people
    assert 0 < compared < 100 * people


def test_a_short_form_of_a_given_name_makes_no_other_person() -> None:
    assert set(joined("person", William_Otieno=3, Bill_Otieno=1).values()) == {"William Otieno"}
