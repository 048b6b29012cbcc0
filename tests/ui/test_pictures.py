"""The screen as a picture. After a wanted change: `make test ARGS="tests/ui --snapshot-update"`, and look."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from fenttui.articles.article import Article
from fenttui.extract.mention import ActorMention, Amount, Measure, Mention, Time
from fenttui.kinds import Kind
from fenttui.ui.session.extractor import Extractor
from tests.ui.desk import Desk, new_app

NAMED: dict[str, Kind] = {
    "Wang Yi": "person",
    "Donald Trump": "person",
    "Steve Daines": "person",
    "RIA Novosti": "organization",
    "China": "place",
    "U.S.": "place",
    "Beijing": "place",
    "Chinese": "group",
    "20 per cent": "percent",
    "Tuesday": "date",
    "a week": "duration",
}
"""What is marked: not what the extraction finds, so that a picture tells of the screen alone."""

NOTES = """\
schema = 1

[article]
id = "000_f009184965be3be7"
path = "000_f009184965be3be7.txt"

[[annotation]]
id = "0196a3c2-0000-7000-8000-000000000001"
created = 2025-04-03T09:12:44Z
modified = 2025-04-03T09:12:44Z
author = "Ada"
tags = ["tariffs", "claim/contested"]
body = "Says who? The *other* side has not answered."

[annotation.target]
exact = "cancel the unjustified tariff increase"
prefix = "then it should "
suffix = " and engage in equal"
start = 0
end = 0

[[annotation]]
id = "0196a3c2-0000-7000-8000-000000000002"
created = 2025-04-03T09:14:02Z
modified = 2025-04-03T09:14:02Z
author = "Ada"
color = "blue"
body = "Check against the second article."
"""


def mention_of(match: re.Match[str], kind: Kind) -> Mention:
    start, end = match.span()
    match kind:
        case "person" | "organization" | "place" | "group":
            return ActorMention(start, end, kind, match[0])
        case "percent":
            return Amount(start, end, kind, Measure(20, "percent"))
        case "date" | "duration":
            return Time(start, end, kind, "2025-04-01" if kind == "date" else "P1W")
    raise ValueError(kind)


def named(_extractor: Extractor, article: Article) -> tuple[Mention, ...]:
    found = (
        mention_of(match, kind)
        for name, kind in NAMED.items()
        for match in re.finditer(re.escape(name), article.text)
    )
    return tuple(sorted(found, key=lambda mention: mention.start))


@pytest.mark.parametrize("theme", ["fenttui-dark", "fenttui-light"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
def test_the_screen_looks_as_it_was_approved(
    seeds: Path,
    size: tuple[int, int],
    theme: str,
    snap_compare: Callable[..., bool],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (seeds / "annotations").mkdir()
    (seeds / "annotations" / "000_f009184965be3be7.toml").write_text(NOTES, encoding="utf-8")
    monkeypatch.setattr(Extractor, "mentions", named)

    async def read(pilot: Pilot[int]) -> None:
        desk = Desk(app, pilot)
        await desk.quiet()
        await desk.press("2]a")

    app = new_app(seeds, flags={"reader.theme": theme})
    assert snap_compare(app, terminal_size=size, run_before=read)
