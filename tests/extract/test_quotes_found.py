from __future__ import annotations

import re

import pytest

from fenttui.extract import extract, extract_with_quotes
from fenttui.extract.mention import ActorMention
from fenttui.extract.quotes import find_quotes, with_quotes
from fenttui.kinds import ActorKind

PEOPLE = {
    "Ada Quist": "Ada Quist", "Quist": "Ada Quist", "Ben Obi": "Ben Obi", "Obi": "Ben Obi",
    "Mrs Lund": "Mrs Lund",
}  # fmt: skip
ORGANIZATIONS = {"Water Board": "Water Board"}
COUNTRIES = {"Norway": "Norway", "Norwegian": "Norway"}


def actors(text: str) -> tuple[ActorMention, ...]:
    kinds: dict[ActorKind, dict[str, str]] = {
        "person": PEOPLE,
        "organization": ORGANIZATIONS,
        "place": COUNTRIES,
    }
    known = {name: (kind, actor) for kind, table in kinds.items() for name, actor in table.items()}
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(known, key=len, reverse=True))})\b")
    return tuple(
        ActorMention(
            match.start(),
            match.end(),
            "group" if match[0] == "Norwegian" else known[match[0]][0],
            actor=known[match[0]][1],
            way="demonym" if match[0] == "Norwegian" else "name",
        )
        for match in pattern.finditer(text)
    )


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (text[q.start : q.end], q.actor, text[slice(*q.cue)] if q.cue else None)
        for q in find_quotes(text, actors(text))
    ]


MARKS = {
    "straight": '"We will wait," Quist said.',
    "curly": "“We will wait,” Quist said.",
    "guillemets": "«We will wait,» Quist said.",
    "low": "„We will wait,“ Quist said.",
    "single curly": "‘We will wait,’ Quist said.",
    "single straight": "'We will wait,' Quist said.",
    "comma outside": "“We will wait”, Quist said.",
    "typewriter": "''We will wait,'' Quist said.",
    "corners": "「We will wait,」 Quist said.",
}


@pytest.mark.parametrize("text", MARKS.values(), ids=MARKS)
def test_every_kind_of_quotation_mark_makes_a_quote_with_its_marks(text: str) -> None:
    [(quote, speaker, cue)] = told(text)
    assert "We will wait" in quote
    assert quote[0] == text[0]
    assert not quote[-1].isalpha()
    assert (speaker, cue) == ("Ada Quist", "said")


ORDERS = {
    "after": "“We will wait,” Ada Quist said on Monday.",
    "inverted": "“We will wait,” said Ada Quist, who runs the port.",
    "before": "Ada Quist said: “We will wait.”",
    "before with a comma": "Ada Quist told reporters in Oslo on Monday, “We will wait.”",
    "apposition": "“We will wait,” Ada Quist, the mayor of the town, said.",
    "office before": "“We will wait,” said the mayor of the town, Ada Quist.",
    "relative clause": "“We will wait,” said the mayor, Ada Quist, who was in Oslo.",
    "aside": "“We will wait,” Ada Quist, speaking in Oslo, said.",
    "age": "“We will wait,” Ada Quist, 54, told the council.",
    "adverb": "“We will wait,” Ada Quist later added.",
    "according to": "“We will wait,” according to Ada Quist.",
    "quoted as saying": "“We will wait,” Ada Quist was quoted as saying.",
    "another quotes": "“We will wait,” a newspaper quoted Ada Quist as saying.",
}


@pytest.mark.parametrize("text", ORDERS.values(), ids=ORDERS)
def test_the_speaker_is_found_wherever_it_stands(text: str) -> None:
    [(quote, speaker, _)] = told(text)
    assert "We will wait" in quote
    assert speaker == "Ada Quist"


def test_a_quote_that_is_parted_keeps_its_speaker_and_cue() -> None:
    assert told("“The gate,” Quist said, “stays shut.”") == [
        ("“The gate,”", "Ada Quist", "said"),
        ("“stays shut.”", "Ada Quist", "said"),
    ]


def test_what_goes_on_in_the_paragraph_is_of_the_same_speaker() -> None:
    assert [row[:2] for row in told("“Not now,” Quist said. “Ask me in May.”")] == [
        ("“Not now,”", "Ada Quist"),
        ("“Ask me in May.”", "Ada Quist"),
    ]


def test_a_quotation_over_several_paragraphs_is_one_quote() -> None:
    text = "“It rained.\n\n“Then it stopped,” said Ada Quist."
    assert told(text) == [("“It rained.\n\n“Then it stopped,”", "Ada Quist", "said")]


def test_a_quotation_that_is_never_closed_takes_nothing_with_it() -> None:
    text = "“It rained all day.\n\nQuist left the town. Obi said the gate was shut."
    assert told(text) == [("the gate was shut", "Ben Obi", "said")]


def test_a_quotation_in_a_quotation_is_part_of_it() -> None:
    assert told("“She told me ‘go home’ and I went,” Obi said.") == [
        ("“She told me ‘go home’ and I went,”", "Ben Obi", "said")
    ]


def test_the_apostrophe_of_an_owner_closes_nothing() -> None:
    assert told("‘The workers’ hall is cold,’ Obi said.") == [
        ("‘The workers’ hall is cold,’", "Ben Obi", "said")
    ]


REPORTED = {
    "that": ("Ada Quist said that the gate was shut.", "the gate was shut"),
    "bare": ("Ada Quist said the gate was shut.", "the gate was shut"),
    "occasion": ("Ada Quist said in a statement on Monday that it was shut.", "it was shut"),
    "told": ("Ada Quist told reporters at the harbor that it was shut.", "it was shut"),
    "told bare": ("Ada Quist told the paper the gate was shut.", "the gate was shut"),
    "warned": ("Ada Quist warned that floods may follow.", "floods may follow"),
    "after": ("The gate was shut, Ada Quist said.", "The gate was shut"),
    "source": ("The gate was shut, according to Ada Quist.", "The gate was shut"),
    "source first": ("According to Ada Quist, the gate was shut.", "the gate was shut"),
    "quoted words inside": (
        "Ada Quist said the gate was “as good as gone”.",
        "the gate was “as good as gone”",
    ),
    "asked whether": ("Ada Quist asked whether the gate was shut.", "whether the gate was shut"),
    "dateline": ("OSLO (Wire) — The gate was shut, Ada Quist said.", "The gate was shut"),
}


@pytest.mark.parametrize(("text", "clause"), REPORTED.values(), ids=REPORTED)
def test_the_clause_that_is_reported_is_the_quote(text: str, clause: str) -> None:
    [(quote, speaker, _)] = told(text)
    assert (quote, speaker) == (clause, "Ada Quist")


def test_what_follows_with_its_own_cue_is_a_quote_of_its_own() -> None:
    text = "Quist said the gate was shut, adding that it would stay so, but Obi said it was open."
    assert told(text) == [
        ("the gate was shut", "Ada Quist", "said"),
        ("it would stay so", "Ada Quist", "adding"),
        ("it was open", "Ben Obi", "said"),
    ]


def test_a_clause_that_a_cue_parts_is_two_quotes() -> None:
    assert told("The gate, Quist said, would stay shut.") == [
        ("The gate", "Ada Quist", "said"),
        ("would stay shut", "Ada Quist", "said"),
    ]


def test_the_cue_of_told_holds_whom_it_was_told() -> None:
    assert told("“No,” Quist told the town council.")[0][2] == "told the town council"


NO_QUOTES = {
    "scare quotes": "The so-called “harbor tax” of Ada Quist rises.",
    "title of a film": "Ada Quist saw “The Long Gate” on Monday.",
    "declined": "Ada Quist declined to say whether it was shut. She did not say why.",
    "negated": "Ada Quist has not said that the gate is shut.",
    "passive": "Ada Quist is said to own the gate and was told to leave.",
    "noun": "The report and the claims of Ada Quist, noted in the state of the gate.",
    "call": "Ada Quist urged them to shut the gate and called on Obi to help.",
    "sum": "Ada Quist added 40 boats and claimed the prize.",
    "own voice": "I said that the gate was shut, as you said it would be.",
    "inch marks": 'A gate 6" wide and a wall 12" high.',
    "apostrophes": "It's the '90s' sound, rock 'n' roll, and Obi's and the dogs' bowls.",
    "nothing": "",
    "spaces": " \n\n ",
}


@pytest.mark.parametrize("text", NO_QUOTES.values(), ids=NO_QUOTES)
def test_what_only_looks_like_speech_is_no_quote(text: str) -> None:
    assert told(text) == []


SPEAKERS = {
    "he after a subject": ("Ben Obi came late. “Rain,” he said.", "Ben Obi"),
    "she of the quote before": ("“Yes,” Quist said.\n\nShe said the gate was open.", "Ada Quist"),
    "the nearer of two": ("“Yes,” Quist said. Ben Obi left the room. “No,” he said.", "Ben Obi"),
    "not a man": ("Mrs Lund came late. “Rain,” he said.", None),
    "two as one": ("Ada Quist and Ben Obi met. “Rain,” he said.", None),
    "nobody before": ("“Rain,” he said.", None),
    "too far back": ("“Yes,” Obi said.\n\nRain fell.\n\nSun shone.\n\nSnow lay.\n\n“No,” he said.", None),
    "office before the name": ("Mayor Ada Quist met Ben Obi. Rain fell. “No,” the mayor said.", "Ada Quist"),
    "office after the name": (
        "Ben Obi, the mayor, met Ada Quist. Rain fell. “No,” the mayor said.",
        "Ben Obi",
    ),
    "office of two": ("Mayor Ada Quist met mayor Ben Obi. Snow fell. Rain. “No,” the mayor said.", None),
    "officials of a country": ("“No,” Norwegian officials said.", "Norway"),
    "spokesman": ("“No,” a spokesman for the Water Board said.", "Water Board"),
    "spokesman of a person": ("“No,” a spokesman for Ada Quist said.", None),
    "lawyer of a person": ("“No,” Ada Quist's lawyer said.", None),
    "organization": ("The Water Board met. “No,” it said.", "Water Board"),
    "country": ("Norway said the gate was shut.", "Norway"),
    "a citizen": ("“No,” a Norwegian student said.", None),
    "two together": ("Ada Quist and Ben Obi said the gate was shut.", None),
    "nobody named": ("“No,” a fisherman said.", None),
    "subject of the sentence": ("Ben Obi shut the gate, saying that rain was near.", "Ben Obi"),
    "after an aside": (
        "In the talks—held by night—Ben Obi won, calling them “the end of the road.”",
        "Ben Obi",
    ),
    "colon": ("Ben Obi was blunt: “It is over and everybody knows.”", "Ben Obi"),
    "clause before the subject": ("Noting that rain was near, Ben Obi shut the gate.", "Ben Obi"),
}


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS.values(), ids=SPEAKERS)
def test_the_speaker_is_resolved_where_it_is_clear_and_only_there(text: str, speaker: str | None) -> None:
    assert told(text)[-1][1] == speaker


def test_a_quotation_that_nothing_introduces_goes_on_from_the_paragraph_before() -> None:
    rows = told(
        "“One,” said Ada Quist.\n\n“And two more of them came.”\n\nRain fell.\n\n“Nobody saw three of them.”"
    )
    assert [row[1] for row in rows] == ["Ada Quist", "Ada Quist", None]
    assert rows[2][2] is None


def test_mentions_and_quotes_come_in_the_order_of_the_text_the_longer_first() -> None:
    text = "Norway wants rain, Quist said."
    kinds = [(mention.start, mention.kind) for mention in with_quotes(text, actors(text))]
    assert kinds == [(0, "quote"), (0, "place"), (19, "person")]
    text = "Quist said Norway wants rain. Norway is dry."
    kinds = [(mention.start, mention.kind) for mention in with_quotes(text, actors(text))]
    assert kinds == [(0, "person"), (11, "quote"), (11, "place"), (30, "place")]
    longer = ActorMention(11, len(text), "organization", actor="All", way="name")
    kinds = [(mention.start, mention.kind) for mention in with_quotes(text, (actors(text)[0], longer))]
    assert kinds == [(0, "person"), (11, "organization"), (11, "quote")]


WORDS_OF_MANY_TOKENS = {
    "hyphens": ("“It rained,” the vice-mayor of Norway said.", "“It rained,”"),
    "a verb within hyphens": ("A call-up of Ada Quist: it is said-so that nobody came.", None),
    "an apostrophe": ("Quist says it’s raining in Norway.", "it’s raining in Norway"),
    "an address": ("“It rained,” Obi told example.org.", "“It rained,”"),
    "two hyphens": ("OSLO (Dispatch) -- Quist said rain fell.", "rain fell"),
    "no space between sentences": ("Rain fell.Quist said it would stop.", "it would stop"),
}


@pytest.mark.parametrize(("text", "quote"), WORDS_OF_MANY_TOKENS.values(), ids=WORDS_OF_MANY_TOKENS)
def test_signs_within_a_word_part_no_sentence(text: str, quote: str | None) -> None:
    assert [row[0] for row in told(text)] == ([] if quote is None else [quote])


@pytest.mark.parametrize(
    "text",
    [
        "Quist doesn’t say that rain fell.",
        "Being asked how it fell, Quist left.",
        "In report of rain Quist won.",
    ],
)
def test_words_of_speech_that_say_nothing_make_no_quote(text: str) -> None:
    assert told(text) == []


def test_a_noun_that_ends_like_an_adverb_may_speak() -> None:
    assert told("The assembly said rain fell.") == [("rain fell", None, "said")]
    actor = ActorMention(4, 16, "organization", actor="Assembly of Oslo", way="name")
    text = "The Assembly, an old body, met. The assembly said rain fell."
    [quote] = find_quotes(text, [actor])
    assert quote.actor == "Assembly of Oslo"


def test_an_address_that_ends_with_the_closing_mark_and_more_is_cut_there() -> None:
    assert told("“It is on www.example.org”, said Quist.") == [
        ("“It is on www.example.org”", "Ada Quist", "said")
    ]


def test_the_tokens_of_the_extraction_are_used_again(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "“We will wait,” Wang Yi told reporters. He said rain fell."
    expected = with_quotes(text, extract(text))
    assert [mention.kind for mention in expected].count("quote") == 2
    monkeypatch.setattr("fenttui.extract.quotes.finding.tokenize", None)
    assert extract_with_quotes(text) == expected
