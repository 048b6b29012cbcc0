"""What browser clippers and read-later programs write above an article."""

from __future__ import annotations

import datetime as dt

import pytest

from fenttui.articles.document import Document
from fenttui.articles.formats.markdown import read_markdown

URL = "https://paper.example/ports"
APRIL_2 = dt.date(2025, 4, 2)

CLIPPINGS = {
    "Obsidian Web Clipper": f'---\ntitle: "Ports reopen"\nsource: "{URL}"\nauthor:\n'
    '  - "[[people/Jo Hill|Jo Hill]]"\n'
    "published: 2025-04-02\ncreated: 2025-05-17\n---\n",
    "MarkDownload": f"---\ncreated: 2025-04-02T23:08:15 (UTC +08:00)\nsource: {URL}\nauthor: Jo Hill\n---\n\n"
    "# Ports reopen\n\n",
    "Omnivore": f"---\ntitle: Ports reopen\nauthor: Jo Hill\nlink: {URL}\ndate_saved: 2025-05-17 03:00:00\n"
    "date_published: 2025-04-02 12:08:24\n---\n",
    "Readwise": "# Ports reopen\n\n![rw-book-cover](https://x.example/a.png)\n\n"
    "## Metadata\n- Author: [[Jo Hill]]\n"
    f"- Full Title: Ports reopen\n- Category: #articles\n- Published Date: 2025-04-02\n- URL: {URL}\n\n"
    "## Full Document\n",
    "Hugo": f"+++\ntitle = 'Ports reopen'\npublishDate = 2025-04-02T08:00:00Z\nauthors = ['Jo Hill']\n"
    f"canonical = '{URL}'\n+++\n",
    "Astro": f"---\nTitle: Ports reopen\npubDate: Apr 2 2025\ncreated: 2025-05-17\nauthor: Jo Hill\n"
    f"url: {URL}\n---\n",
    "Instapaper": f"---\ntitle: Ports reopen\nlink: <{URL}>\nauthor: Jo Hill\ntime_added: 2025-04-02\n---\n",
}


def read(name: str, text: str = "The ports reopened on Monday.") -> Document:
    return read_markdown(CLIPPINGS[name] + text)


@pytest.mark.parametrize("program", CLIPPINGS)
def test_a_clipping_says_when_by_whom_and_where(program: str) -> None:
    found = read(program)
    assert (found.date, found.title, found.author) == (APRIL_2, "Ports reopen", "Jo Hill")
    assert (found.url, found.source) == (URL, "paper.example")
    assert found.remarks == ()
    assert found.body.endswith("The ports reopened on Monday.")
    assert "2025" not in found.body


def test_the_day_of_saving_counts_only_where_nothing_says_when_it_was_published() -> None:
    both = "---\nclipped: 2025-05-17\npublished_at: 2025-04-02\n---\nText."
    assert read_markdown(both).date == APRIL_2
    assert read_markdown(both.replace("published_at: 2025-04-02\n", "")).date == dt.date(2025, 5, 17)
    assert read_markdown(both.replace("published_at: 2025-04-02", "published_at:")).date == dt.date(
        2025, 5, 17
    )


def test_a_source_with_a_name_stays_beside_the_address() -> None:
    found = read_markdown(f"---\nsource: {URL}\nsite_name: The Paper\n---\nText.")
    assert (found.source, found.url) == ("The Paper", URL)
    found = read_markdown(f"---\nsource: The Paper\nurl: {URL}\n---\nText.")
    assert (found.source, found.url) == ("The Paper", URL)


@pytest.mark.parametrize(
    "broken",
    [
        'title: Berlin: "We will pay"',
        'title: "Berlin "pays" it"',
        "title: Berlin pays\nby: @annlee",
        "title: Berlin pays\nsubtitle: `so`",
        "title: Berlin pays\n\tnote: tab",
        "title: Berlin pays\nrating: *****",
        "title: Berlin pays\nnote: [unclosed",
        "title: Berlin pays\n%directive",
    ],
)
def test_one_bad_line_does_not_lose_the_others(broken: str) -> None:
    found = read_markdown(
        f"---\n{broken}\ndate: 2025-04-02\nauthor:\n- Ann Lee\n- Bo Li\nurl: {URL}\n---\nBerlin paid."
    )
    assert (found.title or "").startswith("Berlin")
    assert (found.date, found.author, found.url) == (APRIL_2, "Ann Lee, Bo Li", URL)
    assert found.body == "Berlin paid."
    (remark,) = found.remarks
    assert "is not valid YAML" in remark.message


def test_a_list_that_is_no_metadata_stays_text() -> None:
    text = "# Ports reopen\n\n## Details\n- Author: none\n"
    assert read_markdown(text).body == text.strip()
