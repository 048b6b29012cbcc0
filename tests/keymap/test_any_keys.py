"""Whatever is typed, and whatever is written under `[keys]`."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fenttui.keymap.command import Call
from fenttui.keymap.keymap import Keymap, layers
from fenttui.keymap.operands import awaits_operand
from fenttui.keymap.problems import key_problems
from fenttui.keymap.sequence import is_sequence, parse_sequence, show_sequence
from fenttui.keymap.typed_keys import TypedKeys
from fenttui.ui.commands import contexts
from fenttui.ui.commands.registry import all_commands

REGISTRY = all_commands()
KEYMAPS = {context.name: REGISTRY.keymap(context) for context in contexts.CONTEXTS}
NAMES = [command.name for command in REGISTRY.commands]

NAMED = (
    "space",
    "enter",
    "tab",
    "backspace",
    "escape",
    "up",
    "pageup",
    "ctrl+c",
    "ctrl+d",
    "ctrl+w",
    "alt+d",
)
KEYS = st.one_of(
    st.sampled_from([*"0123456789cdfgimrtyzZ[]'`\"<>=!@aw", *NAMED]),
    st.characters(exclude_categories=("C", "Z")),
)
TYPED = st.lists(KEYS, max_size=30)
WRITTEN = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["w", "gg", "g", "]", "]a", "ctrl+d", "Ctrl+C", "1", "g escape", "shift+a", "\x1b", "d d"]
    ),
    st.lists(st.sampled_from(["a", "g", "]", "1", "escape", "ctrl+x", "space", "ctrl+"]), max_size=3).map(
        " ".join
    ),
)
OWN = st.dictionaries(
    st.sampled_from(NAMES) | st.text(max_size=12), st.lists(WRITTEN, max_size=3).map(tuple), max_size=6
)
OTHER_KEYS = st.lists(
    st.sampled_from(["Q", "X", "ö", "Qa", "Qb", "g3", "ctrl+x", "ctrl+x s", "f5", "[ x", "ctrl+g c"]),
    min_size=1,
    max_size=2,
)
IN_A_CONTEXT = st.sampled_from(sorted(KEYMAPS))


def feed(typed: TypedKeys, keys: Iterable[str], keymap: Keymap) -> list[Call | str | None]:
    return [typed.feed(key, keymap) for key in keys]


# Typed


@settings(max_examples=300, deadline=None)
@given(IN_A_CONTEXT, TYPED)
def test_whatever_is_typed_escape_comes_back_to_where_every_key_is_itself(
    context: str, keys: list[str]
) -> None:
    keymap = KEYMAPS[context]
    typed = TypedKeys()
    feed(typed, keys, keymap)
    if typed.pending:
        assert typed.feed("escape", keymap) is None
    assert typed.pending == ""
    for sequence, command in keymap.commands.items():
        if not command.takes_char and len(sequence) == 1:
            assert typed.feed(sequence[0], keymap) == Call(command)


@settings(max_examples=300, deadline=None)
@given(IN_A_CONTEXT, TYPED)
def test_every_key_is_awaited_with_called_or_told(context: str, keys: list[str]) -> None:
    keymap = KEYMAPS[context]
    typed = TypedKeys()
    for key in keys:
        before = typed.pending
        said = typed.feed(key, keymap)
        if said is None:
            # What is awaited is shown, and only escape takes it away.
            assert typed.pending or (key == "escape" and before)
        else:
            assert typed.pending == ""
            assert isinstance(said, Call) or key in said


@settings(max_examples=300, deadline=None)
@given(IN_A_CONTEXT, st.integers(1, 2_000_000), st.data())
def test_a_number_before_any_command_is_its_count(context: str, count: int, data: st.DataObject) -> None:
    keymap = KEYMAPS[context]
    own_meaning = {("escape",), ("ctrl+c",), ("0",)}
    sequence = data.draw(st.sampled_from(sorted(set(keymap.commands) - own_meaning)))
    command = keymap.commands[sequence]
    typed = TypedKeys()
    after = ("x",) if command.takes_char else ()
    *awaited, called = feed(typed, (*str(count), *sequence, *after), keymap)
    assert set(awaited) == {None}
    assert called == Call(command, min(count, 1_000_000), "x" if after else "")


@settings(max_examples=300, deadline=None)
@given(IN_A_CONTEXT, TYPED, st.data())
def test_what_begins_a_longer_sequence_calls_nothing(
    context: str, before: list[str], data: st.DataObject
) -> None:
    keymap = KEYMAPS[context]
    assume(keymap.prefixes)
    prefix = data.draw(st.sampled_from(sorted(keymap.prefixes)))
    key = data.draw(KEYS)
    assume((*prefix, key) not in keymap.commands and (*prefix, key) not in keymap.prefixes)
    assume(key not in ("escape", "ctrl+c") and not awaits_operand((*prefix, key)))
    typed = TypedKeys()
    assert feed(typed, (*prefix, key), keymap) == [*[None] * len(prefix), "".join((*prefix, key))]
    assert typed.pending == ""


UNFINISHED = [
    *"fFtTm'`@rizZg[]c<>=!\"",
    *(
        "ci",
        "ca",
        "cf",
        "c2",
        "c12",
        "c2i",
        "gU",
        "gUi",
        "gui",
        "g~a",
        "gqi",
        "zf",
        "zfa",
        "g'",
        "gr",
        ">i",
        "=a",
    ),
    *('"a', '"ay', '"ayi', '"ad', '"adi', '"a3', '"a3d', '"a3d2', '"_d', '"+y', '"+gU', '"ac', '"a<'),
]
FINISHED = [
    *("fd", "Fd", "id", "it", "td", "md", "'d", "@d", "rd", "zd", "Zd", "gd", "[d", "]d"),
    *(
        "cw",
        "cc",
        "ciw",
        "cad",
        "cfd",
        "c2w",
        "c0",
        "c2id",
        "gUU",
        "gUd",
        "gUiw",
        "g~~",
        "gqid",
        "zfd",
        "zfad",
    ),
    *(
        ">>",
        ">id",
        "==",
        "!d",
        '"ayy',
        '"ayiw',
        '"add',
        '"adiw',
        '"ap',
        '"a3dd',
        '"_dd',
        '"+yfd',
        '"addd'[:4],
    ),
]


@pytest.mark.parametrize("keys", UNFINISHED)
def test_a_key_of_vim_awaits_its_operand(keys: str) -> None:
    assert awaits_operand(tuple(keys))


@pytest.mark.parametrize("keys", FINISHED)
def test_an_operand_of_vim_has_an_end(keys: str) -> None:
    assert all(awaits_operand(tuple(keys[:size])) for size in range(1, len(keys)))
    assert not awaits_operand(tuple(keys))


@pytest.mark.parametrize("keys", FINISHED)
def test_where_nothing_is_bound_a_key_of_vim_swallows_its_operand_and_says_so(keys: str) -> None:
    assert feed(TypedKeys(), keys, Keymap()) == [*[None] * (len(keys) - 1), keys]


def test_ctrl_c_forgets_what_was_typed_and_is_a_command_at_once() -> None:
    for keys in ("3", "g", "f", "m", '"a', "2ci"):
        typed = TypedKeys()
        feed(typed, keys, KEYMAPS["reader"])
        called = typed.feed("ctrl+c", KEYMAPS["reader"])
        assert isinstance(called, Call), keys
        assert (called.command.name, called.count) == ("interrupt", None), keys


# Written


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=20) | WRITTEN)
def test_any_text_is_a_sequence_or_refused_in_a_sentence(written: str) -> None:
    if not is_sequence(written):
        with pytest.raises(ValueError, match="key"):
            parse_sequence(written)
        return
    keys = parse_sequence(written)
    assert all(key.isprintable() and key.strip() for key in keys)
    assert parse_sequence(" ".join(keys)) == keys
    assert show_sequence(written)


@settings(max_examples=300, deadline=None)
@given(OWN)
def test_whatever_is_written_of_keys_gives_problems_and_keymaps(own: dict[str, tuple[str, ...]]) -> None:
    problems = key_problems(REGISTRY, own)
    assert all("\n" not in repr(each) and each.startswith("[keys] ") for each in problems)
    unknown = [name for name in own if name not in NAMES]
    assert sum("unknown action" in each for each in problems) == len(unknown)
    registry = all_commands(own)
    assert [command.name for command in registry.commands] == NAMES
    for context in contexts.CONTEXTS:
        registry.keymap(context)


@settings(max_examples=500, deadline=None)
@given(OWN | st.dictionaries(st.sampled_from(NAMES), OTHER_KEYS.map(tuple), max_size=4))
def test_keys_without_a_problem_all_call_their_commands(own: dict[str, tuple[str, ...]]) -> None:
    assume(not key_problems(REGISTRY, own))
    registry = all_commands(own)
    for context in contexts.CONTEXTS:
        keymap = registry.keymap(context)
        hidden = {first for layer in layers(context) for first in layer.replaces}
        for command in registry.active_in(context):
            for keys in map(parse_sequence, command.keys):
                if keys[0] in hidden:
                    continue
                *awaited, called = feed(TypedKeys(), (*keys, *("x" if command.takes_char else "")), keymap)
                assert set(awaited) <= {None}, (context.name, command.name)
                assert isinstance(called, Call), (context.name, command.name)
                assert called.command == command, (context.name, command.name)


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ({"reader.left": ("2x",)}, "`2` begins a count"),
        ({"reader.left": ("g escape",)}, "`escape` forgets the keys typed before it"),
        ({"reader.left": ("shift+1",)}, "write the character that it types"),
        ({"reader.left": ("\x1b",)}, r"there is no key '\x1b'"),
        ({"reader.set_mark": ("X",), "reader.left": ("Xy",)}, "`X` of `reader.set_mark` hides `Xy`"),
    ],
)
def test_a_key_that_cannot_be_typed_is_told(own: dict[str, tuple[str, ...]], told: str) -> None:
    assert any(told in problem for problem in key_problems(REGISTRY, own)), key_problems(REGISTRY, own)
