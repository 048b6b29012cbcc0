"""What is recognized as a time, an example each; the tests read it, and so does the page of the docs.

Every example is told from the article's date, Wednesday, 2 April 2025.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

DATE = dt.date(2025, 4, 2)


class TimeExample(NamedTuple):
    """A sentence, the words in it that are a time, and what they mean."""

    text: str
    said: str
    kind: str
    value: str


_SECTIONS: dict[str, tuple[tuple[str, str, str, str], ...]] = {
    "Days": (
        ("It was signed on March 13, 2025, in Geneva.", "March 13, 2025", "date", "2025-03-13"),
        ("It was signed on 13 March 2025.", "13 March 2025", "date", "2025-03-13"),
        ("It was signed on the 13th of March.", "13th of March", "date", "2025-03-13"),
        ("It was signed on March the 13th.", "March the 13th", "date", "2025-03-13"),
        ("It was signed on March thirteenth.", "March thirteenth", "date", "2025-03-13"),
        ("The offer was made on Dec. 30.", "Dec. 30", "date", "2024-12-30"),
        ("The bridge will open on December 30.", "December 30", "date", "2025-12-30"),
        ("It was signed on 2025-03-13.", "2025-03-13", "date", "2025-03-13"),
        ("It was signed on 13.3.2025.", "13.3.2025", "date", "2025-03-13"),
        ("It was signed on 12/31/2024.", "12/31/2024", "date", "2024-12-31"),
        ("It was signed on 13-Mar-2025.", "13-Mar-2025", "date", "2025-03-13"),
        ("The ministers met in March. They talked until the 18th.", "18th", "date", "2025-03-18"),
        ("Today the talks begin.", "Today", "date", "2025-04-02"),
        ("The port was closed the day before yesterday.", "day before yesterday", "date", "2025-03-31"),
    ),
    "Days that are left open": (
        ("It was signed on 03/04/2025.", "03/04/2025", "date", "2025-XX-XX"),
        ("It was signed on 12/13/14.", "12/13/14", "date", "XXXX-XX-XX"),
        ("It was signed on 31 February 2024.", "31 February 2024", "date", "2024-02-XX"),
    ),
    "Weekdays": (
        ("He spoke on Tuesday.", "Tuesday", "date", "2025-04-01"),
        ("He spoke on Wednesday.", "Wednesday", "date", "2025-04-02"),
        ("He will speak on Tuesday.", "Tuesday", "date", "2025-04-08"),
        ("The summit is to open Monday.", "Monday", "date", "2025-04-07"),
        ("He spoke on Tuesday, March 25.", "Tuesday, March 25", "date", "2025-03-25"),
        ("He spoke on Friday the 28th.", "Friday the 28th", "date", "2025-03-28"),
        ("He spoke last Thursday.", "last Thursday", "date", "2025-03-27"),
        ("He spoke on Monday of last week.", "Monday of last week", "date", "2025-03-24"),
        ("The yard was searched over the weekend.", "weekend", "date", "2025-W13-WE"),
    ),
    "Months and seasons": (
        ("The law passed in March 2024.", "March 2024", "date", "2024-03"),
        ("The law passed in September.", "September", "date", "2024-09"),
        ("The law will take effect in September.", "September", "date", "2025-09"),
        ("The law passed in March last year.", "March last year", "date", "2024-03"),
        ("The law passed last November.", "last November", "date", "2024-11"),
        ("He has led the firm since mid-January.", "mid-January", "date", "2025-01"),
        ("The yard closed in late 2024.", "late 2024", "date", "2024"),
        ("It rained in the summer of 2024.", "summer of 2024", "date", "2024-SU"),
        ("The bridge was finished last autumn.", "last autumn", "date", "2024-FA"),
        ("They left at the end of March.", "end of March", "date", "2025-03"),
    ),
    "Quarters and halves": (
        ("Output fell in the first quarter of 2024.", "first quarter of 2024", "date", "2024-Q1"),
        ("Third-quarter profit rose.", "Third-quarter", "date", "2024-Q3"),
        ("Output rose in Q4 2024.", "Q4 2024", "date", "2024-Q4"),
        ("Output rose in last year's second quarter.", "last year's second quarter", "date", "2024-Q2"),
        ("Output rose in the second half of last year.", "second half of last year", "date", "2024-H2"),
        ("Sales in the quarter were weak.", "quarter", "date", "2025-Q1"),
        ("Sales fell in fiscal 2023.", "fiscal 2023", "date", "2023"),
        ("Sales fell in FY2023.", "FY2023", "date", "2023"),
    ),
    "Years, decades and centuries": (
        ("The canal was dug in 1898.", "1898", "date", "1898"),
        ("Prices fell in the 1990s.", "1990s", "date", "199"),
        ("Prices fell in the '90s.", "'90s", "date", "199"),
        ("Prices fell in the nineties.", "nineties", "date", "199"),
        ("Prices fell in nineteen ninety-four.", "nineteen ninety-four", "date", "1994"),
        ("Prices fell in the year two thousand.", "year two thousand", "date", "2000"),
        ("The fort is from the 17th century.", "17th century", "date", "16"),
        ("The temple was built in 44 BC.", "44 BC", "date", "BC0044"),
    ),
    "Times told from the article's date": (
        ("He spoke yesterday.", "yesterday", "date", "2025-04-01"),
        ("The court ruled last month.", "last month", "date", "2025-03"),
        ("The court ruled earlier this month.", "earlier this month", "date", "2025-04"),
        ("The court ruled last week.", "last week", "date", "2025-W13"),
        ("The court will rule next year.", "next year", "date", "2026"),
        ("The court ruled a year ago.", "a year ago", "date", "2024"),
        ("The court ruled three days ago.", "three days ago", "date", "2025-03-30"),
        ("The court will rule two weeks from now.", "two weeks from now", "date", "2025-W16"),
        ("The current year is hard.", "current year", "date", "2025"),
        ("Accounts are due by year-end.", "year-end", "date", "2025-12-31"),
    ),
    "Times told from another": (
        ("On May 5, 2020, he fled. Two days later he was caught.", "Two days later", "date", "2020-05-07"),
        ("On May 5, 2020, he fled. He had packed the day before.", "day before", "date", "2020-05-04"),
        ("In May 2020 he fled. The following month he was caught.", "following month", "date", "2020-06"),
        ("He was jailed in 2010 and freed six years later.", "six years later", "date", "2016"),
        ("Net for the third quarter fell; a year earlier it rose.", "a year earlier", "date", "2023-Q3"),
        ("Net for the third quarter fell from the year-earlier period.", "year-earlier period", "date",
         "2023-Q3"),
    ),
    "Past, present and future": (
        ("The firm now has two yards.", "now", "date", "PRESENT_REF"),
        ("He currently leads the firm.", "currently", "date", "PRESENT_REF"),
        ("The firm recently sold a yard.", "recently", "date", "PAST_REF"),
        ("Prices have doubled in recent years.", "recent years", "date", "PAST_REF"),
        ("The yard will open soon.", "soon", "date", "FUTURE_REF"),
        ("The yard may close in the near future.", "near future", "date", "FUTURE_REF"),
    ),
    "Feasts and holidays": (
        ("The markets were closed for Chinese New Year.", "Chinese New Year", "date", "2025-01-29"),
        ("The markets will be closed on Good Friday.", "Good Friday", "date", "2025-04-18"),
        ("He came home at Christmas.", "Christmas", "date", "2024-12-25"),
        ("He came home for Thanksgiving 2023.", "Thanksgiving 2023", "date", "2023-11-23"),
        ("The markets will be closed on Labor Day.", "Labor Day", "date", "2025-09-01"),
    ),
    "Times of day": (
        ("The shop opens at 5:30 p.m. there.", "5:30 p.m.", "time", "T17:30"),
        ("The shop opens at 5pm there.", "5pm", "time", "T17:00"),
        ("The shop opens at 5.30am there.", "5.30am", "time", "T05:30"),
        ("The shop opens at five o'clock there.", "five o'clock", "time", "T05:00"),
        ("The shop opens at 17:30 GMT there.", "17:30 GMT", "time", "T17:30"),
        ("The vote is at 9 a.m. Eastern tomorrow.", "9 a.m. Eastern tomorrow", "time", "2025-04-03T09:00"),
        ("The vote was at noon Saturday.", "noon Saturday", "time", "2025-03-29T12:00"),
        ("It was logged at 2025-03-13T10:30:00Z.", "2025-03-13T10:30:00Z", "time", "2025-03-13T10:30:00"),
        ("He spoke on Tuesday evening.", "Tuesday evening", "time", "2025-04-01TEV"),
        ("He spoke on the evening of March 3.", "evening of March 3", "time", "2025-03-03TEV"),
        ("He spoke last night.", "last night", "time", "2025-04-01TNI"),
        ("He speaks this morning.", "this morning", "time", "2025-04-02TMO"),
    ),
    "Durations": (
        ("He waited for three hours.", "three hours", "duration", "PT3H"),
        ("It is a two-week visit.", "two-week", "duration", "P2W"),
        ("He waited for several months.", "several months", "duration", "PXM"),
        ("It was the first strike in years.", "years", "duration", "PXY"),
        ("He fell ill days after the vote.", "days", "duration", "PXD"),
        ("He ruled for decades.", "decades", "duration", "PXE"),
        ("He waited over the past six months.", "past six months", "duration", "P6M"),
        ("Prices doubled over the last year.", "last year", "duration", "P1Y"),
        ("Profit fell in the first nine months.", "first nine months", "duration", "P9M"),
        ("He waited for a year and a half.", "a year and a half", "duration", "P1Y6M"),
        ("He waited for 2 1/2 hours.", "2 1/2 hours", "duration", "PT2H30M"),
        ("He was held for two years and three months.", "two years and three months", "duration", "P2Y3M"),
        ("Revenue for the year ended June 30 rose.", "year", "duration", "P1Y"),
    ),
    "What comes again": (
        ("The board meets every week.", "every week", "set", "P1W"),
        ("The board meets every other month.", "every other month", "set", "P2M"),
        ("The board meets twice a year.", "twice a year", "set", "P1Y"),
        ("The board meets each Monday.", "each Monday", "set", "XXXX-WXX-1"),
        ("The board meets on Mondays.", "Mondays", "set", "XXXX-WXX-1"),
        ("The bulletin comes daily.", "daily", "set", "P1D"),
        ("The bulletin comes semi-annually.", "semi-annually", "set", "P6M"),
    ),
}  # fmt: skip

TIME_SECTIONS: dict[str, tuple[TimeExample, ...]] = {
    title: tuple(TimeExample(*row) for row in rows) for title, rows in _SECTIONS.items()
}
"""From the title of a kind of times to its examples."""
