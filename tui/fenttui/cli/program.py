"""The program as a click group: the command that the first argument names, else the screen."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

import click
from click.shell_completion import CompletionItem

from fenttui import __version__
from fenttui.cli.streams import exit_code_of
from fenttui.problem import ProblemError
from fenttui.visible import visible_line

COMMANDS = {
    "list": "The articles: id, date, title, number of notes and words.",
    "extract": "Who and how much each article names, as JSON Lines.",
    "actors": "Who is named in the whole dossier, and how often.",
    "figures": "How much and when, in the whole dossier.",
    "timeline": "What happened when, in the whole dossier, or a plot over time.",
    "annotations": "The notes, all or those looked for.",
    "notes": "The files of notes: those without an article, copies to merge, and git.",
    "tags": "The tags of the notes, counted; renamed and merged everywhere.",
    "export": "The notes as Markdown, CSV, JSON or TOML.",
    "check": "Every problem of the articles, the notes and the settings.",
    "config": "The settings in force, and where each came from.",
    "completion": "What a shell needs to complete commands and paths.",
}
"""Each command and what it shows: here, so that neither help nor completion imports them all."""

READER = "reader"
"""The command that opens the screen; never typed, since it is inserted if no command is given."""

_HELP = ("-h", "--help")
_INTERRUPTED = 130


class Program(click.Group):
    """The group of all commands, each imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command with that name; None if there is none."""
        if cmd_name != READER and cmd_name not in COMMANDS:
            return None
        module = import_module(f"fenttui.cli.{cmd_name}_command")
        command: click.Command = module.command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Insert the screen's command if the first argument is neither a command nor about the program."""
        first = args[0] if args else ""
        if first in COMMANDS or first == "--version" or (ctx.resilient_parsing and not args):
            return super().parse_args(ctx, args)
        options = args[: args.index("--")] if "--" in args else args
        if any(option in _HELP for option in options):
            return super().parse_args(ctx, ["--help"])
        if not ctx.resilient_parsing and (near := _command_near(first)):
            message = f'there is no file or folder "{first}"; did you mean the command {near}?'
            raise click.ClickException(message)
        return super().parse_args(ctx, [READER, *args])

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the two ways to call the program."""
        formatter.write_usage("fenttui", "[OPTIONS] [PATH]...")
        formatter.write_usage("fenttui", "COMMAND [ARGS]...", prefix=" " * len("Usage: "))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options of the screen and of the program, then the commands."""
        params = [*self._reader(ctx).params, *self.get_params(ctx)]
        options = [param for param in params if isinstance(param, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx))]
        with formatter.section("Options"):
            formatter.write_dl(records)
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return commands and options, and the paths that can be opened."""
        if incomplete.startswith("-"):
            reader = self._reader(ctx)
            own = click.Command.shell_complete(self, ctx, incomplete)
            return [*reader.shell_complete(click.Context(reader, parent=ctx), incomplete), *own]
        commands = [
            CompletionItem(name, help=about)
            for name, about in COMMANDS.items()
            if name.startswith(incomplete)
        ]
        return [*commands, CompletionItem(incomplete, type="file")]

    def invoke(self, ctx: click.Context) -> int:
        """Run the command that was called."""
        # Here as well as around all of it: click ends with 1 where it meets a closed pipe itself.
        return exit_code_of(lambda: super(Program, self).invoke(ctx) or 0)

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run and leave with the exit code: what goes wrong is one sentence on standard error."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                # The same bytes in every locale.
                stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
        extra |= {"prog_name": "fenttui", "standalone_mode": False}
        sys.exit(exit_code_of(lambda: _exit_code(lambda: super(Program, self).main(*args, **extra))))

    def _reader(self, ctx: click.Context) -> click.Command:
        reader = self.get_command(ctx, READER)
        assert reader is not None
        return reader


def _command_near(first: str) -> str | None:
    """Return the likely command if the first argument is a bare word and not an existing path."""
    if not first.isalpha() or os.path.lexists(first):
        return None
    # ~8 ms to import: only where something is misspelt.
    import difflib  # noqa: PLC0415

    return next(iter(difflib.get_close_matches(first.lower(), COMMANDS, n=1)), None)


def _exit_code(run: Callable[[], int]) -> int:
    """Return 0 for done, 1 for a problem with the input, 2 for usage; a command returns its own."""
    try:
        return run()
    except click.Abort:
        return _INTERRUPTED
    except click.UsageError as error:
        sentence = _sentence(error)
        see = " See" if sentence.endswith("?") else "; see"
        _tell(f"{sentence}{see} `{_help_of(error)} --help`")
        return error.exit_code
    except click.ClickException as error:
        _tell(_sentence(error))
        return error.exit_code
    except ProblemError as error:
        _tell(str(error))
        return 1


def _tell(sentence: str) -> None:
    print(f"fenttui: {sentence}", file=sys.stderr)


def _sentence(error: click.ClickException) -> str:
    message = visible_line(error.format_message().rstrip("."))
    return message[:1].lower() + message[1:]


def _help_of(error: click.UsageError) -> str:
    if error.ctx is None or error.ctx.info_name == READER:
        return "fenttui"
    return error.ctx.command_path


program = Program(
    name="fenttui",
    help="Read a dossier of dated news articles in the terminal: who and how much highlighted, your notes"
    " beside them. With no PATH, the dossier of your config opens, else the bundled one.",
    epilog="\b\nExamples:\n"
    "  fenttui ~/dossiers/tariffs\n"
    "  fenttui list ~/dossiers/tariffs\n"
    "  fenttui ./list            a folder that is called as a command is\n",
    context_settings={"help_option_names": list(_HELP)},
    params=[
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=lambda ctx, param, value: _version(ctx) if value and not ctx.resilient_parsing else None,
            help="Show the version and leave.",
        )
    ],
)


def _version(ctx: click.Context) -> None:
    click.echo(f"fenttui {__version__}")
    ctx.exit()
