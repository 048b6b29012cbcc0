import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenttui.notes.tags import clean_tags, format_tags, is_under, parse_tags, renamed_tags, tag_key

_NFD = unicodedata.normalize("NFD", "Élysée")
_TAGS = st.lists(st.text(st.sampled_from('ab,"#＃/ \t\n\u00a0é\u0301\u20e3\ufe0fǅß') | st.characters()))


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("tariffs, claim/contested", ("tariffs", "claim/contested")),
        (" b ,a,, b ,", ("b", "a")),
        ("rare\tearths,\nsoy  beans", ("rare earths", "soy beans")),
        ("", ()),
        (" , ", ()),
        ('"Lee, Ann", claim', ("Lee, Ann", "claim")),
        ('"said ""no""", " kept "', ('said "no"', " kept ")),
        ("#claim, ##a, # b, ＃c", ("claim", "a", "b", "c")),
        ('#"Lee, Ann", "#claim"', ("Lee, Ann", "claim")),
        ("C#, #️⃣ keys", ("C#", "#️⃣ keys")),
        (_NFD, ("Élysée",)),
        ("Claim, claim", ("Claim", "claim")),
    ],
)
def test_a_line_of_tags_is_split_at_commas_and_cleaned(line: str, tags: tuple[str, ...]) -> None:
    assert parse_tags(line) == tags
    assert parse_tags(format_tags(tags)) == tags


@pytest.mark.parametrize(
    ("line", "tags"), [('"open, b', ('"open', "b")), ('a "b, c"', ('a "b', 'c"')), ('"a" b', ('"a" b',))]
)
def test_a_quotation_mark_without_its_pair_is_a_sign_of_the_tag(line: str, tags: tuple[str, ...]) -> None:
    assert parse_tags(line) == tags
    assert parse_tags(format_tags(tags)) == tags


@given(_TAGS)
def test_tags_survive_being_written_on_a_line(typed: list[str]) -> None:
    tags = clean_tags(typed)
    assert clean_tags(tags) == tags
    assert parse_tags(format_tags(tags)) == tags


@given(st.text())
def test_a_line_written_again_means_the_same(line: str) -> None:
    tags = parse_tags(line)
    assert parse_tags(format_tags(tags)) == tags


def test_a_tag_is_under_itself_and_under_what_is_above_it() -> None:
    assert is_under("Claim/contested", "claim")
    assert is_under("claim", "CLAIM")
    assert is_under("claim/contested", "#claim")
    assert not is_under("claims", "claim")
    assert not is_under("claim", "claim/contested")


def test_case_and_unicode_form_make_no_other_tag() -> None:
    assert tag_key(_NFD) == tag_key("ÉLYSÉE") == tag_key("#élysée")
    assert is_under(f"{_NFD}/staff", "élysée")
    assert not is_under("🇨🇳 china", "china")


def test_a_rename_takes_what_is_below_along_and_leaves_no_tag_twice() -> None:
    assert renamed_tags(("Claim/Contested", "x", "claim"), "claim", "said") == ("said/Contested", "x", "said")
    assert renamed_tags(("claims", "claim"), "claim", "Claims") == ("claims",)
    assert renamed_tags(("claim",), "claim", "claim/contested") == ("claim/contested",)
