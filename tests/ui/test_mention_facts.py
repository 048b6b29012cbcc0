from __future__ import annotations

from decimal import Decimal

from fenttui.extract.mention import ActorMention, Amount, Measure, Time
from fenttui.ui.mention_facts import facts_of

TEXT = "Wang Yi met\nMarco Rubio. Wang\tsaid 25 percent, then 25 per cent, then 20 percent."


def person(name: str, start: int, actor: str) -> ActorMention:
    return ActorMention(start, start + len(name), "person", actor)


MENTIONS = (
    person("Wang Yi", 0, "Wang Yi"),
    person("Marco Rubio", 12, "Marco Rubio"),
    person("Wang", 25, "Wang Yi"),
    Amount(35, 45, "percent", Measure(25, "percent", change="down")),
    Amount(52, 63, "percent", Measure(25, "percent", bound="over")),
    Amount(70, 80, "percent", Measure(20, "percent")),
)


def test_the_facts_of_an_actor_and_a_figure() -> None:
    assert ("also", "Wang") in facts_of(MENTIONS[0], MENTIONS, TEXT)
    assert ("kind", "person") in facts_of(MENTIONS[0], MENTIONS, TEXT)
    assert facts_of(MENTIONS[3], MENTIONS, TEXT)[1:] == [
        ("value", "25 percent"),
        ("change", "down"),
    ]
    assert ("value", "more than 25 percent") in facts_of(MENTIONS[4], MENTIONS, TEXT)
    span = Amount(0, 1, "money", Measure((1_000_000, Decimal("2.5")), "USD", "about"))
    assert ("value", "about 1,000,000 to 2.5 USD") in facts_of(span, (), "x")
    weeks = Time(0, 1, "duration", "P3W", Measure(3, "week", change="up"))
    assert facts_of(weeks, (), "x")[1:] == [("value", "P3W"), ("change", "up")]
    assert ("value", "2025-W14") in facts_of(Time(0, 1, "date", "2025-W14"), (), "x")


def test_a_number_too_long_for_the_interpreter_is_told_whole() -> None:
    huge = Amount(0, 1, "count", Measure(10**4500))
    told = dict(facts_of(huge, (), "x"))["value"]
    assert told.replace(",", "") == "1" + "0" * 4500
