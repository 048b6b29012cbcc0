"""Write docs/figures.md, what is read as an amount, from the examples that the tests hold: `make figures`."""

from __future__ import annotations

from fenttui.extract.mention import Measure, Number, Value
from tests.support.amount_examples import NO_AMOUNTS, SECTIONS, Example
from tools.page import ROOT, write_page

PAGE = ROOT / "docs" / "figures.md"
HEAD = """\
# Amounts: what is recognized

Made by `make figures` from the examples that the tests hold; each is read as it stands here. An amount has
a *value* (a number, or the two ends of a range), a *unit*, a *bound*, and where the text gives them a
*change*, the value *before* it, and *of*: the words that say what is measured.

Units: money has its ISO 4217 code, `percent`, `percentage point` and `basis point` are apart,
measures have their singular English name with the spelling of the SI, ages are in `year of age`, a part of
a whole is a `share of` it of at most 1, multiples and times are in `count`, and what is counted has the
singular of its noun, with the bare noun that says its kind after “of”. Cents and pence, which have no
code, and bitcoin have their names. A rate adds `per` and what it is for. A size without a number, as in
"dozens of", is the range from so many to ten times as many. Where several countries share a currency's
name, it is that of the country which the text names most; a dollar without a country is American.

Numbers are exact, however long: in JSON a whole number is an integer of all its digits, and a decimal that
no double holds to its last digit is a text.
"""


def page() -> str:
    """Return the whole page."""
    parts = [HEAD, *(_section(name, examples) for name, examples in SECTIONS.items())]
    nothing = "\n".join(f"| {what} | {text} |" for what, text in NO_AMOUNTS.items())
    return "\n".join([*parts, f"## What is no amount\n\n| | |\n|---|---|\n{nothing}\n"])


def _section(name: str, examples: list[Example]) -> str:
    rows = "\n".join(_row(example) for example in examples)
    return f"## {name}\n\n| | text | value | unit | and |\n|---|---|---|---|---|\n{rows}\n"


def _row(example: Example) -> str:
    text = example.marked.replace("[", "**").replace("]", "**")
    measure = example.measure
    unit = "" if measure.unit is None else f"`{measure.unit}`"
    return f"| {example.what} | {text} | {_value(measure.value)} | {unit} | {_more(measure, example.of)} |"


def _value(value: Value) -> str:
    return f"{_number(value[0])} to {_number(value[1])}" if isinstance(value, tuple) else _number(value)


def _number(number: Number) -> str:
    return f"{number:,}"


def _more(measure: Measure, of: str | None) -> str:
    told = [
        *([measure.bound] if measure.bound != "exact" else []),
        *([measure.change] if measure.change is not None else []),
        *([f"before {_value(measure.before)}"] if measure.before is not None else []),
        *([f"of “{of}”"] if of is not None else []),
    ]
    return ", ".join(told)


if __name__ == "__main__":
    write_page(PAGE, page())
