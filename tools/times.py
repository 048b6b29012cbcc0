"""Write docs/times.md, what is read as a time, from the examples that the tests hold: `make times`."""

from __future__ import annotations

from tests.support.time_examples import TIME_SECTIONS, TimeExample
from tools.page import ROOT, write_page

PAGE = ROOT / "docs" / "times.md"
HEAD = """\
# Times: what is recognized

Made by `make times` from the examples that the tests hold; each is read as it stands here, in an article of
Wednesday, 2 April 2025. A time is a *date*, a *time* of day, a *duration* or a *set* of times that come
again, and has a TIMEX3 value.

Which side of the article's date a weekday, a month, a day or a feast is on, the verbs around it tell; news
that says nothing speaks of the past. "Two days later" and "the previous month" are counted from the date
that the text told last. What is not told stays open: its value has `X` for what is not known, or only says
`PAST_REF`, `PRESENT_REF` or `FUTURE_REF`. A time of day is on the nearest day of its own sentence, and on
none where that names none.

A date is `2025-04-01`, a month `2025-04`, a year `2025`, a decade `202`, a century `20`, a week `2025-W14`
and its weekend `2025-W14-WE`, quarters and halves `2025-Q2` and `2025-H1`, seasons `2025-SP SU FA WI` (a
winter has the year that it starts in), parts of the day `2025-04-01TMO TAF TEV TNI`. A duration is `P2W` or
`PT3H`; its units beyond ISO 8601 are `E` for a decade, `C` for a century, `L` for a millennium, `Q` for
quarters whose number is not told, `WE` and `NI` for weekends and nights.
"""


def page() -> str:
    """Return the whole page."""
    return "\n".join([HEAD, *(_section(name, examples) for name, examples in TIME_SECTIONS.items())])


def _section(name: str, examples: tuple[TimeExample, ...]) -> str:
    rows = "\n".join(map(_row, examples))
    return f"## {name}\n\n| text | kind | value |\n|---|---|---|\n{rows}\n"


def _row(example: TimeExample) -> str:
    text = example.text.replace(example.said, f"**{example.said}**", 1)
    return f"| {text} | {example.kind} | `{example.value}` |"


if __name__ == "__main__":
    write_page(PAGE, page())
