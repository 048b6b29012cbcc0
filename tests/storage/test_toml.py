from __future__ import annotations

import tomllib
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fenttui.storage.toml_lines import key_lines, record_lines
from fenttui.storage.toml_parsing import TomlError, parse_toml
from fenttui.storage.toml_statements import outline


def test_a_document_is_read_with_numbers_as_they_are_asked_for() -> None:
    assert parse_toml("a = 1.50") == {"a": 1.5}
    assert str(parse_toml("a = 1.50", parse_float=Decimal)["a"]) == "1.50"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = 1\nb = = 2\n", 2),
        ("[x]\n[x]\n", 2),
        ('a = 1\nb = """\n', 2),
        ('a = 1\nb = """\n\n\n', 2),
        ("a = [1,\n2", 2),
        ("a = " + "[" * 100_000, 1),
        ("a = 1" + "0" * 5000, 1),
        ("a = 1\x1b[2J", 1),
    ],
)
def test_what_is_not_toml_is_told_on_one_safe_line_with_where_it_is(text: str, line: int | None) -> None:
    with pytest.raises(TomlError) as refused:
        parse_toml(text)
    said = str(refused.value)
    assert refused.value.line == line
    assert said
    assert "\n" not in said
    assert "\x1b" not in said
    assert "at line" not in said
    assert "(at " not in said


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60) | st.text("a=[]{}\"'\n#.,1\\ ", max_size=30))
def test_any_text_is_read_as_tomllib_reads_it_or_refused(text: str) -> None:
    try:
        expected = tomllib.loads(text)
    except (ValueError, RecursionError):
        with pytest.raises(TomlError) as refused:
            parse_toml(text)
        assert refused.value.line is None or 1 <= refused.value.line <= text.count("\n") + 1
    else:
        assert repr(parse_toml(text)) == repr(expected)


def test_each_key_has_the_line_on_which_its_statement_starts() -> None:
    text = 'a = 1\n[b]\nc.d = """\ne = 2\n"""\nf = [\n 1,\n]\n[[g]]\n"h i" = 1\n[[g]]\n'
    lines = key_lines(outline(text))
    assert lines == {
        ("a",): 1, ("b",): 2, ("b", "c"): 3, ("b", "c", "d"): 3, ("b", "f"): 6, ("g",): 9, ("g", "h i"): 10,
    }  # fmt: skip


def test_headers_are_found_with_white_space_and_by_their_whole_name() -> None:
    text = "[[note]]\n  [[ 'note' ]] # two\n[[notes]]\n[note2]\n[[a.note]]\nx = '''\n[[note]]\n'''\n"
    assert record_lines(outline(text), "note") == [1, 2]


PIECES = (
    "[a]", "[[b]]", " [ c . 'd' ] # x", "# [[b]]", "", 'e = """', '"""', "f = '''", "'''", "g = [", "]",
    "1, # ]", "h.i = 1", 'j = { k = "]" }', 'l = """"m"""""', '"n\\"]" = 1', "o = ''''p'''''",
    '"]"', "[[b]]\n[b.q]", "\\",
)  # fmt: skip
"""Lines of which some together are TOML."""


@settings(max_examples=300, deadline=None)
@given(
    st.text("a=[]{}\"'\n#.,1\\ \r\t", max_size=40)
    | st.lists(st.sampled_from(PIECES)).map("\n".join)
    | st.lists(st.sampled_from(PIECES), unique=True).map("\r\n".join)
)
def test_the_outline_of_a_document_has_each_of_its_values_and_all_of_its_text(text: str) -> None:
    found = outline(text)
    spans = [(each.start, each.end) for each in found.statements]
    assert spans == sorted(spans)
    try:
        tomllib.loads(text)
    except ValueError:
        return
    assert found.stopped is None
    for each in found.statements:
        if each.kind == "pair":
            tomllib.loads(f"value = {text[slice(*each.value)]}")
    between = [text[end:start] for (_, end), (start, _) in pairwise([(0, 0), *spans, (len(text), 0)])]
    assert tomllib.loads("".join(between)) == {}
