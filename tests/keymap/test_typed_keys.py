from __future__ import annotations

from fenttui.keymap.command import Call
from fenttui.keymap.typed_keys import TypedKeys
from fenttui.ui.commands.contexts import READER as CONTEXT
from fenttui.ui.commands.registry import all_commands

READER = all_commands().keymap(CONTEXT)


def feed(*keys: str) -> list[Call | str | None]:
    sequence = TypedKeys()
    return [sequence.feed(key, READER) for key in keys]


def called(*keys: str) -> tuple[str, int | None, str]:
    *unfinished, call = feed(*keys)
    assert unfinished == [None] * len(unfinished)
    assert isinstance(call, Call)
    return call.command.name.removeprefix("reader."), call.count, call.char


def test_one_key_calls_its_command() -> None:
    assert called("w") == ("word_forward", None, "")


def test_a_count_is_all_digits_typed_before_the_command() -> None:
    assert called("1", "0", "5", "w") == ("word_forward", 105, "")


def test_a_zero_without_digits_before_it_is_a_command() -> None:
    assert called("0") == ("line_start", None, "")


def test_a_sequence_waits_for_its_last_key() -> None:
    assert called("2", "]", "a") == ("next_actor", 2, "")


def test_digits_inside_a_sequence_are_no_count() -> None:
    assert feed("]", "2") == [None, "]2"]


def test_a_mark_takes_any_character_even_a_digit_or_a_command() -> None:
    assert called("m", "7") == ("set_mark", None, "7")
    assert called("'", "m") == ("jump_mark", None, "m")


def test_a_mark_does_not_take_a_key_without_a_character() -> None:
    assert feed("m", "pageup") == [None, "pageup"]


def test_unknown_keys_are_told_and_forgotten() -> None:
    sequence = TypedKeys()
    assert [sequence.feed(key, READER) for key in "3gx"] == [None, None, "3gx"]
    assert sequence.pending == ""
    call = sequence.feed("w", READER)
    assert isinstance(call, Call)
    assert call.count is None


def test_what_is_typed_of_a_command_is_told() -> None:
    sequence = TypedKeys()
    told = []
    for key in ("1", "2", "]", "a", "m"):
        sequence.feed(key, READER)
        told.append(sequence.pending)
    assert told == ["1", "12", "12]", "", "m"]


def test_escape_forgets_an_unfinished_command() -> None:
    for typed in (("3",), ("]",), ("2", "g"), ("m",)):
        sequence = TypedKeys()
        for key in typed:
            sequence.feed(key, READER)
        assert sequence.feed("escape", READER) is None
        assert sequence.pending == ""


def test_escape_with_nothing_typed_is_a_command() -> None:
    assert called("escape") == ("cancel", None, "")


def test_a_count_of_many_digits_stays_a_number_that_can_be_counted_to() -> None:
    *_, call = feed(*"9" * 5000, "w")
    assert isinstance(call, Call)
    assert call.count == 1_000_000


def test_an_operator_of_vim_that_calls_nothing_swallows_its_operand() -> None:
    assert feed("r", "d") == [None, "rd"]
    assert feed('"', "a", "d", "w") == [None, None, None, '"adw']
    assert feed("=", "i", "w") == [None, None, "=iw"]
    assert feed("c", "f", "d") == [None, None, "cfd"]
    assert feed("g", "U", "d") == [None, None, "gUd"]
    assert feed("2", "@", "d") == [None, None, "2@d"]


def test_a_key_found_for_a_character_takes_a_command_as_its_operand() -> None:
    assert called("f", "d") == ("find_character", None, "d")
    assert called("3", "t", "space") == ("until_character", 3, " ")


def test_what_follows_a_void_key_calls_nothing() -> None:
    typed = TypedKeys()
    typed.feed_void("f", READER)
    assert typed.feed("d", READER) == "fd"
    typed.feed_void("]", READER)
    assert typed.feed("a", READER) == "]a"
    typed.feed_void("d", READER)
    assert typed.pending == ""
    call = typed.feed("w", READER)
    assert isinstance(call, Call)
    assert call.command.name == "reader.word_forward"


def test_escape_forgets_a_void_key() -> None:
    typed = TypedKeys()
    typed.feed_void("f", READER)
    assert typed.feed("escape", READER) is None
    assert isinstance(typed.feed("d", READER), Call)


def test_a_key_that_no_command_has_is_told_from_one_that_a_command_has() -> None:
    typed = TypedKeys()
    own = all_commands({"reader.half_page_down": ("alt+j",)}).keymap(CONTEXT)
    assert typed.is_unbound("alt+d", own)
    assert not typed.is_unbound("alt+j", own)
    assert not typed.is_unbound("d", own)
