from fenttui.notes.tag_counts import count_tags, ranked_tags


def test_a_note_counts_once_for_each_tag_above_its_own() -> None:
    uses = [("a", ("claim/x", "claim/y")), ("a", ("Claim",)), ("b", ("claim/x",)), ("b", ())]
    found = {each.name: each for each in count_tags(uses, ["person"])}
    assert list(found) == ["claim", "claim/x", "claim/y", "person"]
    assert (found["claim"].notes, found["claim"].articles) == (1, 1)
    assert (found["claim"].notes_below, found["claim"].articles_below) == (3, 2)
    assert (found["claim/x"].notes, found["claim/x"].articles) == (2, 2)
    assert found["person"].notes_below == 0


def test_tags_are_offered_most_used_first_each_above_those_below() -> None:
    used = ["z", "z", "claim/x", "claim/y", "Claim/X", "a"]
    assert ranked_tags(used, ["person", "CLAIM"]) == ("CLAIM", "claim/x", "z", "a", "claim/y", "person")
