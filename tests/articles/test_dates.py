from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fenttui.articles.datelines import date_in_datelines, is_dateline, without_dateline
from fenttui.articles.dates import parse_date
from fenttui.articles.name_dates import date_in_address, date_in_name

APRIL_2 = dt.date(2025, 4, 2)


@pytest.mark.parametrize(
    "text",
    [
        "2025-04-02",
        "2025/4/2",
        "2025.04.02",
        "20250402",
        "2025-04-02T10:14:00Z",
        "2025-04-02 10:14:00+08:00",
        "2 April 2025",
        "2nd of April 2025",
        "02-Apr-2025",
        "April 2, 2025",
        "Apr. 2 2025",
        "APRIL 2ND, 2025",
        "2025年4月2日",
        "Wed, 02 Apr 2025 10:14:00 GMT",
        "Wednesday, April 2, 2025",
        "April 2, 2025 10:14 EDT",
        "2 April 2025, 10:14",
    ],
)
def test_one_day_is_read_however_it_is_written(text: str) -> None:
    assert parse_date(text) == APRIL_2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "April 2",
        "April 2025",
        "2025",
        "03/04/2025",
        "3.4.2025",
        "02/04/25",
        "2025-13-45",
        "2025-02-29",
        "20251345",
        "31 June 2025",
        "1799-12-31",
        "2101-01-01",
        "0000-00-00",
        "1e999 2025",
        "2025-04-02" * 20,
        "Monday",
        "10:14",
        "２０２５-04-02x",
    ],
)
def test_what_is_incomplete_ambiguous_or_impossible_is_no_date(text: str) -> None:
    assert parse_date(text) is None


def test_day_and_month_are_told_where_only_one_order_is_possible() -> None:
    assert parse_date("25/04/2025") == dt.date(2025, 4, 25)
    assert parse_date("04/25/2025") == dt.date(2025, 4, 25)
    assert parse_date("03/03/2025") == dt.date(2025, 3, 3)


@settings(max_examples=100, deadline=None)
@given(st.dates(dt.date(1800, 1, 1), dt.date(2100, 12, 31)))
def test_every_day_is_read_back_from_its_iso_form(date: dt.date) -> None:
    assert parse_date(date.isoformat()) == date
    assert date_in_name(f"{date.isoformat()}_title.txt") == date
    assert date_in_name(f"{date:%Y%m%d}.txt") == date


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="0123456789-/. :,aprilmayTZ年月日+", max_size=30) | st.text(max_size=30))
def test_no_text_makes_reading_a_date_fail(text: str) -> None:
    for date in (parse_date(text), date_in_name(text), date_in_datelines(text)):
        assert date is None or 1800 <= date.year <= 2100


@pytest.mark.parametrize(
    "name",
    [
        "2025-04-02_tariffs.txt",
        "2025_04_02.md",
        "20250402.txt",
        "tariffs-20250402T1014Z.txt",
        "tariffs 2025.4.2.txt",
        "2 April 2025 China responds.txt",
        "2_apr_2025.txt",
        "April 2, 2025.md",
        "reuters20250402.txt",
        "web_20250402101455.txt",
        "2025/04/02/china.txt",
        "2025-04-02/china.txt",
    ],
)
def test_a_date_is_found_in_a_name(name: str) -> None:
    assert date_in_name(name) == APRIL_2


@pytest.mark.parametrize(
    "name",
    [
        "000_f009184965be3be7.txt",
        "001_dcc9a952f5e910ef.txt",
        "a20250402b1.txt",
        "120250402.txt",
        "2025-13-45.txt",
        "03-04-2025.txt",
        "chapter 12.txt",
        "1743580800.txt",
        "May 2025.txt",
        "99999999.txt",
    ],
)
def test_numbers_in_a_name_that_are_no_clear_date_are_passed_over(name: str) -> None:
    assert date_in_name(name) is None


@pytest.mark.parametrize(
    "text",
    [
        "Published 2 April 2025, 10:14",
        "China responds\n\nPublished: Wednesday, April 2, 2025 at 10:14 AM EDT\n\nBeijing said...",
        "April 2, 2025",
        "Wednesday 2 April 2025 10:14 BST",
        "Reuters | 2 April 2025 | 3 min read",
        "By Ann Lee, April 2, 2025",
        "BEIJING, April 2, 2025 (Xinhua) -- China on Wednesday said",
        "WASHINGTON, April 2, 2025 — The White House",
        "Updated: 3 April 2025\nPublished: 2 April 2025",
        "Published 2 April 2025 Updated 3 April 2025",
        "Last updated 2025-04-02T10:14:00Z",
        "2025年4月2日",
        "02.04.2025\n2 April 2025",
        "Wed 2 Apr 2025 06.05 BST Last modified on Thu 3 Apr 2025 06.07 BST",
        "By Ann Lee April 2, 2025 9:14 AM GMT+8 Updated 2 hours ago",
        "By Ann Lee and Bo Li | Updated 3 April 2025 | Published 2 April 2025",
        "April 2, 20255:01 AM ET",
        "For Immediate Release                April 2, 2025",
        "EMBARGOED UNTIL 2 April 2025, 10 a.m.",
        "Publié le 2 avril 2025 à 11h04 - Mis à jour le 3 avril 2025 à 12h00",
        "Mercredi 2 avril 2025",
        "Par Anne Leroy, publié le 02/04/2025 à 06:30",
        "Stand: 02.04.2025 11:04 Uhr",
        "Veröffentlicht am Mittwoch, den 2. April 2025",
        "02.04.2025, 11:04 Uhr",
        "Publicado el 2 de abril de 2025",
        "Miércoles, 2 de abril de 2025 a las 10:14",
        "Atualizado em 03/04/2025\nPublicado em 02/04/2025",
        "Quarta-feira, 2 de abril de 2025",
        "Pubblicato il 2 aprile 2025",
        "Gepubliceerd op 2 april 2025 om 10:14",
        "Опубликовано: 2 апреля 2025",
        "2025年4月2日 星期三 10:14",
        "发布时间：2025-04-02 10:14",
        "更新时间：2025-04-03\n发布时间：2025-04-02",
        "نشر في 2 أبريل 2025",
        "الأربعاء، ٢ نيسان ٢٠٢٥",
    ],
)
def test_a_dateline_in_the_first_lines_dates_the_article(text: str) -> None:
    assert date_in_datelines(text) == APRIL_2


@pytest.mark.parametrize(
    "text",
    [
        "WASHINGTON, April 2 (Reuters) - The White House said",
        "On April 2, 2025 China said that it would respond.",
        "Published 3/4/2025",
        "03.04.2025",
        "2 April 2025 3 April 2025",
        "Updated 2 hours ago",
        "Am 2. April 2025 sagte Berlin zu.",
        "Le 2 avril 2025, Berlin a promis de payer.",
        "Published 31 February 2025",
        "The law of 2 April 2025 was repealed",
        "China responds\n" * 20 + "2 April 2025",
        "",
    ],
)
def test_a_date_without_year_or_within_prose_does_not_date_the_article(text: str) -> None:
    assert date_in_datelines(text) is None


def test_datelines_and_bylines_are_told_from_news() -> None:
    assert is_dateline("By Ann Lee and Jan de Vries in Beijing")
    assert is_dateline("Reuters | 2 April 2025")
    assert not is_dateline("By imposing tariffs, Trump hurt his allies.")
    assert not is_dateline("By the river")
    assert not is_dateline("China responds to tariffs")


def test_the_agency_s_dateline_is_taken_off_the_text() -> None:
    assert without_dateline("WASHINGTON, April 2 (Reuters) - The White House") == "The White House"
    assert without_dateline("BEIJING (AP) — China said") == "China said"
    assert without_dateline("NATO - the alliance - met") == "NATO - the alliance - met"


@pytest.mark.parametrize(
    "text",
    [
        "2 avril 2025",
        "1er avril 2025",
        "2. April 2025",
        "2 de abril de 2025",
        "abril 2, 2025",
        "2 aout 2025",
        "2 août 2025",
        "3. März 2025",
        "٢ أبريل ٢٠٢٥",
        "2 كانون الثاني 2025",
        "2 января 2025",
        "12 déc. 2025",
    ],
)
def test_a_date_is_read_in_the_languages_of_news(text: str) -> None:
    found = parse_date(text)
    assert found is not None
    assert found.year == 2025
    day = {"1er": 1, "3.": 3, "12": 12}.get(text.split()[0], 2)
    month = {"août": 8, "aout": 8, "März": 3, "الثاني": 1, "января": 1, "déc.": 12}
    assert found.day == day
    assert found.month == next((number for name, number in month.items() if name in text), 4)


@pytest.mark.parametrize(
    "url",
    [
        "https://paper.example/world/2025/apr/02/steel-duty",
        "https://paper.example/2025/04/02/steel-duty",
        "https://paper.example/2025/4/2/steel.html",
        "https://paper.example/world/2025-04-02-steel",
        "https://paper.example/world/steel-2025-04-02/",
        "https://paper.example/article/20250402/steel",
        "https://paper.example/2025/04/02?from=2024/01/01#2024/01/01",
    ],
)
def test_a_date_is_found_in_an_address(url: str) -> None:
    assert date_in_address(url) == APRIL_2


@pytest.mark.parametrize(
    "url",
    [
        "https://paper.example/steel-120250402",
        "https://paper.example/id20250402x",
        "https://paper.example/2025/13/45/x",
        "https://paper.example/2025/04/",
        "https://paper.example/12025/04/02",
        "https://paper.example/a?day=2025-04-02",
        "https://paper.example/1234/56/78",
    ],
)
def test_digits_of_an_identifier_in_an_address_are_no_date(url: str) -> None:
    assert date_in_address(url) is None
