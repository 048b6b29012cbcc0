"""What completes a command line, answered to the scripts of `fenttui completion`."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from click.shell_completion import CompletionItem, ShellComplete

from fenttui.cli.completed_paths import path_choices
from fenttui.cli.program import program
from fenttui.cli.shell_words import continued, split_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Item = CompletionItem[str]

VARIABLE = "_FENTTUI_COMPLETE"
"""The variable that says for which shell: `bash_complete`, `zsh_complete`, `fish_complete`."""


def answer_shell(instruction: str) -> int:
    """Write what completes the command line in the arguments to standard output, one a line.

    Returns:
        The exit code: 2 for a shell that has no script.
    """
    answer = _ANSWERS.get(instruction.removesuffix("_complete"))
    if answer is None:
        return 2
    lines = answer(sys.argv[1:])
    # A file name need not be UTF-8.
    sys.stdout.buffer.write("".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape"))
    return 0


def _items(given: Sequence[str], text: str) -> list[Item]:
    """Return the completions of `text` after the arguments `given`; for `--option=value`, of the value."""
    value = _value_of(text, given)
    if len(value) < len(text):
        given = [*given, text.partition("=")[0]]
    found = ShellComplete(program, {}, "fenttui", VARIABLE).get_completions(list(given), value)
    # Once each: a file may be called as a command is.
    return list({(item.type, item.value): item for item in found}.values())


def _value_of(text: str, given: Sequence[str]) -> str:
    """Return the part of an argument to complete: the value in `--option=value`, else all of it."""
    if text.startswith("--") and "=" in text and "--" not in given:
        return text.partition("=")[2]
    return text


def _bash(arguments: Sequence[str]) -> Iterator[str]:
    """Yield lines for bash: `plain,WORD` to insert, and `option,NAME` for compopt.

    Args:
        arguments: the line up to the cursor, and the end of it that is replaced.
    """
    line, replaced = (*arguments, "", "")[:2]
    words = split_words(line)
    word = words[-1]
    given = [each.text for each in words[1:-1]]
    value = _value_of(word.text, given)
    items = _items(given, word.text)
    choices: dict[str, bool] = {}
    for item in items:
        if item.type == "file":
            paths = path_choices(value, item.endings or (), dashes="--" in given)
            choices |= {path.text: path.is_folder for path in paths}
        else:
            choices[item.value] = item.type == "open"
    kept = {text: is_open for text, is_open in choices.items() if text.startswith(value)}
    if items and all(item.type == "file" for item in items):
        # The names alone are listed, and a folder leaves quotes open; they are quoted already.
        yield from ("option,filenames", "option,noquote")
    if list(kept.values()) == [True]:
        yield "option,nospace"
    for text in kept:
        yield f"plain,{continued(word, replaced, text[len(value) :])}"


def _zsh(arguments: Sequence[str]) -> Iterator[str]:
    """Yield lines for zsh, tab-separated: `plain`, word, help; `open`, start of a word; or `files`, pattern.

    Files are left to zsh, which knows its own expansions, but for names that begin with a dash.
    """
    *given, text = arguments or ("",)
    value = _value_of(text, given)
    for item in _items(given, text):
        if item.type == "file":
            dashes = "--" in given
            yield f"files\t{_pattern(item.endings or ())}\t{'dashes' if dashes else ''}"
            yield from (f"plain\t{name}\t" for name in _dashed(value, dashes))
        elif _fits_on_a_line(item.value):
            yield f"{item.type}\t{item.value}\t{item.help or ''}"


def _fish(arguments: Sequence[str]) -> Iterator[str]:
    """Yield lines for fish, tab-separated: `plain`, word, help; or `files`, expression.

    Files are left to fish, which knows its own expansions.
    """
    *given, typed = arguments or ("",)
    text = split_words(typed)[-1].text
    # fish completes the whole of `--option=value`.
    before = text.removesuffix(_value_of(text, given))
    for item in _items(given, text):
        if item.type == "file":
            endings = "|".join(map(re.escape, item.endings or ()))
            yield f"files\t({endings}|/)$\t{'dashes' if '--' in given else ''}"
        elif _fits_on_a_line(item.value):
            yield f"plain\t{before}{item.value}\t{item.help or ''}"


def _pattern(endings: Iterable[str]) -> str:
    return f"*({'|'.join(endings)})" if endings else ""


def _dashed(value: str, dashes: bool) -> Iterator[str]:
    """Return the names in this folder that begin with a dash, each as a path that is not an option."""
    if not value and not dashes:
        yield from (text for text, _ in path_choices("") if text.startswith("./-") and _fits_on_a_line(text))


def _fits_on_a_line(value: str) -> bool:
    return not any(char in value for char in "\t\n\r")


_ANSWERS: Mapping[str, Callable[[Sequence[str]], Iterator[str]]] = {
    "bash": _bash,
    "zsh": _zsh,
    "fish": _fish,
}
