from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenttui.articles.document import Document
from fenttui.articles.entities import without_entities
from fenttui.articles.formats.markdown import read_markdown
from fenttui.articles.formats.plain import read_plain
from fenttui.extract.extraction import extract
from fenttui.extract.mention import Amount


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("$5&nbsp;billion", "$5\u00a0billion"),
        ("&#8220;one-sided&#x201D;", "“one-sided”"),
        ("Marks &amp; Spencer", "Marks & Spencer"),
        ("&amp;lt;", "&lt;"),
        ("R&D; AT&T; x &copy y", "R&D; AT&T; x &copy y"),
        ("&nosuchname; &#;", "&nosuchname; &#;"),
        ("a&#27;[31mb&#0;", "a[31mb\ufffd"),
        ("a&#13;b", "a\nb"),
        ("&#99999999;", "&#99999999;"),
    ],
)
def test_an_entity_is_the_character_that_a_person_sees(written: str, seen: str) -> None:
    assert without_entities(written) == seen


@given(st.text(alphabet="&#xamp;lt0159 \n"))
def test_no_text_with_ampersands_fails(text: str) -> None:
    assert without_entities(text).count("\x1b") == 0


@pytest.mark.parametrize("read", [read_plain, read_markdown])
def test_text_title_and_writer_have_no_entities(read: Callable[[str], Document]) -> None:
    found = read(
        "---\ntitle: Lee&#8217;s reply\nauthor: Ann O&#39;Neill\n---\nThe duty of 20&nbsp;percent stays.\n"
    )
    assert (found.title, found.author) == ("Lee’s reply", "Ann O'Neill")
    assert found.body == "The duty of 20\u00a0percent stays."


def test_a_figure_with_an_entity_is_read_whole() -> None:
    text = read_plain("It cost $5&nbsp;billion and &pound;3bn.\n").body
    found = {(each.measure.value, each.measure.unit) for each in extract(text) if isinstance(each, Amount)}
    assert found == {(5e9, "USD"), (3e9, "GBP")}
