"""`fenttui notes`: the notes' files themselves, each subcommand in a module of its own."""

from __future__ import annotations

from importlib import import_module

import click

SUBCOMMANDS = {
    "list": "The notes' files without an article, and the copies of notes' files.",
    "adopt": "Give the notes of a file without an article to one.",
    "merge": "Merge a copy of a notes' file into it.",
    "restore": "Bring a deleted note back.",
    "install-git": "Let git merge the notes of a dossier note by note.",
    "merge-driver": "Merge two versions of a notes file; git calls it.",
}
"""Each subcommand and what it does: here, so that the help does not import them all."""


class _Notes(click.Group):
    """The group of the subcommands, each imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the subcommands in the order of the help."""
        return list(SUBCOMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the subcommand with that name; None if there is none."""
        if cmd_name not in SUBCOMMANDS:
            return None
        module = import_module(f"fenttui.cli.notes_{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the subcommands."""
        with formatter.section("Commands"):
            formatter.write_dl(list(SUBCOMMANDS.items()))


command = _Notes(
    name="notes",
    help="Work on the notes' files themselves.",
    epilog="\b\nExamples:\n  fenttui notes list ~/dossiers/tariffs\n"
    "  fenttui notes install-git ~/dossiers/tariffs\n",
)
