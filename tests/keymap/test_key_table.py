from __future__ import annotations

import pytest

from fenttui.keymap.command import Call, Context
from fenttui.keymap.keymap import layers
from fenttui.keymap.problems import key_problems
from fenttui.keymap.sequence import parse_sequence, show_sequence
from fenttui.ui.commands import contexts
from fenttui.ui.commands.registry import all_commands

TABLES = [context for context in contexts.CONTEXTS if contexts.TABLES in context.below]


def problems(own: dict[str, tuple[str, ...]]) -> list[str]:
    return key_problems(all_commands(), own)


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
    assert problems({}) == []


def test_every_command_can_be_called_where_it_is_active() -> None:
    registry = all_commands()
    for context in contexts.CONTEXTS:
        active = registry.keymap(context).commands
        hidden = {first for layer in layers(context) for first in layer.replaces}
        for command in registry.active_in(context):
            for keys in map(parse_sequence, command.keys):
                assert keys[0] in hidden or active[keys].name == command.name, (context.name, command.name)


def test_a_command_without_a_sentence_cannot_be_written() -> None:
    context: Context[None] = Context("nowhere", "nowhere")
    with pytest.raises(TypeError, match="has no sentence"):

        @context.command("x")
        def silent(target: None, call: Call) -> None:
            pass


@pytest.mark.parametrize("context", TABLES, ids=lambda context: context.name)
def test_no_key_of_the_panes_is_active_in_a_table(context: Context[object]) -> None:
    active = {command.name for command in all_commands().keymap(context).commands.values()}
    of_the_panes = {
        command.name for command in all_commands().commands if command.context == contexts.PANES.name
    }
    assert {"export", "zen"} <= of_the_panes
    assert not active & of_the_panes


def test_names_are_unique() -> None:
    names = [command.name for command in all_commands().commands]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ({"reader.nxt_actor": ("A",)}, "did you mean `reader.next_actor`?"),
        ({"zzzzzz": ("A",)}, "unknown action `zzzzzz`"),
        ({"reader.left": ("ctrl+nothing",)}, 'there is no key "ctrl+nothing"'),
        ({"reader.left": ("",)}, "a key is missing"),
        ({"reader.left": ("w",)}, "`w` calls both `reader.left` and `reader.word_forward`"),
        ({"reader.left": ("gz",)}, "`gz` calls both `reader.left` and `zen`"),
        ({"reader.left": ("]",)}, "`]` of `reader.left` hides `]a` of `reader.next_actor`"),
        ({"quit": ("g",)}, "`g` of `quit` hides `gg` of `reader.top`"),
        ({"quit": ("ctrl+r",)}, "`ctrl+r` calls both `redo` and `quit`"),
    ],
)
def test_what_is_wrong_with_own_keys_is_told(own: dict[str, tuple[str, ...]], told: str) -> None:
    assert any(told in problem for problem in problems(own)), problems(own)


def test_the_same_key_in_two_panes_is_no_clash() -> None:
    assert problems({"articles.toggle_read": ("M",), "annotations.edit": ("M",)}) == []


def test_own_keys_take_the_place_of_the_commands_keys() -> None:
    active = all_commands({"reader.next_actor": ("A1", "ctrl+n")}).keymap(contexts.READER).commands
    assert active[("A", "1")].name == "reader.next_actor"
    assert active[("ctrl+n",)].name == "reader.next_actor"
    assert ("]", "a") not in active


def test_a_bad_key_leaves_the_commands_own_in_force() -> None:
    own = {"reader.next_actor": ("ctrl+nothing",), "no.such": ("A",)}
    assert all_commands(own).commands == all_commands().commands


def test_a_panes_own_command_wins_over_a_general_one() -> None:
    registry = all_commands({"zen": ("d",)})
    assert registry.keymap(contexts.READER).commands[("d",)].name == "reader.delete_here"
    assert registry.keymap(contexts.ARTICLES).commands[("d",)].name == "zen"
