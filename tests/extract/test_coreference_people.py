from __future__ import annotations

import pytest

from tests.support.coreference import linked


def people(text: str) -> list[str]:
    return [mention.actor for mention in linked(text)]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("{p:- Wang Yi} spoke. {p:- Wang} left.", "Wang Yi"),
        ("{p:- Wang} spoke. {p:- Wang Yi} left.", "Wang Yi"),
        ("{p:- Yoon Suk-yeol} and {p:- Yoon Suk Yeol}: {p:- Yoon}", "Yoon Suk-yeol"),
        ("{p:- Carlos López Luz} met us. {p:- López Luz} left. {p:- Lopez\nLuz}; {p:- Luz}",
         "Carlos López Luz"),
        ("{p:- Inés Prado Luna} won. {p:- Prado} smiled. {p:- Inés Prado} left.", "Inés Prado Luna"),
        ("{p:- Hanna von der Aue} won. {p:- Von der Aue} smiled.", "Hanna von der Aue"),
        ("{p:- Rashid al-Dawi} won. {p:- Dawi} smiled, {p:- al-Dawi} said.", "Rashid al-Dawi"),
        ("{p:- Faisal bin Omar} won. {p:- bin Omar} smiled.", "Faisal bin Omar"),
        ("{p:- Omar} won. {p:- al-Omar} smiled.", "al-Omar"),
        ("{p:- Rashid Dawi} or {p:- Rashid al-Dawi}: {p:- el-Dawi}.", "Rashid al-Dawi"),
        ("{p:- Md Karim Dawi} won. {p:- Mohammed Karim Dawi} smiled. {p:- Karim Dawi}", "Md Karim Dawi"),
        ("{p:- Muhammad K. Dawi} won. {p:- Mohammad Dawi} smiled.", "Muhammad K. Dawi"),
        ("{p:- Owen P. Marsh} won. {p:- Owen Marsh} smiled. {p:- O. P. Marsh}", "Owen P. Marsh"),
        ("{p:- JT Marsh} won. {p:- J.T. Marsh} smiled.", "JT Marsh"),
        ("{p:- MARSH} WINS\n\n{p:- Owen Marsh} smiled.", "Owen Marsh"),
        ("{p:- MARSHMAN} WINS\n\nMr {p:- Marshman} smiled.", "Marshman"),
        ("{p:- Joseph Marsh} won. {p:- Joe Marsh} smiled.", "Joseph Marsh"),
        ("{p:- Zoë Brontë} won. {p:- Bronte} smiled.", "Zoë Brontë"),
        ("{p:- Ann O'Shea} won. {p:- O’Shea} smiled.", "Ann O'Shea"),
        ("President {p:- Owen Marsh} won. {p:- President Marsh} smiled. {p:- Dr. Owen Marsh}", "Owen Marsh"),
        ("{p:- Imran Dost} won. {p:- Imran} smiled.", "Imran Dost"),
    ],
)  # fmt: skip
def test_every_form_of_a_name_leads_to_the_fullest_as_first_written(text: str, actor: str) -> None:
    assert set(people(text)) == {actor}


@pytest.mark.parametrize(
    "text",
    [
        "{p:- Owen Marsh Jr.} met {p:- Owen Marsh}.",
        "{p:- George W. Marsh} met {p:- George H. W. Marsh}.",
        "{p:- Ivan Marsh} met {p:- Ivana Marsh}.",
        "{p:- Faisal bin Omar} met King {p:- Omar}.",
        "{p:- Rashid Dawi} met {p:- Al-Dawi}.",
        "{p:- Md Karim Dawi} met {p:- Muhammad Dawi}.",
        "The {p:- Marshes} met {p:- Owen Marsh}.",
        "{p:- John Abbot} and {p:- John Prior} came, and {p:- John} did not.",
    ],
)
def test_other_people_stay_apart(text: str) -> None:
    assert len(set(people(text))) == len(people(text))


def test_an_honorific_tells_which_of_two_is_meant() -> None:
    text = (
        "{p:- Paul Marsh} met {p:- Laura Marsh}. Mr {p:- Marsh} left. Mrs. {p:- Marsh} sat. {p:- Marsh} sang."
    )
    assert people(text)[2:] == ["Paul Marsh", "Laura Marsh", "Laura Marsh"]


def test_two_people_whom_only_honorifics_tell_apart_are_called_with_them() -> None:
    assert people("Mr {p:- Okello} and Mrs {p:- Okello} came.") == ["Mr Okello", "Mrs Okello"]


def test_one_whose_given_name_tells_nothing_is_not_split_by_an_honorific() -> None:
    assert people("{p:- Dawn Marsh} came. Ms. {p:- Marsh} left.") == ["Dawn Marsh", "Dawn Marsh"]


def test_who_comes_in_as_kin_does_not_take_over_the_surname() -> None:
    text = "{p:- Kenji Mori} spoke of {p:- Mori}'s father, the painter {p:- Sota Mori}. {p:- Mori} was moved."
    assert people(text)[-1] == "Kenji Mori"


def test_the_president_is_the_one_of_the_surname_who_was_called_so() -> None:
    text = "President {p:- Paulo Neves} spoke. {p:- Rita Neves} listened. President {p:- Neves} left."
    assert people(text)[-1] == "Paulo Neves"


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("{p:- Trump} spoke to {p:- Xi}.", ["Donald Trump", "Xi Jinping"]),
        ("{p:- Donald J. Trump} left. {p:- TRUMP}", ["Donald Trump", "Donald Trump"]),
        ("{p:- Volodymyr Zelenskyy} left. {p:- Zelensky}", ["Volodymyr Zelensky"] * 2),
        ("{p:- Trump} met {p:- Ivanka Trump}. {p:- Trump} left.",
         ["Donald Trump", "Ivanka Trump", "Donald Trump"]),
        ("{p:- Ivanka Trump} came. President {p:- Trump} left.", ["Ivanka Trump", "Donald Trump"]),
        ("{p:- Ivanka Trump} came. {p:- Trump} left.", ["Ivanka Trump", "Ivanka Trump"]),
        ("{p:- Oleg Putin} came. {p:- Putin} left.", ["Oleg Putin", "Oleg Putin"]),
    ],
)  # fmt: skip
def test_a_leaders_surname_is_enough_unless_the_article_names_another_bearer(
    text: str, actors: list[str]
) -> None:
    assert people(text) == actors
