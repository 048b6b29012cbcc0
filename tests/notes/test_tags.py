import pytest

from fenttui.notes.tags import format_tags, is_under, parse_tags


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("tariffs, claim/contested", ("tariffs", "claim/contested")),
        (" b ,a,, b ,", ("b", "a")),
        ("rare\tearths,\nsoy  beans", ("rare earths", "soy beans")),
        ("", ()),
        (" , ", ()),
    ],
)
def test_a_line_of_tags_is_split_at_commas_trimmed_and_without_repeats(
    line: str, tags: tuple[str, ...]
) -> None:
    assert parse_tags(line) == tags
    assert parse_tags(format_tags(tags)) == tags


def test_a_tag_is_under_itself_and_under_what_is_above_it() -> None:
    assert is_under("Claim/contested", "claim")
    assert is_under("claim", "CLAIM")
    assert not is_under("claims", "claim")
    assert not is_under("claim", "claim/contested")
