from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path

import pytest

from benchmarks.extraction.scores import score_amounts, score_names, score_times
from benchmarks.extraction.sets import Sample, read_amounts, read_news, read_times
from fenttui.extract.mention import Amount, Measure, Time

TABLE = """\
The\tB-Organization
Harbor\tI-Organization
Office\tE-Organization
met\tO
Ada\tB-Person\tO
Lind\tE-Person\tO
.\tO

Oslo\tS-Location
waits\tO
.\tO
"""


def news(folder: Path, text: str | None) -> Sample:
    (folder / "one.txt.tsv").write_text(TABLE, encoding="utf-8")
    if text is not None:
        (folder / "one.txt").write_text(text, encoding="utf-8")
    (sample,) = read_news(folder)
    return sample


def named(sample: Sample) -> set[tuple[str, str]]:
    return {(sample.text[start:end], kind) for start, end, kind in sample.names}


@pytest.mark.parametrize(
    "text",
    ["The Harbor Office  met\nAda Lind. Oslo waits.", None, "Something else was published under this name."],
)
def test_names_of_a_split_stand_in_the_original_text_or_in_one_of_its_words(
    tmp_path: Path, text: str | None
) -> None:
    sample = news(tmp_path, text)
    expected = {("Harbor Office", "organization"), ("Ada Lind", "person"), ("Oslo", "place")}
    assert named(sample) == expected
    assert sample.text == (
        text if text and "Oslo" in text else "The Harbor Office met Ada Lind.\nOslo waits.\n"
    )


def test_names_are_right_by_exact_span_and_kind(tmp_path: Path) -> None:
    sample = news(tmp_path, "The Harbor Office met Ada Lind. Oslo waits.")
    perfect = frozenset({(0, 17, "organization"), (22, 30, "person"), (32, 36, "place")})
    assert set(score_names([sample], [perfect]).values()) == {1.0, 0.0}
    other = frozenset({(4, 17, "place"), (22, 25, "person"), (32, 36, "place")})
    scores = score_names([sample], [other])
    assert scores["typed"] == pytest.approx(1 / 3)
    assert scores["untyped"] == pytest.approx(2 / 3)
    assert scores["place"] == pytest.approx(2 / 3)
    assert scores["person"] == 0


def test_a_possessive_at_the_end_is_not_counted() -> None:
    sample = Sample("Oslo's", names=frozenset({(0, 4, "place")}))
    assert score_names([sample], [frozenset({(0, 6, "place")})])["typed"] == 1


def amount(value: str, unit: str | None) -> Amount:
    return Amount(0, 1, "quantity", Measure(Decimal(value), unit))


def test_each_amount_of_a_sentence_is_matched_once_by_value_and_by_unit(tmp_path: Path) -> None:
    quantities = [
        {"value": "5.0", "normalized_unit": "kilometre"},
        {"value": "5", "normalized_unit": "dollar"},
        {"value": "10-20", "normalized_unit": "-"},
    ]
    path = tmp_path / "set.json"
    path.write_text(json.dumps([{"text": "5 km, $5 and 10 to 20", "quantities": quantities}]))
    samples = read_amounts(path)
    low_high = Amount(0, 1, "count", Measure((Decimal(10), Decimal(20))))
    found = [[amount("5", "kilometer"), amount("5", "USD"), low_high]]
    assert score_amounts(samples, found) == (1.0, 1.0)
    assert score_amounts(samples, [[amount("5", "mile")]]) == pytest.approx((2 / 4, 0.0))


def test_times_are_found_by_overlap_and_right_by_value(tmp_path: Path) -> None:
    (tmp_path / "one.tml").write_text(
        '<TimeML><DCT><TIMEX3 tid="t0" value="2025-04-02">x</TIMEX3></DCT><TEXT>R&amp;D met on '
        '<TIMEX3 tid="t1" type="DATE" value="2025-04-01">Tuesday</TIMEX3> and '
        '<TIMEX3 tid="t2" type="DATE" value="PRESENT_REF">now</TIMEX3>.</TEXT></TimeML>'
    )
    (sample,) = read_times(tmp_path)
    assert sample.text == "R&D met on Tuesday and now."
    assert sample.date == dt.date(2025, 4, 2)
    assert [sample.text[start:end] for start, end, _ in sample.times] == ["Tuesday", "now"]
    tuesday = Time(8, 18, "date", "2025-04-01")
    assert score_times([sample], [[tuesday]]) == pytest.approx((2 / 3, 2 / 3))
    wrong = Time(23, 26, "date", "FUTURE_REF")
    assert score_times([sample], [[tuesday, wrong]]) == pytest.approx((1.0, 0.5))
