from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fenttui.articles.article import Entry
from fenttui.articles.formats.markdown import read_markdown
from fenttui.articles.formats.plain import read_plain
from fenttui.articles.headline import read_headline
from fenttui.settings.types import ArticleSettings

MAIL = """Received: from mail.example.org
\tby example.org; Thu, 3 Apr 2025 01:00:00 +0000
From: "Lee, Ann" <ann@example.org>
To: desk@example.org
Date: Wed, 2 Apr 2025 23:14:00 -1000
Subject: China responds
 to the tariffs
X-Mailer: Example

Beijing: it said so.

It waited.
"""


def test_the_header_of_a_mail_is_read_as_front_matter() -> None:
    document = read_plain(MAIL)
    assert document.body == "Beijing: it said so.\n\nIt waited."
    assert (document.title, document.author) == ("China responds to the tariffs", "Lee, Ann")
    assert document.remarks == ()


def test_the_day_of_a_mail_is_that_of_its_sender_s_clock() -> None:
    document = read_plain(MAIL)
    assert (document.date, document.date_source) == (dt.date(2025, 4, 2), "front matter")


def test_a_mail_is_listed_by_its_subject(write: Callable[..., Entry], settings: ArticleSettings) -> None:
    headline = read_headline(write(MAIL), settings)
    assert (headline.title, headline.date, headline.author) == (
        "China responds to the tariffs",
        dt.date(2025, 4, 2),
        "Lee, Ann",
    )


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("Wed, 02 Apr 2025 10:14:00 GMT", dt.date(2025, 4, 2)),
        ("2 Apr 2025", dt.date(2025, 4, 2)),
        ("2025-04-02", dt.date(2025, 4, 2)),
        ("Wednesday, April 2, 2025 10:14 AM", dt.date(2025, 4, 2)),
    ],
)
def test_dates_of_mails_are_read_as_programs_write_them(written: str, date: dt.date) -> None:
    assert read_plain(f"Date: {written}\nSubject: China\n\nText.").date == date


def test_a_date_that_is_none_is_remarked_upon_with_its_line() -> None:
    document = read_plain("Subject: China\nFrom: ann@example.org\nDate: 31 Feb 2025 10:00:00 +0000\n\nText.")
    assert (document.title, document.author, document.date) == ("China", "ann@example.org", None)
    (remark,) = document.remarks
    assert (remark.line, "31 Feb 2025" in remark.message) == (3, True)


def test_encoded_words_are_read_and_broken_ones_stay() -> None:
    header = (
        "Subject: =?utf-8?Q?Gr=C3=B6=C3=9Fe?= of =?no-such?Q?x?=\nFrom: =?utf-8?B?5p2O?= <li@example.org>"
    )
    document = read_plain(f"{header}\n\nText.")
    assert document.author == "李"
    assert document.title == "=?utf-8?Q?Gr=C3=B6=C3=9Fe?= of =?no-such?Q?x?="
    assert read_plain("Subject: =?utf-8?Q?Gr=C3=B6=C3=9Fe?=\nTo: x\n\nText.").title == "Größe"


@pytest.mark.parametrize(
    "text",
    [
        "Subject: China responds\n\nText.",
        "From: Ann\nTo: Jan\n\nText.",
        "Subject: China\nDate: 2 April 2025\nText that goes on.",
        "Wang: We ask.\nRubio: We answer.\n\nText.",
        "Text first.\nSubject: China\nFrom: Ann\n\nText.",
        "Subject: China\nFrom: Ann",
    ],
)
def test_what_only_looks_like_a_mail_is_text(text: str) -> None:
    document = read_plain(text)
    assert (document.body, document.title, document.author) == (text, None, None)


def test_a_header_line_of_the_program_s_own_is_read_as_before() -> None:
    document = read_plain("date 2025-04-02\nSubject: China\n\nText.")
    assert (document.date, document.date_source) == (dt.date(2025, 4, 2), "header")
    assert document.body == "Subject: China\n\nText."


def test_markdown_has_no_mail_header() -> None:
    assert read_markdown(MAIL).body.startswith("Received: ")


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet='ab<>@,;:"()=?uQB-0129 \t\n\\', max_size=60),
    st.sampled_from(["From", "Date", "Subject"]),
)
def test_no_value_of_a_header_makes_reading_fail(value: str, name: str) -> None:
    document = read_plain(f"Subject: x\nTo: y\n{name}: {value}\n\nChina said.")
    assert document.body.endswith("China said.")
