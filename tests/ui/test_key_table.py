from __future__ import annotations

import pytest

from fenttui.ui.commands import COMMANDS, TABLES, Place, full_name
from fenttui.ui.keys import effective_commands, key_problems, keymap, parse_sequence, show_sequence


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("a", ("a",)),
        ("G", ("G",)),
        ("]a", ("]", "a")),
        ("gg", ("g", "g")),
        ("ctrl+d", ("ctrl+d",)),
        ("Ctrl+D", ("ctrl+d",)),
        ("space", ("space",)),
        ("PageDown", ("pagedown",)),
        ("g space", ("g", "space")),
        ("ctrl+x s", ("ctrl+x", "s")),
        ("f12", ("f12",)),
        ("shift+tab", ("shift+tab",)),
        ("ctrl+home", ("ctrl+home",)),
        ("+", ("+",)),
        ("g+", ("g", "+")),
        ("é", ("é",)),
    ],
)
def test_a_sequence_is_read_as_it_is_written_in_the_config(written: str, keys: tuple[str, ...]) -> None:
    assert parse_sequence(written) == keys


@pytest.mark.parametrize("written", ["", "   ", "ctrl+nothing", "alt+pagefar"])
def test_a_sequence_that_no_keyboard_gives_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="key"):
        parse_sequence(written)


def test_help_shows_ctrl_as_a_circumflex() -> None:
    assert show_sequence("ctrl+d") == "^d"
    assert show_sequence("]a") == "]a"


def test_the_keys_that_ship_have_no_problem() -> None:
    assert key_problems({}) == []


def test_every_command_can_be_called_in_its_place() -> None:
    panes: list[Place] = ["reader", "articles", "annotations"]
    for command in COMMANDS:
        places = {"everywhere": [*panes, *TABLES] if command.in_tables else panes, "tables": TABLES}
        for place in places.get(command.place, [command.place]):
            heard = keymap(COMMANDS, place).commands
            assert all(heard[parse_sequence(keys)] is command for keys in command.keys)


@pytest.mark.parametrize("place", TABLES)
def test_a_table_hears_no_key_of_the_panes(place: Place) -> None:
    heard = keymap(COMMANDS, place).commands
    assert ("x",) not in heard
    assert ("z",) not in heard


def test_full_names_are_unique() -> None:
    names = [full_name(command) for command in COMMANDS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ({"reader.nxt_actor": ("A",)}, "did you mean `reader.next_actor`?"),
        ({"zzzzzz": ("A",)}, "unknown action `zzzzzz`"),
        ({"reader.left": ("ctrl+nothing",)}, 'there is no key "ctrl+nothing"'),
        ({"reader.left": ("",)}, "a key is missing"),
        ({"reader.left": ("w",)}, "`w` calls both `reader.left` and `reader.word_forward`"),
        ({"reader.left": ("z",)}, "`z` calls both `reader.left` and `zen`"),
        ({"reader.left": ("]",)}, "`]` of `reader.left` hides `]a` of `reader.next_actor`"),
        ({"quit": ("g",)}, "`g` of `quit` hides `gg` of `reader.top`"),
        ({"quit": ("ctrl+r",)}, "`ctrl+r` calls both `redo` and `quit`"),
    ],
)
def test_what_is_wrong_with_own_keys_is_told(own: dict[str, tuple[str, ...]], told: str) -> None:
    assert any(told in problem for problem in key_problems(own)), key_problems(own)


def test_the_same_key_in_two_panes_is_no_clash() -> None:
    assert key_problems({"articles.toggle_read": ("M",), "annotations.edit": ("M",)}) == []


def test_own_keys_take_the_place_of_the_commands_keys() -> None:
    heard = keymap(effective_commands({"reader.next_actor": ("A", "ctrl+n")}), "reader").commands
    assert heard[("A",)].action == "next_actor"
    assert heard[("ctrl+n",)].action == "next_actor"
    assert ("]", "a") not in heard


def test_a_bad_key_leaves_the_commands_own_in_force() -> None:
    own = {"reader.next_actor": ("ctrl+nothing",), "no.such": ("A",)}
    assert effective_commands(own) == COMMANDS


def test_a_panes_own_command_wins_over_a_general_one() -> None:
    commands = effective_commands({"zen": ("t",)})
    assert keymap(commands, "reader").commands[("t",)].action == "tags_here"
    assert keymap(commands, "articles").commands[("t",)].action == "zen"
