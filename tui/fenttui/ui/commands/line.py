"""The commands of the command line that no key calls; beside them every key command has its name there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from fenttui.keymap.command import Call, Command
from fenttui.keymap.command_line import LineError, split_words
from fenttui.keymap.line_command import LineCommands
from fenttui.keymap.sequence import parse_sequence, show_sequence
from fenttui.settings.themes import THEMES
from fenttui.ui.completing import completed_from
from fenttui.ui.completing_paths import completed_paths
from fenttui.visible import visible_line

if TYPE_CHECKING:
    from fenttui.keymap.command_line import Line
    from fenttui.keymap.line_command import LineCommand
    from fenttui.ui.commands.targets import LineTarget

LINE: LineCommands[LineTarget] = LineCommands()
"""All of them."""


# Leaving and saving


@LINE.command("quit", "q", "qa", usage="q[uit][!]", forced=True)
def quit(target: LineTarget, line: Line) -> None:
    """Quit; with ! at once, keeping drafts."""
    target.host.program.quit(at_once=line.forced)


@LINE.command("write", "w", "wa", usage="w[rite]")
def write(target: LineTarget, line: Line) -> None:
    """Save what could not be saved so far."""
    target.host.say(*target.panes.notes.save_all())


@LINE.command("wq", "x", "xa", "wqa", usage="wq[!] or x[!]", forced=True)
def write_and_quit(target: LineTarget, line: Line) -> None:
    """Save and quit."""
    said, failed = target.panes.notes.save_all()
    if failed and not line.forced:
        target.host.say(f"{said} (:q! quits and keeps a draft)", error=True)
    else:
        target.host.program.quit(at_once=line.forced)


# Going there


@LINE.command("", usage="N", counted=True)
def go_to(target: LineTarget, line: Line) -> None:
    """Line N of the text, row N of a list."""
    _move(target, "bottom", max(1, line.count or 1))


@LINE.command("%", usage="N%", counted=True)
def percent(target: LineTarget, line: Line) -> None:
    """That percentage of the way down."""
    if line.count is None:
        raise LineError("type a number first: :50% goes to the middle")
    _move(target, "percent", line.count)


@LINE.command("$")
def last(target: LineTarget, line: Line) -> None:
    """Last line or row."""
    _move(target, "bottom", None)


def _move(target: LineTarget, motion: str, count: int | None) -> None:
    command = target.names.find(motion)
    if isinstance(command, Command):
        target.host.perform(Call(command, count))


# Dossiers


def _paths(target: LineTarget, rest: str) -> Sequence[str]:
    return completed_paths(rest)


@LINE.command("edit", "e", usage="e[dit][!] [PATH]", takes=True, forced=True, complete=_paths)
def edit(target: LineTarget, line: Line) -> None:
    """Open a dossier; alone, read this again."""
    from fenttui.ui.controllers.opening import open_another  # noqa: PLC0415 - not at start

    host = target.host
    if not line.rest:
        host.program.close_tables()
        target.panes.article_list.reload()
        return
    paths = _named_paths(line.rest)
    host.work(open_another(host, target.panes.workspace.session, paths, line.forced), "open")


def _named_paths(rest: str) -> list[Path]:
    """Return the paths that are written; a path with spaces that is there needs no quotes."""
    try:
        whole = Path(rest).expanduser()
        if whole.exists():
            return [whole]
        return [Path(word.value).expanduser() for word in split_words(rest)]
    except (OSError, RuntimeError, ValueError) as error:
        raise LineError(f"{visible_line(rest)}: this path cannot be opened ({error}); check it") from None


# Settings


def _settings(target: LineTarget, rest: str) -> Sequence[str]:
    return target.panes.settings.completed(rest)


@LINE.command("set", "se", usage="set [NAME=VALUE]", takes=True, complete=_settings)
def set_setting(target: LineTarget, line: Line) -> None:
    """Change a setting; alone, list them."""
    target.host.say(target.panes.settings.change(line.rest))


def _themes(target: LineTarget, rest: str) -> Sequence[str]:
    return completed_from(THEMES)(rest)


@LINE.command("theme", "colorscheme", usage="theme [NAME]", takes=True, complete=_themes)
def theme(target: LineTarget, line: Line) -> None:
    """Take a theme; alone, dark or light."""
    if line.rest:
        target.host.say(target.panes.settings.change(f"theme={line.rest}"))
    else:
        target.host.say(target.host.program.change_theme())


@LINE.command("nohlsearch", "noh", usage="noh[lsearch]")
def clear_matches(target: LineTarget, line: Line) -> None:
    """Unmark what was found."""
    target.panes.reader.set_matches(())
    target.host.say("no match is marked; n continues the search")


# Exports


def _exports(target: LineTarget, rest: str) -> Sequence[str]:
    from fenttui.exports import FORMATS  # noqa: PLC0415 - not at start

    first = split_words(f"{rest}x")
    formats = completed_from(list(FORMATS))(rest) if len(first) < 2 else []
    return [*formats, *completed_paths(rest, target.panes.export.folder)]


@LINE.command("export", usage="export[!] FORMAT FILE", takes=True, forced=True, complete=_exports)
def export(target: LineTarget, line: Line) -> None:
    """Write the notes; with ! over a file."""
    if not line.rest:
        target.host.program.close_tables()
        target.panes.export.ask()
        return
    format_name, name = _export_wanted(line.rest)
    target.host.say(target.panes.export.write(format_name, name, line.forced))


def _export_wanted(rest: str) -> tuple[str, str]:
    """Return the format and the file that are written, the file empty where there is none."""
    from fenttui.exports import FORMATS  # noqa: PLC0415 - not at start
    from fenttui.exports.formats import format_of  # noqa: PLC0415 - not at start

    first, *others = [word.value for word in split_words(rest)]
    folded = first.casefold()
    begun = [name for name in FORMATS if folded and name.startswith(folded)]
    of_suffix = [name for name, form in FORMATS.items() if form.suffix == f".{folded}"]
    formats = of_suffix or ([folded] if folded in FORMATS else begun)
    if len(formats) == 1 and len(others) <= 1:
        return formats[0], others[0] if others else ""
    name = " ".join((first, *others))
    if (named := format_of(Path(name))) is not None:
        return named, name
    near = get_close_matches(first.casefold(), FORMATS, 1)
    listed = ", ".join(FORMATS)
    hint = f"did you mean `{near[0]}`?" if near else f"there are {listed}; :export FORMAT FILE names the file"
    wrong = f"`{visible_line(first)}` is neither a format nor a file name with a known ending"
    raise LineError(f"{wrong}; {hint}")


# Help


def _names(target: LineTarget, rest: str) -> Sequence[str]:
    return target.names.completed(rest)


@LINE.command("help", "h", usage="h[elp] [COMMAND]", takes=True, complete=_names)
def help(target: LineTarget, line: Line) -> None:
    """What a command or key does; alone, all keys."""
    if line.rest:
        target.host.say(_described(target, line.rest))
    else:
        target.host.program.show_help(target.host.context)


def _described(target: LineTarget, asked: str) -> str:
    """Return what a key or a command does."""
    names = target.names
    try:
        keys = parse_sequence(f"ctrl+{asked[1]}" if len(asked) == 2 and asked[0] == "^" else asked)
    except ValueError:
        keys = ()
    if (command := names.registry.keymap(names.context).commands.get(keys)) is not None:
        return described(command)
    wanted = replace(names, offered=names.registry.commands)
    try:
        return described(wanted.find(asked.lstrip(": ").partition(" ")[0].rstrip("!")))
    except LineError:
        for context in names.registry.contexts:
            if (command := names.registry.keymap(context).commands.get(keys)) is not None:
                return f"in {context.title}: {described(command)}"
        raise


def described(command: Command | LineCommand) -> str:
    """Return what a command is called, how one calls it, and what it does."""
    if not isinstance(command, Command):
        return f":{command.usage} · {command.sentence}"
    keys = " ".join(map(show_sequence, command.keys))
    return f"{command.name} ({keys}) · {command.sentence}"
