from __future__ import annotations

import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenttui.cli.shell_words import continued, split_words

DIFFICULT = (
    "plain", "two words", "it's", 'a "quote"', "back\\slash", "$HOME", "`id`", "!!", "a!b", "*?[x]", "{a,b}",
    "~", "#no", "a;b&c|d", "<in>", "(sub)", "tab\there", "line\nbreak", "Ünï 中文", "a:b=c@d", "-dash", "%^,",
    "\x7f\x01",
)  # fmt: skip


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("", [""]),
        ("fenttui ", ["fenttui", ""]),
        ("fenttui  list  a", ["fenttui", "list", "a"]),
        ("x 'a b' \"c d\" e\\ f", ["x", "a b", "c d", "e f"]),
        ("x 'a b", ["x", "a b"]),
        ('x "a \\" b', ["x", 'a " b']),
        ('x "a\\b"c', ["x", "a\\bc"]),
        ("x --output=a\\", ["x", "--output=a"]),
        ("x ''", ["x", ""]),
    ],
)
def test_a_line_is_parted_as_bash_does(line: str, texts: list[str]) -> None:
    assert [word.text for word in split_words(line)] == texts


@pytest.mark.parametrize(
    ("typed", "begin"), [("", ""), ("'", ""), ('"', ""), ("a\\", "a"), ("'it''", "it"), ('"x ', "x ")]
)
def test_bash_reads_what_completion_puts_in(typed: str, begin: str) -> None:
    word = split_words(f"fenttui {typed}")[-1]
    assert word.text == begin
    lines = [continued(word, typed, rest) + word.quote for rest in DIFFICULT]
    assert not any("\n" in line for line in lines)
    done = subprocess.run(
        ["bash", "-c", f"printf '%s\\0' {' '.join(lines)}"], capture_output=True, timeout=60, check=True
    )
    assert done.stdout.decode().split("\0")[:-1] == [begin + rest for rest in DIFFICULT]


@given(st.sampled_from(["", "'", '"', "a\\", "b"]), st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_a_word_that_was_completed_goes_on_with_the_text(typed: str, rest: str) -> None:
    word = split_words(f"fenttui {typed}")[-1]
    whole = split_words(f"fenttui {continued(word, typed, rest)}")[-1]
    assert (whole.text, whole.quote) == (word.text + rest, word.quote)
