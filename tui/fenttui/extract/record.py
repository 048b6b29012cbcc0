"""A mention as JSON holds it."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

from fenttui.extract.mention import ActorMention, Amount, Mention, Number, Quote, Span, Time, Value


def mention_record(mention: Mention, text: str) -> dict[str, object]:
    """Return the mention of `text` with the keys of the command line's JSON."""
    record: dict[str, object] = {
        "start": mention.start,
        "end": mention.end,
        "text": text[mention.start : mention.end],
        "kind": mention.kind,
    }
    match mention:
        case ActorMention():
            record["actor"] = mention.actor
        case Amount(measure=measure):
            record |= {
                "value": json_value(measure.value),
                "unit": measure.unit,
                "bound": measure.bound,
                "change": measure.change,
                "before": None if measure.before is None else json_value(measure.before),
                "of": None if measure.of is None else _span_record(measure.of, text),
            }
        case Time(quantity=quantity):
            record["value"] = mention.value
            if quantity is not None:
                record["quantity"] = {"value": json_value(quantity.value), "unit": quantity.unit}
        case Quote(cue=cue):
            record["actor"] = mention.actor
            record["cue"] = None if cue is None else _span_record(cue, text)
    return record


def _span_record(span: Span, text: str) -> dict[str, object]:
    start, end = span
    return {"start": start, "end": end, "text": text[start:end]}


JsonNumber: TypeAlias = int | float | str


def json_value(value: Value) -> JsonNumber | list[JsonNumber]:
    """Return the value as a JSON number, or `[low, high]`, exactly.

    A decimal that no double holds to its last digit is its text, as in `"0.1234567890123456789"`.
    """
    if isinstance(value, tuple):
        return [_json_number(number) for number in value]
    return _json_number(value)


def _json_number(number: Number) -> JsonNumber:
    if isinstance(number, int):
        return number
    if number == number.to_integral_value():
        return int(number)
    nearest = float(number)
    return nearest if Decimal(repr(nearest)) == number else f"{number:f}"
