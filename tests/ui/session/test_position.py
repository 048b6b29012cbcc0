from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fenttui.ui.session.position import Position, offset_in, position_at

TEXT = "\n\n".join(f"Paragraph {number} says that topic {number} was debated." for number in range(60))


@given(st.integers(0, len(TEXT) - 1))
def test_text_put_in_front_moves_a_position_with_its_words(offset: int) -> None:
    position = position_at(TEXT, offset)
    assert offset_in(TEXT, position) == offset
    grown = f"A new beginning.\n\nAnd more of it.\n\n{TEXT}"
    assert offset_in(grown, position) == offset + len(grown) - len(TEXT)


@given(st.text(), st.integers(-3, 40))
def test_in_the_same_text_a_position_is_where_it_was(text: str, offset: int) -> None:
    assert offset_in(text, position_at(text, offset)) == max(0, min(offset, len(text)))


@given(
    st.text(alphabet="ab \n"),
    st.builds(
        Position, st.integers(), st.integers(), st.text("ab"), st.text("ab"), st.text("ab"), st.integers()
    ),
)
def test_any_position_is_somewhere_in_any_text(text: str, position: Position) -> None:
    assert 0 <= offset_in(text, position) <= len(text)


def test_a_position_whose_words_are_gone_is_as_far_into_the_text_as_it_was() -> None:
    position = position_at(TEXT, len(TEXT) // 2)
    other = "Something else.\n\n" * 40
    assert abs(offset_in(other, position) - len(other) // 2) <= 1


def test_a_paragraph_put_behind_the_words_does_not_move_a_position() -> None:
    end = TEXT.index("debated.") + len("debated.") - 1
    changed = TEXT.replace("debated.\n\n", "debated.\n\nSomething was put behind it.\n\n", 1)
    assert offset_in(changed, position_at(TEXT, end)) == end


def test_an_offset_without_its_words_is_taken_as_it_is() -> None:
    assert offset_in(TEXT, Position(12)) == 12
    assert offset_in("short", Position(12)) == 5
