from __future__ import annotations

from decimal import Decimal

from fenttui.extract.mention import Amount, Mention
from fenttui.ui.mention_facts import facts_of

TEXT = "Wang Yi met\nMarco Rubio. Wang\tsaid 25 percent, then 25 per cent, then 20 percent."


def person(name: str, start: int, actor: str) -> Mention:
    return Mention(start, start + len(name), "person", actor)


MENTIONS = (
    person("Wang Yi", 0, "Wang Yi"),
    person("Marco Rubio", 12, "Marco Rubio"),
    person("Wang", 25, "Wang Yi"),
    Mention(35, 45, "percent", amount=Amount(25, "percent", change="down")),
    Mention(52, 63, "percent", amount=Amount(25, "percent", bound="over")),
    Mention(70, 80, "percent", amount=Amount(20, "percent")),
)


def test_the_facts_of_an_actor_and_a_figure() -> None:
    assert ("also", "Wang") in facts_of(MENTIONS[0], MENTIONS, TEXT)
    assert ("kind", "person") in facts_of(MENTIONS[0], MENTIONS, TEXT)
    assert facts_of(MENTIONS[3], MENTIONS, TEXT)[1:] == [
        ("value", "25 percent"),
        ("change", "down"),
    ]
    assert ("value", "more than 25 percent") in facts_of(MENTIONS[4], MENTIONS, TEXT)
    span = Mention(0, 1, "money", amount=Amount((1_000_000, Decimal("2.5")), "USD", "about"))
    assert ("value", "about 1,000,000 to 2.5 USD") in facts_of(span, (), "x")
    assert ("value", "2025-W14") in facts_of(Mention(0, 1, "date", time="2025-W14"), (), "x")


def test_a_number_too_long_for_the_interpreter_is_told_whole() -> None:
    huge = Mention(0, 1, "count", amount=Amount(10**4500))
    told = dict(facts_of(huge, (), "x"))["value"]
    assert told.replace(",", "") == "1" + "0" * 4500
