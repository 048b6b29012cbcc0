from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fenttui.folding import fold, has_accent, has_capital, plain_sign

SIGNS = (
    "aÉe\u0301\u0302ß İıłæﬁ½…й\u0438\u0306 \u00a0\n\t\u200b\u00ad“’–한\u1112\u1161\u11ab👩\u200d\u0915\u094d"
)
ANY = st.text(max_size=40) | st.text(st.sampled_from(SIGNS), max_size=40)


@pytest.mark.parametrize(
    ("written", "alike"),
    [
        ("Wang’s “plan” – now", 'wang\'s "plan" - now'),
        ("résumé", "RESUME"),
        ("Łódź, Ærø, Đà Nẵng", "lodz, aero, da nang"),
        ("Straße", "STRASSE"),
        ("ﬁve ofﬁces", "five offices"),
        ("tar\u00adiff and tar\u200biff and tar\u2060iff", "tariff and tariff and tariff"),
        ("a tar\u00ad\niff", "a tariff"),
        ("one\u00a0two\tthree \u2009 four", "one two three four"),
        ("a line\nof text", "a line of text"),
        ("１２３％ ｏｆｆ", "123% off"),
        ("China´s", "china's"),
        ("and so on…", "and so on..."),
        ("İstanbul", "istanbul"),
        ("שָׁלוֹם", "שלום"),
        ("كِتَاب", "كتاب"),
        ("Ἀθῆναι", "αθηναι"),
        ("ёлка", "елка"),
    ],
)
def test_what_a_reader_takes_for_the_same_is_the_same(written: str, alike: str) -> None:
    assert fold(written).text == fold(alike).text == alike.lower()


@pytest.mark.parametrize(
    ("one", "other"), [("и", "й"), ("か", "が"), ("a b", "ab"), ("1,000", "1.000"), ("क", "कि"), ("각", "가")]
)
def test_what_differs_to_a_reader_stays_apart(one: str, other: str) -> None:
    assert fold(one).text != fold(other).text


@pytest.mark.parametrize("accents", [True, False])
@pytest.mark.parametrize("case", [True, False])
@pytest.mark.parametrize("text", ["Zoë Müller", "Việt Nam", "한국", "élève и й", "Ἀθῆναι", "ガギグ"])
def test_composed_and_decomposed_letters_are_alike(text: str, case: bool, accents: bool) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert fold(composed, case, accents).text == fold(decomposed, case, accents).text


def test_case_and_accents_are_kept_where_they_are_asked_for() -> None:
    assert fold("Élan", case=True, accents=True).text == "Élan"
    assert fold("Élan", case=True).text == "Elan"
    assert fold("Élan", accents=True).text == "élan"


def test_a_blank_line_is_told_from_the_end_of_a_line() -> None:
    assert fold("one\ntwo\n\nthree \n \n four").text == "one two\nthree\nfour"
    assert fold("ône\ntwo\n\nthree \n \n four").text == "one two\nthree\nfour"


@settings(max_examples=400, deadline=None)
@given(ANY, st.booleans(), st.booleans())
def test_the_way_back_covers_what_was_folded(text: str, case: bool, accents: bool) -> None:
    folded = fold(text, case, accents)
    reached = 0
    for offset in range(len(folded.text)):
        start, end = folded.span(offset, offset + 1)
        assert 0 <= start < end <= len(text)
        assert start >= reached or folded.span(offset - 1, offset) == (start, end)
        reached = start
    assert list(folded.spans((at, at + 1) for at in range(len(folded.text)))) == [
        folded.span(at, at + 1) for at in range(len(folded.text))
    ]


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=20), st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=8))
def test_a_word_is_where_it_came_from(before: str, word: str) -> None:
    text = before + " " + word + " end"
    folded = fold(text)
    wanted = fold(word).text
    at = folded.text.rindex(wanted + " end") if wanted else -1
    if wanted:
        start, end = folded.span(at, at + len(wanted))
        assert fold(text[start:end]).text == wanted
        assert end == len(text) - len(" end")


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec="ascii"), max_size=60))
def test_ascii_is_folded_as_any_other_text(text: str) -> None:
    other = fold(text + "é")
    assert fold(text + "e").text == other.text


def test_a_long_text_keeps_its_offsets() -> None:
    text = "“Tariffs”  rose in Łódź.\n\n" * 2000 + "Zoë"
    folded = fold(text)
    at = folded.text.index("zoe")
    assert text[slice(*folded.span(at, at + 3))] == "Zoë"
    assert fold(text) is folded


def test_capitals_and_accents_are_seen() -> None:
    assert has_capital("aB")
    assert has_capital("ǅ")
    assert not has_capital("ab1 ß王")
    assert has_accent("cafe\u0301")
    assert has_accent("ł")
    assert not has_accent("cafe “й”")


def test_the_signs_of_a_keyboard_stand_for_the_typographic_ones() -> None:
    assert [plain_sign(sign) for sign in "’“–\u00a0\nxé"] == ["'", '"', "-", " ", " ", "x", "é"]
