from __future__ import annotations

import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from fenttui.extract.text.many_phrases import find_phrases, phrases


def found(text: str, *wanted: str) -> list[str]:
    return [text[start:end] for start, end in find_phrases(text, phrases(frozenset(wanted)))]


def test_a_phrase_is_found_as_whole_words_in_its_case() -> None:
    assert found("Art, a cart, art_s, the art", "art") == ["art"]


def test_the_longer_of_two_phrases_is_found() -> None:
    assert found("Wang Yi and Wang", "Wang", "Wang Yi") == ["Wang Yi", "Wang"]
    assert found("Wang Yin and Wang", "Wang", "Wang Yi") == ["Wang", "Wang"]


def test_a_phrase_may_be_of_signs() -> None:
    assert found("[x] costs $T^2 ( or so)", "[x]", "$T^2", "(", "-", "]") == ["[x]", "$T^2", "("]


def test_nothing_and_white_space_are_no_phrases() -> None:
    assert found("a b", "", " ") == []


def test_a_phrase_that_the_end_cuts_off_is_not_found_by_its_beginning() -> None:
    assert list(find_phrases("for", phrases(frozenset({"foreign", "for"})))) == [(0, 3)]
    assert found("go for", "foreign", "forum") == []


LETTERS = st.text("ab_ $-é\n", max_size=6)


@given(st.text("ab_ $-é\n", max_size=60), st.frozensets(LETTERS, max_size=6))
def test_all_is_found_that_an_expression_of_all_phrases_finds(text: str, wanted: frozenset[str]) -> None:
    longest_first = sorted(filter(str.strip, wanted), key=lambda phrase: (-len(phrase), phrase))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?!\w)")
    assert found(text, *wanted) == [match[0] for match in pattern.finditer(text)]


def test_the_number_of_phrases_does_not_make_positions_to_look_at() -> None:
    class Counted(str):
        asked = 0

        def __getitem__(self, at: Any) -> str:
            Counted.asked += 1
            return str.__getitem__(self, at)

    text = Counted("Some of the words of a long article, none of which is looked for. " * 200)
    few = phrases(frozenset(f"Some{number:04}" for number in range(20)))
    assert list(find_phrases(text, few)) == []
    before, Counted.asked = Counted.asked, 0
    many = phrases(frozenset(f"Some{number:04}" for number in range(2000)))
    assert list(find_phrases(text, many)) == []
    assert 0 < Counted.asked <= before
