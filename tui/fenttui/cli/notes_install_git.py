"""`fenttui notes install-git`: git is told to merge notes note by note."""

from __future__ import annotations

from pathlib import Path

import click

from fenttui.notes.git_setup import ATTRIBUTES, GitSetup, install, plan


@click.command(
    epilog="\b\nExamples:\n  fenttui notes install-git ~/tariffs\n  fenttui notes install-git --print .\n"
)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
@click.option("--print", "only_print", is_flag=True, help="Show what would be done, and do nothing.")
def command(folder: Path, only_print: bool) -> int:
    """Let git merge the notes of the dossier FOLDER note by note.

    Two people's notes then merge without conflict markers. One line goes to the dossier's .gitattributes,
    which is committed; the settings of the repository stay on this machine, so that each clone needs this.
    """
    setup = plan(folder)
    if not only_print:
        install(setup)
    click.echo(_told(setup, only_print), nl=False)
    return 0


def _told(setup: GitSetup, only_print: bool) -> str:
    if only_print:
        settings = (f'git config {name} "{value}"' for name, value in setup.settings.items())
        return "".join(f"{line}\n" for line in (f"{setup.attributes}: {ATTRIBUTES}", *settings))
    line = "has the line already" if setup.has_line else "has the line now; commit it"
    return f"{setup.attributes} {line}: {ATTRIBUTES}\ngit merges the notes of this clone note by note\n"
