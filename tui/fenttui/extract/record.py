"""A mention as JSON holds it."""

from __future__ import annotations

from decimal import Decimal

from fenttui.extract.mention import AMOUNT_KINDS, TIME_KINDS, Mention, Number, Span, Value


def mention_record(mention: Mention, text: str) -> dict[str, object]:
    """The mention of `text` with the keys of the command line's JSON."""
    record: dict[str, object] = {
        "start": mention.start,
        "end": mention.end,
        "text": text[mention.start : mention.end],
        "kind": mention.kind,
    }
    amount = mention.amount
    if mention.is_actor:
        record["actor"] = mention.actor
    elif mention.kind == "quote":
        record["actor"] = mention.actor
        record["cue"] = _span_record(mention.cue, text)
    elif mention.kind in TIME_KINDS:
        record["value"] = mention.time
        if amount is not None:
            record["quantity"] = {"value": json_value(amount.value), "unit": amount.unit}
    elif mention.kind in AMOUNT_KINDS and amount is not None:
        record |= {
            "value": json_value(amount.value),
            "unit": amount.unit,
            "bound": amount.bound,
            "change": amount.change,
        }
    return record


def _span_record(span: Span | None, text: str) -> dict[str, object] | None:
    return None if span is None else {"start": span[0], "end": span[1], "text": text[slice(*span)]}


def json_value(value: Value) -> int | float | list[int | float]:
    """The value as a JSON number, or `[low, high]`: whole numbers exactly, others as the nearest double."""
    if isinstance(value, tuple):
        return [_json_number(number) for number in value]
    return _json_number(value)


def _json_number(number: Number) -> int | float:
    if isinstance(number, Decimal):
        return int(number) if number == number.to_integral_value() else float(number)
    return number
