"""`fenttui actors`: who is named in a dossier, and how often."""

from __future__ import annotations

from pathlib import Path

import click

from fenttui.cli.conditions import holds, kind_option, text_option
from fenttui.cli.json_lines import write_lines
from fenttui.cli.mentions import articles_with_mentions
from fenttui.cli.opening import open_paths
from fenttui.cli.parameters import json_option, paths_argument
from fenttui.cli.tables import Column, write_table
from fenttui.extract.mention import ACTOR_KINDS
from fenttui.extract.tally import ActorRow, tally_actors

_COLUMNS = (
    Column("actor", gives_way=True),
    Column("kind"),
    Column("mentions", is_number=True),
    Column("articles", is_number=True),
    Column("first"),
    Column("last"),
)


@click.command(
    epilog="\b\nExamples:\n  fenttui actors ~/dossiers/tariffs\n  fenttui actors --kind person --text wang\n"
    "  fenttui actors --json | jq -r .actor\n"
)
@paths_argument
@kind_option(ACTOR_KINDS)
@text_option
@json_option
def command(paths: tuple[Path, ...], kinds: tuple[str, ...], words: tuple[str, ...], as_json: bool) -> int:
    """List the actors of the whole dossier that meet every condition, the most mentioned first.

    Columns: actor, kind, number of mentions, number of articles, dates of the first and the last. In a pipe
    the columns are parted by tabs.
    """
    opened = open_paths(paths)
    rows = [
        row
        for row in tally_actors(articles_with_mentions(opened))
        if (not kinds or row.kind in kinds) and holds(row.actor, words)
    ]
    if as_json:
        write_lines(map(_record, rows))
    else:
        write_table(_COLUMNS, (list(_record(row).values()) for row in rows))
    return opened.exit_code


def _record(row: ActorRow) -> dict[str, object]:
    return {
        "actor": row.actor,
        "kind": row.kind,
        "mentions": row.count,
        "articles": row.articles,
        "first": row.first.isoformat(),
        "last": row.last.isoformat(),
    }
