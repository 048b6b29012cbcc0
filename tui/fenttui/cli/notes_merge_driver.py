"""`fenttui notes merge-driver`: what git calls to merge two versions of a notes file."""

from __future__ import annotations

from pathlib import Path

import click

from fenttui.notes.merge_driver import merge_versions
from fenttui.storage.atomic import write_atomically
from fenttui.storage.saving import read_saved


@click.command(
    epilog="\b\nSet up by:\n  fenttui notes install-git ~/dossiers/tariffs\n"
    "or by hand:\n  git config merge.fenttui-notes.driver 'fenttui notes merge-driver %O %A %B %P'\n"
)
@click.argument("base", type=click.Path(path_type=Path))
@click.argument("ours", type=click.Path(path_type=Path))
@click.argument("theirs", type=click.Path(path_type=Path))
@click.argument("path", nargs=-1)
def command(base: Path, ours: Path, theirs: Path, path: tuple[str, ...]) -> int:
    """Merge the notes of two versions of a file by their ids, and write them to OURS.

    BASE is what both were made from. Where both changed the same of a note, both versions are kept, the other
    one tagged conflict. A version that cannot be read leaves OURS as it is and exits with 1: git then asks
    for the file to be merged by hand.
    """
    # Some versions of git do not quote a path with spaces.
    name = Path(" ".join(path)) if path else ours
    contents = (read_saved(each, "the notes") for each in (base, ours, theirs))
    merged, clashes = merge_versions(name, *contents)
    write_atomically(ours, merged)
    for clash in dict.fromkeys(clashes):
        click.echo(f"{name}: {clash}", err=True)
    return 0
