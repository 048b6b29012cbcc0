"""`fenttui extract`: the mentions of articles, or of texts that another program sends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from fenttui.cli.json_lines import write_lines
from fenttui.cli.mentions import articles_with_quotes
from fenttui.cli.opening import Opened, open_paths, settings_in_force, tell
from fenttui.cli.parameters import engine_option, paths_argument
from fenttui.extract.coreference.corrections import corrections_from
from fenttui.extract.record import mention_record

_STANDARD_INPUT = Path("-")


@click.command(
    epilog="\b\nExamples:\n"
    "  fenttui extract ~/dossiers/tariffs | jq -r '.mentions[].text'\n"
    '  echo \'{"id": 1, "text": "Wang Yi met Marco Rubio."}\' | fenttui extract -\n',
)
@paths_argument
@engine_option
def command(paths: tuple[Path, ...], engine: str | None) -> int:
    """Print who and how much each article names, and who said what, as JSON Lines.

    One article a line: id, path, date, title, text, mentions. With `-` as the PATH, texts come from standard
    input as JSON Lines (id, date, text) and each is answered at once, in order: id, mentions. Offsets count
    code points.
    """
    flags = {"extract.engine": engine}
    if _STANDARD_INPUT in paths:
        if len(paths) > 1:
            raise click.UsageError("`-` is standard input and stands alone; leave the other paths out")
        from fenttui.cli.answering import answer_lines  # noqa: PLC0415 - not at start
        from fenttui.extract.names.engines.lookup import engine_of  # noqa: PLC0415 - not at start

        loaded = settings_in_force(flags=flags)
        for problem in loaded.problems:
            tell(problem)
        return answer_lines(corrections_from(loaded.settings), engine_of(loaded.settings.extract))
    opened = open_paths(paths, flags)
    write_lines(_records(opened))
    return opened.exit_code


def _records(opened: Opened) -> Iterator[dict[str, object]]:
    for article, mentions in articles_with_quotes(opened):
        yield {
            "id": article.id,
            "path": str(article.entry.path),
            "date": article.headline.date.isoformat(),
            "title": article.headline.title,
            "text": article.text,
            "mentions": [mention_record(mention, article.text) for mention in mentions],
        }
