from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenttui.keymap.command import Call, Command
from fenttui.keymap.command_line import Line, LineError, call_of, parse_line, quote_word, split_words
from fenttui.keymap.command_names import CommandNames
from fenttui.keymap.line_command import LineCommand, LineCommands
from fenttui.ui.commands import contexts
from fenttui.ui.commands.registry import all_commands


def parts(typed: str) -> tuple[int | None, str, bool, str]:
    line = parse_line(typed)
    return line.count, line.name, line.forced, line.rest


@pytest.mark.parametrize(
    ("typed", "parsed"),
    [
        ("q", (None, "q", False, "")),
        (":q", (None, "q", False, "")),
        ("  q!  ", (None, "q", True, "")),
        ("12", (12, "", False, "")),
        ("50%", (50, "%", False, "")),
        ("$", (None, "$", False, "")),
        ("3 next_actor", (3, "next_actor", False, "")),
        ("3next-actor", (3, "next-actor", False, "")),
        ("reader.next_actor 4", (None, "reader.next_actor", False, "4")),
        ("set theme=nord", (None, "set", False, "theme=nord")),
        ("export! csv  my notes.csv ", (None, "export", True, "csv  my notes.csv")),
        ("e ~/dossiers/tea", (None, "e", False, "~/dossiers/tea")),
        ("set_mark é", (None, "set_mark", False, "é")),
        ("help ]a", (None, "help", False, "]a")),
        ("", (None, "", False, "")),
        (" : ", (None, "", False, "")),
        ("!ls", (None, "!", False, "ls")),
        ("9" * 9000, (1_000_000, "", False, "")),
        ("0" * 9000 + "7", (7, "", False, "")),
    ],
)
def test_a_line_is_parsed(typed: str, parsed: tuple[int | None, str, bool, str]) -> None:
    assert parts(typed) == parsed


@given(st.text() | st.text("0123456789:!%$ .-_abw\n\\'\""))
def test_any_line_is_parsed_into_parts_of_it(typed: str) -> None:
    line = parse_line(typed)
    assert typed[line.name_at :].startswith(line.name)
    assert typed[line.rest_at :].rstrip() == line.rest
    assert line.count is None or 0 <= line.count <= 1_000_000


@given(st.text(), st.sampled_from(["", '"', "'"]))
def test_a_quoted_word_is_one_word_again(value: str, quote: str) -> None:
    quoted = quote_word(value, quote)
    assert [word.value for word in split_words(quoted)] == [value]
    assert [word.value for word in split_words(f"a {quoted} b")] == ["a", value, "b"]


@given(st.text() | st.text("ab \\'\""))
def test_any_text_is_split_into_words(text: str) -> None:
    words = split_words(text)
    assert [word.start for word in words] == sorted({word.start for word in words})
    assert bool(words) == bool(text.strip())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a  b", ["a", "b"]),
        (r"my\ dossier two", ["my dossier", "two"]),
        ('"my dossier" two', ["my dossier", "two"]),
        ("'my dossier' two", ["my dossier", "two"]),
        ('"my dossier', ["my dossier"]),
        (r'"a \"b\" c"', ['a "b" c']),
        (r"'a\b'", [r"a\b"]),
        ("it\\", ["it\\"]),
        ('""', [""]),
    ],
)
def test_words_are_parted_as_in_a_shell(text: str, words: list[str]) -> None:
    assert [word.value for word in split_words(text)] == words


# What a line calls


def key_command(name: str, **has: bool) -> Command:
    return Command(name, ("x",), "reader", "", "", lambda target, call: None, **has)


@pytest.mark.parametrize(
    ("typed", "has", "expected"),
    [
        ("mark a", {"takes_char": True}, (None, "a")),
        ("2 find x", {"takes_char": True, "counted": True}, (2, "x")),
        ("next", {"counted": True}, (None, "")),
        ("3 next", {"counted": True}, (3, "")),
        ("next 3", {"counted": True}, (3, "")),
        ("zen", {}, (None, "")),
    ],
)
def test_a_line_calls_a_key_command(
    typed: str, has: dict[str, bool], expected: tuple[int | None, str]
) -> None:
    command = key_command("reader.it", **has)
    called = call_of(command, parse_line(typed))
    assert called == Call(command, *expected)


@pytest.mark.parametrize(
    ("typed", "has", "told"),
    [
        ("mark", {"takes_char": True}, "`reader.it` takes one character"),
        ("mark ab", {"takes_char": True}, "`reader.it` takes one character"),
        ("3 zen", {}, "`reader.it` takes no number"),
        ("zen 3", {}, "`reader.it` takes nothing after its name"),
        ("next two", {"counted": True}, "`reader.it` takes nothing after its name"),
        ("zen!", {}, "`reader.it` takes no !"),
    ],
)
def test_what_a_key_command_does_not_take_is_told(typed: str, has: dict[str, bool], told: str) -> None:
    with pytest.raises(LineError, match=told):
        call_of(key_command("reader.it", **has), parse_line(typed))


# Commands of the line


def write(target: list[Line], line: Line) -> None:
    """Write it."""
    target.append(line)


def test_a_line_command_is_its_function_with_its_sentence_and_usage() -> None:
    commands: LineCommands[list[Line]] = LineCommands()
    commands.command("write", "w", usage="w[rite][!] [FILE]", takes=True, forced=True)(write)
    (command,) = commands.commands
    assert (command.names, command.usage, command.sentence) == (
        ("write", "w"),
        "w[rite][!] [FILE]",
        "write it",
    )
    done: list[Line] = []
    line = parse_line("w! a")
    command.call(done, line)
    assert done == [line]


@pytest.mark.parametrize(
    ("typed", "told"), [("w!", "takes no !"), ("3 w", "takes no number"), ("w a", "takes nothing")]
)
def test_what_a_line_command_does_not_take_is_told(typed: str, told: str) -> None:
    done: list[Line] = []
    command = LineCommand(("write", "w"), "w", "write", write)
    with pytest.raises(LineError, match=f"`write` {told}"):
        command.call(done, parse_line(typed))
    assert done == []


# Names

WRITE = LineCommand(("write", "w"), "w write", "write it", write)
SET = LineCommand(("set", "se"), "se set", "set it", write)


@pytest.fixture
def names() -> CommandNames:
    """The names in the text."""
    registry = all_commands()
    offered = [
        each for context in (contexts.ARTICLES, contexts.READER) for each in registry.active_in(context)
    ]
    return CommandNames(registry, contexts.READER, offered, (WRITE, SET))


@pytest.fixture
def found(names: CommandNames) -> Callable[[str], str]:
    """The name of what a name finds."""

    def find(written: str) -> str:
        command = names.find(written)
        return command.names[0] if isinstance(command, LineCommand) else command.name

    return find


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("w", "write"),
        ("write", "write"),
        ("wri", "write"),
        ("reader.next_actor", "reader.next_actor"),
        ("next_actor", "reader.next_actor"),
        ("next-actor", "reader.next_actor"),
        ("NEXT_ACTOR", "reader.next_actor"),
        ("next_ac", "reader.next_actor"),
        ("reader.next_ac", "reader.next_actor"),
        ("down", "reader.down"),
        ("articles.down", "articles.down"),
        ("toggle_read", "articles.toggle_read"),
        ("zen", "zen"),
        ("set", "set"),
    ],
)
def test_a_command_is_found_by_its_name(found: Callable[[str], str], written: str, name: str) -> None:
    assert found(written) == name


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("next_a", r"`next_a` may be next_actor, next_article; type more of it"),
        ("nxt_actor", r"no command `nxt_actor`; did you mean `next_actor`\?"),
        ("merge", r"`merge` is a command of the table of actors and of the card, not of the text"),
        ("actors.merge", r"`actors.merge` is a command of the table of actors, not of the text"),
        ("disagree", r"`disagreements` is a command of the table of figures, not of the text"),
        ("zzzz", r"no command `zzzz`; tab lists them"),
        ("z" * 500, r"`z{39}…`"),
        ("\x1b[31m", r"no command `␛\[31m`"),
    ],
)
def test_what_was_meant_is_told(names: CommandNames, written: str, told: str) -> None:
    with pytest.raises(LineError, match=told):
        names.find(written)


def test_every_name_that_is_offered_finds_its_command(names: CommandNames) -> None:
    active = {command.name for command in names.offered}
    reached = {command.name for name in names.names if isinstance(command := names.find(name), Command)}
    assert active <= reached | {command.name for command in names.offered if command.context == "articles"}
    assert {"next_actor", "set_mark", "zen", "write"} <= set(names.names)


def test_names_are_completed_from_their_beginning_then_from_within(names: CommandNames) -> None:
    completed = names.completed("act")
    assert completed[0] == "actors"
    assert "next_actor" in completed
    assert names.completed("reader.next_a") == ["reader.next_actor"]
    assert names.completed("wr") == ["write"]
    assert names.completed("no such") == []


@given(st.text())
def test_any_name_is_found_or_told(written: str) -> None:
    registry = all_commands()
    names = CommandNames(registry, contexts.READER, registry.active_in(contexts.READER), (WRITE,))
    try:
        assert names.find(written) is not None
    except LineError as error:
        assert str(error)  # noqa: PT017


def test_a_name_of_the_line_hides_that_of_a_key(names: CommandNames) -> None:
    quit = LineCommand(("quit", "q"), "q[uit]", "quit", write)
    table = CommandNames(
        names.registry, contexts.ACTORS, names.registry.active_in(contexts.ACTORS), (quit, WRITE)
    )
    assert table.find("qui") is quit
    assert "quit" in table.names
    found = table.find("tables.quit")
    assert isinstance(found, Command)
    assert found.name == "tables.quit"
