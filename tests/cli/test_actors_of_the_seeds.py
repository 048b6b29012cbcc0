"""The bundled dossier, through the command line and with nothing instead of the real extraction."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import Result

from fenttui.paths import bundled
from tests.support.command_output import records


def plain(name: str) -> str:
    return re.sub(r"^the |[^a-z]", "", name.casefold())


def read(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.stderr
    return records(result)


def test_no_actor_of_the_seeds_is_listed_twice(run: Callable[..., Result]) -> None:
    rows = read(run("actors", "--json", bundled("seeds")))
    names = [plain(row["actor"]) for row in rows]
    assert len(names) > 15
    assert sorted(names) == sorted(set(names))
    # Nor under what another one is called, too, or by a part of a person's name.
    also = [plain(alias) for row in rows for alias in row["aliases"]]
    assert set(names).isdisjoint(also)
    words = {name: set(name.split()) for name in (row["actor"] for row in rows if row["kind"] == "person")}
    assert not [(one, other) for one in words for other in words if words[one] < words[other]]


@pytest.mark.parametrize(
    ("pattern", "actor"),
    [
        (r"Wang( Yi)?", "Wang Yi"),
        (r"(Donald )?Trump(?! PAC)", "Donald Trump"),
        (r"Xi( Jinping)?", "Xi Jinping"),
        (r"(China|Chinese|Beijing)(?! (foreign m|M)inistry)", "China"),
        (r"US|U\.S\.|United States|America|Americans?|Washington", "United States"),
    ],
)
def test_every_mention_of_the_principals_is_found_and_is_under_one_actor(
    run: Callable[..., Result], pattern: str, actor: str
) -> None:
    articles = read(run("extract", bundled("seeds")))
    found = []
    for article in articles:
        mentions = {(m["start"], m["end"]): m for m in article["mentions"] if m["kind"] != "quote"}
        for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", article["text"]):
            mention = mentions.get(match.span())
            assert mention is not None, article["text"][match.start() - 30 : match.end() + 30]
            assert mention["actor"] == actor
            found.append(mention)
    (row,) = [row for row in read(run("actors", "--json", bundled("seeds"))) if row["actor"] == actor]
    assert row["mentions"] == len(found) > 0
