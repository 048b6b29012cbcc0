"""Searches in one article: what is found, what is wrong with a pattern, and that none hangs the program."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
import warnings
from typing import Literal

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from fenttui.ui.widgets.reader.pattern_syntax import read_pattern
from fenttui.ui.widgets.reader.search import Found, Pattern, find, nearest, position_among, word_pattern


def found(text: str, written: str) -> list[str]:
    result = find(text, Pattern(written))
    assert result.problem is None
    return [text[start:end] for start, end in result.spans]


@pytest.mark.parametrize(
    ("text", "written", "expected"),
    [
        ("China, china, CHINA", "china", ["China", "china", "CHINA"]),
        ("China, china, CHINA", "China", ["China"]),
        ("China, china, CHINA", "c.ina", ["China", "china", "CHINA"]),
        ("China, china, CHINA", "C.ina", ["China"]),
        ("China, china, CHINA", r"\bchina\W", ["China,", "china,"]),
        ("China 2 China", r"\S+ \d", ["China 2"]),
        ("a B c", r"\p{Lu}", ["a", "B", "c"]),
        ("WTO and Wto", "[A-Z]{3}", ["WTO"]),
        ("café, cafe, CAFÉ", "cafe", ["café", "cafe", "CAFÉ"]),
        ("café, cafe, CAFÉ", "café", ["café", "CAFÉ"]),
        ("café, cafe", "caf[eé]", ["café", "cafe"]),
        ("Łódź, Đà Nẵng", "lodz|da nang", ["Łódź", "Đà Nẵng"]),
        ("Straße, STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("the tariff\nincrease", "tariff increase", ["tariff\nincrease"]),
        ("the tariff  \n increase", "tar.* increase", ["tariff  \n increase"]),
        ("the end.\n\nThe start", "end. the", ["end.\n\nThe"]),
        ("one.\n\ntwo.", r"\.$", [".", "."]),
        ("talk of talks\n\ntalk", "^talk", ["talk", "talk"]),
        ("a b\n\nc d", "a.*", ["a b"]),
        ("a\u00a0b a\tb", "a b", ["a\u00a0b", "a\tb"]),
        ("a\u00a0b a\tb", r"a\sb", ["a\u00a0b", "a\tb"]),
        ("Wang’s won't", "wang's|won’t", ["Wang’s", "won't"]),
        ("“big” „klein“", '"(big|klein)"', ["“big”", "„klein“"]),
        ("pro–Trump, pro-Trump", "pro[-x]trump", ["pro–Trump", "pro-Trump"]),
        ("pro–Trump, pro-Trump", "pro–t.ump", ["pro–Trump", "pro-Trump"]),
        ("tar\u00adiffs and tar\u200biff", "tariff", ["tar\u00adiff", "tar\u200biff"]),
        ("tar\u00adiffs and tar\u200biff", r"tariffs?\b", ["tar\u00adiffs", "tar\u200biff"]),
        ("$5 and US$5.2 and 5$", "$5", ["$5", "$5"]),
        ("$5 and US$5.2 and 5$", r"$\d", ["$5", "$5"]),
        ("2^8", "2^8", ["2^8"]),
        ("5% up", "5%", ["5%"]),
        ("U.S. and USA", "U.S.", ["U.S."]),
        ("U.S. and Uxs,", r"U\.S\.", ["U.S."]),
        ("(y) y", "(y)", ["y", "y"]),
        ("(y) y", r"\V(y)", ["(y)"]),
        ("(y) y", r"\(y\)", ["(y)"]),
        ("a b c", "(?<=a )b", ["b"]),
        ("aa ab", r"(a)\1", ["aa"]),
        ("one two", "(?P<First>one)|(?<Second>two)", ["one", "two"]),
        ("abcabc", "(?r)abc", ["abc", "abc"]),
        ("half ½ or 1/2", "1/2", ["½", "1/2"]),
        ("x ", "x ", ["x"]),
        ("a b", r"a\ ", ["a "]),
        ("one two, onetwo", "(one)  \u00a0two", ["one two"]),
        ("any", "", []),
        ("any", "   ", []),
        ("any", "x*", []),
        ("any", "()|$", []),
    ],
)
def test_a_pattern_finds_what_a_reader_means(text: str, written: str, expected: list[str]) -> None:
    assert found(text, written) == expected


@pytest.mark.parametrize("in_text", ["NFC", "NFD"])
@pytest.mark.parametrize("typed", ["NFC", "NFD"])
@pytest.mark.parametrize("written", ["müller", "m.ller", "muller", "Mü?ller\\b", "jos[éè]"])
def test_composed_and_decomposed_letters_are_the_same(
    in_text: Literal["NFC", "NFD"], typed: Literal["NFC", "NFD"], written: str
) -> None:
    text = unicodedata.normalize(in_text, "Zoë Müller, José.")
    hits = found(text, unicodedata.normalize(typed, written))
    assert [unicodedata.normalize("NFC", hit) for hit in hits] == [
        "José" if written.startswith("jos") else "Müller"
    ]


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("(foo", "missing ) at 4"),
        ("foo)", "unbalanced parenthesis at 3"),
        ("[foo", "unterminated character set at 4"),
        ("*foo", "nothing to repeat at 0"),
        ("a**", "multiple repeat at 2"),
        ("foo\\", "bad escape (end of pattern) at 4"),
        (r"\p{Foo}", "unknown property at 7"),
        ("é – (x", "missing ) at 6"),
        ("(?u)(?a)x", "ASCII, LOCALE and UNICODE flags are mutually incompatible"),
        ("(" * 800 + "x" + ")" * 100, "the pattern has too many groups in one another"),
        ("(?:(?:a?){1000}){1000}z", "the pattern repeats more than 5000 times"),
        ("(((a{99}){99}){99}){99}", "the pattern repeats more than 5000 times"),
    ],
)
def test_a_bad_pattern_is_told(written: str, problem: str) -> None:
    assert Pattern(written).problem == problem
    assert find("foo " * 10, Pattern(written)) == Found(problem=problem)


@pytest.mark.parametrize(
    "written", ["{", "a{2,x}", "]", "}", "a{1,3}b{2}", ".{0,80}x.{0,80}", "[[]", "[a||b]", "x{,3}"]
)
def test_a_pattern_that_is_odd_or_long_is_no_problem(written: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert Pattern(written).problem is None
        assert find("foo", Pattern(written)).problem is None


@pytest.mark.parametrize("written", ["(a+)+$", "(a|aa)+c", "(?R)", "(.*a){20}x", r"(\w+\s?)+!!", "(a?){99}b"])
def test_no_pattern_hangs_the_program(written: str) -> None:
    text = "a" * 5000 + " " + "aaaa " * 5000
    result = find(text, Pattern(written), seconds=0.05)
    assert result == Found(problem="the pattern takes too long") or result.problem is None


def test_a_passage_that_was_pasted_is_found_as_it_stands() -> None:
    passage = "He said (twice): is it $5.00 [or more]? " * 40
    assert found("Before. " + passage + "After.", passage) == [passage.strip()]


def test_a_pattern_that_takes_too_long_says_so() -> None:
    assert find("a" * 4000, Pattern("(a|aa)+c"), seconds=0.02) == Found(problem="the pattern takes too long")


def test_a_literal_needs_no_engine_of_regular_expressions() -> None:
    code = (
        "import sys; from fenttui.ui.widgets.reader.search import Pattern, find, word_pattern\n"
        "for written in ('tariff increase', '$5', 'café', r'\\V(y)', r'U\\.S\\.'):\n"
        "    find('The tariff café (y) U.S. $5', Pattern(written))\n"
        "find('The tariff', word_pattern('tariff'))\n"
        "sys.exit('regex' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("text", "written", "expected"),
    [
        ("👩\u200d👧 and 👧", "👧", ["👩\u200d👧", "👧"]),
        ("x\u0302 x", "x", ["x\u0302", "x"]),
        ("👍🏽 👍", "👍", ["👍🏽", "👍"]),
        ("🇨🇳🇺🇸", "🇺", ["🇺🇸"]),
        ("ﬁﬁ", "i", ["ﬁ", "ﬁ"]),
        ("a\u00adb", "\u00ad", ["\u00ad"]),
    ],
)
def test_a_match_is_of_whole_letters(text: str, written: str, expected: list[str]) -> None:
    assert found(text, written) == expected


TEXTS = st.text(max_size=30) | st.text(st.sampled_from("ab é.“’- \n\u00ade\u0301王👩\u200d(["), max_size=40)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.text(max_size=8) | st.text(st.sampled_from("ab.*+?|()[]{}^$\\ é-1,"), max_size=8))
def test_whatever_is_typed_gives_matches_or_a_problem(text: str, written: str) -> None:
    result = find(text, Pattern(written), seconds=0.1)
    starts = {match.start() for match in regex.finditer(r"\X", text)} | {len(text)}
    reached = 0
    for start, end in result.spans:
        assert reached <= start < end
        assert {start, end} <= starts
        reached = end
    assert not (result.problem and result.spans)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30))
def test_a_text_that_is_escaped_is_found_as_a_pattern(before: str, wanted: str, after: str) -> None:
    text = before + wanted + after
    literal = find(text, Pattern(wanted, literal=True))
    assert find(text, Pattern(re.escape(wanted.strip()))).spans or not literal.spans or not wanted.strip()


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(codec="ascii")) | st.text(st.sampled_from("ab.*+?|()[]{}^$\\ -1,"), max_size=12))
def test_what_is_right_as_it_was_typed_stays_right(written: str) -> None:
    def compiles(source: str) -> bool:
        try:
            regex.compile(source)
        except regex.error:
            return False
        return True

    if compiles(written):
        assert compiles(read_pattern(written).source)


@settings(max_examples=200, deadline=None)
@given(
    st.text(st.sampled_from("ab c1"), max_size=30),
    st.sampled_from(["a+", "[ab]1?", "(a|b)c", r"\bb", "a{1,2}", "b|c1"]),
)
def test_a_pattern_means_what_it_means_to_the_engine(text: str, written: str) -> None:
    text = " ".join(text.split())
    expected = [match.span() for match in re.finditer(written, text)]
    assert list(find(text, Pattern(written)).spans) == expected


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("China", "China, Chinatown, china's, Indochina CHINA", ["China", "china", "CHINA"]),
        ("China’s", "China, China's and Chinas", ["China", "China"]),
        ("U.S", "the U.S. and U,S", ["U.S"]),
        ("resume", "résumé resumed resume", ["résumé", "resume"]),
        ("タワー", "東京タワーへ タワーズ", ["タワー"]),
        ("a+b", "aab a+b", ["a+b"]),
    ],
)
def test_a_word_is_searched_as_a_word(word: str, text: str, expected: list[str]) -> None:
    assert [text[slice(*span)] for span in find(text, word_pattern(word)).spans] == expected


def test_the_position_among_the_matches_is_shown() -> None:
    spans = [(2, 4), (6, 8), (9, 11)]
    assert [position_among(spans, caret) for caret in (0, 2, 3, 6, 20)] == [
        "3 matches",
        "1 of 3",
        "1 of 3",
        "2 of 3",
        "3 of 3",
    ]
    assert position_among([], 3) == "no match"
    assert position_among([(5, 6)], 3) == "1 match"


def test_the_nearest_match_is_found_around_the_ends() -> None:
    spans = [(2, 4), (6, 8)]
    assert [nearest(spans, origin) for origin in (0, 2, 3, 6, 7)] == [0, 0, 1, 1, 0]
    assert [nearest(spans, origin, forward=False) for origin in (0, 2, 3, 6, 7)] == [1, 1, 0, 0, 1]
    assert nearest([], 3) is None
